"""
How addresses, numbers and hours look: their labels, and what stands without one.

>>> POSTCODE.search("PL 1, 99999 Mallila")[0], LABEL.search("postiosoite: pl 1").lastgroup
('99999 ', 'postal_address')
"""

from __future__ import annotations

import re

from kuntapaatos.io.text.instruction.prose import pattern

__all__ = [
    "ANNOUNCED",
    "BARE_PHONE",
    "BETWEEN",
    "BLANK",
    "BOX",
    "BROUGHT",
    "DIGIT",
    "EDGES",
    "EMAIL",
    "EVERYBODY",
    "HOURS",
    "LABEL",
    "LONG",
    "LONGEST",
    "LONGEST_LABEL",
    "NAME_BEFORE",
    "OPEN",
    "OPEN_STREET",
    "PERSON",
    "PHONE",
    "PHONES",
    "PLACE",
    "POSTCODE",
    "SENTENCE_END",
    "SERVICE",
    "STREET",
    "SURE_STREET",
    "TELLING",
    "THEN_OPEN",
    "TOWARDS",
    "URL",
    "clause_end",
]

_LABELS: tuple[tuple[str, str], ...] = (
    ("fax", r"fa(?:ksi|x)(?:numero|nummer)?|telefa(?:x|ksi)|telekopio(?:numero)?"),
    (
        "service_address",
        (
            r"suojattu sähköposti|turva(?:sähkö)?posti(?:osoite)?|salattu sähköposti"
            r"|(?:skyddad|säker|krypterad) e-post"
            r"|sähköinen asiointi(?:palvelu)?|asiointipalvelu|verkkoasiointi|e-tjänst(?:en|er)?"
        ),
    ),
    (
        "email",
        (
            r"sähköposti(?:osoite|osoitteella|tse|lla)?|s-posti|e-post(?:adress)?(?:en)?|e-mail|email"
            r"|sähköisesti|elektroniskt|(?:per|via) e-post"
        ),
    ),
    (
        "phone",
        r"puhelin(?:numero|vaihde)?|puh|p|telefon(?:nummer|växel)?|tfn|tel|vaihde|växel(?:nummer)?",
    ),
    (
        "both",
        (
            r"käynti- ja postiosoite|posti- ja käyntiosoite|post- och besöksadress"
            r"|besöks- och postadress|käyntiosoite ?/ ?postiosoite|postiosoite ?/ ?käyntiosoite"
            r"|besöksadress ?/ ?postadress|postadress ?/ ?besöksadress"
        ),
    ),
    (
        "visiting_address",
        (
            r"käyntiosoit(?:e|teeseen|teeseemme)|käynti|katuosoite|toimipaikka|besök|besöksadress|gatuadress|henkilökohtaisesti"
            r"|paikan päällä|personligen|på plats"
            r"|(?:tuomalla|toimittamalla|viemällä)(?= [^:\n]{3,60}:)[^:\n]{3,60}"
            r"|(?:in)?lämnas(?: in)?(?= (?:vid|på|hos) [^:\n]{3,60}:)[^:\n]{3,60}"
        ),
    ),
    (
        "postal_address",
        (
            r"postiosoite|posti|postitse(?: osoitteeseen)?|kirjeitse"
            r"|postadress|per papperspost|(?:per|via) post|per brev"
        ),
    ),
    ("address", r"(?:toimitus|asiointi)?osoite|(?:leverans)?adress"),
    ("web", r"verkkosivut?|www-sivut|internet|kotisivut?|webbplats|hemsida|y-tunnus"),
)
LABEL = pattern(
    r"(?<![\wåäö.@/-])(?:"
    + "|".join(f"(?P<{name}>{labels})" for name, labels in _LABELS)
    + r")(?![\wåäö@-])(?:\s\((?:vaihde|växeln?|keskus|kirjaamo|registrator\w{0,9})\))?"
    r"(?:\.?\s{0,3}:|\.(?=\s{0,3}[\d(+])"
    r"|(?=\s{1,3}(?:on )?(?:\(?\+?\d|pl \d|pb \d|\S{1,40}@|https?:|www))"
    r"|(?=\s{1,3}(?:on|är)\s[\wåäö]{4,30}\s\d)|(?=[\s*]{0,20}$)"
    r"|(?=\s{1,3}(?:osoittee(?:seen|lla)|till adressen)\s(?!http))"
    r"|(?:(?<=osoite)|(?<=osoitteeseen)|(?<=osoitteeseemme)|(?<=adress)|(?<=adressen))"
    r"(?=\s{1,3}(?:[\wåäö.-]{2,30}\s){0,2}[\wåäö-]{2,40}\s\d))"
)
HOURS = pattern(
    r"(?<![\wåäö])(?:aukiolo(?:ai(?:ka|kana|koina)|ajat)?|virka-aikana|asiointiaika|asiointiajat"
    r"|palveluaika|palveluajat|virka-aika|virastoaika|avoinna|auki"
    r"|(?:tuoda|jättää|viedä)(?= (?:arki\w{2,8}|ma\S{0,12}|klo|kello) ?[^\n\d]{0,14}\d)"
    r"|(?:aukiolo|virka-)ajan(?=\s\(klo\s\d)|palvelee|betjänar|öppettid(?:er|en|erna)?|öppethållningstid(?:er|en)?"
    r"|tjänstetid(?:en)?|öppe[tn])(?![\wåäö])"
    r"(?:\s(?:för|på|i)\s[\wåäö]{3,30}(?=:))?\s{0,3}:?"
)
EMAIL = re.compile(r"[\w.+-]{1,64}(?:@|\(at\)|\[at\])[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}")
EVERYBODY = re.compile(r"etunimi|sukunimi|fornamn|förnamn|esimerkki\.")
URL = re.compile(r"(?:https?://|www\.)[^\s,;()<>\"”]{3,300}")
PHONE = re.compile(r"(?:\+\d{1,3}\s?)?\(?\d[\d\s()-]{3,20}\d")
PHONES = re.compile(rf"{PHONE.pattern}(?:,\s{PHONE.pattern}){{0,3}}")
POSTCODE = re.compile(r"\d{5}(?<![\d.-]\d{5})\s{1,3}(?=[A-ZÅÄÖ])")
BOX = re.compile(r"\b(?:PL|PB|P\.L\.|P\.B\.|Pl|Postilokero|Box)\.?\s{0,3}\d{1,6}\b")
_ENDINGS = (
    "katu|tie|kuja|polku|tori|aukio|ranta|puisto|kaari|raitti|väylä|penger|linja"
    "|mäki|esplanadi|bulevardi|puistikko|portti|kulma"
    "|gatan|vägen|gränden?|torget|stigen|esplanaden|planen|parken|kajen|backen"
    "|stranden|allén|bulevarden"
)
_NUMBER = (
    r"\s\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:\s?[a-zA-Z]\b)?(?:\s\d{1,3}\b)?(?:,?\s\d{1,2}(?:\.|:[ae])\s?(?:krs"
    r"|vån|kerros|våningen)\.?)?"
)
_WORD = r"[A-ZÅÄÖ](?:[a-zåäöA-ZÅÄÖé'’.-]|:(?=[a-zåäö])){0,40}"
STREET = re.compile(rf"(?<![\wåäö])(?:{_WORD}\s){{0,3}}(?:{_WORD}|katu|tie|kuja|gata|väg){_NUMBER}")
SURE_STREET = re.compile(rf"(?:{_ENDINGS})\s\d", re.IGNORECASE)
# "Voit tuoda sen myös kaupungintalolle, Torikatu 14."
BROUGHT = re.compile(
    r"\b(?:tuoda|tuo|viedä|vie|tuodaan|viedään|jättää|jätä|lämna|lämnas|hämtas)\s[^.\n@:]{0,60}?"
    rf"(?:,\s|(?:ee|oo)n\s|\btill\s|\bpå\s|\()({_WORD}(?:{_ENDINGS}){_NUMBER})"
)
# "Torikatu 2 B (ma–pe 8–15)".
OPEN_STREET = re.compile(
    r"(?<=[a-zåäö]\s\d|\d\s[A-Z]|\s\d\d)\s\((?=(?:ma|må|arki|vardag)[^()\n]{1,16}\d[^()\n]{1,30}\))"
)
BETWEEN = re.compile(r"[\s,()/]{0,6}")
PLACE = re.compile(
    r"[A-ZÅÄÖ][\wåäöÅÄÖ-]{1,30}(?:[ ](?:[A-ZÅÄÖ]{2,20}|[Kk]aupunki|[Kk]unta"
    r"|[Ss]tad|[Kk]ommun|Tl)(?![\wåäö]))?"
)
SERVICE = pattern(
    r"asioin|lomak|sähköi|suojat|turva|salat|secure|e-tjänst|blankett|formulär|krypter"
)
# The office that a sentence names right before its address: "till Modellby, registraturen, PB 1".
NAME_BEFORE = re.compile(
    r"(?:\b(?:till|hos|osoitteeseen|osoitteella|osoite)|:)\s{1,3}"
    r"([A-ZÅÄÖ][\wåäöÅÄÖ \t-]{2,60}(?:,\s[\wåäöÅÄÖ \t-]{3,60})?),\s{0,3}$"
)
# "Kirjaamon yhteystiedot", "Kontaktuppgifter till registratorskontoret".
ANNOUNCED = pattern(
    r"([\wåäö -]{0,50}kirjaamo)n (?:yhteystiedot|osoite\w{0,6}|asiointiosoite)[\s:*]{0,4}$"
    r"|(?:kontaktuppgifter|adress) (?:till|för) ([\wåäö -]{0,40}registra[\wåäö]{3,12})[\s:*]{0,4}$"
)
# A number alone on its line, among the lines of an address.
BARE_PHONE = re.compile(r"((?:\+358|\(?0)[\d\s()-]{5,16}\d)(?:\s\((?:vaihde|keskus|växeln?)\)?)?")
# A person's name right before a number.
PERSON = re.compile(
    r"[A-ZÅÄÖ][a-zåäöé-]{1,20}\s[A-ZÅÄÖ][a-zåäöé-]{2,25}\s{0,2}[(,]\s{0,3}(?:puh|tfn|tel|p)\S{0,12}\s{0,3}$"
)
TOWARDS = re.compile(r"\(?(?:(?:till|på) adressen|till|osoitteeseen|osoitteella|on|är)\s")
BLANK = re.compile(r"__|\.{4}|……")
EDGES = " \t*_,;:.–•-"
TELLING = re.compile(r"[\d@:]")
DIGIT = re.compile(r"\d")
THEN_OPEN = re.compile(
    r",\s{0,3}(?=(?:klo|kl\.|arki\w{2,8}|vardag\w{0,4}|ma|mån\w{0,6})\s?[-–.\d a-z]{0,12}\d)"
)
# What a sentence goes on with behind an address, and the brackets inside of it.
_CLAUSE = re.compile(r"[()]|,\s(?:ja|joka|jossa|se|och|som|där|den)\s[a-zåäö]|,?\s[\w.+-]{1,64}+@")
OPEN = (
    "auki",
    "avoinna",
    "aika",
    "ajat",
    "ajan (",
    "palvelee",
    "betjän",
    "öppe",
    "tjänstetid",
    "tuoda",
    "jättää",
    "viedä",
)
LONGEST_LABEL = 60
LONG, LONGEST = 120, 400
SENTENCE_END = re.compile(r"[a-zåäö)\d]\.[ ](?=[A-ZÅÄÖ][a-zåäö])")


def clause_end(text: str, begin: int, stop: int) -> int:
    """
    Return where an address ends: before a clause, an e-mail or a bracket that closes.

    >>> text = "Peltotie 5 (2. kerros), ja se on avoinna"
    >>> text[: clause_end(text, 0, len(text))]
    'Peltotie 5 (2. kerros)'
    """
    depth = 0
    for hit in _CLAUSE.finditer(text, begin, min(stop, begin + LONG)):
        if hit[0] == "(":
            depth += 1
        elif depth:
            depth -= hit[0] == ")"
        else:
            return hit.start()
    return stop
