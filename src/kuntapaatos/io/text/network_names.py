"""
The names that stand before the word of their kind, or before "ry".

>>> from kuntapaatos.io.text.network_heads import head_of
>>> text = "Liittyminen Järvikuntien verkostoon"
>>> words = words_of(text)
>>> named_before(text, words, 2, head_of("verkostoon")).name
'Järvikuntien verkosto'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kuntapaatos.io.text.network_heads import ASSOCIATION, Head, head_of, word_set
from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.lexicon import Word, words_of
from kuntapaatos.membership import MembershipKind

__all__ = [
    "GAP",
    "LONGEST",
    "SPACES",
    "Named",
    "is_association",
    "is_capital",
    "named_association",
    "named_before",
    "words_of",
]

LONGEST = 7
"""So many words are in a name at most."""
GAP = re.compile(r"['’]?[ \u00a0]|['’.]|[ \u00a0]?-[ \u00a0]|[ \u00a0]-|[ \u00a0]&[ \u00a0]")
"""What may stand between two words of one name."""
# "Terve kunta -verkosto", "“Terve kunta” -verkosto", "Visit Saimaa 2019-2021 - hanke"
_APART = re.compile(
    r"(?P<mark>[!?+]{0,2})(?P<close>[\"”])?(?:[ \u00a0]{1,3}\([^()\n]{1,20}\))?"
    r"(?:[ \u00a0]{1,9}\d{4}[ \u00a0]?[-–][ \u00a0]?\d{4})?[ \u00a0]{1,9}[-–][ \u00a0]?\Z"
)
_QUOTED = re.compile(r"[\"”“»]([^\"”“»\n]{2,80})\Z")
_CASE = re.compile(r"\.?:(?P<case>[a-zåäö]{1,4})")
_SHARED = re.compile(r"\byhtei\w{2,6}")
_OF_ADJECTIVE = re.compile(r"isen(?!\w)")
SPACES = re.compile(r"[ \u00a0]{1,9}")
"""Spaces on one line."""


class Named(NamedTuple):
    """
    A name that a text gives to what one can be a member of.

    Attributes:
        name: The whole name, in its base form.
        kind: What it is; `None` where its word does not tell.
        start: Where it starts, included.
        end: Where it ends, excluded.
        last: Where the word that tells its kind ends, excluded.
        marked: Whether a hyphen, quotes or a word of its kind before it mark it as a name.
    """

    name: str
    kind: MembershipKind | None
    start: int
    end: int
    last: int
    marked: bool = True


def named_before(text: str, words: Sequence[Word], at: int, head: Head) -> Named | None:
    """
    Return the name that stands before a word of its kind.

    Args:
        text: A clean text.
        words: Its words.
        at: Which of them is of a kind.
        head: What that says.
    """
    return (
        _hyphened(text, words, at, head)
        or _apart(text, words, at, head)
        or _owned(text, words, at, head)
    )


def is_association(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word is "ry" or "rf", or begins "r.y." or "r.f."."""
    word = words[at]
    if word.form == "r" and at + 1 < len(words):
        return words[at + 1].form in "yf" and text[word.end : words[at + 1].start] == "."
    return word.form in ASSOCIATION


def is_capital(text: str, word: Word) -> bool:
    """Whether a word begins with a capital or a figure."""
    first = text[word.start]
    return first.isupper() or first.isdigit()


def _hyphened(text: str, words: Sequence[Word], at: int, head: Head) -> Named | None:
    """Read "USO-verkostoon", and "Blå vikar-projektet"."""
    word = words[at]
    name, hyphen, _ = text[word.start : word.end].rpartition("-")
    if not hyphen or name.lower() in word_set("generic"):
        return None
    end = word.start + len(name)
    if name[0].isupper():
        return Named(name, head.kind, word.start, end, word.end)
    # Only where the word before it begins the name, and owns nothing.
    before = words[at - 1] if at else None
    if before is None or not SPACES.fullmatch(text, before.end, word.start):
        return None
    owns = (
        before.form[-1] in ("s" if head.swedish else "ns")
        or before.lemmas
        or _is_apart(text, before)
    )
    if owns or not text[before.start].isupper():
        return None
    return Named(" ".join(text[before.start : end].split()), head.kind, before.start, end, word.end)


def _leftward(text: str, words: Sequence[Word], at: int) -> int | None:
    """Return the first word of a name whose last word is *at*; `None` where none begins it."""
    first = None
    for here in range(at, max(-1, at - LONGEST), -1):
        word = words[here]
        if here < at and (
            not GAP.fullmatch(text, word.end, words[here + 1].start) or _is_apart(text, word)
        ):
            break
        if word.lemmas and first is not None and word.form not in word_set("joining"):
            break  # "Maksetaan Järvikunnat ry:lle"
        if is_capital(text, word):
            # "Mallilan lukion Terve Kunta": whose it is does not belong to the name.
            far = first is not None and first > here + 1 and word.form[-1] == "n"
            far = far and not word.form.endswith("nen")  # "Arktinen matkailu 2027"
            owner = far or (first is not None and word.form in word_set("owner"))
            first = first if owner else here
    return first


def _is_apart(text: str, word: Word) -> bool:
    """Whether a word is no part of a name; "Yhteinen" inside a sentence may begin one."""
    begins = word.form in word_set("begins") and text[word.start].isupper()
    return word.form in word_set("apart") - word_set("joining") and not (
        begins and _inside(text, word.start)
    )


def _apart(text: str, words: Sequence[Word], at: int, head: Head) -> Named | None:
    """Read "Terve kunta -verkostoon", whose name ends before a space and a hyphen."""
    word = words[at]
    gap = _APART.search(text, max(0, word.start - 48), word.start)
    if gap is None:
        return None
    if gap["close"]:
        quoted = _QUOTED.search(text, max(0, gap.start() - 84), gap.start())
        if quoted is None:
            return None
        return Named(quoted[1].strip(), head.kind, *quoted.span(1), word.end)
    last = max((place for place in range(at) if words[place].end <= gap.start()), default=None)
    if last is None or words[last].end != gap.start():
        return None
    first = _leftward(text, words, last)
    if first is None:
        return None
    if words[last].form in word_set("apart") and first == last:
        return None  # "Osallistuminen (X) -verkostoon"
    start, end = words[first].start, gap.end("mark")
    return Named(" ".join(text[start:end].split()), head.kind, start, end, word.end)


def _first_owner(text: str, words: Sequence[Word], at: int, head: Head) -> int | None:
    """Return the first of the genitives before a head that begins with a capital."""
    genitive = "s" if head.swedish else "n"
    first = None
    for here in range(at - 1, max(-1, at - 5), -1):
        one = words[here]
        if not SPACES.fullmatch(text, one.end, words[here + 1].start):
            break
        if one.form in word_set("shared"):
            continue
        told = head_of(one.form)
        if one.lemmas or (told is not None and told.kind is None):
            break  # "Hyväksyn sopimuksen Järvien verkostoon"
        # "Västra skärgårdens": an adjective before the one that owns it.
        definite = here < at - 1 or head.form.endswith(("et", "en"))
        adjective = head.swedish and definite and first is None and one.form[-1] == "a"
        if not (one.form[-1] == genitive or adjective) or (
            one.form in word_set("owner") | word_set("apart")
        ):
            break
        if is_capital(text, one):
            first = here
    return first


def _owned(text: str, words: Sequence[Word], at: int, head: Head) -> Named | None:
    """Read "Järvikuntien verkostoon" and "Ålands kommunförbund"."""
    word = words[at]
    if not head.named or not at or "-" in word.form or _is_owner(text, words, at, head):
        return None
    first = _first_owner(text, words, at, head)
    said = text[word.start : word.end]
    base = said[: len(said) - len(head.form)] + head.base
    if first is None:
        # "Kotiseutuliitto" is a name by itself.
        if not said[0].isupper() or len(base) == len(head.base) or not _inside(text, word.start):
            return None
        return Named(base, head.kind, word.start, word.end, word.end, marked=False)
    start, before = words[first].start, text[words[first].start : words[at - 1].end]
    if head.kind is MembershipKind.JOINT_BODY:
        # "Lounaisen lautakunnan" is the form of "Lounainen lautakunta".
        before = _SHARED.sub("yhteinen", before)
        before = _OF_ADJECTIVE.sub("inen", before)
    elif first == at - 1 and words[first].form in word_set("generic") and base == head.base:
        return None
    elif head.swedish and words[at - 1].form[-1] != "s":
        base = said  # "Södra kommunförbundet" is called so, with its ending
    name = f"{' '.join(before.split())} {base}"
    return Named(name, head.kind, start, word.end, word.end, marked=False)


def _is_owner(text: str, words: Sequence[Word], at: int, head: Head) -> bool:
    """Whether a genitive owns what comes next: the "pilot of a model" is another thing."""
    if head.swedish or head.form[-1] != "n" or head.form.endswith(("een", "oon", "aan", "iin")):
        return False
    starts = tuple(table("networks")["words"]["after"].split())
    following = words[at + 1] if at + 1 < len(words) else None
    return (
        following is not None
        and SPACES.fullmatch(text, words[at].end, following.start) is not None
        and following.form[0].isalpha()
        and not following.form.startswith(starts)
    )


def _inside(text: str, start: int) -> bool:
    """Whether a word stands inside a sentence, where a capital letter means a name."""
    before = text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] in " \u00a0" and (before[0].isalnum() or before[0] == ",")


def named_association(text: str, words: Sequence[Word], at: int) -> Named | None:
    """Read "Järvikunnat ry:n jäseneksi": its membership, not what it does."""
    word = words[at]
    if not at or not SPACES.fullmatch(text, words[at - 1].end, word.start):
        return None
    first = _leftward(text, words, at - 1)
    if first is None:
        return None
    start, end = words[first].start, words[at - 1].end
    case = _CASE.match(text, word.end)
    if case is not None and case["case"] in {"n", "s"}:
        starts = tuple(table("networks")["words"]["after"].split())
        near = [one for one in words[at + 1 : at + 6] if one.start >= case.end()]
        if not any(one.form.startswith(starts) for one in near):
            return None
    name = " ".join(text[start:end].split())
    return Named(name, MembershipKind.ASSOCIATION, start, end, word.end)
