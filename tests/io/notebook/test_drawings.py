"""
A drawing is whole, stands alone as a file, and shows what is not known.
"""

from __future__ import annotations

import pickle
import re
import runpy
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kuntapaatos as kp
from kuntapaatos.io import notebook
from kuntapaatos.io.notebook.drawing import hatching, width_of, wrapped
from kuntapaatos.io.notebook.lanes import Role
from kuntapaatos.io.notebook.shapes import shape

SVG = "{http://www.w3.org/2000/svg}"
HOURS = kp.OfficeHours.parse("8-16; pe, aatto 8-15")
LANGUAGES = ("fi", "sv", "en")


@given(
    told=st.dates(date(2012, 1, 1), date(2090, 1, 1)),
    kind=st.sampled_from([kp.NoticeKind.LETTER, kp.NoticeKind.EMAIL, kp.NoticeKind.PROVEN]),
    period=st.one_of(
        st.integers(1, 60).map(kp.Period.days),
        st.integers(1, 12).map(kp.Period.weeks),
        st.integers(1, 12).map(kp.Period.months),
    ),
    hours=st.sampled_from([None, HOURS]),
    language=st.sampled_from(LANGUAGES),
)
def test_every_picture_is_whole(
    told: date,
    kind: kp.NoticeKind,
    period: kp.Period,
    hours: kp.OfficeHours | None,
    language: str,
) -> None:
    """
    Well-formed, named and described, no wider than a phone, and without colour, link or script.
    """
    deadline = kp.count_deadline(kp.Notice(kind=kind, day=told), period, hours)
    drawn = notebook.picture(deadline, language=language)
    root = ET.fromstring(drawn.svg)
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == drawn.title
    assert root[1].tag == f"{SVG}desc"
    assert root[1].text == drawn.description
    assert root.get("width") == "360"
    assert root.get("fill") == "currentColor"
    allowed = {"none", "currentColor"}
    for found in root.iter():
        assert {found.get("fill", "none"), found.get("stroke", "none")} <= allowed
        assert not {"id", "href", "class"} & set(found.keys())
    for text in root.iter(f"{SVG}text"):
        start = float(text.get("x", "0"))
        size = float(text.get("font-size", "13"))
        if text.get("text-anchor") is None:
            assert start + width_of(text.text or "", size) <= 361
    assert float(root.get("height", "0")) < 4000


def test_every_lane_shape_has_its_own_form() -> None:
    """
    No two roles look alike, so that colour is never needed.
    """
    drawn = [shape(role, 0, 0, 45, 20) for role in Role if role is not Role.HEAD]
    assert len(set(drawn)) == len(drawn)
    assert shape(Role.HEAD, 0, 0, 45, 20) == ""


@given(text=st.text(st.sampled_from("aäömW.-1 "), max_size=80), width=st.integers(40, 400))
def test_lines_fit(text: str, width: int) -> None:
    """
    Wrapping loses no letter, and no line is wider than its place.
    """
    lines = wrapped(text, width)
    assert all(width_of(line, 13) <= width for line in lines)
    kept = "".join(lines).replace("-", "").replace("\u00a0", "").replace(" ", "")
    assert kept == text.replace("-", "").replace(" ", "")


def test_letters_of_other_scripts_are_wide() -> None:
    """
    A letter whose width is not known takes the room of the widest.
    """
    assert width_of("\u5e02", 10) == 10.5


@given(width=st.integers(1, 90), height=st.integers(1, 40), step=st.integers(1, 9))
def test_hatching_stays_in_its_box(width: int, height: int, step: int) -> None:
    """
    The lines of a closed day do not leave its cell.
    """
    points = [float(found) for found in re.findall(r"[\d.-]+", hatching(0, 0, width, height, step))]
    assert all(0 <= x <= width for x in points[::2])
    assert all(0 <= y <= height for y in points[1::2])


# --- schedules -----------------------------------------------------------------------------


def schedule(*brackets: kp.FeeBracket) -> kp.FeeSchedule:
    """Return a schedule with these brackets."""
    return kp.FeeSchedule(
        network="Esimerkkiverkosto",
        term=kp.Term(2025, 2026),
        brackets=brackets,
        source="Esimerkin kaupunki",
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param((), ["0 asukasta tai enemmän: ei tiedossa"], id="nothing known"),
        pytest.param(
            (kp.FeeBracket(0, None, Decimal(0)),),
            ["0 asukasta tai enemmän: 0,00 € vuodessa, 0,00 € kaudessa"],
            id="free for all",
        ),
        pytest.param(
            (kp.FeeBracket(0, 9, Decimal("1.10")), kp.FeeBracket(20, None, Decimal("2.20"))),
            [
                "0 – 9 asukasta: 1,10 € vuodessa, 2,20 € kaudessa",
                "10 – 19 asukasta: ei tiedossa",
                "20 asukasta tai enemmän: 2,20 € vuodessa, 4,40 € kaudessa",
            ],
            id="a gap",
        ),
        pytest.param(
            (kp.FeeBracket(0, 9, Decimal(1)), kp.FeeBracket(10, 10, Decimal(2))),
            [
                "0 – 9 asukasta: 1,00 € vuodessa, 2,00 € kaudessa",
                "10 – 10 asukasta: 2,00 € vuodessa, 4,00 € kaudessa",
                "11 asukasta tai enemmän: ei tiedossa",
            ],
            id="no gap",
        ),
    ],
)
def test_a_schedule_shows_what_is_not_known(
    given: tuple[kp.FeeBracket, ...], expected: list[str]
) -> None:
    """
    Every size of municipality has its line; a gap is not known, never nothing.
    """
    drawn = notebook.picture(schedule(*given))
    assert drawn.description.split(". ") == [*expected, "Lähde: Esimerkin kaupunki"]
    unknown = sum("ei tiedossa" in line for line in expected)
    assert drawn.svg.count("stroke-dasharray") == unknown
    assert ET.fromstring(drawn.svg).get("width") == "360"


def test_sums_in_english() -> None:
    """
    In English thousands and cents are written as English does.
    """
    drawn = notebook.picture(kp.USO_2025_2026, language="en")
    line = "9,000 – 45,000 inhabitants: €12,000.00 a year, €24,000.00 for the term"
    assert line in drawn.description


# --- files ---------------------------------------------------------------------------------


def test_a_picture_is_a_value(tmp_path: Path) -> None:
    """
    It shows itself in a notebook, names itself in a line, and survives `pickle`.
    """
    drawn = notebook.picture(kp.USO_2025_2026)
    assert drawn._repr_html_() == drawn.svg
    assert repr(drawn) == "<Picture Maksut asukasluvun mukaan: USO 2025–2026>"
    assert pickle.loads(pickle.dumps(drawn)) == drawn


def test_a_file_stands_alone(tmp_path: Path) -> None:
    """
    As a file it has a ground of its own, light or dark as its reader is.
    """
    target = tmp_path / "days.svg"
    notebook.picture(kp.USO_2025_2026).save(target)
    written = target.read_text(encoding="utf-8")
    style = ET.fromstring(written).find(f"{SVG}style")
    assert style is not None
    assert "prefers-color-scheme" in (style.text or "")
    assert 'viewBox="-14 -14 388 ' in written
    assert 'width="388"' in written
    assert list(tmp_path.iterdir()) == [target]


def test_the_pictures_of_the_documentation_are_what_is_drawn(tmp_path: Path) -> None:
    """
    They are made anew when a drawing changes: `python tools/make_pictures.py`.
    """
    root = Path(__file__).parents[3]
    made = runpy.run_path(str(root / "tools" / "make_pictures.py"))
    for name, drawn in made["drawings"]().items():
        drawn.save(tmp_path / name)
        kept = (root / "docs" / "_static" / name).read_text(encoding="utf-8")
        assert kept == (tmp_path / name).read_text(encoding="utf-8")


def test_the_model_is_what_the_classes_say(tmp_path: Path) -> None:
    """
    The drawing of the model is made anew when a field changes: `python tools/make_model.py`.
    """
    root = Path(__file__).parents[3]
    made = runpy.run_path(str(root / "tools" / "make_model.py"))
    made["drawing"]().save(tmp_path / "model.svg")
    kept = (root / "docs" / "_static" / "model.svg").read_text(encoding="utf-8")
    assert kept == (tmp_path / "model.svg").read_text(encoding="utf-8")
    assert {row.holds for row in made["rows"]()} >= {"Decision", "Membership", "Deadline", "Fee"}
