"""
A journalist's: a folder of decisions, and which of them can still be appealed on a day.

    python docs/examples/journalist.py FOLDER 2025-01-02

Text files, PDFs and saved pages; of whole minutes each item is a line of its own.
"""

import sys
from datetime import date
from pathlib import Path

from kuntapaatos import KuntapaatosError
from kuntapaatos.io.files import open_document
from kuntapaatos.io.records import to_records


def records(folder):
    """Give a row for each decision; a file that cannot be read is told and left out."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in {".txt", ".pdf", ".html"}:
            continue
        try:
            document = open_document(path)
        except KuntapaatosError as error:
            print("cannot be read:", error)
            continue
        reading = document.reading()
        for record in to_records(document.meeting(reading) or reading):
            yield record | {"file": path.name}


def main(folder, today):
    """Print what is still open, what it costs, and what the reader was not sure of."""
    found = list(records(folder))
    print(f"{len(found)} decisions in {folder.name}")
    for record in found:
        last = record["member_last_day"] or record["everybody_last_day"]
        if last is None:
            state = "not known until when"
        else:
            state = f"{'open until' if last >= today else 'over since'} {last}"
        cost = f", {record['total_fee']} €" if record["total_fee"] is not None else ""
        print(f"- {record['file']} § {record['section']} {record['title']}: {state}{cost}")
        if record["problems"]:
            print(f"  look at it yourself: {record['problems']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
