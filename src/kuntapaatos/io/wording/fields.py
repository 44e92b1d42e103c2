"""
What the fields of a value are called, and a value as its fields with what they hold.

>>> from kuntapaatos.decision import Handling
>>> list(field_lines(Voice("sv"), Handling(by="Mallilan lautakunta", section="5")))
['Av vem: Mallilan lautakunta', 'Paragraf: 5']
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import fields

from kuntapaatos.io.wording.voice import Voice, capital, later
from kuntapaatos.shown import Value

__all__ = ["NAMES", "field_lines", "named"]

NAMES = {
    "municipality": later("municipality"),
    "maker": later("maker"),
    "maker.title": later("title of the maker"),
    "meeting_on": later("day of the meeting"),
    "decided_on": later("day of the decision"),
    "section": later("section"),
    "record_id": later("record number"),
    "classification": later("class of the matter"),
    "title": later("heading"),
    "presenter": later("presenter"),
    "proposal": later("proposal"),
    "resolution": later("decision"),
    "outcome": later("outcome"),
    "published_on": later("day of publication"),
    "extract.on": later("day on which the extract was certified"),
    "membership.network": later("network"),
    "membership.term": later("term"),
    "membership.annual_fee": later("fee a year"),
    "membership.stated_total": later("stated total"),
    "appeals": later("appeal"),
    "remedy": later("remedy"),
    "period": later("time limit"),
    "starts_from": later("start of the time limit"),
    "decided_by": later("authority that decides"),
    "deliver_to": later("where to deliver"),
    "entitled": later("who may act"),
    "presumptions": later("presumption of notice"),
    "paper_cutoff": later("time of day on the last day"),
    "electronic_cutoff": later("time of day for an electronic document"),
    "ground": later("ground"),
    "hours": later("opening hours"),
    "name": later("name"),
    "email": later("e-mail"),
    "phone": later("telephone"),
    "postal_address": later("postal address"),
    "visiting_address": later("visiting address"),
    "stated_last_day": later("last day"),
    "costs": later("costs"),
    # Of the values that have no sentences of their own.
    "at": later("moment"),
    "also_called": later("also called"),
    "amount": later("sum"),
    "against": later("against"),
    "authority": later("authority"),
    "by": later("by whom"),
    "closing_mentioned": later("the closing is mentioned"),
    "confidence": later("how sure"),
    "date": later("day"),
    "dated_by": later("valid by"),
    "day": later("day"),
    "days": later("days"),
    "decided": later("decided"),
    "doubt": later("open question"),
    "doubted": later("open questions"),
    "doubts": later("open questions"),
    "electronic": later("electronic document until"),
    "eves": later("eves of holidays"),
    "everybody": later("for everybody"),
    "first": later("first day"),
    "frame": later("frame of costs"),
    "high": later("inhabitants at most"),
    "index": later("index"),
    "kind": later("kind"),
    "kuntalaki": later("appeal under the Local Government Act"),
    "last": later("last day"),
    "leave_needed": later("leave is needed"),
    "low": later("inhabitants at least"),
    "makers": later("makers"),
    "measures": later("measures"),
    "members": later("members"),
    "moments": later("moments"),
    "months": later("months as a member"),
    "note": later("note"),
    "notified_on": later("received"),
    "on": later("day"),
    "only_later": later("only later than otherwise"),
    "opening": later("opening hours"),
    "own": later("own"),
    "paper": later("paper document until"),
    "part": later("share"),
    "pending": later("became pending"),
    "per": later("by what it is counted"),
    "percent": later("percent"),
    "place": later("place"),
    "population": later("inhabitants"),
    "procurement_begun_on": later("procurement begun"),
    "proven_day": later("proven day of receipt"),
    "provision": later("provision"),
    "provisions": later("provisions"),
    "questions": later("open questions"),
    "rebuttable": later("unless otherwise shown"),
    "recipient": later("recipient"),
    "regime": later("rules"),
    "rounding": later("rounding"),
    "seen": later("last checked"),
    "service_address": later("electronic service"),
    "stated_days": later("days that the text states"),
    "starts": later("starts from"),
    "status": later("status"),
    "subject": later("matter"),
    "text": later("text"),
    "to_authority": later("to an authority"),
    "total": later("in all"),
    "total_population": later("inhabitants of all members"),
    "track": later("whose"),
    "tracks": later("whose"),
    "treatment": later("treatment"),
    "valid_from": later("valid from"),
    "valid_until": later("valid until"),
    "weight": later("measure"),
    "what": later("what for"),
    "who": later("who may act"),
}
"""By the name in code, or by a path of them."""


def named(t: Voice, path: str) -> str:
    """Return what people call a field; one that has no name, as in code."""
    return t(NAMES[path]) if path in NAMES else path


def field_lines(t: Voice, value: Value) -> Iterator[str]:
    """Give what a value holds, a field a line; what belongs to a person is left out."""
    for field in fields(type(value)):  # type: ignore[arg-type]
        held = getattr(value, field.name)
        if field.repr and field.init and held is not None and held != ():
            several = held if isinstance(held, tuple) else (held,)
            said = ", ".join(map(t.value, several))
            yield f"{capital(named(t, field.name))}: {said}"
