"""
One writer a file: a lock that the system takes away when its holder is gone.

>>> import tempfile
>>> with tempfile.TemporaryFile() as file:
...     locked(file.fileno())
True
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

__all__ = ["locked"]

# Windows locks bytes: one that is not read, near the end of what its function can reach.
_FAR = 0x7FFF_FFFE


def _by_file(fcntl: Any, file: int) -> None:
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _by_byte(msvcrt: Any, file: int) -> None:
    os.lseek(file, _FAR, os.SEEK_SET)
    msvcrt.locking(file, msvcrt.LK_NBLCK, 1)


_WAYS: tuple[tuple[str, Callable[[Any, int], None]], ...] = (
    ("fcntl", _by_file),
    ("msvcrt", _by_byte),
)


def locked(file: int) -> bool:
    """
    Lock an open file for this opening of it, until it is closed.

    Args:
        file: The descriptor of a file that is open for writing.

    Returns:
        Whether nobody else holds it; also true where the system, or the file system,
        has no locks.
    """
    for name, lock in _WAYS:
        try:
            system = import_module(name)
        except ImportError:
            continue
        with suppress(OSError):
            return _holds(lock, system, file)
    return True


def _holds(lock: Callable[[Any, int], None], system: Any, file: int) -> bool:
    try:
        lock(system, file)
    except (BlockingIOError, PermissionError):
        return False
    return True
