"""
The municipalities of Finland, and their names in every case.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.io.text import municipalities as module
from kuntapaatos.io.text.municipalities import (
    LanguageStatus,
    Municipality,
    base_form,
    find_municipalities,
    merged_municipalities,
    municipalities,
)

BY_NAME = {place.name: place for place in (*merged_municipalities(), *municipalities())}
CODES = Path(__file__).parents[4] / "shared/data/codes_2013_2026.csv"


def names(text: str, *, bare: bool = False) -> list[str]:
    """Return the names of the municipalities found."""
    return [found.value.name for found in find_municipalities(text, bare=bare) if found.value]


class TestTable:
    def test_how_many(self) -> None:
        """
        308 since 2025: 292 on the mainland, 16 on Åland.
        """
        assert len(municipalities()) == 308
        assert len({place.code for place in municipalities()}) == 308
        counts = [
            sum(place.language is status for place in municipalities()) for status in LanguageStatus
        ]
        assert dict(zip(LanguageStatus, counts, strict=True)) == {
            LanguageStatus.FINNISH: 255,
            LanguageStatus.SWEDISH: 16,
            LanguageStatus.FINNISH_MAJORITY: 18,
            LanguageStatus.SWEDISH_MAJORITY: 15,
            LanguageStatus.SAMI_HOMELAND: 4,
        }

    @pytest.mark.parametrize(
        ("name", "code", "swedish", "status"),
        [
            ("Kajaani", "205", "Kajana", LanguageStatus.FINNISH),
            ("Turku", "853", "Åbo", LanguageStatus.FINNISH_MAJORITY),
            ("Mustasaari", "499", "Korsholm", LanguageStatus.SWEDISH_MAJORITY),
            ("Närpiö", "545", "Närpes", LanguageStatus.SWEDISH_MAJORITY),
            ("Pedersöre", "599", "Pedersöre", LanguageStatus.SWEDISH_MAJORITY),
            ("Maarianhamina", "478", "Mariehamn", LanguageStatus.SWEDISH),
            ("Utsjoki", "890", "Utsjoki", LanguageStatus.SAMI_HOMELAND),
        ],
    )
    def test_rows(self, name: str, code: str, swedish: str, status: LanguageStatus) -> None:
        place = BY_NAME[name]
        assert (place.code, place.name_sv, place.language) == (code, swedish, status)

    def test_merged(self) -> None:
        """
        A merged municipality names the last year it existed and what it became part of.
        """
        ended = {place.name: (place.until, place.merged_into) for place in merged_municipalities()}
        assert ended["Pertunmaa"] == (2024, "Mäntyharju")
        assert ended["Juankoski"] == (2016, "Kuopio")
        present = {place.name for place in municipalities()}
        assert {into for _, into in ended.values()} <= present
        assert not present & set(ended)

    @pytest.mark.skipif(not CODES.exists(), reason="the classification is not at hand")
    def test_classification(self) -> None:
        """
        Codes, names and years agree with the municipality classification of each year.
        """
        with CODES.open(encoding="utf-8") as file:
            years: dict[int, dict[str, str]] = {}
            for row in csv.DictReader(file):
                years.setdefault(int(row["year"]), {})[row["code"]] = row["name_fi"]
        ours = {place.code: place.name for place in municipalities()}
        assert {**max(years.items())[1], "599": "Pedersöre"} == ours
        for place in merged_municipalities():
            assert [year for year, codes in years.items() if place.code in codes][-1] == place.until


class TestForms:
    @pytest.mark.parametrize(
        ("form", "name"),
        [
            ("Kajaani", "Kajaani"),
            ("Kajaanin", "Kajaani"),
            ("KAJAANIN KAUPUNKI", "Kajaani"),
            ("Kajaanin kaupunginhallitus", "Kajaani"),
            ("Kajaanissa", "Kajaani"),
            ("Helsingin", "Helsinki"),
            ("Turun", "Turku"),
            ("Turkuun", "Turku"),
            ("Lahden", "Lahti"),
            ("Lahteen", "Lahti"),
            ("Espooseen", "Espoo"),
            ("Tampereen", "Tampere"),
            ("Tampereelle", "Tampere"),
            ("Tampereeseen", "Tampere"),
            ("Raaheen", "Raahe"),
            ("Kuopioon", "Kuopio"),
            ("Seinäjoella", "Seinäjoki"),
            ("Seinäjokeen", "Seinäjoki"),
            ("Hyvinkään", "Hyvinkää"),
            ("Järvenpäähän", "Järvenpää"),
            ("Joensuuhun", "Joensuu"),
            ("Rovaniemelle", "Rovaniemi"),
            ("Orivedellä", "Orivesi"),
            ("Oriveteen", "Orivesi"),
            ("Iissä", "Ii"),
            ("Iihin", "Ii"),
            ("Uudenkaupungin", "Uusikaupunki"),
            ("Uudessakaupungissa", "Uusikaupunki"),
            ("Isonkyrön kunta", "Isokyrö"),
            ("Isoonkyröön", "Isokyrö"),
            ("Kauniaisten", "Kauniainen"),
            ("Kauniaisiin", "Kauniainen"),
            ("Huittisissa", "Huittinen"),
            ("Kaustisen", "Kaustinen"),
            ("Kaustiseen", "Kaustinen"),
            ("Varkauden", "Varkaus"),
            ("Varkauteen", "Varkaus"),
            ("Alavuteen", "Alavus"),
            ("Nurmekseen", "Nurmes"),
            ("Pihtiputaalla", "Pihtipudas"),
            ("Pihtiputaaseen", "Pihtipudas"),
            ("Punkalaitumeen", "Punkalaidun"),
            ("Rautalammin", "Rautalampi"),
            ("Virtain kaupunki", "Virrat"),
            ("Virroilla", "Virrat"),
            ("Mänttä-Vilppulan", "Mänttä-Vilppula"),
            ("Pedersören kunta", "Pedersöre"),
            ("Kosken Tl kunta", "Koski Tl"),
            ("Korsnäsin", "Korsnäs"),
            ("Vasa stad", "Vaasa"),
            ("Esbo stads", "Espoo"),
            ("Staden Jakobstad", "Pietarsaari"),
            ("Korsholms kommun", "Mustasaari"),
            ("Helsingfors", "Helsinki"),
            ("S:t Michels stad", "Mikkeli"),
            ("St. Michel", "Mikkeli"),
            ("Sankt Karins", "Kaarina"),
            ("Lavian kunta", "Lavia"),
            ("Kjulo", "Köyliö"),
        ],
    )
    def test_base_form(self, form: str, name: str) -> None:
        assert base_form(form) == BY_NAME[name]

    @pytest.mark.parametrize(
        "text",
        ["", "Kunta", "Turun hallinto-oikeus", "Kainuun kuntayhtymä", "Kuopio-Tahko", "staden"],
    )
    def test_no_municipality(self, text: str) -> None:
        assert base_form(text) is None

    @pytest.mark.parametrize("place", BY_NAME.values(), ids=lambda place: place.name)
    def test_every_form_leads_back(self, place: Municipality) -> None:
        """
        Base form, genitive and Swedish name belong to one municipality alone.
        """
        assert base_form(place.name) == place
        assert base_form(f"{place.genitive} kaupungin") == place
        assert base_form(f"{place.name_sv} kommun") == place
        assert names(f"{place.genitive.upper()} KUNTA") == [place.name]

    def test_no_form_has_two_meanings(self) -> None:
        owners: dict[str, set[str]] = {}
        for place in BY_NAME.values():
            forms = {
                *module._finnish_forms(place.name, place.genitive),
                *module._swedish_forms(place.name_sv),
            }
            for form in forms:
                owners.setdefault(form.lower(), set()).add(place.name)
        assert [form for form, names in owners.items() if len(names) > 1] == []


class TestFind:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("Kajaanin kaupunki, Pohjolankatu 1", ["Kajaani"], id="genitive"),
            pytest.param("Helsinki/Helsingfors", ["Helsinki", "Helsinki"], id="two languages"),
            pytest.param("Kokous pidettiin Kuopiossa.", ["Kuopio"], id="locative"),
            pytest.param("Kokous Kuopio.", ["Kuopio"], id="before a full stop"),
            pytest.param("Lahden\nkaupunki", ["Lahti"], id="over a line end"),
            pytest.param("Lahti oli jäässä. Salo totesi.", [], id="words and surnames"),
            pytest.param("Nokia Oyj ja Raisio Oyj", [], id="companies"),
            pytest.param("Nokian kaupunki", ["Nokia"], id="a city like a company"),
            pytest.param("Olli Lahti\nKaupunginhallitus", [], id="a name above an organ"),
            pytest.param("Olli Lahti kaupunginjohtaja", [], id="a name before an office"),
            pytest.param("Lahden kaupunginjohtaja", ["Lahti"], id="an office of a city"),
            pytest.param("Salo kaupunki, Lovisa stads", ["Salo", "Loviisa"], id="base form"),
            pytest.param("24100 SALO", ["Salo"], id="after a postal code"),
            pytest.param("Vaasan hallinto-oikeus", [], id="a court"),
            pytest.param("Vasa förvaltningsdomstol", [], id="a court in Swedish"),
            pytest.param("Turun yliopisto, Oulun seudun", [], id="a university, a region"),
            pytest.param("Salon kuntayhtymä", [], id="a joint authority"),
            pytest.param("Helsinki-lisä, Tampere-talo", [], id="compounds"),
            pytest.param("www.Kajaani.fi, a@Kajaani.fi", [], id="addresses of the net"),
            pytest.param("kajaanin kaupunki", [], id="without a capital"),
            pytest.param("Koski Tl, Koski", ["Koski Tl"], id="two words"),
            pytest.param("KOSKEN TL KUNTA", ["Koski Tl"], id="two words in capitals"),
            pytest.param("S:t Michels stad", ["Mikkeli"], id="a saint"),
            pytest.param("S:t Michaels kyrka, S:t 5", [], id="another saint"),
            pytest.param("Ingå avtal. Ingå kommun.", ["Inkoo"], id="a Swedish word"),
        ],
    )
    def test_find(self, text: str, expected: list[str]) -> None:
        assert names(text) == expected

    def test_where_a_municipality_is_expected(self) -> None:
        assert names("Salo", bare=True) == ["Salo"]
        assert names("Salo") == []

    def test_the_place_is_that_of_the_name(self) -> None:
        text = "Ote: Kosken Tl kunta; Vasa stads."
        assert [text[found.start : found.end] for found in find_municipalities(text)] == [
            "Kosken Tl",
            "Vasa",
        ]

    @given(
        st.lists(
            st.sampled_from(["Salo", "Kosken", " Tl", " ", "\n", "kunta", "S:t", "24100", ".", "İ"])
            | st.text(max_size=3),
            max_size=9,
        ).map("".join)
    )
    def test_any_text(self, text: str) -> None:
        """
        Any text at all: no exception, places inside the text and apart.
        """
        end = 0
        for found in find_municipalities(text):
            assert end <= found.start < found.end <= len(text)
            end = found.end
        base_form(text)
