"""
What belongs to people, and what no reader sees, taken out of a text that is shown.

>>> masked("maija@example.fi")
'***@***'
"""

from __future__ import annotations

import re

__all__ = ["CODE", "EMAIL", "PHONE", "escaped", "masked", "without_codes"]

CODE, EMAIL, PHONE = "******-****", "***@***", "***"
_CODE = r"(?<!\w)\d{6}[-+A-FU-Ya-fu-y]\d{3}[0-9A-Za-z](?!\w)"
_EMAIL = r"(?<![\w.+%'-])[\w.+%'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])"
_PHONE = (
    r"(?<![\w+.,/:-])(?!\d{7}-\d\b)(?:\+358|0)[ -]?[1-9]\d{0,2}(?:[ -]?\d){5,9}(?![\w]|[.,:/-]\d)"
)
# A control of a terminal, or of the direction of what follows, that no reader sees.
_UNSEEN = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"


def without_codes(text: str) -> str:
    """
    Return *text* with stars for what has the form of a personal identity code.

    >>> without_codes("Maija, 131052-308T")
    'Maija, ******-****'
    """
    return re.sub(_CODE, CODE, text)


def masked(text: str) -> str:
    """
    Return *text* with stars for identity codes, e-mail addresses and phone numbers.

    >>> masked("131052-308T, maija@example.fi, 050 000 0001, 0123456-7, 12.3.2025")
    '******-****, ***@***, ***, 0123456-7, 12.3.2025'
    """
    text = without_codes(text)
    if "@" in text:
        text = re.sub(_EMAIL, EMAIL, text)
    return re.sub(_PHONE, PHONE, text)


def escaped(text: str) -> str:
    r"""
    Return *text* with the controls that a terminal obeys, and nobody sees, written out.

    Line feeds and tabs stay.

    >>> print(escaped("a\x9b2J\u202eb"))
    a\u009b2J\u202eb
    """
    return re.sub(_UNSEEN, lambda hit: f"\\u{ord(hit[0]):04x}", text)
