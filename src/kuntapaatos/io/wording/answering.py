"""
Every sentence of an answer: until when, how it was counted, what is open, what it costs.

>>> UNTIL_DAY.law
'150/1930 6 §'
"""

from __future__ import annotations

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
FINDING = Sentence("{code} {what}")
FINDING_STATED = Sentence("{code} {what}: stated {stated}")
FINDING_EXPECTED = Sentence("{code} {what}: expected {expected}")
FINDING_BOTH = Sentence("{code} {what}: stated {stated}, expected {expected}")
NO_FINDINGS = Sentence("Nothing to remark.")

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
