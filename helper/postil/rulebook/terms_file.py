"""A term list as its file writes it."""

from __future__ import annotations

from typing import Any

import regex
import yaml

from postil.model.topic import ANY_LANGUAGE, Pattern, TermList
from postil.rulebook.problems import did_you_mean
from postil.rulebook.shape.keys import Key, Keys
from postil.rulebook.shape.lists import LANGUAGE, ListOf
from postil.rulebook.shape.plain import Text, Written, YesNo
from postil.rulebook.shape.sheet import Json, Sheet
from postil.rulebook.source import reach
from postil.rulebook.words import COLUMNS, ID, PHRASES, matching


def _compiles(text: str) -> str | None:
    try:
        regex.compile(text)
    except regex.error:
        return None
    return text


PATTERN = Keys(
    "A pattern",
    Pattern,
    {
        "name": Key(ID, needed=True),
        "about": Key(Text(), needed=True),
        "pattern": Key(
            Written(
                parse=_compiles,
                pattern=".",
                noun="pattern that can be read",
                hint="Look at its brackets and backslashes.",
            ),
            needed=True,
        ),
        "finds": Key(ListOf(Text(), least=2), needed=True),
        "passes": Key(ListOf(Text(), least=2), needed=True),
        "language": Key(matching("any|[a-z]{2}", "language", "Write its code of two letters, like `nl`.")),
    },
)


def _ambiguous_are_terms(found: dict[str, Any], node: yaml.Node, sheet: Sheet) -> None:
    """A term that a long sentence takes away has to stand in the list first."""
    for language, phrases in found.get("ambiguous", {}).items():
        terms = found.get("languages", {}).get(language, ())
        for number, phrase in enumerate(phrases):
            if phrase not in terms:
                place = reach(node, ("ambiguous", language, number))
                hint = did_you_mean(
                    phrase, terms, otherwise=f"Write one of the list's own `{language}` terms."
                )
                sheet.note(place, f"`{phrase}` is no `{language}` term of this list.", hint)


def build_terms(found: dict[str, Any]) -> TermList:
    """The term list that the keys of a file, or of a policy's vocabulary, say."""
    return TermList(
        id=found.get("terms", ""),
        about=found.get("about", ""),
        phrases=found["languages"],
        exceptions=found.get("except", {}),
        ambiguous=found.get("ambiguous", {}),
        patterns=found.get("patterns", ()),
        masked=found.get("masked", False),
        misspelt=found.get("misspelt", False),
    )


class TermsShape:
    """Keys of its own, and every other key of two letters is a language."""

    def __init__(self, *, file: bool) -> None:
        """`file`: a whole file, with its id and what it is about; else a list of a policy's vocabulary."""
        own = (
            {"terms": Key(ID, needed=True), "about": Key(Text(), needed=True)}
            if file
            else {"about": Key(Text())}
        )
        self.keys: dict[str, Key[Any]] = own | {
            "any": Key(PHRASES),
            "except": Key(COLUMNS),
            "ambiguous": Key(COLUMNS),
            "masked": Key(YesNo()),
            "misspelt": Key(YesNo()),
            "patterns": Key(ListOf(PATTERN, least=1)),
        }

    def read(self, node: yaml.Node, sheet: Sheet) -> TermList:
        """The list."""
        languages = [name for name in _key_names(node) if name != ANY_LANGUAGE and LANGUAGE.fullmatch(name)]
        keys = self.keys | {name: Key(PHRASES) for name in languages}
        return Keys("A term list", lambda **found: build_terms(found), keys, self._check).read(node, sheet)

    def _check(self, found: dict[str, Any], node: yaml.Node, sheet: Sheet) -> None:
        found["languages"] = {
            name: value
            for name, value in found.items()
            if LANGUAGE.fullmatch(name) and isinstance(value, tuple)
        }
        if not any(found["languages"].values()) and not found.get("patterns"):
            sheet.note(node, "This list holds no term.", "Add `en:`, `nl:` or `any:` with terms.", width=1)
        _ambiguous_are_terms(found, node, sheet)

    def schema(self) -> Json:
        """An object whose other keys are languages."""
        found = Keys("A term list", dict, self.keys).schema()
        return found | {"patternProperties": {"^[a-z]{2}$": PHRASES.schema()}}


def _key_names(node: yaml.Node) -> list[str]:
    if not isinstance(node, yaml.MappingNode):
        return []
    return [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]


TERMS_FILE = TermsShape(file=True)
VOCABULARY = TermsShape(file=False)
