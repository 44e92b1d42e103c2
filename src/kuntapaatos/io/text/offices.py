"""
The titles of office-holders, and who acts at the beginning of a sentence.

>>> text = "Vs. kaupunginjohtaja Maija Esimerkki"
>>> text[slice(*office_in(text))]
'Vs. kaupunginjohtaja'
>>> subject_of("Tekninen lautakunta jatkaa sopimusta vuodella.")
Subject(name='Tekninen lautakunta', is_body=True, verb='jatkaa')
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from kuntapaatos.io.text.bodies import LONGEST, is_organ
from kuntapaatos.io.text.tables import table

__all__ = [
    "Subject",
    "bare",
    "decides",
    "deciding",
    "is_office",
    "nominative",
    "office_in",
    "subject_of",
]

_TABLES = tuple(table("offices").values())
_ENDS = tuple(end for part in _TABLES for end in part["ends"])
_COMPOUNDS = tuple(end for part in _TABLES for end in part["compounds"])
_DEPUTIES = frozenset(word for part in _TABLES for word in part["deputies"])
_NEVER = tuple(end for part in _TABLES for end in part["never"])
_ASIDES = frozenset(word for part in _TABLES for word in part["asides"])
_LINKS = frozenset(word for part in _TABLES for word in part["links"])
# What stands behind whose decision it is, perhaps with its number.
_DECISION = re.compile(
    r"[ ](?:(?:viranhaltija)?päätös|(?:tjänsteinnehavar)?beslut)"
    r"(?:[ ](?:§[ ]?|nro?[ ])?\d{1,4}(?:[ ]?/[ ]?\d{4})?[ ]?§?)?$",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset("av till för om på med från vid hos".split())
_WORD = re.compile(r"(?:[Tt]\.f|[\w/-]{1,70}+)[.,]?")
# No title has more words before its last; a deputy's sign is none of them.
_MOST_WORDS, _MOST_NAME = 9, 12
# "Terveysinsinööri 3", "aluepäällikkö 5.1", and a unit between commas.
_NUMBERED = re.compile(r"[ ]\d{1,3}(?:\.\d{1,2})?(?=[ ,])")
_COMMA = re.compile(r",[ ]")
# What the verb of one who acts ends with; "valitaan" and "väljs" have none who acts.
_ACTING = (
    "aa",
    "ää",
    "ee",
    "yy",
    "uu",
    "oo",
    "oi",
    "öi",
    "si",
    "ti",
    "vi",
    "hti",
    "ui",
    "yi",
    "li",
    "ni",
    "ki",
)
_ACTING_SV = ("ar", "er", "ade", "de", "te")
_VERBS = frozenset("on ei har är beslöt gav utsåg avslog lät tog såg inte".split())
_PASSIVE = ("taan", "tään", "daan", "dään", "laan", "lään", "naan", "nään", "tiin", "des")


def _genitive(title: str) -> str:
    """Return the genitive of what a title ends with."""
    for end, genitive in (("kkö", "kön"), ("tti", "tin"), ("hti", "hdin"), ("mies", "miehen")):
        if title.endswith(end):
            return title[: -len(end)] + genitive
    return f"{title}{'in' if title[-1] not in 'aeiouyäö' else 'n'}"


_GENITIVES: tuple[tuple[str, str], ...] = (
    *((_genitive(end), end) for end in table("offices")["fi"]["ends"]),
    *((f"{end}s", end) for end in table("offices")["sv"]["ends"]),
)


class Subject(NamedTuple):
    """
    Who acts in a sentence.

    Attributes:
        name: The body or the title, as printed.
        is_body: Whether it is a body.
        verb: What it does, in small letters.
    """

    name: str
    is_body: bool
    verb: str


# The words of a text come back, in it and in others.
@lru_cache(maxsize=2048)
def _ends_title(word: str) -> bool:
    folded = word.casefold()
    if folded.endswith(_COMPOUNDS):
        return folded not in _COMPOUNDS
    return folded.endswith(_ENDS)


def office_in(text: str) -> tuple[int, int] | None:
    """
    Return where the title of an office stands at the start of *text*.

    Only its first word may have a capital, so that no person's name is taken for a
    part of it.

    >>> office_in("Maija Esimerkki") is None
    True
    """
    head = text[:LONGEST]
    shouted = head.isupper()
    end, count, at = None, 0, -1
    for found in islice(_WORD.finditer(head), _MOST_WORDS + 3):
        word = found.group().rstrip(".,")
        if found.start() > at + 1 + (count == 0) or count > _MOST_WORDS:
            break
        deputy = word.casefold() in _DEPUTIES
        if count and not deputy and not shouted and not word[:1].islower() and word[0] != "-":
            break
        if count and word in _PREPOSITIONS:
            break
        at = found.end()
        if _ends_title(word):
            end = found.start() + len(word)
        count += not deputy
        if found.group()[-1] == "." and not deputy:
            break
    return None if end is None else (0, end)


def is_office(text: str) -> bool:
    """
    Return whether *text* is the title of an office and nothing else.

    >>> is_office("Chef för enheten"), is_office("Chef för enheten beslutar")
    (True, False)
    """
    title, _, unit = text.partition(" för ")
    if unit and not (unit.islower() and {*unit.split()[1::2]} <= {"och"}):
        return False
    return len(text) <= 80 and office_in(title) == (0, len(title))


def decides(text: str) -> bool:
    """
    Return whether *text* is the title of an office that may decide, and nothing else.

    >>> decides("Rehtori"), decides("Valtuuston puheenjohtaja")
    (True, False)
    """
    return is_office(text) and not text.casefold().endswith(_NEVER)


def deciding(words: str) -> str | None:
    """
    Return the office of "Kunnanjohtajan päätös 12/2021", or `None`.

    >>> deciding("Kunnanjohtajan päätös 12/2021"), deciding("Kunnanhallituksen päätös")
    ('Kunnanjohtaja', None)
    """
    decision = _DECISION.search(words[-60:])
    if decision is None:
        return None
    office = bare(nominative(words[: len(words) - len(words[-60:]) + decision.start()]))
    return office if is_office(office) else None


def subject_of(sentence: str) -> Subject | None:
    """
    Return who acts at the beginning of a sentence, whatever the verb; `None` when nobody does.

    >>> subject_of("Terveysinsinööri 3 päätti, että pöytäkirja pidetään nähtävänä.").name
    'Terveysinsinööri 3'
    >>> subject_of("Hallintojohtajaksi valitaan Maija Esimerkki.") is None
    True
    """
    head = sentence[:LONGEST]
    words = list(islice(_WORD.finditer(head), _MOST_NAME + 1))
    for found, after in pairwise(words):
        name = head[: found.end()].rstrip(",.")
        if not name[:1].isupper() or len(name) > LONGEST:
            return None
        if not _acts(after.group()):
            continue
        if is_organ(name):
            return Subject(name, True, after.group().rstrip(",."))
        title = _NUMBERED.sub("", f"{name} ").strip()
        if decides(title):
            return Subject(name, False, after.group().rstrip(",."))
    return _with_unit(head)


def _with_unit(head: str) -> Subject | None:
    """Return the office of "Palvelupäällikkö, työhön kuntouttavat palvelut, päätti"."""
    office = office_in(head) if head[:1].isupper() else None
    if office is None or head[office[1] : office[1] + 1] != ",":
        return None
    for comma in islice(_COMMA.finditer(head, office[1] + 1), 3):
        after = _WORD.match(head, comma.end())
        if after is not None and _acts(after.group()):
            return Subject(head[: office[1]], False, after.group().rstrip(",."))
    return None


def _acts(word: str) -> bool:
    """Whether a word may be the verb of one who acts."""
    bare = word.rstrip(",.")
    if (
        not bare.isalpha()
        or not bare.islower()
        or bare in _LINKS
        or bare in _ASIDES
        or bare.endswith(_PASSIVE)
    ):
        return False
    return bare in _VERBS or bare.endswith(_ACTING) or bare.endswith(_ACTING_SV)


def nominative(label: str) -> str:
    """
    Return what begins with the office of "Kaupunginjohtajan ehdotus", that in its base form.

    >>> nominative("Vs. kaupunginjohtajan ehdotus")
    'Vs. kaupunginjohtaja ehdotus'
    """
    words = (label.capitalize() if label.isupper() else label).split()
    return " ".join(map(_base_form, words))


def bare(title: str) -> str:
    """
    Return a title without its Swedish article, which it keeps behind an adjective.

    >>> bare("Stadsdirektören"), bare("Rektorn"), bare("Tekniska direktören"), bare("Johtajan")
    ('Stadsdirektör', 'Rektor', 'Tekniska direktören', 'Johtajan')
    """
    before, _, word = title.rpartition(" ")
    if before.endswith("a") or not _ends_title(word):
        return title
    shorter = (title.removesuffix(article) for article in ("en", "n"))
    return next((short for short in shorter if short != title and _ends_title(short)), title)


def _base_form(word: str) -> str:
    for genitive, base in _GENITIVES:
        if word.endswith(genitive):
            return word[: -len(genitive)] + base
    return word
