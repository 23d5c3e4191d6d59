from __future__ import annotations

import inspect

import pytest

from postil import errors
from postil.errors import PostilError, RulesError, render

KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]


def test_render_says_what_where_and_what_to_do() -> None:
    error = RulesError("The rules have 2 problems.", where="rules/topics", remedy="Run `postil rules check`.")
    assert render(error) == (
        "The rules have 2 problems.\n  where: rules/topics\n  to do: Run `postil rules check`."
    )


def test_render_leaves_an_empty_where_out() -> None:
    error = PostilError("It stopped.", remedy="Start it again.")
    assert render(error) == "It stopped.\n  to do: Start it again."


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_hangs_in_the_tree_and_stands_in_its_drawing(kind: type[Exception]) -> None:
    assert issubclass(kind, PostilError)
    assert kind.__name__ in (errors.__doc__ or "")
    assert kind.__doc__
