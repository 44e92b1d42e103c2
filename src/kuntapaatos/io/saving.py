r"""
A file that is there whole or not at all: written aside, then moved into place.

For whatever the other forms give: a calendar's bytes, a JSON text, a picture.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     target = Path(folder) / "kausi.json"
...     save(target, '{"first_year":2025}\n')
...     target.read_text(encoding="utf-8"), [found.name for found in target.parent.iterdir()]
('{"first_year":2025}\n', ['kausi.json'])
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kuntapaatos.errors import InvalidValue

__all__ = ["save"]

_READABLE = 0o644


def save(path: str | Path, content: str | bytes) -> None:
    """
    Write a file so that nobody ever sees a part of it.

    A file that is there keeps its mode and, if anything goes wrong, its content.

    Args:
        path: The file; its folder must be there.
        content: Bytes as they are, such as a calendar's; a text in UTF-8, its line
            ends as they are.

    Raises:
        InvalidValue: *content* is neither, or a text that UTF-8 cannot hold.
        OSError: The file cannot be written; the error names *path*.
    """
    if not isinstance(content, str | bytes):
        raise InvalidValue("content", content, "a str or bytes")
    try:
        data = content.encode() if isinstance(content, str) else content
    except UnicodeEncodeError:
        raise InvalidValue("content", "a text with half a character", "whole characters") from None
    target = Path(path)
    try:
        _write(target, data)
    except OSError as error:
        # Not the name of the file aside, which is gone and was never asked for.
        raise OSError(error.errno, error.strerror, str(target)) from None


def _write(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        aside.chmod(target.stat().st_mode & 0o777 if target.is_file() else _READABLE)
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
