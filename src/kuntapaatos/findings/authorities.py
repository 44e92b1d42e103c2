"""
Whether an instruction names an authority that the law cannot mean.

Kuntalaki (410/2015) 134-135 and 142 §, Hallintolaki (434/2003) 49 d §, Hankintalaki
(1397/2016).  Only what a name says beyond doubt is compared, with every row that the
law has for the remedy: a finding is made when none of them leaves room for it.

>>> from datetime import date
>>> appeal = AppealInstruction(
...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
...     decided_by=Authority(name="Kaupunginvaltuusto"),
... )
>>> wrong = lawful_authority(appeal, None, date(2024, 12, 10))
>>> print(wrong.authority.value)
asianomainen toimielin
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from kuntapaatos.decision import OfficeHolder, Organ
from kuntapaatos.instruction import AppealInstruction, Authority
from kuntapaatos.remedy import (
    AuthorityKind,
    DecisionKind,
    Entitled,
    MakerKind,
    Remedy,
    RemedyKind,
    Subject,
    remedies,
)

__all__ = ["certainly_kuntalaki", "lawful_authority"]


class _Sort(Enum):
    """What an authority is, as its name alone tells."""

    SUPREME_COURT = "korkein hallinto-oikeus"
    MARKET_COURT = "markkinaoikeus"
    COURT = "hallinto-oikeus"
    COUNCIL = "valtuusto"
    BOARD = "hallitus"
    COMMITTEE = "lautakunta"
    BODY = "muu toimielin"
    OFFICE_HOLDER = "viranhaltija"


# The first that fits counts: a section of a committee is neither of the two for sure.
_NAMES = (
    (_Sort.SUPREME_COURT, r"korkei\w{1,10} hallinto-oike|högsta förvaltningsdomstol"),
    (_Sort.MARKET_COURT, r"markkinaoike|marknadsdomstol"),
    (_Sort.COURT, r"hallinto-oike|förvaltningsdomstol"),
    (_Sort.BODY, r"jaosto|johtokun|valiokun|sektion|direktion|utskott|toimikun|kirjaam|registr"),
    (_Sort.COUNCIL, r"valtuusto|valtuuston|fullmäktige"),
    (_Sort.BOARD, r"(?:kunnan|kaupungin)hallitu|(?:kommun|stads)styrelse"),
    (_Sort.COMMITTEE, r"lautakun|nämnd"),
    (
        _Sort.OFFICE_HOLDER,
        r"(?:johtaja|päällikkö|rehtori|viranhaltija|direktör|chef|rektor|tjänsteinnehavare)\Z",
    ),
)
_COURTS = {_Sort.SUPREME_COURT, _Sort.MARKET_COURT, _Sort.COURT}
_MUNICIPAL = {_Sort.COUNCIL, _Sort.BOARD, _Sort.COMMITTEE, _Sort.BODY}
# The kinds of authority of the law's rows that a sort of name may be.
_MAY_BE = {
    _Sort.SUPREME_COURT: {AuthorityKind.SUPREME_ADMINISTRATIVE_COURT},
    _Sort.MARKET_COURT: {AuthorityKind.MARKET_COURT},
    _Sort.COURT: {AuthorityKind.ADMINISTRATIVE_COURT, AuthorityKind.VAASA_COURT},
}
_STATE = {
    AuthorityKind.ADMINISTRATIVE_COURT,
    AuthorityKind.VAASA_COURT,
    AuthorityKind.SUPREME_ADMINISTRATIVE_COURT,
    AuthorityKind.MARKET_COURT,
    AuthorityKind.REGIONAL_STATE_AGENCY,
    AuthorityKind.PERMIT_AGENCY,
    AuthorityKind.SOCIAL_SECURITY_BOARD,
}
_BOARDS = {MakerKind.BOARD: _Sort.BOARD, MakerKind.COMMITTEE: _Sort.COMMITTEE}
_STEM = 5


def certainly_kuntalaki(appeal: AppealInstruction) -> bool:
    """
    Whether only Kuntalaki can be behind an oikaisuvaatimus: no other act gives it to members.

    >>> members = AppealInstruction(
    ...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW, entitled=[Entitled.MEMBER]
    ... )
    >>> certainly_kuntalaki(members)
    True
    """
    return (
        appeal.remedy is RemedyKind.ADMINISTRATIVE_REVIEW
        and appeal.subject is None
        and Entitled.MEMBER in appeal.entitled
    )


def lawful_authority(
    appeal: AppealInstruction, maker: Organ | OfficeHolder | None, on: date
) -> Remedy | None:
    """
    Return the law's row for a remedy whose stated authority cannot be the right one.

    Args:
        appeal: What the text says of the remedy.
        maker: Who decided; `None` when not known.
        on: The day whose rules apply.

    Returns:
        `None` when the authority is right, not stated, or may be right.
    """
    if appeal.decided_by is None:
        return None
    sort = _sort_of(appeal.decided_by)
    rows = [
        row
        for row in remedies(on)
        if row.kind is appeal.remedy and appeal.subject in (None, row.subject)
    ]
    if sort is None or not rows:
        return None
    known = {row.authority for row in rows}
    if sort in _COURTS:
        wrong = not known & _MAY_BE[sort]
    elif sort in _MUNICIPAL:
        wrong = known <= _STATE or sort is _Sort.COUNCIL
    else:
        wrong = False
    if wrong or _not_the_body(appeal, maker, sort):
        return next((row for row in rows if _is_plain(row)), rows[0])
    return None


def _is_plain(row: Remedy) -> bool:
    return row.subject is Subject.GENERAL and row.against is DecisionKind.ORDINARY


def _sort_of(office: Authority) -> _Sort | None:
    name = office.name.casefold()
    return next((sort for sort, words in _NAMES if re.search(words, name)), None)


def _not_the_body(
    appeal: AppealInstruction, maker: Organ | OfficeHolder | None, sort: _Sort
) -> bool:
    """
    Whether a review under Kuntalaki is sent past the body that must decide on it.

    The board's and a committee's own decisions go to that body itself, an
    office-holder's to a body, never to the office-holder (134 §).
    """
    if not certainly_kuntalaki(appeal):
        return False
    if isinstance(maker, OfficeHolder):
        return sort is _Sort.OFFICE_HOLDER
    own = _BOARDS.get(maker.kind) if isinstance(maker, Organ) and maker.kind is not None else None
    if own is None or sort not in _BOARDS.values():
        return False
    if sort is own is _Sort.COMMITTEE:
        mine, other = _stems(str(maker)), _stems(str(appeal.decided_by))
        return bool(mine and other) and not mine & other
    return sort is not own


def _stems(name: str) -> set[str]:
    """Return how the words of a committee's name begin; none of a bare one, which may be any."""
    words = re.findall(r"[^\W\d_]{4,40}", name.casefold())
    return {word[:_STEM] for word in words if not re.match(r"lautakun|nämnd|kaupun|kunna", word)}
