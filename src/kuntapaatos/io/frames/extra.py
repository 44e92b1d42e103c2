"""
The packages of the extra `frames`, or a sentence that says how to get them.

Every module of this folder takes them from here, so that one that is missing is
explained once.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

try:
    import numpy as np
    from numpy.typing import NDArray

    # pyarrow ships no types, and narwhals speaks of its own: both are used as they come.
    nw: Any = import_module("narwhals.stable.v2")
    pa: Any = import_module("pyarrow")
    pc: Any = import_module("pyarrow.compute")
except ImportError as _missing:
    raise ImportError(
        "kuntapaatos.io.frames needs numpy, pyarrow and narwhals; "
        "install them with: pip install 'kuntapaatos[frames]'"
    ) from _missing

__all__ = ["NDArray", "np", "nw", "pa", "pc"]
