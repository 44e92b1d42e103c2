"""
Which public names changed since the last release, and whether the changelog tells it.

    python tools/api_changes.py            name what came, went or changed
    python tools/api_changes.py --renew    keep today's names, as a release does

Names are those of the modules in the reference, with their members and arguments, read by
griffe without running them; `tools/public-names.txt` holds those of the last release.  A
name that went or has other arguments must stand in a fragment of `changelog.d`, or the
check fails; a new one is only named.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import griffe

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "tools" / "public-names.txt"
FRAGMENTS = ROOT / "changelog.d"


def documented() -> set[str]:
    """Return the modules that the reference describes."""
    pages = (ROOT / "docs" / "reference").glob("*.md")
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    return set(re.findall(r"^\.\. automodule:: (\S+)$", text, re.MULTILINE))


def _arguments(function: griffe.Function) -> str:
    given = [one for one in function.parameters if one.name not in {"self", "cls"}]
    return ", ".join(
        f"{one.name}{'' if one.default is None else '=...'}"
        + (" (by name)" if one.kind is griffe.ParameterKind.keyword_only else "")
        for one in given
    )


def _lines(path: str, found: griffe.Object | griffe.Alias) -> Iterator[str]:
    if isinstance(found, griffe.Function):
        yield f"{path}({_arguments(found)})"
        return
    yield path
    if isinstance(found, griffe.Class):
        for name, member in found.members.items():
            if not name.startswith("_") and not member.is_alias:
                yield from _lines(f"{path}.{name}", member)


def names() -> list[str]:
    """Return every public name, with its members and arguments, in order."""
    package = griffe.load("kuntapaatos", search_paths=[ROOT / "src"], resolve_aliases=True)
    found: set[str] = set()
    for path in sorted(documented()):
        module = package.modules_collection[path]
        for name in module.exports or ():
            member = module.members.get(str(name))
            if member is not None:
                target = member.final_target if isinstance(member, griffe.Alias) else member
                found.update(_lines(f"{path}.{name}", target))
    return sorted(found)


def unsaid(gone: Iterable[str], fragments: Path = FRAGMENTS) -> list[str]:
    """Return the names that went or changed and that no fragment tells."""
    told = "\n".join(one.read_text(encoding="utf-8") for one in fragments.glob("*.md"))
    words = set(re.findall(r"\w+", told))
    return [line for line in gone if line.partition("(")[0].rpartition(".")[2] not in words]


def main(arguments: list[str]) -> int:
    """Name the changes; return how it went."""
    now = names()
    if arguments == ["--renew"]:
        KEPT.write_text("\n".join(now) + "\n", encoding="utf-8")
        return 0
    before = KEPT.read_text(encoding="utf-8").splitlines()
    gone = sorted(set(before) - set(now))
    lines = [f"- {line}" for line in gone] + [
        f"+ {line}" for line in sorted(set(now) - set(before))
    ]
    sys.stdout.write(("\n".join(lines) or "no public name changed") + "\n")
    silent = unsaid(gone)
    for line in silent:
        sys.stdout.write(f"changelog.d does not name: {line}\n")
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
