"""
Compiles the catalogues when the wheel is built: a `.mo` beside each `.po`.

Nothing is written into the source tree: the compiled files go straight into the wheel.
A checkout, editable or not, compiles in memory what it needs.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Puts the compiled catalogues into a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue into a folder of its own; editable builds need none."""
        if self.target_name != "wheel" or version == "editable":
            return
        self.made = tempfile.TemporaryDirectory()
        source = Path(self.root) / "src"
        for path in sorted(source.glob("kuntapaatos/locale/*/LC_MESSAGES/*.po")):
            inside = path.relative_to(source).with_suffix(".mo")
            compiled = Path(self.made.name) / inside
            compiled.parent.mkdir(parents=True)
            with path.open("rb") as file, compiled.open("wb") as out:
                catalogue = read_po(file, locale=path.parts[-3])
                # Babel would write the moment of the build, and no two wheels were the same.
                catalogue.creation_date = catalogue.revision_date
                write_mo(out, catalogue)
            build_data["force_include"][str(compiled)] = str(inside)

    def finalize(self, *_: object) -> None:
        """Remove what was compiled."""
        if hasattr(self, "made"):
            self.made.cleanup()
