from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import InputError
from postil.model.policy import Rulebook
from postil.rulebook.load import load
from postil.rulebook.start import KINDS, start
from postil.rulebook.start.asking import settle


@pytest.mark.parametrize("kind", KINDS)
def test_the_usual_answers_make_a_file_that_is_well(sample: Path, kind: str) -> None:
    files = start(kind, "new-one", settle(KINDS[kind].questions, {}), sample)
    assert files[0].name == "new-one.yaml"
    assert isinstance(load(sample), Rulebook)


@pytest.mark.parametrize("name", ["New One", "../new", "", "a_b"])
def test_a_name_must_be_an_id(sample: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be a file's name"):
        start("terms", name, settle(KINDS["terms"].questions, {}), sample)


def test_a_file_is_never_written_over(sample: Path) -> None:
    before = (sample / "terms" / "patients.yaml").read_bytes()
    with pytest.raises(InputError, match="there already"):
        start("terms", "patients", settle(KINDS["terms"].questions, {}), sample)
    assert (sample / "terms" / "patients.yaml").read_bytes() == before


def test_answers_that_make_no_rule_leave_nothing_behind(sample: Path) -> None:
    with pytest.raises(InputError) as caught:
        start("terms", "new-one", settle(KINDS["terms"].questions, {"en": "(open"}), sample)
    assert "'(' has no ')'." in caught.value.remedy
    assert not (sample / "terms" / "new-one.yaml").exists()
