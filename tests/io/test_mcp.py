"""
The tools of the Model Context Protocol, asked by the protocol's own client.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos.__main__ import main

anyio = pytest.importorskip("anyio")
sdk = pytest.importorskip("mcp")

from kuntapaatos.io.mcp import serve, server  # noqa: E402

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
DECISION = (EXAMPLES / "viranhaltijapaatos.txt").read_text(encoding="utf-8")
LETTER = {"kind": "kirje", "day": "2024-12-10", "period": "14 päivää"}


def asked(ask: Callable[[Any], Awaitable[Any]]) -> Any:
    """Connect the client to the server, ask, and return what it answered."""

    async def run() -> Any:
        async with sdk.Client(server()) as client:
            return await ask(client)

    return anyio.run(run)


def called(tool: str, **given: object) -> Any:
    """Return the result of one call."""
    return asked(lambda client: client.call_tool(tool, given))


def test_each_tool_says_what_may_not_be_concluded() -> None:
    """
    Every tool reads only, and its description ends in what its answer does not show.
    """
    tools = asked(lambda client: client.list_tools()).tools
    names = [tool.name for tool in tools]
    assert names == ["read_decision", "count_deadline", "remedies", "count_finality", "fee"]
    for tool in tools:
        assert "o not conclude" in tool.description
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint


def test_a_deadline_is_counted() -> None:
    """
    The answer is our JSON: the day, its steps, sources and doubts.
    """
    answer = called("count_deadline", **LETTER)
    assert not answer.is_error
    assert answer.structured_content["last_day"] == "2024-12-31"
    assert json.loads(answer.content[0].text) == answer.structured_content


def test_a_decision_is_read() -> None:
    """
    A whole text is one argument.
    """
    answer = called("read_decision", text=DECISION, letters=["2024-12-10"])
    (remedy,) = answer.structured_content["remedies"]
    assert remedy["deadlines"][0]["last_day"] == "2024-12-31"


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        pytest.param("count_deadline", {**LETTER, "kind": "kirjee"}, "one of kirje", id="term"),
        pytest.param("count_deadline", {"kind": "kirje"}, "period", id="an argument lacks"),
        pytest.param("count_deadline", {**LETTER, "day": "9" * 10**6}, "1 to 200", id="long"),
        pytest.param("count_deadline", {**LETTER, "period": "99 vuotta"}, "2100", id="far"),
        pytest.param("read_decision", {"text": "x" * 500_001}, "at most 500000", id="long text"),
        pytest.param("read_decision", {"text": ["x"]}, "string", id="no text"),
        pytest.param("remedies", {"maker": "seurakunta", "day": "2025-03-03"}, "", id="parish"),
        pytest.param("fee", {"schedule": "../../etc/passwd", "year": 2025}, "USO", id="a path"),
        pytest.param("rm", {}, "", id="no such tool"),
    ],
)
def test_hostile_arguments_are_refused(tool: str, given: dict[str, Any], said: str) -> None:
    """
    What cannot be answered is an error with its reason, and the server goes on.
    """

    async def ask(client: Any) -> tuple[Any, Any]:
        try:
            refused = await client.call_tool(tool, given)
        except sdk.MCPError as error:
            refused = error
        return refused, await client.call_tool("count_deadline", LETTER)

    refused, after = asked(ask)
    text = str(refused) if isinstance(refused, Exception) else refused.content[0].text
    assert isinstance(refused, Exception) or refused.is_error
    assert said in text
    assert after.structured_content["last_day"] == "2024-12-31"


@pytest.mark.slow
def test_it_is_served_over_standard_input() -> None:
    """
    `kuntapaatos mcp` answers a client that started it, and ends with its input.
    """

    async def run() -> Any:
        started = sdk.StdioServerParameters(
            command=sys.executable, args=["-m", "kuntapaatos", "mcp"]
        )
        async with sdk.Client(sdk.stdio_client(started)) as client:
            return await client.call_tool("count_deadline", LETTER)

    assert anyio.run(run).structured_content["last_day"] == "2024-12-31"
    ended = subprocess.run(
        [sys.executable, "-m", "kuntapaatos", "mcp"], input=b"", capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, b"")


def test_the_command_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The command hands over to the server.
    """
    served = []
    monkeypatch.setattr("kuntapaatos.io.mcp.serve", lambda: served.append(True))
    assert main(["mcp"]) == 0
    assert served == [True]


def test_serving_is_over_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    No port is opened.
    """
    over = []
    monkeypatch.setattr("mcp.server.MCPServer.run", lambda _, transport: over.append(transport))
    serve()
    assert over == ["stdio"]


def test_without_the_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Without the SDK the command says how to get it.
    """
    for name in [name for name in sys.modules if name.partition(".")[0] == "mcp"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "kuntapaatos.io.mcp")
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    monkeypatch.delattr("kuntapaatos.io.mcp")
    assert main(["mcp"]) == 2
    assert "pip install 'kuntapaatos[mcp]'" in capsys.readouterr().err
