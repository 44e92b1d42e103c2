"""
What the command line cannot answer, said in the language that was asked.

>>> from kuntapaatos.io.wording.voice import Voice
>>> refused = Refused("give one file, or - for standard input (help: kuntapaatos --help)")
>>> refused.said(Voice("sv"))
'ange en fil, eller - för standardinmatningen (hjälp: kuntapaatos --help)'
"""

from __future__ import annotations

from kuntapaatos.io.report.layout import shortened
from kuntapaatos.io.wording.voice import Voice

__all__ = ["Refused", "named", "needs_extra"]


class Refused(Exception):
    """
    What was given cannot be answered.

    Args:
        text: The phrase of the catalogues that says why; `None` for words that are said as
            they are, in the place "words".
        places: What stands in it; another of these is said in the same language.
    """

    def __init__(self, text: str | None, /, **places: object) -> None:
        super().__init__(text, places)
        self.text = text
        self.places = places

    def said(self, t: Voice) -> str:
        """Return the sentence."""
        places = {
            name: place.said(t) if isinstance(place, Refused) else place
            for name, place in self.places.items()
        }
        return str(places["words"]) if self.text is None else t(self.text, **places)


def named(name: str) -> object:
    """Return what an answer calls a file."""
    return Refused("standard input") if name == "-" else shortened(name, 120)


def needs_extra(what: object, error: ImportError) -> Refused:
    """Return that something needs an extra, by the error of what is not installed."""
    install = shortened(str(error)).rpartition(": ")[2]
    return Refused("{what} needs an extra: {install}", what=what, install=install)
