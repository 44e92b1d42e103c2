"""
The five questions of `kuntapaatos.io.assistant` as tools of the Model Context Protocol.

A language model counts such days wrongly by itself; here it can ask.  Served over standard
input and output by `kuntapaatos mcp`; no file, clock or network is touched.  Each tool
says what may not be concluded from its answer.

Needs the extra `mcp`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

try:
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError
    from mcp.types import ToolAnnotations
except ImportError as _missing:
    raise ImportError(
        "kuntapaatos.io.mcp needs the MCP SDK; install it with: pip install 'kuntapaatos[mcp]'"
    ) from _missing

from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.io import assistant

__all__ = ["serve", "server"]

_INSTRUCTIONS = """\
Finnish municipal decisions: what they say, what they cost and until when they may be \
appealed, counted by dated rules of law. Quote the day together with its steps, sources and \
doubts, never the day alone. Where `doubts`, `remarks`, `not_understood` or `not_counted` is \
not empty, say so and name every candidate. Never fill in a day, period or hour that is not \
given: ask for it. This is no legal advice; tell people to read the instruction of the \
decision and to ask the registry before a right depends on a day."""

_NOT = {
    "read_decision": (
        "Do not conclude that a decision cannot be appealed because no instruction was found, "
        "nor that a matter is final, nor who a person is. What stands in not_understood may "
        "change the answer. Only one decision at a time, not whole minutes."
    ),
    "count_deadline": (
        "Counts by the general rules. Do not use it for matters with a clock of their own "
        "(procurement, building, zoning, environment, waste) without asking `remedies` first, "
        "and do not conclude that the decision has this remedy."
    ),
    "remedies": (
        "Do not conclude that the remedy is still open, that somebody is entitled to it, or "
        "that a matter without a row has none: an error means that it is not known."
    ),
    "count_finality": (
        "The day holds only if nobody appeals, everybody entitled was told as given, and what "
        "rests_on lists is true. Do not conclude that the decision is final."
    ),
    "fee": (
        "The schedules are those that were published for those years. Do not conclude what a "
        "network charges in another year, nor who may deduct the tax."
    ),
}
_READ_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def _told(ask: Callable[..., dict[str, object]]) -> Callable[..., dict[str, Any]]:
    """Return the tool of a question: what our own errors say goes to the caller as it is."""
    from functools import wraps

    @wraps(ask)
    def told(*args: Any, **given: Any) -> dict[str, Any]:
        try:
            return ask(*args, **given)
        except KuntapaatosError as error:
            raise ToolError(str(error)) from None

    return told


def server() -> MCPServer:
    """
    Return a server with the five tools; it is not running yet.

    >>> server().name
    'kuntapaatos'
    """
    made: MCPServer = MCPServer("kuntapaatos", instructions=_INSTRUCTIONS, log_level="ERROR")
    for ask in (
        assistant.read_decision,
        assistant.count_deadline,
        assistant.remedies,
        assistant.count_finality,
        assistant.fee,
    ):
        described = f"{(ask.__doc__ or '').strip()}\n\n{_NOT[ask.__name__]}"
        made.tool(description=described, annotations=_READ_ONLY)(_told(ask))
    return made


def serve() -> None:
    """Answer on standard input and output until the input ends."""
    server().run("stdio")
