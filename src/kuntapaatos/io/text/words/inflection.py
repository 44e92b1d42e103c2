r"""
The forms of a word, from the few that a dictionary gives.

A Finnish verb is told by six of its forms, a Swedish one by four; what a
municipality writes of the others follows from them.

>>> sorted(finnish_verb("jäädä jään jää jäi jäätiin jäänyt").negated)
['jää', 'jäädä', 'jääneet', 'jäänyt', 'jääty', 'jäätäisi', 'jäätävä']
>>> "myöntämättä" in finnish_verb("myöntää myönnän myöntää myönsi myönnettiin myöntänyt").without
True
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Forms", "finnish_verb", "swedish_verb"]


class Forms(NamedTuple):
    """
    The forms of a verb.

    Attributes:
        every: All of them.
        negated: Those that stand beside the Finnish verb of negation ("ei hyväksy").
        without: Those that deny by themselves ("hyväksymättä").
    """

    every: frozenset[str]
    negated: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


def finnish_verb(parts: str) -> Forms:
    """
    Return the forms of a Finnish verb.

    Args:
        parts: Infinitive, I do, it does, it did, it was done, has done:
            "hyväksyä hyväksyn hyväksyy hyväksyi hyväksyttiin hyväksynyt".
    """
    infinitive, i_do, it_does, it_did, was_done, has_done = parts.split()
    back = any(letter in "aou" for letter in infinitive)
    a, u = ("a", "u") if back else ("ä", "y")
    stem, passive = i_do[:-1], was_done.removesuffix("iin")
    have_done = f"{has_done[:-2]}eet"
    # "hyväksyy" lengthens its last vowel, "jää" and "merkitsee" have theirs long.
    strong = it_does[:-1] if it_does[-1:] == it_does[-2:-1] and it_does != stem else it_does
    does = {*(infinitive, f"{infinitive}kseen"), *(f"{stem}{end}" for end in ("n", "mme", "tte"))}
    does |= {it_does, f"{strong}v{a}t", f"{strong}v{a}", f"{strong}m{a}{a}n", f"{strong}m{a}"}
    did = {it_did, f"{it_did}n", f"{it_did}v{a}t", f"{it_did}mme"}
    present = infinitive if passive[-2:] != "tt" else f"{passive[:-1]}{a}"
    must = f"{passive}{a}v{a}"
    passives = {
        was_done,
        f"{present}{a}n",
        f"{passive}{a}isiin",
        *(f"{must}{end}" for end in ("", "n", a, "ksi", "ss" + a)),
    }
    negated = {stem, present, has_done, have_done, f"{passive}{u}", f"{passive}{a}isi", must}
    without = {f"{strong}m{a}tt{a}"}
    return Forms(
        frozenset(does | did | passives | negated | without | {f"{has_done[:-2]}een"}),
        frozenset(negated),
        frozenset(without),
    )


def swedish_verb(parts: str) -> Forms:
    """
    Return the forms of a Swedish verb, each also in the passive.

    Args:
        parts: Infinitive, does, did, has done, and forms that do not follow from them:
            "bevilja beviljar beviljade beviljat".

    >>> sorted(swedish_verb("avslå avslår avslog avslagit avslagen").every)[:4]
    ['avslagen', 'avslagens', 'avslagit', 'avslagits']
    """
    forms = parts.split()
    return Forms(frozenset(f"{form}{end}" for form in forms for end in ("", "s")))
