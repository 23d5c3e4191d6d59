"""What the tests of rule files share: the sample rules in a folder of their own, and YAML read by a shape."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from postil.rulebook.load import read_file
from postil.rulebook.shape.sheet import Shape
from postil.rulebook.shelf import Entry
from postil.rulebook.source import compose

Read = Callable[[Shape[Any], str], Entry]
Edit = Callable[[str, str, str], Path]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample rules."""
    shutil.copytree(Path(__file__).parent / "sample", tmp_path / "rules")
    return tmp_path / "rules"


@pytest.fixture
def edit(sample: Path) -> Edit:
    """Change a file of the sample: `edit("terms/patients", "old", "new")`; hands back the folder."""

    def change(file: str, before: str, after: str) -> Path:
        path = sample / f"{file}.yaml"
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        return sample

    return change


@pytest.fixture
def read() -> Read:
    """YAML read by a shape: the value, or the problems on its sheet."""

    def by_shape(shape: Shape[Any], text: str) -> Entry:
        return read_file(compose(Path("some.yaml"), text.encode()), shape)

    return by_shape
