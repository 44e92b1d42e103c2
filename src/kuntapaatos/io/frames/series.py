"""
A column as the caller has it, and the way back to the same type.

numpy and Arrow arrays are taken as they are; a series of any other frame goes
through narwhals.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.frames.compiled import ZONE, MomentUnit
from kuntapaatos.io.frames.extra import np, nw, pa
from kuntapaatos.io.frames.objects import objects_of, of_array

__all__ = ["Column", "Given", "given"]

Column = TypeVar("Column")
"""A numpy array, an Arrow array, or a series of any frame that narwhals knows."""


class Given(NamedTuple):
    """
    A column that was given.

    Attributes:
        values: A numpy or an Arrow array.
        back: Makes the caller's type of an array like *values*; what numpy holds in UTC
            it shows in Finnish time, where the type has time zones.
        unit: In which unit this type of column holds moments; `None` for seconds.
    """

    values: Any
    back: Callable[[Any, bool], Any]
    unit: MomentUnit | None


def _same(values: Any, _moments: bool) -> Any:  # noqa: FBT001
    return values


def given(column: object, name: str) -> Given:
    """
    Return the values of a column and the way back.

    Raises:
        InvalidValue: *column* is no column.
    """
    if isinstance(column, np.ndarray | pa.Array | pa.ChunkedArray):
        return Given(column, _same, None)
    if isinstance(column, nw.Series):
        values, back, unit = given(column.to_native(), name)

        def wrapped(found: Any, moments: bool) -> Any:  # noqa: FBT001
            return nw.from_native(back(found, moments), series_only=True)

        return Given(values, wrapped, unit)
    if nw.dependencies.is_polars_series(column):
        return _of_polars(column, name)
    try:
        series: Any = nw.from_native(column, series_only=True)
    except TypeError:
        kind = type(column).__qualname__
        raise InvalidValue(name, kind, "a numpy array, an Arrow array or a series") from None
    if series.implementation.is_pandas():
        return _of_pandas(series.to_native(), name)

    def through_arrow(found: Any, _moments: bool) -> Any:  # noqa: FBT001
        frame = nw.from_arrow(pa.table({"answer": found}), backend=series.implementation)
        return frame["answer"].alias(series.name).to_native()

    return Given(series.to_arrow(), through_arrow, None)


def _of_polars(series: Any, name: str) -> Given:
    # A streaming query comes here once for every hundred thousand rows.
    make, called = type(series), series.name

    def of_arrow(found: Any, _moments: bool) -> Any:  # noqa: FBT001
        return make(called, found)

    if str(series.dtype) == "Object":
        return Given(objects_of(series, name), of_arrow, "us")
    return Given(series.to_arrow(), of_arrow, "us")


def _of_pandas(series: Any, name: str) -> Given:
    kind, make = series.dtype, type(series)
    same_rows = {"index": series.index, "name": series.name}
    if isinstance(kind, np.dtype) and kind.kind == "M":

        def of_numpy(found: Any, moments: bool) -> Any:  # noqa: FBT001
            plain = make(found, **same_rows)
            return plain.dt.tz_localize("UTC").dt.tz_convert(ZONE) if moments else plain

        resolution = cast(MomentUnit, np.datetime_data(kind)[0])
        return Given(series.to_numpy(), of_numpy, resolution)

    def of_arrow(found: Any, _moments: bool) -> Any:  # noqa: FBT001
        if hasattr(kind, "pyarrow_dtype"):
            return make(found, dtype=type(kind)(found.type), **same_rows)
        return found.to_pandas().set_axis(series.index).rename(series.name)

    objects = isinstance(kind, np.dtype) and kind.kind == "O"
    values = objects_of(series, name) if objects else of_array(series, name)
    return Given(values, of_arrow, None)
