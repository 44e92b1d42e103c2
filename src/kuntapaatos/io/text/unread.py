"""
What the parts that matter say and nothing was made of: sentences with their places.

>>> left = Left(Mark.SUM, 0, 12, "costs")
>>> [(one.mark.value, one.text) for one in unread([left], Source.of("noin 5 euroa"))]
[('rahamäärä', 'noin 5 euroa')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kuntapaatos.io.text.costs import sentence_around, unsure_costs
from kuntapaatos.io.text.facts import Left, Mark
from kuntapaatos.io.text.instruction import ParsedAppeal
from kuntapaatos.io.text.membership import Joined
from kuntapaatos.io.text.reading import Problem, ProblemCode, Unread
from kuntapaatos.io.text.source import Source

__all__ = ["doubtful", "of_appeals", "of_sums", "unread"]

# Nobody reads more of them.
_MOST = 200


def of_appeals(parsed: Iterable[ParsedAppeal]) -> Iterator[Left]:
    """Give what the instructions say and nobody understood."""
    for place, appeal in enumerate(parsed):
        name = f"appeals[{place}]"
        for left in appeal.unread:
            yield left._replace(field=name if left.field is None else f"{name}.{left.field}")


def of_sums(text: str, joined: Joined, paid: Iterable[tuple[int, int, bool]]) -> Iterator[Left]:
    """
    Give the sentences with sums that are not what is paid to the cent.

    Args:
        text: The cleaned text.
        joined: The membership, whose sums are no costs.
        paid: Start and end of the words from which costs are read, and whether a label
            says that they are costs.
    """
    yield from joined.lefts
    for start, end, labelled in () if joined.membership is not None else paid:
        for first, last in unsure_costs(text[start:end], labelled=labelled):
            yield Left(Mark.SUM, *sentence_around(text, start + first, start + last), "costs")


def unread(lefts: Iterable[Left], source: Source) -> tuple[Unread, ...]:
    """
    Return the sentences with their places in the original text, each once, in order.

    Args:
        lefts: What was left, with its place in the cleaned text.
        source: The text.
    """
    found: dict[tuple[int, int, Mark], Unread] = {}
    for left in sorted(lefts, key=lambda one: one.start)[:_MOST]:
        words = source.clean[left.start : left.end]
        start = left.start + len(words) - len(words.lstrip())
        end = left.start + len(words.rstrip())
        key = (start, end, left.mark)
        if key not in found:
            text = " ".join(words.split())
            found[key] = Unread(text, source.span(start, end), left.mark, left.field)
    return tuple(found.values())


def doubtful(found: Iterable[Unread], told: Iterable[Problem]) -> list[Problem]:
    """Return a problem for each sentence that no other problem tells of."""
    hours = [problem.span for problem in told if problem.code is ProblemCode.HOURS_UNREAD]
    return [
        Problem(ProblemCode.NOT_UNDERSTOOD, one.span, one.field)
        for one in found
        if one.mark is not Mark.HOUR
        or not any(span.start < one.span.end and one.span.start < span.end for span in hours)
    ]
