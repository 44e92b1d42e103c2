"""
Names of a package that load when they are asked for (PEP 562).

Who counts a deadline needs no fees, and who reads a fee needs no municipalities: a
package says in a table which of its modules holds each name, and the first import
brings only what is used.  A type checker reads the same names as plain imports.

>>> import kuntapaatos
>>> print(kuntapaatos.Period.days(14))
14 päivää
>>> kuntapaatos.something_else
Traceback (most recent call last):
    ...
AttributeError: module 'kuntapaatos' has no attribute 'something_else'
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["names_of", "told"]

_TOLD: dict[str, str] = {}
_NOTHING: Mapping[str, str] = {}


def told(function: str, value: object) -> object:
    """
    Return what a function of the floors above gives for a value, as the top told.

    >>> from kuntapaatos import Term
    >>> str(told("html", Term(2025))).startswith("<table ")
    True
    """
    return getattr(import_module(_TOLD[function]), function)(value)


def names_of(
    package: str, homes: Mapping[str, str], *, modules: str = "", told: Mapping[str, str] = _NOTHING
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """
    Return the `__getattr__` and the `__dir__` of a package.

    Args:
        package: Its full name.
        homes: Each of its modules, and the names that are found in it, with spaces between.
        modules: The modules that are names of the package themselves, likewise.
        told: What `told` gives to the floors below: its modules, and their functions.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}
    apart = modules.split()
    for home, functions in told.items():
        _TOLD.update(dict.fromkeys(functions.split(), f"{package}.{home}"))

    def load(name: str) -> object:
        """Return a name, and keep it: it is asked for once."""
        if name in apart:
            return import_module(f"{package}.{name}")
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    def known() -> list[str]:
        """Name what is there, loaded or not."""
        return sorted({*vars(sys.modules[package]), *home_of, *apart})

    return load, known
