"""
The catalogues are complete, correct and made from the sentences of the code.
"""

from __future__ import annotations

import gettext
import importlib.util
import re
import shutil
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kuntapaatos import RemedyKind
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.wording import answering, describing, language_of, languages, write_instruction
from kuntapaatos.io.wording import catalogue as catalogues
from kuntapaatos.io.wording.catalogue import LOCALE, catalogue
from kuntapaatos.io.wording.compiling import compiled
from kuntapaatos.io.wording.sentences import every_sentence
from kuntapaatos.io.wording.terms import TERMS

ROOT = Path(__file__).parents[3]
LANGUAGES = ("en", "fi", "sv")
TERMS_OF_THE_GLOSSARY = (
    *("RemedyKind", "Subject", "NoticeKind", "Track", "MakerKind", "AuthorityKind", "ClosedDay"),
    *("DoubtCode", "Basis", "StepRule", "Assumption", "Missing", "FindingCode", "Severity"),
    *("DocumentKind", "Outcome"),
)


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TEMPLATE: Catalog = _load(ROOT / "tools" / "make_catalogues.py").template()


@cache
def _read(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "kuntapaatos.po").open("rb") as file:
        return read_po(file, locale=language)


def _key(message: Message) -> tuple[str | None, str]:
    one = message.id if isinstance(message.id, str) else message.id[0]
    return message.context, one


def _forms(message: Message) -> tuple[str, ...]:
    given = message.string or ""
    return (given,) if isinstance(given, str) else tuple(given)


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_languages() -> None:
    """
    There is one folder a language.
    """
    assert languages() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_complete(language: str) -> None:
    """
    Every sentence and every word is translated in every form, and nothing is fuzzy or left over.
    """
    known = {_key(message): message for message in _read(language) if message.id}
    assert known.keys() == {_key(message) for message in TEMPLATE if message.id}
    for message in known.values():
        assert not message.fuzzy
        assert all(_forms(message)), message.id
    assert not _read(language).obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_places(language: str) -> None:
    """
    A translation has the named places of its sentence, each of them, and no other.
    """
    for message in _read(language):
        if message.id:
            _, one = _key(message)
            for form in _forms(message):
                assert _names(form) == _names(one), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_law_is_told_to_the_translator(language: str) -> None:
    """
    The provision behind a sentence is its comment.
    """
    comments = {_key(message): message.auto_comments for message in _read(language)}
    for sentence in every_sentence(answering, describing):
        if sentence.law:
            assert " ".join(comments[sentence.context or None, sentence.text]) == sentence.law


def test_the_template_is_made_anew() -> None:
    """
    The template holds what the code says: `python tools/make_catalogues.py`.
    """
    with (LOCALE / "kuntapaatos.pot").open("rb") as file:
        kept = {_key(message) for message in read_po(file) if message.id}
    assert kept == {_key(message) for message in TEMPLATE if message.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_msgfmt(language: str, tmp_path: Path) -> None:
    """
    GNU gettext finds nothing wrong.
    """
    msgfmt = shutil.which("msgfmt")
    if msgfmt is None:
        pytest.skip("GNU gettext is not installed")
    path = LOCALE / language / "LC_MESSAGES" / "kuntapaatos.po"
    out = str(tmp_path / "made.mo")
    run = subprocess.run(
        [msgfmt, "-c", "-o", out, str(path)], check=False, capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_tell_apart(language: str) -> None:
    """
    Within one list no two words are the same, or they could not be read back.
    """
    words = catalogue(language)
    for kind in TERMS.values():
        assert len({words.term(member) for member in kind}) == len(kind)


@cache
def _glossary() -> dict[str, str]:
    """Return the Swedish term of each name in code, without the marks of where it is from."""
    found: dict[str, str] = {}
    page = (ROOT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        for code in re.findall(r"`(\w+\.\w+)`", cells[3] if len(cells) > 3 else ""):
            found[code] = re.split(r" \*|[,;]", cells[1])[0]
    return found


@pytest.mark.parametrize("name", TERMS_OF_THE_GLOSSARY)
def test_the_glossary_decides(name: str) -> None:
    """
    A term that stands by itself is the glossary's; in a sentence it may have a form of its own.
    """
    swedish, glossary = catalogue("sv"), _glossary()
    for member in TERMS[name]:
        assert swedish.term(member) == glossary[f"{name}.{member.name}"]


@pytest.mark.parametrize(
    ("tag", "language"),
    [("fi", "fi"), ("fi-FI", "fi"), ("sv_FI", "sv"), ("SV", "sv"), ("en-GB", "en")],
)
def test_tags(tag: str, language: str) -> None:
    """
    A language is named by its BCP 47 tag.
    """
    assert language_of(tag) == language


@pytest.mark.parametrize("tag", ["", "de", "suomi", "../fi", None, 1])
def test_unknown_languages(tag: str) -> None:
    """
    A language without a catalogue is refused; none is taken in its place.
    """
    with pytest.raises(InvalidValue, match="en, fi, sv"):
        language_of(tag)


def test_the_machine_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What the environment names as its language changes nothing.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "sv_FI.UTF-8")
    catalogue.cache_clear()
    assert catalogue("fi").term(RemedyKind.APPEAL) == "valitus"


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_alike(language: str) -> None:
    """
    A checkout and the wheel have the same translations, whoever compiled them.
    """
    path = LOCALE / language / "LC_MESSAGES" / "kuntapaatos.po"
    made = BytesIO()
    write_mo(made, _read(language))
    theirs = gettext.GNUTranslations(BytesIO(made.getvalue()))
    ours = gettext.GNUTranslations(BytesIO(compiled(path.read_text(encoding="utf-8"))))
    for message in _read(language):
        context, one = _key(message)
        if not message.id:
            continue
        if isinstance(message.id, tuple):
            _, many = message.id
            for count in (1, 2, 14):
                assert ours.ngettext(one, many, count) == theirs.ngettext(one, many, count)
        elif context is not None:
            assert ours.pgettext(context, one) == theirs.pgettext(context, one)
        else:
            assert ours.gettext(one) == theirs.gettext(one)


def test_escapes() -> None:
    """
    A quotation mark, a tab and a line feed are escaped in a catalogue.
    """
    source = 'msgid "one"\nmsgstr "\\"a\\"\\tb\\n"\n'
    made = gettext.GNUTranslations(BytesIO(compiled(source)))
    assert made.gettext("one") == '"a"\tb\n'


def test_compiled_ones_are_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    An installed catalogue is compiled, and read as it is.
    """
    folder = tmp_path / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    made = Catalog(locale="sv")
    made.add("valitus", "prov", context="RemedyKind")
    (folder / "kuntapaatos.po").write_bytes(b"")
    with (folder / "kuntapaatos.mo").open("wb") as file:
        write_mo(file, made)
    with monkeypatch.context() as patched:
        patched.setattr(catalogues, "LOCALE", tmp_path)
        catalogue.cache_clear()
        assert catalogue("sv").term(RemedyKind.APPEAL) == "prov"
    catalogue.cache_clear()


@pytest.mark.slow
def test_the_first_import_stays_small() -> None:
    """
    `import kuntapaatos` and reading a decision load no Babel and no catalogue.
    """
    code = (
        "import sys, kuntapaatos; from kuntapaatos.io.text import read; "
        "read('Kunnanhallitus 3.2.2025 § 14\\nPäätös\\nHyväksyttiin.'); "
        "print([n for n in sys.modules if n == 'babel' or 'wording' in n])"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout == "[]\n"


def test_no_language_is_mixed() -> None:
    """
    Nothing of the English sentences is left in a Finnish or a Swedish text.
    """
    from kuntapaatos import AppealInstruction

    empty = AppealInstruction(remedy=RemedyKind.FURTHER_APPEAL)
    english = set(write_instruction(empty, "en").splitlines()) - {""}
    for language in ("fi", "sv"):
        lines = set(write_instruction(empty, language).splitlines())
        assert lines & english <= {"Form"}
