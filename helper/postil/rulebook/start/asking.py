"""A question of the questionnaire, and how answers become YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from postil.errors import InputError
from postil.rulebook.problems import did_you_mean

Answers = Mapping[str, str]
"""Key of a question -> what was answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`usual` is what an empty answer means; `options`, where there are some, are all that may be said."""

    key: str
    ask: str
    usual: str
    options: tuple[str, ...] = ()

    def settle(self, answer: str) -> str:
        """The answer, or what is usual.

        Raises:
            InputError: It is none of the options.
        """
        answer = " ".join(answer.split()) or self.usual
        if self.options and answer not in self.options:
            hint = did_you_mean(answer, self.options)
            raise InputError(f"`{answer}` cannot be chosen here.", where=self.key, remedy=hint)
        return answer


def settle(questions: tuple[Question, ...], given: Answers) -> dict[str, str]:
    """An answer to every question.

    Raises:
        InputError: An answer is none of the options, or answers no question.
    """
    keys = [one.key for one in questions]
    for key in given:
        if key not in keys:
            raise InputError(f"There is no question `{key}`.", where=key, remedy=did_you_mean(key, keys))
    return {one.key: one.settle(given.get(one.key, "")) for one in questions}


def text(answer: str) -> str:
    """A text in YAML, in quotation marks whatever it holds."""
    return json.dumps(answer, ensure_ascii=False)


def several(answer: str) -> str:
    """A list in YAML out of an answer with commas in it."""
    return f"[{', '.join(text(part.strip()) for part in answer.split(',') if part.strip())}]"


def both(en: str, nl: str) -> str:
    """A text for people, in both languages."""
    return f"{{en: {text(en)}, nl: {text(nl)}}}"
