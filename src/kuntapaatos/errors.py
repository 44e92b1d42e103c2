"""
What can go wrong, each fault with a name of its own.

Every error is a `KuntapaatosError` and also the built-in a caller would
expect.  The message is lower case: what was given, and what would have been
right.  Fields are positional, so that errors survive `pickle`.

>>> issubclass(DayOutOfRange, ValueError)
True
>>> str(NotADay("2024-12-13"))
"a day must be a datetime.date without a time of day, as date(2024, 12, 13); got '2024-12-13'"
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from enum import Enum

from kuntapaatos.masks import masked

__all__ = [
    "DayOutOfRange",
    "FactMissing",
    "FeeNotExact",
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
    "PopulationUnknown",
    "UnknownMunicipality",
    "UnreadableInput",
]

# Plain classes on purpose: an attrs class costs about half a millisecond at
# import, and an error needs nothing that attrs adds.


class KuntapaatosError(Exception):
    """The base of every error of this library."""


_LONGEST = 200


def _given(value: object, field: str = "") -> str:
    """Show what was given, masked and shortened, also when it cannot show itself."""
    if field.startswith(_OF_PEOPLE):
        return f"a {type(value).__name__}"
    try:
        text = repr(value)
    except ValueError:  # an int of more than 4300 digits
        return f"a very long {type(value).__name__}"
    except Exception:  # noqa: BLE001 - the value is somebody else's
        return f"a {type(value).__name__}"
    # What is cut off must not leave half of what would have been masked.
    text = masked(text[: 4 * _LONGEST])
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


_OF_PEOPLE = ("contacts", "recipients", "presenter", "email", "phone")


class NotADay(KuntapaatosError, TypeError):
    """Something that is no calendar day: a `datetime`, a text, a number."""

    def __init__(self, given: object, field: str = "a day") -> None:
        super().__init__(given, field)
        self.given = given
        self.field = field

    def __str__(self) -> str:
        meant = _meant(self.given)
        mend = "" if meant is None else f", as date({meant.year}, {meant.month}, {meant.day})"
        return (
            f"{self.field} must be a datetime.date without a time of day{mend}; "
            f"got {_given(self.given)}"
        )


def _meant(given: object) -> date | None:
    """Return the day that is surely meant by what is no `date`, for a message alone."""
    if isinstance(given, datetime):
        # Another moment than a bare midnight may be of the next day in Finland.
        return given.date() if given.tzinfo is None and given.time() == time() else None
    bare = isinstance(given, str) or type(given).__name__ == "datetime64"
    text = str(given)[:30] if bare else ""
    finnish = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text.strip())
    try:
        if finnish is None:
            return date.fromisoformat(text.strip())
        return date(int(finnish[3]), int(finnish[2]), int(finnish[1]))
    except ValueError:
        return None


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

    def __init__(self, given: object, expected: str | None = None) -> None:
        super().__init__(given, expected)
        self.given = given
        self.expected = expected

    def __str__(self) -> str:
        if self.expected is not None:
            return f"a period must be {self.expected}; got {_given(self.given)}"
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
        return f"{self.field} must be {self.expected}; got {_given(self.given, self.field)}"


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
    """An amount that is no `int` and no `Decimal`, below zero or finer than a cent."""

    def __init__(self, given: object) -> None:
        super().__init__(given)
        self.given = given

    def __str__(self) -> str:
        return (
            "amount must be an int or a Decimal of euros in whole cents, not negative; "
            f"got {_given(self.given)}"
        )


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


class UnknownMunicipality(KuntapaatosError, LookupError):
    """A name or a code of no municipality."""

    def __init__(self, given: object, near: tuple[str, ...], why: str | None = None) -> None:
        super().__init__(given, near, why)
        self.given = given
        self.near = near
        self.why = why

    def __str__(self) -> str:
        if self.why is not None:
            return f"{_given(self.given)} is {self.why}"
        near = f"; near it are {', '.join(self.near)}" if self.near else ""
        return f"no municipality is called {_given(self.given)}{near}"


class PopulationUnknown(KuntapaatosError, LookupError):
    """A year or a municipality of which the table has no number of inhabitants."""

    def __init__(self, municipality: str, year: int, known: str) -> None:
        super().__init__(municipality, year, known)
        self.municipality = municipality
        self.year = year
        self.known = known

    def __str__(self) -> str:
        return (
            f"the inhabitants of {self.municipality} at the end of {self.year} are not in the "
            f"table: {self.known}; give their number, or a table with it, as "
            "`python -m kuntapaatos.io.statfin FILE` makes from Statistics Finland's file"
        )


class FactMissing(KuntapaatosError, LookupError):
    """A fact that a rule of a fee counts with, and that was not given."""

    def __init__(self, fact: str, term: str) -> None:
        super().__init__(fact, term)
        self.fact = fact
        self.term = term

    def __str__(self) -> str:
        return f"the fee cannot be counted without {self.fact} ({self.term}); give it"


class FeeNotExact(KuntapaatosError, ValueError):
    """A sum that is about, at most, at least or open, where an exact one is needed."""

    def __init__(self, what: str, given: str) -> None:
        super().__init__(what, given)
        self.what = what
        self.given = given

    def __str__(self) -> str:
        return f"{self.what} is not exact: {self.given}"


class Unreadable(Enum):
    """Why input cannot be read, in English, with places for the bounds that it goes beyond."""

    NO_TEXT = "is no text file"
    ENCODING = "is in an encoding that is not known; save it as UTF-8"
    ENCODED_TWICE = "was encoded as UTF-8 twice; its letters are lost"
    TOO_LARGE = "is larger than {} MB"
    WORD_PROCESSOR = "is a document of a word processor; save it as text or PDF"
    NO_PDF = "is no PDF file, or is damaged"
    PASSWORD = "is locked with a password"
    LOCKED = "is locked in a way that cannot be opened"
    SCAN = "has no text, only images of pages (a scan); recognise its text first"
    PACKED = (
        "unpacks to more than is read: at most {} MB a stream and {} operators and operands a page"
    )
    STEPS = "takes more than {} steps to read"
    PAGE = "has a page with more than {} characters"
    FONT = "has a font with more than {} MB of letters"
    LETTER = "has a font with a letter of more than {} characters"
    PAGES = "has more than {} pages"
    MARKS = "has more than {} tags and attributes"
    DEPTH = "has more than {} nested elements"
    NESTED = "is nested too deeply"


class UnreadableInput(KuntapaatosError, ValueError):
    """
    Input that cannot be read as a decision.

    Attributes:
        name: What the input is called.
        code: Why, where it is one of the known reasons; else `None`.
        bounds: The bounds that it goes beyond, with their thousands apart.
        why: The reason as a text.
    """

    def __init__(self, name: str, why: str | Unreadable, *bounds: int) -> None:
        super().__init__(name, why, *bounds)
        self.name = name
        self.code: Unreadable | None = why if isinstance(why, Unreadable) else None
        self.bounds: tuple[str, ...] = tuple(f"{bound:,}".replace(",", " ") for bound in bounds)
        self.why: str = why.value.format(*self.bounds) if isinstance(why, Unreadable) else why

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"
