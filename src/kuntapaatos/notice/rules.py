"""
The rules of notice as the table has them: one line of `law/notices.csv`, one rule.

A row says: told in this way, under these rules, to this recipient, the decision
counts as received so many days later, for whom, and whether another day may be
shown.  Both days of validity are included.  An amendment is a new row.

>>> all_rules()[0].days
7
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from kuntapaatos.doubts import DoubtCode
from kuntapaatos.law import Confidence, DatedBy, provision
from kuntapaatos.law.tables import day, flag, one_of, or_none, read, several, text, whole
from kuntapaatos.notice.kinds import NoticeKind, NoticeRule, Regime, Track

__all__ = ["all_rules"]


def _to_authority(cell: str) -> bool | None:
    """Return whether the recipient is an authority; an empty cell leaves it open."""
    answers = {"kyllä": True, "ei": False, "": None}
    if cell not in answers:
        raise ValueError("kyllä, ei or empty")
    return answers[cell]


# The headings of `notices.csv`: which field each fills, and how it is read.
_COLUMNS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "tapa": ("kind", one_of(NoticeKind)),
    "sääntely": ("regime", one_of(Regime)),
    "viranomaiselle": ("to_authority", _to_authority),
    "päivää": ("days", whole),
    "kenen": ("track", one_of(Track)),
    "kumottavissa": ("rebuttable", flag),
    "vain myöhemmäksi": ("only_later", flag),
    "säännökset": ("provisions", several(provision)),
    "ratkaisee": ("dated_by", one_of(DatedBy)),
    "alkaen": ("valid_from", day),
    "asti": ("valid_until", or_none(day)),
    "varmuus": ("confidence", one_of(Confidence)),
    "avoinna": ("doubt", or_none(one_of(DoubtCode))),
    "teksti nähty": ("seen", text),
    "huomautus": ("note", text),
}


@cache
def all_rules() -> tuple[NoticeRule, ...]:
    """
    Return every row in the order of the table, which loads when it is first asked.

    Raises:
        InvalidValue: The table has a fault; its line and column are named.
    """
    readers = {heading: reader for heading, (_, reader) in _COLUMNS.items()}
    return tuple(
        NoticeRule(**{_COLUMNS[heading][0]: cell for heading, cell in line.items()})
        for line in read("notices.csv", readers)
    )
