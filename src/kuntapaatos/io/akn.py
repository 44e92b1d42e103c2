"""
A decision's identifier as Akoma Ntoso forms it: the work, and its text in one language.

OASIS LegalDocML, Akoma Ntoso Naming Convention 1.0: country and municipality, the kind
of document, who decided, the day, the number.  ELI identifies in the same manner, by the
parts of the citation.  What the document does not state is never made up.

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
"""

from __future__ import annotations

import re
import unicodedata

from kuntapaatos.decision import Decision
from kuntapaatos.errors import InvalidValue, check_type

__all__ = ["expression_iri", "slug", "work_iri"]

# ISO 639-2/T, as the naming convention asks.
_LANGUAGES = {"fi": "fin", "sv": "swe"}


def slug(text: str) -> str:
    """
    Return a text as one part of an identifier: small letters, digits and hyphens.

    >>> slug("Kunnanhallituksen jaosto (Ö)"), slug("KAJDno-2024-1799"), slug("§")
    ('kunnanhallituksen-jaosto-o', 'kajdno-2024-1799', '')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


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
    check_type("decision", decision, Decision, "a Decision")
    on = decision.decided_on or decision.meeting_on
    place = slug(decision.municipality or "")
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
    actor = f"/{maker}" if maker and not maker[0].isdigit() else ""
    kind = slug(decision.kind.value)
    return f"/akn/fi-{place}/doc/{kind}{actor}/{on.isoformat()}/{number}"


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
