"""
The instruction that goes with a decision: what it says of its remedy.

Kuntalaki (410/2015) 141 §, Hallintolaki (434/2003) 46-48 §.  Everything as the text
states it; `appeal` holds it against the law.

- `parts`: what it is made of
- `by_law`: what the law itself says in it
- `value`: the instruction

>>> from kuntapaatos import Period
>>> instruction = AppealInstruction(
...     remedy="oikaisuvaatimus",
...     period=Period.days(14),
...     entitled=["asianosainen", "kunnan jäsen"],
... )
>>> print(instruction.period, instruction.decided_by)
14 päivää None
"""

from __future__ import annotations

from kuntapaatos.instruction.parts import Attachment, Authority, Content, Form, Presumption
from kuntapaatos.instruction.value import AppealInstruction

__all__ = [
    "AppealInstruction",
    "Attachment",
    "Authority",
    "Content",
    "Form",
    "Presumption",
]
