"""
The text of a PDF file, page by page.

Needs the extra `kuntapaatos[pdf]` (pypdf).  A file that would take too much
to open is refused: see the limits below.  They count what is read, not the
seconds it takes, so a file is read or refused alike on every machine.
"""

from __future__ import annotations

import io
import logging
import re
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kuntapaatos.errors import Unreadable, UnreadableInput

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["to_text"]

MAXIMUM_BYTES = 50_000_000
"""The largest file."""
MAXIMUM_PAGES = 2_000
"""The most pages."""
MAXIMUM_STREAM = 4_000_000
"""The most bytes of one stream, or of the drawing of one page: packed, unpacked, and between."""
MAXIMUM_TOKENS = 1_000_000
"""The most operators and operands in the drawing of one page or form."""
MAXIMUM_PAGE_TEXT = 200_000
"""The most characters that are drawn on one page, its forms included."""
MAXIMUM_FONT = 2_000_000
"""The most bytes of the table of letters of one font."""
MAXIMUM_LETTER = 32
"""The most characters that one letter of a font may stand for."""
MAXIMUM_STEPS = 2_500_000
"""
The most steps of all pages, forms and fonts, each time they are drawn.

A step is about two millionths of a second.  An operator is one, and one of text five; each
operand is one, and a form that is drawn a hundred.  Ten characters, twelve unpacked bytes
and four bytes of a font's letters are one, and so are twenty thousand characters that a page
has already when an operator of text follows.
"""

_TEXT_OPERATORS = frozenset(
    (b"BT", b"ET", b"Tf", b"Td", b"TD", b"Tm", b"T*", b"Tj", b"TJ", b"'", b'"', b"cm", b"Do")
)
# What is drawn without one of these has no text, as a map or a picture of lines.
_DRAWS_TEXT = re.compile(rb"T[jJ]|Do|['\"]")
_LONG_LETTER = re.compile(rb"<[0-9A-Fa-f\s]{%d}" % (4 * MAXIMUM_LETTER + 1))


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
        raise UnreadableInput(name, Unreadable.TOO_LARGE, MAXIMUM_BYTES // 1_000_000)
    with (
        _SILENT,
        pypdf.apply_configuration(
            zlib_maximum_output_length=MAXIMUM_STREAM,
            lzw_maximum_output_length=MAXIMUM_STREAM,
            run_length_maximum_output_length=MAXIMUM_STREAM,
            brotli_maximum_output_length=MAXIMUM_STREAM,
            array_based_stream_maximum_output_length=MAXIMUM_STREAM,
            zlib_maximum_recovery_input_length=MAXIMUM_STREAM,
            stream_decoding_work_maximum_length=MAXIMUM_STREAM,
            stream_parsing_work_maximum_count=MAXIMUM_TOKENS,
            page_tree_maximum_entries=2 * MAXIMUM_PAGES,
            xform_maximum_invocations_per_extraction=MAXIMUM_STEPS,
            jbig2dec_binary=None,
        ),
    ):
        try:
            return _Pages(name).of(pypdf.PdfReader(io.BytesIO(data)))
        except _Beyond as beyond:
            raise UnreadableInput(name, *beyond.reason) from None
        except UnreadableInput:
            raise
        except RecursionError:
            raise UnreadableInput(name, Unreadable.NESTED) from None
        except pypdf.errors.DependencyError:
            raise UnreadableInput(name, Unreadable.LOCKED) from None
        except pypdf.errors.LimitReachedError:
            raise UnreadableInput(name, *_PACKED) from None
        except Exception:  # noqa: BLE001  # whatever a damaged file may break in pypdf
            raise UnreadableInput(name, Unreadable.NO_PDF) from None


_PACKED = Unreadable.PACKED, MAXIMUM_STREAM // 1_000_000, MAXIMUM_TOKENS


class _Beyond(BaseException):
    """A limit is reached; no `Exception`, which pypdf takes for damage inside a form."""

    def __init__(self, why: Unreadable, *bounds: int) -> None:
        super().__init__(why, *bounds)
        self.reason: tuple[Unreadable, *tuple[int, ...]] = (why, *bounds)


class _Pages:
    """The pages of one file, and what reading them has cost so far."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.steps = 0
        self.page_text = 0

    def of(self, reader: PdfReader) -> str:
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableInput(self.name, Unreadable.PASSWORD)
        from pypdf.errors import LimitReachedError

        try:
            count = len(reader.pages)
        except LimitReachedError:
            count = MAXIMUM_PAGES + 1
        if count > MAXIMUM_PAGES:
            raise UnreadableInput(self.name, Unreadable.PAGES, MAXIMUM_PAGES)
        texts = [self._text(page) for page in reader.pages]
        if not any(text.strip() for text in texts):
            raise UnreadableInput(self.name, Unreadable.SCAN)
        return "\f".join(texts)

    def _text(self, page: PageObject) -> str:
        from pypdf.errors import LimitReachedError

        contents = page.get_contents()
        if contents is None:
            return ""
        data = contents.get_data()
        self._unpacked(page.get("/Contents"), data)
        if _DRAWS_TEXT.search(data) is None:
            return ""
        self.page_text = 0
        self._fonts(page)
        drawn: Any = page
        plain = drawn.extract_xform_text

        def extract_form(form: Any, *arguments: Any, **options: Any) -> Any:
            try:
                self._take(100)
                self._unpacked(form, form.get_data())
                self._fonts(form)
                return plain(form, *arguments, **options)
            except LimitReachedError:  # which pypdf would leave out without a word
                raise _Beyond(*_PACKED) from None

        # pypdf calls it for each form that a page draws, and for those inside these.
        drawn.extract_xform_text = extract_form
        text = page.extract_text(visitor_operand_before=self._operation)
        # Halves of letters beyond the basic plane, which no text may contain.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _take(self, steps: int) -> None:
        self.steps += steps
        if self.steps > MAXIMUM_STEPS:
            raise _Beyond(Unreadable.STEPS, MAXIMUM_STEPS)

    def _unpacked(self, stream: Any, data: bytes) -> None:
        if len(data) > MAXIMUM_STREAM:
            raise _Beyond(*_PACKED)
        self._take(len(data) // (4 if _predicted(stream) else 12))

    def _operation(self, operator: Any, operands: Any, *_: object) -> None:
        """Count an operation that pypdf is about to carry out."""
        steps = 1 + len(operands)
        if operator in _TEXT_OPERATORS:
            steps += 4 + self.page_text // 20_000
            for operand in operands:
                steps += self._drawn(operand)
        self._take(steps)

    def _drawn(self, operand: Any) -> int:
        """Count the text of an operand, and return the steps that it takes."""
        if isinstance(operand, list):
            return sum(5 + self._drawn(part) for part in operand if not isinstance(part, list))
        if not isinstance(operand, str | bytes):
            return 0
        self.page_text += len(operand)
        if self.page_text > MAXIMUM_PAGE_TEXT:
            raise _Beyond(Unreadable.PAGE, MAXIMUM_PAGE_TEXT)
        return len(operand) // 10

    def _fonts(self, drawn: Any) -> None:
        """Count the fonts of a page or form: pypdf reads them anew each time."""
        resources = drawn.get("/Resources")
        fonts = None if resources is None else resources.get_object().get("/Font")
        for font in () if fonts is None else fonts.get_object().values():
            self._take(50 + _cost(font.get_object()) // 4)


def _predicted(stream: Any) -> bool:
    """Tell whether the bytes of a stream are put together one by one, which takes longer."""
    found = None if stream is None else stream.get_object()
    parts = found if isinstance(found, list) else [found]
    return any(isinstance(one := part, dict) and "/DecodeParms" in one for part in _objects(parts))


def _objects(parts: Any) -> Iterator[Any]:
    return (part if part is None else part.get_object() for part in parts)


def _cost(font: Any) -> int:
    """Return about how many bytes of letters a font has; refuse letters that are long texts."""
    letters = font.get("/ToUnicode")
    data = getattr(letters and letters.get_object(), "get_data", bytes)()
    if len(data) > MAXIMUM_FONT:
        raise _Beyond(Unreadable.FONT, MAXIMUM_FONT // 1_000_000)
    encoding = font.get("/Encoding")
    encoding = encoding.get_object() if encoding is not None else None
    names = encoding.get("/Differences") if isinstance(encoding, dict) else None
    names = () if names is None else names.get_object()
    if _LONG_LETTER.search(data) or any(
        isinstance(name, str) and len(name) > MAXIMUM_LETTER for name in names
    ):
        raise _Beyond(Unreadable.LETTER, MAXIMUM_LETTER)
    widths = 0
    for part in _objects(font.get("/DescendantFonts", ())):
        listed = part.get("/W") if isinstance(part, dict) else None
        widths += 0 if listed is None else 10_000 + len(listed.get_object())
    return len(data) + 2 * len(names) + widths


class _Silence:
    """
    While anybody reads here, pypdf says nothing: its warnings quote the document.

    They would reach the handlers of the root logger, or be printed where there are none.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readers = 0
        self._level = logging.NOTSET

    def __enter__(self) -> None:
        log = logging.getLogger("pypdf")
        with self._lock:
            if not self._readers:
                self._level = log.level
                log.setLevel(logging.CRITICAL + 1)
            self._readers += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._readers -= 1
            if not self._readers:
                logging.getLogger("pypdf").setLevel(self._level)


_SILENT = _Silence()
