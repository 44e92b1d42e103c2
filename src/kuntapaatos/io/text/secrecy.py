r"""
Whether a decision is secret, and on what ground.

>>> from kuntapaatos.io.text.sections import outlined
>>> read_secrecy(outlined("Julkisuus\nJulkinen\nPäätös\nHyväksyttiin.")).confidential
False
"""

from __future__ import annotations

import re

from attrs import define, field

from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.lines import lines_of
from kuntapaatos.io.text.sections import Outline

__all__ = ["Secrecy", "read_secrecy"]

_LONGEST = 20_000
_SECRET = re.compile(
    r"^(?:(?:tämä |detta |denna )?"
    r"(?:asiakirja|päätös|pykälä|pöytäkirja|handlingen|beslutet|paragrafen|protokollet)"
    r"[ ](?:on|är)[ ](?:osittain |delvis )?)?"
    r"(?:salassa pidettävä|ei[ -]julkinen|salainen|sekretessbelag[dt]|sekretess"
    r"|icke[ -]offentlig)\b",
    re.IGNORECASE,
)
# A line that says so further down, as a sentence does.
_SAID_SECRET = re.compile(
    r"^[ \t]{0,40}((?:asiakirja|päätös|pykälä|handlingen|beslutet|paragrafen)[ ](?:on|är)[ ]"
    r"(?:salassa pidettävä|sekretessbelag[dt])\b[^\n]{0,160})$",
    re.IGNORECASE | re.MULTILINE,
)
_SECRET_ITEM = re.compile(r"salassa pidettävä|sekretessbelagd|ei[ -]julkinen", re.IGNORECASE)
_GROUND_EDGES = " \t,:;–-."
_PUBLIC = re.compile(r"^(?:julkinen|offentlig)\b", re.IGNORECASE)


@define
class Secrecy:
    """What is said of secrecy, with the evidence."""

    confidential: bool | None = None
    confidentiality: str | None = None
    facts: list[Fact] = field(factory=list)


def read_secrecy(outline: Outline) -> Secrecy:
    """Return what a laid-out text says of its secrecy."""
    secrecy = Secrecy()
    _read(outline, secrecy)
    return secrecy


def _read(outline: Outline, secrecy: Secrecy) -> None:
    part = next(outline.of("confidentiality"), None)
    if part is not None:
        text = outline.content(part)[:_LONGEST].strip()
        _marked(secrecy, text, part.start)
        secrecy.confidentiality = text
        secrecy.facts.append(Fact("confidentiality", text, part.start, part.start + len(text)))
        return
    for line in outline.head:
        if len(line.text) <= 160:
            _marked(secrecy, line.text, line.start)
            if secrecy.confidential is not None:
                return
    said = _SAID_SECRET.search(outline.text, 0, outline.appeals_at)
    if said is not None and outline.counts(said.start()):
        _marked(secrecy, said[1], said.start(1))
        return
    for enclosure in outline.of("enclosures"):
        for line in lines_of(outline.text, enclosure.start, enclosure.end):
            if _SECRET_ITEM.search(line.text):
                # Only what is enclosed is secret.
                named = line.text.lstrip("0123456789-–•*.) \t")
                secrecy.confidentiality = named
                start = line.end - len(named)
                secrecy.facts.append(Fact("confidentiality", named, start, line.end))
                return


def _marked(secrecy: Secrecy, text: str, at: int) -> None:
    for pattern, secret in ((_SECRET, True), (_PUBLIC, False)):
        found = pattern.match(text)
        if found is not None:
            secrecy.confidential = secret
            secrecy.facts.append(Fact("confidential", secret, at + found.start(), at + found.end()))
            if secret and secrecy.confidentiality is None:
                _ground(secrecy, text, at, found.end())
            return


def _ground(secrecy: Secrecy, text: str, at: int, end: int) -> None:
    """Take the ground that stands behind "salassa pidettävä": a provision has a number."""
    ground = text[end:].strip(_GROUND_EDGES)
    if ground.startswith("(") and ground.endswith(")"):
        ground = ground[1:-1].strip()
    if "\n" not in ground and any(map(str.isdigit, ground)):
        secrecy.confidentiality = ground
        start = at + text.index(ground, end)
        secrecy.facts.append(Fact("confidentiality", ground, start, start + len(ground)))
