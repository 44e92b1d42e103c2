"""
Every sentence of an answer: until when, how it was counted, what is open, what it costs.

>>> UNTIL_DAY.law
'150/1930 6 §'
"""

from __future__ import annotations

from kuntapaatos.fees import Exactness, FeePeriod
from kuntapaatos.io.wording.sentences import Sentence
from kuntapaatos.steps import StepRule

UNTIL_MOMENT = Sentence(
    "{who}: the time limit ends on {day}; a document must have arrived before {clock}.",
    "150/1930 5 ja 6 §",
)
UNTIL_DAY = Sentence(
    "{who}: the time limit ends on {day}; until what time of day is not known.", "150/1930 6 §"
)
STEP = Sentence("{step} ({sources})", "One step of a count, with what it rests on")
STEPS = {
    StepRule.NOTICE: Sentence(
        "{event} on {start} → notice counts as received on {end}",
        "Hallintolaki 59 §, Kuntalaki 139 ja 140 §; a step of a count",
    ),
    StepRule.PROOF: Sentence(
        "{event} on {start} → notice is shown to be received on {end}",
        "Hallintolaki 59 §; a step of a count",
    ),
    StepRule.PERIOD: Sentence("{start} → {end}: time limit {detail}", "150/1930 2 ja 3 §"),
    StepRule.SHIFT: Sentence(
        "{start} is not a working day ({detail}) → the last day is {end}", "150/1930 5 §"
    ),
    StepRule.CLOSING: Sentence("{start} → {end}: {detail}", "150/1930 6 §"),
}
STEP_AT_ONCE = Sentence(
    "{event} on {start}, and notice counts as received on that day",
    "Hallintolaki 60 §; a step of a count",
)
FINAL = Sentence("The decision becomes final on {day}.", "Kuntalaki 143 §")
NOT_FINAL = Sentence("The day on which the decision becomes final is not known.")
RESTS = Sentence("This rests on the following: {assumptions}.")
NOT_STARTED = Sentence(
    "{who}: the time limit has not started: {why} ({source}).", "Kuntalaki 140 §"
)
DOUBT = Sentence("Open question: {question}. Possible: {candidates}.")
DOUBT_BARE = Sentence("Open question: {question}.")
CANDIDATE = Sentence("{value} ({sources})", "One possible answer with what it rests on")
UNKNOWN = Sentence("not known")
JOINED = Sentence("Membership of {network}.")
JOINED_TERM = Sentence("Membership of {network} for {term}.")
FEE = Sentence("The fee is {fee} a year.")
TOTAL = Sentence("In all {total}.")
AT_COST = Sentence("Charged at cost: {what}.")
ACTION = Sentence("The municipality {action}.", "What it does: joins, renews, leaves, ...")
KIND = Sentence("Kind: {kind}.", "What it is a member of: a network, an association, ...")
OPEN_ENDED = Sentence("It is in force until further notice.")
OPEN_ENDED_FROM = Sentence("It is in force from {year} until further notice.")
BEGINS = Sentence("It begins in {year}.")
BEGINS_ON = Sentence("It begins on {day}.")
ENDS = Sentence("It ends in {year}.")
ENDS_ON = Sentence("Its last day is {day}.")
FREE = Sentence("It is free of charge.")
CHARGED = Sentence("Charged: {charge}.")
CHARGE_OF = Sentence("{what}: {charge}", "A charge, and what it is for")
CHARGE_YEARS = Sentence("{charge} ({years})", "A charge, and the years it is for")
CHARGE_IF = Sentence("{charge}; depends on: {condition}")
DEPENDS = Sentence("It depends on: {what}.")
IN_KIND = Sentence("Given in kind: {what}.")
STILL_DUE = Sentence("Still due after leaving: {charge}.")
PLANNED = Sentence("{years}: {sum}.", "What a year or several cost")
PLANNED_OPEN = Sentence("{years}: {sum} ({reasons}).", "What a year costs, and what is open")
YEARS_NOT_KNOWN = Sentence("Years not said")
BOOKED = Sentence("{year}, cost centre {centre}: {sum}.")
PLACE = Sentence("{name}, code {code}.", "A municipality")
PLACE_FINNISH = Sentence("{name} (in Finnish {finnish}), code {code}.", "A municipality")
PLACE_SWEDISH = Sentence("{name} (in Swedish {swedish}), code {code}.", "A municipality")
LANGUAGE_STATUS = Sentence("Language: {status}.", "In which languages a municipality serves")
ON_ALAND = Sentence("It belongs to the province of Åland.")
SINCE = Sentence("It has existed since {year}.", "A municipality")
MERGED = Sentence("It became part of {into} at the end of {year}.", "A municipality")
FINDING = Sentence("{code} {what}")
FINDING_STATED = Sentence("{code} {what}: stated {stated}")
FINDING_EXPECTED = Sentence("{code} {what}: expected {expected}")
FINDING_BOTH = Sentence("{code} {what}: stated {stated}, expected {expected}")
NO_FINDINGS = Sentence("Nothing to remark.")
FILED = Sentence("{verdict}: {channel}, arrived on {at}.", "Hallintolaki 17 ja 18 §")
FILED_LIMIT = Sentence(
    "{verdict}: {channel}, arrived on {at}; it had to arrive before {limit}.",
    "Hallintolaki 17 ja 18 §; 150/1930 6 §",
)
ENFORCED = Sentence("Enforceable: {rule} ({sources}).", "Kuntalaki 143 §, Hallintolaki 49 f §")

# --- a decision -------------------------------------------------------------------------

RECORD = Sentence("Record number: {record}", "Hallintolaki 44 §")
MEETING_DAY = Sentence("Day of meeting: {day}")
DECISION_DAY = Sentence("Day of decision: {day}", "Hallintolaki 44 §")
RESOLUTION = Sentence("Decision", "A heading")
COST = Sentence("{amount} is paid for this.", "A sum that the decision causes")
COST_OF = Sentence("{what} is {amount}.", "A sum that the decision causes, and what it is for")
PER = {
    word: Sentence(word, "By what a sum is counted, after a slash: 500 € / vuosi", context="per")
    for word in (
        "vuosi",
        "kuukausi",
        "viikko",
        "päivä",
        "tunti",
        "henkilö",
        "pinta-ala",
        "kappale",
    )
}
PUBLISHED = Sentence("The decision was published online on {day}", "Kuntalaki 140 §")

# --- fees -------------------------------------------------------------------------------

AMOUNTS = {
    Exactness.EXACT: Sentence("{sum}", "An exact sum", context="amount"),
    Exactness.ABOUT: Sentence("about {sum}"),
    Exactness.JUST_UNDER: Sentence("just under {sum}"),
    Exactness.JUST_OVER: Sentence("just over {sum}"),
    Exactness.AT_MOST: Sentence("at most {sum}"),
    Exactness.AT_LEAST: Sentence("at least {sum}"),
    Exactness.BETWEEN: Sentence("from {sum} to {up_to}"),
}
ABOUT_BETWEEN = Sentence("from about {sum} to about {up_to}")
FOREIGN = Sentence("{sum} {currency}", "A sum in another currency: 6 000 USD")
FOREIGN_EUROS = Sentence("{sum} {currency}, stated to be {euros}", "USD 6,000 with its equivalent")
PERIODS: dict[FeePeriod | None, Sentence] = {
    FeePeriod.YEAR: Sentence("{fee} a year"),
    FeePeriod.TERM: Sentence("{fee} for the whole term"),
    FeePeriod.ONCE: Sentence("{fee} once"),
    None: Sentence("{fee}, for a year or for the whole term is not said"),
}
BRACKET = Sentence("{low}–{high} inhabitants: {fee} a year")
BRACKET_FROM = Sentence("{low} inhabitants or more: {fee} a year")
PER_INHABITANT = Sentence("{price} € for each inhabitant")
THE_FRAME = Sentence("the frame of costs", "What a share is taken of, after 'of'")
A_SUM = Sentence("this sum: {rule}", "What a share is taken of, after 'of'")
SHARE = Sentence("a share by {measures} of {whole}")
MEASURE = Sentence("{measure} ({part})", "By what costs are divided, and its weight: wages (50)")
PERCENT_OF = Sentence("{percent} of {whole}")
AT_LEAST = Sentence("{rule}, at least {limit}", "A fee with a minimum")
AT_MOST = Sentence("{rule}, at most {limit}", "A fee with a maximum")
INDEXED = Sentence("{rule}, raised by an index ({index}, base {base})")
FIRST_YEAR = Sentence("{rule}, in the first year {percent} of it")
BY_MONTHS = Sentence("{rule}, in the first year for the months as a member")
ENTRY = Sentence("on joining: {rule}", "An entry fee")
ENTRY_RETURNING = Sentence("on joining: {rule}, {percent} of it on coming back")
ROUNDED = Sentence("{rule} (rounding: {way}, {unit})")
SCHEDULE = Sentence("{network} {term}:", "A heading of fees")
RULE = Sentence("– {rule}", "One of several rules, on a line of its own")
VAT_ON_TOP = Sentence("Value added tax comes on top.", "Arvonlisäverolaki 84 §")
VAT_INCLUDED = Sentence("Value added tax is included.", "Arvonlisäverolaki 84 §")
VAT_ON_TOP_AT = Sentence("Value added tax of {percent} comes on top.", "Arvonlisäverolaki 84 §")
VAT_INCLUDED_AT = Sentence("Value added tax of {percent} is included.", "Arvonlisäverolaki 84 §")
VAT_OUTSIDE = Sentence("No value added tax is charged.", "alv 0 %")
VAT_NOT_SAID = Sentence("Nothing is said of value added tax.")
FEE_IS = Sentence("{network} {year}: {fee}.", "What a municipality pays for a year")
FEE_TAXED = Sentence("Without value added tax {net}, the tax {tax}, in all {gross}.")
NOT_DEDUCTED = Sentence(
    "Whether the municipality may deduct the tax or gets it back is not counted.",
    "Arvonlisäverolaki 10 ja 12 luku",
)
FEE_STEP = Sentence("{rule}: {given} → {result}", "One step of a fee")
GIVEN = Sentence("{what} {value}", "What went into a step: inhabitants 36,297")
CUT = Sentence("{sum} and a part of a cent", "A result that is finer than cents")
SOURCE = Sentence("Source: {source}")
