"""
One value as a quiet table: the names of its fields as in code, its values in a language.

Colours and letters are those of the page around it, so that it reads in light and
dark.  What a document does not say is named in a last row; what belongs to a
person is not shown.

>>> from kuntapaatos.law import KUNTALAKI
>>> "Kuntalaki" in table(KUNTALAKI("138 §"))
True
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum
from typing import cast

from attrs import fields, frozen

from kuntapaatos.checks import all_of, check_type
from kuntapaatos.deadline import Deadline
from kuntapaatos.decision import Decision
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import Fee
from kuntapaatos.io.notebook.markup import element, escaped, glued
from kuntapaatos.io.wording.answers import said
from kuntapaatos.io.wording.voice import FINNISH, Voice, later
from kuntapaatos.law import Provision
from kuntapaatos.masks import masked
from kuntapaatos.notice import Notice
from kuntapaatos.shown import Value

__all__ = ["Listing", "listing", "table"]

_LONG, _SHORT = 240, 60
_HIDDEN = later("not shown (a person's details)")

# A notebook stripes its tables and sets them flush right; these do not.
_TABLE = "border-collapse:collapse;margin:.5em 0;max-width:56em;font-variant-numeric:tabular-nums"
_CAPTION = (
    "overflow-wrap:anywhere;caption-side:top;text-align:left;padding:.2em 0;color:inherit;"
    "font-style:normal"
)
_ROW = "background:none;border-top:1px solid;border-color:color-mix(in srgb,currentColor 20%,transparent)"  # noqa: E501
_CELL = "text-align:left;vertical-align:top;padding:.25em 0;overflow-wrap:anywhere;white-space:pre-line;border:0"  # noqa: E501
_CODE = "font-family:ui-monospace,monospace;font-size:.92em;opacity:.8"
# Not broken inside a word, in a table within a table either.
_NAME = (
    "text-align:left;vertical-align:top;font-weight:400;border:0;overflow-wrap:break-word;" + _CODE
)
_ROOM, _LESS_ROOM = ";padding:.25em 1.2em .25em 0", ";padding:.25em .6em .25em 0"
_APART = ";padding-right:1.2em;overflow-wrap:break-word"
_ABOVE = (
    "text-align:left;vertical-align:bottom;font-weight:600;border:0;padding:.25em 1.2em .25em 0"
)
_LINK = "color:inherit"
# What of a provision is an address of its own; no other text becomes a link.
_ADDRESSES = {"eli", "url"}
_LIST = "margin:0;padding-left:1.2em"

# What a value answers besides its fields, in the order a reader asks.
_ASKED: dict[type, tuple[str, ...]] = {
    Provision: ("act", "number", "section", "eli", "url"),
    Deadline: (
        *("last_day", "closes_at", "electronic_until", "latest", "remedy", "track", "notice"),
        *("notified_on", "period", "unmoved_last_day", "hours", "steps", "doubts", "law_as_of"),
    ),
    Notice: (
        *("kind", "day", "notified_on", "regime", "to_authority", "decided_on", "proven_day"),
        *("stated_days", "pending", "track", "rebuttable", "provisions", "doubts"),
    ),
    Fee: (
        *("net", "vat", "gross", "exactness", "year", "per", "without_tax", "with_tax", "facts"),
        *("steps", "doubts", "schedule", "law_as_of"),
    ),
}


def folded(label: str, content: str) -> str:
    """Return a line of markup below which more of it opens."""
    summary = element("summary", label, style="cursor:pointer")
    return element("details", summary + content)


def _name_of(value: Value, t: Voice) -> str:
    """Return what kind of value it is, and the first thing it says."""
    called = type(value).__name__
    for name, personal in _asked(value):
        given = getattr(value, name)
        if isinstance(given, str | Enum | Decimal) and not personal:
            line = " ".join(t.value(given).split())
            called += f": {line if len(line) <= _SHORT else f'{line[:_SHORT]}…'}"
            break
    return escaped(called)


def _text(text: str) -> str:
    text = glued(text.strip())
    if len(text) <= _LONG:
        return escaped(text)
    *whole, cut = text[: _LONG // 2].split()
    start = " ".join(whole or [cut])
    return folded(escaped(f"{start} …"), escaped(text))


def _link(address: str, content: str) -> str:
    return element("a", content, href=address, rel="noreferrer", style=_LINK)


def _cell(value: object, t: Voice) -> str:
    match value:
        case tuple() | list():
            listed = [_cell(one, t) for one in cast("Sequence[object]", value)]
            if len(listed) == 1:
                return listed[0]
            return element("ul", "".join(element("li", one) for one in listed), style=_LIST)
        case Provision() if value.url is not None:
            return _link(value.url, _text(t.source(value)))
        case Value() if not t.has_words(value):
            return folded(_name_of(value, t), _table(value, t, named=False))
        case _:
            return _text(t.value(value))


def _row(name: str, content: str, t: Voice, *, named: bool) -> str:
    # A long name is broken after an underscore only.
    broken = escaped(name).replace("_", "_<wbr>")
    style = _NAME + (_ROOM if named else _LESS_ROOM)
    head = element("th", broken, scope="row", lang="en", style=style)
    return element("tr", head + element("td", content, lang=t.language, style=_CELL), style=_ROW)


def _asked(value: Value) -> tuple[tuple[str, bool], ...]:
    """Return the names that are shown, and of each whether it holds a person's details."""
    for kind, names in _ASKED.items():
        if isinstance(value, kind):
            return tuple((name, False) for name in names)
    return tuple(
        (field.name, not field.repr)
        for field in fields(type(value))  # type: ignore[arg-type]
        if not field.name.startswith("_") and (field.repr or field.init)
    )


def table(value: Value, *, named: bool = True, language: str = FINNISH) -> str:
    """
    Return the fields of a domain value as an HTML table.

    Args:
        value: Any domain value.
        named: Whether a caption says what it is.
        language: A BCP 47 tag.

    Raises:
        InvalidValue: *value* is no domain value, or there is no such language.
    """
    check_type("value", value, Value, "a domain value")
    return _table(value, Voice(language), named=named)


def _table(value: Value, t: Voice, *, named: bool) -> str:
    rows: list[str] = []
    absent: list[str] = []
    for name, personal in _asked(value):
        given = getattr(value, name)
        if isinstance(value, Decision) and isinstance(given, str):
            given = masked(given)
        if given is None or given == ():
            absent.append(name)
        elif isinstance(value, Provision) and name in _ADDRESSES:
            rows.append(_row(name, _link(given, escaped(given)), t, named=named))
        else:
            rows.append(_row(name, t(_HIDDEN) if personal else _cell(given, t), t, named=named))
    if absent:
        names = element("span", escaped(", ".join(absent)), lang="en", style=_CODE)
        cell = element(
            "td", t("no value: {names}", names=names), colspan=2, lang=t.language, style=_CELL
        )
        rows.append(element("tr", cell, style=_ROW))
    caption = ""
    if named:
        called = element("strong", escaped(type(value).__name__), lang="en")
        line = f" {_text(t.value(value))}" if t.has_words(value) else ""
        caption = element("caption", called + line, lang=t.language, style=_CAPTION)
    return element("table", caption + element("tbody", "".join(rows)), style=_TABLE)


def opened(value: Value, *, language: str = FINNISH) -> str:
    """
    Return a value's own line, below which its table opens.

    Args:
        value: A domain value.
        language: A BCP 47 tag.

    Raises:
        InvalidValue: *value* is no domain value, or there is no such language.
    """
    inside, t = table(value, named=False, language=language), Voice(language)
    line = t.value(value) if t.has_words(value) else said(t, value).partition("\n")[0]
    return element("div", folded(_text(line), inside), lang=t.language, style=_CAPTION)


@frozen(repr=False)
class Listing:
    """
    Several answers below one another, that a notebook shows.

    Attributes:
        markup: The table, as HTML.
        rows: How many there are.
    """

    markup: str
    rows: int

    def _repr_html_(self) -> str:
        return self.markup

    def __repr__(self) -> str:
        return f"<Listing of {self.rows} rows>"


def listing(
    names: Sequence[str], rows: Iterable[Sequence[object]], *, language: str = FINNISH
) -> Listing:
    """
    Return a quiet table of rows, each value written as in a decision.

    Args:
        names: What stands above the columns.
        rows: As many values in each as there are names.
        language: A BCP 47 tag.

    Raises:
        InvalidValue: A name is no text, a row has another number of values, or there is
            no such language.

    >>> from datetime import date
    >>> listing(["published", "last day"], [(date(2024, 12, 13), date(2025, 1, 3))])
    <Listing of 1 rows>
    """
    t = Voice(language)
    called = all_of("names", names, str, "several texts")
    head = "".join(element("th", escaped(name), scope="col", style=_ABOVE) for name in called)
    body: list[str] = []
    for place, row in enumerate(all_of("rows", rows, Sequence, "several rows")):
        if len(row) != len(called):
            raise InvalidValue(f"rows[{place}]", row, f"{len(called)} values")
        cells = "".join(element("td", _cell(value, t), style=_CELL + _APART) for value in row)
        body.append(element("tr", cells, style=_ROW))
    inside = element("thead", element("tr", head)) + element("tbody", "".join(body))
    # Where the columns do not fit, the table is scrolled by itself, by keys too.
    label = ", ".join(called)
    markup = element(
        "div",
        element("table", inside, style=_TABLE),
        role="region",
        aria_label=label,
        tabindex=0,
        style="overflow-x:auto",
    )
    return Listing(markup, len(body))
