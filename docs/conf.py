"""How the documentation is built: offline, and every warning is an error."""

from __future__ import annotations

import re
import sys
import tomllib
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
from docutils import nodes  # type: ignore[import-untyped, unused-ignore]
from sphinx.application import Sphinx

_PROJECT = tomllib.loads(
    (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
)["project"]

project = _PROJECT["name"]
author = "The kuntapaatos authors"
copyright = "The kuntapaatos authors"
version = release = _PROJECT["version"]

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
exclude_patterns = ["examples", "page"]
language = "en"
nitpicky = True
# Docstrings write code as in Markdown: `LAW_AS_OF`.
default_role = "code"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# The explorations in tutorials/ are run by every build; one that fails, fails it.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 300
nb_execution_show_tb = True
nb_merge_streams = True

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 88
python_use_unqualified_type_names = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
autodoc_preserve_defaults = True

# Built offline, so what lies outside is named and not linked.
nitpick_ignore_regex = [
    # A type variable has no page.
    (r"py:class", r"kuntapaatos\..*\._[ET]"),
    # The reasons of an unreadable file are named in its error.
    (r"py:class", r"kuntapaatos\.errors\.Unreadable"),
    # Named within a type, without the module it is of.
    (r"py:class", r"Path|Page|date|Decimal|mcp\..*"),
    (
        r"py:.*",
        r"(attr|attrs|collections|datetime|decimal|enum|fractions|numpy|pathlib|typing)\..*",
    ),
]

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

templates_path = ["_templates"]
html_theme = "furo"
html_title = f"{project} {release}"
html_copy_source = False
html_show_sphinx = False


# A Finnish word as a dictionary bends it: nominative, genitive, partitive, illative.
_FINNISH = """
asianosainen asianosaisen asianosaista asianosaiseen
hankintaoikaisu hankintaoikaisun hankintaoikaisua hankintaoikaisuun
jäsenyys jäsenyyden jäsenyyttä jäsenyyteen
kirjaamo kirjaamon kirjaamoa kirjaamoon
lainvoima lainvoiman lainvoimaa lainvoimaan
maksu maksun maksua maksuun
muutoksenhaku muutoksenhaun muutoksenhakua muutoksenhakuun
määräaika määräajan määräaikaa määräaikaan
päätös päätöksen päätöstä päätökseen
pöytäkirja pöytäkirjan pöytäkirjaa pöytäkirjaan
tiedoksianto tiedoksiannon tiedoksiantoa tiedoksiantoon
tiedoksisaanti tiedoksisaannin tiedoksisaantia tiedoksisaantiin
viranhaltija viranhaltijan viranhaltijaa viranhaltijaan
viranomainen viranomaisen viranomaista viranomaiseen
*aika *ajan *aikaa *aikaan
*ohje *ohjeen *ohjetta *ohjeeseen
*osoitus *osoituksen *osoitusta *osoitukseen
*vaatimus *vaatimuksen *vaatimusta *vaatimukseen
*valitus *valituksen *valitusta *valitukseen
"""


def _forms(parts: str, head: str) -> set[str]:
    """Return the forms in the singular of a noun whose compound begins with *head*."""
    nominative, genitive, partitive, illative = parts.replace("*", head).split()
    stem = genitive[:-1]
    a = "a" if partitive[-1] == "a" else "ä"
    ends = ("ksi", *(f"{end}{a}" for end in ("ss", "st", "ll", "lt", "tt")), "lle")
    return {nominative, genitive, partitive, illative, *(f"{stem}{end}" for end in ends)}


def bent_forms(text: str) -> set[str]:
    """Return the forms of the Finnish nouns of which any form stands in *text*."""
    found = set()
    for word in set(re.findall(r"\w+", text.lower())):
        for parts in _FINNISH.split("\n")[1:-1]:
            ends = [end.lstrip("*") for end in parts.split()] if "*" in parts else parts.split()
            for end in ends:
                head = word.removesuffix(end) if "*" in parts else ""
                if word == f"{head}{end}":
                    found |= _forms(parts, head)
    return found


def _found_by_any_form(app: Sphinx, tree: nodes.document, page: str) -> None:
    """
    Let the search find a page by each form of the Finnish nouns that it has.

    The search knows the endings of English only; keywords of a page are words that it finds.
    """
    if forms := sorted(bent_forms(" ".join(text.astext() for text in tree.findall(nodes.Text)))):
        tree += nodes.meta(name="keywords", content=", ".join(forms))


def _sentence_of_an_attribute(
    app: Sphinx, what: str, name: str, given: object, options: object, lines: list[str]
) -> None:
    """
    Keep "A proposal: nothing was decided" whole.

    Napoleon takes what stands before a colon for the attribute's type, unless
    the first line has none: a backslash, of which nothing is seen.
    """
    if what in {"attribute", "data", "property"} and lines:
        lines.insert(0, "\\")


def _default_of(family: type, name: str) -> str:
    """Return the default of a field as a caller would write it."""
    default: Any = attrs.fields_dict(family)[name].default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return "()" if default.factory in {tuple, list} else "..."
    return (
        f"{type(default).__name__}.{default.name}" if isinstance(default, Enum) else repr(default)
    )


def defaults_as_written(signature: str, family: type) -> str:
    """
    Return the signature of a class of attrs with its defaults as a caller would write them.

    attrs keeps them in a table of its own, which is no name that anybody knows.
    """
    shown = re.sub(
        r"attr_dict\['(\w+)'\]\.default", lambda found: _default_of(family, found[1]), signature
    )
    return shown.replace("=NOTHING", "=()").replace("= NOTHING", "= ()")


def _signature_of_a_class(
    app: Sphinx, what: str, name: str, given: object, options: object, signature: str, returns: str
) -> tuple[str, str] | None:
    if not (signature and isinstance(given, type) and attrs.has(given)):
        return None
    return defaults_as_written(signature, given), returns


def _every_member_of_an_enum(
    app: Sphinx, what: str, name: str, given: object, skip: bool, options: object
) -> bool | None:
    """Show the Finnish term of a member that needs no explanation, too."""
    return False if isinstance(given, Enum) else None


def _code_that_keys_can_scroll(
    app: Sphinx, page: str, template: str, context: dict[str, str], tree: object
) -> None:
    """On a phone code and tables are wider than the page: they are scrolled by keys, too."""
    if "body" in context:
        code = context["body"].replace("<pre>", '<pre tabindex="0">')
        wrapped = '<div class="table-wrapper'
        context["body"] = code.replace(wrapped, wrapped.replace("<div", '<div tabindex="0"'))


def _page_that_counts(app: Sphinx, fault: Exception | None) -> None:
    """Put the page that counts inside the browser beside the rest; say so when it cannot start."""
    if fault is not None or app.builder.name != "html":
        return
    sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
    from make_page import CannotBeMade, assemble

    try:
        assemble(Path(app.outdir) / "selain")
    except CannotBeMade as missing:
        sys.stderr.write(f"the page in the browser (selain/) cannot start: {missing}\n")


def setup(app: Sphinx) -> None:
    """Connect the above."""
    app.connect("doctree-resolved", _found_by_any_form)
    app.connect("html-page-context", _code_that_keys_can_scroll)
    app.connect("build-finished", _page_that_counts)
    app.connect("autodoc-process-signature", _signature_of_a_class)
    app.connect("autodoc-skip-member", _every_member_of_an_enum)
    app.connect("autodoc-process-docstring", _sentence_of_an_attribute, priority=400)
