r"""
Who made a decision: a body or an office, where the text itself names it.

>>> from kuntapaatos.io.text.sections import outlined
>>> read_maker(outlined("Päätös\nTekninen johtaja päätti ostaa auran.")).maker
OfficeHolder(title='Tekninen johtaja')
"""

from __future__ import annotations

import re

from attrs import define, field

from kuntapaatos.decision import OfficeHolder, Organ
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.headings import (
    body_kind,
    heading_of,
    is_abbreviation,
    is_office,
    is_organ,
    office_in,
)
from kuntapaatos.io.text.lines import Line, cells_of, lines_of
from kuntapaatos.io.text.sections import Outline, Section

__all__ = ["Made", "read_maker"]


@define
class Made:
    """Who decided, whether as an office-holder, and the evidence."""

    maker: Organ | OfficeHolder | None = None
    by_office: bool = False
    facts: list[Fact] = field(factory=list)


_SUBJECT_END = re.compile(
    r"[ ](?:on[ ])?(?:päätti|päättää|päättänyt|päättävät|esittää|esitti|myöntää|myönsi|hyväksyy"
    r"|hyväksyi|katsoo|katsoi|kehottaa|kehotti|lausuu|lausui|puoltaa|puolsi|asettaa|asetti|nimeää"
    r"|nimesi|vahvistaa|vahvisti|suosittelee|suositteli|kumoaa|kumosi|pysyttää|pysytti|oikeuttaa"
    r"|oikeutti|valtuuttaa|valtuutti|tekee|teki|jättää|jätti|poistaa|poisti|siirtää|siirsi|antoi"
    r"|pyytää|pyysi|lähettää|lähetti|edellyttää|edellytti|saattaa|saattoi|käyttää|käytti|panee"
    r"|pani|palauttaa|keskustelee|keskusteli|tutustuu|tutustui|allekirjoittaa|allekirjoitti"
    r"|merkitsee|merkitsi|hylkää|hylkäsi|valitsee|valitsi|antaa|toteaa|totesi|ehdottaa|palautti"
    r"|betraktar|betraktade|bemyndigar|bemyndigade|förutsätter|förutsatte|uppmanar|uppmanade"
    r"|utser|utsåg|lämnar|lämnade|ger|gav|konstaterar|konstaterade|fastställer|fastställde"
    r"|beslutar|beslutade|beslöt|beslutat|godkänner|godkände|föreslår|beviljar|beviljade|antecknar"
    r"|antecknade|väljer|valde|återremitterade|bordlade|avslår|avslog)\b"
)
_BY_OFFICE = re.compile(
    # The kind of this document, not decisions that it lists.
    r"viranhaltijapäätö(?:s|ksen)\b|viranhaltijan päätös|tjänsteinnehavarbeslut(?:et)?\b"
    r"|tjänsteinnehavarens beslut|päätöspöytäkirja",
    re.IGNORECASE,
)
_I_DECIDE = re.compile(
    r"\b(?:päätän|päätin|myönnän|hyväksyn|hylkään|jag beslutar|valitsen)\b", re.IGNORECASE
)
_WHOSE = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]{1,30}n[ ]){1,2}(?=(?:kaupungin|kunnan)(?:hallitus|valtuusto)$)"
    r"|[A-ZÅÄÖ][\w-]{1,30}s?[ ](?=(?:stads|kommun)(?:styrelsen?|fullmäktige)$)"
)
_ABBREVIATED = {
    "kh": "hallitus",
    "khall": "hallitus",
    "kaupha": "hallitus",
    "kunha": "hallitus",
    "kv": "valtuusto",
    "kvalt": "valtuusto",
    "kaupva": "valtuusto",
    "kunva": "valtuusto",
    "stst": "stadsstyrelsen",
    "kst": "kommunstyrelsen",
    "ks": "kommunstyrelsen",
    "stf": "stadsfullmäktige",
    "kf": "kommunfullmäktige",
}


def read_maker(outline: Outline) -> Made:
    """Return who made the decision of a laid-out text."""
    made = Made()
    made.by_office = _BY_OFFICE.search(outline.text, 0, outline.head_end + 400) is not None or any(
        "viranhaltija" in part.name.casefold() or "tjänsteinnehavar" in part.name.casefold()
        for part in outline.sections
    )
    current = outline.current
    if current is not None and current.organ is not None:
        _made_by(outline, made, current.organ, current.organ_at)
        return made
    for part in outline.of("maker"):
        line = outline.first_line(part)
        name = re.split(r"[,\t(]|[ ]{2}", line.text, maxsplit=1)[0].strip()
        office = office_in(name)
        if office is not None and all(word[0].isupper() for word in name[office[1] :].split()):
            # Who holds the office is no part of its title.
            name = name[: office[1]]
        if is_organ(name) or is_office(name):
            _made_by(outline, made, name, line.start)
            return made
    if _maker_in_head(outline, made) or _maker_in_body(outline, made):
        return made
    if made.by_office or _decides_alone(outline):
        made.by_office = True
        made.maker = OfficeHolder()
    return made


def _maker_in_head(outline: Outline, made: Made) -> bool:
    offices: list[tuple[str, int]] = []
    for line in outline.head:
        for name, at in cells_of(line.text):
            if is_organ(name):
                _made_by(outline, made, name, line.start + at)
                return True
            heading = heading_of(name)
            if heading is not None and heading.organ is not None:
                _made_by(outline, made, heading.organ, line.start + at + heading.organ_at)
                return True
            if is_office(name) and len(name.split()) <= 6:
                offices.append((name, line.start + at))
    if offices and len({name.casefold() for name, _ in offices}) == 1:
        _made_by(outline, made, *offices[0])
        return True
    return False


def _maker_in_body(outline: Outline, made: Made) -> bool:
    for role in ("resolution", "proposal"):
        for part in outline.of(role):
            line = outline.first_line(part)
            if "\n" in outline.text[part.at : part.start].rstrip():
                # The label's own column ran over several lines.
                line = _behind_label(outline, part)
            verb = _SUBJECT_END.search(line.text[:200])
            if verb is None:
                continue
            name = line.text[: verb.start()].strip()
            if is_organ(name) or (role == "resolution" and is_office(name)):
                where = "päätöksen" if role == "resolution" else "päätösehdotuksen"
                _made_by(outline, made, name, line.start, f"{where} tekijänä")
                return True
    return False


def _behind_label(outline: Outline, part: Section) -> Line:
    """Return what stands in the second cell of the label's first line."""
    first = next(lines_of(outline.text, part.at, part.start))
    cell, at = [*cells_of(first.text), ("", 0)][1]
    return Line(first.start + at, first.text[at:] if cell else "")


def _decides_alone(outline: Outline) -> bool:
    return any(
        _I_DECIDE.search(outline.text, part.start, min(part.end, part.start + 400))
        for part in outline.of("resolution")
    )


def _made_by(outline: Outline, made: Made, name: str, at: int, why: str | None = None) -> None:
    end = at + len(name)
    if is_office(name) and not is_organ(name):
        made.by_office = True
        made.maker = OfficeHolder(name)
        made.facts.append(Fact("maker.title", name, at, end, (), why))
        return
    if not is_organ(name) and is_abbreviation(name):
        name, at, end, why = _unabbreviated(outline, name, at)
    whose = _WHOSE.match(name)
    if whose is not None:
        # "Virolahden kunnanhallitus": the municipality is no part of the name.
        name, at = name[whose.end() :], at + whose.end()
        name = name[0].upper() + name[1:] + ("n" if name.endswith("styrelse") else "")
    made.by_office = False
    made.maker = Organ(name, body_kind(name))
    made.facts.append(Fact("maker", made.maker, at, end, (), why))


def _shortens(short: str, whole: str) -> bool:
    """Return whether the letters of *short* stand in *whole* in their order, from the first."""
    letters = iter(whole.casefold())
    first = short[:1].casefold() == whole[:1].casefold()
    return first and all(letter in letters for letter in short.casefold())


def _unabbreviated(outline: Outline, name: str, at: int) -> tuple[str, int, int, str | None]:
    """Return the body an abbreviation stands for, when the text writes it out elsewhere."""
    current = outline.current
    for heading in outline.headings:
        if (
            current is not None
            and heading.organ is not None
            and heading.section == current.section
            and is_organ(heading.organ)
        ):
            return heading.organ, heading.organ_at, heading.organ_at + len(heading.organ), None
    bodies = {
        cell: line.start + start
        for line in outline.head
        for cell, start in cells_of(line.text)
        if is_organ(cell) and _shortens(name, cell)
    }
    if len(bodies) == 1:
        ((whole, start),) = bodies.items()
        return whole, start, start + len(whole), None
    known = _ABBREVIATED.get(name.casefold())
    if known is not None:
        pattern = (
            known if known[-1] == "n" or known.endswith("ige") else rf"(?:kaupungin|kunnan){known}"
        )
        written = re.search(rf"\b{pattern}\b", outline.text, re.IGNORECASE)
        if written is not None:
            whole = written.group().capitalize()
            return whole, at, at + len(name), f"lyhenne {name}"
    return name, at, at + len(name), None
