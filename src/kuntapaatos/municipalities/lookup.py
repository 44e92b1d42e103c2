"""
The municipality that a name or a code means.

>>> municipality("Uudessakaupungissa").code, municipality("Lovisa stad").name, municipality("205").name
('895', 'Loviisa', 'Kajaani')
"""  # noqa: E501

from __future__ import annotations

from functools import cache

from kuntapaatos.errors import InvalidValue, UnknownMunicipality
from kuntapaatos.municipalities.rows import Municipality, rows

__all__ = ["known_municipality", "municipality"]

# The province, not a municipality of that name: as a whole word, in its cases.
_ALAND = ("ahvenanmaa", "ahvenanmaan", "åland", "ålands", "landskapet")
_PROVINCE = (
    "the province of Åland (Ahvenanmaa), not a municipality; "
    "name one of its sixteen, such as Maarianhamina"
)


@cache
def _by_code() -> dict[str, Municipality]:
    return {row.municipality.code: row.municipality for row in rows()}


def known_municipality(given: object) -> Municipality | None:
    """
    Return what `municipality` would, or `None` where it would refuse.

    >>> known_municipality("Mallila") is None, known_municipality("Kajaanin kaupunki").code
    (True, '205')
    """
    if isinstance(given, Municipality):
        return given
    if type(given) is int:
        return _by_code().get(f"{given:03}") if given >= 0 else None
    if not isinstance(given, str):
        return None
    plain = given.strip()
    if len(plain) == 3 and plain.isascii() and plain.isdigit():
        return _by_code().get(plain)
    # The forms of the names are for those who ask by name.
    from kuntapaatos.municipalities.names import base_form

    return base_form(plain)


def municipality(given: Municipality | str | int, /) -> Municipality:
    """
    Return the municipality that a name or a code means.

    Those that were merged from 2015 on are known too, with their last year and what
    they became part of.

    Args:
        given: A Finnish or Swedish name in any case, alone or before a word such as
            "kaupunki"; a code of three figures, or the same as a number; or the
            municipality itself.

    Raises:
        UnknownMunicipality: There is none, or there was none from 2015 on; the error
            has the names that are near.
        InvalidValue: *given* is of another kind.

    >>> municipality("Kajaanin kaupunki").name, municipality("Vasa").name, municipality(49).name
    ('Kajaani', 'Vaasa', 'Espoo')
    >>> municipality("Nastola").last_year, municipality("Nastola").merged_into
    (2015, 'Lahti')
    >>> municipality("Åland")
    Traceback (most recent call last):
        ...
    kuntapaatos.errors.UnknownMunicipality: 'Åland' is the province of Åland (Ahvenanmaa), ...
    """
    found = known_municipality(given)
    if found is not None:
        return found
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise InvalidValue(
            "municipality", given, 'a name such as "Kajaani", or a code ("205", 205)'
        )
    words = str(given).lower().split()
    if words and words[0].strip(".,:;") in _ALAND:
        raise UnknownMunicipality(given, (), _PROVINCE)
    from kuntapaatos.municipalities.names import close_names

    raise UnknownMunicipality(given, close_names(str(given)))
