"""
Without the extra a sentence says what to install, and the root loads none of it.
"""

from __future__ import annotations

import runpy
import subprocess
import sys

import pytest

from kuntapaatos.io.frames import extra


@pytest.mark.parametrize("package", ["numpy", "pyarrow", "narwhals.stable.v2"])
def test_missing_package(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Each missing package is answered with the name of the extra.
    """
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ImportError, match=r"pip install 'kuntapaatos\[frames\]'"):
        runpy.run_path(extra.__file__)


def test_root_loads_nothing() -> None:
    """
    `import kuntapaatos` loads neither the columns nor what they need.
    """
    code = (
        "import sys, kuntapaatos; "
        "print({'numpy', 'pyarrow', 'narwhals', 'pandas', 'kuntapaatos.io.frames'} "
        "& sys.modules.keys())"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    assert found.stdout.strip() == "set()"
