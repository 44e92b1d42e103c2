r"""
What a person reads: every value as sentences, in a language that the caller names.

Nothing is read from the machine: the language is a BCP 47 tag, and the catalogues are
gettext's.  `write_instruction` makes the text that goes with a decision; `say` answers.

>>> from kuntapaatos import Period
>>> say(Period.days(14), "sv", plain=True)
'14 dagar'
"""

from __future__ import annotations

from kuntapaatos.io.wording.answers import say, write_decision
from kuntapaatos.io.wording.catalogue import language_of, languages
from kuntapaatos.io.wording.instruct import write_instruction

__all__ = ["language_of", "languages", "say", "write_decision", "write_instruction"]
