"""
The record number of a matter, in the form of every city.

>>> record = RecordId.parse("211/00.04.00/2022")
>>> record.classification, record.number, record.year, str(record)
('00.04.00', '211', 2022, '211/00.04.00/2022')
>>> RecordId.parse("KAJDno-2024-1799").year
2024
"""

from __future__ import annotations

import re

from attrs import field, frozen

from kuntapaatos.checks import is_text, is_text_or_none, is_whole
from kuntapaatos.errors import InvalidValue
from kuntapaatos.shown import Value

__all__ = ["RecordId"]

# "KAJDno-2024-1799", "TRE:6026/10.03.01/2016", "VD/1545/00.04.00/2017",
# "HEL 2024-009117", "3720-2013 (611)", "211/00.04.00/2022", "ESBO/123/2024",
# "JKL: 123/00.01/2024", "123/611/2008", "14105-2019 (10 03 02)", "551/01.0100.010002/2018".
_CLASSES = r"\d{1,2}(?:[. ]\d{1,2}(?:\d{2}(?:\d{2})?)?){1,4}"
_PREFIX = r"(?P<prefix>[^\W\d_]{1,20})"
# Texts, not compiled patterns: reading a record number is rarer than importing.
_RECORD_FORMS = (
    r"(?:" + _PREFIX + r"(?:[:/] ?| ))?"
    r"(?P<number>\d{1,7})/(?P<classification>" + _CLASSES + r"|\d{3})/(?P<year>\d{4})",
    _PREFIX + r"[- :/](?P<year>(?:19|20)\d{2})[-/](?P<number>\d{1,7})"
    r"(?:\s(?:[^\W\d_]\s)?(?P<classification>" + _CLASSES + r"))?",
    r"(?:" + _PREFIX + r"(?:[:/] ?| ))?(?P<number>\d{1,7})/(?P<year>\d{4})",
    r"(?P<number>\d{1,7})-(?P<year>\d{4})"
    # Of several classes the first, as the text of the number keeps them all.
    r"(?:\s\((?P<classification>\d{1,6}|" + _CLASSES + r")(?:, [\d ,.]{1,60})?\))?",
)
# "Dnro 12/2024": what it is called is no part of it.
_RECORD_LABEL = (
    r"(?i:(?:dnro|dnr|d:?nro|diaari(?:numero|nro)?|diarie(?:nummer|nr)?|asia(?:nro|numero|tunnus)"
    r"|ärende(?:nummer|nr))[.:]? ?(?=\w))"
)
# "OUKA/2012/2024": one of the two is the year.
_TWO_YEARS = r"[^\W\d_]{1,20}[:/ ] ?(?:19|20)\d{2}/(?:19|20)\d{2}"


@frozen(repr=False)
class RecordId(Value):
    """
    The record number of a matter (*diaarinumero*, *asianumero*), every city's form.

    Made with `RecordId.parse`; prints as it was given.

    Attributes:
        text: As printed, with single spaces.
        number: The running number, as printed with its zeros.
        year: The year the matter was opened.
        prefix: The municipality's sign, when there is one.
        classification: The class of the matter, when the number carries it.

    >>> RecordId.parse("HEL 2024-009117").number
    '009117'
    >>> print(RecordId.parse("TRE:6026/10.03.01/2016"))
    TRE:6026/10.03.01/2016
    """

    text: str = field(validator=is_text)
    number: str = field(validator=is_text)
    year: int = field(validator=is_whole)
    prefix: str | None = field(default=None, validator=is_text_or_none)
    classification: str | None = field(default=None, validator=is_text_or_none)

    @classmethod
    def parse(cls, text: str) -> RecordId:
        """
        Return the parts of a record number.

        Raises:
            InvalidValue: The text is of no known form, or does not tell the number from
                the year.

        >>> found = RecordId.parse("OUKA/1234/2024")
        >>> found.prefix, found.number, found.year
        ('OUKA', '1234', 2024)
        >>> print(RecordId.parse("Dnro 12/2024").prefix)
        None
        """
        given = " ".join(text.split()) if isinstance(text, str) else ""
        label = re.match(_RECORD_LABEL, given)
        bare = given if label is None else given[label.end() :]
        for form in _RECORD_FORMS if re.fullmatch(_TWO_YEARS, bare) is None else ():
            found = re.fullmatch(form, bare)
            if found is not None:
                parts = found.groupdict()
                return cls(
                    text=given,
                    number=parts["number"],
                    year=int(parts["year"]),
                    prefix=parts.get("prefix"),
                    classification=parts.get("classification"),
                )
        raise InvalidValue(
            "record id", text, "like 'KAJDno-2024-1799', '211/00.04.00/2022' or 'HEL 2024-009117'"
        )

    def __str__(self) -> str:
        return self.text
