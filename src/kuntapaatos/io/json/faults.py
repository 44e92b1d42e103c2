"""
What is wrong with a document, each fault with its path, and all of them at once.

>>> fault = Fault("value.length", "an integer", "'12'", FaultKind.FORM)
>>> print(InvalidDocument((fault,)))
the document has 1 fault: value.length must be an integer; got '12'
"""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from kuntapaatos.errors import KuntapaatosError

__all__ = ["CountDiffers", "Fault", "FaultKind", "InvalidDocument", "NewerDocument"]


class FaultKind(Enum):
    """What a fault is about."""

    FORM = "muoto"
    """The form is wrong, which the JSON Schema shows too."""
    RULE = "sääntö"
    """The form is right, but no domain value can hold it."""
    COUNT = "laskenta"
    """What was stored is not what the rules give now."""


@frozen
class Fault:
    """
    One thing that is wrong with a document.

    Attributes:
        path: Where, such as "value.appeals[0].period.length"; "" is the whole document.
        expected: What would have been right; for a count, what the rules give.
        given: What stands there, shortened; never what belongs to people.
        kind: Whether it is the form, a rule of the domain, or a count.
    """

    path: str
    expected: str
    given: str
    kind: FaultKind

    def __str__(self) -> str:
        where = self.path or "it"
        if self.kind is FaultKind.RULE:
            return f"{where}: {self.expected}"
        if self.kind is FaultKind.COUNT:
            return f"{where} is stored as {self.given} and counted as {self.expected}"
        return f"{where} must be {self.expected}; got {self.given}"


_SHOWN = 20


class InvalidDocument(KuntapaatosError, ValueError):
    """
    A document that holds no domain value: every fault, with its path.

    The fields are positional, so that it survives `pickle`.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        count = len(self.faults)
        named = "; ".join(map(str, self.faults[:_SHOWN]))
        more = f"; and {count - _SHOWN} more" if count > _SHOWN else ""
        return f"the document has {count} fault{'' if count == 1 else 's'}: {named}{more}"


class CountDiffers(InvalidDocument):
    """
    A stored deadline that the rules now count otherwise.

    Each fault shows both: what was stored, and what is counted now.  A rule was
    corrected since, or the document was changed; neither is chosen.
    """


class NewerDocument(KuntapaatosError, ValueError):
    """A document of a schema version that this library does not know yet."""

    def __init__(self, version: int, known: int) -> None:
        super().__init__(version, known)
        self.version = version
        self.known = known

    def __str__(self) -> str:
        return (
            f"the document is of schema version {self.version}, newer than this library, "
            f"which reads up to version {self.known}; install a newer kuntapaatos"
        )
