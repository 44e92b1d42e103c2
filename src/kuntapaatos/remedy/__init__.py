"""
The remedies there are, and which of them a decision has.

Kuntalaki (410/2015) 133-138 §, Hallintolaki (434/2003) 49 c §, 808/2019, and the
special acts that a municipality meets.  Each remedy is a dated row, in one file a
subject: `municipal`, `administrative`, `education`, `land`, `procurement`.

>>> from datetime import date
>>> for remedy in available_remedies(DecisionKind.ORDINARY, MakerKind.BOARD, date(2022, 11, 28)):
...     print(remedy)
oikaisuvaatimus, 14 päivää, asianomainen toimielin (Kuntalaki 138 §, Kuntalaki 134 §, Kuntalaki 137 §)
"""  # noqa: E501

from __future__ import annotations

from datetime import date
from functools import cache

from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.law import (
    KUNTALAKI,
    KUNTALAKI_1995,
    KUNTALAKI_FROM,
    OIKEUDENKAYNTILAKI,
    Provision,
)
from kuntapaatos.remedy.kinds import (
    AppealProhibition,
    AuthorityKind,
    DecisionKind,
    Entitled,
    MakerKind,
    ProhibitionGround,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
)
from kuntapaatos.workdays import check_day

__all__ = [
    "AppealProhibition",
    "AuthorityKind",
    "DecisionKind",
    "Entitled",
    "MakerKind",
    "ProhibitionGround",
    "Remedy",
    "RemedyKind",
    "StartingEvent",
    "Subject",
    "available_remedies",
    "remedies",
]


@cache
def _rows() -> tuple[Remedy, ...]:
    """Return every dated row, in the order of the files, which load when first asked."""
    from kuntapaatos.remedy import administrative, education, land, municipal, procurement

    return (
        *municipal.ROWS,
        *administrative.ROWS,
        *education.ROWS,
        *land.ROWS,
        *procurement.ROWS,
    )


_KUNTALAKI_1995_FROM = date(1995, 7, 1)
_OTHER_ACTS = {
    MakerKind.WELLBEING_COUNTY: "wellbeing services counties follow 611/2021, not Kuntalaki",
    MakerKind.PARISH: "parishes follow Kirkkolaki 652/2023, not Kuntalaki",
}
# After an oikaisuvaatimus in these matters the way goes on as in Kuntalaki; in the
# others as in Hallintolaki and 808/2019.
_KUNTALAKI_SUBJECTS = {
    Subject.GENERAL,
    Subject.PERSONNEL,
    Subject.DISMISSAL_ECONOMIC,
    Subject.DISMISSAL_PERSONAL,
    Subject.PROCUREMENT_BELOW_THRESHOLD,
    Subject.BUILDING_FEES,
    Subject.BUILDING_ORDINANCE,
    Subject.ZONING,
    Subject.WASTE_TARIFF,
}


def remedies(on: date | None = None) -> tuple[Remedy, ...]:
    """
    Return the remedies that the law gives, as dated rows.

    Args:
        on: Only those that a decision of that day has; `None` for every row.

    Raises:
        NotADay: *on* is no `date`, or is a `datetime`.
        DayOutOfRange: *on* is outside 1992-2100.

    >>> from datetime import date
    >>> rows = remedies(date(2025, 3, 1))
    >>> {str(row.period) for row in rows if row.subject is Subject.BUILDING_PERMIT}
    {'30 päivää'}
    """
    if on is None:
        return _rows()
    check_day(on)
    return tuple(remedy for remedy in _rows() if remedy.in_force(on))


def available_remedies(
    kind: DecisionKind, maker: MakerKind, on: date, *, subject: Subject = Subject.GENERAL
) -> tuple[Remedy | AppealProhibition, ...]:
    """
    Return what may be done against a decision, from what is known of it.

    Args:
        kind: An ordinary decision, mere preparation or implementation, or a
            decision on an earlier oikaisuvaatimus or appeal.
        maker: Who decided.
        on: The day of the decision, whose rules apply.
        subject: What it is about; without a special act, Kuntalaki.

    Returns:
        The remedies that are open side by side, or one prohibition.

    Raises:
        NoRuleInForce: No row with a source covers the day, the maker and the subject.
        InvalidValue: The maker is under another act: a wellbeing services county, a parish.

    Source: Kuntalaki 134-137 §.

    >>> from datetime import date
    >>> day = date(2024, 12, 10)
    >>> for found in available_remedies(DecisionKind.PREPARATION, MakerKind.BOARD, day):
    ...     print(found)
    muutoksenhakukielto: valmistelu (Kuntalaki 136 §)
    >>> available_remedies(DecisionKind.ON_REVIEW, MakerKind.BOARD, day)[0].kind.value
    'kunnallisvalitus'
    """
    for name, value, family in (
        ("kind", kind, DecisionKind),
        ("maker", maker, MakerKind),
        ("subject", subject, Subject),
    ):
        if not isinstance(value, family):
            raise InvalidValue(name, value, f"a {family.__name__}")
    check_day(on)
    if maker in _OTHER_ACTS:
        raise InvalidValue(
            "maker", maker.value, f"an authority of a municipality: {_OTHER_ACTS[maker]}"
        )
    if kind is DecisionKind.PREPARATION or kind is DecisionKind.IMPLEMENTATION:
        return (AppealProhibition(ProhibitionGround(kind.value), _no_appeal(subject, on)),)
    for asked in _subjects(kind, subject):
        found = tuple(
            remedy
            for remedy in _rows()
            if remedy.subject is asked
            and remedy.against is kind
            and remedy.in_force(on)
            and (not remedy.makers or maker in remedy.makers)
        )
        if found:
            return found
    raise NoRuleInForce(
        f"a remedy against {kind.value}, {maker.value}, {subject.value}",
        on,
        _known(kind, maker, subject),
    )


def _subjects(kind: DecisionKind, subject: Subject) -> tuple[Subject, ...]:
    """Return the subject, and what its matters follow after the first stage."""
    if kind is DecisionKind.ORDINARY:
        return (subject,)
    general = Subject.GENERAL if subject in _KUNTALAKI_SUBJECTS else Subject.ADMINISTRATIVE
    return (subject, general)


def _no_appeal(subject: Subject, on: date) -> tuple[Provision, ...]:
    if subject not in _KUNTALAKI_SUBJECTS:
        return (OIKEUDENKAYNTILAKI("6 §"),)
    if on < _KUNTALAKI_1995_FROM:
        raise NoRuleInForce(
            ProhibitionGround.PREPARATION_OR_IMPLEMENTATION.value,
            on,
            f"{KUNTALAKI_1995()} is in force from {_KUNTALAKI_1995_FROM.isoformat()}",
        )
    return (KUNTALAKI("136 §") if on >= KUNTALAKI_FROM else KUNTALAKI_1995(),)


def _known(kind: DecisionKind, maker: MakerKind, subject: Subject) -> str:
    rows = [
        row
        for row in _rows()
        if row.subject is subject
        and row.against is kind
        and (not row.makers or maker in row.makers)
    ]
    if not rows:
        return "no row with a source is known for it"
    return "; ".join(
        f"{row.kind.value} is known from {row.valid_from.isoformat()}"
        + ("" if row.valid_until is None else f" to {row.valid_until.isoformat()}")
        for row in rows
    )
