from __future__ import annotations

import ctypes
import json
import re
import runpy
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

import kuntapaatos as k
from kuntapaatos.io import ical
from kuntapaatos.io.ical import to_ical
from kuntapaatos.io.wording import languages

STAMP = datetime(2024, 12, 16, 8, 30, tzinfo=UTC)
HOURS = k.OfficeHours.parse("8-16; pe, aatto 8-15")
LETTER = k.Notice.letter(date(2024, 12, 10))
INSTRUCTION = k.AppealInstruction(
    remedy=k.RemedyKind.ADMINISTRATIVE_REVIEW,
    period=k.Period.days(14),
    entitled=[k.Entitled.PARTY, k.Entitled.MEMBER],
    deliver_to=k.Authority(name="Kirjaamo", hours=HOURS),
    paper_cutoff=k.Cutoff.OFFICE_CLOSE,
)
PARTY = k.appeal_deadline(INSTRUCTION, LETTER)
MEMBER = k.appeal_deadline(INSTRUCTION, k.Notice.online_minutes(date(2024, 12, 13)))
NO_HOURS = k.count_deadline(LETTER, k.Period.months(1))
SUMMER = k.count_deadline(k.Notice.proven(date(2025, 6, 6)), k.Period.days(14), HOURS)
MIDNIGHT = k.appeal_deadline(
    evolve(INSTRUCTION, paper_cutoff=k.Cutoff.END_OF_DAY), k.Notice.letter(date(2025, 9, 10))
)
DOUBTED = k.appeal_deadline(INSTRUCTION, k.Notice.online_minutes(date(2017, 6, 5)))
ALL = (PARTY, MEMBER, NO_HOURS, SUMMER, MIDNIGHT, DOUBTED)
HOSTILE = 'Asia\r\nEND:VEVENT\rX-EVIL:1\n;,:\\"^n\u2028\x00\x07\ud83d ä' + "ö" * 200


def lines(content: bytes) -> list[str]:
    """Return the unfolded lines of a calendar."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def events(content: bytes) -> list[Any]:
    """Return the events and to-dos of a calendar."""
    return list(Calendar.from_ical(content).subcomponents)


def test_the_day_and_the_hour() -> None:
    """
    The last day is an all-day event; the closing hour one in UTC, with explicit ends.
    """
    day, hour = events(to_ical(MEMBER, stamp=STAMP, matter="Asia 1"))
    assert (day["dtstart"].dt, day["dtend"].dt) == (date(2025, 1, 3), date(2025, 1, 4))
    assert (hour["dtstart"].dt, hour["dtend"].dt) == (
        datetime(2025, 1, 3, 12, tzinfo=UTC),
        datetime(2025, 1, 3, 13, tzinfo=UTC),
    )
    assert str(day["summary"]) == "Viimeinen päivä: oikaisuvaatimus, kunnan jäsen: Asia 1"
    assert str(hour["summary"]) == "Kirjaamo sulkeutuu: oikaisuvaatimus, kunnan jäsen: Asia 1"
    assert str(day["description"]).splitlines() == [
        "Viimeinen päivä: 3.1.2025",
        "Tiedoksisaanti: 20.12.2024",
        "Määräaika: 14 päivää",
        "Laskettu säännöistä; ei oikeudellista neuvontaa.",
    ]
    assert {component["dtstamp"].dt for component in (day, hour)} == {STAMP}


@pytest.mark.parametrize(
    ("deadline", "closes"),
    [
        pytest.param(SUMMER, datetime(2025, 6, 23, 13, tzinfo=UTC), id="summer time"),
        pytest.param(MIDNIGHT, datetime(2025, 10, 1, 21, tzinfo=UTC), id="the end of the day"),
    ],
)
def test_closing_in_utc(deadline: k.Deadline, closes: datetime) -> None:
    """
    The closing is the same moment in UTC, in summer too, and at midnight.
    """
    assert events(to_ical(deadline, stamp=STAMP))[1]["dtend"].dt == closes == deadline.closes_at


def test_hours_not_known() -> None:
    """
    Without the office's hours only the day stands there.
    """
    (day,) = events(to_ical(NO_HOURS, stamp=STAMP))
    assert str(day["summary"]) == "Viimeinen päivä: asianosainen"
    assert "Määräaika: 1 kuukausi" in str(day["description"])


def test_what_is_open() -> None:
    """
    A day that is open to interpretation says until when it may be.
    """
    day = events(to_ical(DOUBTED, stamp=STAMP))[0]
    assert day["dtstart"].dt == DOUBTED.last_day
    latest = DOUBTED.latest_last_day
    assert f"voi olla vasta {latest.day}.{latest.month}.{latest.year}" in str(day["description"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "Tulkinnanvaraista: tulkinnanvarainen aatto"),
        ("sv", "Tolkningsfrågor: tolkningsbar afton"),
        ("en", "In doubt: whether the day is an eve is disputed"),
    ],
)
def test_what_is_open_about_the_hour(language: str, said: str) -> None:
    """
    Offices differ on 30 April: the earlier hour stands there, and the doubt is named.
    """
    disputed = k.count_deadline(k.Notice.proven(date(2025, 4, 16)), k.Period.days(14), HOURS)
    day, hour = events(to_ical(disputed, stamp=STAMP, language=language))
    assert hour["dtend"].dt == datetime(2025, 4, 30, 12, tzinfo=UTC)
    assert said in str(day["description"]).splitlines()


@pytest.mark.parametrize(
    ("language", "summary"),
    [
        ("fi", "Viimeinen päivä: oikaisuvaatimus, asianosainen"),
        ("sv", "Sista dagen: begäran om omprövning, part"),
        ("en", "Last day: request for administrative review, party"),
    ],
)
def test_languages(language: str, summary: str) -> None:
    """
    The texts are in the asked language, and say which it is.
    """
    content = to_ical(PARTY, stamp=STAMP, language=language)
    assert f"SUMMARY;LANGUAGE={language}:{summary.replace(',', chr(92) + ',')}" in lines(content)
    assert f"PRODID:-//kuntapaatos//kuntapaatos//{language.upper()}" in lines(content)


def test_every_language_has_every_word() -> None:
    """
    No language lacks a word, and a part of a tag is left aside.
    """
    made = {tag: to_ical(ALL, stamp=STAMP, language=tag) for tag in ("fi", "sv", "en", "sv-FI")}
    assert made["sv"] == made["sv-FI"]
    assert len(set(made.values())) == 3


def uids(content: bytes) -> list[str]:
    """Return the identifiers, in order."""
    return [str(component["uid"]) for component in events(content)]


def test_identifiers_stay() -> None:
    """
    The same deadline has the same identifiers in every file, language and year.
    """
    first = to_ical(PARTY, stamp=STAMP, matter="Asia 1")
    assert uids(first) == [
        "d9b1fbf2-faa0-5d86-8048-e08775c5c967",
        "24823fbc-5a6c-5509-80a7-777f535c071d",
    ]
    later = to_ical(
        [MEMBER, PARTY], stamp=STAMP + timedelta(days=9), matter="Asia 1", language="sv"
    )
    assert uids(later)[2:] == uids(first)
    proven = k.appeal_deadline(INSTRUCTION, LETTER.proven_on(date(2024, 12, 20)))
    assert proven.last_day != PARTY.last_day
    assert uids(to_ical(proven, stamp=STAMP, matter="Asia 1")) == uids(first)


def test_identifiers_differ() -> None:
    """
    Different deadlines, matters and forms have different identifiers; the same stands once.
    """
    proven = k.appeal_deadline(INSTRUCTION, LETTER.proven_on(date(2024, 12, 20)))
    several = uids(to_ical([*ALL, proven], stamp=STAMP))
    assert len(set(several)) == len(several) == 13
    assert not set(several) & set(uids(to_ical(ALL, stamp=STAMP, matter="Asia 1")))
    assert not set(several) & set(uids(to_ical(ALL, stamp=STAMP, todo=True)))
    assert to_ical([PARTY, PARTY], stamp=STAMP) == to_ical(PARTY, stamp=STAMP)


def test_reminders() -> None:
    """
    Each reminder is an alarm before the start of the last day; none may be asked for.
    """
    content = to_ical(PARTY, stamp=STAMP)
    assert [line for line in lines(content) if line.startswith("TRIGGER")] == [
        "TRIGGER:-P7D",
        "TRIGGER:-PT15H",
    ]
    assert b"VALARM" not in to_ical(PARTY, stamp=STAMP, reminders=())
    assert b"TRIGGER:-P1DT2H\r\n" in to_ical(PARTY, stamp=STAMP, reminders=[timedelta(hours=26)])


def test_to_dos() -> None:
    """
    On request each deadline is a to-do, due at the closing, or on the last day.
    """
    first, second = events(to_ical([PARTY, NO_HOURS], stamp=STAMP, todo=True))
    assert (first.name, second.name) == ("VTODO", "VTODO")
    assert first["due"].dt == datetime(2024, 12, 31, 13, tzinfo=UTC)
    assert second["due"].dt == NO_HOURS.last_day
    assert b"TRIGGER;RELATED=END:-P7D" in to_ical(PARTY, stamp=STAMP, todo=True)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param({"deadlines": 5}, id="no deadline"),
        pytest.param({"deadlines": [LETTER]}, id="a notice"),
        pytest.param({"deadlines": []}, id="none at all"),
        pytest.param({"stamp": STAMP.replace(tzinfo=None)}, id="a naive stamp"),
        pytest.param({"matter": None}, id="no text"),
        pytest.param({"language": "se"}, id="another language"),
        pytest.param({"reminders": [5]}, id="a number for a reminder"),
        pytest.param({"reminders": [-timedelta(1)]}, id="a reminder after"),
        pytest.param({"reminders": [timedelta(microseconds=1)]}, id="a part of a second"),
        pytest.param({"todo": "no"}, id="a text for a flag"),
    ],
)
def test_bad_arguments(arguments: dict[str, Any]) -> None:
    """
    What cannot be right is refused before anything is written.
    """
    with pytest.raises(k.KuntapaatosError):
        to_ical(**{"deadlines": PARTY, "stamp": STAMP, **arguments})


def without_texts(content: bytes) -> list[str]:
    """Return the lines without what a matter may stand in: the texts and the identifiers."""
    return [
        re.sub(r"^((?:SUMMARY|DESCRIPTION|UID)\b[^:]*):.*", r"\1", line) for line in lines(content)
    ]


@pytest.mark.slow
@settings(max_examples=200)
@given(matter=st.text() | st.sampled_from(["\r\nBEGIN:VEVENT", "\n", HOSTILE, "^n^'", "\\n;,"]))
def test_hostile_texts(matter: str) -> None:
    """
    No text adds a line or changes a property, and folded lines stay in 75 octets.
    """
    content = to_ical(PARTY, stamp=STAMP, matter=matter)
    assert without_texts(content) == without_texts(to_ical(PARTY, stamp=STAMP))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert str(events(content)[0]["summary"]).endswith(ical._clean(matter) or "asianosainen")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without icalendar the sentence says how to get it.
    """
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ImportError, match=r"pip install 'kuntapaatos\[ics\]'"):
        runpy.run_path(ical.__file__)


# Foreign readers.

EVERYTHING = {
    f"{language}{'-todo' if todo else ''}": to_ical(
        ALL, stamp=STAMP, matter=HOSTILE, language=language, todo=todo
    )
    for language in languages()
    for todo in (False, True)
}
Entry = tuple[str, str, str | None]


def expected(content: bytes) -> list[Entry]:
    """Return what every reader has to find: identifier, start or due day, and end."""
    found = []
    for component in events(content):
        start = component.get("dtstart") or component["due"]
        end = component.get("dtend")
        found.append((str(component["uid"]), written(start.dt), end and written(end.dt)))
    return found


def written(at: date) -> str:
    """Return a day or a moment in UTC as iCalendar writes it."""
    return at.strftime("%Y%m%dT%H%M%SZ" if isinstance(at, datetime) else "%Y%m%d")


def libical() -> Any:
    """Return Debian's libical, or skip."""
    try:
        library = ctypes.CDLL("libical.so.3")
    except OSError:
        pytest.skip("libical is not installed (Debian: libical3)")
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for name, result, *arguments in (
        ("icalparser_parse_string", pointer, text),
        ("icalcomponent_count_errors", number, pointer),
        ("icalrestriction_check", number, pointer),
        ("icalcomponent_get_first_component", pointer, pointer, number),
        ("icalcomponent_get_next_component", pointer, pointer, number),
        ("icalcomponent_get_first_property", pointer, pointer, number),
        ("icalproperty_get_value_as_string", text, pointer),
        ("icalproperty_string_to_kind", number, text),
        ("icalcomponent_string_to_kind", number, text),
        ("icalcomponent_free", None, pointer),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


@pytest.mark.parametrize("name", EVERYTHING)
def test_read_by_libical(name: str) -> None:
    """
    Libical reads every file without an error, with the same days and moments.
    """
    library = libical()
    root = library.icalparser_parse_string(EVERYTHING[name])
    assert root
    assert library.icalcomponent_count_errors(root) == 0
    assert library.icalrestriction_check(root) == 1
    assert library.icalcomponent_count_errors(root) == 0

    def value(component: Any, property_name: bytes) -> str | None:
        kind = library.icalproperty_string_to_kind(property_name)
        found = library.icalcomponent_get_first_property(component, kind)
        return library.icalproperty_get_value_as_string(found).decode() if found else None

    found: list[Entry] = []
    kind = library.icalcomponent_string_to_kind(b"VTODO" if "todo" in name else b"VEVENT")
    component = library.icalcomponent_get_first_component(root, kind)
    while component:
        start = value(component, b"DTSTART") or value(component, b"DUE")
        found.append((value(component, b"UID") or "", start or "", value(component, b"DTEND")))
        component = library.icalcomponent_get_next_component(root, kind)
    library.icalcomponent_free(root)
    assert found == expected(EVERYTHING[name])


SCRIPT = """
const ICAL = require("ical.js").default ?? require("ical.js");
const text = require("fs").readFileSync(0, "utf8");
const root = new ICAL.Component(ICAL.parse(text));
const found = root.getAllSubcomponents().map(c => {
  const start = c.getFirstPropertyValue("dtstart") ?? c.getFirstPropertyValue("due");
  const end = c.getFirstPropertyValue("dtend");
  return [c.getFirstPropertyValue("uid"), start.toICALString(), end && end.toICALString()];
});
console.log(JSON.stringify(found));
"""


def asked(script: str, content: bytes, package: str) -> list[Entry]:
    """Return what a reader from npm found, or skip."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    build = Path(__file__).parents[2] / "build"
    ran = subprocess.run(
        [node, "--input-type=commonjs", "-e", script],
        input=content, capture_output=True, check=False,
        cwd=build if build.is_dir() else build.parent,
    )  # fmt: skip
    if b"Cannot find module" in ran.stderr:
        pytest.skip(f"{package} is not installed: npm install --prefix build {package}")
    assert ran.returncode == 0, ran.stderr.decode()
    return [(uid, start, end) for uid, start, end in json.loads(ran.stdout)]


@pytest.mark.parametrize("name", EVERYTHING)
def test_read_by_ical_js(name: str) -> None:
    """
    ical.js, which mail programs and web calendars read with, finds the same.
    """
    assert asked(SCRIPT, EVERYTHING[name], "ical.js") == expected(EVERYTHING[name])


NODE_ICAL = """
const ical = require("node-ical");
const text = require("fs").readFileSync(0, "utf8");
const two = (n) => String(n).padStart(2, "0");
// A day comes as the midnight of the reader's own zone, marked as a day.
const written = (at) => !at ? null : at.dateOnly
  ? `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`
  : at.toISOString().replace(/[-:]|[.]000/g, "");
const found = Object.values(ical.sync.parseICS(text))
  .filter((c) => c.type === "VEVENT" || c.type === "VTODO")
  .map((c) => c.type === "VTODO"
    ? [c.uid, written(c.due), null] : [c.uid, written(c.start), written(c.end)]);
console.log(JSON.stringify(found));
"""


@pytest.mark.parametrize("name", EVERYTHING)
def test_read_by_node_ical(name: str) -> None:
    """
    node-ical, which servers and home automation read with, finds the same.
    """
    found = asked(NODE_ICAL, EVERYTHING[name], "node-ical")
    assert sorted(found) == sorted(expected(EVERYTHING[name]))
