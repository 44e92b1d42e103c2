r"""
The labels of decision documents: which line starts which part.

A label stands alone on its line, before a colon, in the first cell of a row,
glued to what follows, or before a value that only this label takes.

>>> label_of("Päätösehdotus")
Label(role='proposal', end=13, name='Päätösehdotus')
>>> label_of("Esittelijä\tKaupunginjohtaja").role
'presenter'
>>> label_of("PäätösAsia pantiin pöydälle.").end
6
>>> label_of("Päätös koskee koko kuntaa.") is None
True
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from attrs import define

from kuntapaatos.io.text.bodies import abbreviates, is_organ
from kuntapaatos.io.text.lines import Line
from kuntapaatos.io.text.offices import is_office, office_in, subject_of
from kuntapaatos.io.text.tables import table

__all__ = [
    "INSIDE",
    "OWN_STEMS",
    "STATING",
    "TOLD",
    "HalfLabel",
    "Label",
    "Role",
    "ending",
    "label_of",
]

Role = Literal[
    "title",
    "record",
    "classification",
    "decision_date",
    "meeting_date",
    "date",
    "maker",
    "section",
    "proposal",
    "resolution",
    "handling",
    "vote",
    "aside",
    "presenter",
    "preparer",
    "description",
    "grounds",
    "authority_ground",
    "impact",
    "contact",
    "recipients",
    "signature",
    "publication",
    "extract",
    "enclosures",
    "history",
    "execution",
    "appeal",
    "confidentiality",
    "costs",
    "cost_centre",
    "checking",
    "other",
]


class Label(NamedTuple):
    """
    A label at the start of a line.

    Attributes:
        role: What it starts.
        end: Offset in the line after the label and its colon.
        name: The label as printed, without colon.
    """

    role: Role
    end: int
    name: str


_TABLE = dict(table("labels"))
OWN_STEMS: tuple[str, ...] = tuple(_TABLE.pop("own"))
"""Of an instruction's own headings, each holds one of these, in small letters."""
_ROLES: dict[str, Role] = {
    name: cast("Role", role) for role, part in _TABLE.items() for name in (*part["fi"], *part["sv"])
}
INSIDE = frozenset(name for part in _TABLE.values() for name in part.get("inside", ()))
"""Names that an instruction has for parts of its own too."""
STATING = frozenset(name for part in _TABLE.values() for name in part.get("states", ()))
"""Names below which a body says what it stated or proposed to another one."""
TOLD = frozenset(name for part in _TABLE.values() for name in part.get("told", ()))
"""Names that below a list of recipients or enclosures are one of them."""
_ENDING = frozenset(role for role, part in _TABLE.items() if part.get("ends") == "it")
_ANOTHER = frozenset(role for role, part in _TABLE.items() if part.get("ends") == "it too")
# Those that end an instruction with their value on the line, too.
_ENDING_ROWS: frozenset[Role] = frozenset({"recipients", "extract", "preparer"})
# "Kaupunginjohtajan päätösehdotus", "Lautakunnan päätös", "Stadsdirektörens förslag".
_COMPOSED: tuple[tuple[re.Pattern[str], Role], ...] = (
    (
        re.compile(
            r"[\w .:/-]{2,50}?(?:n|ns)[ ](?:muutettu[ ]|ändrade[ ])?"
            r"(?:päätösehdotus|päätösesitys|ehdotus|esitys|beslutsförslag|förslag)$"
        ),
        "proposal",
    ),
    (
        re.compile(
            r"[\w -]{0,40}?(?:hallituksen|valtuuston|lautakunnan|jaoston|johtokunnan|valiokunnan"
            r"|styrelsens|fullmäktiges|nämndens|sektionens|direktionens)[ ](?:päätös|beslut)$"
        ),
        "resolution",
    ),
    (re.compile(r"[\w /-]{0,40}vaikutus(?:ten|ien)[ ](?:ennakko)?arviointi$"), "impact"),
    (re.compile(r"[\w /-]{0,40}(?:vaikutukset|konsekvenser)$"), "impact"),
    (re.compile(r"(?:liite|bilaga|oheismateriaali)[ ]\d{1,2}$"), "enclosures"),
    (re.compile(r"\d{1,2}\.[ ](?:äänestys|omröstning|omröstningen)$"), "vote"),
    (re.compile(r"(?:lisätietoja|lisätiedot)[ ](?:asiasta|antaa|antavat)$"), "contact"),
)
_COMPOSED_ENDS = (
    *("ehdotus", "esitys", "förslag", "päätös", "beslut", "arviointi", "vaikutukset"),
    *("konsekvenser", "äänestys", "omröstning", "omröstningen", "asiasta", "antaa", "antavat"),
)
# A sentence that starts a part of its own.
_SENTENCES: tuple[tuple[str, Role], ...] = tuple(
    (start, cast("Role", role)) for role, part in _TABLE.items() for start in part.get("begins", ())
)
_SENTENCE_STARTS = frozenset(text[:4] for text, _ in _SENTENCES)
_LONGEST = 70
# The first cell of a narrow column, and over how many lines its label may go on.
_LONGEST_CELL, _MOST_LINES = 30, 3
_KEPT = 1_000
# "PäätösAsia": a label in its own cell, glued to the next.
_FIRST_WORD = re.compile(r"[^\W\d_][a-zåäöé]{1,30}")
_GLUED: frozenset[Role] = frozenset(
    {"proposal", "resolution", "presenter", "record", "handling", "enclosures", "grounds"}
)
# "Päätös Hyväksyttiin.": the cell's end was lost.
_DONE = re.compile(
    r"[A-ZÅÄÖ].{0,100}?(?:(?<=\w[tlaeiouyäö])tiin|\b(?:päätti|päättää|päätin|beslutade|beslöt"
    r"|godkänn?des|mukaan|mukaisesti|[Ee]nligt))\b"
)
_PAST = ("si", "ti", "vi", "yi", "ade", "de", "te")
_DONE_ENDS = ("tiin", "taan", "tään")
# Labels that no sentence begins with before another capital.
_STARTING = frozenset({"Käsittely", "Selostus", "Behandling"})
_TITLED = re.compile(r"(?:[Vv][sta]\.? )?[A-ZÅÄÖa-zåäö][\w-]{3,40}")
_RECORDED = re.compile(r"[A-Z]{0,12}[a-zåäö]{0,4}[:/ -]?\d[\d ./-]{3,30}")
# A label, and the day of the week if it is told, before a day.
_DAYS_NAME = re.compile(
    r"([^\W\d][^\d:\t,]{1,60}?),?[ ]{1,2}"
    r"(?:(?:(?:maanan|tiis|tors|perjan|lauan|sunnun)tai(?:na)?|keskiviikko(?:na)?"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|ma|ti|ke|to|pe|la|su),?[ ]{1,2}(?:den[ ])?)?"
    r"(?=\d{1,2}\.? ?(?:\d{1,2}\.|[a-zåäö]{3,9}))",
    re.IGNORECASE,
)
_DAYS_OWN: frozenset[Role] = frozenset({"publication", "meeting_date", "decision_date", "date"})
_COLON = re.compile(r"[ \t]{0,3}:")
_CELLS = re.compile(r"\t|[ ]{2}")
_DIGIT = re.compile(r"\d")


def _role(name: str) -> Role | None:
    folded = name.casefold()
    if folded.endswith(")"):
        # "Päätösehdotus (kj)": who proposes is no part of the label.
        folded = folded.partition("(")[0].rstrip()
    folded = _without_body(name, folded)
    head, comma, office = folded.partition(", ")
    if comma and is_office(office):
        folded = head  # "Ehdotus, kunnanjohtaja"
    role = _ROLES.get(folded)
    if role is not None or " " not in folded:
        return role if role is not None or not folded.endswith("vaikutukset") else "impact"
    if not (folded.endswith(_COMPOSED_ENDS) or folded[-1].isdecimal()):
        return None
    if folded.partition(" ")[0].endswith(_DONE_ENDS):
        return None  # "Hyväksyttiin kunnanjohtajan ehdotus"
    for pattern, composed in _COMPOSED:
        if pattern.match(folded):
            return composed
    return None


def _without_body(name: str, folded: str) -> str:
    """Return "päätös" of "Päätös KV" and of "Kh:n päätös": whose it is, is no part of the label."""
    before, _, last = name.rpartition(" ")
    if before and abbreviates(last) is not None:
        return before.casefold()
    first, _, behind = name.partition(" ")
    return behind.casefold() if ":" in first and abbreviates(first.partition(":")[0]) else folded


def _bare(text: str) -> str:
    return text.strip(" \t#*_:").rstrip(":").strip()


def label_of(line: str) -> Label | None:
    """
    Return the label at the start of *line*, or `None`.

    Args:
        line: Without white space at its start and end.
    """
    return _label_of(line) if len(line) <= _KEPT else _label_of.__wrapped__(line)


# A line is asked by one part of the reader after the other, and those of a page come back.
@lru_cache(maxsize=512)
def _label_of(line: str) -> Label | None:
    if not line or not (line[0].isalpha() or line[0] in "#*§_1234567"):
        return None
    if len(line) <= _LONGEST:
        name = _bare(line)
        role = _role(name)
        if role is not None and (name[0].isupper() or not name[0].isalpha() or line[-1] == ":"):
            return Label(role, len(line), name)
    head = line[:_LONGEST]
    folded = head.casefold()
    if folded[:4] in _SENTENCE_STARTS:
        for start, starts in _SENTENCES:
            if folded.startswith(start):
                return Label(starts, 0, "")
    colon = _COLON.search(head) if ":" in head else None
    if colon is not None:
        role = _role(_bare(head[: colon.start()]))
        if role is not None:
            return Label(role, colon.end(), _bare(head[: colon.start()]))
    cell = _CELLS.search(head) if "\t" in head or "  " in head else None
    if cell is not None:
        role = _role(_bare(head[: cell.start()]))
        if role is not None:
            return Label(role, cell.end(), _bare(head[: cell.start()]))
    return _before_day(head) or _run_on(line)


def _before_day(head: str) -> Label | None:
    """Return the label right before a day: "Julkaistu verkossa 29.8.2025", "Aika ti 27.10.2015"."""
    name = _DAYS_NAME.match(head) if _DIGIT.search(head) is not None else None
    role = _role(_bare(name[1])) if name is not None and name[1][0].isupper() else None
    if name is None or role not in _DAYS_OWN:
        return None
    return Label(role, name.end(1), _bare(name[1]))


def ending(line: str) -> str | None:
    """
    Return what a line ends as a label, when it stands below an instruction on remedies.

    Args:
        line: Without white space at its start and end.

    Returns:
        "it" for the instruction, "it too" for the handling of the matter as well,
        `None` when the line ends neither.

    >>> ending("Tiedoksisaajat"), ending("Päätösehdotus"), ending("Yhteystiedot")
    ('it', 'it too', None)
    """
    label = label_of(line)
    if label is None or not label.name or label.name.casefold() in INSIDE:
        return None
    alone = label.end == len(line)
    if label.role in _ANOTHER:
        return "it too" if alone else None
    return "it" if label.role in _ENDING and (alone or label.role in _ENDING_ROWS) else None


def _is_person(text: str) -> bool:
    """Return whether a line names an office and whoever holds it, and nothing else."""
    office = office_in(text) if text[0].isupper() and len(text) <= _LONGEST else None
    names = [] if office is None else text[office[1] :].split()
    return office is not None and len(names) <= 4 and all(name[0].isupper() for name in names)


def _acts(text: str) -> bool:
    """Whether somebody did something: "Rakennustarkastaja myönsi luvan."."""
    subject = subject_of(text)
    return subject is not None and subject.verb.endswith(_PAST)


def _run_on(line: str) -> Label | None:
    """Return a label that runs on into its value."""
    word = _FIRST_WORD.match(line)
    if word is None:
        return None
    role = _ROLES.get(word.group().casefold())
    if role is None:
        return None
    end = word.end()
    rest = line[end:]
    if rest[:1].isupper():
        return Label(role, end, word.group()) if role in _GLUED else None
    if rest[:1] != " " or not word.group()[0].isupper():
        return None
    value = rest.lstrip()
    if role == "resolution" and value[-1] == ":" and is_organ(value[:-1]):
        # "Päätös Tekninen lautakunta:"
        return Label(role, len(line), word.group())
    fits = (
        (role in {"resolution", "proposal"} and _DONE.match(value))
        or (role == "resolution" and _acts(value))
        or (role == "proposal" and _is_person(value.rstrip(":")))
        or (word.group() in _STARTING and value[0].isupper())
        or (role == "maker" and (is_organ(value) or is_office(value)))
        or (
            role == "presenter"
            and _TITLED.match(value)
            and len(value) < _LONGEST
            and value[-1] != "."  # "Esittelijä veti asian pois."
        )
        or (role == "record" and _RECORDED.match(value) and len(value) < _LONGEST)
        or (
            role in {"decision_date", "meeting_date", "section", "classification"}
            and value[:1].isdigit()
        )
    )
    return Label(role, end, word.group()) if fits else None


def _first_cell(line: Line) -> str:
    return line.text.partition("\t")[0].partition("  ")[0].rstrip()


@define
class HalfLabel:
    """
    A label that its narrow column split over lines: "Täytäntöönpano-", then "tiedot".

    >>> half = HalfLabel()
    >>> half.follow(Line(0, "Valtuus-   Hyväksytään tilinpäätös."), ended=False)
    >>> half.follow(Line(40, "ton        Tulos siirretään omaan"), ended=False)
    >>> half.ended(Line(80, "päätös     pääomaan."))
    (Label(role='resolution', end=6, name='Valtuuston päätös'), 0)
    """

    _begun: str = ""
    _lines: int = 0
    _at: int = 0

    def ended(self, line: Line) -> tuple[Label | None, int]:
        """Return the label that this line's first cell ends, and where it began."""
        if not self._begun:
            return None, line.start
        cell = _first_cell(line)
        label = label_of(self._begun + cell) if len(cell) <= _LONGEST_CELL else None
        if label is None:
            return None, line.start
        return Label(label.role, len(cell), label.name), self._at if self._lines > 1 else line.start

    def follow(self, line: Line, *, ended: bool) -> None:
        """Keep what this line may begin or go on with."""
        cell = "" if ended else _first_cell(line)
        goes_on = self._begun and cell[:1].islower() and self._lines < _MOST_LINES
        if not 0 < len(cell) <= _LONGEST_CELL or not (goes_on or cell[-1] in "-/"):
            self._begun, self._lines = "", 0
            return
        if not goes_on:
            self._begun, self._at, self._lines = "", line.start, 0
        self._begun += cell[:-1] if cell[-1] == "-" else cell if cell[-1] == "/" else cell + " "
        self._lines += 1
