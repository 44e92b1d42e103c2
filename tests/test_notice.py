from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.doubts import Basis
from kuntapaatos.errors import (
    DayOutOfRange,
    InvalidValue,
    NoRuleInForce,
    NotADay,
    NotRebuttable,
)
from kuntapaatos.law import HALLINTOLAKI, KUNTALAKI
from kuntapaatos.notice import Notice, NoticeKind, Regime, Track

ONE_DAY = timedelta(days=1)


DAY = date(2025, 1, 7)


Told = Callable[[date], Notice]


LETTER, EMAIL, MINUTES = Notice.letter, Notice.email, Notice.online_minutes


LETTER_TO_AUTHORITY = partial(Notice.letter, to_authority=True)


ZONING_MINUTES = partial(Notice.online_minutes, regime=Regime.ZONING)


BUILDING_ANNOUNCEMENT = partial(Notice.announcement, regime=Regime.BUILDING, pending=False)


BUILDING_POSTING = partial(Notice.posting, regime=Regime.BUILDING)


PROCUREMENT_LETTER = partial(Notice.letter, regime=Regime.PROCUREMENT)


# Every way of today.
TODAY: dict[str, Told] = {
    "letter": LETTER,
    "letter to an authority": LETTER_TO_AUTHORITY,
    "email": EMAIL,
    "email to an authority": partial(Notice.email, to_authority=True),
    "minutes": MINUTES,
    "zoning minutes": ZONING_MINUTES,
    "receipt": Notice.receipt,
    "handed over": Notice.handed_over,
    "announcement": Notice.announcement,
    "building announcement": BUILDING_ANNOUNCEMENT,
    "substituted": Notice.substituted,
    "procurement message": Notice.procurement_message,
    "procurement letter": PROCUREMENT_LETTER,
    "invoice": Notice.invoice,
    "proven": Notice.proven,
}


ENDED: dict[str, Told] = {
    "posting": Notice.posting,
    "building posting": BUILDING_POSTING,
    "environment posting": partial(Notice.posting, regime=Regime.ENVIRONMENT),
}


EVERY = {**TODAY, **ENDED}


@pytest.mark.parametrize(
    ("told", "days", "track", "rebuttable"),
    [
        pytest.param(LETTER, 7, Track.PARTY, True, id="letter"),
        pytest.param(LETTER_TO_AUTHORITY, 0, Track.PARTY, False, id="letter to an authority"),
        pytest.param(EMAIL, 3, Track.PARTY, True, id="message"),
        pytest.param(TODAY["email to an authority"], 3, Track.PARTY, True, id="to an authority"),
        pytest.param(MINUTES, 7, Track.MEMBER, False, id="minutes"),
        pytest.param(ZONING_MINUTES, 7, Track.EVERYBODY, False, id="minutes in zoning"),
        pytest.param(Notice.receipt, 0, Track.PARTY, False, id="receipt"),
        pytest.param(Notice.handed_over, 0, Track.PARTY, False, id="handed over"),
        pytest.param(Notice.announcement, 7, Track.EVERYBODY, False, id="announcement"),
        pytest.param(BUILDING_ANNOUNCEMENT, 7, Track.EVERYBODY, False, id="building announcement"),
        pytest.param(Notice.substituted, 3, Track.PARTY, False, id="substituted"),
        pytest.param(Notice.procurement_message, 0, Track.PARTY, True, id="procurement message"),
        pytest.param(PROCUREMENT_LETTER, 7, Track.PARTY, True, id="procurement letter"),
        pytest.param(Notice.invoice, 0, Track.PARTY, False, id="invoice"),
        pytest.param(Notice.proven, 0, Track.PARTY, False, id="proven"),
    ],
)
def test_ways_of_today(told: Told, days: int, track: Track, rebuttable: bool) -> None:
    """
    Each way of notice counts as received so many days later, for someone, provably or not.
    """
    notice = told(DAY)
    assert notice.notified_on == DAY + timedelta(days=days)
    assert (notice.track, notice.rebuttable, notice.presumed) == (track, rebuttable, days > 0)
    assert notice.provision == notice.provisions[0] == notice.rule.provisions[0]
    assert notice.doubts == ()


@pytest.mark.parametrize(
    ("told", "first"),
    [
        pytest.param(LETTER, date(1995, 7, 1), id="letter, 365/1995 95 §"),
        pytest.param(LETTER_TO_AUTHORITY, date(1995, 7, 1), id="letter to an authority"),
        pytest.param(EMAIL, date(2010, 12, 1), id="message"),
        pytest.param(MINUTES, date(1995, 7, 1), id="minutes"),
        pytest.param(ZONING_MINUTES, date(2000, 1, 1), id="minutes in zoning"),
        pytest.param(Notice.verifiable_message, date(2003, 2, 1), id="13/2003 18 §"),
        pytest.param(Notice.announcement, date(2020, 1, 1), id="announcement"),
        pytest.param(BUILDING_ANNOUNCEMENT, date(2025, 1, 1), id="announcement in building"),
        pytest.param(
            partial(Notice.announcement, regime=Regime.ENVIRONMENT),
            date(2020, 1, 1),
            id="announcement in environment",
        ),
        pytest.param(
            partial(Notice.announcement, regime=Regime.SOIL),
            date(2020, 1, 1),
            id="announcement of soil extraction",
        ),
        pytest.param(Notice.posting, date(2000, 1, 1), id="posting"),
        pytest.param(BUILDING_POSTING, date(2000, 1, 1), id="posting in building"),
        pytest.param(ENDED["environment posting"], date(2014, 9, 1), id="posting in environment"),
        pytest.param(Notice.procurement_message, date(2010, 6, 1), id="348/2007 75 §, a message"),
        pytest.param(PROCUREMENT_LETTER, date(2007, 6, 1), id="348/2007, a letter"),
        pytest.param(Notice.invoice, date(2012, 5, 1), id="invoice"),
    ],
)
def test_before_it_came(told: Told, first: date) -> None:
    """
    A way that did not exist on a day is refused, and the sentence says when it came.
    """
    assert told(first).day == first
    with pytest.raises(NoRuleInForce, match=f"in force from {first.isoformat()}") as caught:
        told(first - ONE_DAY)
    assert caught.value.day == first - ONE_DAY


@pytest.mark.parametrize(
    ("told", "last"),
    [
        pytest.param(Notice.posting, date(2024, 12, 31), id="posting"),
        pytest.param(BUILDING_POSTING, date(2024, 12, 31), id="building"),
        pytest.param(ENDED["environment posting"], date(2019, 12, 31), id="environment"),
        pytest.param(
            partial(Notice.posting, regime=Regime.SOIL), date(2019, 12, 31), id="soil extraction"
        ),
    ],
)
def test_after_it_ended(told: Told, last: date) -> None:
    """
    Public posting was on the day of giving for everybody, until its last day.
    """
    notice = told(last)
    assert (notice.notified_on, notice.track) == (last, Track.EVERYBODY)
    with pytest.raises(NoRuleInForce, match=f" to {last.isoformat()}"):
        told(last + ONE_DAY)


@pytest.mark.parametrize(
    ("told", "changed"),
    [
        pytest.param(MINUTES, date(2017, 6, 1), id="Kuntalaki, chapter 16"),
        pytest.param(ZONING_MINUTES, date(2018, 1, 1), id="zoning, 976/2017"),
    ],
)
def test_minutes_before_and_after(told: Told, changed: date) -> None:
    """
    Minutes counted on the day of display, and since the change seven days after.
    """
    assert told(changed - ONE_DAY).notified_on == changed - ONE_DAY
    assert told(changed).notified_on == changed + timedelta(days=7)


@given(name=st.sampled_from(sorted(TODAY)), day=st.dates(date(2025, 1, 1), date(2100, 12, 20)))
def test_a_notified_day_is_never_moved(name: str, day: date) -> None:
    """
    Only a last day is moved off a holiday; a day of notice stays where it falls.
    """
    notice = TODAY[name](day)
    assert notice.notified_on - day == timedelta(days=notice.rule.days)


@given(sent=st.dates(date(2004, 1, 1), date(2100, 12, 20)))
def test_hallintolaki_59(sent: date) -> None:
    """
    "[...] seitsemäntenä päivänä kirjeen lähettämisestä, jollei muuta näytetä. Asian
    katsotaan tulleen viranomaisen tietoon kuitenkin kirjeen saapumispäivänä."
    """
    assert LETTER(sent).notified_on == sent + timedelta(days=7)
    assert LETTER_TO_AUTHORITY(sent).notified_on == sent


@given(sent=st.dates(date(2010, 12, 1), date(2100, 12, 20)))
def test_asiointilaki_19(sent: date) -> None:
    """
    "Asiakirja katsotaan annetun tiedoksi kolmantena päivänä viestin lähettämisestä [...]."
    """
    assert EMAIL(sent).notified_on == sent + timedelta(days=3)


@given(published=st.dates(date(2017, 6, 1), date(2100, 12, 20)))
def test_kuntalaki_140(published: date) -> None:
    """
    "[...] seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa."
    """
    notice = MINUTES(published)
    assert notice.notified_on == published + timedelta(days=7)
    # No "jollei muuta näytetä": not even the very same day can be proven.
    with pytest.raises(NotRebuttable):
        notice.proven_on(notice.notified_on)


@pytest.mark.parametrize(
    ("told", "elsewhere"),
    [
        pytest.param(
            partial(Notice.letter, regime=Regime.ZONING),
            "this way of notice starts no clock there; it is known for regime=GENERAL or "
            "PROCUREMENT",
            id="a letter in zoning",
        ),
        pytest.param(
            partial(Notice.posting, regime=Regime.PROCUREMENT),
            "it is known for regime=BUILDING or ENVIRONMENT or GENERAL or SOIL or ZONING",
            id="posting in procurement",
        ),
        pytest.param(
            partial(Notice.online_minutes, regime=Regime.BUILDING),
            "it is known for regime=FURTHER_APPEAL or GENERAL or PUBLICATION or ZONING",
            id="minutes in building",
        ),
    ],
)
def test_another_regime(told: Told, elsewhere: str) -> None:
    """
    A way that starts no clock under a regime says where it does.
    """
    with pytest.raises(NoRuleInForce) as caught:
        told(DAY)
    assert elsewhere in str(caught.value)


def test_nowhere_else() -> None:
    """
    A way that is known under no other regime names none.
    """
    with pytest.raises(NoRuleInForce) as caught:
        Notice(kind=NoticeKind.INVOICE, day=DAY, regime=Regime.ZONING)
    assert str(caught.value) == (
        "no rule for lasku (kaavoitus) on 2025-01-07: this way of notice starts no clock there; "
        "it is known for regime=GENERAL"
    )
    with pytest.raises(NoRuleInForce) as caught:
        Notice.invoice(date(2012, 4, 30))
    assert " is in force from 2012-05-01 to 2014-08-31; " in str(caught.value)


@pytest.mark.parametrize(
    ("day", "sections"),
    [(date(2014, 8, 31), ["2 §", "82 §"]), (date(2014, 9, 1), ["2 §", "82 §", "103 o §"])],
    ids=str,
)
def test_an_invoice_for_stormwater(day: date, sections: list[str]) -> None:
    """
    The fee for stormwater came on 1 September 2014; before it an invoice was one for waste.
    """
    assert [one.section for one in Notice.invoice(day).provisions] == sections


def test_only_a_later_day_in_a_procurement() -> None:
    """
    "jollei ehdokas tai tarjoaja näytä tiedoksiannon tapahtuneen myöhemmin" (127 §).
    """
    letter = Notice.letter(date(2025, 3, 3), regime=Regime.PROCUREMENT)
    assert letter.notified_on == date(2025, 3, 10)
    for earlier in (date(2025, 3, 4), date(2025, 3, 9)):
        with pytest.raises(InvalidValue, match=r"^proven_day must be no earlier than 2025-03-10"):
            letter.proven_on(earlier)
    assert letter.proven_on(date(2025, 3, 12)).notified_on == date(2025, 3, 12)


@pytest.mark.parametrize("name", sorted(EVERY))
def test_proof(name: str) -> None:
    """
    Proof displaces a rebuttable presumption, earlier or later, and nothing else.
    """
    notice = EVERY[name](date(2016, 6, 1) if name in ENDED else DAY)
    days = [notice.day, notice.day + ONE_DAY, notice.day + timedelta(days=60)]
    for proven in days if name != "procurement letter" else days[2:]:
        if notice.rebuttable:
            shown = notice.proven_on(proven)
            assert (shown.notified_on, shown.presumed, shown.proven_day) == (proven, False, proven)
            assert shown.doubts == ()
        else:
            with pytest.raises(NotRebuttable) as caught:
                notice.proven_on(proven)
            assert str(notice.provision) in str(caught.value)


@pytest.mark.parametrize("name", sorted(EVERY))
@pytest.mark.parametrize(
    ("day", "fault"),
    [
        pytest.param(None, NotADay, id="nothing"),
        pytest.param("2025-01-07", NotADay, id="a text"),
        pytest.param(datetime(2025, 1, 7, tzinfo=UTC), NotADay, id="a moment"),
        pytest.param(1.5, NotADay, id="a float"),
        pytest.param(NoticeKind.LETTER, NotADay, id="an enum"),
        pytest.param(date(1991, 12, 31), DayOutOfRange, id="too early"),
        pytest.param(date(2101, 1, 1), DayOutOfRange, id="too late"),
    ],
)
def test_not_a_day(name: str, day: Any, fault: type[Exception]) -> None:
    """
    A notice is of a supported calendar day.
    """
    with pytest.raises(fault):
        EVERY[name](day)


def test_received_after_2100() -> None:
    """
    A day of notice is a supported day too.
    """
    with pytest.raises(DayOutOfRange):
        LETTER(date(2100, 12, 25))
    with pytest.raises(DayOutOfRange):
        LETTER(DAY).proven_on(date(2101, 1, 1))


@pytest.mark.parametrize("given", [None, "2025-01-08", datetime(2025, 1, 8, tzinfo=UTC), 1.5])
@pytest.mark.parametrize("ask", ["ruled_on", "proven_on"])
def test_no_other_day(ask: str, given: Any) -> None:
    """
    Another day is a day as well.
    """
    with pytest.raises(NotADay):
        getattr(LETTER(DAY), ask)(given)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        pytest.param({"kind": "kirjje"}, "kind", id="a text for a kind"),
        pytest.param({"kind": None}, "kind", id="no kind"),
        pytest.param({"kind": Regime.GENERAL}, "kind", id="another enum"),
        pytest.param({"regime": "yleistä"}, "regime", id="a text for a regime"),
        pytest.param({"regime": None}, "regime", id="no regime"),
        pytest.param({"to_authority": "no"}, "to_authority", id="a text for a flag"),
        pytest.param({"to_authority": 1}, "to_authority", id="a number for a flag"),
        pytest.param({"stated_days": "7"}, "stated_days", id="a text for a number"),
        pytest.param({"stated_days": -1}, "stated_days", id="before the notice"),
        pytest.param({"stated_days": 367}, "stated_days", id="more than a year"),
        pytest.param({"stated_days": True}, "stated_days", id="a flag for a number"),
        pytest.param({"stated_days": 7.0}, "stated_days", id="a float for a number"),
        pytest.param(
            {"stated_days": 7.0, "proven_day": DAY}, "stated_days", id="a float beside a proof"
        ),
        pytest.param({"pending": "no"}, "pending", id="a text for pending"),
        pytest.param({"doubted": "epäily"}, "doubted", id="a text for a doubt"),
        pytest.param({"doubted": Basis.LAW}, "doubted", id="another enum for a doubt"),
    ],
)
def test_bad_field(fields: dict[str, Any], field: str) -> None:
    """
    A field that cannot be right is refused by its name when the notice is made.
    """
    with pytest.raises(InvalidValue, match=f"^{field} must be "):
        Notice(**{"kind": NoticeKind.LETTER, "day": DAY, **fields})


@pytest.mark.parametrize("given", ["no", 0, 1.0, DAY])
def test_bad_flag(given: Any) -> None:
    """
    A flag that is no bool is refused: the text "no" would count as true.
    """
    with pytest.raises(InvalidValue, match=r"^obliging must be True, False or None"):
        Notice.letter(DAY, obliging=given)
    with pytest.raises(InvalidValue, match=r"^obliging must be True, False or None"):
        Notice.email(DAY, obliging=given)
    with pytest.raises(InvalidValue, match=r"^mention_only must be True or False"):
        Notice.online_minutes(DAY, mention_only=given)
    with pytest.raises(InvalidValue, match=r"^to_authority must be True or False"):
        Notice.email(DAY, to_authority=given)


def test_equal_by_value() -> None:
    """
    Two notices of the same way and day are one; the row is derived and never compared.
    """
    assert LETTER(DAY) == LETTER(DAY)
    assert len({LETTER(DAY), LETTER(DAY), EMAIL(DAY)}) == 2
    assert LETTER(DAY) != LETTER(DAY).proven_on(DAY)
    assert str(LETTER(DAY)) == "kirje 7.1.2025"
    assert repr(LETTER(DAY)) == (
        "Notice(kind=<NoticeKind.LETTER: 'kirje'>, day=datetime.date(2025, 1, 7))"
    )


def test_frozen() -> None:
    """
    A notice is never changed; a changed one is counted anew.
    """
    notice: Any = LETTER(DAY)
    with pytest.raises(FrozenInstanceError):
        notice.day = DAY + ONE_DAY
    with pytest.raises(FrozenInstanceError):
        notice.rule = None
    assert evolve(notice, day=DAY + ONE_DAY).notified_on == DAY + timedelta(days=8)


def test_sources() -> None:
    """
    The day of notice names its section.
    """
    assert LETTER(DAY).provisions == (HALLINTOLAKI("59 §"),)
    assert MINUTES(DAY).provisions == (KUNTALAKI("140 §"),)
    assert [str(found) for found in MINUTES(date(2016, 5, 2)).provisions] == [
        "365/1995 95 §",
        "365/1995 63 §",
        "KHO:2016:183",
    ]


@pytest.mark.parametrize(
    ("notice", "received", "source"),
    [
        pytest.param(LETTER(date(1996, 5, 2)), date(1996, 5, 9), "365/1995 95 §", id="a letter"),
        pytest.param(
            LETTER_TO_AUTHORITY(date(1999, 5, 3)),
            date(1999, 5, 3),
            "232/1966 22 §",
            id="on arrival",
        ),
        pytest.param(
            Notice.receipt(date(2003, 12, 31)), date(2003, 12, 31), "232/1966 22 §", id="a receipt"
        ),
        pytest.param(
            Notice.bailiff(date(1998, 3, 2)), date(1998, 3, 2), "232/1966 22 §", id="a bailiff"
        ),
        pytest.param(
            Notice.substituted(date(1998, 3, 2)),
            date(1998, 3, 5),
            "232/1966 22 §",
            id="substituted",
        ),
        pytest.param(
            Notice.official_gazette(date(2003, 12, 30)),
            date(2004, 1, 6),
            "232/1966 22 §",
            id="the gazette before Hallintolaki",
        ),
        pytest.param(
            Notice.official_gazette(date(2012, 3, 5)),
            date(2012, 3, 12),
            "Hallintolaki 62 §",
            id="the gazette under Hallintolaki",
        ),
        pytest.param(
            Notice.official_gazette(date(2024, 3, 5)),
            date(2024, 3, 12),
            "Hallintolaki 62 a §",
            id="a fault of the network",
        ),
        pytest.param(
            Notice.posting(date(2019, 5, 6), regime=Regime.ZONING),
            date(2019, 5, 6),
            "132/1999 198 §",
            id="a court's decision on a plan",
        ),
    ],
)
def test_older_and_rarer_ways(notice: Notice, received: date, source: str) -> None:
    """
    The acts of 1966 and 1995 fix the day too, and so do the ways that are seldom used.
    """
    assert (notice.notified_on, str(notice.provision)) == (received, source)


def test_substituted_service_before_2004_could_be_rebutted() -> None:
    """
    232/1966 22 §: "jollei muuta näytetä", unlike Hallintolaki 61 §.
    """
    older = Notice.substituted(date(2003, 12, 31)).proven_on(date(2004, 1, 7))
    assert older.notified_on == date(2004, 1, 7)
    with pytest.raises(NotRebuttable):
        Notice.substituted(date(2004, 1, 1)).proven_on(date(2004, 1, 7))


@pytest.mark.parametrize("day", [date(2012, 3, 5), date(2025, 3, 3)], ids=["348/2007", "1397/2016"])
def test_only_a_later_day_is_shown_in_procurement(day: date) -> None:
    """
    348/2007 75 § and 1397/2016 127 §: the recipient may show a later day, never an earlier.
    """
    letter = PROCUREMENT_LETTER(day)
    later = letter.notified_on + ONE_DAY
    assert letter.proven_on(later).notified_on == later
    with pytest.raises(InvalidValue, match="no earlier than"):
        letter.proven_on(letter.notified_on - ONE_DAY)
