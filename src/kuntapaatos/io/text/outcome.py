"""
What came of a proposal, from the words of the decision itself.

>>> outcome_of("Hyväksyttiin.").outcome
<Outcome.APPROVED: 'hyväksytty'>
>>> outcome_of("Kaupunginhallitus päätti panna asian pöydälle.").outcome
<Outcome.TABLED: 'pantu pöydälle'>
>>> outcome_of("Hyväksyttiin äänin 8–2.").outcome
<Outcome.APPROVED_AFTER_VOTE: 'hyväksytty äänestyksen jälkeen'>
"""

from __future__ import annotations

import re

from attrs import frozen

from kuntapaatos.decision import Outcome

__all__ = ["Read", "amended", "outcome_of"]

# Only the beginning of a decision says what came of the proposal.
_READ = 1_500

_WORDS: tuple[tuple[str, Outcome], ...] = (
    (
        (
            r"\bpalaut(?:ettiin|taa|etaan|ti|ettava)\b[^.\n]{0,80}valmist"
            r"|\bpalaut(?:ettiin|etaan)\b(?: asia)? uudelleen|\båterremit\w{0,10}|\båterremiss"
            r"|\bpalautettiin\.|\basia palautettiin\b"
        ),
        Outcome.RETURNED,
    ),
    (
        (
            r"\b(?:pan(?:na|tiin|naan|i|ee)|jät(?:ettiin|tää|etään|ti)|jäi|siirret(?:tiin|ään)|siirtää)"
            r"\b[^.\n]{0,60}\bpöydälle\b|\bpöydälle\b[^.\n]{0,30}\b(?:pantiin|jätettiin)"
            r"|^\s{0,3}(?:asia )?pöydälle\b"
            r"|\bpöydättiin\b|\bbordla(?:des|de|gts|s)\b|\bbordlägg\w{0,4}"
        ),
        Outcome.TABLED,
    ),
    (
        (
            r"\b(?:poist(?:ettiin|aa|etaan|i)|vedettiin|vetää|veti|vedetään)\b[^.\n]{0,80}"
            r"\b(?:esityslistalta|asialistalta|listalta|pois|takaisin|käsittelystä)\b"
            r"|\basia poistettiin\b|\b(?:drogs|drog)\b[^.\n]{0,40}\b(?:tillbaka|bort)\b"
            r"|\b(?:ströks|avfördes|utgick|togs bort|stryks)\b[^.\n]{0,60}list"
        ),
        Outcome.WITHDRAWN,
    ),
    (
        (
            r"\b(?:jät(?:ettiin|tää|etään|ti|än)|jätetään)\b[^.\n]{0,120}\btutkimatta\b"
            r"|\bei (?:tutkita|tutki|oteta tutkittavaksi)\b"
            r"|\blämna\w{0,4}\b[^.\n]{0,60}utan prövning"
            r"|\bavvisa(?:des|de|s|r)?\b|\btas inte upp till prövning|\bupptas inte till prövning"
            r"|\btutkimatta jätt"
        ),
        Outcome.DISMISSED,
    ),
    (
        (
            r"\brauke(?:si|aa)\b|\brauennee\w{0,10}|\brauennut\b|\bförföll\b|\bförfaller\b"
            r"|\bförfallit\b|\bförfallen\b"
        ),
        Outcome.LAPSED,
    ),
    (
        (
            r"\bhyl(?:ättiin|ätään|kää|ätä|käsi|kään|ätty)\b|\bev(?:ättiin|ätään|ätä)\b"
            r"|\bei myönn(?:etä|ä|etty)\b|\bavsl(?:og|ogs|ås|å|år)\b"
            r"|\bförkasta(?:des|de|s|r)?\b|\bei hyväksy(?:tä|tty|nyt)?\b|\bkielteinen päätös\b"
            r"|\bgodkän(?:des|ner|de|ns) inte\b|\bbevilja(?:s|des|r|de) inte\b"
        ),
        Outcome.REJECTED,
    ),
    (
        (
            r"\bhyväksy(?:ttiin|i|ä|tään|n|y|vät|ivät)\b|\b(?:ehdotuksen|esityksen|päätösehdotuksen"
            r"|päätösesityksen) (?:mukaan|mukaisesti|mukainen)\b"
            r"|\benligt (?:det )?(?:besluts)?förslage?t?"
            r"|\bgodkän(?:des|de|ner|ns|na)\b|\bomfatta(?:des|de)\b"
            r"|\bi enlighet med (?:besluts)?förslaget"
            r"|\bpäätettiin ehdotuksen\b|\bpäätösehdotus tuli\b[^.\n]{0,40}päätökseksi"
        ),
        Outcome.APPROVED,
    ),
    (
        r"\bmyön(?:netään|nettiin|netty|nän|tää|si)\b|\bbevilja(?:s|des|de|r|ts)?\b",
        Outcome.GRANTED,
    ),
    (
        (
            r"\bvali(?:tsi|ttiin|ta|taan|tsen|tsee)\b(?![^.\n]{0,120}"
            r"(?:toimittaja|tuottaja|urakoitsija|tarjou|tarjoaja|palvelu))"
            r"|\bväl(?:jer|jas?|des)\b|\bvald(?:es|e)\b|\butsåg(?:s)?\b|\butse(?:s|r)?\b"
            r"|\bnime(?:ttiin|si|tään|tä)\b|\bnimeää\b"
        ),
        Outcome.ELECTED,
    ),
    (
        (
            r"\bmerki(?:ttiin|tsi|tä|tään|tsee|tsen)\b[^.\n]{0,160}\btiedoksi\b"
            r"|\bantecknade?s?\b[^.\n]{0,120}\bkännedom\b|\bför kännedom\b|\btiedoksi merkit"
            r"|\bantecknade sig\b|\bmerkittiin tiedoksi\b|\btill kännedom\b"
        ),
        Outcome.NOTED,
    ),
)
# Where no word begins nothing is tried.
_ANY = re.compile(
    r"(?:\b(?=[a-zåäö])|^(?=\s))(?:"
    + "|".join(f"(?P<o{n}>{words})" for n, (words, _) in enumerate(_WORDS))
    + ")",
    re.IGNORECASE,
)
_PROCEDURE = (
    Outcome.RETURNED,
    Outcome.TABLED,
    Outcome.WITHDRAWN,
    Outcome.DISMISSED,
    Outcome.LAPSED,
)
_CHANGED = re.compile(
    r"\bmuutettuna\b|\bmuutetu(?:n|ssa|sta)\b|\bmuutettu (?:päätös)?(?:ehdotus|esitys)\b"
    r"|\bmuutoksin\b"
    r"|\blisättynä\b|\btäydennettynä\b|\bkorjattuna\b|\btarkennettuna\b|\bseuraavin lisäyksin\b"
    r"|\bmed (?:\w{1,20} ){0,2}(?:ändring|tillägg|korrigering)|\bi ändrad form\b"
    r"|\bändrade? \w{0,10}förslag"
    r"|\bmuutettiin\b[^.\n]{0,60}\bhyväksyttiin\b|\bmuutosesity(?:s|ksen)\b[^.\n]{0,30}(?:mukaan"
    r"|mukaisesti)",
    re.IGNORECASE,
)
_CHANGING = ("muut", "muuto", "lisä", "täyden", "korj", "tarken", "ändr", "tillägg", "korrig")
_VOTED = re.compile(
    r"\bäänestyksen (?:jälkeen|tuloksena|perusteella|myötä)\b|\bäänin \d|\bäänestyksessä\b"
    r"|\bäänestettiin\b|\bäänellä \d{1,3}(?: ääntä)? vastaan\b"
    r"|\bäänestysten jälkeen\b|\befter omröstning|\bmed rösterna \d|\bröster mot\b"
    r"|\bröster för\b|\bomröstningen\b|\bäänestystulos\b|\bäänesti(?:vät)?\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\bpäät(?:ti|tää|ettiin|etään|än|in)\b|\bbeslut(?:ade|ar|as|ades)\b|\bbeslöts?\b|\bbeslutit\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n\s{0,80}\n")
_REFUSED = re.compile(r"\b(?:ei|eivät|en|inte)\b", re.IGNORECASE)


@frozen
class Read:
    """
    An outcome and the words that say it.

    Attributes:
        outcome: What came of the proposal.
        start: Where the words start.
        end: Where they end.
        why: Why, when the words do not say it by themselves.
    """

    outcome: Outcome
    start: int
    end: int
    why: str | None = None


# What the handling tells of a change that was taken in.
_AMENDED = re.compile(
    r"\b(?:muutos|lisäys)(?:ehdotus|esitys)\b[^.\n]{0,40}\bhyväksyttiin\b(?![^.\n]{0,80}\bjaa\b)"
    r"|\btotesi\b[^.\n]{0,120}\bhyväksyneen\b[^.\n]{0,60}\b(?:muutos|lisäys)(?:ehdotu|esity)"
    r"|\bvoidaanko\b[^.?\n]{0,80}\b(?:muutos|lisäys)(?:ehdotus|esitys)\b[^.?\n]{0,60}"
    r"\bhyväksyä[.?] Koska \w{4,12} ei vastustettu[^.\n]{0,80}\bhyväksyneen\b"
    r"|\bändringsförslag\w{0,2}\b[^.\n]{0,40}\bgodkändes\b",
    re.IGNORECASE,
)
# What somebody in the meeting wanted.
_MEMBER = re.compile(
    r"(?:jäsen|varajäsen|valtuutettu|puheenjohtaja|varapuheenjohtaja|ledamot(?:en)?|ersättaren?"
    r"|ordförande(?:n)?)[ ][^.\n]{0,80}?\b(?:esitti|ehdotti|kannatti|pyysi|tiedusteli|föreslog"
    r"|understödde)\b",
    re.IGNORECASE,
)
_AS_PROPOSED = re.compile(r"ehdotus|esitys|ehdotuksen|esityksen|förslag", re.IGNORECASE)


def amended(handling: str) -> bool:
    """
    Return whether minutes tell that a change to the proposal was taken in.

    >>> amended("Jäsenen muutosehdotus nro 2 hyväksyttiin yksimielisesti.")
    True
    """
    return _AMENDED.search(handling) is not None


def outcome_of(
    text: str, *, voted: bool = False, plain: bool = True, changed: bool = False
) -> Read | None:
    """
    Return the outcome that the words of a decision say.

    Args:
        text: What was decided.
        voted: Whether another part of the minutes tells of a vote.
        plain: Whether a sentence that states what is done, without a word of
            approval, is one.
        changed: Whether another part of the minutes tells of a change that was taken in.
    """
    beginning = text[:_READ]
    for start, end in _sentences(beginning):
        found = _in_sentence(beginning[start:end])
        if found is None or _MEMBER.match(beginning[start:end].lstrip()):
            continue
        outcome, first, last = found
        why = None
        if outcome is Outcome.APPROVED:
            tells = any(map(beginning[start:end].lower().__contains__, _CHANGING))
            if tells and _CHANGED.search(beginning, start, end):
                outcome = Outcome.CHANGED
            elif changed and not _AS_PROPOSED.search(beginning, start, end):
                outcome, why = Outcome.CHANGED, "muutosehdotus hyväksyttiin käsittelyssä"
            elif _VOTED.search(beginning):
                outcome = Outcome.APPROVED_AFTER_VOTE
            elif voted:
                outcome, why = Outcome.APPROVED_AFTER_VOTE, "käsittelyssä äänestettiin"
        return Read(outcome, start + first, start + last, why)
    return _plainly(beginning, voted=voted) if plain else None


def _sentences(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    for end in _SENTENCE_END.finditer(text):
        if end.end() - at > 3:
            found.append((at, end.end()))
        at = end.end()
    return [*found, (at, len(text))]


def _in_sentence(sentence: str) -> tuple[Outcome, int, int] | None:
    first: tuple[Outcome, int, int] | None = None
    for match in _ANY.finditer(sentence):
        outcome = _WORDS[int(str(match.lastgroup)[1:])][1]
        if outcome in _PROCEDURE:
            return outcome, match.start(), match.end()
        if first is None:
            first = outcome, match.start(), match.end()
    return first


def _plainly(text: str, *, voted: bool) -> Read | None:
    """Return that a decision was made which only states what is done."""
    for start, end in _sentences(text):
        sentence = text[start:end].strip()
        if len(sentence) < 12 or sentence.endswith(":") or _REFUSED.search(sentence):
            continue
        decided = _DECIDED.search(text, start, end)
        if decided is not None:
            outcome = Outcome.APPROVED_AFTER_VOTE if voted else Outcome.APPROVED
            return Read(outcome, *decided.span(), "päätös tehtiin, mitään ei hylätty")
        if sentence.endswith("."):
            at = text.find(sentence, start)
            return Read(Outcome.APPROVED, at, at + len(sentence), "päätös toteaa, mitä tehdään")
    return None
