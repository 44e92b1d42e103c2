"""
The municipalities of Finland, found in a text in whatever case they stand.

>>> base_form("Kajaanin kaupunki").name, base_form("Vasa stad").name, base_form("Lahdessa").name
('Kajaani', 'Vaasa', 'Lahti')
>>> [found.value.name for found in find_municipalities("Salo totesi, että Turun kaupunki maksaa.")]
['Turku']
>>> base_form("Nastolan kunta").merged_into
'Lahti'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache

from attrs import frozen

from kuntapaatos.io.text.match import Match
from kuntapaatos.io.text.municipality_table import MERGED, MUNICIPALITIES

__all__ = [
    "LanguageStatus",
    "Municipality",
    "base_form",
    "find_municipalities",
    "merged_municipalities",
    "municipalities",
]


class LanguageStatus(Enum):
    """In which languages a municipality serves (*kunnan kielellinen asema*)."""

    FINNISH = "suomenkielinen"
    SWEDISH = "ruotsinkielinen"
    FINNISH_MAJORITY = "kaksikielinen, enemmistö suomenkielinen"
    SWEDISH_MAJORITY = "kaksikielinen, enemmistö ruotsinkielinen"
    SAMI_HOMELAND = "suomenkielinen, saamelaisten kotiseutualuetta"


_LANGUAGE = {
    "fi": LanguageStatus.FINNISH,
    "sv": LanguageStatus.SWEDISH,
    "fi-sv": LanguageStatus.FINNISH_MAJORITY,
    "sv-fi": LanguageStatus.SWEDISH_MAJORITY,
    "fi-se": LanguageStatus.SAMI_HOMELAND,
}


@frozen
class Municipality:
    """
    A municipality (*kunta*).

    Attributes:
        code: Three figures, as in "205".
        name: The Finnish name in its base form.
        name_sv: The Swedish name; the Finnish one where there is no other.
        genitive: The genitive of the Finnish name, as in "Kajaanin".
        language: Its language status; of a merged one, when it ended.
        until: The last year it existed; `None` for the present ones.
        merged_into: The name of the municipality it became part of.
    """

    code: str
    name: str
    name_sv: str
    genitive: str
    language: LanguageStatus
    until: int | None = None
    merged_into: str | None = None


# Names that are also words, given names, surnames or companies: in running text they
# are taken for a municipality only beside "kaupunki", "kunta", "stad" or "kommun".
_ALSO_WORDS = frozenset(
    """
    Alajärvi Askola Aura Enonkoski Eura Forssa Geta Hamina Hammarland Hanko Hartola Hattula
    Haapajärvi Heinola Hirvensalmi Huittinen Ii Iitti Inari Isojoki Joroinen Joutsa Juva Jämsä
    Järvenpää Kaarina Kangasniemi Kankaanpää Kannonkoski Kannus Karstula Kaskinen Kaustinen
    Kauhajoki Kemi Kinnula Kittilä Kivijärvi Kokemäki Kolari Koski Kotka Kuhmoinen Kurikka Kärkölä
    Lahti Laitila Lappajärvi Lemi Lemland Lieto Liminka Loppi Luoto Luumäki Marttila Masku
    Merijärvi Multia Muurame Myrskylä Nakkila Nastola Nivala Nokia Nousiainen Outokumpu Parainen
    Pello Perho Petäjävesi Pielavesi Pirkkala Polvijärvi Pornainen Posio Puumala Pyhäjoki
    Pyhäjärvi Pyhäntä Pöytyä Raahe Raisio Rantasalmi Rauma Rautalampi Rautavaara Riihimäki
    Ristijärvi Rusko Saarijärvi Salla Salo Sauvo Savukoski Sievi Siikainen Simo Soini Somero
    Sulkava Sund Sysmä Säkylä Tammela Tervo Tervola Teuva Toivakka Tornio Ulvila Urjala Uurainen
    Vaala Valkeakoski Valtimo Varkaus Vehmaa Vesanto Vihti Viitasaari Virolahti Virrat Ähtäri
    Honkajoki Juankoski Lavia Luvia
    Gustavs Ingå Karlö Kumo Lappo Lojo Lovisa Lundo Raseborg Reso Sagu Storå Vanda
    """.lower().split()
)
_LOCATIVES = ("ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle")
# What no rule gives: both parts of a compound are inflected, or the name is a plural.
_OWN_FORMS = {
    "Alavus": "Alavuteen",
    "Isokyrö": "Isossakyrössä Isostakyröstä Isoonkyröön",
    "Uusikaarlepyy": "Uudessakaarlepyyssä Uudestakaarlepyystä Uuteenkaarlepyyhyn",
    "Uusikaupunki": "Uudessakaupungissa Uudestakaupungista Uuteenkaupunkiin",
    "Varkaus": "Varkauteen",
    "Virrat": "Virtojen Virroilla Virroilta Virroille Virtoihin",
}
_SAINTS = {"S:t Michel": "St. Michel;Sankt Michel", "S:t Karins": "St. Karins;Sankt Karins"}

_NOUN = r"kaupun[kg]|kunta(?!yht|lii|os)|kunna|maalaiskun|stad(?!ga|io)|kommun(?!al(?:a|t)?f)"
_MUNICIPAL = re.compile(rf"[ \u00a0\r\n]{{1,2}}(?:{_NOUN})", re.IGNORECASE)
# After the base form only the noun itself: "Lahti kaupunginjohtaja" is a person.
_NOUN_ALONE = re.compile(r"[ \u00a0]{1,2}(?:kaupunki|kunta|stads?|kommuns?)(?!\w)", re.IGNORECASE)
# A court, a university, a parish or a region that bears the name.
_NAMESAKE = re.compile(
    r"[ \u00a0\r\n]{1,2}(?:hallinto-?oike|hovioike|käräjäoike|oikeusapu|yliopist|ammattikork|"
    r"seurakun|hiippakun|seudu|seutu|alue|hyvinvointi|sairaanh|maistraat|satama|poliisi|"
    r"kuntayht|pelastusl|förvaltningsd|hovrätt|tingsrätt|universitet|församling|stift|region|"
    r"samkommun|välfärds|rättshjälp)",
    re.IGNORECASE,
)
_POSTAL_CODE = re.compile(r"(?<!\d)\d{5}[ \u00a0]{1,2}\Z")
_TOKEN = re.compile(r"[A-ZÅÄÖ](?<![\w@.:-].)[\w:.-]{1,30}")
_SECOND_WORD = re.compile(r"[ \u00a0]([A-ZÅÄÖ]\w{1,20})")


def _made(rows: Iterable[str]) -> tuple[Municipality, ...]:
    made: list[Municipality] = []
    for row in rows:
        code, name, genitive, swedish, language, *end = row.split(";")
        until, into = (int(end[0]), end[1]) if end else (None, None)
        made.append(
            Municipality(code, name, swedish or name, genitive, _LANGUAGE[language], until, into)
        )
    return tuple(made)


@cache
def municipalities() -> tuple[Municipality, ...]:
    """
    Return the 308 municipalities of 2025, in the order of their names.

    >>> len(municipalities()), municipalities()[0].name
    (308, 'Akaa')
    """
    return _made(MUNICIPALITIES)


@cache
def merged_municipalities() -> tuple[Municipality, ...]:
    """
    Return the municipalities that were merged from 2015 on.

    >>> [(old.name, old.until) for old in merged_municipalities()][-1]
    ('Pertunmaa', 2024)
    """
    return _made(MERGED)


def _illative(name: str, genitive: str) -> Iterator[str]:
    stem = genitive[:-1]
    if name.endswith("i") and stem.endswith("e"):  # joki, lahti, vesi
        yield f"{name[:-2]}teen" if name.endswith("vesi") else f"{name[:-1]}een"
        return
    if name[-1] in "aeiouyäö" and not stem.endswith("ee"):
        stem = name
    if stem[-1] == stem[-2].lower():  # "Ii" too
        yield f"{stem}seen"
        yield f"{stem}h{stem[-1]}n"
    else:
        yield f"{stem}{stem[-1]}n"


def _finnish_forms(name: str, genitive: str) -> Iterator[str]:
    yield name
    yield genitive
    yield from _OWN_FORMS.get(name, "").split()
    if name == "Virrat" or " " in name:
        return
    if genitive.endswith("isten"):
        stem = genitive[:-3] + "i"
        yield f"{stem}in"
    else:
        stem = genitive[:-1]
        yield from _illative(name, genitive)
    for ending in _LOCATIVES:
        yield stem + ending


def _swedish_forms(name: str) -> Iterator[str]:
    for form in (name, *_SAINTS.get(name, "").split(";")):
        if form:
            yield form
            yield form if form.endswith("s") else f"{form}s"


@cache
def _forms() -> dict[str, tuple[Municipality, bool]]:
    """Return each form in lower case, with whether it is also a word."""
    forms: dict[str, tuple[Municipality, bool]] = {}
    for place in (*merged_municipalities(), *municipalities()):
        for swedish in (True, False):
            name = place.name_sv if swedish else place.name
            also = name.lower() in _ALSO_WORDS
            made = _swedish_forms(name) if swedish else _finnish_forms(name, place.genitive)
            for form in made:
                forms[form.lower()] = (place, also)
    return forms


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.partition(" ")[0] for form in _forms() if " " in form)


def base_form(name_or_inflected: str) -> Municipality | None:
    """
    Return the municipality that a name, in any case and in either language, means.

    What follows the name may only be a word for a municipality: "Kajaanin
    kaupunginhallitus" is Kajaani, "Turun hallinto-oikeus" is nothing.

    >>> base_form("Korsholms kommun").name, base_form("Uudessakaupungissa").code
    ('Mustasaari', '895')
    >>> base_form("Turun hallinto-oikeus") is None
    True
    """
    words = name_or_inflected[:80].strip(" \t\r\n\u00a0.,:;").lower().split()
    if words and words[0] in {"staden", "kommunen"}:
        del words[0]
    for count in (2, 1):
        known = _forms().get(" ".join(words[:count]))
        if known is not None and (len(words) <= count or _MUNICIPAL.match(f" {words[count]}")):
            return known[0]
    return None


def find_municipalities(text: str, *, bare: bool = False) -> list[Match[Municipality]]:
    """
    Return the municipalities that *text* names, in any case and in either language.

    A name that is also a word, a surname or a company ("Salo", "Nokia") counts
    only before "kaupunki", "kunta", "stad" or "kommun" and after a postal
    code.  A court, university, parish or region of that name does not count.

    Args:
        text: The text; a name begins with a capital.
        bare: Whether names that are also words count wherever they stand: for
            a place where a municipality is expected.

    >>> text = "Vaasan hallinto-oikeus; Lahden kaupunki; 24100 SALO; Nokia Oyj"
    >>> [found.value.name for found in find_municipalities(text)]
    ['Lahti', 'Salo']
    """
    forms, first_words = _forms(), _first_words()
    found: list[Match[Municipality]] = []
    for hit in _TOKEN.finditer(text):
        start, end = hit.span()
        stripped = hit[0].rstrip(".:-")
        end -= len(hit[0]) - len(stripped)
        token = stripped.lower()
        known = None
        if hit[0].lower() in first_words or token in first_words:
            second = _SECOND_WORD.match(text, hit.end())
            if second is not None:
                known = forms.get(f"{hit[0]} {second[1]}".lower())
                end = second.end() if known is not None else end
        known = known or forms.get(token)
        if known is None:
            continue
        place, also = known
        if _NAMESAKE.match(text, end):
            continue
        if also and not bare and not _in_place(text, place, start, end):
            continue
        found.append(Match(place, start, end))
    return found


def _in_place(text: str, place: Municipality, start: int, end: int) -> bool:
    """Tell whether a municipality is meant here whatever else the name may be."""
    base = text[start:end].lower() in {place.name.lower(), place.name_sv.lower()}
    noun = (_NOUN_ALONE if base else _MUNICIPAL).match(text, end)
    return noun is not None or _POSTAL_CODE.search(text, max(0, start - 8), start) is not None
