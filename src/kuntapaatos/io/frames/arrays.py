"""
Deadlines of numpy and Arrow arrays.

Days are read where they lie.  A numpy answer goes to an array that the caller
may give; an Arrow answer keeps nulls, slices and chunks.

>>> from datetime import date
>>> import kuntapaatos as kp
>>> letter = Rule(kp.NoticeKind.LETTER, kp.Period.days(14), kp.OfficeHours.state())
>>> days = pa.array([date(2024, 12, 10), None])
>>> arrow_deadlines(days, letter, answer="last_day").to_pylist()
[datetime.date(2024, 12, 31), None]
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias, get_args

from kuntapaatos.errors import InvalidValue, NotADay
from kuntapaatos.io.frames.compiled import ZONE, Answer, MomentUnit, Unit
from kuntapaatos.io.frames.encoded import RuleColumn
from kuntapaatos.io.frames.extra import NDArray, np, pa
from kuntapaatos.io.frames.lookup import TICKS, Days, check_answered, fill, tables_of
from kuntapaatos.io.frames.matters import Matter
from kuntapaatos.io.frames.rules import Rule

__all__ = ["ArrowArray", "Outside", "arrow_deadlines", "arrow_type", "of_numpy"]

Outside: TypeAlias = Literal["error", "null"]
"""What becomes of a row that the scalar function refuses."""

ArrowArray: TypeAlias = Any
"""A `pyarrow.Array` or `pyarrow.ChunkedArray`; pyarrow ships no types."""


def check_choices(answer: object, outside: object) -> None:
    """
    Refuse what is none of the known answers and ways.

    Raises:
        InvalidValue: *answer* or *outside* is another text.
    """
    for name, given, known in (
        ("answer", answer, get_args(Answer)),
        ("outside", outside, get_args(Outside)),
    ):
        if given not in known:
            raise InvalidValue(name, given, f"one of {', '.join(map(repr, known))}")


def _rules(rule: object, rows: int) -> tuple[tuple[Rule | Matter, ...], Any]:
    """Return the rules, and their code for each row when there are several."""
    if isinstance(rule, Rule | Matter):
        return (rule,), None
    if not isinstance(rule, RuleColumn):
        expected = "a Rule or a Matter, or a RuleColumn made by rule_column() or matter_column()"
        raise InvalidValue("rule", rule, expected)
    if len(rule.codes) != rows:
        raise InvalidValue("rule", f"{len(rule.codes)} rows", f"as long as the days: {rows} rows")
    return rule.rules, rule.codes


def _numpy_ticks(days: NDArray[Any]) -> int:
    """Return how many of the array's units make a day."""
    unit, count = np.datetime_data(days.dtype) if days.dtype.kind == "M" else ("", 0)
    if count != 1 or unit not in {"D", *TICKS}:
        raise NotADay(days.dtype)
    return TICKS.get(unit, 1)


def _numpy_out(days: NDArray[Any], out: NDArray[Any] | None, unit: str) -> NDArray[Any]:
    """Return the array to write to: the caller's, or a new one."""
    kind = np.dtype(f"datetime64[{unit}]")
    if out is None:
        return np.empty(days.shape, kind)
    if (
        not isinstance(out, np.ndarray)
        or out.dtype != kind
        or out.shape != days.shape
        or not out.flags.writeable
        or not out.flags.c_contiguous
    ):
        raise InvalidValue(
            "out", out, f"a contiguous, writeable array of {kind} of the shape {days.shape}"
        )
    return out


def of_numpy(
    days: NDArray[Any],
    rule: Rule | Matter | RuleColumn,
    *,
    answer: Answer,
    outside: Outside,
    unit: MomentUnit | None = None,
    out: NDArray[Any] | None = None,
    threads: int = 1,
) -> NDArray[Any]:
    """
    Return an answer for each day of a numpy array; `deadlines` says the rest.

    Args:
        days: Days as datetime64, whole ones; *not a time* is missing.
        rule: One rule, or one a row of the flattened array.
        answer: What is asked for.
        outside: What becomes of a refused row.
        unit: What the answer is counted in; `None` for days and seconds.
        out: Where to write it.
        threads: At most so many threads.
    """
    ticks = _numpy_ticks(days)
    if isinstance(days, np.ma.MaskedArray):
        filled = days.filled(np.datetime64("NaT", "D"))
        found = of_numpy(
            filled, rule, answer=answer, outside=outside, unit=unit, out=out, threads=threads
        )
        return np.ma.masked_array(found, mask=np.isnat(found))
    counted: Unit = unit or ("s" if answer == "closes_at" else "D")
    found = _numpy_out(days, out, counted)
    flat = np.ascontiguousarray(days, days.dtype.newbyteorder("=")).reshape(-1)
    if np.may_share_memory(flat, found):
        flat = flat.copy()
    rules, codes = _rules(rule, flat.size)
    if flat.size:
        tables = tables_of(rules, answer, counted, codes is not None)
        numbers = Days(flat.view(np.int64), ticks, codes=codes)
        numbers_out = found.reshape(-1).view(np.int64)
        if fill(tables, numbers, numbers_out, threads) and outside == "error":
            check_answered(tables, numbers, numbers_out)
    return found


def arrow_type(answer: Answer, unit: Unit = "s") -> Any:
    """
    Return the Arrow type of an answer: date32, or a timestamp in Europe/Helsinki.

    >>> arrow_type("closes_at")
    TimestampType(timestamp[s, tz=Europe/Helsinki])
    """
    return pa.timestamp(unit, ZONE) if answer == "closes_at" else pa.date32()


def bits(buffer: Any, offset: int, length: int) -> NDArray[np.bool_]:
    """Return part of an Arrow bitmap, a value each."""
    first = offset // 8
    taken = np.frombuffer(buffer, np.uint8)[first : (offset + length + 7) // 8]
    found = np.unpackbits(taken, bitorder="little")[offset - first * 8 :][:length]
    return found.view(np.bool_)


def _arrow_storage(kind: Any) -> tuple[int, np.dtype[Any]]:
    """Return how many units of an Arrow type make a day, and how one is stored."""
    if pa.types.is_date32(kind):
        return 1, np.dtype(np.int32)
    if pa.types.is_date64(kind):
        return TICKS["ms"], np.dtype(np.int64)
    if pa.types.is_timestamp(kind) and kind.tz is None:
        return TICKS[kind.unit], np.dtype(np.int64)
    raise NotADay(kind)


def arrow_deadlines(
    days: ArrowArray,
    rule: Rule | Matter | RuleColumn,
    *,
    answer: Answer = "closes_at",
    outside: Outside = "error",
    unit: MomentUnit = "s",
    threads: int = 1,
) -> ArrowArray:
    """
    Return an answer for each day of an Arrow array: from date32 to date32 or timestamp.

    A pure function of its arguments, for engines that hand out Arrow batches.

    Args:
        days: A date32 array, chunked or not; date64 and timestamps without a time
            zone too, when they are midnights.  A dictionary is read through.
        rule: One rule, or one a row.
        answer: The closing moment, the last day or the notified day.
        outside: "error" raises what the scalar function raises; "null" leaves such a
            row missing.
        unit: The unit of the moments; days are always date32.
        threads: At most so many threads; one below five million rows.

    Returns:
        As long as *days*, in the same chunks, missing where they are.

    Raises:
        NotADay: The array holds no days.
        DayOutOfRange: A day, or its last day, is outside 1992-2100.
        NoRuleInForce: No row with a source covers a day.

    >>> from datetime import date
    >>> import kuntapaatos as kp
    >>> rule = Rule(kp.NoticeKind.EMAIL, kp.Period.days(14), kp.OfficeHours.state())
    >>> print(arrow_deadlines(pa.array([date(2024, 12, 10)]), rule)[0])
    2024-12-27 16:15:00+02:00
    """
    check_choices(answer, outside)
    return _of_arrow(days, rule, answer, outside, unit, threads, 0)


def _of_arrow(
    days: Any,
    rule: Rule | Matter | RuleColumn,
    answer: Answer,
    outside: Outside,
    unit: Unit,
    threads: int,
    row: int,
) -> Any:
    rules, codes = _rules(rule, len(days))
    if isinstance(days, pa.ChunkedArray):
        chunks = []
        for chunk in days.chunks:
            part = rule.part(row, len(chunk)) if isinstance(rule, RuleColumn) else rule
            chunks.append(_of_arrow(chunk, part, answer, outside, unit, threads, row))
            row += len(chunk)
        return pa.chunked_array(chunks, arrow_type(answer, unit))
    if pa.types.is_dictionary(days.type):
        days = days.dictionary_decode()
    kind = arrow_type(answer, unit)
    if pa.types.is_null(days.type):
        return pa.nulls(len(days), kind)
    ticks, width = _arrow_storage(days.type)
    if days.null_count == len(days):
        return pa.nulls(len(days), kind)
    validity, data = days.buffers()
    numbers = np.frombuffer(data, width, len(days), days.offset * width.itemsize)
    present = bits(validity, days.offset, len(days)) if days.null_count else None
    given = Days(numbers, ticks, present, has_nat=False, codes=codes, row=row)
    storage: Unit = unit if answer == "closes_at" else "date32"
    tables = tables_of(rules, answer, storage, codes is not None)
    memory = pa.allocate_buffer(len(days) * tables.values.itemsize)
    out = np.frombuffer(memory, tables.values.dtype)
    some_missing = fill(tables, given, out, threads)
    if some_missing and outside == "error":
        check_answered(tables, given, out)
    if some_missing:
        answered = out != tables.missing
        present = answered if present is None else answered & present
    validity = None
    if present is not None:
        validity = pa.py_buffer(np.packbits(present, bitorder="little"))
    return pa.Array.from_buffers(kind, len(days), [validity, memory])
