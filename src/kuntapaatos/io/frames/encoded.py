"""
A rule for every row: kind, period or hours as columns of their own.

Such a column holds few different texts, the Finnish terms that `str()` and
`.value` give; each combination that occurs is compiled once, and a row costs one
look-up more than under a single rule.

>>> import kuntapaatos as kp
>>> kinds = np.array(["kirje", "sähköinen viesti", None, "kirje"], dtype=object)
>>> rules = rule_column(kinds, kp.Period.days(14))
>>> rules.codes.tolist()
[0, 1, -1, 0]
>>> [str(rule) for rule in rules.rules]
['kirje (yleinen), 14 päivää', 'sähköinen viesti (yleinen), 14 päivää']
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

from attrs import field, frozen

from kuntapaatos.checks import as_member
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.frames.extra import NDArray, np, nw, pa
from kuntapaatos.io.frames.matters import Matter
from kuntapaatos.io.frames.objects import at_row, is_missing, of_array
from kuntapaatos.io.frames.rules import Rule
from kuntapaatos.notice import NoticeKind, Regime
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import DecisionKind, MakerKind, RemedyKind, Subject
from kuntapaatos.time_limit import Period

__all__ = ["RuleColumn", "matter_column", "rule_column"]


@frozen(eq=False)
class RuleColumn:
    """
    One rule a row, as codes into a few rules.

    Attributes:
        codes: For each row the place of its rule in *rules*; -1 where it is missing.
        rules: The different rules.

    Raises:
        InvalidValue: A code has no rule, or a field is of another kind.
    """

    codes: NDArray[np.integer] = field()
    rules: tuple[Rule | Matter, ...] = field()

    @rules.validator
    def _codes_have_rules(self, _: object, rules: object) -> None:
        if not isinstance(rules, tuple) or not all(
            isinstance(rule, Rule | Matter) for rule in rules
        ):
            raise InvalidValue("rules", rules, "a tuple of Rule or Matter")
        codes: Any = self.codes
        if not isinstance(codes, np.ndarray) or codes.dtype.kind not in "iu" or codes.ndim != 1:
            raise InvalidValue("codes", codes, "a flat numpy array of whole numbers")
        if codes.size and not (codes.min() >= -1 and codes.max() < len(rules)):
            raise InvalidValue(
                "codes", f"{codes.min()} to {codes.max()}", f"from -1 to {len(rules) - 1}"
            )

    def part(self, start: int, length: int) -> RuleColumn:
        """Return the rules of some rows, without copying them."""
        return RuleColumn(self.codes[start : start + length], self.rules)


_Codes: TypeAlias = NDArray[np.int64]
_Part: TypeAlias = tuple[_Codes | None, list[Any]]
# More combinations than this are no categories.
_MOST = 1 << 24


def _dictionary(column: Any, name: str) -> Any:
    """Return a column of texts as one Arrow dictionary array."""
    if isinstance(column, np.ndarray):
        column = of_array(column, name)
    elif not isinstance(column, pa.Array | pa.ChunkedArray):
        try:
            column = nw.from_native(column, series_only=True).to_arrow()
        except TypeError:
            raise InvalidValue(name, column, "one value for all rows, or a column") from None
    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    if isinstance(column, pa.ChunkedArray):
        column = column.unify_dictionaries().combine_chunks()
    return column


def _encoded(
    given: object, name: str, of_text: Callable[[Any], object]
) -> tuple[_Codes | None, list[Any]]:
    """Return the code of each row and the values that occur; no codes for a constant."""
    missing = _MISSING.get(name, (None,))
    if isinstance(given, str):
        return None, [None if given in missing else of_text(given)]
    if given is None or isinstance(given, _VALUES):
        return None, [given]
    if isinstance(given, list | tuple) or str(getattr(given, "dtype", "")).lower() == "object":
        return _of_values(given, name, of_text, missing)
    column = _dictionary(given, name)
    texts = column.dictionary.to_pylist()
    codes = column.indices.cast(pa.int64()).fill_null(-1).to_numpy(zero_copy_only=False)
    counts = np.bincount(codes + 1, minlength=len(texts) + 1)[1:]
    used = [code for code, text in enumerate(texts) if counts[code] and text not in missing]
    places = np.full(len(texts) + 1, -1, np.int64)
    places[used] = np.arange(len(used))
    # A missing row has the code -1, which is the last place.
    return places[codes], [of_text(texts[code]) for code in used]


_ENUMS = (NoticeKind, Regime, Subject, RemedyKind, MakerKind, DecisionKind)
_VALUES = (*_ENUMS, Period, OfficeHours, bool, date)
# `read_folder` writes "" where an instruction does not say it.
_MISSING: dict[str, tuple[str | None, ...]] = {
    "period": (None, ""),
    "hours": (None, ""),
    "subject": (None, ""),
}


def _of_values(
    given: Any, name: str, of_text: Callable[[Any], object], missing: tuple[str | None, ...]
) -> tuple[_Codes, list[Any]]:
    """Return the same of Python objects: texts, or the values that they stand for."""
    codes: list[int] = []
    places: dict[object, int] = {}
    known: list[Any] = []
    for row, value in enumerate(given):
        if is_missing(value) or (isinstance(value, str) and value in missing):
            codes.append(-1)
            continue
        if not isinstance(value, (str, *_VALUES)):
            expected = "a column of texts, or of the values that they stand for"
            raise at_row(InvalidValue(name, value, expected), row)
        key = (type(value), value)
        if key not in places:
            places[key] = len(known)
            known.append(of_text(value) if isinstance(value, str) else value)
        codes.append(places[key])
    return np.array(codes, np.int64), known


def _of_enum(name: str, members: type[Enum]) -> Callable[[Any], object]:
    def of_text(text: Any) -> object:
        return as_member(name, members, text)

    return of_text


def _as_it_is(given: Any) -> object:
    return given


def rule_column(
    kind: Any,
    period: Any,
    hours: Any = None,
    *,
    regime: Any = Regime.GENERAL,
    to_authority: Any = False,
    pending: Any = None,
    procurement_begun_on: Any = None,
) -> RuleColumn:
    """
    Return one rule a row; each argument is one value for all rows, or a column.

    A column is a numpy array, an Arrow array, a series of any frame that narwhals
    knows, or a list.  Categories and dictionary-encoded columns are taken as they are;
    a list and a column of objects may also hold the values that the texts stand for.

    Args:
        kind: A `NoticeKind` or its Finnish term, such as "kirje", or a column of them.
        period: A `Period`, a text that `Period.parse` reads, such as "14 päivää", or a
            column of them; "" is missing.
        hours: `OfficeHours`, `None`, or a column of texts that `OfficeHours.parse`
            reads.  Where a row is missing or "" the hours are not known.
        regime: A `Regime`, or a column of its Finnish terms.
        to_authority: Whether the recipient is an authority, or a column of it.
        pending: Whether a building matter was pending on 1 January 2025, or a column
            of it.  Where a row is missing it is not known.
        procurement_begun_on: The day the procurement began, or a column of days.  Where a
            row is missing it is not known.

    Returns:
        The rules.  A row is missing where its kind, period, regime or recipient is.

    Raises:
        InvalidValue: A text is no term of its column, the columns have different
            lengths, or none of the arguments is a column.
        InvalidPeriod, InvalidHours: A text of *period* or *hours* cannot be read.

    >>> import kuntapaatos as kp
    >>> periods = pa.array(["14 päivää", "30 päivää", None]).dictionary_encode()
    >>> rules = rule_column(kp.NoticeKind.ONLINE_MINUTES, periods)
    >>> len(rules.rules), rules.codes.tolist()
    (2, [0, 1, -1])
    """
    parts = {
        "kind": _encoded(kind, "kind", _of_enum("kind", NoticeKind)),
        "period": _encoded(period, "period", Period.parse),
        "hours": _encoded(hours, "hours", OfficeHours.parse),
        "regime": _encoded(regime, "regime", _of_enum("regime", Regime)),
        **_facts(to_authority, pending, procurement_begun_on),
    }
    return _combined(parts, Rule)


def matter_column(
    subject: Any,
    kind: Any,
    hours: Any = None,
    *,
    remedy: Any = None,
    maker: Any = MakerKind.COMMITTEE,
    against: Any = DecisionKind.ORDINARY,
    to_authority: Any = False,
    pending: Any = None,
    procurement_begun_on: Any = None,
) -> RuleColumn:
    """
    Return one matter a row, for its own remedy, period and clock by law.

    Each argument is one value for all rows or a column, as in `rule_column`.

    Args:
        subject: A `Subject`, or a column of its Finnish terms; "" is missing.
        kind: A `NoticeKind`, or a column of its terms.
        hours: `OfficeHours`, `None`, or a column of texts; not known where missing.
        remedy: Which remedy, where several are open: a `RemedyKind`, or a column; where a
            row is missing, the one that there is.
        maker: A `MakerKind`, or a column of its terms.
        against: A `DecisionKind`, or a column of its terms.
        to_authority: As in `rule_column`.
        pending: As in `rule_column`.
        procurement_begun_on: As in `rule_column`.

    Returns:
        The matters.  A row is missing where its subject, kind, maker, decision or
        recipient is.

    Raises:
        InvalidValue, InvalidHours: As `rule_column`.

    >>> subjects = pa.array(["rakentamislupa", "yleinen", None])
    >>> found = matter_column(subjects, NoticeKind.ANNOUNCEMENT)
    >>> found.codes.tolist(), [str(one.subject.value) for one in found.rules]
    ([0, 1, -1], ['rakentamislupa', 'yleinen'])
    """
    parts = {
        "subject": _encoded(subject, "subject", _of_enum("subject", Subject)),
        "kind": _encoded(kind, "kind", _of_enum("kind", NoticeKind)),
        "hours": _encoded(hours, "hours", OfficeHours.parse),
        "remedy": _encoded(remedy, "remedy", _of_enum("remedy", RemedyKind)),
        "maker": _encoded(maker, "maker", _of_enum("maker", MakerKind)),
        "against": _encoded(against, "against", _of_enum("against", DecisionKind)),
        **_facts(to_authority, pending, procurement_begun_on),
    }
    return _combined(parts, Matter)


def _facts(to_authority: Any, pending: Any, procurement_begun_on: Any) -> dict[str, _Part]:
    return {
        "to_authority": _encoded(to_authority, "to_authority", _as_it_is),
        "pending": _encoded(pending, "pending", _as_it_is),
        "procurement_begun_on": _encoded(procurement_begun_on, "procurement_begun_on", _as_it_is),
    }


def _combined(parts: dict[str, _Part], make: Callable[..., Rule | Matter]) -> RuleColumn:
    """Return the combinations that occur, numbered in order."""
    lengths = {len(codes) for codes, _ in parts.values() if codes is not None}
    if len(lengths) != 1:
        raise InvalidValue("columns", sorted(lengths), "at least one, all of one length")
    for name in _OPEN & parts.keys():
        codes, known = parts[name]
        if codes is not None:
            # What is missing of hours or of a fact is not known; the days can be counted.
            codes[codes < 0] = len(known)
            known.append(None)
    total = math.prod(len(values) for _, values in parts.values())
    if total > _MOST:
        raise InvalidValue("columns", f"{total} combinations", f"of at most {_MOST}")
    length = lengths.pop()
    combined = np.zeros(length, np.int64)
    missing = np.zeros(length, np.bool_)
    for codes, values in parts.values():
        combined *= len(values)
        if codes is not None:
            missing |= codes < 0
            combined += codes
    combined[missing] = total
    used = np.flatnonzero(np.bincount(combined, minlength=total + 1)[:total])
    places = np.full(total + 1, -1, np.int32)
    places[used] = np.arange(len(used), dtype=np.int32)
    shape = [len(values) for _, values in parts.values()]
    rules = tuple(
        make(**{name: parts[name][1][place] for name, place in zip(parts, chosen, strict=True)})
        for chosen in zip(*np.unravel_index(used, shape), strict=True)
    )
    return RuleColumn(places[combined], rules)


_OPEN = frozenset({"hours", "remedy", "pending", "procurement_begun_on"})
"""What may be missing of a row that is counted all the same."""
