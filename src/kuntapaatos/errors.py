"""
What can go wrong, each fault with a name of its own.

Every error is a `KuntapaatosError` and also the built-in a caller would
expect.  The message is lower case: what was given, and what would have been
right.  Fields are positional, so that errors survive `pickle`.

>>> issubclass(DayOutOfRange, ValueError)
True
>>> str(NotADay("2024-12-13"))
"a day must be a datetime.date without a time of day; got '2024-12-13'"
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

__all__ = [
    "DayOutOfRange",
    "HoursUnknown",
    "InvalidAmount",
    "InvalidHours",
    "InvalidPeriod",
    "InvalidValue",
    "KuntapaatosError",
    "NaiveMoment",
    "NoFeeKnown",
    "NoRuleInForce",
    "NotADay",
    "NotRebuttable",
    "PeriodMissing",
    "UnreadableInput",
]

# Plain classes on purpose: an attrs class costs about half a millisecond at
# import, and an error needs nothing that attrs adds.


class KuntapaatosError(Exception):
    """The base of every error of this library."""


_LONGEST = 200


def _given(value: object) -> str:
    """Show what was given, shortened, also when it cannot show itself."""
    try:
        text = repr(value)
    except ValueError:  # an int of more than 4300 digits
        return f"a very long {type(value).__name__}"
    except Exception:  # noqa: BLE001 - the value is somebody else's
        return f"a {type(value).__name__}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


class NotADay(KuntapaatosError, TypeError):
    """Something that is no calendar day: a `datetime`, a text, a number."""

    def __init__(self, given: object) -> None:
        super().__init__(given)
        self.given = given

    def __str__(self) -> str:
        return f"a day must be a datetime.date without a time of day; got {_given(self.given)}"


class DayOutOfRange(KuntapaatosError, ValueError):
    """A day before 1992-01-01 or after 2100-12-31."""

    def __init__(self, given: date) -> None:
        super().__init__(given)
        self.given = given

    def __str__(self) -> str:
        return (
            "days are supported from 1992-01-01 to 2100-12-31, since the calendar "
            f"and the law differed earlier; got {self.given.isoformat()}"
        )


class NaiveMoment(KuntapaatosError, ValueError):
    """A moment without a time zone, or something that is no moment."""

    def __init__(self, given: object) -> None:
        super().__init__(given)
        self.given = given

    def __str__(self) -> str:
        return f"a moment must be a datetime with a time zone; got {_given(self.given)}"


class InvalidPeriod(KuntapaatosError, ValueError):
    """A period that is not a positive whole number of days, weeks, months or years."""

    def __init__(self, given: object) -> None:
        super().__init__(given)
        self.given = given

    def __str__(self) -> str:
        return (
            "a period must be a positive whole number of days, weeks, months or years "
            f"within 1992-2100; got {_given(self.given)}"
        )


class InvalidHours(KuntapaatosError, ValueError):
    """Opening hours that cannot be: read wrong, or closing before they open."""

    def __init__(self, given: object, expected: str) -> None:
        super().__init__(given, expected)
        self.given = given
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.expected}; got {_given(self.given)}"


class HoursUnknown(KuntapaatosError, LookupError):
    """The opening hours are not known, or not for that day."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def __str__(self) -> str:
        return f"the office's hours on {self.day.isoformat()} are not known; give OfficeHours"


class InvalidValue(KuntapaatosError, ValueError):
    """A field of a domain value that cannot be right."""

    def __init__(self, field: str, given: object, expected: str) -> None:
        super().__init__(field, given, expected)
        self.field = field
        self.given = given
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.field} must be {self.expected}; got {_given(self.given)}"


class NoRuleInForce(KuntapaatosError, LookupError):
    """No rule with a source covers the day: too early, or already ended."""

    def __init__(self, what: str, day: date, known: str) -> None:
        super().__init__(what, day, known)
        self.what = what
        self.day = day
        self.known = known

    def __str__(self) -> str:
        return f"no rule for {self.what} on {self.day.isoformat()}: {self.known}"


class NotRebuttable(KuntapaatosError, ValueError):
    """A day of notice that the law fixes and no proof displaces."""

    def __init__(self, what: str, provision: str) -> None:
        super().__init__(what, provision)
        self.what = what
        self.provision = provision

    def __str__(self) -> str:
        return (
            f"the day of notice by {self.what} is fixed by {self.provision} "
            "and is not displaced by proof"
        )


class PeriodMissing(KuntapaatosError, LookupError):
    """An instruction that states no period, so that no last day can be counted."""

    def __init__(self, remedy: str, known: str) -> None:
        super().__init__(remedy, known)
        self.remedy = remedy
        self.known = known

    def __str__(self) -> str:
        return f"the instruction states no period for {self.remedy}; {self.known}"


class InvalidAmount(KuntapaatosError, ValueError):
    """An amount that is no `Decimal`, below zero or finer than a cent."""

    def __init__(self, given: object) -> None:
        super().__init__(given)
        self.given = given

    def __str__(self) -> str:
        return f"amount must be a Decimal of whole cents, not negative; got {_given(self.given)}"


class NoFeeKnown(KuntapaatosError, LookupError):
    """No bracket of the schedule covers the population."""

    def __init__(self, population: int, below: str | None, above: str | None) -> None:
        super().__init__(population, below, above)
        self.population = population
        self.below = below
        self.above = above

    def __str__(self) -> str:
        near = " and ".join(name for name in (self.below, self.above) if name is not None)
        return (
            f"no fee is known for {_given(self.population)} inhabitants; "
            f"{'nearest known brackets: ' + near if near else 'the schedule has no brackets'}"
        )


class UnreadableInput(KuntapaatosError, ValueError):
    """Input that cannot be read as a decision."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(name, why)
        self.name = name
        self.why = why

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


_T = TypeVar("_T")


def check_type(field: str, given: object, family: type | tuple[type, ...], expected: str) -> None:
    """
    Refuse what is not of a type.

    Raises:
        InvalidValue: *given* is something else.
    """
    if not isinstance(given, family):
        raise InvalidValue(field, given, expected)


def check_flag(field: str, given: object) -> None:
    """
    Refuse what is neither `True` nor `False`: a text "no" would count as true.

    Raises:
        InvalidValue: *given* is something else.
    """
    check_type(field, given, bool, "True or False")


def is_a(family: type, *more: type) -> Callable[[object, Any, Any], None]:
    """
    Return the check of an attrs field that holds one of these types.

    `type(None)` among them reads as "None" in the message.
    """
    families = (family, *more)
    names = ("None" if one is type(None) else one.__name__ for one in families)
    expected = f"of type {' or '.join(names)}"

    def check(_: object, attribute: Any, given: object) -> None:
        check_type(attribute.name, given, families, expected)

    return check


def all_of(
    field: str, values: Iterable[_T], family: type[_T] | tuple[type[_T], ...], expected: str
) -> tuple[_T, ...]:
    """
    Return several values of a type as a tuple.

    Raises:
        InvalidValue: *values* are not several, or one of them is something else.
    """
    if not isinstance(values, Iterable):
        raise InvalidValue(field, values, expected)
    found = tuple(values)
    for value in found:
        check_type(field, value, family, expected)
    return found
