"""
The remedies there are, and which of them a decision has.

Kuntalaki (410/2015) 133-138 §, Hallintolaki (434/2003) 49 c §, 808/2019, and the
special acts that a municipality meets.  Each remedy is a dated line of the table
`law/remedies.csv`.

>>> from datetime import date
>>> for remedy in available_remedies(DecisionKind.ORDINARY, MakerKind.BOARD, date(2022, 11, 28)):
...     print(remedy)
oikaisuvaatimus, 14 päivää, asianomainen toimielin (Kuntalaki 138 §, Kuntalaki 134 §, Kuntalaki 137 §)
"""  # noqa: E501

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from kuntapaatos.checks import as_member, check_type
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.law import DatedBy
from kuntapaatos.notice import PENDING_FOLLOWS
from kuntapaatos.notice.choice import PROCUREMENT_BEFORE
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

if TYPE_CHECKING:
    from kuntapaatos.remedy.rows import Prohibition

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


_OTHER_ACTS = {
    MakerKind.WELLBEING_COUNTY: "wellbeing services counties follow 611/2021, not Kuntalaki",
    MakerKind.PARISH: "parishes follow Kirkkolaki 652/2023, not Kuntalaki",
}
# What is asked where a row holds only if the matter is as old, or as new, as its act.
_ASKED = {
    DatedBy.PROCUREMENT_BEGUN: DoubtCode.PROCUREMENT_BEGUN,
    DatedBy.PENDING: DoubtCode.PENDING_MATTER,
}
KUNTALAKI_SUBJECTS = frozenset(
    {
        Subject.GENERAL,
        Subject.PERSONNEL,
        Subject.DISMISSAL_ECONOMIC,
        Subject.DISMISSAL_PERSONAL,
        Subject.PROCUREMENT_BELOW_THRESHOLD,
        Subject.BUILDING_FEES,
        Subject.BUILDING_ORDINANCE,
        Subject.ZONING,
        Subject.WASTE_TARIFF,
        Subject.MUNICIPAL_DIVISION,
    }
)
"""The matters in which an appeal is a kunnallisvalitus, and what follows as in Kuntalaki."""


def _every_remedy() -> tuple[Remedy, ...]:
    # The tables, and what reads them, load when the first row is asked for.
    from kuntapaatos.remedy.rows import all_remedies

    return all_remedies()


def _every_row() -> tuple[Remedy | Prohibition, ...]:
    from kuntapaatos.remedy.rows import all_prohibitions

    return (*_every_remedy(), *all_prohibitions())


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
        return _every_remedy()
    check_day(on)
    return tuple(remedy for remedy in _every_remedy() if remedy.in_force(on))


def available_remedies(
    kind: DecisionKind | str,
    maker: MakerKind | str,
    on: date,
    *,
    subject: Subject | str = Subject.GENERAL,
    procurement_begun_on: date | None = None,
    pending: bool | None = None,
) -> tuple[Remedy | AppealProhibition, ...]:
    """
    Return what may be done against a decision, from what is known of it.

    A special matter is answered by its own rows, never by the general ones: by a
    remedy, by a prohibition with its section, or by an error that names what is not
    known.

    Args:
        kind: An ordinary decision, mere preparation or implementation, a decision on an
            earlier oikaisuvaatimus, or a court's.
        maker: Who decided; like *kind* and *subject* also as a text, such as "lautakunta".
        on: The day of the decision, whose rules apply.
        subject: What it is about; without a special act, Kuntalaki.
        procurement_begun_on: The day the procurement began, whose rules apply to all of
            it; while it is not known and one begun under an older act may still run,
            the rows of both acts.
        pending: Whether the matter was pending before 2025, so that a building matter
            follows 132/1999; while it is not known, the rows of both acts.

    Returns:
        The remedies that are open side by side, or one prohibition.  Where a fact that
        decides is not given, the rows of every act that may hold, each with the doubt.

    Raises:
        NoRuleInForce: No row with a source covers the day, the maker and the subject.
        InvalidValue: The maker is under another act: a wellbeing services county, a
            parish; or the procurement began after the decision.
        NotADay, DayOutOfRange: A day is no calendar day, or outside 1992-2100.

    Source: Kuntalaki 134-137 §; 1397/2016 174 §, 751/2023 194 §.

    >>> from datetime import date
    >>> day = date(2024, 12, 10)
    >>> for found in available_remedies(DecisionKind.PREPARATION, MakerKind.BOARD, day):
    ...     print(found)
    muutoksenhakukielto: valmistelu (Kuntalaki 136 §)
    >>> available_remedies(DecisionKind.ON_REVIEW, MakerKind.BOARD, day)[0].kind.value
    'kunnallisvalitus'
    """
    kind = as_member("kind", DecisionKind, kind)
    maker = as_member("maker", MakerKind, maker)
    subject = as_member("subject", Subject, subject)
    check_type("kind", kind, DecisionKind, "a DecisionKind")
    check_type("maker", maker, MakerKind, "a MakerKind")
    check_type("subject", subject, Subject, "a Subject")
    check_type("pending", pending, (bool, type(None)), "True, False or None")
    check_day(on)
    if maker in _OTHER_ACTS:
        raise InvalidValue(
            "maker", maker.value, f"an authority of a municipality: {_OTHER_ACTS[maker]}"
        )
    known = _rows_of(kind, maker, subject)
    worlds = _worlds(known, on, begun=procurement_begun_on, pending=pending)
    held = [[row for row in known if world.holds(row)] for world in worlds]
    found = [row for row in known if any(row in rows for rows in held)]
    if found:
        return tuple(
            _with_others(row, held)
            if isinstance(row, Remedy)
            else AppealProhibition(row.ground, row.provisions)
            for row in found
        )
    raise NoRuleInForce(
        f"a remedy against {kind.value}, {maker.value}, {subject.value}",
        on,
        _known(known, kind, subject),
    )


def _rows_of(kind: DecisionKind, maker: MakerKind, subject: Subject) -> list[Remedy | Prohibition]:
    return [
        row
        for row in _every_row()
        if row.subject is subject
        and row.against is kind
        and (not row.makers or maker in row.makers)
    ]


class _World(NamedTuple):
    """
    What may be so of the days that decide which rows hold.

    Attributes:
        decided: The day of the decision.
        begun: The day the procurement began.
        pending: The day whose act a building matter follows.
    """

    decided: date
    begun: date
    pending: date

    def holds(self, row: Remedy | Prohibition) -> bool:
        """Return whether a row holds if this is so."""
        days = {DatedBy.PROCUREMENT_BEGUN: self.begun, DatedBy.PENDING: self.pending}
        return row.in_force(days.get(row.dated_by, self.decided))


def _worlds(
    known: list[Remedy | Prohibition], on: date, *, begun: date | None, pending: bool | None
) -> list[_World]:
    """
    Return what may be so, the newest act first; one world where every fact is known.

    Raises:
        InvalidValue: The procurement began after the decision.
    """
    if begun is not None and check_day(begun) > on:
        raise InvalidValue(
            "procurement_begun_on", begun.isoformat(), f"no later than the decision of {on}"
        )
    newest = _World(on, begun or on, min(on, PENDING_FOLLOWS) if pending else on)
    changes = {row.valid_from for row in known if row.dated_by is DatedBy.PROCUREMENT_BEGUN}
    worlds = [newest]
    if begun is None:
        worlds += [
            newest._replace(begun=first - timedelta(days=1))
            for first in sorted(changes, reverse=True)
            if first <= on < first + PROCUREMENT_BEFORE
        ]
    goes_by_pending = any(row.dated_by is DatedBy.PENDING for row in known)
    if pending is None and goes_by_pending and on > PENDING_FOLLOWS:
        worlds.append(newest._replace(pending=PENDING_FOLLOWS))
    return worlds


def _with_others(row: Remedy, held: list[list[Remedy | Prohibition]]) -> Remedy:
    """Return a row, with the doubt whether it holds where it does not in every world."""
    without = [rows for rows in held if row not in rows]
    if not without:
        return row
    candidates = [Candidate(row.period, Basis.LAW, row.provisions)]
    for rows in without:
        same = [one for one in rows if isinstance(one, Remedy) and one.kind is row.kind]
        # Of several, the one that runs from the same event for as long.
        other = max(
            same, key=lambda one: (one.starts is row.starts, one.period == row.period), default=None
        )
        newer = other is not None and other.valid_from > row.valid_from
        candidates.append(
            Candidate(None, Basis.OLDER_RULE)
            if other is None
            else Candidate(
                other.period, Basis.NEWER_RULE if newer else Basis.OLDER_RULE, other.provisions
            )
        )
    doubt = Doubt(_ASKED[row.dated_by], about="period", candidates=tuple(candidates))
    return evolve(row, questions=(doubt,))


def _known(rows: list[Remedy | Prohibition], kind: DecisionKind, subject: Subject) -> str:
    """Say from when to when a row is known, or what is known of the matter instead."""
    from kuntapaatos.remedy.rows import not_covered

    acts = not_covered().get(subject)
    if acts is not None:
        return f"the matter is not covered; look in {', '.join(act.full for act in acts)}"
    if rows:
        return "; ".join(
            f"{_name(row)} is known from {row.valid_from.isoformat()}"
            + ("" if row.valid_until is None else f" to {row.valid_until.isoformat()}")
            for row in rows
        )
    others = sorted(
        {
            f"{_name(row)} against {row.against.value}"
            for row in _every_row()
            if row.subject is subject
            and row.against is not DecisionKind.PREPARATION
            and row.against is not DecisionKind.IMPLEMENTATION
            and row.against is not kind
        }
    )
    return f"no row with a source is known for it; known are {', '.join(others) or 'none'}"


def _name(row: Remedy | Prohibition) -> str:
    return row.kind.value if isinstance(row, Remedy) else "muutoksenhakukielto"
