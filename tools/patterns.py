"""
Every regular expression of the package: what its modules compile, and what they build later.

Each module is imported and sample texts are read while whatever asks for a pattern is
written down; a place in the source that asks for one that is no literal, and was never
reached, is named.

    python tools/patterns.py               prints them as lines of JSON

>>> Asked("a.py:1", "a{1,3}", 0, bytes=False).key
('a{1,3}', 0, False)
"""

# ruff: noqa: T201  # a tool: it prints

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

SOURCE = Path(__file__).resolve().parent.parent / "src"
_FUNCTIONS = {
    *("compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn"),
}
# A membership, so that the sentences about it are looked for.
_DECISION = """Khall 3.2.2025 § 14
Liittyminen USO-verkostoon
Kaupunginhallitus Kunnanvaltuusto Stadsstyrelsen
Päätös
Kaupunki liittyy USO-verkostoon vuosiksi 2025-2026. Hyväksyttiin.
Sopimus ja rahoitus: kaupunki maksaa 12 000 euroa.
"""


class Asked(NamedTuple):
    """
    A pattern that was asked for.

    Attributes:
        place: File and line that asked.
        source: The pattern; of bytes, as Latin-1.
        flags: As they were given, without those that the pattern holds.
        bytes: Whether it is one for bytes.
    """

    place: str
    source: str
    flags: int
    bytes: bool

    @property
    def key(self) -> tuple[str, int, bool]:
        """What makes it another pattern than the next."""
        return self.source, self.flags, self.bytes

    def compiled(self) -> re.Pattern[Any]:
        """Return it compiled."""
        source = self.source.encode("latin-1") if self.bytes else self.source
        return re.compile(source, self.flags)


@contextmanager
def written_down(found: dict[tuple[str, int, bool], Asked], reached: set[str]) -> Iterator[None]:
    """Write down what the package asks `re` for, and from which lines."""
    plain = re._compile  # type: ignore[attr-defined]

    def asked(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(2)
        path = Path(frame.f_code.co_filename)
        if SOURCE in path.parents:
            place = f"{path.relative_to(SOURCE).as_posix()}:{frame.f_lineno}"
            reached.add(place)
            if not isinstance(pattern, re.Pattern):
                of_bytes = isinstance(pattern, bytes)
                source = pattern.decode("latin-1") if of_bytes else pattern
                one = Asked(place, source, int(flags), of_bytes)
                found.setdefault(one.key, one)
        return plain(pattern, flags)

    re._compile = asked  # type: ignore[attr-defined]
    try:
        yield
    finally:
        re._compile = plain  # type: ignore[attr-defined]


def import_all(package: str) -> list[str]:
    """Import every module, and return those that could not be: an extra is not installed."""
    missing: list[str] = []
    root = importlib.import_module(package)
    for info in pkgutil.walk_packages(root.__path__, f"{package}.", onerror=missing.append):
        if not info.name.endswith("__main__"):
            try:
                importlib.import_module(info.name)
            except ImportError as error:
                missing.append(f"{info.name}: {error}")
    return missing


def samples() -> None:
    """Use what builds its patterns when it runs, with everything it may build them from."""
    from kuntapaatos.appeal import AppealInstruction, Authority
    from kuntapaatos.decision import Decision, DocumentKind, RecordId
    from kuntapaatos.errors import KuntapaatosError
    from kuntapaatos.findings import authorities, review
    from kuntapaatos.io import described
    from kuntapaatos.io.json import scalars
    from kuntapaatos.io.report.known import parse_day, parse_moment
    from kuntapaatos.io.text import joining, read
    from kuntapaatos.io.wording import write_instruction
    from kuntapaatos.io.wording.inverse import clock_of, day_of, own_passages
    from kuntapaatos.law import KUNTALAKI, court
    from kuntapaatos.masks import escaped, masked
    from kuntapaatos.membership import Membership, schedule_of
    from kuntapaatos.office_hours import OfficeHours
    from kuntapaatos.remedy import RemedyKind

    _ = [(cited.eli, cited.url) for cited in (KUNTALAKI("138 §"), court("KHO:2020:132"))]
    read(_DECISION)
    joining._base("Esimerkkilän", "Esimerkkilä")
    for family in scalars.SCALARS:
        with suppress(scalars.Misfit):
            scalars.read(family, "x")
    with suppress(KuntapaatosError):
        RecordId.parse("x")
    parse_day("3.2.2025")
    parse_moment("3.2.2025 klo 14.00")
    OfficeHours.parse("ma-to 8-16; pe, aatto 8-15; 24.12.2025 suljettu")
    list(own_passages("x"))
    schedule_of(Membership(network="Esimerkkiverkosto"))
    office = Authority(name="Esimerkki")
    authorities._sort_of(office)
    write_instruction(AppealInstruction(remedy=RemedyKind.OBJECTION, decided_by=office), "fi")
    masked("maija@example.fi"), escaped("x")
    described._is_key("remedy = 1", "remedy")
    day_of("3.2.2025"), clock_of("8.00")
    review(Decision(kind=DocumentKind.DECISION, title="Vuokrasopimus"))


def calls() -> Iterator[tuple[str, int, int, Asked | None]]:
    """Give each call of `re` in the source: file, first and last line, a literal pattern."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.func.attr in _FUNCTIONS
            ):
                given = node.args[0]
                name = path.relative_to(SOURCE).as_posix()
                one = None
                if isinstance(given, ast.Constant) and isinstance(given.value, str | bytes):
                    text, of_bytes = given.value, isinstance(given.value, bytes)
                    source = text.decode("latin-1") if isinstance(text, bytes) else text
                    one = Asked(f"{name}:{node.lineno}", source, _flags(node), of_bytes)
                yield name, node.lineno, node.end_lineno or node.lineno, one


def _flags(call: ast.Call) -> int:
    """Return the flags that a call names, such as `re.ASCII | re.IGNORECASE`."""
    named = [
        node.attr
        for given in (*call.args[1:], *(keyword.value for keyword in call.keywords))
        for node in ast.walk(given)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "re"
    ]
    return sum(int(getattr(re, name)) for name in named if name in re.RegexFlag.__members__)


def collected() -> tuple[list[Asked], list[str]]:
    """Return the distinct patterns, and the places or modules that could not be seen."""
    found: dict[tuple[str, int, bool], Asked] = {}
    reached: set[str] = set()
    with written_down(found, reached):
        unseen = import_all("kuntapaatos")
        samples()
    for name, first, last, one in calls():
        if one is not None:
            found.setdefault(one.key, one)
        elif not any(f"{name}:{line}" in reached for line in range(first, last + 1)):
            unseen.append(f"{name}:{first}: a pattern that is put together there was never built")
    return sorted(found.values()), unseen


def main() -> None:
    """Print the patterns, then the places that were not seen."""
    found, unseen = collected()
    for one in found:
        print(json.dumps(one._asdict()))
    for place in unseen:
        print(json.dumps({"unseen": place}))


if __name__ == "__main__":
    sys.path.insert(0, str(SOURCE))
    main()
