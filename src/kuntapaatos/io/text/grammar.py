"""
Numbers, euros, dates and periods as Finnish municipalities write them.

A narrow grammar, Finnish and Swedish.  Every function takes a text and gives
what it found in order, each with its place; what may be read in several ways
has no value, but candidates.  What is a name rather than a number (a property
id, a phone number, a cost centre) is no amount and no date.

>>> [(found.value.euros, found.value.per) for found in find_amounts("12 000 euroa/vuosi")]
[(Decimal('12000.00'), <Per.YEAR: 'vuosi'>)]
>>> [found.value for found in find_dates("Kaupunginhallitus 28.11.2022 § 407")]
[datetime.date(2022, 11, 28)]
"""

from __future__ import annotations

from kuntapaatos.io.text.amounts import Amount, Per, find_amounts
from kuntapaatos.io.text.dates import (
    DateRange,
    DayMonth,
    Years,
    find_date_ranges,
    find_dates,
    find_day_months,
    find_terms,
    find_years,
)
from kuntapaatos.io.text.match import Match
from kuntapaatos.io.text.number_words import number_word, ordinal_word
from kuntapaatos.io.text.numbers import (
    Range,
    find_numbers,
    find_percentages,
    find_ranges,
    to_decimal,
)
from kuntapaatos.io.text.periods import (
    PeriodPhrase,
    Relation,
    find_ordinal_days,
    find_periods,
)

__all__ = [
    "Amount",
    "DateRange",
    "DayMonth",
    "Match",
    "Per",
    "PeriodPhrase",
    "Range",
    "Relation",
    "Years",
    "find_amounts",
    "find_date_ranges",
    "find_dates",
    "find_day_months",
    "find_numbers",
    "find_ordinal_days",
    "find_percentages",
    "find_periods",
    "find_ranges",
    "find_terms",
    "find_years",
    "number_word",
    "ordinal_word",
    "to_decimal",
]
