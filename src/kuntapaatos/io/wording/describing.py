"""
What is wrong with the file that describes an instruction; the key is named beside it.

>>> MISSING.text
'is missing'
"""

from __future__ import annotations

from kuntapaatos.io.wording.sentences import Sentence

_of_a_key = "Said of a key in a TOML file, which is named before it"

NO_TOML = Sentence("the file is not TOML", "Said of a file, named before it")
NO_TOML_FROM = Sentence(
    "the file is not TOML from line {line}, column {column} on", "Said of a file, named before it"
)
ON_LINE = Sentence("{fault} (line {line})", "What is wrong, with its place")
ONE_OF = Sentence("must be one of: {words}", _of_a_key)
LIST_OF = Sentence("must be a list of these: {words}", _of_a_key)
NO_KEY = Sentence("is no key that is known", _of_a_key)
MISSING = Sentence("is missing", _of_a_key)
ONE_LINE = Sentence("must be one line of text in quotation marks", _of_a_key)
TRUE_OR_FALSE = Sentence("must be true or false", _of_a_key)
WHOLE_NUMBER = Sentence("must be a whole number", _of_a_key)
TABLE = Sentence("must be a table: [authority]", _of_a_key)
TABLES = Sentence("must be tables: [[presumption]]", _of_a_key)
NEEDED = Sentence("needs kind, days and rebuttable", _of_a_key)
DAYS = Sentence("must be a number of days of at least 1", _of_a_key)
PRESUMED = Sentence("must be a number of days from 0 to 366", _of_a_key)
HOURS = Sentence('must be hours such as "8.00-16.00; pe, aatto 8.00-15.00"', _of_a_key)
NOT_IN_LAW = Sentence("the law has no {remedy} for the subject {subject}", _of_a_key)
