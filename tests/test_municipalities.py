"""
The municipalities of Finland: their names in every case, their codes, their inhabitants.
"""

from __future__ import annotations

import csv
import pickle
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import kuntapaatos as kp
from kuntapaatos import Municipality, municipality, population
from kuntapaatos.municipalities import (
    LanguageStatus,
    PopulationTable,
    known_municipality,
    merged_municipalities,
    municipalities,
    population_table,
    read_population,
    same_area,
)
from kuntapaatos.municipalities import names as module
from kuntapaatos.municipalities.names import base_form

BY_NAME = {place.name: place for place in (*merged_municipalities(), *municipalities())}
SHARED = Path(__file__).parents[2] / "shared/data"
CODES, COUNTS = SHARED / "codes_2013_2026.csv", SHARED / "population_2000_2022.csv"


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
        ended = {
            place.name: (place.last_year, place.merged_into) for place in merged_municipalities()
        }
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
            assert [year for year, codes in years.items() if place.code in codes][
                -1
            ] == place.last_year


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

    @pytest.mark.parametrize("place", BY_NAME.values(), ids=str)
    def test_every_form_leads_back(self, place: Municipality) -> None:
        """
        Base form, genitive and Swedish name belong to one municipality alone.
        """
        assert base_form(place.name) == place
        assert base_form(f"{place.genitive} kaupungin") == place
        assert base_form(f"{place.name_sv} kommun") == place

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


LOOKED_UP = [
    ("Kajaani", "205"),
    ("Kajaanin", "205"),
    ("  Kajaanin kaupunki ", "205"),
    ("Ylöjärvellä", "980"),
    ("Kajana", "205"),
    ("Vasa stad", "905"),
    ("Åbo", "853"),
    ("mariehamn", "478"),
    ("Vittis", "102"),
    ("Gustav Adolfs kommun", "081"),
    ("205", "205"),
    ("005", "005"),
    (205, "205"),
    (5, "005"),
    ("Nastola", "532"),
    (532, "532"),
]


class TestLookup:
    @pytest.mark.parametrize(("given", "code"), LOOKED_UP)
    def test_municipality(self, given: str | int, code: str) -> None:
        """
        A name in either language and any case, a code as a text or a number.
        """
        found = municipality(given)
        assert found.code == code
        assert municipality(found) is found is known_municipality(given)

    @pytest.mark.parametrize(
        ("given", "near"),
        [
            pytest.param("Kajani", ("Kajaani", "Kajana", "Kaavi"), id="a letter too few"),
            pytest.param("Helsingfor", ("Helsingfors",), id="in Swedish"),
            pytest.param("Koski", ("Koski Tl",), id="half a name"),
            pytest.param("Kainuun kuntayhtymä", (), id="a joint authority"),
            pytest.param("", (), id="nothing"),
            pytest.param("999", (), id="no such code"),
            pytest.param(999, (), id="no such number"),
            pytest.param(-205, (), id="below zero"),
        ],
    )
    def test_unknown(self, given: str | int, near: tuple[str, ...]) -> None:
        """
        What is no municipality is refused with the names that are near.
        """
        assert known_municipality(given) is None
        with pytest.raises(kp.errors.UnknownMunicipality) as caught:
            municipality(given)
        assert caught.value.near[: len(near)] == near
        assert repr(given) in str(caught.value)
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
        assert isinstance(caught.value, LookupError)

    @pytest.mark.parametrize(
        "given",
        ["Åland", "Ålands landskap", "Ahvenanmaa", "Ahvenanmaan maakunta", "Landskapet Åland"],
    )
    def test_aland_is_a_province(self, given: str) -> None:
        """
        Åland is a province of sixteen municipalities, and told so.
        """
        with pytest.raises(kp.errors.UnknownMunicipality, match=r"province of Åland .* sixteen"):
            municipality(given)

    def test_sixteen_on_aland(self) -> None:
        """
        The Swedish-speaking municipalities are the sixteen of Åland; on the mainland none is.
        """
        aland = {place.name for place in municipalities() if place.on_aland}
        assert len(aland) == 16
        assert aland == {
            place.name for place in municipalities() if place.language is LanguageStatus.SWEDISH
        }

    @pytest.mark.parametrize("given", [True, 205.0, None, b"Kajaani", ["Kajaani"]])
    def test_other_arguments(self, given: Any) -> None:
        """
        What is neither a name nor a code is the caller's mistake.
        """
        with pytest.raises(kp.errors.InvalidValue, match="municipality must be a name"):
            municipality(given)


class TestValue:
    def test_prints_as_its_name(self) -> None:
        """
        In a text a municipality stands as its name does.
        """
        assert f"{municipality('205')}" == "Kajaani"

    @pytest.mark.parametrize(
        ("name", "year", "existed"),
        [
            ("Akaa", 2006, False),
            ("Akaa", 2007, True),
            ("Nastola", 2015, True),
            ("Nastola", 2016, False),
            ("Kajaani", 1990, True),
            ("Kajaani", 2050, True),
        ],
    )
    def test_existed(self, name: str, year: int, existed: bool) -> None:
        """
        Both its first and its last year are included.
        """
        assert municipality(name).existed(year) is existed

    @pytest.mark.parametrize(
        ("field", "given"),
        [
            ("code", "5"),
            ("code", "20a"),
            ("code", 205),
            ("code", "²05"),
            ("name", " "),
            ("name", 5),
            ("language", "suomi"),
            ("first_year", "2007"),
            ("merged_into", ""),
        ],
    )
    def test_refused(self, field: str, given: Any) -> None:
        """
        A field of another kind is refused, and the error names it.
        """
        with pytest.raises(kp.errors.InvalidValue, match=f"^{field} must be"):
            evolve(municipality(205), **{field: given})


class TestPopulation:
    @pytest.mark.parametrize(
        ("name", "year", "count"),
        [
            ("Kajaani", 2000, 38_912),
            ("Kajaani", 2022, 36_297),
            ("Helsinki", 2022, 664_028),
            ("Sottunga", 2022, 111),
            ("Alajärvi", 2010, 10_487),
        ],
    )
    def test_rows(self, name: str, year: int, count: int) -> None:
        """
        The number of inhabitants at the end of the year, as Statistics Finland gives it.
        """
        assert population(name, year) == count

    def test_the_whole_country(self) -> None:
        """
        The municipalities of 2023 add up to the country: 5,181,115 at the end of 2000, 5,563,970 of 2022.
        """
        table = population_table()
        assert table.years == tuple(range(2000, 2023))
        totals = {
            year: sum(n for _, when, n in table.counts if when == year) for year in (2000, 2022)
        }
        assert totals == {2000: 5_181_115, 2022: 5_563_970}
        assert len({code for code, _, _ in table.counts}) == 309

    @pytest.mark.skipif(not COUNTS.exists(), reason="the figures are not at hand")
    def test_figures(self) -> None:
        """
        Every figure is the one of the file that was copied.
        """
        with COUNTS.open(encoding="utf-8") as file:
            expected = {
                (row["code"], int(year)): int(count)
                for row in csv.DictReader(file)
                for year, count in row.items()
                if year.isdigit()
            }
        assert {(code, year): n for code, year, n in population_table().counts} == expected

    @pytest.mark.parametrize(
        ("name", "year", "known"),
        [
            pytest.param("Kajaani", 2023, "its years are 2000–2022", id="the year after"),
            pytest.param("Kajaani", 1999, "its years are 2000–2022", id="the year before"),
            pytest.param("Nastola", 2010, "it is counted in Lahti, into which", id="a merged one"),
        ],
    )
    def test_unknown(self, name: str, year: int, known: str) -> None:
        """
        A year that is not there is an error that says how to give it.
        """
        with pytest.raises(kp.errors.PopulationUnknown, match=f"{known}.*statfin") as caught:
            population(name, year)
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)

    def test_a_table_of_ones_own(self) -> None:
        """
        A later year is given as a table; of two figures the later table's counts.
        """
        later = read_population([{"code": "205", "2022": "1", "2024": "36000", "2025": ""}], "oma")
        assert population("Kajaani", 2024, later) == 36_000
        joined = population_table().joined(later)
        assert population("Kajaani", 2022, joined) == 1
        assert population("Kajaani", 2021, joined) == population("Kajaani", 2021)
        assert joined.source.endswith("; oma")
        assert later == pickle.loads(pickle.dumps(later))
        with pytest.raises(kp.errors.PopulationUnknown, match="the table has no row of it"):
            population("Espoo", 2024, later)

    @pytest.mark.parametrize(
        ("counts", "message"),
        [
            ([], "counts must be a mapping"),
            ({("205", "2024"): 1}, r"counts\[\('205', '2024'\)\] must be a code and a year"),
            ({("205", 2024): -1}, r"counts\['205', 2024\] must be an int, not negative"),
            ({("205", 2024): True}, "must be an int, not negative"),
        ],
    )
    def test_refused_tables(self, counts: Any, message: str) -> None:
        """
        A table holds whole numbers of inhabitants by code and year.
        """
        with pytest.raises(kp.errors.InvalidValue, match=message):
            PopulationTable("oma", counts)

    def test_other_arguments(self) -> None:
        """
        A year is a whole number, a table a table.
        """
        with pytest.raises(kp.errors.InvalidValue, match="year must be a year as an int"):
            population("Kajaani", "2022")  # type: ignore[arg-type]
        with pytest.raises(kp.errors.InvalidValue, match="table must be a PopulationTable"):
            population("Kajaani", 2022, {})  # type: ignore[arg-type]
        with pytest.raises(kp.errors.InvalidValue, match="other must be a PopulationTable"):
            population_table().joined({})  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("name", "first"),
        [
            pytest.param("Kajaani", 2013, id="no merger is known"),
            pytest.param("Kuopio", 2017, id="Juankoski joined in 2017"),
            pytest.param("Lahti", 2016, id="Nastola joined in 2016"),
            pytest.param("Kankaanpää", 2021, id="Honkajoki joined in 2021"),
            pytest.param("Mäntyharju", 2013, id="Pertunmaa joined after the table's year"),
        ],
    )
    def test_same_area(self, name: str, first: int) -> None:
        """
        The area is known to be the table's from the year on in which the last merger came.
        """
        assert [year for year in range(2000, 2023) if same_area(name, year)] == [
            *range(first, 2023)
        ]


@pytest.mark.slow
@given(st.text(max_size=30) | st.sampled_from([form for form, _ in LOOKED_UP]))
def test_any_name(given_name: str | int) -> None:
    """
    Any text at all is a municipality or an error of our own.
    """
    if known_municipality(given_name) is None:
        with pytest.raises(kp.errors.UnknownMunicipality):
            municipality(given_name)
    else:
        assert municipality(given_name) in BY_NAME.values()
