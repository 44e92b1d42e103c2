"""
Makes the pictures of `docs/_static/`: drawings for the pages, and how a notebook shows them.

    python tools/make_pictures.py

The drawings (SVG) need nothing; the screenshots (PNG) need Chromium.  A decision of
December 2024 with invented people, so that the pictures change only when the code does.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import kuntapaatos as kp
from kuntapaatos.io import notebook
from kuntapaatos.shown import Value

ROOT = Path(__file__).parents[1]
STATIC = ROOT / "docs" / "_static"
HOURS = kp.OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00")
INSTRUCTION = kp.AppealInstruction(
    remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW,
    period=kp.Period.days(14),
    entitled=[kp.Entitled.PARTY, kp.Entitled.MEMBER],
    deliver_to=kp.Authority(name="Kajaanin kaupungin kirjaamo", hours=HOURS),
    paper_cutoff=kp.Cutoff.OFFICE_CLOSE,
)
LETTER = kp.Notice.letter(date(2024, 12, 10))
MINUTES = kp.Notice.online_minutes(date(2024, 12, 13))
# The ground and the letters of a notebook.
PAGE = """<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>kuntapaatos</title>
<meta name="viewport" content="width=device-width"><style>
body{{margin:0;padding:20px;font:14px system-ui,sans-serif;background:#fff;color:#212121}}
@media(prefers-color-scheme:dark){{body{{background:#111;color:#cfd0d0}}}}
</style></head><body>{}</body></html>"""


def drawings() -> dict[str, notebook.Picture]:
    """Return the drawings by the names of their files."""
    tracks = kp.appeal_deadlines(INSTRUCTION, [LETTER, MINUTES])
    party = kp.appeal_deadline(INSTRUCTION, LETTER)
    return {
        "days.svg": notebook.picture(tracks, language="en"),
        "paivat.svg": notebook.picture(party, language="fi"),
        "dagarna.svg": notebook.picture(party, language="sv"),
    }


def screenshots() -> None:
    """Take the pictures of a notebook: light, dark, and on a phone."""
    from chromium import Chromium, installed

    if installed() is None:
        sys.exit("no Chromium: the screenshots stay as they were")
    shown: Value = kp.appeal_deadline(INSTRUCTION, MINUTES)
    page = ROOT / "build" / "picture.html"
    page.parent.mkdir(exist_ok=True)
    page.write_text(PAGE.format(shown._repr_html_()), encoding="utf-8")
    with Chromium() as browser:
        for name, width, dark in (
            ("light", 1000, False),
            ("dark", 1000, True),
            ("phone", 360, False),
            ("phone-dark", 360, True),
        ):
            browser.show(page, width=width, scale=2 if width < 600 else 1, dark=dark)
            (STATIC / f"notebook-{name}.png").write_bytes(browser.picture("body"))


def main() -> None:
    """Make them all."""
    STATIC.mkdir(exist_ok=True)
    for name, drawn in drawings().items():
        drawn.save(STATIC / name)
    screenshots()


if __name__ == "__main__":
    main()
