"""
A web page reduced to what makes lines, with its document told from what stands around it.

Scripts, styles, forms' controls, navigation and hidden parts are left out, and so are all
attributes: a page with a hundred thousand of them, or of open elements, would keep any
parser busy for minutes.

>>> page = reduced("<ul class=breadcrumb><li>Asiat</ul><main><p id=a>Päätös</main>", "sivu")
>>> page.main, page.trail
('<main><p>Päätös</main>', '<ul><li>Asiat')
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from kuntapaatos.errors import Unreadable, UnreadableInput
from kuntapaatos.io.html.shells import BEGINS, ENDS, Place, is_step, place_of

__all__ = ["BLOCKS", "CELLS", "HEADINGS", "PARAGRAPHS", "Link", "Reduced", "reduced"]

MAXIMUM_DEPTH = 250
"""The most elements within one another."""
MAXIMUM_MARKS = 500_000
"""The most tags, attributes and comments."""
_MOST_LINKS, _LONGEST_LINK, _LONGEST_VALUE = 2000, 400, 2000

PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 table ul ol dl blockquote pre hr".split())
BLOCKS = PARAGRAPHS | frozenset(
    "address article aside caption center dd details dialog div dt fieldset figcaption figure "
    "footer form header hgroup legend li main section summary tbody tfoot thead tr".split()
)
CELLS = frozenset({"td", "th"})
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_INLINE = frozenset({"span", "label"})
_UNSEEN = frozenset("nav svg math template noscript object audio video canvas".split())
# Their content is no markup, or no text of the page.
_RAW = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in "script style title textarea iframe xmp noembed noframes select button".split()
}
_ALONE = frozenset({"br", "hr"})
# Closed by what follows them, with or without an end tag.
_CLOSED_BY_NEXT = frozenset("p li dt dd td th tr tbody thead tfoot caption".split()) | _ALONE
_ASKED = frozenset("id class role href rel property content style hidden".split())

_MARKUP = re.compile(r"<(?:(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]{0,40})|(?P<comment>!--)|[!?/])")
_NO_SPACE = re.compile(r"\S")
_ATTRIBUTE = re.compile(r"[^\s/]")
_NAME_END = re.compile(r"[\s/>=]")
_VALUE_END = re.compile(r"[\s>]")
_NOT_SHOWN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE
)
_BETWEEN = re.compile(r"\A(?:\s|&nbsp;|\||&#124;){1,40}")
_TAG = re.compile(r"<[^<>]{1,50}>")
_SAVED_FROM = re.compile(r"\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})")


class Link(NamedTuple):
    """The words of a link, and where it leads."""

    words: str
    target: str


class Reduced(NamedTuple):
    """
    A page in few elements, without attributes.

    Attributes:
        whole: All that is seen.
        document: Where a known system puts the document; empty where there is no such place.
        main: What the page marks as its main part; empty where it marks none.
        trail: Where in the site the page is.
        title: The page's title.
        address: Where the page was, as it says itself.
        links: Those that are seen, in order.
    """

    whole: str
    document: str
    main: str
    trail: str
    title: str
    address: str
    links: tuple[Link, ...]


def reduced(text: str, name: str) -> Reduced:
    """
    Return a page's markup reduced.

    Raises:
        UnreadableInput: It has more marks or is nested deeper than is read.
    """
    return _Skeleton(text, name).reduced()


class _Skeleton:
    """Markup under way."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.at = 0
        self.marks = 0
        self.open: list[str] = []
        self.unseen: int | None = None  # how many are open around the hidden one
        self.whole: list[str] = []
        self.parts: dict[Place, list[str]] = {
            place: [] for place in (Place.DOCUMENT, Place.MAIN, Place.TRAIL)
        }
        # The parts that are open: what they are, and how many elements are open around them.
        self.within: list[tuple[Place, int]] = []
        self.data = self.known = False  # between Dynasty's comments; a system's place was found
        self.stepped = False  # a link that says nothing was left out just now
        self.link: tuple[str, dict[int, int]] | None = None
        self.links: list[Link] = []
        self.title = self.address = ""

    def _sinks(self) -> list[list[str]]:
        """Return where what is read now belongs."""
        inside = {place for place, _ in self.within}
        if Place.TRAIL in inside:
            return [self.parts[Place.TRAIL]]
        if self.unseen is not None:
            return []
        found = [self.whole]
        if self.data or inside & {Place.DOCUMENT, Place.HEAD}:
            found.append(self.parts[Place.DOCUMENT])
        if Place.MAIN in inside:
            found.append(self.parts[Place.MAIN])
        return found

    def _emit(self, part: str) -> None:
        for sink in self._sinks():
            sink.append(part)

    def _write(self, words: str) -> None:
        """Take words as they stand; what parts two steps goes with them."""
        if self.stepped:
            words = _BETWEEN.sub("", words, count=1)
            self.stepped = False
        self._emit(words)

    def reduced(self) -> Reduced:
        while (hit := _MARKUP.search(self.text, self.at)) is not None:
            self._count()
            self._write(self.text[self.at : hit.start()])
            self.at = hit.end()
            name = (hit["name"] or "").lower()
            if hit["comment"]:
                self._comment()
            elif not name:
                self._skip_past(">")
            elif hit["end"]:
                self._attributes()
                self._close(name)
            else:
                self._open(name, self._attributes())
        self._write(self.text[self.at :])
        document = "".join(self.parts[Place.DOCUMENT]) if self.known else ""
        main, trail = "".join(self.parts[Place.MAIN]), "".join(self.parts[Place.TRAIL])
        whole, links = "".join(self.whole), tuple(self.links)
        return Reduced(whole, document, main, trail, self.title, self.address, links)

    def _count(self) -> None:
        self.marks += 1
        if self.marks > MAXIMUM_MARKS:
            raise UnreadableInput(self.name, Unreadable.MARKS, MAXIMUM_MARKS)

    def _skip_past(self, end: str) -> None:
        found = self.text.find(end, self.at)
        self.at = len(self.text) if found < 0 else found + len(end)

    def _comment(self) -> None:
        begin = self.at
        self._skip_past("-->")
        words = self.text[begin : min(self.at, begin + _LONGEST_VALUE)].removesuffix("-->").strip()
        if words == BEGINS:
            self.data = self.known = True
        elif words == ENDS:
            self.data = False
        elif (saved := _SAVED_FROM.match(words)) is not None:
            self.address = self.address or saved[1]

    def _attributes(self) -> dict[str, str]:
        """Go past the tag's attributes, and return those that tell what it is."""
        found: dict[str, str] = {}
        while (start := _ATTRIBUTE.search(self.text, self.at)) is not None:
            if start[0] == ">":
                self.at = start.end()
                return found
            self._count()
            after = _NAME_END.search(self.text, start.end())
            if after is None:
                break
            name = self.text[start.start() : after.start()].lower()
            self.at = after.start()
            value = self._value()
            if name in _ASKED:
                found.setdefault(name, unescape(value[:_LONGEST_VALUE]))
        self.at = len(self.text)
        return found

    def _value(self) -> str:
        """Go past "= value", if there is one, and return the value."""
        sign = _NO_SPACE.search(self.text, self.at)
        if sign is None or sign[0] != "=":
            return ""
        first = _NO_SPACE.search(self.text, sign.end())
        if first is None or first[0] == ">":
            self.at = sign.end()
            return ""
        if first[0] in "\"'":
            self.at = start = first.end()
            self._skip_past(first[0])
            return self.text[start : self.at - 1]
        end = _VALUE_END.search(self.text, first.end())
        self.at = len(self.text) if end is None else end.start()
        return self.text[first.start() : self.at]

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        if name in _RAW and not self._is_heading(name):
            self._skip_raw(name)
            return
        self._take(name, attributes)
        last = self.open[-1] if self.unseen == len(self.open) - 1 else ""
        again = last == name and name in _CLOSED_BY_NEXT | CELLS
        if again or (last == "p" and name in BLOCKS):
            self._close(last)
        place = place_of(name, attributes)
        hidden = (
            name in _UNSEEN
            or place in {Place.SHELL, Place.TRAIL}
            or "hidden" in attributes
            or _NOT_SHOWN.search(attributes.get("style", "")) is not None
        )
        if name in _ALONE or (name in _CLOSED_BY_NEXT | CELLS and not hidden):
            self._emit(f"<{name}>")
            return
        if not hidden and name not in BLOCKS and name not in _INLINE:
            return
        if len(self.open) >= MAXIMUM_DEPTH:
            raise UnreadableInput(self.name, Unreadable.DEPTH, MAXIMUM_DEPTH)
        inside = any(place is one for one, _ in self.within)
        if place is not None and not inside and (self.unseen is None or place is Place.TRAIL):
            self.within.append((place, len(self.open)))
            self.known = self.known or place is Place.DOCUMENT
        if hidden and self.unseen is None:
            self.unseen = len(self.open)
        self.open.append(name)
        if name in BLOCKS:
            self._emit(f"<{name}>")

    def _is_heading(self, name: str) -> bool:
        """Whether a button is what one presses to see what stands under a heading."""
        return name == "button" and self._in_heading()

    def _in_heading(self) -> bool:
        return bool(self.open) and self.open[-1] in HEADINGS

    def _skip_raw(self, name: str) -> None:
        end = _RAW[name].search(self.text, self.at)
        if name == "title" and not self.title:
            title = self.text[self.at : len(self.text) if end is None else end.start()]
            self.title = " ".join(unescape(title[:_LONGEST_VALUE]).split())
        self.at = len(self.text) if end is None else end.end()
        self._attributes()

    def _take(self, name: str, attributes: dict[str, str]) -> None:
        """Take what only the page says: its address, and where a link leads."""
        if name == "a":
            self._end_link()
            starts = {id(sink): len(sink) for sink in self._sinks()}
            self.link = (attributes.get("href", ""), starts)
        elif name == "link" and attributes.get("rel", "").lower() == "canonical":
            self.address = attributes.get("href", "") or self.address
        elif name == "meta" and attributes.get("property", "").lower() == "og:url":
            self.address = self.address or attributes.get("content", "")

    def _end_link(self) -> None:
        if self.link is None:
            return
        target, starts = self.link
        self.link = None
        for sink in (self.whole, *self.parts.values()):
            begun = starts.get(id(sink), len(sink))
            words = " ".join(unescape(_TAG.sub(" ", "".join(sink[begun:]))).split())
            if sink is self.whole and words and target and len(self.links) < _MOST_LINKS:
                self.links.append(Link(words[:_LONGEST_LINK], target))
            if target and is_step(words) and not self._in_heading():
                del sink[begun:]
                self.stepped = True

    def _close(self, name: str) -> None:
        if name == "a":
            self._end_link()
        if name == "br":  # browsers take "</br>" for a line break
            self._emit("<br>")
        elif name in self.open:
            while True:
                opened = self.open.pop()
                if self.unseen == len(self.open):
                    self.unseen = None
                elif opened in BLOCKS:
                    self._emit(f"</{opened}>")
                while self.within and self.within[-1][1] >= len(self.open):
                    self.within.pop()
                if opened == name:
                    return
        elif name in _CLOSED_BY_NEXT | CELLS:
            self._emit(f"</{name}>")
