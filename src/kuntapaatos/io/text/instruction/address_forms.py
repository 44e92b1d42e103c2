"""
How addresses, numbers and hours look: their labels, and what stands without one.

>>> POSTCODE.search("PL 1, 99999 Mallila")[0], LABEL.search("postiosoite: pl 1").lastgroup
('99999 ', 'postal_address')
"""

from __future__ import annotations

import re

from kuntapaatos.io.text.instruction.prose import pattern

__all__ = [
    "BARE_PHONE",
    "BETWEEN",
    "BLANK",
    "BOX",
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
    "PHONE",
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
            r"|besöks- och postadress"
        ),
    ),
    (
        "visiting_address",
        (
            r"käyntiosoite|käynti|katuosoite|toimipaikka|besöksadress|gatuadress|henkilökohtaisesti"
            r"|paikan päällä|personligen|på plats"
            r"|(?:tuomalla|toimittamalla|viemällä)(?= [^:\n]{3,60}:)[^:\n]{3,60}"
            r"|(?:in)?lämnas(?: in)?(?= (?:vid|på|hos) [^:\n]{3,60}:)[^:\n]{3,60}"
        ),
    ),
    (
        "postal_address",
        (
            r"postiosoite|posti|postitse|kirjeitse|postadress|per papperspost|(?:per|via) post"
            r"|per brev|osoite|asiointiosoite|adress"
        ),
    ),
    ("web", r"verkkosivut?|www-sivut|internet|kotisivut?|webbplats|hemsida|y-tunnus"),
)
LABEL = pattern(
    r"(?<![\wåäö.@/-])(?:"
    + "|".join(f"(?P<{name}>{labels})" for name, labels in _LABELS)
    + r")(?![\wåäö@-])(?:\.?\s{0,3}:|\.(?=\s{0,3}[\d(+])"
    r"|(?=\s{1,3}(?:on )?(?:\(?\+?\d|pl \d|pb \d|\S{1,40}@|https?:|www))"
    r"|(?=\s{1,3}(?:on|är)\s[\wåäö]{4,30}\s\d)|(?=[\s*]{0,20}$))"
)
HOURS = pattern(
    r"(?<![\wåäö])(?:aukioloai(?:ka|kana|koina)|aukioloajat|virka-aikana|asiointiaika|asiointiajat"
    r"|palveluaika|palveluajat|virka-aika|virastoaika|avoinna|auki"
    r"|(?:aukiolo|virka-)ajan(?=\s\(klo\s\d)|palvelee|betjänar|öppettid(?:er|en|erna)?|öppethållningstid(?:er|en)?"
    r"|tjänstetid(?:en)?|öppe[tn])(?![\wåäö])"
    r"(?:\s(?:för|på|i)\s[\wåäö]{3,30}(?=:))?\s{0,3}:?"
)
EMAIL = re.compile(r"[\w.+-]{1,64}(?:@|\(at\)|\[at\])[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}")
EVERYBODY = re.compile(r"etunimi|sukunimi|fornamn|förnamn|esimerkki\.")
URL = re.compile(r"(?:https?://|www\.)[^\s,;()<>\"”]{3,300}")
PHONE = re.compile(r"(?:\+\d{1,3}\s?)?\(?\d[\d\s()-]{3,20}\d")
POSTCODE = re.compile(r"\d{5}(?<![\d.-]\d{5})\s{1,3}(?=[A-ZÅÄÖ])")
BOX = re.compile(r"\b(?:PL|PB|P\.L\.|P\.B\.|Pl|Postilokero|Box)\.?\s{0,3}\d{1,6}\b")
_ENDINGS = (
    "katu|tie|kuja|polku|tori|aukio|ranta|puisto|kaari|raitti|väylä|penger|linja"
    "|mäki|esplanadi|bulevardi|puistikko|portti|kulma"
    "|gatan|vägen|gränden?|torget|stigen|esplanaden|planen|parken|kajen|backen"
    "|stranden|allén|bulevarden"
)
_NUMBER = (
    r"\s\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:\s?[a-zA-Z]\b)?(?:\s\d{1,3}\b)?(?:,?\s\d{1,2}\.\s?(?:krs"
    r"|vån|kerros|våningen)\.?)?"
)
_WORD = r"[A-ZÅÄÖ][a-zåäöA-ZÅÄÖé:'’.-]{0,40}"
STREET = re.compile(rf"(?<![\wåäö])(?:{_WORD}\s){{0,3}}(?:{_WORD}|katu|tie|kuja|gata|väg){_NUMBER}")
SURE_STREET = re.compile(rf"(?:{_ENDINGS})\s\d", re.IGNORECASE)
BETWEEN = re.compile(r"[\s,()]{0,6}")
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
# A number alone on its line, among the lines of an address.
BARE_PHONE = re.compile(r"(?:\+358|\(?0)[\d\s()-]{5,16}\d")
TOWARDS = re.compile(r"(?:till|osoitteeseen|osoitteella|on|är)\s")
BLANK = re.compile(r"__|\.{4}|……")
EDGES = " \t*_,;:.–•-"
TELLING = re.compile(r"[\d@:]")
DIGIT = re.compile(r"\d")
THEN_OPEN = re.compile(
    r",\s{0,3}(?=(?:klo|kl\.|arki\w{2,8}|vardag\w{0,4}|ma|mån\w{0,6})\s?[-–.\d a-z]{0,12}\d)"
)
OPEN = ("auki", "avoinna", "aika", "ajat", "ajan (", "palvelee", "betjän", "öppe", "tjänstetid")
LONGEST_LABEL = 60
LONG, LONGEST = 120, 300
SENTENCE_END = re.compile(r"[a-zåäö)]\.[ ](?=[A-ZÅÄÖ])")
