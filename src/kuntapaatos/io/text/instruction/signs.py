r"""
What a text says of remedies, place by place: headings, mentions, sentences.

A remedy is never read from a mere mention, such as a decision *on* an
oikaisuvaatimus.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = "MUUTOKSENHAKU\nOikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa."
>>> [seen.sign.name for seen in signs_of(prose_of(text))]
['ZONE', 'HEADING', 'TIME']
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.prose import Prose, Sentence, lines, pattern
from kuntapaatos.io.text.instruction.remedies import ZONE, headed, mentioned, named
from kuntapaatos.io.text.labels import ending, label_of
from kuntapaatos.io.text.periods import find_periods
from kuntapaatos.remedy.kinds import RemedyKind

__all__ = ["APPEALS", "Seen", "Sign", "signs_of"]


class Sign(Enum):
    """What a place in a text says of a remedy."""

    ZONE = "muutoksenhaku"
    HEADING = "otsikko"
    LABEL = "maininta"
    """A short mention in its own place, such as "Muutoksenhaku: oikaisuvaatimus"."""
    MENTION = "maininta otsikon alla"
    LEAD = "johdanto"
    RIGHT = "oikeus"
    TIME = "aika"
    ADDRESS = "viranomainen"
    BAN = "kielto"
    BARRED = "valituskielto"
    ASSIGNED = "pykälät"
    """A line of a form: the sections to which a kind of appeal applies, or none."""
    ENCLOSED = "liitteet"
    """What is named from here on is enclosed, and not in the text."""
    AFTER = "loppu"
    ANOTHER = "toinen käsittely"


APPEALS = frozenset(
    (
        RemedyKind.APPEAL,
        RemedyKind.MUNICIPAL_APPEAL,
        RemedyKind.ADMINISTRATIVE_APPEAL,
        RemedyKind.MARKET_COURT_APPEAL,
        RemedyKind.FURTHER_APPEAL,
    )
)
_LONGEST_HEADING, _LONGEST_NAME = 160, 90
# What is asked, without a word of how.
_REQUESTS = (
    *("begäran ", "vaatimus", "määräaika", "tidsfrist", "aika:", "ajassa", "tid:"),
    *(
        "aika  ",
        "aika\t",
        "tid  ",
        "tid\t",
        "\nse ",
        ". se ",
        "\nden ",
        ". den ",
        "tyytym",
        "aikaa ",
        "kravet ",
        "yrkandet ",
    ),
)
_EDGES = " \t*_#.-–•"
# "Oikaisuvaatimus: Mallilan kunnanhallitus, PL 1, 99999 Mallila."
_REMEDY_LABEL = pattern(r"\s{0,8}(?:oikaisuvaatimus|hankintaoikaisu|begäran om omprövning):")


class Seen(NamedTuple):
    """
    One thing said of a remedy.

    Attributes:
        sign: What is said.
        remedy: Of which remedy; `None` when of none, of all, or of the one that is told of.
        start: Where it is said, included.
        end: Where it ends, excluded.
        firm: Whether it tells what holds here, not how the law is.
    """

    sign: Sign
    remedy: RemedyKind | None
    start: int
    end: int
    firm: bool = True


def _heading(line: str, start: int, end: int) -> Seen | None:
    """Read a short line as a heading."""
    numbering = words.NUMBERING.match(line)
    bare = line[numbering.end() :] if numbering else line
    instructs = words.INSTRUCTING.search(bare) is not None
    if instructs:
        # "Muutoksenhakukielto, valmistelu", "Oikaisuvaatimusohje, lautakunta", "… 14 pv".
        bare = words.HEADING_TAIL.sub("", words.instructing_part(bare))
    is_sentence = line[-1] == "." and len(line) > _LONGEST_NAME
    kind = None if is_sentence else headed(bare)
    if kind == ZONE:
        return Seen(Sign.ZONE, None, start, end)
    if kind is not None:
        remedy = kind if isinstance(kind, RemedyKind) else None
        if remedy in APPEALS and words.ASSIGNING.search(bare):
            return Seen(Sign.ASSIGNED, remedy, start, end)
        firm = instructs or any(map(str.isdigit, line))
        return Seen(Sign.HEADING, remedy, start, end, firm)
    return _mention(line, bare, start, end)


def _mention(line: str, bare: str, start: int, end: int) -> Seen | None:
    """Read a short line that names a remedy behind a label, or alone."""
    label = words.LABEL.match(line)
    rest = line[label.end() :] if label is not None else line
    if words.NO_RIGHT.match(rest):
        return Seen(Sign.LABEL, None, start, end)
    if label is not None:
        # "Muutoksenhakuohje: 1.1 Oikaisuvaatimusohje": the number of a form.
        rest = rest[numbering.end() :] if (numbering := words.NUMBERING.match(rest)) else rest
    else:
        rest = bare
        if words.ATTACHED.match(bare):
            return Seen(Sign.LABEL, named(bare), start, end)
        if words.SAYING.search(line) or words.TIME_SAID.search(line) or words.TO_WHOM.match(bare):
            return None
        if words.names_authority(f"{line} ") or (words.VERBLESS.match(line) and find_periods(line)):
            return None
    remedy = mentioned(rest)
    sign = Sign.MENTION if label is None else Sign.LABEL
    return None if remedy is None else Seen(sign, remedy, start, end)


def _said(text: Prose, sentence: Sentence) -> Iterator[Seen]:
    """Give what a sentence says of a remedy."""
    low, start, end = sentence.low, sentence.start, sentence.end
    if words.is_negative(low) and words.REMEDY_WORD.search(low) and not _is_limited(text, sentence):
        if words.BARRED.search(low) and not words.BAN.search(low):
            yield Seen(Sign.BARRED, None, start, end)
        else:
            yield Seen(Sign.BAN, None, start, end, words.CONDITIONAL.search(low) is None)
        return
    if words.HOW.match(low) and low.rstrip().endswith("?"):
        # "Kenelle oikaisuvaatimus tehdään?": what follows answers it.
        if (asked := named(low)) is not None:
            yield Seen(Sign.LEAD, asked, start, end)
        return
    told, timed = text.says("acts", sentence), words.states_period(low)
    acts = "tehdään" in told or (timed and "aika" in told)
    if (words.is_of_workdays(low) and not (acts and timed)) or words.ASKED.match(low):
        return
    addressed = words.names_authority(low)
    if not (addressed or acts or words.TIME_SAID.search(low) or _REMEDY_LABEL.match(low)) and not (
        words.VERBLESS.match(low) and (timed := timed or bool(find_periods(low)))
    ):
        return
    remedy, firm = named(low), words.LAW_TALK.search(low) is None
    if remedy is None and "siitä" not in told:
        return
    if remedy is not None and (
        words.THIS_DECISION.search(low) or words.LABEL.match(low) or _REMEDY_LABEL.match(low)
    ):
        yield Seen(Sign.LEAD, remedy, start, end, firm)
    if remedy is not None and "oikeus" in told:
        yield Seen(Sign.RIGHT, remedy, start, end, firm)
    if timed:
        yield Seen(Sign.TIME, remedy, start, end, firm)
    if addressed:
        yield Seen(Sign.ADDRESS, remedy, start, end, firm)


def _is_limited(text: Prose, sentence: Sentence) -> bool:
    """Whether a sentence forbids only a way, a time or a person, and leaves the remedy."""
    return words.CONDITIONAL.search(sentence.low) is None and bool(text.says("limits", sentence))


def _triggers(low: str) -> list[int]:
    """Return where a remedy may be named, in order."""
    found: list[int] = []
    for stem in (*words.STEMS, *_REQUESTS):
        at = low.find(stem)
        while at >= 0:
            found.append(at)
            at = low.find(stem, at + len(stem))
    return sorted(found)


def signs_of(text: Prose) -> Iterator[Seen]:
    """Give what the text says of remedies, in order."""
    triggers = _triggers(text.low)
    if not triggers:
        return
    number = 0
    for start, end in lines(text.low, 0, len(text.low)):
        low = text.low[start:end]
        # A label may have lost its line end to the name below it.
        line = text.raw[start:end].partition("\n")[0].strip(_EDGES)
        ends, label = ending(line), label_of(line)
        if label is not None and label.role == "enclosures":
            yield Seen(Sign.ENCLOSED, None, start, end, ends is not None)
        elif ends is not None:
            yield Seen(Sign.ANOTHER if ends == "it too" else Sign.AFTER, None, start, end)
        short = len(low) <= _LONGEST_HEADING
        if (words.is_bare_time(text.low, end) or (short and find_periods(low))) and (
            "aikaotsikko" in text.says("known", Sentence(low, start, end))
        ):
            # "Mihin mennessä", and on its line or the next one: "14 päivää tiedoksisaannista".
            yield Seen(Sign.TIME, None, start, end)
        first = number
        while number < len(triggers) and triggers[number] < end:
            number += 1
        if number == first:
            continue
        seen = _heading(low.strip(), start, end) if short else None
        if seen is not None:
            yield seen
            continue
        for sentence in text.sentences(start, end):
            yield from _said(text, sentence)
