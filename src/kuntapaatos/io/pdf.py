"""
The text of a PDF file, page by page.

Needs the extra `kuntapaatos[pdf]` (pypdf).  A file that would take too much
to open is refused: see the limits below.
"""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from kuntapaatos.errors import UnreadableInput

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["to_text"]

MAXIMUM_BYTES = 50_000_000
"""The largest file."""
MAXIMUM_PAGES = 2_000
"""The most pages."""
MAXIMUM_STREAM = 10_000_000
"""The most bytes one stream may unpack to."""
MAXIMUM_CONTENT = 50_000_000
"""The most bytes the contents of all pages may unpack to."""
MAXIMUM_OPERATIONS = 5_000_000
"""The most drawing operations in all pages."""
MAXIMUM_TEXT = 20_000_000
"""The most characters."""


def to_text(data: bytes, *, name: str = "PDF") -> str:
    """
    Return the text of the PDF file in *data*, a form feed between pages.

    Args:
        data: The file's bytes.
        name: What an error calls the file.

    Raises:
        UnreadableInput: The file is no PDF, is damaged, locked or beyond the
            limits, or is a scan: images of pages without any text.
        ImportError: pypdf is not installed.
    """
    try:
        import pypdf
    except ImportError:
        raise ImportError("reading PDF files needs pypdf: pip install 'kuntapaatos[pdf]'") from None
    if len(data) > MAXIMUM_BYTES:
        raise UnreadableInput(name, f"is larger than {MAXIMUM_BYTES // 1_000_000} MB")
    log = logging.getLogger("pypdf")
    if not log.handlers:  # what pypdf warns of is quoted from the document
        log.addHandler(logging.NullHandler())
    with pypdf.apply_configuration(
        zlib_maximum_output_length=MAXIMUM_STREAM,
        lzw_maximum_output_length=MAXIMUM_STREAM,
        run_length_maximum_output_length=MAXIMUM_STREAM,
        array_based_stream_maximum_output_length=MAXIMUM_STREAM,
        jbig2dec_binary=None,
    ):
        try:
            return _Pages(name).of(pypdf.PdfReader(io.BytesIO(data)))
        except UnreadableInput:
            raise
        except RecursionError:
            raise UnreadableInput(name, "is nested too deeply") from None
        except pypdf.errors.DependencyError:
            raise UnreadableInput(name, "is locked in a way that cannot be opened") from None
        except pypdf.errors.LimitReachedError:
            raise UnreadableInput(name, "unpacks to more than is read") from None
        except Exception:  # noqa: BLE001  # whatever a damaged file may break in pypdf
            raise UnreadableInput(name, "is no PDF file, or is damaged") from None


class _Pages:
    """The pages of one file, and what reading them has cost so far."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.operations = 0
        self.content = 0

    def of(self, reader: PdfReader) -> str:
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableInput(self.name, "is locked with a password")
        if len(reader.pages) > MAXIMUM_PAGES:
            raise UnreadableInput(self.name, f"has more than {MAXIMUM_PAGES} pages")
        texts: list[str] = []
        length = 0
        for page in reader.pages:
            texts.append(self._text(page))
            length += len(texts[-1])
            if length > MAXIMUM_TEXT:
                raise UnreadableInput(self.name, "has more text than is read")
        if not any(text.strip() for text in texts):
            raise UnreadableInput(
                self.name, "has no text, only images of pages (a scan); recognise its text first"
            )
        return "\f".join(texts)

    def _text(self, page: PageObject) -> str:
        contents = page.get_contents()
        if contents is None:
            return ""
        self.content += len(contents.get_data())
        if self.content > MAXIMUM_CONTENT:
            raise UnreadableInput(self.name, "unpacks to more than is read")
        text = page.extract_text(visitor_operand_before=self._count)
        # Halves of letters beyond the basic plane, which no text may contain.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _count(self, *_: object) -> None:
        self.operations += 1
        if self.operations > MAXIMUM_OPERATIONS:
            raise UnreadableInput(self.name, "has more drawing operations than are read")
