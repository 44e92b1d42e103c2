"""
A decision's identifier: as Akoma Ntoso forms it, and as a web address in ELI's manner.

OASIS LegalDocML, Akoma Ntoso Naming Convention 1.0: country and municipality, the kind
of document, who decided, the day, the number.  The European Legislation Identifier
(2012/C 325/02) takes the same parts of the citation in another order, below an address
of the publisher.  What the document does not state is never made up.

>>> from datetime import date
>>> from kuntapaatos.decision import DocumentKind, OfficeHolder
>>> decision = Decision(
...     kind=DocumentKind.DECISION,
...     language="fi",
...     municipality="Kajaani",
...     maker=OfficeHolder("Hallintojohtaja"),
...     decided_on=date(2024, 12, 10),
...     section="23",
... )
>>> work_iri(decision)
'/akn/fi-kajaani/doc/paatos/hallintojohtaja/2024-12-10/23'
>>> expression_iri(decision)
'/akn/fi-kajaani/doc/paatos/hallintojohtaja/2024-12-10/23/fin@'
>>> eli_uri(decision, base="https://esimerkki.fi")
'https://esimerkki.fi/eli/fi/kajaani/hallintojohtaja/2024/12/10/paatos/23'
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from kuntapaatos.checks import check_type
from kuntapaatos.decision import Decision
from kuntapaatos.errors import InvalidValue
from kuntapaatos.law import Provision, section_anchor

__all__ = [
    "eli_uri",
    "expression_iri",
    "provision_iri",
    "slug",
    "web_address",
    "work_iri",
]

# ISO 639-2/T, as the naming convention asks.
_LANGUAGES = {"fi": "fin", "sv": "swe"}


def slug(text: str) -> str:
    """
    Return a text as one part of an identifier: small letters, digits and hyphens.

    Raises:
        InvalidValue: *text* is no text.

    >>> slug("Kunnanhallituksen jaosto (Ö)"), slug("KAJDno-2024-1799"), slug("§")
    ('kunnanhallituksen-jaosto-o', 'kajdno-2024-1799', '')
    """
    check_type("text", text, str, "a text")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(filter(None, re.split(r"[^a-z0-9]", plain)))


class _Citation(NamedTuple):
    """The parts by which a decision is cited, each fit to stand between two strokes."""

    place: str
    maker: str
    kind: str
    on: date
    number: str


def _citation(decision: Decision) -> _Citation:
    check_type("decision", decision, Decision, "a Decision, such as the .decision of a Reading")
    on = decision.decided_on or decision.meeting_on
    place = slug(str(decision.municipality or ""))
    number = slug(decision.section or "") or slug(str(decision.record_id or ""))
    missing = [
        name
        for name, value in (
            ("municipality", place),
            ("decided_on or meeting_on", on),
            ("section or record_id", number),
        )
        if not value
    ]
    if on is None or missing:
        raise InvalidValue(", ".join(missing), None, "known before a decision can be identified")
    maker = slug(str(decision.maker)) if decision.maker is not None else ""
    return _Citation(place, maker, slug(decision.kind.value), on, number)


def work_iri(decision: Decision) -> str:
    """
    Return the identifier of a decision as a work, whatever its language.

    The day is that of the decision, or else of the meeting; the number is the section,
    or else the record number.  A maker whose name begins with a digit is left out, since
    the convention takes that for the day.

    Args:
        decision: As it was read or built.

    Raises:
        InvalidValue: It states no municipality, no day or no number; the error names
            every field that is missing.
    """
    cited = _citation(decision)
    actor = f"/{cited.maker}" if cited.maker and not cited.maker[0].isdigit() else ""
    return f"/akn/fi-{cited.place}/doc/{cited.kind}{actor}/{cited.on.isoformat()}/{cited.number}"


def expression_iri(decision: Decision) -> str:
    """
    Return the identifier of a decision's original text in its language.

    Raises:
        InvalidValue: As `work_iri`, or the language is not known.
    """
    work = work_iri(decision)
    language = _LANGUAGES.get(decision.language or "")
    if language is None:
        raise InvalidValue("language", decision.language, "fi or sv")
    return f"{work}/{language}@"


def eli_uri(decision: Decision, *, base: str) -> str:
    """
    Return an address for a decision in the manner of ELI.

    Of the identifier's optional components these, in its own order: jurisdiction, the
    agent and its body, year, month, day, type, natural identifier.  ELI is for legislation,
    and Finland has given municipal decisions no place in it: what makes the address an
    identifier is that the publisher keeps it.

    Args:
        decision: As it was read or built.
        base: The publisher's own address, with http or https.

    Raises:
        InvalidValue: As `work_iri`, or *base* is no such address.
    """
    cited = _citation(decision)
    root = web_address("base", base).rstrip("/")
    maker = f"/{cited.maker}" if cited.maker else ""
    day = f"{cited.on:%Y/%m/%d}"
    return f"{root}/eli/fi/{cited.place}{maker}/{day}/{cited.kind}/{cited.number}"


def provision_iri(provision: Provision) -> str:
    """
    Return the identifier of a section of law, as Finlex refers to it in its own documents.

    Args:
        provision: A section of an act with a number, or the act.

    Raises:
        InvalidValue: It is no `Provision`, or one without such a number: a court's decision.

    >>> from kuntapaatos.law import HALLINTOLAKI
    >>> provision_iri(HALLINTOLAKI("62 a §"))
    '/akn/fi/act/statute-consolidated/2003/434#sec_62a'
    """
    check_type("provision", provision, Provision, "a Provision")
    if provision.eli is None:
        raise InvalidValue("provision", str(provision), "of an act with a number, as 410/2015")
    year, number = provision.eli.split("/")[-2:]
    section = section_anchor(provision.section)
    within = f"#{section}" if section else ""
    return f"/akn/fi/act/statute-consolidated/{year}/{number}{within}"


def web_address(field: str, given: object) -> str:
    """
    Return *given* when it is an address of the web below which others can stand.

    Args:
        field: What it is for, in an error.
        given: The address.

    Raises:
        InvalidValue: It is no http or https address, or has a query or a fragment.

    >>> web_address("base", "https://esimerkki.fi/oparl")
    'https://esimerkki.fi/oparl'
    """
    try:
        parts = urlsplit(given) if isinstance(given, str) else None
    except ValueError:
        parts = None
    if (
        not isinstance(given, str)
        or parts is None
        or parts.scheme not in {"http", "https"}
        or not parts.netloc
        or parts.query
        or parts.fragment
        or any(not "!" <= sign <= "~" for sign in given)
    ):
        raise InvalidValue(field, given, "an http or https address without query and fragment")
    return given
