"""
What a network is called, wherever the text names it, and what is done about it.
"""

from __future__ import annotations

import pytest

from kuntapaatos.io.text import Reading, read
from kuntapaatos.io.text.networks import named

HEADS = {
    "fi": ("Kunnanhallitus", "Kuvaus", "Päätös"),
    "sv": ("Kommunstyrelsen", "Beredning", "Beslut"),
}


def reading(language: str, title: str, said: str, prepared: str = "") -> Reading:
    """Return the reading of a decision."""
    body, about, decision = HEADS[language]
    before = f"{about}\n{prepared}\n" if prepared else ""
    return read(f"{body} 3.2.2025 § 14\n{title}\n{before}{decision}\n{said}\n")


NAMED = [
    ("fi", "Jäseneksi liittyminen", "Kunta liittyy Suomen Saaret r.y:n jäseneksi.", "Suomen Saaret", "liittyy"),
    ("fi", "Verkostoon liittyminen", "Kunta liittyy verkostoon nimeltä Hyvä arki.", "Hyvä arki", "liittyy"),
    ("fi", "Verkostoon liittyminen", "Kunta liittyy Hyvä arki -nimiseen verkostoon.", "Hyvä arki", "liittyy"),
    ("fi", "Verkostoon liittyminen", "Kunta liittyy Lakeside Towns (LT) -verkostoon.", "Lakeside Towns", "liittyy"),
    ("fi", "Hanke", "Kunta on mukana Sininen tie -hankkeessa.", "Sininen tie", "liittyy"),
    ("fi", "Osallistuminen hankkeeseen Sininen tie", "Hyväksyttiin.", "Sininen tie", "liittyy"),
    ("fi", "Kuntarahoitus Sininen tie -hankkeelle", "Kunta osallistuu hankkeen rahoitukseen.", "Sininen tie", "liittyy"),
    ("fi", "Osallistuminen Askel eteen! -hankkeeseen", "Hyväksyttiin.", "Askel eteen!", "liittyy"),
    ("fi", "Osallistuminen Vihreä linja 2.0 -ohjelmaan", "Hyväksyttiin.", "Vihreä linja 2.0", "liittyy"),
    ("fi", "Jäsenyys Mayors' Lake Table -järjestössä", "Kunta hakee järjestön jäsenyyttä.", "Mayors' Lake Table", "hakee"),
    ("fi", "Hyvä arki-verkostoon liittyminen", "Hyväksyttiin.", "Hyvä arki", "liittyy"),
    ("fi", "Unicefin Lapsen kunta -malli", "Kunta hakeutuu Unicefin Lapsen kunta -malliin.", "Lapsen kunta", "hakee"),
    ("fi", "Fair Lake -kunnaksi hakeutuminen", "Hyväksyttiin.", "Fair Lake", "hakee"),
    ("fi", "Jäsenyyden jatkaminen", "Järvikunnat ry:n jäsenyyttä jatketaan.", "Järvikunnat", "pysyy"),
    ("fi", "Jäsenyyden päättäminen", "Jäsenyys Järvikunnat ry:ssä päättyy 31.12.2025.", "Järvikunnat", "eroaa"),
    ("fi", "Jäsenmaksu", "Maksetaan Järvikunnat ry:n jäsenmaksu.", "Järvikunnat", "pysyy"),
    ("fi", "Yhdistyksen perustaminen", "Kunta on perustajajäsenenä Järvikunnat ry:ssä.", "Järvikunnat", "perustaa"),
    ("fi", "Jäsenyys", "Kunta liittyy House of Lakesin jäseneksi.", "House of Lakes", "liittyy"),
    ("fi", "Jäsenyys House of Lakesissa", "Kunta liittyy jäseneksi.", "House of Lakes", "liittyy"),
    ("fi", "Lautakunta", "Kunta liittyy Järvialueen yhteiseen lautakuntaan.", "Järvialueen yhteinen lautakunta", "liittyy"),
    ("fi", "Sopimus", "Hyväksyn sopimuksen Järvien verkostoon osallistumisesta.", "Järvien verkosto", "liittyy"),
    ("sv", "Medlemskap", "Kommunen ansluter sig till Insjökommunerna r.f. från 1.5.2025.", "Insjökommunerna", "liittyy"),
    ("sv", "Nätverk", "Kommunen inträder i nätverket vid namn Ljusa byar.", "Ljusa byar", "liittyy"),
    ("sv", "Deltagande i projekt", "Kommunen deltar i Blå vikar-projektet.", "Blå vikar", "liittyy"),
    ("sv", "Projekt", "Kommunen medverkar i projektet Öppna stränder.", "Öppna stränder", "liittyy"),
    ("sv", "Medlemskapet", "Medlemskapet i Öarnas kommunförbund upphör 31.12.2025.", "Öarnas kommunförbund", "eroaa"),
    ("sv", "Finansieringsandel i Lokal Kust", "Kommunen förbinder sig till finansieringsandelen.", "Lokal Kust", "liittyy"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title", "said", "name", "action"),
    [pytest.param(*row, id=row[2]) for row in NAMED],
)
def test_a_name_in_any_place(language: str, title: str, said: str, name: str, action: str) -> None:
    """
    The name is found before its kind or after it, in the decision or in the heading.
    """
    found = reading(language, title, said).decision.membership
    assert found is not None
    assert found.action is not None
    assert (found.network, found.action.value) == (name, action)


TOLD = [
    ("fi", "Liittyminen Lakesin jäseneksi", "Kunta liittyy Lakesin jäseneksi.", "Lakes on kuntien verkosto.", "Lakes"),
    ("fi", "Jäsenyys", "Kunta liittyy AMT:n jäseneksi.", "AMT tukee kuntia.", "AMT"),
    ("fi", "Liittyminen Puhtaiden vesien verkostoon (PVV)", "Kunta liittyy PVV:n jäseneksi.", "", "Puhtaiden vesien verkosto"),
    ("fi", "OSALLISTUMINEN SININEN TIE -HANKKEESEEN", "Kunta osallistuu hankkeeseen.", "Sininen tie auttaa.", "Sininen tie"),
    ("fi", "OSALLISTUMINEN SININEN TIE -HANKKEESEEN", "Kunta osallistuu hankkeeseen.", "", "SININEN TIE"),
    ("fi", "Liittyminen ABC-verkostoon", "Kunta liittyy ABC-verkostoon.", "Virta-verkosto auttaa kuntia (ABC).", "ABC"),
    ("fi", "Liittyminen Kuntien Virta 2 -verkostoon", "Hyväksyttiin.", "Virta 2 on hyvä.", "Kuntien Virta 2"),
    ("fi", "Liittyminen Säätiön Virta 2 -verkostoon", "Hyväksyttiin.", "Virta 2 -verkosto auttaa.", "Virta 2"),
    ("fi", "Kehittäminen", "Hyväksyn verkostossa jatkamisen.", "Koulu jatkaa Oppivat ry:n johtamassa Rohkea koulu -verkostossa.", "Rohkea koulu"),
    ("fi", "Sininen tie ja sen rahoitus", "Kunta osallistuu hankkeeseen.", "Sininen tie -hanke alkaa.", "Sininen tie"),
    ("sv", "Anslutning", "Kommunen ansluter sig till Green Lakes.", "Green Lakes (GL) är ett nätverk.", "Green Lakes"),
    ("sv", "Medlemskap i Lokal Strand", "Kommunen blir medlem i Lokal Strand.", "I hela Strand gläds man.", "Lokal Strand"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title", "said", "prepared", "name"),
    [pytest.param(*row, id=row[1]) for row in TOLD],
)
def test_a_name_that_the_text_tells_of(
    language: str, title: str, said: str, prepared: str, name: str
) -> None:
    """
    What the decision leaves bare or short, the rest of the text tells in full.
    """
    found = reading(language, title, said, prepared).decision.membership
    assert found is not None
    assert found.network == name


NONE = [
    ("fi", "Osallistuminen VIRTA-verkoston opintomatkalle", "Nimettiin kaksi.", ""),
    ("fi", "Verkostoon liittyminen", "Kunta liittyy verkostoon.", "PURO-verkosto auttaa."),
    ("fi", "Verkostoon liittyminen", "Kunta liittyy verkostoon.", "Voidaan liittyä PURO-verkostoon tai VIRTA-verkostoon."),
    ("fi", "Verkostoon liittyminen", "Kunta liittyy verkostoon.", "Kunta osallistuu PURO-hankkeeseen."),
    ("fi", "Kunnan liittyminen", "Kunta liittyy hankkeeseen Kuopion kaupungin kanssa.", ""),
    ("fi", "Jäsenyys", "Kunta liittyy Porin jäseneksi.", "Por on nimi."),
    ("fi", "Eroaminen lautakunnan jäsenyydestä", "Ero myönnettiin.", ""),
    ("sv", "Anslutning", "Kommunen ansluter sig till Green Lakes.", "Green Lakes är vackert."),
    ("sv", "Anslutning", "Kommunen ansluter sig.", ""),
    ("fi", "Kokeilu", "Kunta liittyy Kunnan pilotti-hankkeeseen.", ""),
    ("fi", "Kokeilu", "Kunta liittyy pilotti-hankkeeseen ja pieni kyläraitti-hankkeeseen.", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title", "said", "prepared"),
    [pytest.param(*row, id=row[2] + row[3]) for row in NONE],
)
def test_what_is_no_membership(language: str, title: str, said: str, prepared: str) -> None:
    """
    A journey, another's network, one of several, and a place are none.
    """
    assert reading(language, title, said, prepared).decision.membership is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Osallistuminen (X) -verkostoon", []),
        ("verkoston nimeltä", []),
        ("-verkosto ja 7 niminen", []),
        ("ry r.x, r.", []),
        ("(X) -verkostoon", []),
        ("kyläraitti-hankkeeseen", []),
        ("ja, kyläraitti-hankkeeseen", []),
        ('Hyvä arki" -verkostoon', []),
    ],
)
def test_what_only_looks_like_a_name(text: str, names: list[str]) -> None:
    """
    A word of a kind alone names nothing.
    """
    assert [one.name for one in named(text)] == names
