"""
What a field takes: the checks and the conversions that values share.

>>> from enum import Enum
>>> Colour = Enum("Colour", {"RED": "punainen"})
>>> as_member("colour", Colour, " Punainen ")
<Colour.RED: 'punainen'>
>>> all_of("days", 5, int, "several int")
Traceback (most recent call last):
    ...
kuntapaatos.errors.InvalidValue: days must be several int: one alone stands in a list, [...]; got 5
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any, SupportsIndex, TypeVar, cast

from kuntapaatos.errors import InvalidValue, NotADay

__all__ = [
    "all_of",
    "as_int",
    "as_int_or_none",
    "as_member",
    "as_members",
    "check_flag",
    "check_type",
    "is_a",
    "is_day",
    "is_day_or_none",
    "is_text",
    "is_text_or_none",
    "is_tuple_of",
    "is_whole",
    "one_or_all",
]

_T = TypeVar("_T")
_E = TypeVar("_E", bound=Enum)


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

    `type(None)` among them reads as "None" in the message, and `bool` as what it may be.
    """
    families = (family, *more)
    said = {type(None): "None", bool: "True or False"}
    expected = " or ".join(said.get(one, one.__name__) for one in families)
    if family is not bool:
        expected = f"of type {expected}"

    # Not through `check_type`: each field of each value of each row passes here.
    def check(_: object, attribute: Any, given: object) -> None:
        if not isinstance(given, families):
            raise InvalidValue(attribute.name, given, expected)

    return check


def is_text(_: object, attribute: Any, given: Any) -> None:
    """Refuse a field that is no text, or an empty one: what is not said is `None`."""
    if not isinstance(given, str) or not given.strip():
        raise InvalidValue(attribute.name, given, "a text that is not empty")


def is_text_or_none(_: object, attribute: Any, given: Any) -> None:
    """Refuse a field that is neither `None` nor a text that is not empty."""
    if given is not None and (not isinstance(given, str) or not given.strip()):
        raise InvalidValue(attribute.name, given, "a text that is not empty, or None")


def is_day(_: object, attribute: Any, given: Any) -> None:
    """Refuse a field that is no calendar day; also outside the supported years."""
    if not isinstance(given, date) or isinstance(given, datetime):
        raise NotADay(given, attribute.name)


def is_day_or_none(_: object, attribute: Any, given: Any) -> None:
    """Refuse a field that is neither `None` nor a calendar day."""
    if given is not None:
        is_day(_, attribute, given)


def is_whole(_: object, attribute: Any, given: Any) -> None:
    """Refuse a field that is no whole number from 0."""
    if type(given) is not int or given < 0:
        raise InvalidValue(attribute.name, given, "a whole number, not negative")


def is_tuple_of(family: type, *more: type) -> Callable[[object, Any, Any], None]:
    """Return the check of an attrs field that holds a tuple of these types."""
    families = (family, *more)
    expected = f"a tuple of {' or '.join(one.__name__ for one in families)}"

    def check(_: object, attribute: Any, given: object) -> None:
        if not isinstance(given, tuple):
            raise InvalidValue(attribute.name, given, expected)
        for value in given:
            if not isinstance(value, families):
                raise InvalidValue(attribute.name, value, expected)

    return check


def as_int(value: SupportsIndex) -> int:
    """Return a whole number of another library as an `int`, and anything else as it is."""
    if isinstance(value, bool) or not hasattr(type(value), "__index__"):
        return cast("int", value)
    return int(value)


def as_int_or_none(value: SupportsIndex | None) -> int | None:
    """Return a whole number as `as_int` does, and `None` as it is."""
    return None if value is None else as_int(value)


def as_member(field: str, family: type[_E], given: _E | str) -> _E:
    """
    Return the member of an enum that a text in the law's words means, in any case of letters.

    What is no text is returned as it is, for the field's own check.

    Raises:
        InvalidValue: No member is called so; the nearest ones are named.
    """
    if not isinstance(given, str) or isinstance(given, family):
        return given
    asked = " ".join(given.split()).casefold()
    known = {str(member.value).casefold(): member for member in family}
    if asked in known:
        return known[asked]
    from difflib import get_close_matches

    near = get_close_matches(asked[:200], known, n=3, cutoff=0.5) or list(known)[:6]
    words = ", ".join(repr(known[word].value) for word in near)
    raise InvalidValue(field, given, f"a {family.__name__}, such as {words}")


def as_members(field: str, family: type[_E], given: Iterable[_E | str]) -> tuple[_E, ...]:
    """Return several members of an enum as a tuple, each as `as_member` takes it."""
    several: Any = given
    if isinstance(given, Iterable) and not isinstance(given, str):
        several = [as_member(field, family, one) for one in given]
    return all_of(field, several, family, f"several {family.__name__}")


def one_or_all(
    field: str, values: Iterable[_T] | _T, family: type[_T] | tuple[type[_T], ...], expected: str
) -> tuple[_T, ...]:
    """
    Return several values of a type as a tuple, or one alone as a tuple of one.

    Raises:
        InvalidValue: *values* are neither, or one of them is something else.
    """
    several: Any = (values,) if isinstance(values, family) else values
    return all_of(field, several, family, expected)


def all_of(
    field: str, values: Iterable[_T], family: type[_T] | tuple[type[_T], ...], expected: str
) -> tuple[_T, ...]:
    """
    Return several values of a type as a tuple.

    Raises:
        InvalidValue: *values* are one value or a text and not several, or one of them
            is something else.
    """
    if not isinstance(values, Iterable) or isinstance(values, (str, bytes)):
        alone = ": one alone stands in a list, [...]" if isinstance(values, family) else ""
        raise InvalidValue(field, values, f"{expected}{alone}")
    found = tuple(values)
    for value in found:
        check_type(field, value, family, expected)
    return found
