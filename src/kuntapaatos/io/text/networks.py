"""
Which network, association, programme or project a text names, by its whole name.

>>> [(one.name, one.kind) for one in named("Osallistuminen Terve kunta -verkostoon")]
[('Terve kunta', <MembershipKind.NETWORK: 'verkosto'>)]
>>> [one.name for one in named("Kommunen deltar i nätverket Hållbar skärgård åren 2025–2026.")]
['Hållbar skärgård']
>>> [one.name for one in named("Liittyminen Järvikuntien verkostoon")]
['Järvikuntien verkosto']
>>> [one.name for one in named("Kunta liittyy Järvikunnat ry:n jäseneksi.")]
['Järvikunnat']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kuntapaatos.io.text.municipalities import find_municipalities
from kuntapaatos.io.text.network_heads import (
    Head,
    head_of,
    is_kind,
    may_name,
    word_set,
)
from kuntapaatos.io.text.network_names import (
    GAP,
    LONGEST,
    SPACES,
    Named,
    is_association,
    is_capital,
    named_association,
    named_before,
)
from kuntapaatos.io.text.words.lexicon import Word, words_of
from kuntapaatos.membership import MembershipKind

__all__ = ["Named", "in_base_form", "is_kind", "may_name", "named", "without_owner"]

_OPENS = re.compile(r"[ \u00a0][\"”“»]([^\"”“»\n]{2,80})[\"”“»]")
_BARE = (
    r"(?P<name>[A-ZÅÄÖ][\w&-]{0,30}(?: (?:of|for|the|and)(?= )| [A-ZÅÄÖ][\w&-]{0,30}){0,5}"
    r"(?<=[bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ]))"
)
# "Eurotownsin", "AMR:n"; "Eurotownsiin", "AMR:ään"
_BARE_BEFORE = re.compile(rf"(?<![\w-]){_BARE}(?P<case>in|:n) \Z")
_BARE_AFTER = re.compile(rf" {_BARE}(?P<case>iin|issa|ista|:\w{{2,4}})(?![\w-])")
_MARKED = re.compile(r"[\"”]?[ ]?-")
# "Green Lakes (GL) är ett nätverk"
_TOLD = re.compile(r"(?: \([^()\n]{1,20}\))?,? (?:on|är) ([^.;\n]{1,160})")
_ENDS_LINE = re.compile(r"[ \u00a0]{0,3}(?:[.,;]?(?:\n|\Z)|\.[ ][A-ZÅÄÖ])")
_ENDS = re.compile(r"[ \u00a0]{0,3}(?:[.,;\n(]|\d{4}|\Z)")


def named(text: str, start: int = 0, end: int | None = None) -> Iterator[Named]:
    """
    Give the names of networks, associations, programmes and projects, in order.

    Args:
        text: A clean text.
        start: Where the part starts that is looked through, included.
        end: Where it ends, excluded; `None` for all of it.
    """
    words = words_of(text, start, end)
    for at, word in enumerate(words):
        found = None
        if is_association(text, words, at):
            found = named_association(text, words, at)
        elif word.form in word_set("member") | word_set("joins"):
            found = _member_of(text, words, at)
        else:
            head = _head_at(words, at)
            if head is not None:
                found = named_before(text, words, at, head) or _called(text, words, at, head)
        found = found or _bare(text, word)
        if found is not None and len(found.name) > 1 and not found.name.isdigit():
            yield found


def _head_at(words: Sequence[Word], at: int) -> Head | None:
    """Return what a word says that a thing is; of "nimiseen verkostoon" the next one."""
    form = words[at].form
    if form.endswith(tuple(word_set("status"))):
        return Head("kunta", None, False, False, form)
    if form in word_set("named_so"):
        following = (head_of(one.form) for one in words[at + 1 : at + 3])
        return next((one for one in following if one is not None), None)
    return head_of(form)


def without_owner(one: Named, text: str) -> Named:
    """
    Leave out "Tukisäätiön" before a name that the text has without it, too.

    >>> text = "Tukisäätiön Hyvä arki -malliin hakeminen. Hyvä arki -malli auttaa."
    >>> without_owner(next(named(text)), text).name
    'Hyvä arki'
    """
    owner, _, rest = one.name.partition(" ")
    if not rest or owner[-1] not in "ns" or not (rest[0].isupper() or rest[0].isdigit()):
        return one
    # Elsewhere it is marked as a name without the owner.
    alone = any(
        not text.endswith(f"{owner} ", 0, at) and _MARKED.match(text, at + len(rest))
        for at in _places(text, rest)
    )
    if not alone or text.count(rest) <= text.count(f"{owner} {rest}"):
        return one
    return one._replace(name=rest, start=one.end - len(rest))


_ENDINGS = (("isen", "inen"), ("n", ""))


_IS = re.compile(r"[ ]on[ ](?=([^.;:\n]{0,160}))")


def in_base_form(one: Named, text: str) -> Named:
    """
    Give a network the name that the text has in its base form, where it says what that is.

    >>> text = "Liittyminen Pohjoisen väylän verkostoon. Pohjoinen väylä on kuntien verkosto."
    >>> in_base_form(next(named(text)), text).name
    'Pohjoinen väylä'
    """
    owner = one.name.split()[:-1]
    bases = [
        next((word.removesuffix(end) + base for end, base in _ENDINGS if word.endswith(end)), None)
        for word in owner
    ]
    if one.marked or not bases or None in bases:
        return one
    base = " ".join(map(str, bases))
    for said in _IS.finditer(text):
        end = said.start()
        at = end - len(base)
        whole = text.endswith(base, 0, end) and not text[max(at - 1, 0) : at].isalnum()
        if whole and any(map(is_kind, words_of(said[1]))):
            return Named(base, one.kind, at, end, end, marked=False)
    return one


def _called(text: str, words: Sequence[Word], at: int, head: Head) -> Named | None:
    """Read "nätverket Hållbar skärgård": what is called so stands after its kind."""
    last = at
    while last + 1 < len(words) and words[last + 1].form in word_set("entitled"):
        last += 1
    end = words[last].end
    quoted = _OPENS.match(text, end)
    if quoted is not None:
        return Named(quoted[1].strip(), head.kind, *quoted.span(1), quoted.end())
    if last + 1 == len(words) or not SPACES.fullmatch(text, end, words[last + 1].start):
        return None
    if last == at and head.kind is None:
        return None
    found = _rightward(text, words, last + 1, head.kind)
    if found is None or last > at or head.swedish or head.form == head.base:
        return found
    # "Hankkeeseen Sininen tie": only where nothing goes on, and nobody owns anything.
    ends = _ENDS.match(text, found.end) is not None
    first = words[last + 1].form
    return found if ends and (first[-1] != "n" or first.endswith("nen")) else None


def _rightward(
    text: str, words: Sequence[Word], begin: int, kind: MembershipKind | None
) -> Named | None:
    """Return the name that begins with a word: as far as what can be no part of it."""
    last = None
    for here in range(begin, min(len(words), begin + LONGEST)):
        one = words[here]
        if here > begin and not GAP.fullmatch(text, words[here - 1].end, one.start):
            break
        capital = is_capital(text, one)
        if one.form[:4].isdigit():
            # "KvarkenLeden 2", where nothing is counted by it
            last = here if len(one.form) < 3 and _ENDS_LINE.match(text, one.end) else last
            break
        if here == begin and (not capital or one.form in word_set("owner")):
            return None
        if is_association(text, words, here):
            kind = MembershipKind.ASSOCIATION
            break
        if not capital and is_kind(one):
            # "Terve kunta -nätverket" and "Ålands kommunförbund" are read from their ends.
            if "-" in text[words[here - 1].end : one.end] or words[here - 1].form[-1] == "s":
                return None
            # "Nordiska skärgårdsföreningen"
            told = head_of(one.form)
            kind, last = (told.kind if told is not None else kind), here
            break
        joining = not capital and _joins(text, words, here)
        if not (capital or joining) and (one.form in word_set("stop") or one.lemmas):
            if _may_go_on(text, words, here):
                return _said_again(text, words, begin, here, kind)
            break
        last = here
    if last is None:
        return None
    start, end = words[begin].start, words[last].end
    return Named(" ".join(text[start:end].split()), kind, start, end, end)


def _said_again(
    text: str, words: Sequence[Word], begin: int, here: int, kind: MembershipKind | None
) -> Named | None:
    """
    Return the name that goes on over a small word, where the text says it twice alike.

    "Programmet En skola för alla 2025" and "i programmet En skola för alla." share all of
    the name, and nothing of what follows.
    """
    start = words[begin].start
    said = text[start : words[here].end]
    longest, other = 0, text.find(said)
    for _ in range(LONGEST):
        if other < 0:
            break
        longest = max(longest, 0 if other == start else _alike(text, start, other))
        other = text.find(said, other + 1)
    ends = [word.end for word in words[begin : begin + LONGEST] if word.end <= start + longest]
    while ends and _is_small(words[begin + len(ends) - 1]):
        ends.pop()
    if not ends or ends[-1] <= words[here].end:
        return None
    return Named(" ".join(text[start : ends[-1]].split()), kind, start, ends[-1], ends[-1])


def _alike(text: str, one: int, other: int) -> int:
    """Return how many letters of a line are alike from two places on."""
    ours, theirs = f"{text[one : one + 120]}\n", f"{text[other : other + 120]}\n"
    pairs = enumerate(zip(ours, theirs, strict=False))
    return next(at for at, (first, second) in pairs if first != second or first in "\n.,")


def _is_small(word: Word) -> bool:
    return word.form in word_set("stop") | word_set("open") or word.form[0].isdigit()


def _may_go_on(text: str, words: Sequence[Word], here: int) -> bool:
    """Whether a name may go on over a small word: half of it is another name."""
    if words[here].form not in word_set("open") or here + 1 == len(words):
        return False
    following = words[here + 1]
    return (
        SPACES.fullmatch(text, words[here].end, following.start) is not None
        and following.form[0].isalpha()
        and not following.lemmas
        and following.form not in word_set("stop") | word_set("apart")
    )


def _member_of(text: str, words: Sequence[Word], at: int) -> Named | None:
    """Read "medlemskap i Friska kommuner", and "ansluter sig till" what the text tells of."""
    joins = words[at].form in word_set("joins")
    near = range(at + 1, min(len(words) - 1, at + (4 if joins else 2)))
    toward = next((here for here in near if words[here].form in word_set("toward")), None)
    if toward is None or is_kind(words[toward + 1]):
        return None
    found = _rightward(text, words, toward + 1, None)
    known = found is not None and (found.kind is not None or _is_told(text, found.name))
    return None if joins and not known else found


def _places(text: str, name: str) -> Iterator[int]:
    """Give where a text has a name as words of their own."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[max(at - 1, 0) : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(name, end)


def _is_told(text: str, name: str) -> bool:
    """Whether a text says of a name that it is something to be a member of."""
    told = (_TOLD.match(text, at + len(name)) for at in _places(text, name))
    return any(hit is not None and any(map(is_kind, words_of(hit[1]))) for hit in told)


def _bare(text: str, word: Word) -> Named | None:
    """Read "House of Northin jäseneksi" and "AMR:n jäsenyyttä", foreign names in Finnish forms."""
    if not word.form.startswith(("jäsen", "liity", "liitty", "eroa")):
        return None
    before = _BARE_BEFORE.search(text, max(0, word.start - 90), word.start)
    found = before or _BARE_AFTER.match(text, word.end)
    if found is None:
        return None
    name, start, end = found["name"], *found.span("name")
    ends = (at + len(name) for at in _places(text, name))
    alone = any(text[last : last + 1] != ":" for last in ends)
    foreign = found["case"][0] == ":" or " " in name or alone
    if not foreign or not (alone or " " in name) or find_municipalities(text[start : found.end()]):
        return None
    return Named(name, None, start, end, max(end, word.end))


def _joins(text: str, words: Sequence[Word], here: int) -> bool:
    """Whether a small word stands before another word of the same name."""
    return (
        words[here].form in word_set("joining")
        and here + 1 < len(words)
        and is_capital(text, words[here + 1])
        and not words[here + 1].form[0].isdigit()
    )
