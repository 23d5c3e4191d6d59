from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from postil.errors import InputError
from postil.rulebook.start.asking import Question, both, settle, several, text

QUESTIONS = (
    Question(key="theme", ask="What?", usual="tone", options=("tone", "people")),
    Question(key="title", ask="Title?", usual="T"),
)
PRINTED = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40)


def test_what_is_not_answered_is_usual() -> None:
    assert settle(QUESTIONS, {"title": "  A   new\nthing "}) == {"theme": "tone", "title": "A new thing"}


@pytest.mark.parametrize(
    ("given_", "what", "remedy"),
    [
        ({"theme": "tune"}, "`tune` cannot be chosen here.", "Did you mean `tone`?"),
        ({"titel": "x"}, "There is no question `titel`.", "Did you mean `title`?"),
    ],
)
def test_what_cannot_be_answered_is_said(given_: dict[str, str], what: str, remedy: str) -> None:
    with pytest.raises(InputError) as caught:
        settle(QUESTIONS, given_)
    assert (caught.value.what, caught.value.remedy) == (what, remedy)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(InputError) as caught:
        settle(QUESTIONS, {"theme": "tune", "titel": "x"})
    assert caught.value.what == "2 answers cannot be taken."
    assert "Did you mean `tone`?" in caught.value.remedy
    assert "Did you mean `title`?" in caught.value.remedy


def test_each_part_of_a_list_has_the_form() -> None:
    question = Question(key="n", ask="?", usual="", form="[a-z]", listed=True, hint="One letter each.")
    assert question.settle("a, b ,") == "a, b ,"
    assert question.settle("") == ""
    with pytest.raises(InputError, match="`bb` is no answer") as caught:
        question.settle("a, bb")
    assert caught.value.remedy == "One letter each."


@given(PRINTED, PRINTED)
def test_any_answer_becomes_that_text_in_yaml(one: str, other: str) -> None:
    assert yaml.safe_load(text(one)) == one
    assert yaml.safe_load(both(one, other)) == {"en": one, "nl": other}


def test_commas_part_a_list() -> None:
    assert yaml.safe_load(several(' one , two "x",, three')) == ["one", 'two "x"', "three"]
    assert yaml.safe_load(several("")) == []
