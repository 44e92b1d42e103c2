"""
The published JSON Schema, printed: `python -m kuntapaatos.io.json.schema`.

Nothing of this folder imports this module, so that it can run as a program; what it
prints is made in `published`.

>>> json_schema()["$id"] == ADDRESS
True
"""

from __future__ import annotations

import json
import sys

from kuntapaatos.io.json.published import ADDRESS, NAME, json_schema, name_of

__all__ = ["ADDRESS", "NAME", "json_schema", "name_of"]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n")
