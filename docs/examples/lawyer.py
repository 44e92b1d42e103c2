"""
A lawyer's, cell by cell in a notebook: until when, why, and what is not certain.

    python docs/examples/lawyer.py FILE

Open it in Jupyter or VS Code, where each `# %%` is a cell and a value draws itself.
"""

# %% The document: a text, a PDF or a saved page
import sys
from datetime import date, datetime

import kuntapaatos as kp

reading = kp.read_file(sys.argv[1])
decision = reading.decision
print(decision.title, "|", decision.maker, "|", decision.record_id)

# %% What the reader was not sure of comes first
for problem in reading.problems:
    print("!", problem, "|", reading.quote(problem)[:60])
for sentence in reading.unread:
    print("?", sentence)

# %% The client got the letter, so this is the client's clock
instruction = decision.instructions[0]
deadline = kp.appeal_deadline(instruction, kp.Notice.letter(date(2024, 12, 10)))
print(deadline)

# %% Each step with its section
for step in deadline.steps:
    print("  ", step)

# %% Every doubt, with each day that it may be
for doubt in deadline.doubts:
    print("  ?", doubt)

# %% The letter came late, and the client can prove it
proven = kp.Notice.letter(date(2024, 12, 10)).proven_on(date(2024, 12, 19))
print(kp.appeal_deadline(instruction, proven))

# %% Was it filed in time?
moment = datetime(2024, 12, 31, 15, 30, tzinfo=kp.HELSINKI)
print(kp.filing(deadline, moment, kp.Channel.PAPER))

# %% And when is it final for everybody?
tracks = kp.appeal_deadlines(
    instruction, [deadline.notice, kp.Notice.online_minutes(decision.published_on)]
)
print(kp.finality(tracks))
