"""
Examples in README.md and docs/ run as tests.

A `python` block of `>>>` examples runs as a doctest, one without prompts runs
as it stands, and a `console` block of `$ kuntapaatos ...` lines is compared
with what the command line prints.  Names live on through a page, and where its
examples are shared out among processes, each runs those above its own first.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex

import pytest
from sybil import Document, Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.typing import Evaluator

# Tests run the scripts of docs/examples by name; the recipes of columns each need an engine.
collect_ignore = ["docs/conf.py", "docs/examples", "noxfile.py", "benchmarks"]


@pytest.fixture
def _at_root(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples name files as seen from the root of the checkout."""
    monkeypatch.chdir(pytestconfig.rootpath)


class _Page(Document):
    """A page whose examples run in their order, also where this process began amid it."""

    def __init__(self, text: str, path: str) -> None:
        super().__init__(text, path)
        self.begun: set[int] = set()

    def evaluate(self, example: Example, evaluator: Evaluator) -> None:
        """Run what stands above the example and has not run here, then the example."""
        for above in self.examples():
            if above.region.start >= example.region.start:
                break
            if above.region.start not in self.begun:
                above.evaluate()
        self.begun.add(example.region.start)
        super().evaluate(example, evaluator)


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
    document_types={".md": _Page},
    fixtures=["_at_root"],
).pytest()
