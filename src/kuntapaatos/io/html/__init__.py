r"""
A web page: its document line by line, and what only the page says of it.

Paragraphs, headings, list items and table rows become lines, the cells of a row stand
between tabs; scripts, styles, forms' controls, navigation and hidden parts are left out.
Of a page with a known shell (CloudNC, Dynasty, the site of Ahjo, or any that marks its
main part) the document alone is taken; a part in which somebody tells how to appeal is
never left out.

>>> to_text("<h1>Päätös</h1><table><tr><td>Pykälä<td>§&nbsp;23</table>")
'Päätös\n\nPykälä\t§\xa023\n'
>>> page = "<title>Päätös - Kajaanin kaupunki</title><ul><li>Etusivu<li>Haku</ul>"
>>> reading = read(page + "<main><h1>§ 14 Auran osto</h1><h2>Päätös</h2><p>Hyväksyttiin.</main>")
>>> reading.decision.section, reading.decision.municipality, reading.quote(reading.found[-1])
('14', 'Kajaani', 'Kajaanin')
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kuntapaatos.checks import check_type
from kuntapaatos.errors import Unreadable, UnreadableInput
from kuntapaatos.io.decoding import decode
from kuntapaatos.io.html.lines import text_of
from kuntapaatos.io.html.markup import Reduced, reduced

if TYPE_CHECKING:
    from kuntapaatos.io.html.page import Page
    from kuntapaatos.io.text import Minutes, Reading

__all__ = ["page_of", "read", "read_minutes", "to_text"]

MAXIMUM_BYTES = 10_000_000
"""The largest page, in bytes or characters."""
_APART = " \t\u00a0>»›/|"
_MENU = 20
"""A page with more links than this has menus."""

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE
)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
_TO_APPEAL = re.compile(
    r"oikaisuvaatimu|valitus|valittaa|muutosta|muutoksenhaku|omprövning|besvär|ändring|rättelse",
    re.IGNORECASE,
)
_TIME_TO_APPEAL = re.compile(r"(?:päivän|vuorokauden) kulue|inom \w{1,20} dagar|ei saa|får inte")


def to_text(data: bytes | str, *, name: str = "HTML") -> str:
    """
    Return the text of the document in a web page.

    Bytes are read by their byte order mark, by the encoding the page states,
    as UTF-8 or as Windows-1252.

    Args:
        data: The page.
        name: What an error calls the page.

    Raises:
        InvalidValue: *data* is neither bytes nor text.
        UnreadableInput: The page is larger than 10 MB, has more than 500,000
            marks, is nested too deeply, or in an encoding that is not known.
    """
    return _document(_reduced(data, name))


def read(data: bytes | str, *, name: str = "HTML") -> Reading:
    """
    Return what a web page says as a decision.

    Whose site it is, who met and when are taken from the page's title, its address and its
    place in the site where the document says nothing of them; a problem tells where they
    differ, and where an instruction is behind a link.  The reading's text is the document,
    with those lines of the page below it.

    Raises:
        UnreadableInput: As `to_text`.
    """
    return page_of(data, name=name).reading()


def read_minutes(data: bytes | str, *, name: str = "HTML") -> Minutes:
    """
    Return the minutes or the agenda of a meeting from its web page.

    A page that only lists the items, each behind a link, gives items that say so.

    Raises:
        UnreadableInput: As `to_text`.
    """
    return page_of(data, name=name).minutes()


def page_of(data: bytes | str, *, name: str = "HTML") -> Page:
    """
    Return a web page with its document, to be read either way.

    Raises:
        UnreadableInput: As `to_text`.
    """
    from kuntapaatos.io.html.page import Page

    seen = _reduced(data, name)
    document, trail = _document(seen), text_of(seen.trail)
    return Page(
        text=document,
        trail=" > ".join(filter(None, (line.strip(_APART) for line in trail.split("\n")))),
        title=seen.title,
        address=seen.address,
        links=seen.links,
        unknown=not (seen.document or seen.main) and len(seen.links) > _MENU,
    )


def _reduced(data: bytes | str, name: str) -> Reduced:
    check_type("data", data, (bytes, str), "a page as bytes or text; read_file(path) opens a file")
    if len(data) > MAXIMUM_BYTES:
        raise UnreadableInput(name, Unreadable.TOO_LARGE, MAXIMUM_BYTES // 1_000_000)
    markup = decode(data, _declared(data), name=name) if isinstance(data, bytes) else data
    return reduced(markup, name)


def _document(seen: Reduced) -> str:
    """Return the smallest part that leaves out nothing of how to appeal."""
    whole = text_of(seen.whole)
    told = _told(whole)
    for part in (seen.document, seen.main):
        text = text_of(part) if part else ""
        if text and told <= _told(text):
            return text
    return whole


def _told(text: str) -> set[str]:
    """Return the lines that speak of appealing and of its time."""
    return {
        line
        for line in text.split("\n")
        if _TO_APPEAL.search(line) and _TIME_TO_APPEAL.search(line)
    }


def _declared(data: bytes) -> str | None:
    hit = _CHARSET.search(data, 0, 4096) or _XML_CHARSET.match(data)
    if hit is None:
        return None
    label = hit[1].decode("ascii", "replace").lower()
    # What browsers take these for.
    return "cp1252" if label in {"iso-8859-1", "latin1", "ascii", "us-ascii"} else label
