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
from collections.abc import Iterator

from attrs import define, field

from kuntapaatos.decision import Handling, Impact, Outcome
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.headings import heading_of, is_office, is_organ, office_in
from kuntapaatos.io.text.lines import Line, lines_of
from kuntapaatos.io.text.outcome import amended, outcome_of
from kuntapaatos.io.text.sections import Outline, Section

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


# Longer parts are cut: no decision quotes more.
_LONGEST = 20_000
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
_PRESENTED = re.compile(
    r"\b(?:esittelijänä toimi(?:i)?|asian esitteli|föredragande var)[ :]{1,3}", re.IGNORECASE
)
_NAMES = re.compile(r"(?:[A-ZÅÄÖ][\w-]{1,30}[ ]{1,3}){1,4}")
_PROPOSER = re.compile(r"[ \t(:]{0,4}([^\W\d][\w. -]{3,60}?)[ ):.]{0,4}$")
_DASH = re.compile(r"[ \t]{1,8}[-–][ \t]{1,8}|,[ \t]{0,4}|\t|[ ]{3,40}")
_SUPPORT = re.compile(
    r"(?<![\w])(?P<by>[A-ZÅÄÖ][\w-]{1,40}(?:[ ][\w-]{1,40}){0,5}?[ ]?(?:johtoryhmä|työryhmä"
    r"|toimikunta"
    r"|lautakunta|hallitus|jaosto|johtokunta|neuvosto|ledningsgruppen))[ ]"
    r"(?P<outcome>(?:on[ ])?(?:kannattaa|puoltaa|puoltanut|kannattanut|puolsi|kannatti|förordar"
    r"|har förordat|förordade|understöder)[^.()\n]{2,160}?)[ ]?\((?:[^()\d\n]{0,30}[ ])?"
    r"(?P<on>\d{1,2}\.\d{1,2}\.\d{4})(?:[ ]?§[ ]?(?P<section>\d{1,4}))?\)"
)
_SUPPORTED = re.compile(r"(?:kannat|puol(?:s|t)|förord|understöd)\w{1,8}[ ]")
_I_DECIDE = re.compile(
    r"(?:^|\n)[ \t]{0,20}((?:Päätän|Päätin|Myönnän|Myönsin|Hyväksyn|Hylkään|Valitsen|Jag beslutar"
    r"|Jag beviljar)\b[^\n]{5,2000})"
)
_SECRET = re.compile(
    r"^(?:salassa pidettävä|ei[ -]julkinen|salainen|sekretessbelagd|sekretess|icke[- ]offentlig)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(r"^(?:julkinen|offentlig)\b", re.IGNORECASE)
_LISTED = re.compile(
    r"^(?P<by>[A-ZÅÄÖ][^\d§,\n]{1,70}?)[ ,]{1,3}"
    r"(?:(?P<on>\d{1,2}\.\d{1,2}\.\d{4})[ ,]{1,3})?§[ ]?(?P<section>\d{1,4})"
    r"(?:[ ,]{1,3}(?P<after>\d{1,2}\.\d{1,2}\.\d{4}))?"
)


def read_body(outline: Outline) -> Body:
    """Return what the body of a laid-out text says."""
    body = Body()
    _read_acts(outline, body)
    _read_presenter(outline, body)
    _read_reasons(outline, body)
    _read_handlings(outline, body)
    _read_secrecy(outline, body)
    body.signed = any(part.role == "signature" for part in outline.sections)
    return body


def _content(outline: Outline, part: Section) -> str:
    return outline.text[part.start : min(part.end, part.start + _LONGEST)].strip()


def _is_kind(text: str) -> bool:
    """Return whether "Päätös" only names the kind of document: the head follows it."""
    first = text.partition("\n")[0].strip()
    return is_organ(first) or is_office(first) or heading_of(first) is not None


def _read_acts(outline: Outline, body: Body) -> None:
    resolutions = list(outline.of("resolution"))
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
    before = [
        part for part in proposals if body.resolution_at is None or part.at < body.resolution_at[0]
    ] or proposals
    if before:
        # A changed proposal follows the first one; the last before the decision counts.
        part = before[-1] if "muutettu" in before[-1].name.casefold() else before[0]
        _propose(outline, body, part)
    _read_outcome(outline, body)


def _decide_alone(outline: Outline, body: Body) -> None:
    """Take an office-holder's own words, where no label announces them."""
    said = _I_DECIDE.search(outline.text, 0, outline.appeals_at)
    if said is not None and outline.counts(said.start()):
        body.resolution, body.resolution_at = said[1].strip(), said.span(1)
        body.facts.append(Fact("resolution", body.resolution, *said.span(1)))


def _propose(outline: Outline, body: Body, part: Section) -> None:
    text = _content(outline, part)
    start = part.start
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
        if found is not None:
            body.outcome = found.outcome
            at = body.resolution_at[0]
            body.facts.append(
                Fact("outcome", found.outcome, at + found.start, at + found.end, (), found.why)
            )
        return
    for part in outline.of("handling"):
        found = outcome_of(_content(outline, part), voted=voted, plain=False)
        if found is not None:
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
    found = office_in(_nominative(part.name))
    if found is not None:
        name = _nominative(part.name)[: found[1]]
        at = outline.text.find(part.name, part.at)
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


def _nominative(label: str) -> str:
    """Return the office of "Kaupunginjohtajan ehdotus" in its base form."""
    words = (label.capitalize() if label.isupper() else label).split()
    for place, word in enumerate(words):
        if word.endswith("likön"):
            words[place] = word[:-5] + "likkö"
        elif word.endswith("tehdin"):
            words[place] = word[:-6] + "tehti"
        elif word.endswith(("johtajan", "sihteerin", "insinöörin", "rehtorin", "geodeetin")):
            words[place] = word[:-1].replace("geodeeti", "geodeetti")
        elif word.endswith(("direktörens", "chefens", "borgmästarens", "sekreterarens")):
            words[place] = word[:-1].removesuffix("en")
    return " ".join(words)


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


def _read_handlings(outline: Outline, body: Body) -> None:
    found: list[tuple[int, int, Handling]] = []
    for heading in outline.earlier:
        handling = Handling(by=heading.organ, on=heading.on, section=heading.section)
        found.append((heading.start, heading.end, handling))
    known = {heading.start for heading in outline.earlier}
    for part in outline.sections:
        if part.role != "history":
            continue
        for line in lines_of(outline.text, part.start, part.end):
            match = _LISTED.match(line.text) if line.start not in known else None
            if match is not None:
                found.append((*_place(line, match), _listed(match)))
    for match in _supports(outline):
        day = find_dates(match["on"])
        on = day[0].value if day else None
        handling = Handling(
            by=match["by"].strip(),
            on=on,
            section=match["section"],
            outcome=" ".join(match["outcome"].split()),
        )
        found.append((*match.span(), handling))
    found.sort(key=lambda item: item[0])
    body.handlings = tuple(handling for _, _, handling in found)
    for place, (start, end, handling) in enumerate(found):
        body.facts.append(Fact(f"handlings[{place}]", handling, start, end))


def _supports(outline: Outline) -> Iterator[re.Match[str]]:
    """Give the sentences that tell who supported the matter before."""
    text, end = outline.text, 0
    for said in _SUPPORTED.finditer(text, 0, outline.appeals_at):
        start = max(end, said.start() - 240)
        found = _SUPPORT.search(text, start, min(outline.appeals_at, said.end() + 240))
        if found is not None and found.start() <= said.start():
            end = found.end()
            yield found


def _place(line: Line, match: re.Match[str]) -> tuple[int, int]:
    return line.start + match.start(), line.start + match.end()


def _listed(match: re.Match[str]) -> Handling:
    days = find_dates(match["on"] or match["after"] or "")
    on = days[0].value if days else None
    return Handling(by=match["by"].strip(" ,"), on=on, section=match["section"])


def _read_secrecy(outline: Outline, body: Body) -> None:
    part = next(outline.of("confidentiality"), None)
    if part is not None:
        text = _content(outline, part)
        _marked(body, text, part.start)
        body.confidentiality = text
        body.facts.append(Fact("confidentiality", text, part.start, part.start + len(text)))
        return
    for line in outline.head:
        if len(line.text) <= 160:
            _marked(body, line.text, line.start)
            if body.confidential is True:
                rest = line.text.partition(" (")[2] or line.text.partition(", ")[2]
                body.confidentiality = rest.rstrip(") ") or None
            if body.confidential is not None:
                return


def _marked(body: Body, text: str, at: int) -> None:
    for pattern, secret in ((_SECRET, True), (_PUBLIC, False)):
        found = pattern.match(text)
        if found is not None:
            body.confidential = secret
            body.facts.append(Fact("confidential", secret, at + found.start(), at + found.end()))
