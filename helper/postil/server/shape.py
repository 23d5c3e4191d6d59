"""Reads one JSON value at a time, and says in a sentence what was expected and what came instead."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NoReturn, TypeVar

Choice = TypeVar("Choice", bound=str)

_SHOWN = re.compile(r"[\w.:/+-]{1,24}")
"""What an error may repeat: a word somebody mistyped, never a stretch of somebody's text."""


DOUBLE = '"'


class WireError(Exception):
    """What came in cannot be used. `sentence` says why and holds nobody's text."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


def read_json(data: bytes) -> object:
    """One JSON value in UTF-8.

    Raises:
        WireError: not UTF-8 or not JSON.
    """
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise WireError(f"expected UTF-8, byte {error.start} is something else") from None
    except json.JSONDecodeError as error:
        raise WireError(f"expected JSON, character {error.pos} does not fit") from None
    except (ValueError, RecursionError):
        raise WireError("expected JSON with plain numbers, not nested without end") from None


def _refuse_constant(_: str) -> NoReturn:
    raise ValueError


def name_kind(value: object) -> str:
    """The kind of a JSON value, with its article."""
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case _:
            return "an object"


def read_object(value: object, path: str, keys: Collection[str]) -> Mapping[str, Any]:
    """An object that has no other keys than these. `path` is empty for the whole.

    Raises:
        WireError: another kind of value, or a key that is not known.
    """
    at = f"{path}: " if path else ""
    if not isinstance(value, dict):
        raise WireError(f"{at}expected an object, got {name_kind(value)}")
    for key in value:
        if key not in keys:
            name = _show(key, "'") if _SHOWN.fullmatch(key) else f"of {len(key)} characters"
            raise WireError(f"{at}unknown key {name}{suggest(key, keys)}")
    return value


def suggest(word: str, words: Collection[str]) -> str:
    """` (did you mean 'text'?)` where one of `words` is close, else nothing."""
    near = difflib.get_close_matches(word[:40], words, n=1, cutoff=0.5)
    return f" (did you mean '{near[0]}'?)" if near else ""


def read_string(value: object, path: str) -> str | None:
    """A string, or `None`. Half a surrogate pair becomes U+FFFD: as long, and every encoder takes it.

    Raises:
        WireError: another kind of value.
    """
    if value is None:
        return None
    if not isinstance(value, str):
        raise WireError(f"{path}: expected a string, got {name_kind(value)}")
    try:
        value.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", value)
    return value


def read_like(value: object, path: str, pattern: re.Pattern[str], expected: str) -> str | None:
    """A string that the whole of `pattern` fits, or `None`.

    Raises:
        WireError: another kind of value, or another form.
    """
    text = read_string(value, path)
    if text is not None and not pattern.fullmatch(text):
        raise WireError(f"{path}: expected {expected}, got {_show(text, DOUBLE)}")
    return text


def read_choice(value: object, path: str, choices: Sequence[Choice]) -> Choice | None:
    """One of `choices`, or `None`.

    Raises:
        WireError: anything else.
    """
    if value is None:
        return None
    for choice in choices:
        if value == choice:
            return choice
    expected = " or ".join((", ".join(choices[:-1]), choices[-1]))
    got = _show(value, DOUBLE) if isinstance(value, str) else name_kind(value)
    raise WireError(f"{path}: expected {expected}, got {got}")


def read_count(value: object, path: str) -> int | None:
    """A whole number from 0 on, or `None`.

    Raises:
        WireError: anything else.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WireError(f"{path}: expected a whole number, got {name_kind(value)}")
    if not float(value).is_integer() or value < 0:
        raise WireError(f"{path}: expected a whole number from 0 on, got {value:.6g}")
    return int(value)


def read_truth(value: object, path: str) -> bool | None:
    """True, false or `None`.

    Raises:
        WireError: anything else.
    """
    if value is None or isinstance(value, bool):
        return value
    raise WireError(f"{path}: expected true or false, got {name_kind(value)}")


def read_list(value: object, path: str) -> list[object] | None:
    """A list, or `None`.

    Raises:
        WireError: anything else.
    """
    if value is None or isinstance(value, list):
        return value
    raise WireError(f"{path}: expected a list, got {name_kind(value)}")


def _show(text: str, quote: str) -> str:
    return f"{quote}{text}{quote}" if _SHOWN.fullmatch(text) else f"{len(text)} characters"
