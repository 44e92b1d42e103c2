"""
The words by which a text names a remedy, opens an instruction or forbids one.

Everything is matched in lower case; a space stands for any white space.
"""

from __future__ import annotations

from kuntapaatos.io.text.instruction.prose import pattern
from kuntapaatos.remedy.kinds import RemedyKind

__all__ = [
    "AFTER_IT",
    "ANOTHER_HANDLING",
    "ASKED",
    "ASSIGNING",
    "ATTACHED",
    "BAN",
    "BARRED",
    "CONDITIONAL",
    "COURT",
    "DOING",
    "GENERIC_APPEAL",
    "HEADINGS",
    "HEADING_STARTS",
    "HEADING_TAIL",
    "INSTRUCTING",
    "INVOICE",
    "LABEL",
    "LAW_TALK",
    "MARKET",
    "MENTION",
    "NAMES",
    "NO_RIGHT",
    "NUMBERING",
    "OF_A_REVIEW",
    "OTHER_REMEDY",
    "PERIOD",
    "REMEDY_WORD",
    "RIGHT",
    "SAYING",
    "STEMS",
    "THIS_DECISION",
    "TIME_SAID",
    "TO_WHOM",
    "VERBLESS",
    "ZONE",
    "is_negative",
    "is_of_workdays",
    "names_authority",
    "names_remedy",
    "states_period",
]

# One of these stands in every line that names a remedy.
STEMS = (
    *("oikaisu", "valit", "muutoksen", "muutosta", "muistutu", "markkinaoik", "uusimi"),
    *("omprövning", "besvär", "rättelse", "ändring", "överklag", "anmärkning", "marknadsdomst"),
)

NUMBERING = pattern(
    r"(?:[#*•>_–\s-]{1,8})?(?:liite \d{0,2}[.:]? )?"
    r"(?:§{1,2} ?\d{1,4}(?: ?[-–,] ?\d{1,4}){0,40}[.:]? |\d{1,4} § "
    r"|\d{1,2}(?:\.\d{1,2}){0,2}[.)]? |[ivx]{1,4}[.)]? "
    r"|[a-e](?:\)|\.|-osa:?) )?[*_]{0,3}"
)
_LAW_TAIL = (
    r"(?:[,:]? ?(?:\([^()\n]{0,80}\)|(?:kuntal|hallintol|hankintal|kommunall"
    r"|förvaltningsl)[^\n]{0,60}))?"
)
_SECTIONS_TAIL = (
    r"(?:(?:[,:]? ?(?:koskee )?(?:pykälä\w{0,4}|paragraf\w{0,4}|§{1,2}|:t|asia\w{0,3}|koskee )"
    r"[:.]?)?[\d§\s,.;–:-]{0,200}+(?:ja \d{1,4})?(?:§{0,2}:?\w?|:t)?"
    r"(?:valitusaika|besvärstid(?:en)?)?)?"
)
_END = r"[\s*_:.–-]{0,6}$"


def _heading(words: str) -> str:
    return f"(?:{words})" + _LAW_TAIL + _SECTIONS_TAIL + _END


# What a heading begins with, looked for before the patterns.
HEADING_STARTS = tuple(
    "oikais ohje kirjallinen muu valit kunnallis hallintov hankinta markkina päätöksen arvioinni"
    " besvär ändring omprövning förbud anvis upphand begär rättelse kommunalb förvaltningsb sök"
    " marknadsd".split()
)
HEADINGS: tuple[tuple[RemedyKind | None, str], ...] = tuple(
    (remedy, _heading(names))
    for remedy, names in (
        (
            None,
            (
                r"(?:oikaisuvaatimus- ?(?:ja|tai) ?)?(?:muutoksenhaku-? ?|valitus)kiel\w{1,8}"
                r"|besvärsförbud\w{0,4}|ändringssökandeförbud\w{0,4}|ändringsförbud|omprövningsförbud"
                r"|förbud (?:mot|att) (?:att )?(?:söka ändring|sökande av ändring"
                r"|ändringssökande|besvär"
                r"|omprövning|överklaga\w{0,4})(?: och besvär)?"
            ),
        ),
        (
            RemedyKind.PROCUREMENT_CORRECTION,
            (
                r"(?:ohjeet? )?hankintaoikaisu\w{0,20}(?: tekemiseksi| tekeminen)?"
                r"|(?:anvisning(?:ar)? (?:för|om) )?upphandlingsrättelse\w{0,10}"
            ),
        ),
        (
            RemedyKind.OBJECTION,
            (
                r"ohje\w{0,3} muistutuksen \w{3,12}|muistutusohje\w{0,3}"
                r"|anvisning(?:ar)? (?:för|om) anmärkning"
            ),
        ),
        (
            RemedyKind.MARKET_COURT_APPEAL,
            (
                r"(?:valitus|valitusosoitus|muutoksenhaku|valittaminen"
                r"|valitusohje)[,\s]{1,3}markkinaoikeu\w{2,6}"
                r"|markkinaoikeusvalitus"
                r"|(?:besvär|besvärsanvisning)(?: till| hos|,)? marknadsdomstolen"
            ),
        ),
        (
            RemedyKind.FURTHER_APPEAL,
            (
                r"(?:valitus|valitusosoitus|valituslupa) korkeimpaan hallinto-oikeuteen"
                r"|besvär (?:till|hos) högsta förvaltningsdomstolen"
            ),
        ),
        (
            RemedyKind.MUNICIPAL_APPEAL,
            (
                r"(?:ohje |valitusosoitus[,:]? \(?)?kunnallisvalitu\w{0,16}\)?"
                r"(?: (?:\w{3,14} )?hallinto-oikeu\w{2,6})?"
                r"|(?:anvisning(?:ar)? (?:för|om) )?kommunalbesvär\w{0,14}"
            ),
        ),
        (
            RemedyKind.ADMINISTRATIVE_APPEAL,
            (
                r"(?:ohje |valitusosoitus[,:]? \(?)?hallintovalitu\w{0,16}\)?"
                r"(?: (?:\w{3,14} )?hallinto-oikeu\w{2,6})?"
                r"|(?:anvisning(?:ar)? (?:för|om) )?förvaltningsbesvär\w{0,14}"
            ),
        ),
        (
            RemedyKind.ADMINISTRATIVE_REVIEW,
            (
                r"(?:kirjallinen )?oikaisuvaatimus(?:ohje\w{0,4}|osoitus|menettely)?"
                r"|ohje\w{0,3} oikaisuvaatimuksen \w{3,12}"
                r"|(?:anvisning\w{0,3} )?(?:(?:för|om"
                r"|hur) ){0,2}(?:hur )?(?:man )?(?:(?:att )?begär\w{0,3}|framställande av)?"
                r"(?: om)? ?(?:omprövning(?:sbegäran|sanvisning(?:ar)?)?|rättelseyrkande)"
                r"|rättelseanvisning(?:ar)?|anvisning\w{0,3} om rättelseyrkande"
            ),
        ),
        (
            RemedyKind.APPEAL,
            (
                r"valitusosoitu\w{1,4}|valitusohje\w{0,3}|(?:valitus"
                r"|muutoksenhaku) (?:\w{3,14} )?hallinto-oikeu\w{2,6}"
                r"|besvärsanvisning\w{0,3}|anvisning\w{0,3} (?:för|om) (?:anförande av "
                r"|hur man anför )?besvär"
                r"|besvär (?:till|hos) (?:\w{3,14} )?förvaltningsdomstol\w{0,3}"
            ),
        ),
    )
)
# What is called an instruction is one; "Oikaisuvaatimus" alone may be what a decision is about.
INSTRUCTING = pattern(r"ohje|osoitus|anvisning|kiel|förbud")
HEADING_TAIL = pattern(
    r"(?:(?:,|(?<=valitusosoitus):|(?<=oikaisuvaatimusohje):)(?! ?pykälä)[^\n.:;]{3,80}"
    r"| \(?\d{1,2} (?:pv|päivää|vrk|dagar|d)\)?)$"
)
ZONE = pattern(
    r"(?:(?:päätöksen )?muutoksenhaku(?:ohje\w{0,4}|oikeus|menettely|mahdollisuus)?"
    r"|(?:oikaisuvaatimusohje\w{0,3}|hankintaoikaisuohje\w{0,3}) (?:ja|sekä|/"
    r"|tai) ?valitusosoitus[^\n]{0,60}"
    r"|oikaisuvaatimus- ja valitus(?:ohje|osoitus)\w{0,3}|(?:ohjeet )?muutoksenhakua varten"
    r"|muutoksenhaku(?:ohje\w{0,3})? ja [^\n]{0,60}"
    r"|(?:anvisning\w{0,3} (?:för|om|hur) )?(?:man )?(?:sök(?:ande av|er) ändring|ändringssökande)"
    r"|anvisning\w{0,3} om omprövning och besvär\w{0,12})" + _SECTIONS_TAIL + _END
)
LABEL = pattern(
    r"(?:muutoksenhaku(?:ohje\w{0,3}|oikeus|tapa)?|täytäntöönpano-?(?: ?tiedot)?"
    r"|tiedot|liite|liitteet"
    r"|liitteenä|sökande av ändring|ändringssökande|bilaga|bilagor)\b[\s:–-]{1,80}"
)
MENTION: tuple[tuple[RemedyKind, str], ...] = (
    (
        RemedyKind.ADMINISTRATIVE_REVIEW,
        r"(?:kuntalain mukainen )?oikaisuvaatimus\w{0,8}\b[^\n]{0,60}$",
    ),
    (
        RemedyKind.ADMINISTRATIVE_REVIEW,
        r"(?:begäran om )?omprövning[^\n]{0,60}$|rättelseyrkande[^\n]{0,40}$",
    ),
    (
        RemedyKind.MUNICIPAL_APPEAL,
        r"(?:valitusosoitus|besvärsanvisning)[,:(\s]{1,3}(?:kunnallisvalitus|kommunalbesvär)",
    ),
    (RemedyKind.MUNICIPAL_APPEAL, r"kunnallisvalitus\b[^\n]{0,60}$|kommunalbesvär\b[^\n]{0,60}$"),
    (
        RemedyKind.ADMINISTRATIVE_APPEAL,
        r"hallintovalitus\b[^\n]{0,60}$|förvaltningsbesvär\b[^\n]{0,60}$",
    ),
    (RemedyKind.PROCUREMENT_CORRECTION, r"hankintaoikaisu\w{0,12}\b[^\n]{0,60}$"),
    (RemedyKind.APPEAL, r"valitusosoitus\b[^\n]{0,60}$|besvärsanvisning\b[^\n]{0,60}$"),
)

# An item of what the document must state.
ASKED = pattern(
    r"[\s•*·–-]{0,8}(?:miltä|millai|minkälai|mitä|mihin|miten|millä perust|päätös,? jo(?:hon|ta)"
    r"|perusteet|till vilka|vilk[ae]|vad som|på vilk)"
)
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
THIS_DECISION = pattern(
    r"\b(?:päätö(?:kseen|ksestä) ei|tähän|tästä|tämän|näihin|näistä|seuraavi\w{2,3}|seuraavaan"
    r"|tyytymät\w{1,8}|edellä mainit\w{1,8}"
    r"|\w{0,40}päätö(?:kseen|ksiin) haetaan|detta beslut|beslutet|följande beslut|missnöjd\w?)\b"
)
DOING = pattern(
    r"\b(?:tulee|pitää) (?:[\w,()-]{1,24} ){0,8}?(?:tehdä|toimittaa|osoittaa|jättää|esittää)"
    r"|\bon (?:kuitenkin |viipymättä )?(?:tehtävä|toimitettava|esitettävä"
    r"|osoitettava|jätettävä|saavuttava)"
    r"|\b(?:voi|voit|voitte|voivat|voidaan|saa|saavat|saadaan) (?:[\w,()-]{1,24} ){0,10}?"
    r"(?:tehdä|hakea|valittaa|vaatia|esittää|saattaa)"
    r"|\bjätetään (?:oikaisuvaatimus|valitus)(?! \w{0,12}tta\b)"
    r"|\bhaetaan\b|\btehdään\b|\bosoitetaan\b|\bon (?:\w{3,20} )?oikeus (?:[\w,()-]{1,24} ){0,8}?"
    r"(?:tehdä|hakea|valittaa|vaatia|pyytää)|\b(?:pyytää|vaatia) oikaisua|\bon oikaisuvaatimus"
    r"|\b(?:kan|får|ska|skall|bör|måste) (?:[\w,()-]{1,24} ){0,10}?"
    r"(?:göra|begära|framställa|anföra|lämna|inlämna|söka|rikta|överklaga|yrka|kräva|tillställa)"
    r"|\bsöks\b|\bbegärs\b|\bgörs\b|\banförs\b|\bframställs\b|\bhar (?:\w{3,14} )?rätt att"
)
RIGHT = pattern(
    r"\b(?:saa|voi|saavat|voivat|saadaan|voidaan|voit|voitte) (?:\w{3,20} ){0,4}?(?:tehdä"
    r"|hakea|valittaa|vaatia|saattaa|esittää)|oikeus (?:tehdä|hakea)"
    r"|\boikeus [^\n]{0,60}(?:tehdä|hakea|valittaa|pyytää)|får (?:begäras|göras|sökas"
    r"|anföras|framställas) av"
    r"|kan (?:begäras|göras|sökas|anföras|framställas) av|rätt att"
    r"|får (?:\w{3,20} ){0,4}?(?:begära|söka|anföra|framställa|yrka)"
)
PERIOD = pattern(
    r"(?<=\s)(?:päivän|vuorokauden|viikon|kuukauden|vuoden) (?:kuluessa|sisällä|aikana)\b"
    r"|\binom (?:en tid av )?[\wåäö]{1,20}(?: \(\d{1,3}\))? (?:dagar|dagars|veckor|månader|månad)\b"
    r"|aika on [\wåäö]{1,30}(?: \(\d{1,3}\))? (?:päivää|viikkoa|kuukautta)"
    r"|\b(?:\d{1,3}|trettio|fjorton) dagar från"
    r"|aika:? [\wåäö]{1,30} (?:päivää|pv)\b|tiden är [\wåäö]{1,20} dagar"
)
# One of these stands in whatever it finds.
_UNITS = ("päiv", "vuorok", "viik", "kuuka", "vuoden", "dag", "veck", "månad", " pv")
NAMES: tuple[tuple[RemedyKind, str], ...] = (
    (
        RemedyKind.PROCUREMENT_CORRECTION,
        (
            r"hankintaoikaisu|upphandlingsrättelse|rättelse av upphandling"
            r"|rättelse hos (?:den )?upphandlande"
        ),
    ),
    (RemedyKind.MARKET_COURT_APPEAL, r"markkinaoikeu|marknadsdomstol"),
    (
        RemedyKind.FURTHER_APPEAL,
        r"korkeimpaan hallinto-oikeu|korkeimmalle hallinto-oikeu|högsta förvaltningsdomst",
    ),
    (RemedyKind.MUNICIPAL_APPEAL, r"kunnallisvalitu|kommunalbesvär"),
    (RemedyKind.ADMINISTRATIVE_APPEAL, r"hallintovalitu|förvaltningsbesvär"),
    (
        RemedyKind.ADMINISTRATIVE_REVIEW,
        (
            r"(?<!hankinta)oikaisuvaatimu|\boikaisu(?:n voi| tehdään)|oikaisua haetaan"
            r"|(?:haetaan|hakea|vaatia|pyytää"
            r"|vaatii) (?:\w{3,20} ){0,2}?oikaisua"
            r"|omprövning|rättelseyrkan|yrka (?:på )?rättelse"
        ),
    ),
    (
        RemedyKind.ASSESSMENT_REVIEW,
        r"(?:arvioinnin|päätöksen|arvostelun) uusimi|uusimispyyn|omprövning av bedömning",
    ),
    (RemedyKind.BASIC_APPEAL, r"perustevalitu|grundbesvär"),
    (
        RemedyKind.OBJECTION,
        (
            r"kirjalli\w{2,5} muistutu|muistutus on tehtävä|muistutus osoitetaan"
            r"|tehdä (?:[\w,()-]{1,24} ){0,8}?muistutu"
            r"|skriftlig anmärkning|göra en anmärkning"
        ),
    ),
)
GENERIC_APPEAL = pattern(
    r"\bvalitu(?:s|ksen|ksella|ksin|sta)\b|\bvalitta(?:a|malla)\b"
    r"|hakea (?:[\w,()-]{1,24} ){0,4}?muutosta"
    r"|muutosta haetaan|haetaan muutosta|valituskirj|valitusaika|besvär|överklag"
    r"|\bsöka? (?:\w{3,20} )?ändring"
    r"|ändring (?:\w{3,20} ){0,4}?sök"
)
OF_A_REVIEW = pattern(
    r"oikaisuvaatimuk(?:sen|seen|sesta) (?:johdosta |perusteella )?(?:annett|tehn"
    r"|tekij|tehdy|muut|hylk|hylät)\w{1,10}"
    r"|oikaisuvaatimuksen johdosta|tehnyt (?:alkuperäisen )?oikaisuvaatimuksen"
    r"|alkuperäisen oikaisuvaatimuksen"
    r"|oikaisuvaatimuspäätö\w{0,6}|oikaisuvaatimuksen tehneellä"
    r"|(?:med anledning av|som meddelats (?:på|med anledning av)) (?:en "
    r"|ett )?(?:begäran om omprövning|rättelseyrkande\w?)"
    r"|(?:gjort|framställt) (?:den "
    r"|det )?(?:ursprungliga )?(?:begäran om omprövning|rättelseyrkandet)"
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
    r"[\s•*-]{0,12}(?:kirjallinen )?(?:oikaisuvaatimus|hankintaoikaisu"
    r"|(?:kunnallis|hallinto)?valitus|begäran om omprövning|(?:kommunal|förvaltnings)?besvär)"
    r" (?!on\b|är\b)"
)
TIME_SAID = pattern(
    r"aika:? (?:on )?(?:\w{1,30} )?(?:\(?\d{1,3}\)? ?)?(?:päivää|pv|viikkoa|kuukautta)\b|tiden är"
    r"|tidsfristen (?:för [\w\s]{3,60}(?<=\s))?är"
)
ASSIGNING = pattern(r"pykälä|paragraf")
MARKET = pattern(r"markkinaoikeu|marknadsdomst")
COURT = pattern(r"oikeudelle|oikeudelta|oikeuteen|hallinto-oikeus|tuomioistui|domstol")
AUTHORITY = pattern(
    r"viranomai\w{2,6},? jolle|(?:oikaisu(?:vaatimus)?|valitus)viranomainen on\b"
    r"|(?:tehdään|osoitetaan|osoitettava)"
    r" \w{3}|viranomaisen osoite|omprövning begärs hos|görs hos|riktas till"
    r"|anförs hos|tehtävä \w{3,60}(?:lle|lla)\b"
    r"|\bmyndighet (?:till|hos) vilken|besvärsmyndighet"
)
# What a ban of the review alone does not name.
OTHER_REMEDY = pattern(
    r"valitt|valitu|muutosta|muutoksenha|besvär|ändring|överklag|valmistel|täytäntöön|bered|verkst"
)
_ADDRESSING = (
    *("viranomai", "osoit", "tehdään", "tehtävä", "begärs hos", "görs hos", "riktas", "anförs"),
    "myndighet",
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
# How the law is, said in the reasons of a decision, instructs nobody.
LAW_TALK = pattern(
    r"(?:§:n|lain|momentin|säännön)(?: \d{1,3} mom\w{0,7})? (?:mukaan|mukaisesti|perusteella)"
    r"|enligt (?:\d{1,3} § |kommunallagen|förvaltningslagen)"
)
# Lines that end an instruction.  After the second kind another handling begins.
AFTER_IT = frozenset(
    (
        "b-osa|c-osa|d-osa|osa b|osa c|allekirjoitus|allekirjoitukset|tiedoksi"
        "|jakelu|tiedoksianto ja jakelu"
        "|otteen oikeaksi todistaa|otteen oikeaksi todistavat|lisätiedot|lisätietoja"
        "|liitteet|oheismateriaali"
        "|underskrift|underskrifter|för kännedom|delges|bilagor|sändlista|otteet"
        "|valmistelijat|esittelijät|valmistelijan yhteystiedot|valmistelijoiden yhteystiedot"
        "|lisätietoja päätöksestä|lisätiedot päätöksestä|päätöksen allekirjoitus|jakelulista"
    ).split("|")
)
ANOTHER_HANDLING = frozenset(
    (
        "päätösehdotus|päätös|ehdotus|kokouskäsittely|esittelijä|selostus|asian selostus|perustelut"
        "|beslutsförslag|beslut|förslag|föredragande"
    ).split("|")
)
_NEXT_WORKDAY = pattern(
    r"sillä perusteella|på den grund|arkipäivänä|tiedoksi(?:saanti|anto)päivää"
    r"|vardagen|söckendag|(?<!från\s)(?<!efter\s)dagen (?:då|för del)"
)
INVOICE = pattern(r"lasku|räkning|faktura|maksu|avgift")


# One of these stands in whatever it finds.
_OF_DAYS = ("perusteella", "grund", "päivää", "päivänä", "vardag", "söckendag", "dagen")
_NO = ("ei ", "eikä ", "eivät ", "inte ", "ej ", "icke ", "varken ", "vare ")


def names_remedy(low: str) -> bool:
    """Whether a text in lower case may name a remedy."""
    return any(map(low.__contains__, STEMS))


def is_of_workdays(low: str) -> bool:
    """Whether a sentence tells how days are counted: the day of notice, the next workday."""
    return any(map(low.__contains__, _OF_DAYS)) and _NEXT_WORKDAY.search(low) is not None


def states_period(low: str) -> bool:
    """Whether a sentence states a time within which something is done."""
    return any(map(low.__contains__, _UNITS)) and PERIOD.search(low) is not None


def names_authority(low: str) -> bool:
    """Whether a sentence says to whom something goes."""
    return any(map(low.__contains__, _ADDRESSING)) and AUTHORITY.search(low) is not None


def is_negative(low: str) -> bool:
    """Whether a sentence says that something may not be done."""
    return any(map(low.__contains__, _NO)) and _NEGATIVE.search(low) is not None
