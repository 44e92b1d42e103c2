"""
In a browser: nothing for axe-core to find fault with, light or dark, and nothing leaves the page.

Needs Chromium, and axe-core from npm (`npm install --prefix build axe-core`);
without them the tests are skipped.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve

import kuntapaatos as kp
from kuntapaatos.io import notebook
from kuntapaatos.shown import Value

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
AXE = next(ROOT.glob("build/node_modules/axe-core/axe.min.js"), None)
# As a notebook does: a ground and letters of its own, light or dark as the reader wishes.
GROUND = (
    "body{margin:16px;font:14px sans-serif;background:#fff;color:#212121}"
    "@media(prefers-color-scheme:dark){body{background:#111;color:#cfd0d0}}"
)


def _chromium() -> ModuleType:
    path = ROOT / "tools" / "chromium.py"
    spec = importlib.util.spec_from_file_location("chromium", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CHROMIUM = _chromium()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return a browser that is there for all tests of this file."""
    if CHROMIUM.installed() is None:
        pytest.skip("no Chromium is installed")
    with CHROMIUM.Chromium() as running:
        yield running


@pytest.fixture(scope="module")
def page(values: tuple[Value, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a page that shows every kind of value, opened up, and pictures in each language."""
    tracks = [value for value in values if isinstance(value, kp.Deadline)][:2]
    by_kind = {type(value): value for value in values}
    parts = [value._repr_html_() for value in by_kind.values()]
    parts.append(notebook.html(tuple(tracks)))
    parts += [notebook.picture(tracks, language=language).svg for language in ("fi", "sv", "en")]
    wide = ["Osallistumisoikeus", date(2025, 1, 3), 12, "hankintaoikaisuvaatimus"] * 2
    names = [f"sarake {place}" for place in range(len(wide))]
    parts.append(notebook.listing(names, [wide])._repr_html_())
    parts.append(
        kp.decision.Impact(
            kind="<script>document.title = 'obeyed'</script>", text="x"
        )._repr_html_()
    )
    parts.append(
        kp.decision.Impact(kind="<img src='https://example.com/x.png'>", text="x")._repr_html_()
    )
    long_name = "Yhteistoiminta-alueen ympäristöterveydenhuoltoviranomaisjaosto" * 3
    parts.append(kp.Organ(long_name)._repr_html_())
    network = "Pohjois-Pohjanmaan hyvinvointialueen MMMM-verkosto"
    parts.append(evolve(kp.USO_2025_2026, network=network)._repr_html_())
    ninety = kp.count_deadline(kp.Notice.letter(date(2025, 3, 3)), kp.Period.days(90))
    parts += [
        notebook.picture([ninety, *tracks], language=language).svg for language in ("fi", "sv")
    ]
    body = "".join(parts).replace("<details>", "<details open>")
    markup = (
        f"<!doctype html><html lang='fi'><head><meta charset='utf-8'><title>Arvot</title>"
        f"<meta name='viewport' content='width=device-width'><style>{GROUND}</style></head>"
        f"<body><main><h1>Arvot</h1>{body}</main></body></html>"
    )
    target = tmp_path_factory.mktemp("page") / "values.html"
    target.write_text(markup, encoding="utf-8")
    return target


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1100, 360], ids=["wide", "phone"])
def test_nothing_for_axe(browser: Any, page: Path, dark: bool, width: int) -> None:
    """
    No rule of axe-core is broken, wide or on a phone, light or dark.
    """
    if AXE is None:
        pytest.skip("axe-core is not installed: npm install --prefix build axe-core")
    browser.show(page, width=width, dark=dark)
    browser.evaluate(AXE.read_text(encoding="utf-8"))
    found = browser.evaluate(
        "axe.run({resultTypes: ['violations', 'passes']}).then(result => ({"
        "broken: result.violations.map(one => [one.id, one.nodes[0].html]),"
        "kept: result.passes.map(one => one.id)}))"
    )
    assert found["broken"] == []
    assert {"color-contrast", "svg-img-alt"} <= set(found["kept"])


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_leaves_the_page(browser: Any, page: Path, dark: bool) -> None:
    """
    The page asks for nothing but itself, and runs nothing that a document holds.
    """
    browser.show(page, dark=dark)
    assert browser.requests() == [page.as_uri()]
    assert browser.evaluate("document.title") == "Arvot"
    assert browser.evaluate("document.scripts.length") == 0


@pytest.mark.parametrize("width", [1100, 360, 320])
def test_nothing_is_scrolled_sideways(browser: Any, page: Path, width: int) -> None:
    """
    A page with long Finnish names is no wider than a phone.
    """
    browser.show(page, width=width)
    assert browser.evaluate("document.documentElement.scrollWidth") <= width


def test_letters_stay_in_their_picture(browser: Any, page: Path) -> None:
    """
    No text of a picture is wider than the room that was counted for it.
    """
    browser.show(page, width=1100)
    outside = browser.evaluate(
        "[...document.querySelectorAll('svg text')].filter(text => {"
        "const box = text.getBBox(), whole = text.ownerSVGElement.viewBox.baseVal;"
        "return box.x < -1 || box.x + box.width > whole.width + 1"
        " || box.y < -4 || box.y + box.height > whole.height + 1"
        "}).map(text => text.textContent)"
    )
    assert outside == []


def test_names_of_fields_stay_whole(browser: Any, page: Path) -> None:
    """
    On a phone no name of a field is broken inside a word, in a table within a table either.
    """
    browser.show(page, width=360)
    broken = browser.evaluate(
        "[...document.querySelectorAll('th[scope=row]')].filter(name => {"
        "const letters = document.createRange(); letters.selectNodeContents(name);"
        "const lines = new Set([...letters.getClientRects()].map(box => Math.round(box.top)));"
        "return lines.size > 1 + name.querySelectorAll('wbr').length"
        "}).map(name => name.textContent)"
    )
    assert broken == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_file_has_its_own_colours(browser: Any, tmp_path: Path, dark: bool) -> None:
    """
    A saved picture is legible by itself: dark letters on light ground, or the reverse.
    """
    target = tmp_path / "fees.svg"
    notebook.picture(kp.USO_2025_2026).save(target)
    browser.show(target, dark=dark)
    style = "getComputedStyle(document.documentElement)"
    light, ground = "rgb(31, 35, 40)", "rgb(255, 255, 255)"
    colours = browser.evaluate(f"[{style}.color, {style}.backgroundColor]")
    assert (colours == [light, ground]) != dark
    assert colours[0] != colours[1]
