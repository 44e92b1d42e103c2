"""
How fast one decision is, as ratios measured in one run.

    nox -s benchmarks

Every figure is held against something measured beside it, in turns, so that a
slow or busy machine slows both.  A ratio is the median of its rounds; beside it
stands the one of the fastest rounds, since what disturbs a machine only ever
makes it slower.  Goals are goals: no test asserts a time, and the exit status
does not depend on one.

The instruction is like one of a Finnish town: fourteen days, letter, message
and minutes each with its presumption, a registry that closes earlier on
Fridays and eves of festivals.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import timeit
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from attrs import frozen

import kuntapaatos as kp

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "viranhaltijapaatos.txt"
PROCESSES = 25
ROUNDS = 75

IMPORT_ATTRS = "import attrs"
IMPORT_OURS = "from kuntapaatos import Decision, appeal_deadline"

# Timed inside the process, so that the start of Python itself is not counted.
TIMED = "from time import perf_counter; began = perf_counter()\n{}\nprint(perf_counter() - began)"

# What an import may bring with it; everything else loads when it is used.
ALLOWED = {"attr", "attrs", "dateutil", "kuntapaatos"}
LOADED = f"""
import sys
before = set(sys.modules)
{IMPORT_OURS}
names = {{name.partition(".")[0] for name in sys.modules.keys() - before}}
print(*sorted({{name for name in names - sys.stdlib_module_names if name[0] != "_"}}))
"""

FIRST_DEADLINE = """
from datetime import date
from kuntapaatos import (
    AppealInstruction, Authority, Cutoff, Notice, OfficeHours, Period, RemedyKind, appeal_deadline
)
from time import perf_counter
began = perf_counter()
instruction = AppealInstruction(
    remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
    period=Period.days(14),
    deliver_to=Authority(
        name="Kirjaamo", hours=OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00")
    ),
    paper_cutoff=Cutoff.OFFICE_CLOSE,
)
deadline = appeal_deadline(instruction, Notice.online_minutes(date(2024, 12, 13)))
assert deadline.closes_at.isoformat() == "2025-01-03T15:00:00+02:00"
print(perf_counter() - began)
"""


class Figure(NamedTuple):
    """
    One line of the table.

    Attributes:
        name: What was measured.
        goal: The goal.
        value: The median, in the goal's unit.
        best: The same of the fastest rounds.
        unit: "x" for a ratio, or "µs", "ms" or "s".
        more_is_better: Whether the goal is a least and not a most.
        beside: What the ratio is of.
    """

    name: str
    goal: float
    value: float
    best: float
    unit: str
    more_is_better: bool = False
    beside: str = ""

    @property
    def met(self) -> bool:
        """Whether the median reaches the goal."""
        return self.value >= self.goal if self.more_is_better else self.value <= self.goal

    def __str__(self) -> str:
        sign = ">=" if self.more_is_better else "<="
        return (
            f"{self.name:<48} {sign} {self.goal:>4g} {self.unit:<2} "
            f"{self.value:>8.2f} {self.best:>8.2f}   {'met' if self.met else 'NOT MET':<8} "
            f"{self.beside}"
        ).rstrip()


def run(code: str) -> str:
    """Run code in a fresh process that reads no setting of the user's."""
    command = [sys.executable, "-I", "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def timed_in_turns(ours: str, theirs: str) -> list[tuple[float, float]]:
    """Return the seconds that each takes in a fresh process, one after the other."""
    for code in (ours, theirs):  # the first time compiles
        run(code)
    return [(float(run(ours)), float(run(theirs))) for _ in range(PROCESSES)]


def in_turns(ours: Callable[[], object], theirs: Callable[[], object]) -> list[tuple[float, float]]:
    """Return the seconds of one call of each, one short round after the other."""
    timers = [timeit.Timer(ours), timeit.Timer(theirs)]
    # A tenth of the 0.2 seconds that autorange takes: what disturbs, disturbs both.
    numbers = [max(1, timer.autorange()[0] // 10) for timer in timers]
    return [
        (timers[0].timeit(numbers[0]) / numbers[0], timers[1].timeit(numbers[1]) / numbers[1])
        for _ in range(ROUNDS)
    ]


def ratio(
    name: str,
    goal: float,
    rounds: list[tuple[float, float]],
    *,
    times_faster: bool = False,
) -> Figure:
    """Return how many times as long ours takes, or how many times faster it is."""
    ours, theirs = (min(seconds) for seconds in zip(*rounds, strict=True))
    scale, unit = (1e3, "ms") if ours > 1e-3 else (1e6, "µs")
    each = [b / a if times_faster else a / b for a, b in rounds]
    return Figure(
        name,
        goal,
        median(each),
        theirs / ours if times_faster else ours / theirs,
        "x",
        more_is_better=times_faster,
        beside=f"{ours * scale:.2f} {unit} to {theirs * scale:.2f} {unit}",
    )


def importing() -> Figure:
    """Measure the first import against that of attrs, each in a process of its own."""
    rounds = timed_in_turns(TIMED.format(IMPORT_OURS), TIMED.format(IMPORT_ATTRS))
    return ratio("import Decision, appeal_deadline : import attrs", 2.2, rounds)


def first_deadline() -> Figure:
    """Measure the first deadline of a process, after the import: the tables load in it."""
    run(FIRST_DEADLINE)
    found = [float(run(FIRST_DEADLINE)) * 1e3 for _ in range(PROCESSES)]
    return Figure("first deadline after the import", 10, median(found), min(found), "ms")


def whole_process() -> Figure:
    """Measure the command line from its start to its end."""
    script = Path(sysconfig.get_path("scripts")) / "kuntapaatos"
    program = [str(script)] if script.is_file() else [sys.executable, "-m", "kuntapaatos"]
    found = []
    for _ in range(PROCESSES):
        began = perf_counter()
        subprocess.run([*program, str(EXAMPLE)], capture_output=True, check=True)
        found.append(perf_counter() - began)
    return Figure("kuntapaatos FILE, whole process", 0.5, median(found[1:]), min(found), "s")


def counting_days() -> Figure:
    """Measure fourteen days from every day of a year against the plain loop."""
    from holidays import country_holidays

    # Years already filled, so that the loop only looks up.
    closed = country_holidays("FI", years=range(2023, 2028), language="fi")
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(365)]
    period = kp.Period.days(14)
    length, one = timedelta(days=14), timedelta(days=1)

    def plain(since: date) -> date:
        day = since + length
        while day in closed or day.weekday() >= 5:
            day += one
        return day

    last_day = kp.last_day

    def ours() -> None:
        for day in days:
            last_day(day, period)

    def theirs() -> None:
        for day in days:
            plain(day)

    differing = [day for day in days if last_day(day, period) != plain(day)]
    assert not differing, differing
    return ratio(
        "last_day, times faster than the loop", 5, in_turns(ours, theirs), times_faster=True
    )


def instruction_of_a_town() -> kp.AppealInstruction:
    """Return an instruction like one of a Finnish town."""
    hours = kp.OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00")
    return kp.AppealInstruction(
        remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW,
        period=kp.Period.days(14),
        starts_from=kp.remedy.StartingEvent.NOTICE,
        decided_by=kp.Authority(name="Kaupunginhallitus"),
        deliver_to=kp.Authority(name="Kirjaamo", hours=hours),
        entitled=[kp.Entitled.PARTY, kp.Entitled.MEMBER],
        presumptions=[
            kp.instruction.Presumption(kp.NoticeKind.LETTER, 7, rebuttable=True),
            kp.instruction.Presumption(kp.NoticeKind.EMAIL, 3, rebuttable=True),
            kp.instruction.Presumption(kp.NoticeKind.ONLINE_MINUTES, 7, rebuttable=False),
        ],
        paper_cutoff=kp.Cutoff.OFFICE_CLOSE,
    )


def deadline_once() -> Figure:
    """Measure one call of `appeal_deadline`, which looks the law up each time."""
    instruction = instruction_of_a_town()
    notice = kp.Notice.online_minutes(date(2024, 12, 13))
    assert kp.appeal_deadline(instruction, notice).last_day == date(2025, 1, 3)
    timer = timeit.Timer(lambda: kp.appeal_deadline(instruction, notice))
    found = [timer.timeit(200) / 200 * 1e6 for _ in range(ROUNDS)]
    return Figure("appeal_deadline, called once", 60, median(found), min(found), "µs")


def prepared_deadline() -> Figure:
    """Measure a deadline of a prepared clock against one bare value and one moment."""

    @frozen
    class Bare:
        notice: object
        period: object
        hours: object
        terms: object
        last_day: date
        remedy: str

    instruction = instruction_of_a_town()
    notice = kp.Notice.online_minutes(date(2024, 12, 13))
    prepared = kp.Clock(instruction, notice.day)
    period, last, closing = instruction.period, date(2025, 1, 3), time(15, 0)

    def ours() -> kp.Deadline:
        return prepared.deadline(notice)

    def theirs() -> tuple[Bare, datetime]:
        bare = Bare(notice, period, instruction.deliver_to, None, last, "oikaisuvaatimus")
        return bare, datetime.combine(last, closing, kp.HELSINKI)

    assert ours().closes_at == theirs()[1]
    return ratio("Clock.deadline : a bare value and a moment", 2.5, in_turns(ours, theirs))


def reading() -> Figure:
    """Measure the reading of one decision."""
    from kuntapaatos.io import text

    page = EXAMPLE.read_text(encoding="utf-8")
    assert text.read(page).decision.membership is not None
    found = [timeit.timeit(lambda: text.read(page), number=3) / 3 * 1e3 for _ in range(ROUNDS)]
    return Figure("reading one decision", 5, median(found), min(found), "ms")


def figures() -> Iterator[Figure]:
    """Measure one after the other."""
    for measure in (
        importing,
        first_deadline,
        whole_process,
        counting_days,
        deadline_once,
        prepared_deadline,
        reading,
    ):
        yield measure()


def main() -> None:
    """Print the table, each line when it is measured."""
    print(f"kuntapaatos {kp.__version__} in {Path(kp.__file__).parent}")
    print(f"Python {sys.version.split()[0]}, {PROCESSES} processes, {ROUNDS} rounds\n")
    print(f"{'figure':<48} {'goal':<10} {'median':>8} {'best':>8}   {'':<8} best, ours to theirs")
    missed = 0
    for figure in figures():
        print(figure, flush=True)
        missed += not figure.met
    loaded = run(LOADED).split()
    beyond = sorted(set(loaded) - ALLOWED)
    print(f"\nloaded by the import: {', '.join(loaded)}")
    print(f"loaded too early: {', '.join(beyond) or 'nothing'}")
    print(f"goals not met: {missed + bool(beyond)}")


if __name__ == "__main__":
    main()
