"""
Who signed a decision: by the title of the office, never by name.
"""

from __future__ import annotations

import pytest

from kuntapaatos.io.text import read

HEAD = "Kunnanhallitus 3.2.2025 § 14\nVuokrasopimus\nPäätös\nHyväksyttiin.\n\n"


@pytest.mark.parametrize(
    ("end", "signed_by"),
    [
        ("", None),
        ("Allekirjoitus\n\nTiedoksi\nHakija\n", ()),
        ("Allekirjoitus\n\nMaija Esimerkki\nHallintojohtaja\n", ("Hallintojohtaja",)),
        (
            "Allekirjoitukset\n\nMaija Esimerkki, puheenjohtaja\nMatti Malli, kaupunginsihteeri\n",
            ("puheenjohtaja", "kaupunginsihteeri"),
        ),
        ("Underskrift\n\nTill kännedom\nSökanden\n", ()),
        ("Allekirjoitus\n\nMaija Esimerkki\n\nTiedoksi\nHakija\n", None),
        ("Päätös on sähköisesti allekirjoitettu.\n\nTiedoksi\nHakija\n", None),
        (
            "Päätös on sähköisesti allekirjoitettu.\nMaija Esimerkki\nHallintojohtaja\n",
            ("Hallintojohtaja",),
        ),
    ],
    ids=[
        "no place",
        "an empty place",
        "one",
        "two on one line each",
        "an empty place in Swedish",
        "a name without an office",
        "signed online",
        "signed online by an office",
    ],
)
def test_signed_by(end: str, signed_by: tuple[str, ...] | None) -> None:
    """
    Titles are kept; an empty place names nobody; without a place nothing is known.
    """
    reading = read(HEAD + end)
    assert reading.decision.signed_by == signed_by
    for found in reading.where("signed_by"):
        assert found.value == () or reading.quote(found) == found.value
    assert "Maija" not in repr(reading.decision.signed_by)
