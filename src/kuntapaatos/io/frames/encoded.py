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
import re
from collections.abc import Callable
from contextlib import suppress
from itertools import product
from typing import Any, TypeAlias

from attrs import field, frozen

from kuntapaatos.errors import InvalidPeriod, InvalidValue
from kuntapaatos.io.frames.extra import NDArray, np, nw, pa
from kuntapaatos.io.frames.rules import Rule
from kuntapaatos.notice import NoticeKind, Regime
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.time_limit import Period, PeriodUnit

__all__ = ["RuleColumn", "rule_column"]


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
    rules: tuple[Rule, ...] = field()

    @rules.validator
    def _codes_have_rules(self, _: object, rules: object) -> None:
        if not isinstance(rules, tuple) or not all(isinstance(rule, Rule) for rule in rules):
            raise InvalidValue("rules", rules, "a tuple of Rule")
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
# More combinations than this are no categories.
_MOST = 1 << 24


def _dictionary(column: Any, name: str) -> Any:
    """Return a column of texts as one Arrow dictionary array."""
    if isinstance(column, np.ndarray):
        column = pa.array(column, from_pandas=True)
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
    if given is None or isinstance(given, NoticeKind | Period | OfficeHours | Regime | bool):
        return None, [given]
    column = _dictionary(given, name)
    texts = column.dictionary.to_pylist()
    codes = column.indices.cast(pa.int64()).fill_null(-1).to_numpy(zero_copy_only=False)
    counts = np.bincount(codes + 1, minlength=len(texts) + 1)[1:]
    used = [code for code, text in enumerate(texts) if counts[code] and text is not None]
    places = np.full(len(texts) + 1, -1, np.int64)
    places[used] = np.arange(len(used))
    # A missing row has the code -1, which is the last place.
    return places[codes], [of_text(texts[code]) for code in used]


def _of_enum(name: str, members: type[NoticeKind] | type[Regime]) -> Callable[[Any], object]:
    def of_text(text: Any) -> object:
        try:
            return members(text)
        except ValueError:
            known = ", ".join(repr(member.value) for member in members)
            raise InvalidValue(name, text, f"one of {known}") from None

    return of_text


def _period(text: Any) -> Period:
    """Return the period that `str()` shows in this way."""
    lengths = re.findall(r"\A[0-9]{1,5}(?= \w{1,12}\Z)", text) if isinstance(text, str) else []
    for unit, length in product(PeriodUnit, lengths):
        with suppress(InvalidPeriod):
            period = Period(unit, int(length))
            if str(period) == text:
                return period
    raise InvalidValue("period", text, "written like '14 päivää' or '1 kuukausi'")


def _yes_or_no(given: Any) -> object:
    return given


def rule_column(
    kind: Any,
    period: Any,
    hours: Any = None,
    *,
    regime: Any = Regime.GENERAL,
    to_authority: Any = False,
    pending: Any = None,
) -> RuleColumn:
    """
    Return one rule a row; each argument is one value for all rows, or a column.

    A column is a numpy array, an Arrow array or a series of any frame that narwhals
    knows.  Categories and dictionary-encoded columns are taken as they are.

    Args:
        kind: A `NoticeKind`, or a column of its Finnish terms, such as "kirje".
        period: A `Period`, or a column of texts such as "14 päivää" and "1 kuukausi".
        hours: `OfficeHours`, `None`, or a column of texts that `OfficeHours.parse`
            reads.  Where a row is missing the hours are not known.
        regime: A `Regime`, or a column of its Finnish terms.
        to_authority: Whether the recipient is an authority, or a column of it.
        pending: Whether a building matter was pending on 1 January 2025, or a column
            of it.  Where a row is missing it is not known.

    Returns:
        The rules.  A row is missing where its kind, period, regime or recipient is.

    Raises:
        InvalidValue: A text is no term of its column, the columns have different
            lengths, or none of the arguments is a column.
        InvalidHours: A text of *hours* cannot be read.

    >>> import kuntapaatos as kp
    >>> periods = pa.array(["14 päivää", "30 päivää", None]).dictionary_encode()
    >>> rules = rule_column(kp.NoticeKind.ONLINE_MINUTES, periods)
    >>> len(rules.rules), rules.codes.tolist()
    (2, [0, 1, -1])
    """
    parts = [
        _encoded(kind, "kind", _of_enum("kind", NoticeKind)),
        _encoded(period, "period", _period),
        _encoded(hours, "hours", OfficeHours.parse),
        _encoded(regime, "regime", _of_enum("regime", Regime)),
        _encoded(to_authority, "to_authority", _yes_or_no),
        _encoded(pending, "pending", _yes_or_no),
    ]
    lengths = {len(codes) for codes, _ in parts if codes is not None}
    if len(lengths) != 1:
        raise InvalidValue("columns", sorted(lengths), "at least one, all of one length")
    for codes, known in (parts[2], parts[5]):
        if codes is not None:
            # What is missing of hours or pending is not known; the days can be counted.
            codes[codes < 0] = len(known)
            known.append(None)
    total = math.prod(len(values) for _, values in parts)
    if total > _MOST:
        raise InvalidValue("columns", f"{total} combinations", f"of at most {_MOST}")
    return _combined(parts, lengths.pop(), total)


def _combined(parts: list[tuple[_Codes | None, list[Any]]], length: int, total: int) -> RuleColumn:
    """Return the combinations that occur, numbered in order."""
    combined = np.zeros(length, np.int64)
    missing = np.zeros(length, np.bool_)
    for codes, values in parts:
        combined *= len(values)
        if codes is not None:
            missing |= codes < 0
            combined += codes
    combined[missing] = total
    used = np.flatnonzero(np.bincount(combined, minlength=total + 1)[:total])
    places = np.full(total + 1, -1, np.int32)
    places[used] = np.arange(len(used), dtype=np.int32)
    rules = []
    shape = [len(values) for _, values in parts]
    for chosen in zip(*np.unravel_index(used, shape), strict=True):
        kind, period, hours, *rest = (
            values[place] for place, (_, values) in zip(chosen, parts, strict=True)
        )
        named = dict(zip(("regime", "to_authority", "pending"), rest, strict=True))
        rules.append(Rule(kind, period, hours, **named))
    return RuleColumn(places[combined], tuple(rules))
