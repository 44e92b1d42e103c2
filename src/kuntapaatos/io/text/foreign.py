r"""
Documents that are no municipality's, though they hold days, sections and remedies.

>>> is_foreign("Oulun hallinto-oikeus\nPäätös 3.2.2025\nMuutoksenhakija\nMaija Esimerkki")
True
>>> is_foreign("Kunnanhallitus 3.2.2025 § 14\nLausunto Oulun hallinto-oikeudelle")
False
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kuntapaatos.io.text.lines import lines_of
from kuntapaatos.io.text.tables import table

__all__ = ["is_foreign"]

_TABLE = {name: (*part["fi"], *part["sv"]) for name, part in table("foreign").items()}
_COURTS, _PARTIES, _ACTS = _TABLE["courts"], frozenset(_TABLE["parties"]), _TABLE["acts"]
# A court stands at the top, and has three words at most; an act begins soon.
_TOP, _MOST_WORDS, _READ = 12, 3, 4_000


def is_foreign(text: str) -> bool:
    """
    Return whether a clean text is a judgment or an act of law.

    Args:
        text: The document; only its beginning is looked at.
    """
    begin = text[:_READ]
    low = " ".join(begin.lower().split())
    if any(map(low.__contains__, _ACTS)):
        return True
    court = any(
        line.endswith(_COURTS) and len(line.split()) <= _MOST_WORDS
        for line in islice(_lines(begin), _TOP)
    )
    return court and any(line in _PARTIES for line in _lines(begin))


def _lines(text: str) -> Iterator[str]:
    return (line.text.lower().strip(" :.") for line in lines_of(text))
