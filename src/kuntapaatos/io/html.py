r"""
The text of a web page, line by line.

Needs the extra `kuntapaatos[html]` (selectolax).  Paragraphs, headings, list
items and table rows become lines, the cells of a row stand between tabs;
scripts, styles, forms' controls, navigation and hidden parts are left out.

>>> to_text("<h1>Päätös</h1><table><tr><td>Pykälä<td>§&nbsp;23</table>")
'Päätös\n\nPykälä\t§\xa023\n'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io.decoding import decode

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["to_text"]

MAXIMUM_BYTES = 20_000_000
"""The largest page, in bytes or characters."""
MAXIMUM_DEPTH = 250
"""The most elements within one another."""
_LONGEST_CELL = 300
"""A longer cell that has lines of its own holds layout, not a value."""

_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 table ul ol dl blockquote pre hr".split())
_BLOCKS = _PARAGRAPHS | frozenset(
    "address article aside caption center dd details dialog div dt fieldset figcaption figure "
    "footer form header hgroup legend li main section summary tbody tfoot thead tr".split()
)
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset("nav svg math template noscript object audio video canvas".split())
# Their content is no markup, or no text of the page.
_RAW = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in "script style title textarea iframe xmp noembed noframes select button".split()
}
_ALONE = frozenset({"br", "hr"})
# Closed by what follows them, with or without an end tag.
_CLOSED_BY_NEXT = frozenset("p li dt dd td th tr tbody thead tfoot caption".split()) | _ALONE

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE
)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
_MARKUP = re.compile(r"<(?:(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]{0,40})|(?P<comment>!--)|[!?/])")
_NO_SPACE = re.compile(r"\S")
_ATTRIBUTE = re.compile(r"[^\s/]")
_NAME_END = re.compile(r"[\s/>=]")
_VALUE_END = re.compile(r"[\s>]")
_NOT_SHOWN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE
)
_SPACES = re.compile(r"[ \t\r\n\f]{1,1000}")


def to_text(data: bytes | str, *, name: str = "HTML") -> str:
    """
    Return the text of the web page in *data*.

    Bytes are read by their byte order mark, by the encoding the page states,
    as UTF-8 or as Windows-1252.

    Args:
        data: The page.
        name: What an error calls the page.

    Raises:
        UnreadableInput: The page is larger than 20 MB, nested too deeply, or
            in an encoding that is not known.
        ImportError: selectolax is not installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise ImportError(
            "reading web pages needs selectolax: pip install 'kuntapaatos[html]'"
        ) from None
    if len(data) > MAXIMUM_BYTES:
        raise UnreadableInput(name, f"is larger than {MAXIMUM_BYTES // 1_000_000} MB")
    markup = decode(data, _declared(data), name=name) if isinstance(data, bytes) else data
    body = LexborHTMLParser(_Skeleton(markup, name).markup()).body
    return "" if body is None else _Lines().of(body)


def _declared(data: bytes) -> str | None:
    hit = _CHARSET.search(data, 0, 4096) or _XML_CHARSET.match(data)
    if hit is None:
        return None
    label = hit[1].decode("ascii", "replace").lower()
    # What browsers take these for.
    return "cp1252" if label in {"iso-8859-1", "latin1", "ascii", "us-ascii"} else label


class _Skeleton:
    """
    Markup reduced to what makes lines: few elements, no attributes, a bounded depth.

    A page with a hundred thousand attributes or open elements would keep any
    parser busy for minutes.
    """

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.at = 0
        self.open: list[str] = []
        self.unseen: int | None = None  # how many are open around the hidden one
        self.parts: list[str] = []

    def _emit(self, part: str) -> None:
        if self.unseen is None:
            self.parts.append(part)

    def markup(self) -> str:
        while (hit := _MARKUP.search(self.text, self.at)) is not None:
            self._emit(self.text[self.at : hit.start()])
            self.at = hit.end()
            name = (hit["name"] or "").lower()
            if hit["comment"]:
                self._skip_past("-->")
            elif not name:
                self._skip_past(">")
            elif hit["end"]:
                self._attributes()
                self._close(name)
            else:
                hidden = self._attributes()
                self._open(name, hidden=hidden)
        self._emit(self.text[self.at :])
        return "".join(self.parts)

    def _skip_past(self, end: str) -> None:
        found = self.text.find(end, self.at)
        self.at = len(self.text) if found < 0 else found + len(end)

    def _attributes(self) -> bool:
        """Go past the tag's attributes; tell whether they hide the element."""
        hidden = False
        while (start := _ATTRIBUTE.search(self.text, self.at)) is not None:
            if start[0] == ">":
                self.at = start.end()
                return hidden
            after = _NAME_END.search(self.text, start.end())
            if after is None:
                break
            name = self.text[start.start() : after.start()].lower()
            self.at = after.start()
            value = self._value()
            hidden = (
                hidden
                or name == "hidden"
                or (name == "style" and _NOT_SHOWN.search(value) is not None)
            )
        self.at = len(self.text)
        return hidden

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

    def _open(self, name: str, *, hidden: bool) -> None:
        if name in _RAW:
            end = _RAW[name].search(self.text, self.at)
            self.at = len(self.text) if end is None else end.end()
            self._attributes()
            return
        last = self.open[-1] if self.unseen == len(self.open) - 1 else ""
        again = last == name and name in _CLOSED_BY_NEXT | _CELLS
        if again or (last == "p" and name in _BLOCKS):
            self._close(last)
        hidden = hidden or name in _UNSEEN
        if name in _ALONE or (name in _CLOSED_BY_NEXT | _CELLS and not hidden):
            self._emit(f"<{name}>")
            return
        if not hidden and name not in _BLOCKS and name != "span":
            return
        if len(self.open) >= MAXIMUM_DEPTH:
            raise UnreadableInput(self.name, f"has more than {MAXIMUM_DEPTH} nested elements")
        if hidden and self.unseen is None:
            self.unseen = len(self.open)
        self.open.append(name)
        if name in _BLOCKS:
            self._emit(f"<{name}>")

    def _close(self, name: str) -> None:
        if name == "br":  # browsers take "</br>" for a line break
            self._emit("<br>")
        elif name in self.open:
            while True:
                opened = self.open.pop()
                if self.unseen == len(self.open):
                    self.unseen = None
                elif opened in _BLOCKS:
                    self._emit(f"</{opened}>")
                if opened == name:
                    return
        elif name in _CLOSED_BY_NEXT | _CELLS:
            self._emit(f"</{name}>")


class _Buffer:
    """Lines under way: of the page, or of one cell."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.breaks = 0
        self.cells: list[str] = []

    def add(self, text: str) -> None:
        text = text.lstrip(" ")
        if not text:
            return
        if self.parts:
            self.parts.append("\n" * self.breaks)
        self.breaks = 0
        self.parts.append(text)

    def rest(self) -> str:
        lines = "".join(self.parts).split("\n")
        return "\n".join(line.rstrip(" ") for line in lines)


class _Lines:
    """The text of a tree of elements."""

    def __init__(self) -> None:
        self.buffers = [_Buffer()]

    def of(self, body: LexborNode) -> str:
        node = body
        path: list[LexborNode] = []
        while True:
            below = self._enter(node)
            if below is not None:
                path.append(node)
                node = below
                continue
            self._leave(node)
            while path and node.next is None:
                node = path.pop()
                self._leave(node)
            after = node.next
            if not path or after is None:
                break
            node = after
        text = self.buffers[0].rest()
        return f"{text}\n" if text else ""

    def _enter(self, node: LexborNode) -> LexborNode | None:
        """Take what begins here, and return the first node below it."""
        tag, buffer = node.tag or "", self.buffers[-1]
        if tag == "-text":
            buffer.add(self._text(node))
            return None
        if tag in _CELLS:
            self.buffers.append(_Buffer())
        elif tag == "br":
            buffer.breaks += 1
        elif tag in _BLOCKS:
            buffer.breaks = max(buffer.breaks, 2 if tag in _PARAGRAPHS else 1)
            if tag == "tr":
                buffer.cells = []
        return node.child

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _CELLS:
            cell = self.buffers.pop().rest()
            if "\n" in cell and len(cell) <= _LONGEST_CELL:
                cell = " ".join(line for line in cell.split("\n") if line)
            self.buffers[-1].cells.append(cell)
        elif tag in _BLOCKS:
            buffer = self.buffers[-1]
            if tag == "tr" and any(buffer.cells):
                apart = "\n" if any("\n" in cell for cell in buffer.cells) else "\t"
                buffer.add(apart.join(buffer.cells))
            buffer.breaks = max(buffer.breaks, 2 if tag in _PARAGRAPHS else 1)

    def _text(self, node: LexborNode) -> str:
        text = node.text_content or ""
        above = node.parent
        if above is not None and above.tag == "pre":
            return text.replace("\r\n", "\n")
        return _SPACES.sub(" ", text)
