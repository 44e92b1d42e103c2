r"""
What an instruction asks for: who may use the remedy, in which form, with what in it.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = prose_of("Oikaisuvaatimuksen saa tehdä\n- asianosainen\n- kunnan jäsen.")
>>> [fact.value.value for fact in read_entitled(text.passage(0, 60))]
['asianosainen', 'kunnan jäsen']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cached_property
from typing import Generic, TypeVar

from kuntapaatos.appeal import Attachment, Content, Form
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.prose import Passage, Sentence, pattern, stems_of
from kuntapaatos.remedy.kinds import Entitled

__all__ = ["read_attachments", "read_contents", "read_entitled", "read_form"]

_T = TypeVar("_T", bound=Enum)
Words = tuple[tuple[_T, str], ...]

_ENTITLED: Words[Entitled] = (
    (
        Entitled.REVIEW_CLAIMANT,
        (
            r"tehnyt (?:alkuperäisen )?oikaisuvaatimuksen"
            r"|oikaisuvaatimuksen (?:tekijä\w{0,4}|tehn\w{2,6})"
            r"|begärt omprövning|begäran om omprövning har gjorts av|rättelseyrkandet har gjorts av"
            r"|(?:framställt|gjort) (?:det )?(?:ursprungliga )?(?:rättelseyrkandet"
            r"|begäran om omprövning)"
        ),
    ),
    (
        Entitled.INVOICE_RECIPIENT,
        (
            r"jolle lasku on \w{5,12}|laskun saaja\w{0,4}|(?:räkningens|fakturans) mottagare"
            r"|fakturamottagar\w{1,4}"
        ),
    ),
    (Entitled.PAYER, r"maksuvelvolli\w{2,6}|betalningsskyldig\w{0,2}"),
    (
        Entitled.PARTY,
        (
            r"johon päätös on kohdistettu|jo(?:lle|hon) päätös on \w{4,14}"
            r"|asianosai\w{2,6}|som beslutet (?:avser|gäller|riktar sig)|\bpart(?:en|er)?\b"
        ),
    ),
    (Entitled.MEMBER_MUNICIPALITY, r"jäsenkun\w{2,6}|medlemskommun\w{0,4}"),
    (
        Entitled.MEMBER,
        (
            r"kunnan jäsen\w{0,5}|kaupungin jäsen\w{0,5}|\bsen jäsen\w{0,4}"
            r"|jäsenkunnan jäsen\w{0,4}|kommunmedlem\w{0,5}|kuntalai\w{2,5}"
            r"|dess medlemmar"
        ),
    ),
    (Entitled.AUTHORITY, r"viranomai\w{2,6} toimialaansa|myndighet\w{0,4} i (?:de )?ärenden"),
    (
        Entitled.REGIONAL_COUNCIL,
        r"maakunnan lii\w{2,4}|landskapsförbund\w{0,3}|förbund\w{0,2} på landskapsnivå",
    ),
    (
        Entitled.MUNICIPALITY,
        (
            r"liit(?:to|olla) (?:ja|tai|sekä) kun\w{2,4}|kunta,? jo(?:nka|iden)"
            r"|kunnalla(?= (?:ja|tai|sekä)|,)"
            r"|kommun(?:er)? (?:inom|på) vars"
        ),
    ),
    (
        Entitled.ASSOCIATION,
        (
            r"rekisteröi\w{2,6} (?:\w{3,20} ){0,4}?(?:yhteisö|yhdisty)\w{0,5}"
            r"|registrerad\w{0,3} (?:\w{3,20} ){0,4}?(?:sammanslutning|förening)\w{0,3}"
        ),
    ),
    (Entitled.TENDERER, r"tarjoaja\w{0,4}|tarjouskilpailuun osallistu\w{2,6}|anbudsgivare\w{0,2}"),
    (Entitled.GUARDIAN, r"huoltaja\w{0,4}|vårdnadshavare\w{0,2}"),
)
_NO_RIGHT_SENTENCE = pattern(
    r"perusteella|på den grund|arkipäivänä|vardagen|katsotaan|anses|asiointipalvel|sähköpost"
)
_WHO = pattern(
    r"oikeus (?:on|tehdä|hakea)|rätt har|(?:saa|saavat|voi|voivat|saadaan"
    r"|voidaan) (?:[\w,()-]{1,24} ){0,6}?(?:tehdä|hakea|valittaa|vaatia|saattaa"
    r"|esittää)"
    r"|oikeu\w{1,4} [^\n]{0,40}\bon\b|(?:får|kan) [^\n]{0,60}av\b|rätt att|(?:får"
    r"|kan) (?:[\w,()-]{1,24} ){0,6}?"
    r"(?:begära|söka|anföra|göra)"
)

_CONTENTS: Words[Content] = (
    (
        Content.STANDING,
        (
            r"mihin valitusoikeus perustu\w{0,3}|millä perusteella [^\n]{0,60}oikeutettu"
            r"|på vad besvärsrätten|besvärsrätten grundar"
            r"|perustelut valitusoikeudelle"
        ),
    ),
    (
        Content.PROCESS_ADDRESS,
        (
            r"prosessiosoi\w{2,6}|postiosoite ja mahdollinen muu osoite"
            r"|processadress\w{0,2}|osoite,? johon [^\n]{0,60}asiakirjat"
            r"|osoite,? johon [^\n]{0,60}ilmoitukset"
        ),
    ),
    (
        Content.REPRESENTATIVE,
        (
            r"(?:laillinen |laillisen )?edustaja\w{0,6}|asiamie\w{1,6}|laatijana"
            r"|\bombud\w{0,3}|företrädare\w{0,2}"
        ),
    ),
    (
        Content.DECISION,
        (
            r"päätös,? (?:johon|jota|johon)\b|mihin päätökseen|päätösnumero"
            r"|kohteena oleva päätös|päätös\b(?=[^\n]{0,20}$)"
            r"|(?:det )?beslut\w{0,2},? (?:i|mot|för|som) \w{3}|vilket beslut"
            r"|i vilket beslut|hankintapäätös"
        ),
    ),
    (
        Content.DEMAND,
        (
            r"millaista (?:oikaisua|muutosta)|minkälaista (?:oikaisua|muutosta)"
            r"|miten päätöstä|mitä muutoksia|(?:oikaisu|muutos),? joka"
            r"|miltä (?:kohdin|osin|kohdalta)|\bvaatimu(?:s|kset)\b|hurdan|på vilket sätt"
            r"|vilka ändringar|vilken ändring|\bändringar som"
            r"|yrkande\w{0,3}|till vilka delar|vilka punkter|vad (?:som )?(?:yrkas"
            r"|man yrkar)|mitä (?:oikaisua|vaaditaan)"
        ),
    ),
    (
        Content.GROUNDS,
        (
            r"millä perust(?:ee|ei)lla|perusteet|perustelu\w{0,4}|perusteineen"
            r"|\bgrunder\w{0,2}|motivering\w{0,2}|på vilken grund|miksi"
        ),
    ),
    (
        Content.HOME_MUNICIPALITY,
        r"kotikun\w{2,5}|asuinkun\w{2,5}|kotipaik\w{2,4}|hemkommun\w{0,2}|hemort",
    ),
    (Content.IDENTITY_CODE, r"henkilötunnu\w{1,4}|personbeteckning"),
    (Content.EMAIL, r"sähköpostioso\w{2,4}|e-postadress\w{0,2}|\be-post\b"),
    (Content.PHONE, r"puhelinnumero\w{0,4}|puhelin\b|telefon\w{0,8}"),
    (Content.POSTAL_ADDRESS, r"postioso\w{2,4}|postadress\w{0,2}|(?<!\w)osoite\b|\badress\b"),
    (Content.CONTACT_DETAILS, r"yhteystie(?:dot|toja|toineen)|kontaktuppgift\w{0,4}"),
    (
        Content.NAME,
        (
            r"(?:tekijän|valittajan|laatijan)? ?\bnim(?:i|en|ensä)\b|(?:vaatimuksen"
            r"|valituksen) tekijä\b|\bnamn\w{0,3}"
        ),
    ),
)
_TO_STATE = pattern(
    r"ilmoitettava|käytävä (?:selville|ilmi)|käydä ilmi|ilmettävä|mainittava"
    r"|on esitettävä|pyydetään (?:\w{3,20} )?ilmoittamaan"
    r"|tulee ilmoittaa|\bska\w{0,2} (?:\w{2,24} ){0,5}?(?:uppge|ange|framgå|nämna"
    r"|meddela)\w{0,2}|\buppges\b|\bska\w{0,2} du "
    r"|måste framgå|ber vi|bör (?:\w{2,24} ){0,4}?(?:uppge|ange|framgå)\w{0,2}"
)

_ATTACHMENTS: Words[Attachment] = (
    (Attachment.POWER_OF_ATTORNEY, r"valtakir\w{1,4}|fullmakt\w{0,3}"),
    (
        Attachment.PROOF_OF_NOTICE,
        (
            r"(?:selvitys|todistus) (?:siitä|tiedoksi|päätöksen)|(?:intyg"
            r"|utredning) (?:över|om|av|som)|delgivningsbevis"
        ),
    ),
    (Attachment.DECISION, r"(?:kohteena oleva |oleva )?päätö(?:s|ksen|stä|kset)\b|beslut(?:et)?\b"),
    (Attachment.DOCUMENTS, r"asiakirj(?:at|oja)\b|\bhandlingar(?:na)?\b|\bdokument\b"),
)
_TO_ENCLOSE = pattern(r"liitettävä|liitetään|on oltava liitteenä|bifogas|fogas|bifoga")

_FORM: Words[Form] = (
    (
        Form.ELECTRONIC_DOCUMENT,
        (
            r"sähköinen asiakirja (?:\w{3,20} )?täyttää"
            r"|sähköise\w{1,4} asiakirja\w{0,3} [^\n]{0,60}kirjalli"
            r"|elektronisk\w{0,2} (?:dokument|handling)\w{0,3} (?:är skriftlig|uppfyller"
            r"|anses vara skriftlig)\w{0,3}"
        ),
    ),
    (
        Form.WRITTEN,
        (
            r"kirjalli(?:sesti|sena\b)|kirjalli\w{2,5} (?:oikaisu|valitu|muistutu|hankinta|vaatimu)"
            r"|valituskirj|skriftlig\w{0,4}"
        ),
    ),
    (
        Form.SIGNED,
        (
            r"allekirjoitettava|allekirjoittaa|omakätisesti|undertecknas"
            r"|ska (?:\w{2,20} ){0,3}?underteckna|egenhändigt"
        ),
    ),
)
_UNSIGNED = pattern(
    r"ei (?:\w{3,20} )?(?:tarvitse|edellytetä|ole tarpeen)"
    r"|behöver (?:\w{2,20} )?inte|inte (?:\w{2,20} )?behöv"
)
# A word that each of the sentences has, looked for before the pattern.
_MAY = ("oikeu", "saa", "voi", "får", "kan", "rätt")
_STATING = ("ilmoit", "ilm", "mainitt", "esitett", "sk", "upp", "måste", "bör", "ber ")
_ENCLOSING = ("liite", "fog")
_FORMAL = ("kirj", "skrift", "sähköi", "elektron", "omakät", "underteck", "egenhänd")
_ITEM = pattern(r"[\s]{0,40}(?:[-–•*·o>]\s|\d{1,2}[.)]\s|[a-h]\)\s|[a-zåäö(])")


_LONGEST_LIST = 3000


def _listed(part: Passage, sentence: Sentence) -> int:
    """Return where the list that follows a sentence ends."""
    if sentence.low.rstrip().endswith("."):
        return sentence.end
    text, at = part.text.text, sentence.end
    end = min(part.end, at + _LONGEST_LIST)
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop + 1
        line = text[at : min(stop, at + 400)]
        if not line.isspace() and _ITEM.match(line) is None:
            break
        at = stop
    return at


def _regions(
    part: Passage, stems: tuple[str, ...], opens: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Give the sentences that open a list, each with its list."""
    at = part.start
    for sentence in part.sentences:
        if (
            sentence.start >= at
            and any(map(sentence.low.__contains__, stems))
            and opens.search(sentence.low)
        ):
            at = _listed(part, sentence)
            yield sentence.start, at


class _Finder(Generic[_T]):
    """Finds which members of a table a text names."""

    def __init__(self, table: Words[_T]) -> None:
        self.table = table

    @cached_property
    def rows(self) -> list[tuple[_T, tuple[str, ...], str]]:
        """The table with the words of which one stands in whatever a pattern finds."""
        return [(member, stems_of(source), source) for member, source in self.table]

    def members(self, low: str, regions: Iterable[tuple[int, int]]) -> dict[_T, tuple[int, int]]:
        """Return which members the regions name, in the order of the text, with their places."""
        found: dict[_T, tuple[int, int]] = {}
        for start, end in regions:
            region = low[start:end]
            hits: list[tuple[int, int, _T]] = []
            for member, stems, source in self.rows:
                if stems and not any(map(region.__contains__, stems)):
                    continue
                spans = [hit.span() for hit in pattern(source).finditer(region)]
                for begin, stop in spans:
                    hits.append((start + begin, start + stop, member))
                    # A closer phrase hides the words it is made of.
                    region = f"{region[:begin]}{chr(0) * (stop - begin)}{region[stop:]}"
            for begin, stop, member in sorted(hits, key=lambda hit: hit[0]):
                found.setdefault(member, (begin, stop))
        return found


_entitled, _contents = _Finder(_ENTITLED), _Finder(_CONTENTS)
_attachments, _form = _Finder(_ATTACHMENTS), _Finder(_FORM)


def _facts(name: str, found: dict[_T, tuple[int, int]]) -> list[Fact]:
    return [Fact(name, member, *place) for member, place in found.items()]


def read_entitled(part: Passage) -> list[Fact]:
    """Return who may use the remedy."""
    return _facts("entitled", _entitled.members(part.text.low, _who(part)))


def _who(part: Passage) -> Iterator[tuple[int, int]]:
    at = part.start
    for sentence in part.sentences:
        low = sentence.low
        if (
            sentence.start >= at
            and any(map(low.__contains__, _MAY))
            and _WHO.search(low)
            and words.names_remedy(low)
            and not _NO_RIGHT_SENTENCE.search(low)
            and not words.is_negative(low)
        ):
            at = _listed(part, sentence)
            yield sentence.start, at


def read_contents(part: Passage) -> list[Fact]:
    """Return what the document must state, in the order of the text."""
    regions = _regions(part, _STATING, _TO_STATE)
    return _facts("contents", _contents.members(part.text.low, regions))


def read_attachments(part: Passage) -> list[Fact]:
    """Return what must be enclosed."""
    regions = _regions(part, _ENCLOSING, _TO_ENCLOSE)
    return _facts("attachments", _attachments.members(part.text.low, regions))


def read_form(part: Passage) -> list[Fact]:
    """Return in which form the remedy is used."""
    regions = (
        (sentence.start, sentence.end)
        for sentence in part.sentences
        if any(map(sentence.low.__contains__, _FORMAL)) and not _UNSIGNED.search(sentence.low)
    )
    found = _form.members(part.text.low, regions)
    return _facts("form", {member: found[member] for member in Form if member in found})
