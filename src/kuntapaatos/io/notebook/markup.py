r"""
Text into HTML and SVG, so that nothing in a document is taken for markup.

>>> escaped('<script>"USO" & 1\x00</script>')
'&lt;script&gt;&quot;USO&quot; &amp; 1&lt;/script&gt;'
>>> element("td", "7", colspan=2)
'<td colspan="2">7</td>'
"""

from __future__ import annotations

import html
import re
import unicodedata

__all__ = ["element", "escaped", "glued", "number"]

_LINE_FEED = "\n"
# "138 §", "12 000 €", "klo 15.00" and "pe 3.1.2025", in three languages.
_GLUE = re.compile(
    r"(?<=\d) (?=[§€]|\d{3}(?!\d)|[A-Z][a-z]{2}\b)"
    r"|(?<=/\d{4}) (?=\d)|(?<=\bklo) (?=\d)|(?<=\bkl\.) (?=\d)|(?<=\b[^\W\d_]{2}) (?=\d{1,2}[. ])"
)
# Controls, changes of direction and halves of a pair; XML takes none of these two either.
_NOT_SHOWN = {"Cc", "Cf", "Cs"}
_NO_CHARACTERS = {"\ufffe", "\uffff"}


def _kept(char: str) -> str:
    if char == _LINE_FEED:
        return char
    if char.isspace():
        return "\u00a0" if char in "\u00a0\u202f" else " "
    hidden = unicodedata.category(char) in _NOT_SHOWN or char in _NO_CHARACTERS
    return "" if hidden else char


def escaped(text: str) -> str:
    r"""
    Return *text* for HTML and XML, in an element or an attribute.

    Without control characters and changes of direction; line feeds stay.

    >>> escaped("Maija\u202e Esimerkki\t<b>")
    'Maija Esimerkki &lt;b&gt;'
    """
    if not text.isprintable():
        text = "".join(map(_kept, text))
    return html.escape(text, quote=True).replace("&#x27;", "&#39;")


def glued(text: str) -> str:
    r"""
    Return *text* with what belongs together kept on one line.

    >>> glued("140 §, pe 3.1.2025 klo 15.00").split(" ")
    ['140\xa0§,', 'pe\xa03.1.2025', 'klo\xa015.00']
    """
    return _GLUE.sub("\u00a0", text)


def number(value: float) -> str:
    """
    Return a coordinate or a share, to a hundredth and no longer than it must be.

    >>> number(12.0), number(7.256)
    ('12', '7.26')
    """
    return f"{round(value, 2):g}"


def element(name: str, content: str = "", /, **attributes: str | float) -> str:
    """
    Return an element; `_` in an attribute's name is a hyphen, one at the end is dropped.

    Args:
        name: Its name.
        content: Markup, already escaped.
        attributes: Escaped here.

    >>> element("line", x1=1, stroke_width=1.5)
    '<line x1="1" stroke-width="1.5"/>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="'
        f'{escaped(given) if isinstance(given, str) else number(given)}"'
        for key, given in attributes.items()
    )
    if not content and name in _EMPTY:
        return f"<{name}{written}/>"
    return f"<{name}{written}>{content}</{name}>"


_EMPTY = {"circle", "line", "path", "polygon", "rect"}
