"""In which languages the rules have words: told by the columns of the term lists that the topics look for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from postil.model import condition as kinds
from postil.model.condition import Condition
from postil.model.topic import ANY_LANGUAGE, TermList, Topic

Languages = frozenset[str] | None
"""Codes of languages; `None` where no words are needed, so that every language will do."""

_REFERENCE = re.compile(r"\{([^{}]+)\}")


class Spoken:
    """The languages of term lists, each worked out when it is first asked for."""

    def __init__(self, lists: Mapping[str, TermList]) -> None:
        """Read nothing yet."""
        self._lists = lists
        self._known: dict[str, Languages] = {}

    def of_all(self, topics: Iterable[Topic]) -> Languages:
        """The languages in which every one of some topics that looks for words can find some."""
        return _each(_either(self._asked(case.when) for case in topic.cases) for topic in topics)

    def _asked(self, condition: Condition) -> Languages:
        """The languages in which a condition can hold."""
        found: Languages = None
        match condition:
            case kinds.All():
                found = _each(map(self._asked, condition.parts))
            case kinds.Any():
                found = _either(map(self._asked, condition.parts))
            case (
                kinds.Not(part=kinds.Absence(terms=terms))
                | kinds.Existence(terms=terms)
                | kinds.Occurrence(terms=terms)
            ):
                found = self._any_of(terms)
            case kinds.Proximity():
                found = _each((self._any_of(condition.terms), self._any_of(condition.near)))
            case kinds.EntityIs():
                found = self._any_of(condition.near)
            case _:
                pass
        return found

    def _any_of(self, names: Iterable[str]) -> Languages:
        return _either(map(self._list, names))

    def _list(self, name: str) -> Languages:
        """The languages of a list and of those that it refers to."""
        if name not in self._known:
            self._known[name] = None  # a ring adds nothing
            one = self._lists.get(name)
            columns = {code: phrases for code, phrases in (one.phrases if one else {}).items() if phrases}
            named = {
                ref for phrases in columns.values() for text in phrases for ref in _REFERENCE.findall(text)
            }
            own = frozenset(columns) - {ANY_LANGUAGE} or None
            self._known[name] = own or _either(map(self._list, sorted(named)))
        return self._known[name]


def _either(parts: Iterable[Languages]) -> Languages:
    found = [part for part in parts if part is not None]
    return frozenset().union(*found) if found else None


def _each(parts: Iterable[Languages]) -> Languages:
    found = [part for part in parts if part is not None]
    return frozenset.intersection(*found) if found else None
