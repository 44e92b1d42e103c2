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


@pytest.mark.parametrize(
    ("end", "signed"),
    [
        ("", None),
        ("Päätös on sähköisesti allekirjoitettu.\n", True),
        ("Tämä asiakirja on hyväksytty sähköisesti\n", True),
        ("(sähköisesti hyväksytty)\n", True),
        ("Elektroniskt undertecknat\n", True),
        ("Sopimus on sähköisesti allekirjoitettu 3.1.2025.\n", None),
        ("Muutoksenhakuohje\nOikaisuvaatimus, joka on sähköisesti allekirjoitettu\n", None),
    ],
)
def test_signed_electronically(end: str, signed: bool | None) -> None:
    """
    A line that says so tells of the decision; a contract's signature does not.
    """
    reading = read(HEAD + end)
    assert reading.decision.signed_electronically is signed
    assert len(reading.where("signed_electronically")) == (signed is True)


def test_an_earlier_handling_signed_electronically() -> None:
    """
    What was signed electronically in an earlier handling tells nothing of the decision.
    """
    earlier = (
        "Kunnanhallitus 3.2.2025 § 5\nPäätös\nAsia palautettiin.\nSähköisesti allekirjoitettu\n"
    )
    now = "Kunnanhallitus 10.3.2025 § 12\nPäätös\nKunnanhallitus hyväksyi ehdotuksen.\n"
    head = "Mallilan kunta\nKunnanhallitus § 12 10.3.2025\n\nJäsenyys\n"
    assert read(f"{head}{earlier}\n{now}").decision.signed_electronically is None


def test_an_extract_certified_by_one_of_two() -> None:
    """
    Of two titles below an extract the first is whose it is.
    """
    extract = "\nOtteen oikeaksi todistaa\n12345-6\nArkistosihteeri\nHallintosihteeri\n"
    found = read(HEAD + extract).decision.extract
    assert found is not None
    assert (found.title, found.place) == ("Arkistosihteeri", None)


@pytest.mark.parametrize(
    ("below", "recipients", "signed_by"),
    [
        ("Seura ry\nTalousosasto\n\nSivistysjohtaja Kaisa Esimerkki", 2, "Sivistysjohtaja"),
        ("Seura ry\n\nKaisa Esimerkki\nSivistysjohtaja", 1, "Sivistysjohtaja"),
        ("Seura ry\nKaisa Esimerkki, sivistysjohtaja", 1, "sivistysjohtaja"),
        ("Sivistysjohtaja Kaisa Esimerkki", 0, "Sivistysjohtaja"),
        ("Hallintojohtaja Maija Malli\nSeura ry", 2, None),
        ("Seura ry\nHallintojohtaja Maija Malli", 2, None),
        ("Seura ry\nSivistysjohtaja", 2, None),
        ("Sivistysjohtaja", 1, None),
    ],
)
def test_signed_below_the_recipients(below: str, recipients: int, signed_by: str | None) -> None:
    """
    The maker's title and name below a list of recipients sign it; another office is told.
    """
    text = "Mallilan kaupunki\nSivistysjohtaja\n10.1.2025 § 5\n\nPäätös\nMyönnän avustuksen.\n\n"
    reading = read(f"{text}Tiedoksi\n{below}\n")
    assert len(reading.decision.recipients) == recipients
    assert reading.decision.signed_by == (None if signed_by is None else (signed_by,))
    assert [reading.quote(found) for found in reading.where("signed_by[0]")] == (
        [] if signed_by is None else [signed_by]
    )
