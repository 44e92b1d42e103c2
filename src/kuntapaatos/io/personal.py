"""
A text without e-mail addresses, phone numbers and personal identity codes.

Needs the extra `kuntapaatos[personal]` (python-stdnum).  Masked is what shows
in its form.

It does not promise that nobody can be recognised.  Names, street addresses,
dates of birth, registration numbers, property ids, bank accounts and what a
sentence tells about a person stay, and so do foreign phone numbers, extension
numbers and whatever is written in an unusual way.  Addresses and numbers of
offices are masked like those of people, and now and then a number that only
looks like a phone number.

>>> mask("Lisätietoja: maija.esimerkki@example.fi, puh. 050 000 0001")
'Lisätietoja: [sähköpostiosoite], puh. [puhelinnumero]'
"""

from __future__ import annotations

import re

__all__ = ["mask"]

_EMAIL = "[sähköpostiosoite]"
_PHONE = "[puhelinnumero]"
_CODE = "[henkilötunnus]"

_DOMAIN = r"(?:[\w-]{1,63}\.){1,8}[a-zA-Z]{2,24}(?![\w-])"
_ADDRESS = re.compile(rf"(?<![\w.+%'-])[\w.+%'-]{{1,64}}@{_DOMAIN}")
# As pages write it against robots.
_SPELT_ADDRESS = re.compile(
    rf"(?<![\w.+%'-])[\w.+%'-]{{1,64}}[ ]?[(\[](?:at|a|ät)[)\]][ ]?{_DOMAIN}", re.IGNORECASE
)
_IDENTITY_CODE = re.compile(r"(?<!\w)\d{6}[-+A-FU-Y]\d{3}[0-9A-Z](?!\w)", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<![\w+.,/:\-\u2010-\u2014])(?:(?:\+|00)358[ \u00a0-]?(?:\(0\))?|\(?0(?=[1-9]))"
    r"(?:[ \u00a0()\-\u2010\u2011]{0,2}\d){4,12}(?!\w|[.,:/\-]\d)"
)
_LABELLED = re.compile(
    r"(?<!\w)(?P<label>(?:puh|puhelin|puhelinnumero|matkapuhelin|gsm|tel|telefon|tfn)[.:]{0,2} ?)"
    r"\d(?:[ \u00a0-]?\d){4,12}(?!\w|[.,:/\-]\d)",
    re.IGNORECASE,
)
# A business id, a property id and a day also begin with a zero now and then.
_NO_PHONE = re.compile(
    r"\d{7}-\d|\d{1,3}(?:-\d{1,4}){3}|\d\d-\d\d-\d{4}|\d\d-\d\d(?: \d\d-\d\d){1,4}"
)


def mask(text: str) -> str:
    """
    Return *text* with e-mail addresses, phone numbers and identity codes masked.

    What stands in their place says in Finnish what it was.  Places in the
    masked text are no longer those of the original.

    Args:
        text: Any text.

    Raises:
        ImportError: python-stdnum is not installed.

    >>> mask("tunnus 131052-308T, Y-tunnus 0123456-7, kiinteistö 049-012-0345-0006")
    'tunnus [henkilötunnus], Y-tunnus 0123456-7, kiinteistö 049-012-0345-0006'
    """
    try:
        from stdnum.exceptions import InvalidChecksum, ValidationError
        from stdnum.fi import hetu
    except ImportError:
        raise ImportError(
            "masking personal data needs python-stdnum: pip install 'kuntapaatos[personal]'"
        ) from None

    def code(hit: re.Match[str]) -> str:
        try:
            hetu.validate(hit[0], allow_temporary=True)
        except InvalidChecksum:
            return _CODE  # mistyped, and somebody's all the same
        except ValidationError:
            return hit[0]
        return _CODE

    masked = _IDENTITY_CODE.sub(code, text)
    if "@" in masked:
        masked = _ADDRESS.sub(_EMAIL, masked)
    masked = _SPELT_ADDRESS.sub(_EMAIL, masked)
    masked = _LABELLED.sub(rf"\g<label>{_PHONE}", masked)
    return _NUMBER.sub(_phone, masked)


def _phone(hit: re.Match[str]) -> str:
    return hit[0] if _NO_PHONE.fullmatch(hit[0]) else _PHONE
