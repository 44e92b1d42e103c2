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
from typing import Literal, NamedTuple

from kuntapaatos.io.text.headings import is_office, is_organ, office_in

__all__ = ["Label", "Role", "label_of"]

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


_NAMES: dict[Role, str] = {
    "title": (
        "asia|otsikko|asian otsikko|asian nimi|asiaotsikko|ärende|ärendets rubrik|rubrik"
        "|toimenpide|rakennustoimenpide|päätöksen otsikko|ärendets namn"
    ),
    "record": (
        "dno|dnro|diaarinumero|diaarinro|asianumero|asianro|asian numero|asia nro|asiatunnus"
        "|asian tunnus|asiakirjanumero|diarienummer|diarienr|dnr|ärendenummer|ärendenr"
        "|dnro/diarienr|asiano|diaarinumero/diarienummer"
    ),
    "classification": "tehtäväluokka|tehtäväluokitus|luokitus|asiaryhmä|uppgiftsklass",
    "decision_date": (
        "päätöspäivä|päätöspvm|päätöksen päivämäärä|päätöspäivämäärä|päätöksen pvm|beslutsdatum"
        "|beslutsdag|datum för beslutet|päätös tehty|päätöksentekopäivä"
        "|antopäivä|päätöksen antopäivä|antopvm"
    ),
    "meeting_date": (
        "kokouspäivä|kokouspvm|kokouspäivämäärä|kokousaika|kokousajankohta|kokouksen ajankohta"
        "|sammanträdesdatum|sammanträdestid|mötesdatum|mötestid|kokous pvm|sammanträdesdag"
        "|kokouksen päivämäärä|mötesdag|aika|tid|kokousaika ja -paikka|tid och plats"
        "|sammanträdestid och -plats|aika ja paikka"
    ),
    "date": "päiväys|päivämäärä|pvm|datum|dag",
    "maker": (
        "toimielin|päättäjä|päätöksentekijä|päätöksen tekijä|viranhaltija|organ|beslutsfattare"
        "|tjänsteinnehavare|beslutsfattande organ|päätöstaho|ratkaisija|päättävä viranhaltija"
        "|päätöksen tehnyt"
        "|päätöksen tehnyt viranhaltija|päättävä toimielin|beslutande|beslutande organ"
        "|beslutsorgan|beslutande tjänsteinnehavare"
    ),
    "section": "pykälä|§|paragraf|päätösnumero|päätöksen numero|beslutsnummer|§ nro|päätösnro",
    "proposal": (
        "päätösehdotus|päätösesitys|ehdotus|esitys|ehdotus päätökseksi|ehdotus kokoukselle"
        "|beslutsförslag|förslag|förslag till beslut|muutettu päätösehdotus|muutettu ehdotus"
        "|ändrat förslag|ändrat beslutsförslag|päätösehdotukset|esitys päätökseksi"
        "|päätösehdotus oli|ehdotus oli|esittelijän ehdotus"
    ),
    "resolution": (
        "päätös|beslut|ratkaisu|avgörande|päätökset|tehty päätös"
        "|päätöstulos|kokouksen päätös|päätösteksti"
    ),
    "handling": (
        "käsittely|asian käsittely|kokouskäsittely|behandling|behandlingen|handläggning"
        "|käsittely kokouksessa|asian käsittely kokouksessa|behandling på mötet"
        "|behandling av ärendet|ärendets behandling|päätöksenteko|keskustelu|diskussion"
    ),
    "vote": "äänestys|äänestykset|omröstning|omröstningar|äänestystulos|äänestysluettelo",
    "presenter": "esittelijä|esittelijät|föredragande|föredragare|esittely|asian esittelijä",
    "preparer": (
        "valmistelija|valmistelijat|valmistelu|asian valmistelija|asian valmistelijat|beredare"
        "|beredning|valmistelijat/lisätiedot|valmistelija/lisätiedot|valmistelijat / lisätiedot"
        "|valmistelija / lisätiedot|valmistelija ja lisätiedot|beredare/tilläggsuppgifter"
        "|valmistelijat/lisätietojen antaja|valmistelija/lisätietojen antaja"
    ),
    "description": (
        "kuvaus|tiivistelmä|esittelyteksti|selostus|selostus asiasta|asian selostus|asiaselostus"
        "|asiaseloste|taustaa|tausta|asian tausta|selvitys asiasta|beskrivning|sammandrag"
        "|redogörelse|bakgrund|sammanfattning|redogörelse för ärendet|asian kuvaus|päätöksen kuvaus"
        "|päätöksen tausta|tietopohja|asiakuvaus|ärendebeskrivning|hakemus|ansökan|selvitys"
        "|avustus|viite|referens|taustatiedot|faktaa|asiatiedot|yhteenveto"
    ),
    "grounds": (
        "päätöksen perustelut|perustelut|perustelu|esittelijän perustelut|motivering"
        "|motiveringar|motivering till beslutet|motivering för beslutet|päätösperustelut"
        "|beslutsmotivering|grunder"
        "|päätöksen perusteet|päätöksen perustelu|ratkaisun perustelut|beslutets motivering"
        "|föredragandens motivering|grunder för beslutet|föredragarens motiveringar"
    ),
    "authority_ground": (
        "päätöksen peruste|toimivalta|päätösvalta|toimivallan peruste|toimivallan perusteet"
        "|päätösvallan peruste|päätösvallan perusteet|ratkaisuvallan peruste|ratkaisuvalta"
        "|päätöksentekovalta|toimivaltuus|behörighet|befogenhet|beslutanderätt|grund för befogenhet"
        "|grund för behörighet|toimivaltaperuste|sovelletut säännökset|säännökset"
        "|sovelletut oikeusohjeet|sovelletut lainkohdat|tillämpade bestämmelser|päätösvaltuus"
        "|toimivallan peruste ja perustelut|perustelut ja toimivalta|grund för beslutanderätt"
        "|päätöksen toimivalta|päätöksen perusteena olevat säännökset|delegointi"
    ),
    "impact": (
        "vaikutusten arviointi|vaikutukset|päätöksen vaikutukset|taloudelliset vaikutukset"
        "|konsekvensbedömning|bedömning av konsekvenser|ennakkovaikutusten arviointi"
        "|bedömning av företagskonsekvenser|ekonomiska konsekvenser|konsekvenser|talousvaikutukset"
        "|kustannusvaikutukset|vaikutusarviointi|verkningar|päätöksen vaikutusten arviointi"
    ),
    "contact": (
        "lisätiedot|lisätietoja|lisätietojen antaja|lisätietoja antaa|lisätiedon antaja"
        "|lisätietojen antajat|tilläggsuppgifter|mer information|ytterligare information"
        "|ytterligare uppgifter|yhteyshenkilö|kontaktperson|lisätieto|tilläggsinformation"
        "|mera information|yhteyshenkilöt|yhteystiedot|lisätietoa|asiasta lisätietoja|upplysningar"
    ),
    "recipients": (
        "tiedoksi|tiedoksianto|jakelu|ote|otteet|otteen saaja|otteen saajat|ote tiedoksi"
        "|för kännedom|delges|utdrag|delgivning|päätöksen tiedoksianto|tiedoksianto asianosaiselle"
        "|tiedoksi saajat|tiedoksisaajat|sändlista|distribution|tiedoksiannot|tiedoksi annettu"
        "|päätös tiedoksi|ote päätöksestä|till kännedom|för kännedom till"
        "|päätösjakelu|tiedottaminen|otteet/tiedoksi|ote/tiedoksi|delgivning av beslutet"
    ),
    "signature": (
        "allekirjoitus|allekirjoitukset|underskrift|underskrifter|allekirjoittaja|undertecknat"
        "|undertecknare|päätöksen allekirjoitus|sähköinen allekirjoitus|allekirjoittajat"
    ),
    "publication": (
        "viranhaltijapäätöksen nähtävänäolo|nähtävänäolo|pöytäkirjan nähtävänäolo"
        "|päätöksen nähtävänäolo|nähtävilläolo|nähtävilläoloaika|päätöksen julkaiseminen"
        "|julkaiseminen|nähtävillä|framläggning|framlagt|framläggande|julkaistu|julkaisupäivä"
        "|julkaisuaika|publicerat|publicerad|publicering|nähtävänä|nähtävillä pito|julkaisupvm"
        "|nähtävänä pitäminen|pöytäkirjan nähtävilläolo|yleisesti nähtävillä|nähtävilläpito"
        "|offentligt framlagt|protokollet framlagt|pöytäkirja nähtävänä|pöytäkirja nähtävillä"
        "|pöytäkirja yleisesti nähtävänä|framläggning av protokollet|publiceringsdatum"
        "|pöytäkirjan julkaiseminen|publicering av beslutet|publiceringsdag|julkaistu verkossa"
        "|pöytäkirjan nähtävillä pito|päätöksen nähtävilläolo|päätös nähtävillä|julkaisuajankohta"
    ),
    "extract": (
        "otteen oikeaksi todistaa|oikeaksi todistaa|pöytäkirjanotteen oikeaksi todistaa"
        "|utdragets riktighet bestyrker|utdragets riktighet intygas|otteen oikeaksi todistus"
        "|intygar utdragets riktighet|riktigheten av utdraget bestyrks|bestyrker|vakuudeksi"
        "|otteen oikeellisuuden todistaa|utdragets riktighet|bestyrkes"
        "|protokollsutdragets riktighet bestyrker"
    ),
    "enclosures": (
        "liitteet|liite|oheismateriaali|oheismateriaalit|oheisaineisto|bilagor|bilaga"
        "|esityslistan liitteet|tilläggsmaterial|liitetiedostot|asiakirjat|liiteaineisto"
        "|asiaan liittyvät asiakirjat|liitemateriaali|kompletterande material|tausta-aineisto"
        "|muu materiaali|oheisasiakirjat|referensmaterial|liiteluettelo|taustamateriaali"
        "|pöytäkirjan liitteet|oheismateriaalina|övrigt material|liitteenä|viitemateriaali"
        "|esityslistan oheismateriaali|päätöksen liitteet|verkkojulkisuus|bakgrundsmaterial"
        "|oheisliitteet|oheisliite|ei-julkiset liitteet|salassa pidettävät liitteet"
    ),
    "history": (
        "päätöshistoria|aikaisempi käsittely|aiempi käsittely|käsittelyhistoria"
        "|asian käsittelyvaiheet"
        "|aikaisemmat päätökset|aiemmat päätökset|tidigare behandling|beslutshistoria"
        "|aikaisemmat käsittelyt|aiemmat käsittelyt|käsittelyvaiheet|tidigare beslut"
        "|behandlingshistoria|asian aikaisempi käsittely|asian aiempi käsittely|käsittelytiedot"
    ),
    "execution": (
        "täytäntöönpano|täytäntöönpanotiedot|verkställighet|verkställande|toimeenpano"
        "|täytäntöönpano ja valvonta|verkställighetsuppgifter|täytäntöönpanija|toimenpiteet"
        "|åtgärder"
        "|verkställighet av beslutet|päätöksen täytäntöönpano|päätöksen toimeenpano"
    ),
    "appeal": (
        "muutoksenhaku|muutoksenhakuohje|muutoksenhakuohjeet|oikaisuvaatimus|oikaisuvaatimusohje"
        "|oikaisuvaatimusohjeet|valitusosoitus|muutoksenhakukielto"
        "|ohjeet oikaisuvaatimuksen tekemiseksi"
        "|ändringssökande|besvärsanvisning|anvisningar om hur man begär omprövning|omprövning"
        "|muutoksenhakuoikeus|kunnallisvalitus|valitus|hallintovalitus|oikaisuohje|hankintaoikaisu"
        "|anvisningar för sökande av ändring|anvisning för sökande av ändring|besvärsförbud"
        "|förbud att söka ändring|begäran om omprövning|omprövningsbegäran|valitusohje"
        "|anvisning om begäran om omprövning|anvisningar för begäran om omprövning"
        "|hankintaoikaisuohje"
        "|hur man begär omprövning|oikaisuvaatimuskielto|rättelseyrkande"
        "|ilmoitus muutoksenhakukiellosta"
        "|valituskielto|anvisningar för rättelseyrkande|anvisning för begäran om omprövning"
        "|kommunalbesvär|meddelande om besvärsförbud|anvisning för rättelseyrkande"
        "|ohje muutoksenhausta|muutoksenhaku päätökseen|kielto hakea muutosta|ändringssökning"
        "|anvisning om hur man begär omprövning|oikaisuvaatimusohjeet ja valitusosoitus"
        "|muutoksenhakuohjeet ja -kiellot|oikaisuvaatimusohje ja valitusosoitus"
    ),
    "confidentiality": (
        "julkisuus|salassapito|salassapitoperuste|julkisuusluokka|offentlighet|sekretess"
        "|salassapidon peruste|salassapitoperusteet|sekretessgrund|asiakirjan julkisuus"
        "|julkisuusaste|salassapitotieto|julkisuus ja salassapito|offentlighetsgrad"
    ),
    "costs": (
        "kustannukset|rahoitus|määräraha|hinta|kostnader|finansiering|anslag|kustannus"
        "|kustannusarvio"
        "|kustannukset ja rahoitus|hankinnan arvo|hankintahinta|päätöksen kustannukset|talous"
        "|kokonaiskustannukset|kokonaishinta|kostnad|päätöksestä aiheutuvat kustannukset"
    ),
    "cost_centre": (
        "kustannuspaikka|tili|projekti|kostnadsställe|tiliöinti|kustannuspaikka ja tili|kp|konto"
        "|kustannuspaikka/tili|kostnadsställe och konto"
    ),
    "checking": (
        "pöytäkirjan tarkastus|pöytäkirjan tarkastaminen|pöytäkirjantarkastajat|tarkastus"
        "|protokolljustering|justering|justering av protokollet|protokollsjusterare"
        "|pöytäkirjan tarkastajat|tarkastaminen|pykälän tarkastus"
    ),
    "aside": (
        "kokouspaikka|paikka|plats|mötesplats|sammanträdesplats|laatija|toimiala|yksikkö"
        "|palvelualue|sektor|enhet|toimintayksikkö|asiakirjan tila|versio|kokous|kokousnumero"
        "|kokouksen numero|sammanträde|möte|asiakirjatyyppi|asiakirja|vastuuyksikkö|vastuualue"
        "|esityslistan numero|kieli|språk|hakija|sökande|kohde|rakennuspaikka|kiinteistö"
        "|kiinteistötunnus|sijainti|osoite|julkipano|asia nro|asian nro|ärende nr|lupatunnus|hanke"
    ),
    "other": (
        "esteellisyys|jäävi|jäävit|jäv|eriävä mielipide|eriävät mielipiteet|avvikande åsikt"
        "|reservation|läsnä|närvarande|osallistujat|poissa"
        "|tietosuoja|julkaisu|käsittelymaksu|lupamaksu|lupamaksut|maksut|valvontamaksu|behandlingsavgift"
        "|merkittiin|lausunnot|lausunto|utlåtande|utlåtanden|esteellisyydet"
        "|saapuvilla olleet|muut läsnäolijat|valtiontukiarviointi"
        "|muut kuin päätökseksi tulleet muutosehdotukset|muutosehdotus|toivomusponsi|ponsi"
        "|kuuleminen|voimassaolo|voimaantulo|ikraftträdande|strategia|tietosuojaseloste"
    ),
}
_ROLES: dict[str, Role] = {
    name: role for role, names in _NAMES.items() for name in names.split("|")
}
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
# A sentence that starts a part of its own.
_SENTENCES: tuple[tuple[str, Role], ...] = (
    ("päätös on sähköisesti allekirjoitettu", "signature"),
    ("asiakirja on sähköisesti allekirjoitettu", "signature"),
    ("tämä asiakirja on sähköisesti allekirjoitettu", "signature"),
    ("sähköisesti allekirjoitettu", "signature"),
    ("päätös on allekirjoitettu sähköisesti", "signature"),
    ("asiakirja on allekirjoitettu sähköisesti", "signature"),
    ("beslutet har undertecknats elektroniskt", "signature"),
    ("beslutet är elektroniskt undertecknat", "signature"),
    ("elektroniskt undertecknat", "signature"),
    ("pöytäkirja tämän pykälän osalta", "checking"),
    ("pykälä tarkastettiin", "checking"),
    ("tämä pykälä tarkastettiin", "checking"),
    ("paragrafen justerades", "checking"),
    ("lisätietoja antaa", "contact"),
    ("lisätietoja antavat", "contact"),
    ("lisätietoja asiasta", "contact"),
    ("lisätiedot:", "contact"),
    ("tilläggsuppgifter ges", "contact"),
    ("tilläggsuppgifter lämnas", "contact"),
    ("ytterligare information ges", "contact"),
    ("otteen oikeaksi todistaa", "extract"),
    ("muutoksenhakuohje", "appeal"),
    ("pöytäkirja on nähtävänä", "publication"),
    ("pöytäkirja on pidetty nähtävänä", "publication"),
    ("päätös on nähtävänä", "publication"),
    ("päätös on julkaistu", "publication"),
    ("pöytäkirja on julkaistu", "publication"),
)
_SENTENCE_STARTS = frozenset(text[:4] for text, _ in _SENTENCES)
_LONGEST = 70
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
# Labels that no sentence begins with before another capital.
_STARTING = frozenset({"Käsittely", "Selostus", "Behandling"})
_TITLED = re.compile(r"(?:[Vv][sta]\.? )?[A-ZÅÄÖa-zåäö][\w-]{3,40}")
_RECORDED = re.compile(r"[A-Z]{0,12}[a-zåäö]{0,4}[:/ -]?\d[\d ./-]{3,30}")
_COLON = re.compile(r"[ \t]{0,3}:")
_CELLS = re.compile(r"\t|[ ]{2}")


def _role(name: str) -> Role | None:
    folded = name.casefold()
    if folded.endswith(")"):
        # "Päätösehdotus (kj)": who proposes is no part of the label.
        folded = folded.partition("(")[0].rstrip()
    role = _ROLES.get(folded)
    if role is not None or " " not in folded:
        return role if role is not None or not folded.endswith("vaikutukset") else "impact"
    for pattern, composed in _COMPOSED:
        if pattern.match(folded):
            return composed
    return None


def _bare(text: str) -> str:
    return text.strip(" \t#*_:").rstrip(":").strip()


def label_of(line: str) -> Label | None:
    """
    Return the label at the start of *line*, or `None`.

    Args:
        line: Without white space at its start and end.
    """
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
    colon = _COLON.search(head)
    if colon is not None:
        role = _role(_bare(head[: colon.start()]))
        if role is not None:
            return Label(role, colon.end(), _bare(head[: colon.start()]))
    cell = _CELLS.search(head)
    if cell is not None:
        role = _role(_bare(head[: cell.start()]))
        if role is not None:
            return Label(role, cell.end(), _bare(head[: cell.start()]))
    return _run_on(line)


def _is_person(text: str) -> bool:
    """Return whether a line names an office and whoever holds it, and nothing else."""
    office = office_in(text) if text[0].isupper() and len(text) <= _LONGEST else None
    names = [] if office is None else text[office[1] :].split()
    return office is not None and len(names) <= 4 and all(name[0].isupper() for name in names)


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
        or (role == "proposal" and _is_person(value))
        or (word.group() in _STARTING and value[0].isupper())
        or (role == "maker" and (is_organ(value) or is_office(value)))
        or (role == "presenter" and _TITLED.match(value) and len(value) < _LONGEST)
        or (role == "record" and _RECORDED.match(value) and len(value) < _LONGEST)
        or (role in {"decision_date", "meeting_date", "section"} and value[:1].isdigit())
    )
    return Label(role, end, word.group()) if fits else None
