"""
The whole calendar years something is agreed for.

>>> Term(2025, 2026).years
(2025, 2026)
"""

from __future__ import annotations

import re
from typing import Any

from attrs import Factory, field, frozen

from kuntapaatos.checks import as_int
from kuntapaatos.errors import InvalidValue
from kuntapaatos.shown import Value

__all__ = ["Term", "check_year", "is_year"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def check_year(name: str, year: object) -> None:
    """
    Refuse what is no year from 1900 to 2200.

    Raises:
        InvalidValue: *year* is something else.
    """
    if type(year) is not int or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidValue(name, year, f"an int from {_FIRST_YEAR} to {_LAST_YEAR}")


def is_year(_: object, attribute: Any, year: Any) -> None:
    """Refuse an attrs field that is no year from 1900 to 2200."""
    check_year(attribute.name, year)


def _check_in_order(term: Term, _: object, last_year: int) -> None:
    if last_year < term.first_year:
        raise InvalidValue("last_year", last_year, f"{term.first_year} or later")


def _first_year(term: Term) -> int:
    return term.first_year


@frozen(repr=False)
class Term(Value):
    """
    The whole calendar years something is agreed for (*kausi*).

    Attributes:
        first_year: The first year, included; from 1900 to 2200.
        last_year: The last year, included; the first one or later, by default the first.

    Raises:
        InvalidValue: A year is no `int` from 1900 to 2200, or the last one is
            before the first.

    >>> print(Term(2025, 2026))
    2025–2026
    """

    first_year: int = field(converter=as_int, validator=is_year)
    last_year: int = field(
        default=Factory(_first_year, takes_self=True),
        converter=as_int,
        validator=[is_year, _check_in_order],
    )

    @classmethod
    def parse(cls, text: str) -> Term:
        """
        Return the years that a text states: one, or the first and the last.

        Raises:
            InvalidValue: *text* is of no such form, or the years cannot be.

        >>> Term.parse("2025–2026") == Term(2025, 2026), Term.parse("2025") == Term(2025)
        (True, True)
        """
        given = text.strip() if isinstance(text, str) else ""
        found = re.fullmatch(r"([0-9]{4})(?:\s{0,3}[-–—]\s{0,3}([0-9]{4}))?", given)
        if found is None:
            raise InvalidValue("term", text, 'a text such as "2025–2026" or "2025"')
        return cls(int(found[1]), int(found[2] or found[1]))

    @property
    def years(self) -> tuple[int, ...]:
        """
        Every year of the term, in order.

        >>> Term(2025, 2026).years
        (2025, 2026)
        """
        return tuple(range(self.first_year, self.last_year + 1))

    def __str__(self) -> str:
        if self.first_year == self.last_year:
            return str(self.first_year)
        return f"{self.first_year}–{self.last_year}"
