from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

import kuntapaatos as k
from kuntapaatos.io.json import json_schema, to_dict, to_json

pydantic = pytest.importorskip("pydantic", reason="pydantic is not installed, and no dependency")
jsonschema = pytest.importorskip("jsonschema", reason="the judge of schemas is not installed")
referencing = pytest.importorskip("referencing", reason="it comes with jsonschema")


class Matter(pydantic.BaseModel):  # type: ignore[misc, name-defined]
    """A model of somebody else's, with values of ours."""

    name: str
    deadline: k.Deadline
    notices: tuple[k.Notice, ...] = ()
    kind: k.RemedyKind | None = None


DEADLINE = k.count_deadline(k.Notice.letter(date(2024, 12, 10)), k.Period.days(14))
MATTER = Matter(
    name="Asia", deadline=DEADLINE, notices=(DEADLINE.notice,), kind=k.RemedyKind.APPEAL
)


def test_value_as_it_is() -> None:
    """
    A field takes the value itself, and gives it back.
    """
    assert MATTER.deadline is DEADLINE
    assert MATTER.model_dump()["deadline"] is DEADLINE
    assert (
        Matter.model_validate({"name": "Asia", "deadline": to_dict(DEADLINE)}).deadline == DEADLINE
    )


def test_as_json() -> None:
    """
    In JSON a field is the envelope, and the model reads its own text.
    """
    text = MATTER.model_dump_json()
    assert json.loads(text)["deadline"] == json.loads(to_json(DEADLINE))
    assert json.loads(text)["kind"] == "valitus"
    assert Matter.model_validate_json(text) == MATTER


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(to_dict(k.Period.days(14)), id="another type"),
        pytest.param({}, id="no envelope"),
        pytest.param("2024-12-31", id="a text"),
        pytest.param({**to_dict(DEADLINE), "version": 4}, id="a newer version"),
    ],
)
def test_faults_are_the_models(given: object) -> None:
    """
    What is no such value is the model's own error, with the field's name.
    """
    with pytest.raises(pydantic.ValidationError) as caught:
        Matter.model_validate({"name": "Asia", "deadline": given})
    assert [error["loc"] for error in caught.value.errors()] == [("deadline",)]


def test_schema_of_a_model() -> None:
    """
    The model's own JSON Schema refers to ours, and takes what the model writes.
    """
    schema = Matter.model_json_schema()
    ours = json_schema()
    registry = referencing.Registry().with_resource(
        ours["$id"], referencing.Resource.from_contents(ours)
    )
    judge = jsonschema.Draft202012Validator(schema, registry=registry)
    document = json.loads(MATTER.model_dump_json())
    judge.validate(document)
    document["deadline"]["value"]["period"]["length"] = "14"
    assert not judge.is_valid(document)


def test_never_imported_by_us() -> None:
    """
    The library loads no pydantic, not even where it is installed.
    """
    code = "import sys, kuntapaatos.io.json; assert 'pydantic' not in sys.modules; assert 'pydantic_core' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
