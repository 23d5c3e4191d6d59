from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from postil.rulebook import schema
from postil.rulebook.find import rules_folder

HERE = Path(__file__).parent
KINDS = {"terms": "terms", "topics": "topic", "policies": "policy"}
FILES = [
    file
    for folder in (HERE / "sample", rules_folder())
    for kind in KINDS
    for file in folder.glob(f"{kind}/*.yaml")
]
SCHEMAS: dict[str, Any] = schema.schemas()


def plain(file: Path) -> dict[str, object]:
    """The file's data as an editor sees it: YAML 1.2 knows no dates."""
    data: dict[str, object] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return dict(json.loads(json.dumps(data, default=str)))


def problems(kind: str, data: dict[str, object]) -> list[str]:
    validator = jsonschema.Draft7Validator(SCHEMAS[kind])
    return [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(data)]


def test_the_shipped_schemas_are_the_generated_ones() -> None:
    for name, text in schema.texts().items():
        assert (rules_folder() / "schema" / name).read_text(encoding="utf-8") == text, (
            "run `postil rules schema`"
        )


@pytest.mark.parametrize("kind", KINDS.values())
def test_each_is_a_schema(kind: str) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMAS[kind])


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-3]}/{file.parent.name}/{file.stem}")
def test_every_rule_file_fits_its_schema_and_names_it(file: Path) -> None:
    kind = KINDS[file.parent.name]
    assert not problems(kind, plain(file))
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(rf"# yaml-language-server: \$schema=\.\./schema/{kind}\.json", first)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("topic", {"exeptions": []}),
        ("topic", {"status": "activ"}),
        ("topic", {"when": {"existance": {"terms": "a"}}}),
        ("topic", {"when": {"all": [{"proximity": {"terms": "a", "near": "b"}}]}}),
        ("topic", {"message": {"en": "Only English."}}),
        ("terms", {"en": [22]}),
        ("terms", {"dutch": ["x"]}),
        ("policy", {"working-hours": False}),
        ("policy", {"clauses": []}),
    ],
)
def test_a_schema_refuses_what_the_loader_refuses(kind: str, change: dict[str, Any]) -> None:
    file = {"topic": "topics/patient-privacy", "terms": "terms/patients", "policy": "policies/leeds"}[kind]
    data = plain(HERE / "sample" / f"{file}.yaml")
    assert not problems(kind, data)
    assert problems(kind, data | change)
