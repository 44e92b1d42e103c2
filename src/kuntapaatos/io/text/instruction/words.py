"""
The words by which a text names a remedy, opens an instruction or forbids one.

Everything is matched in lower case; a space stands for any white space.
"""

from __future__ import annotations

import re

from kuntapaatos.io.text.instruction.prose import pattern
from kuntapaatos.io.text.periods import Relation, find_ordinal_days, find_periods

__all__ = [
    "ASKED",
    "ASSIGNING",
    "ATTACHED",
    "BAN",
    "BARRED",
    "BUT_APPEAL",
    "CONDITIONAL",
    "COURT",
    "DECIDES",
    "GENERIC_APPEAL",
    "HEADING_TAIL",
    "HOW",
    "INSTRUCTING",
    "INVOICE",
    "LABEL",
    "LAW_TALK",
    "MARKET",
    "NO_RIGHT",
    "NUMBERING",
    "OTHER_REMEDY",
    "REMEDY_WORD",
    "REVIEW_INSTEAD",
    "REVIEW_NAMED",
    "SAYING",
    "STEMS",
    "TELLS",
    "THIS_DECISION",
    "TIME_SAID",
    "TO_WHOM",
    "VERBLESS",
    "instructing_part",
    "is_bare_time",
    "is_latest",
    "is_negative",
    "is_of_workdays",
    "names_authority",
    "names_remedy",
    "states_period",
]

# One of these stands in every line that names a remedy.
STEMS = (
    *("oikais", "valit", "muutoksen", "muutosta", "muistutu", "markkinaoik", "uusimi"),
    *("omprövning", "besvär", "rättelse", "ändring", "överklag", "anmärkning", "marknadsdomst"),
)

NUMBERING = pattern(
    r"(?:[#*•>_–\s-]{1,8})?(?:liite \d{0,2}[.:]? )?"
    r"(?:§{1,2} ?\d{1,4}(?: ?[-–,] ?\d{1,4}){0,40}[.:]? |\d{1,4} § "
    r"|\d{1,2}(?:\.\d{1,2}){0,2}[.)]? |[ivx]{1,4}[.)]? "
    r"|[a-e](?:\)|\.|-osa:?) )?[*_]{0,3}"
)
# What is called an instruction is one; "Oikaisuvaatimus" alone may be what a decision is about.
INSTRUCTING = pattern(r"ohje|osoitus|anvisning|kiel|förbud")
HEADING_TAIL = pattern(
    r"(?:(?:,|(?<=valitusosoitus):|(?<=oikaisuvaatimusohje):)(?! ?pykälä)[^\n.:;]{3,80}"
    r"| \(?\d{1,2} (?:pv|päivää|vrk|dagar|d)\)?)$"
)
LABEL = pattern(
    r"(?:muutoksenhaku(?:ohje\w{0,3}|oikeus|tapa)?|täytäntöönpano-?(?: ?tiedot)?"
    r"|tiedot|liite|liitteet"
    r"|liitteenä|sökande av ändring|ändringssökande|bilaga|bilagor)\b[\s:–-]{1,80}"
)
# An item of what the document must state.
ASKED = pattern(
    r"[\s•*·–-]{0,8}(?:miltä|millai|minkälai|mitä|mihin|miten|millä perust|päätös,? jo(?:hon|ta)"
    r"|perusteet|till vilka|vilk[ae]|vad som|på vilk)"
)
# A question that an instruction answers.
HOW = pattern(r"\W{0,8}(?:kenelle|miten|kuinka|mihin|missä|kuka|hos vem|till vem|hur|vart|vem)\b")
# "Oikaisuvaatimusohje liitteenä."
ATTACHED = pattern(
    r"(?:oikaisuvaatimusohje|hankintaoikaisuohje|valitusosoitus|besvärsanvisning\w{0,3}"
    r"|anvisning\w{0,3} (?:för|om) (?:begäran om )?(?:omprövning|rättelseyrkande))"
    r" (?:on |är )?(?:\w{3,20} )?(?:liitteenä|ohessa|oheisena|bifoga[ds])\w{0,3}\b"
)
TO_WHOM = pattern(r"(?:oikaisu(?:vaatimus)?|valitus)viranomainen: ?\w|omprövningsmyndighet: ?\w")
SAYING = pattern(
    r"\b(?:on|ei|saa|voi|voidaan|tehdään|haetaan|osoitetaan|tulee|är|ska|kan|får|görs|begärs|söks)\b"
)
# Words of a decision, which a page that only instructs does not hold.
DECIDES = pattern(
    r"§ ?\d|\b(?:päätti|päättää|päätän|päätettiin|hyväksy\w{1,6}|hylät\w{2,5}|hylkä\w{1,4}"
    r"|palaut\w{2,5}|beslöt|beslutade|beslutar|godkän\w{1,5}|avslå\w{0,2}|avslog\w{0,2})\b"
)
# A line that says who does something heads nothing.
TELLS = pattern(r"\b(?:voit?|voitte|saat|katso\w{2,4}|tee|toimita|lähetä|jätä|du|kan|ska|anses)\b")
THIS_DECISION = pattern(
    r"\b(?:päätö(?:kseen|ksestä) ei|tähän|tästä|tämän|näihin|näistä|seuraavi\w{2,3}|seuraavaan"
    r"|tyytymät\w{1,8}|edellä mainit\w{1,8}"
    r"|\w{0,40}päätö(?:kseen|ksiin) haetaan|detta beslut|beslutet|följande beslut|missnöjd\w?)\b"
)
_TIME_WORD = pattern(
    r"\b\w{0,20}aika\b|\baikaa\b|\bajassa\b|\b\w{0,25}tid(?:en|s?frist\w{0,3})?\b|på dig\b"
)
_WITHIN = pattern(
    r"(?:päivän|vuorokauden|viikon|kuukauden|vuoden) (?:kuluessa|sisällä|aikana)\b"
    r"|\binom (?:\S{1,20} ){1,2}?(?:dagars?|veckor|månad(?:er)?)\b"
)
_LATEST = ("senast", "senast den", "viimeistään", "päättyy")
# One of these stands in whatever it finds.
_UNITS = ("päiv", "vuorok", "viik", "kuuka", "vuoden", "dag", "veck", "månad", " pv", " vrk")
GENERIC_APPEAL = pattern(
    r"\bvalitu(?:s|ksen|ksella|ksin|sta)\b|\bvalitta(?:a|malla)\b"
    r"|hakea (?:[\w,()-]{1,24} ){0,4}?muutosta"
    r"|muutosta haetaan|haetaan muutosta|valituskirj|valitusasiak|valitusaika|besvär|överklag"
    r"|\bsöka? (?:\w{3,20} )?ändring"
    r"|ändring (?:\w{3,20} ){0,4}?sök"
)
_NEGATIVE = pattern(
    r"\b(?:ei(?:kä)?|eivät) (?:[\wåäö§:.()-]{1,24} ){0,8}?(?:saa|voi|voida"
    r") (?:[\wåäö,§:.()-]{1,24} ){0,10}?(?:hakea|tehdä|valittaa|vaatia)\b"
    r"|\b(?:ei(?:kä)?|eivät) (?:[\wåäö§:.()-]{1,24} ){0,6}?ole (?:[\wåäö§:.()-]{1,24} ){0,6}?"
    r"(?:oikeutta|haettavissa|mahdollista)\b"
    r"|\b(?:får|kan|skall|ska) (?:[\w,§-]{1,20} ){0,6}?(?:inte|ej|icke) (?:[\w,§-]{1,20} ){0,6}?"
    r"(?:överklagas?|sökas?|anföras?|begäras?|göras?|framställas?)\b"
    r"|\b(?:inte|ej|icke) (?:[\w,§-]{1,20} ){0,3}?(?:överklagas|sökas|anföras"
    r"|söka ändring|begäras|framställas)"
    r"|(?:varken|vare sig) (?:[\w,§-]{1,20} ){0,10}?(?:sökas|anföras|begäras|framställas|göras)"
)
# What is forbidden is the review itself, or it is forbidden for good.
BAN = pattern(
    r"valmistelu|täytäntöönpan|beredning|verkställ|ei(?:kä)? (?:\w{2,20} ){0,6}?(?:saa|voi|voida) "
    r"(?:\w{2,20} ){0,6}?(?:tehdä|hakea|vaatia) (?:\w{2,20} ){0,3}?oikaisu"
    r"|oikaisuvaatimusta (?:tai kunnallisvalitusta |eikä kunnallisvalitusta |tai valitusta )?ei "
    r"|omprövning (?:\w{2,20} ){0,4}?(?:får|kan) (?:inte|ej)|(?:inte|ej"
    r"|varken) (?:\w{2,20} ){0,4}?(?:begäras|omprövning)"
)
# "Oikaisuvaatimus sivistyslautakunnalle 14 päivän kuluessa."
VERBLESS = pattern(
    r"[\s•*-]{0,12}(?:(?:muutoksenhaku|sökande av ändring|ändringssökande): )?(?:kirjallinen )?"
    r"(?:oikaisuvaatimus|hankintaoikaisu"
    r"|(?:kunnallis|hallinto)?valitus|begäran om omprövning|(?:kommunal|förvaltnings)?besvär)"
    r"\s?[:–-]? (?!on\b|är\b)"
)
TIME_SAID = pattern(
    r"aika:?(?: on)? ?(?:\w{1,30} )?(?:\(?\d{1,3}\)? ?)?(?:päivää|pv|viikkoa|kuukautta)\b"
    r"|tiden är|tid(?:en)?:? ?\w{1,20} dagar"
    r"|tidsfristen (?:för [\w\s]{3,60}(?<=\s))?är"
)
# "Muutosta ei haeta oikaisuvaatimuksin vaan valittamalla."
BUT_APPEAL = pattern(
    r"oikaisu\w{6,14},? vaan (?:\w{2,20} )?(?:valitt|\w{0,8}valitu)"
    r"|(?:omprövning|rättelse)\w{0,8},? utan (?:\w{2,20} )?(?:\w{0,10}besvär|överklag)"
)
ASSIGNING = pattern(r"pykälä|paragraf")
MARKET = pattern(r"markkinaoikeu|marknadsdomst")
COURT = pattern(r"oikeudelle|oikeudelta|oikeuteen|hallinto-oikeus|tuomioistui|domstol")
AUTHORITY = pattern(
    r"(?:viranomai\w{2,6}|toimielin|tuomioistuin),? jol(?:le|ta)"
    r"|(?:oikaisu(?:vaatimus)?|valitus)viranomainen:? (?!ja\b|sekä\b|osoit|jo)[a-zåäö]{2}"
    r"|(?:tehdään|osoitetaan|osoitettava)"
    r":? \w{3}|viranomaisen osoite|omprövning begärs hos|görs hos|riktas till"
    r"|anförs hos|tehtävä \w{3,60}(?:lle|lla)\b"
    r"|\b(?:myndighet|organ|domstol)(?:en|et)?,? (?:till|hos|av) vilke[nt]|besvärsmyndighet"
)
# What a ban of the review alone does not name.
OTHER_REMEDY = pattern(
    r"valitt|valitu|muutosta|muutoksenha|besvär|ändring|överklag|valmistel|täytäntöön|bered|verkst"
)
_ADDRESSING = (
    *("viranomai", "osoit", "tehdään", "tehtävä", "begärs hos", "görs hos", "riktas", "anförs"),
    *("myndighet", "organ", "domstol", "toimielin", "tuomioistuin"),
)
REMEDY_WORD = pattern(
    r"muutosta|muutoksenha|valittaa|valitus|valituk|valittamalla|oikaisuvaatimu"
    r"|ändring|besvär|omprövning"
    r"|överklag|rättelseyrkan"
)
BARRED = pattern(
    r"valittamalla|valituksella|valituksin|hallinto-oikeu|tuomioistui"
    r"|genom besvär|(?:hos|till|i) (?:en )?domstol|anföra besvär|\bbesvär (?:får|kan) (?:inte|ej)"
    r"|förvaltningsdomst|direkt"
)
CONDITIONAL = pattern(
    r"(?:päätöksestä|päätökseen|päätöksistä),? jo(?:ka|lla|ssa|tka)|beslut,? som (?:endast|bara)"
)
# "Since review may be asked": the court is barred, and there is a remedy.
REVIEW_INSTEAD = pattern(
    r"(?:voidaan|voi|saa) (?:\w{2,20} )?tehdä [^\n]{0,90}oikaisuvaatimu"
    r"|(?:kan|får) omprövning begäras|omprövning (?:kan|får) begäras"
)
NO_RIGHT = pattern(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?(?:"
    r"\bei (?:ole )?(?:muutoksenhaku|valitus|oikaisuvaatimus)(?:-)?(?: ja valitus"
    r"|- tai valitus)?oikeu\w{2,6}"
    r"|\bei muutoksenhakua|\bei muutoksenhakumahdollisuutta"
    r"|\bei ole valituskelpoinen|\bei muutoksenhakuohje"
    r"|(?:oikaisuvaatimus-? (?:ja|tai) )?(?:muutoksenhaku|valitus)kielto|oikaisuvaatimuskielto"
    r"|\b(?:ingen|inte|ej) besvärsrätt"
    r"|ingen rätt att söka ändring|besvärsförbud|förbud (?:att|mot) \w{3})"
)
# A review by its own name, not "oikaisu" alone.
REVIEW_NAMED = pattern(r"oikaisuvaatimu|omprövning")
# How the law is, said in the reasons of a decision, instructs nobody.
LAW_TALK = pattern(
    r"(?:§:n|lain|momentin|säännön)(?: \d{1,3} mom\w{0,7})? (?:mukaan|mukaisesti|perusteella)"
    r"|enligt (?:\d{1,3} § |kommunallagen|förvaltningslagen)"
)
_NEXT_WORKDAY = pattern(
    r"sillä perusteella|på den grund|arkipäivänä|tiedoksi(?:saanti|anto)päivää"
    r"|vardagen|söckendag|(?<!från\s)(?<!efter\s)dagen (?:då|för del)"
)
INVOICE = pattern(r"lasku|räkning|faktura|maksu|avgift")


_JUST_AN_INSTRUCTION = frozenset(("ohje", "ohjeet", "anvisning", "anvisningar"))
_PARTED = re.compile(r"\s[–—-]\s|(?<=\s)/\s")
# One of these stands in whatever it finds.
_OF_DAYS = ("perusteella", "grund", "päivää", "päivänä", "vardag", "söckendag", "dagen")
_NO = ("ei ", "eikä ", "eivät ", "inte ", "ej ", "icke ", "varken ", "vare ")


def names_remedy(low: str) -> bool:
    """Whether a text in lower case may name a remedy."""
    return any(map(low.__contains__, STEMS))


def instructing_part(heading: str) -> str:
    """
    Return the part of a heading that says what it instructs about, before or behind a dash.

    >>> instructing_part("mallilan kunta – valitusosoitus"), instructing_part("besvär – anvisning")
    ('valitusosoitus', 'besvär')
    """
    parts = _PARTED.split(heading)
    # "Oikaisuvaatimus – ohje": what is instructed about stands beside the word.
    told = [part for part in parts if part.strip(" *_#:.") not in _JUST_AN_INSTRUCTION] or parts
    return next((part for part in told if INSTRUCTING.search(part)), told[-1])


def is_of_workdays(low: str) -> bool:
    """Whether a sentence tells how days are counted: the day of notice, the next workday."""
    return any(map(low.__contains__, _OF_DAYS)) and _NEXT_WORKDAY.search(low) is not None


def states_period(low: str) -> bool:
    """
    Whether a sentence states a time within which something is done.

    >>> states_period("tehdään 14 päivän kuluessa"), states_period("tid: 14 dagar från delfåendet")
    (True, True)
    >>> states_period("katsotaan saaneen tiedon 7 päivän kuluttua")
    False
    """
    if not any(map(low.__contains__, _UNITS)):
        return False
    said = {
        phrase.relation
        for match in find_periods(low)
        for phrase in match.candidates or (match.value,)
        if phrase is not None
    }
    return (
        Relation.WITHIN in said
        # "Within 14–30 days": a time, though no length.
        or _WITHIN.search(low) is not None
        or (bool(said) and _TIME_WORD.search(low) is not None)
        or any(is_latest(low[: match.start]) for match in find_ordinal_days(low))
    )


def is_latest(before: str) -> bool:
    """Whether words before a day or a length say that it is the last one."""
    return before.rstrip().endswith(_LATEST)


def names_authority(low: str) -> bool:
    """Whether a sentence says to whom something goes."""
    return any(map(low.__contains__, _ADDRESSING)) and AUTHORITY.search(low) is not None


def is_negative(low: str) -> bool:
    """Whether a sentence says that something may not be done."""
    return any(map(low.__contains__, _NO)) and _NEGATIVE.search(low) is not None


_BARE = pattern(
    r"\s{0,40}(?:inom )?\(?(?:\d{1,3}|[a-zåäö]{4,20})\)?(?: \(\d{1,3}\))?"
    r" (?:päivää|päivän|vuorokauden|pv|vrk|dagar)\b"
)


def is_bare_time(low: str, start: int) -> bool:
    """Whether a time stands at a place, with no verb before it."""
    return _BARE.match(low, start) is not None
