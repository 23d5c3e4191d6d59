"""A question of the questionnaire, and how answers become YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from postil.errors import InputError
from postil.rulebook.problems import did_you_mean

Answers = Mapping[str, str]
"""Key of a question -> what was answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked, and what may be answered.

    `usual` is what an empty answer means; `options`, where there are some, are all that may be said; `form` is a
    pattern that the whole answer has to fit, or each part of it between commas (`listed`), and `hint` says it in words.
    """

    key: str
    ask: str
    usual: str
    options: tuple[str, ...] = ()
    form: str = ""
    listed: bool = False
    hint: str = ""

    def settle(self, answer: str) -> str:
        """The answer, or what is usual.

        Raises:
            InputError: It is none of the options, or has not the form.
        """
        answer = " ".join(answer.split()) or self.usual
        if self.options and answer not in self.options:
            hint = did_you_mean(answer, self.options)
            raise InputError(f"`{answer}` cannot be chosen here.", where=self.key, remedy=hint)
        for part in parts(answer) if self.listed else (answer,):
            if self.form and part and not re.fullmatch(self.form, part):
                raise InputError(f"`{part}` is no answer to this.", where=self.key, remedy=self.hint)
        return answer


def settle(questions: tuple[Question, ...], given: Answers) -> dict[str, str]:
    """An answer to every question.

    Raises:
        InputError: Answers cannot be taken, or answer no question; all that is wrong is said at once.
    """
    keys = [one.key for one in questions]
    wrong = [
        InputError(f"There is no question `{key}`.", where=key, remedy=did_you_mean(key, keys))
        for key in given
        if key not in keys
    ]
    answers: dict[str, str] = {}
    for one in questions:
        try:
            answers[one.key] = one.settle(given.get(one.key, ""))
        except InputError as error:
            wrong.append(error)
    if len(wrong) > 1:
        what = f"{len(wrong)} answers cannot be taken."
        each = "\n".join(f"         {one.where}: {one.what} {one.remedy}" for one in wrong)
        raise InputError(what, where=", ".join(one.where for one in wrong), remedy=f"Correct them:\n{each}")
    if wrong:
        raise wrong[0]
    return answers


def parts(answer: str) -> list[str]:
    """What stands between the commas of an answer."""
    return [part.strip() for part in answer.split(",") if part.strip()]


def text(answer: str) -> str:
    """A text in YAML, in quotation marks whatever it holds."""
    return json.dumps(answer, ensure_ascii=False)


def several(answer: str) -> str:
    """A list in YAML out of an answer with commas in it."""
    return f"[{', '.join(map(text, parts(answer)))}]"


def both(en: str, nl: str) -> str:
    """A text for people, in both languages."""
    return f"{{en: {text(en)}, nl: {text(nl)}}}"
