"""
Two columns of a page are read one after the other, or not at all.
"""

from __future__ import annotations

from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.io.text import ProblemCode, read
from kuntapaatos.io.text.columns import columns
from kuntapaatos.io.text.source import Source

HEAD = "Kaupunginhallitus 3.2.2025 § 14\nVuokrasopimus\nPäätös\nHyväksyttiin.\n\n"
FINNISH = """Oikaisuvaatimusohje

Tähän päätökseen tyytymätön voi tehdä
kirjallisen oikaisuvaatimuksen. Päätökseen
ei saa hakea muutosta valittamalla.
Oikaisuvaatimus on tehtävä 14 päivän kulu-
essa päätöksen tiedoksisaannista.
Oikaisuvaatimus tehdään Esimerkkilän
kaupunginhallitukselle ja se toimitetaan
kaupungin kirjaamoon ennen aukioloajan
päättymistä.
Sähköposti: kirjaamo@esimerkki.fi""".split("\n")
SWEDISH = """Anvisning om begäran om omprövning

Den som är missnöjd med detta beslut kan
begära omprövning skriftligt. Ändring får
inte sökas genom besvär hos domstol.
Begäran om omprövning ska göras inom 21
dagar från delfåendet av beslutet och den
riktas till stadsstyrelsen i Exempelstad
och lämnas in till stadens registratorskontor
före öppettidens slut den sista dagen.
E-post: registrator@example.fi""".split("\n")
COURT = """Hallinto-oikeuden yhteystiedot

Esimerkkilän hallinto-oikeus
Esimerkkikatu 64
PL 1744
70101 Kuopio""".split("\n")
HOURS = """

Aukioloaika 8.00-16.15
Puhelin 029 56 42500
Sähköposti: kirjaamo@example.com
(ei salattua postia)""".split("\n")


def beside(left: list[str], right: list[str], width: int = 48) -> str:
    """
    Return two columns as the rows of a page.
    """
    rows = zip_longest(left, right, fillvalue="")
    return "\n".join(f"{one:<{width}}{other}".rstrip() for one, other in rows)


def ragged(left: list[str], right: list[str]) -> str:
    """
    Return two columns whose gutter wanders.
    """
    return "\n".join(f"{a:<40}   {b}" for a, b in zip(left, right, strict=False))


def test_two_languages() -> None:
    """
    Finnish on the left and Swedish on the right are two instructions, not one mixture.
    """
    reading = read(HEAD + beside(FINNISH, SWEDISH) + "\n\nTiedoksi: asianosainen\n")
    found = {str(one.period): one.deliver_to for one in reading.decision.instructions}
    assert list(found) == ["14 päivää", "21 päivää"]
    emails = [None if office is None else office.email for office in found.values()]
    assert emails == ["kirjaamo@esimerkki.fi", "registrator@example.fi"]
    assert ProblemCode.MIXED_COLUMNS not in {problem.code for problem in reading.problems}


def test_either_column_may_come_first() -> None:
    """
    With Swedish on the left, its instruction is the first.
    """
    found = read(HEAD + beside(SWEDISH, FINNISH)).decision.instructions
    assert [str(one.period) for one in found] == ["21 päivää", "14 päivää"]


def test_the_columns_one_after_the_other() -> None:
    """
    The text is the left column, an empty line, the right column; split words are joined.
    """
    clean = Source.of(beside(FINNISH, SWEDISH) + "\n\nTiedoksi").clean
    left = "\n".join(FINNISH).replace("kulu-\nessa", "kuluessa")
    assert clean == f"{left}\n\n" + "\n".join(SWEDISH) + "\n\n\nTiedoksi"


def test_address_and_hours() -> None:
    """
    An address on the left and labelled hours on the right are two columns.
    """
    clean = Source.of("Valitus tehdään näin.\n" + beside(COURT, HOURS)).clean
    assert "64\nPL 1744\n70101 Kuopio\n\n" in clean
    assert "Aukioloaika 8.00-16.15\nPuhelin 029 56 42500\nSähköposti:" in clean


def test_places_in_the_original() -> None:
    """
    What was read in one line of a column is at its place in the original.
    """
    text = HEAD.replace("\n", "\r\n") + beside(FINNISH, SWEDISH).replace("\n", "\r\n")
    reading = read(text)
    emails = {reading.quote(one) for one in reading.found if one.field.endswith(".email")}
    assert emails == {"kirjaamo@esimerkki.fi", "registrator@example.fi"}
    source = Source.of(text)
    for word in (*"missnöjd registratorskontor registrator@example.fi valittamalla".split(),):
        at = source.clean.index(word)
        span = source.span(at, at + len(word))
        assert text[span.start : span.end] == word
    # From both columns: everything between the first and the last of it.
    span = source.span(source.clean.index("päättymistä."), source.clean.index("missnöjd"))
    assert text[span.start : span.end].startswith("Anvisning om begäran")
    assert text[span.start : span.end].endswith("kirjaamo@esimerkki.fi")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "\n".join(f"{name:<20}Kunnan kirjaamo {name.lower()}" for name in ["Osoite"] * 9),
            id="labels and values",
        ),
        pytest.param(
            beside(["Käyntiosoite:", "Postiosoite:", "70101 Kuopio"], ["Puhelin 1", "Telefon 2"]),
            id="labels on the left",
        ),
        pytest.param(
            "\n".join(f"rivi   jatkuu {n}   tästä aina eteenpäin" for n in range(9)),
            id="three columns",
        ),
        pytest.param(
            beside(
                [f"{word} sillan tai koulun" for word in ("Uuden", "ja vanhan", "sekä") * 3],
                [f"{word} lautakunta ja johtaja" for word in ("Tekninen", "tai", "eli") * 3],
            ),
            id="a table without sentences",
        ),
        pytest.param(beside(FINNISH[2:5], SWEDISH[2:5]), id="too few lines"),
        pytest.param(
            "\n".join(f"{a}\t   {b}" for a, b in zip(FINNISH, SWEDISH, strict=False)),
            id="cells between tabs",
        ),
        pytest.param(
            "\n".join(f"{'sana jatkuu ' * (1 + n % 4)}    ja vielä eteenpäin" for n in range(9)),
            id="justified lines",
        ),
        pytest.param(" " * 50 + "\n" * 5 + "   ", id="only spaces"),
        pytest.param("x" * 400 + "   x\n" + "   ", id="a long line"),
        pytest.param("a   b\n" * 100_001, id="a text without pages"),
    ],
)
def test_rows_stay_rows(text: str) -> None:
    """
    What is not two columns for certain is read as it stands.
    """
    found = columns(text)
    assert (found.pieces, found.mixed) == ((), ())


def test_columns_that_cannot_be_told_apart() -> None:
    """
    Without a common gutter the lines are not read, and a problem names them.
    """
    inside = ragged(FINNISH[2:10], SWEDISH[2:10])
    text = f"{HEAD}Oikaisuvaatimusohje\r\n\r\n{inside}\n\nTiedoksi: asianosainen\n"
    reading = read(text)
    (problem,) = [one for one in reading.problems if one.code is ProblemCode.MIXED_COLUMNS]
    assert reading.quote(problem) == inside
    assert ProblemCode.INSTRUCTION_MISSING not in {one.code for one in reading.problems}
    assert all(one.period is None for one in reading.decision.instructions)


def test_what_goes_on_in_one_column_only() -> None:
    """
    A column may be longer than the other, and have an empty line in it.
    """
    left = [*FINNISH[2:10], "", *FINNISH[2:10]]
    text = beside(left, SWEDISH[2:11]) + "\n\n\nKappale sen jälkeen."
    clean = Source.of(text).clean
    assert clean.rindex("aukioloajan") < clean.index("Den som")
    assert clean.endswith("\n\n\nKappale sen jälkeen.")
    above = beside(FINNISH[2:10], ["", "", *SWEDISH[2:10]])
    assert Source.of(above).clean.endswith("\n\n" + "\n".join(SWEDISH[2:10]))


@given(
    st.lists(st.sampled_from([*FINNISH, ""]), max_size=14),
    st.lists(st.sampled_from([*SWEDISH, ""]), max_size=14),
    st.integers(30, 60),
)
def test_any_columns(left: list[str], right: list[str], width: int) -> None:
    """
    Whatever stands side by side, every place maps back, and no letter is read twice.
    """
    text = beside(left, right, width)
    source = Source.of(text)
    letters = sorted("".join(text.split()).replace("-", ""))
    if not source.mixed:
        assert sorted("".join(source.clean.split()).replace("-", "")) == letters
    for at, letter in enumerate(source.clean):
        span = source.span(at, at + 1)
        assert 0 <= span.start <= span.end <= len(text)
        if not letter.isspace():
            assert letter in text[span.start : span.end]
    for found in read(text).found:
        assert 0 <= found.span.start <= found.span.end <= len(text)
