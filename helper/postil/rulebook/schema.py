"""The shapes of the three kinds of file as JSON Schema, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from postil.rulebook.conditions import CONDITION
from postil.rulebook.policy_file import POLICY_FILE
from postil.rulebook.shape.sheet import Json, Shape
from postil.rulebook.terms_file import TERMS_FILE
from postil.rulebook.topic_file import TOPIC_FILE

_FILES: Mapping[str, tuple[str, Shape[Any]]] = {
    "terms": ("A term list of Postil", TERMS_FILE),
    "topic": ("A topic of Postil", TOPIC_FILE),
    "policy": ("A policy of Postil", POLICY_FILE),
}
"""File name of the schema -> its title and the shape that it says."""


def schemas() -> dict[str, Json]:
    """Each kind of file with its schema."""
    return {name: _schema(title, shape) for name, (title, shape) in _FILES.items()}


def texts() -> dict[str, str]:
    """Each schema as its file holds it: `terms.json` -> text."""
    return {f"{name}.json": json.dumps(schema, indent=1) + "\n" for name, schema in schemas().items()}


def write(folder: Path) -> list[Path]:
    """Write all schemas into `folder` and return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in texts().items():
        (folder / name).write_text(text, encoding="utf-8")
        written.append(folder / name)
    return written


def _schema(title: str, shape: Shape[Any]) -> Json:
    """One schema, with the condition defined once where it is used."""
    head: Json = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    body = shape.schema()
    defined: Json = {"$defs": {CONDITION.name: CONDITION.find().schema()}} if _refers(body) else {}
    return head | body | defined


def _refers(part: object) -> bool:
    if isinstance(part, Mapping):
        return "$ref" in part or any(map(_refers, part.values()))
    return isinstance(part, list) and any(map(_refers, part))
