"""
An instruction from a small TOML file, and what is said when it cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos import (
    Authority,
    Cutoff,
    Entitled,
    NoticeKind,
    OfficeHours,
    Period,
    RemedyKind,
    Subject,
)
from kuntapaatos.errors import InvalidValue, UnreadableInput
from kuntapaatos.instruction import Content, Form, Presumption
from kuntapaatos.io.described import instruction_from
from kuntapaatos.io.text import read_instruction
from kuntapaatos.io.wording import write_instruction
from kuntapaatos.remedy import StartingEvent

SMALL = """
remedy = "oikaisuvaatimus"
subject = "yleinen"
[authority]
name = "Mallilan kunnanhallitus"
postal_address = "PL 1, 99999 Mallila"
email = "kirjaamo@example.fi"
hours = "8.00-16.00; pe, aatto 8.00-15.00"
"""

Run = Callable[..., tuple[int, str, str]]


def _file(folder: Path, content: str, name: str = "paatos.txt") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_an_instruction(run: Run, tmp_path: Path, language: str) -> None:
    """
    A small file is enough for a complete instruction, which is read back as it was.
    """
    status, out, err = run("instruction", "--language", language, _file(tmp_path, SMALL, "o.toml"))
    assert (status, err) == (0, "")
    assert read_instruction(out) == instruction_from(SMALL, language)


def test_what_the_law_gives() -> None:
    """
    With a subject the law gives what the file leaves out.
    """
    made = instruction_from(SMALL, "fi")
    assert made.period == Period.days(14)
    assert made.starts_from is StartingEvent.NOTICE
    assert {Entitled.PARTY, Entitled.MEMBER} <= set(made.entitled)
    assert made.presumptions == (
        Presumption(NoticeKind.LETTER, 7, True),
        Presumption(NoticeKind.EMAIL, 3, True),
        Presumption(NoticeKind.ONLINE_MINUTES, 7, False),
    )
    assert made.court_appeal_barred
    assert made.paper_cutoff is Cutoff.OFFICE_CLOSE
    assert made.subject is None


def test_a_subject_of_its_own() -> None:
    """
    A matter under Hallintolaki has its own period, and no member's clock.
    """
    made = instruction_from('remedy = "oikaisuvaatimus"\nsubject = "hallintoasia"', "fi")
    assert made.period == Period.days(30)
    assert made.subject is Subject.ADMINISTRATIVE
    assert NoticeKind.ONLINE_MINUTES not in {one.kind for one in made.presumptions}


def test_an_appeal_to_a_court() -> None:
    """
    An appeal does not say that a court is barred.
    """
    made = instruction_from('remedy = "kunnallisvalitus"\nsubject = "yleinen"', "fi")
    assert (made.period, made.court_appeal_barred) == (Period.days(30), None)


def test_everything_stated() -> None:
    """
    Everything may be stated, and then nothing comes from the law.
    """
    made = instruction_from(
        """
        remedy = "muistutus"
        period_days = 14
        starts_from = "laskun saaminen"
        provision = "Jätelaki 82 §"
        entitled = ["laskun saaja"]
        form = ["kirjallinen"]
        contents = ["nimi"]
        attachments = []
        court_appeal_barred = false
        paper_cutoff = 15:00:00
        electronic_cutoff = "vuorokauden päättyminen"
        [authority]
        name = "Jätelautakunta"
        [deliver_to]
        name = "Kirjaamo"
        hours = "8-16"
        [[presumption]]
        kind = "kirje"
        days = 7
        rebuttable = true
        """,
        "fi",
    )
    assert (made.remedy, made.period) == (RemedyKind.OBJECTION, Period.days(14))
    assert made.paper_cutoff == time(15)
    assert made.electronic_cutoff is Cutoff.END_OF_DAY
    assert made.decided_by == Authority(name="Jätelautakunta")
    assert made.deliver_to == Authority(name="Kirjaamo", hours=OfficeHours.parse("8-16"))
    assert made.presumptions == (Presumption(NoticeKind.LETTER, 7, True),)
    assert (made.form, made.contents, made.attachments) == ((Form.WRITTEN,), (Content.NAME,), ())
    assert made.court_appeal_barred is False


def test_only_a_remedy() -> None:
    """
    Without a subject nothing is filled in.
    """
    made: Any = instruction_from('remedy = "valitus"', "fi")
    assert (made.period, made.entitled, made.paper_cutoff, made.subject) == (None, (), None, None)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("remedy =", "TOML"),
        ("", "remedy"),
        ('remedy = "valitan"', "remedy"),
        ('remedy = "valitus"\nsubject = "muu"', "subject"),
        ('remedy = "perustevalitus"\nsubject = "yleinen"', "subject"),
        ('remedy = "valitus"\nkesto = 3', "kesto"),
        ('remedy = "valitus"\nperiod_days = "14"', "period_days"),
        ('remedy = "valitus"\nperiod_days = 0', "period_days"),
        ('remedy = "valitus"\nperiod_days = true', "period_days"),
        ('remedy = "valitus"\nprovision = ""', "provision"),
        ('remedy = "valitus"\nprovision = "a\\nb"', "provision"),
        ('remedy = "valitus"\nentitled = "asianosainen"', "entitled"),
        ('remedy = "valitus"\nentitled = ["naapuri"]', "entitled[0]"),
        ('remedy = "valitus"\npaper_cutoff = "illalla"', "paper_cutoff"),
        ('remedy = "valitus"\npaper_cutoff = 15', "paper_cutoff"),
        ('remedy = "valitus"\nauthority = "Hallitus"', "authority"),
        ('remedy = "valitus"\n[authority]\nemail = "a@example.fi"', "authority.name"),
        ('remedy = "valitus"\n[authority]\nname = 5', "authority.name"),
        ('remedy = "valitus"\n[authority]\nname = "A"\nhours = "aina"', "authority.hours"),
        ('remedy = "valitus"\n[authority]\nname = "A"\nfax = "1"', "authority.fax"),
        ('remedy = "valitus"\npresumption = 7', "presumption"),
        ('remedy = "valitus"\npresumption = [7]', "presumption"),
        ('remedy = "valitus"\n[[presumption]]\nkind = "kirje"', "presumption[0]"),
        ('remedy = "valitus"\n[[presumption]]\nkind = "kyyhky"', "presumption[0].kind"),
        (
            'remedy = "valitus"\n[[presumption]]\nkind = "kirje"\ndays = 999\nrebuttable = true',
            "presumption[0].days",
        ),
        (
            'remedy = "valitus"\n[[presumption]]\nkind = "kirje"\ndays = 7\nrebuttable = true\nx = 1',
            "presumption[0].x",
        ),
    ],
)
def test_a_fault_is_named_by_its_key(run: Run, tmp_path: Path, source: str, name: str) -> None:
    """
    What is wrong in the file is named by its key, and the status is 2.
    """
    with pytest.raises(UnreadableInput) as caught:
        instruction_from(source, "fi")
    assert caught.value.name == name
    path = _file(tmp_path, source or "# tyhjä\n", "ohje.toml")
    status, out, err = run("instruction", path)
    assert (status, out) == (2, "")
    assert name in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "ohje.toml: authority.hours: pitää olla aukioloaika, kuten"),
        ("sv", "ohje.toml: authority.hours: ska vara öppettider såsom"),
        ("en", "ohje.toml: authority.hours: must be hours such as"),
    ],
)
def test_a_fault_in_the_language_that_was_asked(
    run: Run, tmp_path: Path, language: str, said: str
) -> None:
    """
    A fault is told in the language of the answer, with the line of the key.
    """
    source = 'remedy = "valitus"\n\n[authority]\nname = "A"\nhours = "aina"\n'
    path = _file(tmp_path, source, "ohje.toml")
    status, _, err = run("instruction", "--language", language, path)
    assert status == 2
    assert said in err
    assert re.search(r"\((rivi|rad|line) 5\)", err)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('remedy = "valitus"\nkesto = 3\n', "rivi 2"),
        ('# ohje\nremedy = "valitus"\n"kesto" = 3\n', "rivi 3"),
        ('remedy = "valitus"\n[authority]\nemail = "a@example.fi"\n', "rivi 2"),
        (
            "\n".join(
                [
                    "remedy = 'valitus'",
                    *("[[presumption]]", "kind = 'kirje'", "days = 7", "rebuttable = true"),
                    *("[[presumption]]", "kind = 'kyyhky'"),
                ]
            ),
            "rivi 7",
        ),
        ('remedy = "valitus"\n[[presumption]]\nkind = "kirje"\n', "rivi 2"),
        ("remedy = \n", "rivin 1 merkistä 10"),
        ('remedy = "valitus"\nauthority = { name = 5 }\n', "rivi 2"),
        ('remedy = "valitus"\nentitled = ["naapuri"]\n', "rivi 2"),
        ('remedy = "valitus"\n"a b" = 1\n', None),
        ("", None),
    ],
)
def test_the_line_of_a_fault(source: str, line: str | None) -> None:
    """
    The line is that of the key, of its table when it is missing, or none where there is none.
    """
    with pytest.raises(UnreadableInput) as caught:
        instruction_from(source, "fi")
    if line is None:
        assert "(rivi" not in caught.value.why
    else:
        assert line in caught.value.why


def test_the_section_in_the_language() -> None:
    """
    The section that the law gives is written by the act's own name in the language.
    """
    made = instruction_from('remedy = "oikaisuvaatimus"\nsubject = "yleinen"', "sv")
    assert made.provision == "Kuntalaki (410/2015) 134, 137, 138 §"
    for language, cited in (("fi", "Kuntalaki"), ("sv", "kommunallagen"), ("en", "Kuntalaki")):
        written = write_instruction(made, language, plain=True)
        assert f": {cited} (410/2015) 134, 137, 138 §\n" in written


def test_no_such_language() -> None:
    """
    A language without a catalogue is refused before anything is read.
    """
    with pytest.raises(InvalidValue):
        instruction_from("", "de")
