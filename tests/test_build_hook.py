"""
A wheel carries its catalogues compiled; the checkout stays as it is.
"""

from __future__ import annotations

import gettext
import importlib.util
import io
import sys
import types
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


class Base:
    """What hatchling gives a hook, as far as ours asks."""

    target_name = "wheel"
    root = str(ROOT)

    def __class_getitem__(cls, _: object) -> type[Base]:
        return cls


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The hook, whether or not hatchling is installed."""
    parts = "hatchling.builders.hooks.plugin.interface".split(".")
    for number in range(1, len(parts) + 1):
        name = ".".join(parts[:number])
        module: Any = types.ModuleType(name)
        module.BuildHookInterface = Base
        monkeypatch.setitem(sys.modules, name, module)
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded.CatalogueHook()


def test_every_catalogue_is_compiled(hook: Any) -> None:
    """
    Beside each `.po` the wheel has its `.mo`, made outside the checkout.
    """
    data: dict[str, Any] = {"force_include": {}}
    hook.initialize("standard", data)
    inside = {Path(name).parts[-3] for name in data["force_include"].values()}
    assert inside == {"en", "fi", "sv"}
    for made, name in data["force_include"].items():
        assert not Path(made).is_relative_to(ROOT)
        assert name.startswith("kuntapaatos/locale/")
        words = gettext.GNUTranslations(io.BytesIO(Path(made).read_bytes()))
        assert words.pgettext("RemedyKind", "kunnallisvalitus")
        # Not the moment of the build, so that two wheels are the same.
        assert words.info()["pot-creation-date"] == words.info()["po-revision-date"]
    hook.finalize("standard", data, "kuntapaatos.whl")
    assert not any(Path(made).exists() for made in data["force_include"])


@pytest.mark.parametrize(
    ("target", "version"), [("sdist", "standard"), ("wheel", "editable")], ids=["sdist", "editable"]
)
def test_nothing_else_is(hook: Any, target: str, version: str) -> None:
    """
    A source archive has the sources, and an editable install compiles in memory.
    """
    hook.target_name = target
    data: dict[str, Any] = {"force_include": {}}
    hook.initialize(version, data)
    hook.finalize(version, data, "")
    assert data == {"force_include": {}}
    assert not list((ROOT / "src").rglob("*.mo"))
