"""How the documentation is built: offline, and every warning is an error."""

from __future__ import annotations

import tomllib
from enum import Enum
from pathlib import Path

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
exclude_patterns = ["examples"]
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
    (r"py:class", r"kuntapaatos\..*\._T"),
    (
        r"py:.*",
        r"(attr|attrs|collections|datetime|decimal|enum|fractions|numpy|pathlib|typing)\..*",
    ),
]

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"{project} {release}"
html_copy_source = False
html_show_sphinx = False


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


def setup(app: Sphinx) -> None:
    """Connect the above."""
    app.connect("html-page-context", _code_that_keys_can_scroll)
    app.connect("autodoc-skip-member", _every_member_of_an_enum)
    app.connect("autodoc-process-docstring", _sentence_of_an_attribute, priority=400)
