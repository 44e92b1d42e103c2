"""
A vendor's: what a case-management system attaches to a decision that it sends out.

    python docs/examples/vendor.py OUT

Writes to the folder OUT the instruction in Finnish and Swedish, the decision as JSON, and
the last days as a calendar, and prints when the decision becomes final.
"""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from attrs import evolve

import kuntapaatos as kp
from kuntapaatos.io.ical import to_ical
from kuntapaatos.io.json import to_json
from kuntapaatos.io.wording import write_instruction

REGISTRY = kp.Authority(
    name="Mallilan kirjaamo",
    postal_address="PL 1, 99999 Mallila",
    email="kirjaamo@example.fi",
    hours=kp.OfficeHours.parse("ma–to 8–16, pe 8–14"),
)


def main(out: Path) -> None:
    """Make the papers of one decision, as the system's database knows it."""
    decision = kp.Decision(
        kind="pöytäkirjan pykälä",
        maker=kp.Organ("Kunnanhallitus"),
        decided_on=date(2025, 2, 3),
        record_id="MAL/12/2025",
        title="Kirjastoauton hankinta",
        outcome="hyväksytty",
    )
    (remedy,) = kp.available_remedies("päätös", decision.maker.kind, decision.decided_on)
    instruction = kp.AppealInstruction.by_law(remedy, on=decision.decided_on, authority=REGISTRY)
    decision = evolve(decision, appeals=[instruction])
    told = [kp.Notice.letter(date(2025, 2, 7)), kp.Notice.online_minutes(date(2025, 2, 6))]
    deadlines = [kp.appeal_deadline(instruction, notice) for notice in told]
    for language in ("fi", "sv"):
        text = write_instruction(instruction, language, plain=True)
        (out / f"ohje-{language}.txt").write_text(text, encoding="utf-8")
    (out / "paatos.json").write_text(to_json(decision), encoding="utf-8")
    stamp = datetime(2025, 2, 7, tzinfo=UTC)
    (out / "maaraajat.ics").write_bytes(to_ical(deadlines, stamp=stamp, matter="MAL/12/2025"))
    print(kp.finality(deadlines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
