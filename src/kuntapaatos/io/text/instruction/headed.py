r"""
A time to act that stands alone, below its heading.

>>> is_time_heading("oikaisuvaatimusaika:"), is_bare_time("14 pv tiedoksisaannista", 0)
(True, True)
"""

from __future__ import annotations

from kuntapaatos.io.text.instruction.prose import pattern

__all__ = ["is_bare_time", "is_time_heading"]

_HEADINGS = frozenset(
    "oikaisuvaatimusaika valitusaika muutoksenhakuaika besvärstid omprövningstid".split()
)
# No heading is longer, with its marks.
_LONGEST = 60
_BARE = pattern(r"\s{0,40}\(?\d{1,3}\)? (?:päivää|pv|vrk|dagar)\b")


def is_time_heading(low: str) -> bool:
    """Whether a line in lower case is the heading above the time to act."""
    return len(low) < _LONGEST and low.strip(" \t\n*_#:.-–•") in _HEADINGS


def is_bare_time(low: str, start: int) -> bool:
    """Whether a time stands at a place, with no verb before it."""
    return _BARE.match(low, start) is not None
