r"""
Letters and spaces that a text lost on its way here: what seems missing may be there.

A PDF without its fonts' names gives "ti" as U+FFFD or as a private character, marks
stand beside their letters, spaces are gone, or two bytes became two letters.

>>> lost("Oikaisuvaa\ufffdmus on tehtävä 14 päivän kuluessa.")
(10, 11)
>>> lost("Oikaisuvaatimus on tehtävä 14 päivän kuluessa.") is None
True
"""

from __future__ import annotations

import re

__all__ = ["lost"]

# A character that is none, alone and beside a letter.
_NONE = re.compile("[\ufffd\ue000-\uf8ff]")
_HOLE = re.compile("[\ufffd\ue000-\uf8ff](?=[^\\W\\d_])|(?<=[^\\W\\d_])[\ufffd\ue000-\uf8ff]")
# "a¨", "a ̈", "Ã¤": marks beside their letters and bytes read as letters.
_BESIDE = "[aouAOU](?: ?[\u00a8\u02da]| [\u0308\u030a])"
_APART = re.compile(f"{_BESIDE}|\u00c3[\u00a4\u00b6\u00a5\u0084\u0096\u0085]")
_ASKED = re.compile(r"(?<=[a-z])\?(?=[a-zåäö]{2})")
# What a mark or a byte that was read as a letter is, looked for first.
_SIGNS = "\u00a8\u02da\u0308\u030a\u00c3"
# No word of a decision is so long, also of a web address.
_LONG = 60
_RUN = re.compile(r"(?<![^\s])[a-zåäöA-ZÅÄÖ.,0-9:§-]{60,200}")
# How often a sign that may also be meant must stand.
_OFTEN = 3


def lost(text: str) -> tuple[int, int] | None:
    """Return where the first of the lost letters stands; `None` when none are lost."""
    hole = _HOLE.search(text) if _NONE.search(text) is not None else None
    if hole is not None:
        return hole.span()
    signs: list[re.Pattern[str]] = [_APART] if any(map(text.__contains__, _SIGNS)) else []
    signs += [_ASKED] if "?" in text else []
    signs += [_RUN] if max(map(len, text.split()), default=0) >= _LONG else []
    for sign in signs:
        found = [hit.span() for hit, _ in zip(sign.finditer(text), range(_OFTEN), strict=False)]
        if len(found) == _OFTEN or (found and sign is _RUN):
            return found[0]
    return None
