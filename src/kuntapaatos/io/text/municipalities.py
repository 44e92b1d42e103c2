"""
The municipalities that a text names, in whatever case they stand.

>>> [found.value.name for found in find_municipalities("Salo totesi, että Turun kaupunki maksaa.")]
['Turku']
"""

from __future__ import annotations

import re
from functools import cache

from kuntapaatos.io.text.match import Match
from kuntapaatos.municipalities import Municipality
from kuntapaatos.municipalities.names import MUNICIPAL, forms

__all__ = ["find_municipalities"]

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


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.partition(" ")[0] for form in forms() if " " in form)


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
    known_forms, first_words = forms(), _first_words()
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
                known = known_forms.get(f"{hit[0]} {second[1]}".lower())
                end = second.end() if known is not None else end
        known = known or known_forms.get(token)
        if known is None:
            continue
        place, also = known.municipality, known.name.lower() in _ALSO_WORDS
        if _NAMESAKE.match(text, end):
            continue
        if also and not bare and not _in_place(text, place, start, end):
            continue
        found.append(Match(place, start, end))
    return found


def _in_place(text: str, place: Municipality, start: int, end: int) -> bool:
    """Tell whether a municipality is meant here whatever else the name may be."""
    base = text[start:end].lower() in {place.name.lower(), place.name_sv.lower()}
    noun = (_NOUN_ALONE if base else MUNICIPAL).match(text, end)
    return noun is not None or _POSTAL_CODE.search(text, max(0, start - 8), start) is not None
