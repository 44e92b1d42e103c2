"""
One language's sentences and words: a gettext catalogue, always named by the caller.

`locale/<language>/LC_MESSAGES/kuntapaatos.po` is all there is of a language.  An
installed wheel has it compiled; from a checkout it is compiled in memory.

>>> language_of("sv-FI")
'sv'
>>> from kuntapaatos.remedy import RemedyKind
>>> catalogue("sv").term(RemedyKind.ADMINISTRATIVE_REVIEW)
'begäran om omprövning'
"""

from __future__ import annotations

import gettext
from enum import Enum
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.wording.compiling import compiled
from kuntapaatos.io.wording.sentences import Sentence
from kuntapaatos.io.wording.terms import term_of

__all__ = ["Catalogue", "catalogue", "language_of", "languages"]

LOCALE = Path(__file__).parents[2] / "locale"
_DOMAIN = "kuntapaatos"


def languages() -> tuple[str, ...]:
    """Return the languages that there are, by their codes in the order of the alphabet."""
    return tuple(sorted(path.parts[-3] for path in LOCALE.glob(f"*/LC_MESSAGES/{_DOMAIN}.po")))


def language_of(tag: str) -> str:
    """
    Return the language of a BCP 47 tag.

    Raises:
        InvalidValue: There is no catalogue for it.

    >>> language_of("fi"), language_of("EN-gb"), language_of("sv_FI")
    ('fi', 'en', 'sv')
    """
    known = languages()
    language = tag.replace("_", "-").partition("-")[0].lower() if isinstance(tag, str) else ""
    if language not in known:
        raise InvalidValue("language", tag, f"a language tag of {', '.join(known)}")
    return language


class Catalogue:
    """
    The sentences and words of one language.

    Attributes:
        language: Its code, such as "sv".
    """

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations

    def template(self, sentence: Sentence) -> str:
        """Return a sentence with its places still open."""
        if sentence.context:
            return self._translations.pgettext(sentence.context, sentence.text)
        return self._translations.gettext(sentence.text)

    def plural(self, sentence: Sentence, count: int) -> str:
        """Return the form of a sentence for a number, with its places still open."""
        return self._translations.ngettext(sentence.text, sentence.many, count)

    def say(self, sentence: Sentence, /, **places: object) -> str:
        """Return a sentence."""
        return self.template(sentence).format(**places)

    def term(self, member: Enum) -> str:
        """Return what stands for a member of an enum."""
        return self._translations.pgettext(type(member).__name__, term_of(member))


@lru_cache(maxsize=64)
def catalogue(tag: str) -> Catalogue:
    """
    Return the catalogue of a language.

    Raises:
        InvalidValue: There is no catalogue for it.
    """
    language = language_of(tag)
    folder = LOCALE / language / "LC_MESSAGES"
    made = folder / f"{_DOMAIN}.mo"
    if made.is_file():
        content = made.read_bytes()
    else:
        content = compiled((folder / f"{_DOMAIN}.po").read_text(encoding="utf-8"))
    return Catalogue(language, gettext.GNUTranslations(BytesIO(content)))
