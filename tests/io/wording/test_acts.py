from __future__ import annotations

import pytest

from kuntapaatos.io.wording.terms import ACTS
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.law import Act, Provision, acts


@pytest.mark.parametrize("act", acts().values(), ids=lambda act: act.number)
def test_an_act_in_each_language(act: Act) -> None:
    """
    An act is cited by its name where that is one word: in Swedish by the Swedish one of the table.

    In English, which has no name of its own for it, by the Finnish name and the number.
    """
    provision = Provision(act.name, act.number, "1 §")
    assert (act.name in ACTS) or " " in act.name
    for language, name in (("sv", act.swedish), ("fi", act.name), ("en", act.name)):
        cited = act.number if " " in name else name
        if language == "en" and cited == name:
            cited = f"{name} ({act.number})"
        assert Voice(language).source(provision) == f"{cited} 1 §"
