r"""
Who made a decision: a body or an office, where the text itself names it.

>>> from kuntapaatos.io.text.sections import outlined
>>> read_maker(outlined("Päätös\nTekninen johtaja päätti ostaa auran.")).maker
OfficeHolder(title='Tekninen johtaja')
"""

from __future__ import annotations

import re
from itertools import islice, pairwise

from attrs import define, field

from kuntapaatos.decision import OfficeHolder, Organ
from kuntapaatos.io.text.bodies import abbreviates, is_organ
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.headings import heading_of, is_abbreviation
from kuntapaatos.io.text.labels import label_of
from kuntapaatos.io.text.lines import Line, cells_of, lines_of
from kuntapaatos.io.text.offices import bare, decides, deciding, is_office, office_in, subject_of
from kuntapaatos.io.text.sections import Outline, Section
from kuntapaatos.remedy.bodies import body_kind
from kuntapaatos.remedy.kinds import MakerKind

__all__ = ["Made", "read_maker"]


_WRITTEN = re.compile(
    r"\b(?:(?:kaupungin|kunnan)(?:hallitus|valtuusto)"
    r"|(?:stads|kommun)(?:styrelsen|fullmäktige)|yhtymä(?:hallitus|valtuusto))\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-ZÅÄÖ][\w-]{1,30}(?:[ ](?:[A-ZÅÄÖ]\.|[A-ZÅÄÖ][\w-]{1,30})){1,3}")
_IN_MEETING = re.compile(r"pöytäkirjan|protokoll", re.IGNORECASE)
_ANNOUNCING = re.compile(r"(?:julkinen |offentlig )?(?:kuulutus|kungörelse)\b", re.IGNORECASE)
_LAST_LINES = 6
_IN_BODY = frozenset((Why.MAKER_OF_DECISION, Why.MAKER_OF_PROPOSAL))
# What any body of its kind is called where it decides.
_NAMELESS = frozenset(
    "hallitus valtuusto lautakunta jaosto johtokunta valiokunta toimielin vaikuttamistoimielin"
    " styrelsen fullmäktige nämnden sektionen direktionen utskottet".split()
)
_PIECE = re.compile(r"(?:[^,\t( ]|[ ](?![ ])){1,160}")


@define
class Made:
    """Who decided, whether as an office-holder, and the evidence."""

    maker: Organ | OfficeHolder | None = None
    by_office: bool = False
    facts: list[Fact] = field(factory=list)


_NUMBER = re.compile(r"[ ]\d{1,3}(?:\.\d{1,2})?$")
# "A Mallilan kaupungin toimialajohtaja": neither the letter nor the municipality is the maker's.
_BEGINNING = re.compile(
    r"(?:[A-D1-9][.)]?[ \t]{1,4})?(?:[A-ZÅÄÖ][\w-]{1,30}n[ ](?:kaupungin|kunnan)[ ])?"
)
_SENTENCE = re.compile(r"[a-zåäö)]\.[ ]{1,2}(?=[A-ZÅÄÖ])")
_BY_OFFICE = re.compile(
    # The kind of this document, not decisions that it lists.
    r"viranhaltijapäätö(?:s|ksen)\b|viranhaltijan päätös|tjänsteinnehavarbeslut(?:et)?\b"
    r"|tjänsteinnehavarens beslut|päätöspöytäkirja|tjänstemannabeslut(?:et)?\b"
    r"|(?:^|\t|[ ]{2})beslut av (?:en )?tjänste(?:innehavare|man)\b",
    re.IGNORECASE | re.MULTILINE,
)
_I_DECIDE = re.compile(
    r"\b(?:päätän|päätin|myönnän|hyväksyn|hylkään|jag beslutar|valitsen)\b", re.IGNORECASE
)
_JOINT = re.compile(r"kuntayhtymä|samkommun", re.IGNORECASE)
_OF_MUNICIPALITY = re.compile(r"(?:kunnan|kaupungin|kommun|stads)", re.IGNORECASE)
_JOINT_KINDS = {
    MakerKind.BOARD: MakerKind.JOINT_AUTHORITY_BOARD,
    MakerKind.COUNCIL: MakerKind.JOINT_AUTHORITY_COUNCIL,
}
_WHOSE = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]{1,30}n[ ]){1,2}(?=(?:kaupungin|kunnan)(?:hallitus|valtuusto)$)"
    r"|[A-ZÅÄÖ][\w-]{1,30}s?[ ](?=(?:stads|kommun)(?:styrelsen?|fullmäktige)$)"
)


def read_maker(outline: Outline) -> Made:
    """Return who made the decision of a laid-out text."""
    made = Made()
    # What an instruction is for, its heading says: "Oikaisuvaatimusohje (viranhaltijapäätös)".
    stop = min(outline.head_end + 400, outline.appeals_at)
    made.by_office = _BY_OFFICE.search(outline.text, 0, stop) is not None or any(
        "viranhaltija" in part.name.casefold() or "tjänsteinnehavar" in part.name.casefold()
        for part in outline.sections
    )
    current = outline.current
    if current is not None and current.organ is not None:
        _made_by(outline, made, current.organ, current.organ_at)
        return made
    organs, offices = _named_in_head(outline)
    for part in outline.of("maker"):
        named = _labelled(outline.first_line(part))
        if named is not None:
            again = offices and offices[0][0].casefold() == named[0].casefold()
            _made_by(outline, made, *(offices[0] if again else named))
            return made
    beside = made.by_office and organs and not offices
    # The head names the committee of the office, which the body of the text names.
    if beside and (_maker_in_body(outline, made) or _signer(outline, made)):
        return made
    named_so = [*(offices if made.by_office else ()), *organs, *offices]
    if named_so:
        office = made.by_office
        _made_by(outline, made, *named_so[0])
        if isinstance(made.maker, Organ):
            told = {one.organ_at for one in outline.earlier}
            names = [name for name, at in organs[1:] if at not in told]
            _doubt(outline, made, names, office=office)
        return made
    if _maker_in_body(outline, made) or _signer(outline, made):
        return made
    if made.by_office or _decides_alone(outline):
        made.by_office = True
        made.maker = OfficeHolder()
    return made


def _doubt(outline: Outline, made: Made, names: list[str], *, office: bool) -> None:
    """Keep beside the body who else may have decided: the head names them alike."""
    first = made.maker
    also: dict[str, Organ | OfficeHolder] = {
        name.casefold(): Organ(name, _kind_of(outline, name))
        for name in names
        if not _is_same(str(first), name)
    }
    others = [*also.values(), *([OfficeHolder()] if office else [])]
    if others:
        made.facts[-1] = made.facts[-1]._replace(candidates=(first, *others))


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of the same body, one of them in full."""
    return one.casefold().endswith(other.casefold()) or other.casefold().endswith(one.casefold())


def _labelled(line: Line) -> tuple[str, int] | None:
    """Return who decided in the line of a label: "Aino Malli, johtava rakennustarkastaja"."""
    for found in islice(_PIECE.finditer(line.text), 4):
        name = found.group().strip()
        office = office_in(name)
        if office is not None and all(word[0].isupper() for word in name[office[1] :].split()):
            # Who holds the office is no part of its title.
            name = name[: office[1]]
        if is_organ(name) or is_office(name):
            start = found.start() + len(found.group()) - len(found.group().lstrip())
            return bare(name), line.start + start
    return None


def _named_in_head(outline: Outline) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return the bodies in the cells of the head, and the one office that may decide."""
    organs: list[tuple[str, int]] = []
    offices: list[tuple[str, int]] = []
    for line in outline.head:
        for name, at in cells_of(line.text):
            heading = None if is_organ(name) else heading_of(name)
            if is_organ(name):
                organs.append((name, line.start + at))
            elif heading is not None and heading.organ is not None:
                organs.append((heading.organ, line.start + at + heading.organ_at))
            office = deciding(name) or name.partition(", ")[0]
            if decides(office) and len(office.split()) <= 6 and not label_of(name.split()[0]):
                offices.append((office, line.start + at))
    return organs, offices if len({name.casefold() for name, _ in offices}) == 1 else []


def _maker_in_body(outline: Outline, made: Made) -> bool:
    for role in ("resolution", "proposal"):
        for part in outline.of(role):
            line = outline.first_line(part)
            if "\n" in outline.text[part.at : part.start].rstrip():
                # The label's own column ran over several lines.
                line = _behind_label(outline, part)
            found = _acting(line, office=role == "resolution")
            if found is not None:
                decided = role == "resolution"
                why = Why.MAKER_OF_DECISION if decided else Why.MAKER_OF_PROPOSAL
                _made_by(outline, made, *found, why)
                return True
    return False


def _acting(line: Line, *, office: bool) -> tuple[str, int] | None:
    """Return who decides in a line, and where; an office only where it may be one."""
    for at in (0, *(found.end() for found in _SENTENCE.finditer(line.text[:400]))):
        begin = _BEGINNING.match(line.text, at)
        first = begin.end() if begin is not None else at
        words = line.text[first : first + 1].upper() + line.text[first + 1 :]
        subject = subject_of(words)
        if subject is not None and (subject.is_body or (office and at == 0)):
            return line.text[first : first + len(subject.name)], line.start + first
    return None


def _signer(outline: Outline, made: Made) -> bool:
    """Take who signed: an office below its holder's name, or the body that announces."""
    lines = list(lines_of(outline.text, outline.head_end, outline.appeals_at))[-_LAST_LINES:]
    last = next(iter([*lines_of(outline.text)][-1:]), None)
    announces = any(_ANNOUNCING.match(line.text) for line in outline.head[:_LAST_LINES])
    if announces and last is not None and is_organ(last.text):
        _made_by(outline, made, last.text, last.start, Why.SIGNER)
        return True
    if not any(part.role == "resolution" for part in outline.sections):
        return False
    # Who certifies an extract did not decide.
    extracts = [(part.at, part.end) for part in outline.sections if part.role == "extract"]
    for above, line in pairwise(lines):
        if any(start <= line.start < end for start, end in extracts):
            continue
        name, _, office = line.text.rpartition(", ")
        held = _PERSON.fullmatch(name or above.text) is not None
        titled = decides(office[:1].upper() + office[1:]) and not _IN_MEETING.search(office)
        if held and titled and (made.by_office or not outline.headings):
            _made_by(outline, made, office, line.end - len(office), Why.SIGNER)
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


def _made_by(outline: Outline, made: Made, name: str, at: int, why: Why | None = None) -> None:
    end = at + len(name)
    if not is_organ(name) and is_office(_NUMBER.sub("", name)):
        made.by_office = True
        made.maker = OfficeHolder(name)
        made.facts.append(Fact("maker.title", name, at, end, (), why))
        return
    if not is_organ(name) and is_abbreviation(name):
        name, at, end, why = _unabbreviated(outline, name, at)
    elif is_organ(name) and " " not in name:
        name, at = _in_full(outline, name, at)
        end = at + len(name)
    whose = _WHOSE.match(name)
    if whose is not None:
        # "Virolahden kunnanhallitus": the municipality is no part of the name.
        name, at = name[whose.end() :], at + whose.end()
        name = name[0].upper() + name[1:] + ("n" if name.endswith("styrelse") else "")
    made.by_office = False
    made.maker = Organ(name, _kind_of(outline, name))
    # "Lautakunta päätti": which one the text says elsewhere, if at all.
    alike = (made.maker,) if why in _IN_BODY and name.casefold() in _NAMELESS else ()
    made.facts.append(Fact("maker", made.maker, at, end, alike, why))


def _in_full(outline: Outline, name: str, at: int) -> tuple[str, int]:
    """Return the name in full of a body that is called "Valtuusto" where it decides."""
    whole = {
        cell: line.start + start
        for line in outline.head
        for cell, start in cells_of(line.text)
        if is_organ(cell) and " " not in cell
        if len(cell) > len(name) and cell.casefold().endswith(name.casefold())
    }
    return (
        next(iter(whole.items())) if len({cell.casefold() for cell in whole}) == 1 else (name, at)
    )


def _kind_of(outline: Outline, name: str) -> MakerKind | None:
    """Return what kind of body it is: "Hallitus" of a joint authority is not a municipality's."""
    kind = body_kind(abbreviates(name) or name)
    if " " in name or _OF_MUNICIPALITY.match(name):
        return kind
    joint = _JOINT.search(outline.text, 0, outline.head_end)
    return _JOINT_KINDS.get(kind, kind) if joint is not None and kind is not None else kind


def _shortens(short: str, whole: str) -> bool:
    """Return whether the letters of *short* stand in *whole* in their order, from the first."""
    letters = iter(whole.casefold())
    first = short[:1].casefold() == whole[:1].casefold()
    return first and all(letter in letters for letter in short.casefold())


def _unabbreviated(outline: Outline, name: str, at: int) -> tuple[str, int, int, Why | None]:
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
    known = abbreviates(name)
    for written in _WRITTEN.finditer(outline.text):
        if written.group().casefold().endswith(known or "\0"):
            return written.group().capitalize(), at, at + len(name), Why.ABBREVIATION
    return name, at, at + len(name), None
