"""
The language of patterns, the forms of words, and what of a sentence is denied.
"""

from __future__ import annotations

import pytest

from kuntapaatos.decision import Outcome
from kuntapaatos.io.text import Mark, read
from kuntapaatos.io.text.explain import explained
from kuntapaatos.io.text.instruction.asides import without_asides
from kuntapaatos.io.text.instruction.prose import prose_of
from kuntapaatos.io.text.words.inflection import finnish_verb, swedish_verb
from kuntapaatos.io.text.words.lexicon import words_of
from kuntapaatos.io.text.words.outcomes import outcome_of
from kuntapaatos.io.text.words.patterns import InvalidPattern, Statements
from kuntapaatos.io.text.words.polarity import denial, is_negation


def found(pattern: str, sentence: str) -> list[tuple[int, int]]:
    """
    Return the words that a pattern finds in a sentence.
    """
    statements = Statements.of([("said", pattern)])
    return [(said.first, said.last) for said in statements.in_words(words_of(sentence))]


@pytest.mark.parametrize(
    ("pattern", "sentence", "places"),
    [
        ("hyväksyä", "Ehdotus hyväksyttiin.", [(1, 1)]),
        ("=hyväksyä", "Ehdotus hyväksyttiin.", []),
        ("förslag*", "Enligt förslaget.", [(1, 1)]),
        ("=uusi *lupa", "Uusi rakennuslupa.", [(0, 1)]),
        ("=osa a|b|=c", "Osa c.", [(0, 1)]),
        ("=asia =heti? =pöydälle", "Asia pöydälle.", [(0, 1)]),
        ("=asia =heti? =pöydälle", "Asia heti pöydälle.", [(0, 2)]),
        ("=asia ... =pöydälle", "Asia jäi taas kerran pöydälle.", [(0, 4)]),
        ("=asia ... =pöydälle", "Asia a b c d e f g h i pöydälle.", []),
        ("=asia ... ... =pöydälle", "Asia a b c d e f g h i pöydälle.", [(0, 10)]),
        ("=kello #", "Kello 15.", [(0, 1)]),
        ("^ =asia", "Asia on asia.", [(0, 0)]),
        ("=asia $", "Asia on asia.", [(2, 2)]),
        ("=asia $", "Asia on.", []),
        ("=asia =on", "Asia", []),
        ("a|=a", "A.", [(0, 0)]),
    ],
)
def test_patterns(pattern: str, sentence: str, places: list[tuple[int, int]]) -> None:
    """
    A pattern finds words in order, any form or one, with gaps of at most eight words.
    """
    assert found(pattern, sentence) == places


@pytest.mark.parametrize("pattern", ["", "...", "#", "=a? =b", "ab*", "^", "=a ... ... ... ... =b"])
def test_patterns_that_cannot_be_looked_up(pattern: str) -> None:
    """
    A pattern begins with a word, its beginning or its end, and has few gaps.
    """
    with pytest.raises(InvalidPattern):
        Statements.of([("said", pattern)])


@pytest.mark.parametrize(
    ("parts", "forms"),
    [
        ("myöntää myönnän myöntää myönsi myönnettiin myöntänyt", "myönnetä myöntämättä myönnetty"),
        ("hylätä hylkään hylkää hylkäsi hylättiin hylännyt", "hylkäämättä hylätään hylättävä"),
        ("tehdä teen tekee teki tehtiin tehnyt", "tehdään tehtävä tekemättä tehty tehneet"),
        ("oikaista oikaisen oikaisee oikaisi oikaistiin oikaissut", "oikaistaan oikaisseet"),
        ("panna panen panee pani pantiin pannut", "pannaan pantu pantava panematta"),
    ],
)
def test_forms_of_finnish_verbs(parts: str, forms: str) -> None:
    """
    The forms of a verb follow from the six that a dictionary gives.
    """
    assert set(forms.split()) <= finnish_verb(parts).every


def test_forms_of_swedish_verbs() -> None:
    """
    Each form of a Swedish verb stands in the passive too.
    """
    assert {"beviljas", "beviljades", "beviljats"} <= swedish_verb(
        "bevilja beviljar beviljade beviljat"
    ).every


@pytest.mark.parametrize(
    ("sentence", "verb", "denied"),
    [
        ("Avustusta ei myönnetä.", 2, 1),
        ("Lupa myönnetään, vaikka ei rakenneta.", 1, None),
        ("Ei ole kiire, lupa myönnetty.", 4, None),
        ("Bidraget beviljas inte.", 1, 2),
        ("Man beslutade att inte bevilja.", 1, None),
        ("Jätetään myöntämättä.", 1, 1),
        ("Myönnetty.", 0, None),
        ("Vielä myönnetty.", 1, None),
    ],
)
def test_what_is_denied(sentence: str, verb: int, denied: int | None) -> None:
    """
    A verb is denied in its own clause, in its own form.
    """
    assert denial(words_of(sentence), verb, verb) == denied


def test_a_swedish_article_denies_nothing() -> None:
    """
    The Swedish "en" is no Finnish "en".
    """
    assert not is_negation(words_of("En begäran.")[0])
    assert is_negation(words_of("Kunta ei.")[1])
    assert not is_negation(words_of("Lukuun ottamatta.")[1])


def test_what_was_done_before_what_was_refused() -> None:
    """
    Where one tender is taken and the others refused, the decision was made.
    """
    said = "Päätettiin hankkia palvelu A Oy:ltä. Lisäksi päätettiin hylätä B Oy:n tarjous."
    done = outcome_of(said)
    assert done is not None
    assert done.outcome is Outcome.APPROVED
    refused = outcome_of("Keskusteltiin. Hylättiin tarjous.")
    assert refused is not None
    assert refused.outcome is Outcome.REJECTED


def test_a_hedged_cost() -> None:
    """
    What a decision costs is no certain sum where it is "about" one, and a sale is no cost.
    """
    text = (
        "Kunnanhallitus 3.2.2025 § 14\nAuto\nPäätös\nOstetaan auto. Hinta on noin 9 000 tai noin 8 000 euroa, "
        "enintään 9 500 euroa. "
        "Alennus on 0 euroa.\nMyydään tontti noin 5 000 eurolla.\n"
    )
    reading = read(text)
    assert reading.decision.costs == ()
    assert [(left.mark, left.field) for left in reading.unread] == [(Mark.SUM, "costs")]


def test_a_hedged_total() -> None:
    """
    A total that is "at most" so much is no stated total.
    """
    text = (
        "Kunnanhallitus 3.2.2025 § 14\nLiittyminen USO-verkostoon 2025–2026\nPäätös\n"
        "Kunta osallistuu USO-verkostoon 2025–2026. Kustannukset ovat yhteensä enintään "
        "24 000 euroa. Kustannukset ovat yhteensä enintään 24 000 euroa.\n"
    )
    reading = read(text)
    assert reading.decision.membership is not None
    assert reading.decision.membership.stated_total is None
    assert {left.field for left in reading.unread} == {"membership.stated_total"}


def test_asides_within_ranges() -> None:
    """
    What is about copies is cut out of the parts of a passage, from its middle and its ends.
    """
    copy = "Jäljennös valituksesta toimitetaan kirjaamoon.\n"
    back = "Valitus on tehtävä hallinto-oikeuteen 30 päivän kuluessa.\n"
    text = f"{copy}{back}{copy}"
    part = prose_of(text).passage(0, len(text))
    middle = (len(copy), len(copy) + len(back))
    assert without_asides(part, [(0, len(text))], is_appeal=True) == [middle]
    assert without_asides(part, [(0, 10), middle, (middle[1] + 5, len(text))]) == [middle]


def test_blank_lines_are_not_explained() -> None:
    """
    Only lines with words are listed, with their numbers.
    """
    assert explained("a\n\nb").splitlines()[:2] == ["   1 a", "   3 b"]


def test_more_words_than_are_kept_change_nothing() -> None:
    """
    What a word may begin is kept for so many words, and found again after that.
    """
    says = Statements.of([("noted", "merkitä ... =tiedoksi")])
    sentence = words_of("Selvitys merkittiin tiedoksi.")
    before = list(says.in_words(sentence))
    many = " ".join(f"sana{number:04}x" for number in range(1_200))
    assert list(says.in_words(words_of(many))) == []
    assert list(says.in_words(sentence)) == before != []
