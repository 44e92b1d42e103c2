"""
The municipalities that a text names, in every case.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.io.text.municipalities import find_municipalities
from kuntapaatos.municipalities import (
    Municipality,
    merged_municipalities,
    municipalities,
)
from kuntapaatos.municipalities.names import base_form

EVERY = (*merged_municipalities(), *municipalities())


def names(text: str, *, bare: bool = False) -> list[str]:
    """Return the names of the municipalities found."""
    return [found.value.name for found in find_municipalities(text, bare=bare) if found.value]


@pytest.mark.parametrize("place", EVERY, ids=str)
def test_every_genitive_is_found(place: Municipality) -> None:
    """
    The genitive in capitals before "KUNTA" is found, whatever else the name may be.
    """
    assert names(f"{place.genitive.upper()} KUNTA") == [place.name]


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
