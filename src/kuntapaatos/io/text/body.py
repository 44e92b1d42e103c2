r"""
The body of a decision: proposal, resolution and outcome, reasons, presenter.

>>> from kuntapaatos.io.text.sections import outlined
>>> text = "Esittelijä\tKunnanjohtaja\nPäätösehdotus\tOstetaan.\nPäätös\tHyväksyttiin."
>>> body = read_body(outlined(text))
>>> body.presenter, body.proposal, body.resolution, body.outcome.value
('Kunnanjohtaja', 'Ostetaan.', 'Hyväksyttiin.', 'hyväksytty')
"""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import define, field

from kuntapaatos.decision import Handling, Impact, Outcome
from kuntapaatos.io.text.bodies import abbreviates, is_organ, maker_in_genitive
from kuntapaatos.io.text.costs import sentence_around
from kuntapaatos.io.text.earlier import earlier_handlings
from kuntapaatos.io.text.facts import Fact, Left, Mark, Why
from kuntapaatos.io.text.headings import heading_of
from kuntapaatos.io.text.lines import Line, lines_of
from kuntapaatos.io.text.offices import Subject, is_office, nominative, office_in, subject_of
from kuntapaatos.io.text.secrecy import read_secrecy
from kuntapaatos.io.text.sections import Outline, Section, speaker
from kuntapaatos.io.text.words.lexicon import words_of
from kuntapaatos.io.text.words.outcomes import DECIDING, Read, amended, outcome_of
from kuntapaatos.remedy.bodies import body_kind

__all__ = ["Body", "presenter_in", "read_body"]


@define
class Body:
    """What the body says, with the evidence."""

    presenter: str | None = None
    proposal: str | None = None
    resolution: str | None = None
    resolution_at: tuple[int, int] | None = None
    proposal_at: tuple[int, int] | None = None
    outcome: Outcome | None = None
    grounds: str | None = None
    authority_ground: str | None = None
    impacts: tuple[Impact, ...] = ()
    handlings: tuple[Handling, ...] = ()
    confidential: bool | None = None
    confidentiality: str | None = None
    signed: bool = False
    facts: list[Fact] = field(factory=list)
    left: list[Left] = field(factory=list)


# Longer parts are cut: no decision quotes more.
_LONGEST = 20_000
_SHORT = 300
_VOTED = re.compile(
    r"\bäänin\s\d|\bäänellä (?:\d{1,3}(?: ääntä)?|\w{3,20}) vastaan\b|\bäänestyksessä\b"
    r"|\bäänestyksen (?:jälkeen|tulos)|\bäänestettiin\b|\bomröstning"
    r"|\bsuoritettiin (?:\w{3,20} )?äänestys\b|\b\d{1,3} (?:jaa|ei)[- ]ään|\bröster\b",
    re.IGNORECASE,
)
# What a lone line without a label says of the outcome.
_DONE = re.compile(
    r"^[ \t]{0,60}((?:(?:päätös)?(?:ehdotus|esitys) )?hyväksyttiin\b[^\n]{0,160}"
    r"|merkittiin tiedoksi\b[^\n]{0,80}"
    r"|(?:beslut )?enligt förslag\b[^\n]{0,80}|(?:förslaget )?godkändes\b[^\n]{0,80}"
    r"|(?:besluts)?förslaget godkändes\b[^\n]{0,80}|päätös ehdotuksen mukaan\b[^\n]{0,80}"
    r"|päätösehdotuksen mukaan\b[^\n]{0,80}|ehdotuksen mukaan\b[^\n]{0,80})$",
    re.IGNORECASE | re.MULTILINE,
)
_NAMES = re.compile(r"(?:[A-ZÅÄÖ][\w-]{1,30}[ ]{1,3}){1,4}")
_PROPOSER = re.compile(r"[ \t(:]{0,4}([^\W\d][\w. -]{3,60}?)[ ):.]{0,4}$")
# "Päätösehdotus (kunnanjohtaja)", "Ehdotus, kunnanjohtaja"
_BRACKETS = re.compile(r"(?:\(|, )([^(),]{3,60})\)?$")
# A day or a section of another decision.
_REFERS = re.compile(r"§|\d{1,2}\.\d{1,2}\.\d{4}")
# What stands below a decision.
_CLOSING = frozenset({"recipients", "extract", "signature", "publication", "enclosures"})
_NEW_SENTENCE = re.compile(r"(?<=[a-zåäö)]\.)[ ]{1,2}(?=[A-ZÅÄÖ])")
_PROPOSES = frozenset(("ehdottaa", "ehdotti", "esittää", "esitti", "föreslår", "föreslog"))
_PAST = ("si", "ti", "yi", "de", "te", "slöt")
_DASH = re.compile(r"[ \t]{1,8}[-–][ \t]{1,8}|,[ \t]{0,4}|\t|[ ]{3,40}")
_I_DECIDE = re.compile(
    r"(?:^|\n)[ \t]{0,20}((?:Päätän|Päätin|Myönnän|Myönsin|Hyväksyn|Hylkään|Valitsen|Jag beslutar"
    r"|Jag beviljar)\b[^\n]{5,2000})"
)


def read_body(outline: Outline) -> Body:
    """Return what the body of a laid-out text says."""
    body = Body()
    _read_acts(outline, body)
    _read_presenter(outline, body)
    _read_reasons(outline, body)
    for place, (handling, start, end) in enumerate(earlier_handlings(outline)):
        body.handlings += (handling,)
        body.facts.append(Fact(f"handlings[{place}]", handling, start, end))
    secrecy = read_secrecy(outline)
    body.confidential, body.confidentiality = secrecy.confidential, secrecy.confidentiality
    body.facts += secrecy.facts
    body.signed = any(part.role == "signature" for part in outline.sections)
    return body


def _content(outline: Outline, part: Section) -> str:
    return outline.text[part.start : min(part.end, part.start + _LONGEST)].strip()


def _is_kind(text: str) -> bool:
    """Return whether "Päätös" only names the kind of document: the head follows it."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    if not (is_organ(first) or is_office(first) or heading_of(first) is not None):
        return False
    done = outcome_of(rest[:_SHORT], plain=False) if is_organ(first) else None
    return done is None or done.outcome is None


def _read_acts(outline: Outline, body: Body) -> None:
    resolutions = _own_first(outline, list(outline.of("resolution")))
    proposals = list(outline.of("proposal"))
    for part in resolutions:
        text = _content(outline, part)
        if not text.strip("-– \n") or part.at >= outline.appeals_at or _is_kind(text):
            continue
        body.resolution, body.resolution_at = text, (part.start, part.start + len(text))
        body.facts.append(Fact("resolution", text, *body.resolution_at))
        break
    if body.resolution_at is None and not proposals:
        _decide_alone(outline, body)
    if body.resolution_at is None:
        _tell_last(outline, body)
    if not proposals:
        _propose_unlabelled(outline, body)
    before = [
        part for part in proposals if body.resolution_at is None or part.at < body.resolution_at[0]
    ] or proposals
    if before:
        # A changed proposal follows the first one; the last before the decision counts.
        part = before[-1] if "muutettu" in before[-1].name.casefold() else before[0]
        _propose(outline, body, part)
    _read_outcome(outline, body)


def _own_first(outline: Outline, parts: list[Section]) -> list[Section]:
    """Return the decisions, those named after the body of this handling before all others."""
    organ = outline.current.organ if outline.current is not None else None
    own = body_kind(abbreviates(organ) or organ) if organ is not None else None
    if own is None or len(parts) < 2:
        return parts
    return sorted(parts, key=lambda part: maker_in_genitive(part.name) is not own)


def _decide_alone(outline: Outline, body: Body) -> None:
    """Take an office-holder's own words, where no label announces them."""
    said = _I_DECIDE.search(outline.text, 0, outline.appeals_at)
    if said is not None and outline.counts(said.start()):
        body.resolution, body.resolution_at = said[1].strip(), said.span(1)
        body.facts.append(Fact("resolution", body.resolution, *said.span(1)))


def _tell_last(outline: Outline, body: Body) -> None:
    """Take the last sentence, where no label announces it and a body decides in it."""
    ends = [(part.at, part.end) for part in outline.sections if part.role in _CLOSING]
    lines = [
        line
        for line in lines_of(outline.text, 0, outline.appeals_at)
        if not any(start <= line.start < end for start, end in ends)
    ]
    while len(lines) > 1 and not lines[-1].text.endswith("."):
        lines.pop()  # who certifies, and where
    line = lines[-1] if lines else Line(0, "")
    cuts = [0, *(found.end() for found in _NEW_SENTENCE.finditer(line.text))]
    line = Line(line.start + cuts[-1], line.text[cuts[-1] :])
    subject = subject_of(line.text)
    told = line.text.partition(", ")[0]
    if not outline.counts(line.start) or _REFERS.search(told) or subject is None:
        return
    if not (subject.verb.endswith(_PAST) if subject.is_body else _decides(subject)):
        return
    # In a piece of news that a body decided something is told at the end, too.
    plain = not subject.is_body or (outline.current is not None and _decides(subject))
    found = outcome_of(line.text, plain=plain)
    if found is not None and found.outcome is not None:
        for before in lines[:-1]:
            proposer = subject_of(before.text)
            if proposer is not None and not proposer.is_body and proposer.verb in _PROPOSES:
                _presented(outline, body, before.start, before.start + len(proposer.name))
        body.resolution, body.resolution_at = line.text, (line.start, line.start + len(line.text))
        body.facts.append(Fact("resolution", line.text, *body.resolution_at))


def _propose_unlabelled(outline: Outline, body: Body) -> None:
    """Take the lines below "Kunnanjohtaja Aino Malli" in which a body decides for the proposal."""
    until = outline.appeals_at if body.resolution_at is None else body.resolution_at[0]
    lines = [line for line in lines_of(outline.text, 0, until) if line.text]
    for above, line in pairwise(lines):
        office = speaker(f"{above.text}:") if outline.counts(above.start) else None
        subject = None if office in {None, len(above.text)} else subject_of(line.text)
        if subject is not None and subject.is_body and _decides(subject):
            ends = [part.at for part in outline.sections if part.at > line.start]
            text = outline.text[line.start : min([until, *ends])].strip()
            _presented(outline, body, above.start, above.start + (office or 0))
            body.proposal, body.proposal_at = text, (line.start, line.start + len(text))
            body.facts.append(Fact("proposal", text, *body.proposal_at))
            return


def _decides(subject: Subject) -> bool:
    return any(not DECIDING.isdisjoint(word.lemmas) for word in words_of(subject.verb))


def _propose(outline: Outline, body: Body, part: Section) -> None:
    text = _content(outline, part)
    start = part.start
    if body.resolution_at is not None and start < body.resolution_at[0] < start + len(text):
        # The line in which the body decides, without a label, is no part of the proposal.
        text = text[: body.resolution_at[0] - start].rstrip()
    first, cut, rest = text.partition("\n")
    named = _PROPOSER.match(first)
    office = office_in(named[1]) if named is not None and cut and rest.strip() else None
    names = [] if named is None or office is None else named[1][office[1] :].split()
    if named is not None and office is not None and all(name[0].isupper() for name in names):
        # "Päätösehdotus  Kaupunginpuutarhuri": who proposes, then what.
        at = start + named.start(1)
        _presented(outline, body, at + office[0], at + office[1])
        start += len(first) + 1 + len(rest) - len(rest.lstrip())
        text = rest.strip()
    elif (spoken := speaker(first)) is not None:
        # "Kunnanjohtaja Aino Esimerkki: Kunnanhallitus päättää …"
        _presented(outline, body, start, start + spoken)
        said = text[text.index(":") + 1 :].lstrip()
        start, text = start + len(text) - len(said), said
    body.proposal, body.proposal_at = text, (start, start + len(text))
    body.facts.append(Fact("proposal", text, start, start + len(text)))


def _read_outcome(outline: Outline, body: Body) -> None:
    voted = any(
        part.role == "vote" or _VOTED.search(outline.text, part.start, part.end)
        for part in outline.of("handling", "vote")
    )
    if body.resolution is not None and body.resolution_at is not None:
        changed = any(amended(_content(outline, part)) for part in outline.of("handling"))
        found = outcome_of(body.resolution, voted=voted, changed=changed)
        if found is not None and found.outcome is None:
            at = body.resolution_at[0]
            body.left.append(Left(Mark.NEGATION, *_sentence(outline.text, at, found), "outcome"))
        elif found is not None:
            body.outcome = found.outcome
            at, refused = body.resolution_at[0], _refusal(body)
            others = found.also if refused is None else (refused,)
            either = (found.outcome, *others) if others else ()
            why = found.why if refused is None else Why.REFUSAL_APPROVED
            body.facts.append(
                Fact("outcome", found.outcome, at + found.start, at + found.end, either, why)
            )
        return
    for part in outline.of("handling"):
        found = outcome_of(_content(outline, part), voted=voted, plain=False)
        if found is not None and found.outcome is not None:
            body.outcome = found.outcome
            body.facts.append(
                Fact("outcome", found.outcome, part.start + found.start, part.start + found.end)
            )
            return
    if body.proposal_at is None:
        return
    for line in _DONE.finditer(outline.text, body.proposal_at[0], outline.appeals_at):
        found = outcome_of(line[1], voted=voted, plain=False)
        if found is not None and outline.counts(line.start()):
            body.resolution = line[1].strip()
            body.resolution_at = (line.start(1), line.start(1) + len(line[1].strip()))
            body.facts.append(Fact("resolution", body.resolution, *body.resolution_at))
            body.outcome = found.outcome
            at = line.start(1)
            body.facts.append(Fact("outcome", found.outcome, at + found.start, at + found.end))
            return


def _refusal(body: Body) -> Outcome | None:
    """Return what an approved proposal came to, when it refuses what was asked for."""
    if body.proposal is None or body.outcome is None or "APPROVED" not in body.outcome.name:
        return None
    proposed = outcome_of(body.proposal, plain=False)
    refuses = proposed is not None and proposed.outcome in {Outcome.REJECTED, Outcome.DISMISSED}
    return proposed.outcome if proposed is not None and refuses else None


def _sentence(text: str, at: int, found: Read) -> tuple[int, int]:
    """Return where the sentence stands that holds what was read."""
    start, end = sentence_around(text, at + found.start, at + found.end)
    return max(start, at), end


def presenter_in(text: str) -> tuple[int, int] | None:
    """
    Return where the title of an office stands in a line that may also name a person.

    >>> text = "Maija Esimerkki - kaupunginjohtaja"
    >>> text[slice(*presenter_in(text))]
    'kaupunginjohtaja'
    """
    at = 0
    for piece in [*_DASH.split(text[:160])][:4]:
        at = text.find(piece, at)
        found = office_in(piece)
        if found is None:
            # A person's name before the office is no part of its title.
            named = _NAMES.match(piece)
            rest = piece[named.end() :] if named is not None else ""
            found = office_in(rest) if rest[:1].islower() else None
            at += len(piece) - len(rest) if found is not None else 0
        if found is not None:
            return at + found[0], at + found[1]
    return None


def _read_presenter(outline: Outline, body: Body) -> None:
    for part in outline.of("presenter"):
        for count, line in enumerate(lines_of(outline.text, part.start, part.end)):
            if count >= 3 or is_organ(line.text):
                break
            found = presenter_in(line.text)
            if found is not None:
                _presented(outline, body, line.start + found[0], line.start + found[1])
                return
    if body.proposal_at is None or body.presenter is not None:
        return
    at = body.proposal_at[0]
    part = next(part for part in outline.of("proposal") if part.start <= at <= part.end)
    inside = _BRACKETS.search(part.name)
    owner = inside[1] if inside is not None else nominative(part.name)
    found = office_in(owner)
    if found is not None:
        name = owner[: found[1]]
        at = outline.text.find(part.name if inside is None else inside[1], part.at)
        body.presenter = name
        body.facts.append(Fact("presenter", name, at, at + len(name)))
        return
    # "Kaupunginjohtaja Maija Esimerkki:" right above the proposal.
    above = list(lines_of(outline.text, max(0, part.at - 300), part.at))[-1:]
    starts = [*above, *list(lines_of(outline.text, part.start, part.start + 200))[:1]]
    for line in starts:
        found = office_in(line.text)
        named = line.text.endswith(":") and len(line.text) < 90
        if found is not None and named and not any(map(str.isdigit, line.text)):
            _presented(outline, body, line.start, line.start + found[1])
            return


def _presented(outline: Outline, body: Body, start: int, end: int) -> None:
    name = " ".join(outline.text[start:end].split())
    body.presenter = name
    body.facts.append(Fact("presenter", name, start, end))


def _joined(outline: Outline, body: Body, name: str, parts: list[Section]) -> str | None:
    texts = [_content(outline, part) for part in parts]
    if not any(texts):
        return None
    whole = "\n\n".join(text for text in texts if text)
    body.facts.append(Fact(name, whole, parts[0].start, parts[0].end))
    return whole


def _read_reasons(outline: Outline, body: Body) -> None:
    before = [part for part in outline.of("grounds") if part.at < outline.appeals_at]
    body.grounds = _joined(outline, body, "grounds", before)
    grounds = [part for part in outline.of("authority_ground") if part.at < outline.appeals_at]
    body.authority_ground = _joined(outline, body, "authority_ground", grounds)
    impacts: list[Impact] = []
    for part in outline.of("impact"):
        text = _content(outline, part)
        body.facts.append(Fact(f"impacts[{len(impacts)}]", text, part.start, part.end))
        impacts.append(Impact(kind=part.name, text=text))
    body.impacts = tuple(impacts)
