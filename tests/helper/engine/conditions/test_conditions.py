"""The table of conditions is whole."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import postil.engine.conditions as room
from postil.model.condition import Condition

SHARED = {"__init__", "filters", "verdict", "all_any_not"}


def test_every_kind_of_condition_has_its_judge() -> None:
    assert set(room.JUDGES) | set(room.COMBINATIONS) == set(get_args(Condition))


def test_every_file_is_in_the_table() -> None:
    files = {path.stem for path in Path(room.__file__).parent.glob("*.py")} - SHARED
    assert {judge.__module__.rpartition(".")[2] for judge in room.JUDGES.values()} == files
