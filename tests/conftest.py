"""
How hypothesis searches, and how the command line is run.

The same examples each time, and no clock: `pytest --hypothesis-profile=search` looks
for new ones, and `few` is for a second run of what another has tried in full.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

from kuntapaatos import __main__ as program

settings.register_profile(
    "same",
    database=None,
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("few", settings.get_profile("same"), max_examples=20)
settings.register_profile("search", database=None, deadline=None, max_examples=5000)
settings.load_profile("same")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the command line in this process; return its status, output and errors."""

    def ran(*arguments: object) -> tuple[int, str, str]:
        status = program.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return ran
