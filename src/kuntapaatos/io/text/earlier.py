r"""
Earlier handlings of a matter and supports it got before, and what came of each.

>>> from kuntapaatos.io.text.sections import outlined
>>> text = (
...     "Kunnanhallitus 17.2.2025 § 31\nMyllytie\nTekninen lautakunta 3.2.2025 § 4\nPäätös\n"
...     "Asia jätettiin pöydälle.\nKunnanhallitus 17.2.2025 § 31\nPäätös\nHyväksyttiin."
... )
>>> [(one.by, one.section, one.outcome) for one, _, _ in earlier_handlings(outlined(text))]
[('Tekninen lautakunta', '4', 'jätettiin pöydälle')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kuntapaatos.decision import Handling
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.headings import Heading
from kuntapaatos.io.text.lines import Line, lines_of
from kuntapaatos.io.text.sections import Outline
from kuntapaatos.io.text.words.outcomes import outcome_of

__all__ = ["earlier_handlings"]

_SUPPORT = re.compile(
    r"(?<![\w])(?P<by>[A-ZÅÄÖ][\w-]{1,40}(?:[ ][\w-]{1,40}){0,5}?[ ]?(?:johtoryhmä|työryhmä"
    r"|toimikunta"
    r"|lautakunta|hallitus|jaosto|johtokunta|neuvosto|ledningsgruppen))[ ]"
    r"(?P<outcome>(?:on[ ])?(?:kannattaa|puoltaa|puoltanut|kannattanut|puolsi|kannatti|förordar"
    r"|har förordat|förordade|understöder)[^.()\n]{2,160}?)[ ]?\((?:[^()\d\n]{0,30}[ ])?"
    r"(?P<on>\d{1,2}\.\d{1,2}\.\d{4})(?:[ ]?§[ ]?(?P<section>\d{1,4}))?\)"
)
_SUPPORTED = re.compile(r"(?:kannat|puol(?:s|t)|förord|understöd)\w{1,8}[ ]")
_LISTED = re.compile(
    r"^(?P<by>[A-ZÅÄÖ][^\d§,\n]{1,70}?)[ ,]{1,3}"
    r"(?:(?P<on>\d{1,2}\.\d{1,2}\.\d{4})[ ,]{1,3})?§[ ]?(?P<section>\d{1,4})"
    r"(?:[ ,]{1,3}(?P<after>\d{1,2}\.\d{1,2}\.\d{4}))?"
)


def earlier_handlings(outline: Outline) -> list[tuple[Handling, int, int]]:
    """Return the earlier handlings and supports that a text tells of, with their places."""
    found: list[tuple[int, int, Handling]] = []
    for heading in outline.earlier:
        outcome = _said_behind(heading.rest) or _outcome_in(outline, heading)
        handling = Handling(
            by=heading.organ, on=heading.on, section=heading.section, outcome=outcome
        )
        found.append((heading.start, heading.end, handling))
    known = {heading.start for heading in outline.earlier}
    for part in outline.sections:
        if part.role != "history":
            continue
        for line in lines_of(outline.text, part.start, part.end):
            match = _LISTED.match(line.text) if line.start not in known else None
            if match is not None:
                found.append((*_place(line, match), _listed(match, line.text[match.end() :])))
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
    return [(handling, start, end) for start, end, handling in found]


def _outcome_in(outline: Outline, heading: Heading) -> str | None:
    """Return the words that say what came of an earlier handling that the text quotes."""
    regions = [end for start, end in outline.earlier_regions if start <= heading.start < end]
    if not regions:
        return None
    later = [one.start for one in outline.headings if one.start > heading.start and one.section]
    end = min([*regions, *later])
    said = {
        outcome
        for part in outline.sections
        if part.role == "resolution" and heading.start < part.at < end
        if (outcome := _told_outcome(outline.text[part.start : min(part.end, end)])) is not None
    }
    return said.pop() if len(said) == 1 else None


def _told_outcome(text: str) -> str | None:
    """Return the words of a decision that say what came of it."""
    found = outcome_of(text, plain=False)
    if found is None or found.outcome is None:
        return None
    return " ".join(text[found.start : found.end].split())


def _said_behind(rest: str) -> str | None:
    """Return what the rest of a line says came of it, when it says nothing else."""
    words = " ".join(rest.strip(" ,.;:–-").split())
    return words if words and _told_outcome(words) == words else None


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


def _listed(match: re.Match[str], rest: str) -> Handling:
    days = find_dates(match["on"] or match["after"] or "")
    on = days[0].value if days else None
    return Handling(
        by=match["by"].strip(" ,"), on=on, section=match["section"], outcome=_said_behind(rest)
    )
