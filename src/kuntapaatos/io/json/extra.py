"""
The package of the extra `json`, or a sentence that says how to get it.

Every module of this folder takes it from here, so that it is explained once.
"""

from __future__ import annotations

try:
    from cattrs import (
        AttributeValidationNote,
        BaseValidationError,
        ClassValidationError,
        Converter,
        ForbiddenExtraKeysError,
        IterableValidationError,
        IterableValidationNote,
    )
    from cattrs.gen import make_dict_structure_fn, override
except ImportError as _missing:
    raise ImportError(
        "kuntapaatos.io.json needs cattrs; install it with: pip install 'kuntapaatos[json]'"
    ) from _missing

__all__ = [
    "AttributeValidationNote",
    "BaseValidationError",
    "ClassValidationError",
    "Converter",
    "ForbiddenExtraKeysError",
    "IterableValidationError",
    "IterableValidationNote",
    "make_dict_structure_fn",
    "override",
]
