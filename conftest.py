"""
Examples in README.md and docs/ run as tests.

A `python` block of `>>>` examples runs as a doctest, one without prompts runs
as it stands, and a `console` block of `$ kuntapaatos ...` lines is compared
with what the command line prints.  Names live on through a page.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

# Tests run the scripts of docs/examples by name; the recipes of columns each need an engine.
collect_ignore = ["docs/conf.py", "docs/examples", "noxfile.py", "benchmarks"]


@pytest.fixture
def _at_root(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples name files as seen from the root of the checkout."""
    monkeypatch.chdir(pytestconfig.rootpath)


def _run_console(example: Example) -> str | None:
    """Return how the output differs from the block's, or `None`."""
    from kuntapaatos.__main__ import main

    for command in re.split(r"^\$ ", str(example.parsed), flags=re.MULTILINE)[1:]:
        line, _, expected = command.partition("\n")
        program, *arguments = shlex.split(line, comments=True)
        if program != "kuntapaatos":
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
            main(arguments)
        got, want = printed.getvalue().strip("\n") + "\n", expected.strip("\n") + "\n"
        checker, shown = doctest.OutputChecker(), doctest.Example(line, want)
        if not checker.check_output(want, got, doctest.ELLIPSIS):
            return f"$ {line}\n{checker.output_difference(shown, got, doctest.REPORT_NDIFF)}"
    return None


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS),
        CodeBlockParser(language="console", evaluator=_run_console),
    ],
    patterns=["*.md"],
    fixtures=["_at_root"],
).pytest()
