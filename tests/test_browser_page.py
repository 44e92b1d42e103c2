"""
The page that counts inside the browser: the same days as here, and nothing leaves it.

Needs Chromium and the page that the documentation's build puts together
(`build/html/selain`); without them the tests are skipped.
"""

from __future__ import annotations

import importlib.util
import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kuntapaatos.io.browser import answer

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "build" / "html" / "selain"
EXAMPLES = ROOT / "docs" / "examples"
AXE = ROOT / "build" / "node_modules" / "axe-core" / "axe.min.js"
GIVEN = {"letters": "2024-12-10", "published": "2024-12-13"}
# Waits, inside the page, until something holds there; the browser itself has an end of waiting.
UNTIL = (
    "new Promise(done => {{ const look = () => {} ? done(true) : setTimeout(look, 20); look() }})"
)
HOSTILE = (
    "Kunnanhallitus 3.2.2025 § 14\n<img src=x onerror=\"document.title='obeyed'\">\n"
    "<script>document.title='obeyed'</script></textarea><svg onload=\"document.title='obeyed'\">\n"
    "Päätös\nHyväksyttiin.\nJakelu\n<iframe src='https://example.com/'></iframe>\n"
)


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("chromium", ROOT / "tools" / "chromium.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CHROMIUM = _tool()


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def guess_type(self, path: Any) -> str:
        """Return what a file is: not every machine knows a module's and Wasm's endings."""
        kinds = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}
        return kinds.get(Path(str(path)).suffix) or super().guess_type(path)

    def log_message(self, *_: object) -> None:
        """Keep silent."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Return the address of the page on this machine."""
    if CHROMIUM.installed() is None:
        pytest.skip("no Chromium is installed")
    if not (PAGE / "files.json").is_file():
        pytest.skip("the page is not put together: python tools/make_page.py build/html/selain")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(PAGE)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser(address: str) -> Iterator[Any]:
    """Return a browser that has loaded the page, and the library in it."""
    with CHROMIUM.Chromium() as running:
        running.show(address)
        ready(running)
        yield running


def ready(browser: Any) -> None:
    """Wait until the page can count."""
    browser.evaluate(UNTIL.format("!document.getElementById('count').disabled"))


def ask(browser: Any, text: str, given: dict[str, str], language: str = "fi") -> None:
    """Type a text and what is known, as a person does, and wait for the answer."""
    browser.evaluate(
        f"document.querySelector('[data-language={language}]').click();"
        "document.getElementById('answer').replaceChildren();"
        f"document.getElementById('text').value = {json.dumps(text)};"
        f"for (const [name, day] of Object.entries({json.dumps(given)}))"
        " document.getElementById(name).value = day;"
        "document.getElementById('asked').requestSubmit()"
    )
    browser.evaluate(UNTIL.format("document.getElementById('answer-title')"))


def shown(browser: Any, selector: str) -> Any:
    """Return the texts of what a selector finds."""
    return browser.evaluate(
        f"[...document.querySelectorAll({json.dumps(selector)})].map(one => one.textContent)"
    )


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", ["viranhaltijapaatos.txt", "kunnanhallitus.txt"])
def test_the_same_days_as_here(browser: Any, name: str, language: str) -> None:
    """
    The page shows of each shipped example just what the library says outside of it.
    """
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    expected = json.loads(answer(text, json.dumps({"given": GIVEN, "language": language})))
    ask(browser, text, GIVEN, language)
    until = [
        clock["until"]
        for remedy in expected["remedies"]
        for clock in remedy["clocks"]
        if clock["until"] is not None
    ]
    assert len(until) == 2
    assert shown(browser, "#answer .day strong") == until
    assert shown(browser, "#answer pre") == [expected["report"]]
    assert shown(browser, "#answer .day.unknown p:last-child") == [
        clock["why"]
        for remedy in expected["remedies"]
        for clock in remedy["clocks"]
        if clock["until"] is None
    ]
    taken = browser.evaluate(
        "Promise.all([...document.querySelectorAll('.take a')]"
        ".map(async link => [link.download, await (await fetch(link.href)).text()]))"
    )
    assert taken == [["maaraajat.ics", expected["ics"]], ["paatos.json", expected["json"]]]
    assert browser.evaluate("document.documentElement.lang") == language


def test_a_picture_is_drawn(browser: Any) -> None:
    """
    The picture of the days is a picture with a description, not part of the page.
    """
    text = (EXAMPLES / "viranhaltijapaatos.txt").read_text(encoding="utf-8")
    ask(browser, text, GIVEN)
    drawn = browser.evaluate(
        "(async image => { await image.decode();"
        " return [image.naturalWidth > 300, image.alt.includes('31.12.2024')] })"
        "(document.querySelector('#answer img'))"
    )
    assert drawn == [True, True]
    assert browser.evaluate("document.querySelectorAll('#answer svg').length") == 0


@pytest.mark.parametrize(
    ("text", "given", "said"),
    [
        pytest.param("", {}, "Liitä ensin päätöksen teksti", id="nothing"),
        pytest.param("lorem ipsum", {}, "ei löydy päätöstä", id="no decision"),
        pytest.param("lorem", {"hours": "joskus"}, "Kirjaamon aukioloajat", id="hours"),
    ],
)
def test_a_refusal_is_a_sentence(browser: Any, text: str, given: dict[str, str], said: str) -> None:
    """
    What cannot be read is answered with a sentence that says what to do.
    """
    ask(browser, text, {"hours": "", **given})
    (sentence,) = shown(browser, "#answer p")
    assert said in sentence
    browser.evaluate("document.getElementById('hours').value = ''")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1100, 360], ids=["wide", "phone"])
def test_nothing_for_axe(browser: Any, address: str, dark: bool, width: int) -> None:
    """
    No rule of axe-core is broken, wide or on a phone, light or dark, with an answer shown.
    """
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm install --prefix build axe-core")
    browser.show(address, width=width, dark=dark)
    ready(browser)
    text = (EXAMPLES / "viranhaltijapaatos.txt").read_text(encoding="utf-8")
    ask(browser, text, GIVEN)
    browser.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    browser.evaluate(AXE.read_text(encoding="utf-8"))
    found = browser.evaluate(
        "axe.run({resultTypes: ['violations', 'passes']}).then(result => ({"
        "broken: result.violations.map(one => [one.id, one.nodes[0].html]),"
        "kept: result.passes.map(one => one.id)}))"
    )
    assert found["broken"] == []
    assert {"color-contrast", "label", "image-alt"} <= set(found["kept"])
    assert browser.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_leaves_the_page(browser: Any, address: str) -> None:
    """
    From its first load to an answer the page asks for nothing but what lies beside it.
    """
    browser.show(address)
    ready(browser)
    ask(browser, HOSTILE, GIVEN)
    asked = browser.requests()
    assert asked
    # A drawing that the browser has in itself, such as the button of its own day field.
    outside = [one for one in asked if not one.startswith((address, f"blob:{address}", "data:"))]
    assert outside == []


def test_a_hostile_text_changes_nothing(browser: Any, address: str) -> None:
    """
    What a document holds is shown as it is written, and never obeyed.
    """
    browser.show(address)
    ready(browser)
    browser.evaluate("document.querySelector('[data-language=fi]').click()")
    before = browser.evaluate("[document.title, document.scripts.length]")
    ask(browser, HOSTILE, GIVEN)
    assert browser.evaluate("[document.title, document.scripts.length]") == before
    inside = "#answer :is(script, iframe, svg, object, embed, img[onerror])"
    assert shown(browser, inside) == []
    assert "<iframe" in "".join(shown(browser, "#answer pre"))


def test_it_works_offline(browser: Any, address: str) -> None:
    """
    Once loaded, the page opens and counts without any connection.
    """
    browser.show(address)
    browser.evaluate("navigator.serviceWorker.ready.then(() => true)")
    browser.evaluate(UNTIL.format("navigator.serviceWorker.controller"))
    browser.offline(cut=True)
    try:
        browser.show(address)
        ready(browser)
        ask(browser, (EXAMPLES / "kunnanhallitus.txt").read_text(encoding="utf-8"), GIVEN)
        assert len(shown(browser, "#answer .day strong")) == 2
    finally:
        browser.offline(cut=False)
