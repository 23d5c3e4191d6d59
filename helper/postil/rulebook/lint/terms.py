"""The style of term lists: terms that are there twice, that another finds already, or that find too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from postil.engine.fold import fold
from postil.engine.hashtags import HASHTAG_LISTS
from postil.engine.language import FUNCTION_WORDS
from postil.engine.uses import POSSESSIVES
from postil.rulebook.problems import Problem
from postil.rulebook.shelf import Entry, Shelf
from postil.rulebook.source import reach
from postil.rulebook.tongue import SMALL_WORDS

OF_THE_ENGINE = {FUNCTION_WORDS, *HASHTAG_LISTS, POSSESSIVES}
"""Lists of small words that the engine itself asks for; a column of theirs is a whole language."""

_SHORTEST_STEM = 4
_SHORTEST_WORD = 3
_DROPPED = re.compile(r"(?<![<\w])[@#](?![\w>])")
_WORD = re.compile(r"[^\W\d_]+")
_STEM = re.compile(r"([^\W\d_]+)\*")
_PAIR = {"en": "nl", "nl": "en"}
_NAMES = {"en": "English", "nl": "Dutch"}


def _columns(entry: Entry) -> Iterator[tuple[str, list[yaml.Node]]]:
    """Each language of a list with the nodes of its terms."""
    if entry.value is None or entry.sheet.source.root is None:
        return
    for language in entry.value.phrases:
        yield language, list(reach(entry.sheet.source.root, (language,)).value)


def _each_term(shelf: Shelf) -> Iterator[tuple[Entry, str, yaml.Node]]:
    for entry in shelf.terms.values():
        for language, nodes in _columns(entry):
            for node in nodes:
                yield entry, language, node


def twice(shelf: Shelf) -> Iterator[Problem]:
    """Every language is searched, whatever the text is in: a term need stand in one only."""
    for name, entry in shelf.terms.items():
        seen: dict[str, yaml.Node] = {}
        again: list[yaml.Node] = []
        for _, nodes in () if name in OF_THE_ENGINE else _columns(entry):
            again += [node for node in nodes if seen.setdefault(_key(node.value), node) is not node]
        if again:
            words = ", ".join(f"`{node.value}`" for node in again)
            line = seen[_key(again[0].value)].start_mark.line + 1
            sentence = f"Twice in this list: {words} (first in line {line})."
            yield entry.sheet.problem(again[0], sentence, "Keep one: terms of every language are looked for.")


def _key(term: str) -> str:
    """Terms with the same key find the same; capitals count where the term asks for them."""
    return term if term.isupper() or term.startswith("=") else fold(term)


def covered(shelf: Shelf) -> Iterator[Problem]:
    """`patients` beside `patient*` finds nothing more."""
    for entry in shelf.terms.values():
        if entry.value is None:
            continue
        terms = [node for _, nodes in _columns(entry) for node in nodes]
        stems = {match[1].lower() for node in terms if (match := _STEM.fullmatch(node.value))}
        doubtful = {phrase for phrases in entry.value.ambiguous.values() for phrase in phrases}
        for node in terms:
            word = node.value.removesuffix("*")
            starts = (word[:end].lower() for end in range(1, len(word) + (word == node.value)))
            stem = next((start for start in starts if start in stems), None)
            if stem and _WORD.fullmatch(word) and not word.isupper() and node.value not in doubtful:
                sentence = f"`{node.value}` is found by `{stem}*` already."
                yield entry.sheet.problem(node, sentence, "Take it out.")


def short_stems(shelf: Shelf) -> Iterator[Problem]:
    """`pat*` finds pattern, patron and patent too."""
    for entry, _, node in _each_term(shelf):
        match = _STEM.search(node.value)
        if match and len(match[1]) < _SHORTEST_STEM and _STEM.fullmatch(node.value):
            sentence = f"`{node.value}` finds every word that starts with these {len(match[1])} letters."
            yield entry.sheet.problem(node, sentence, "Write the words out, or a longer stem.")


def dropped_signs(shelf: Shelf) -> Iterator[Problem]:
    """An `@` or `#` that no name follows is punctuation: the term finds what it would find without it."""
    for entry, _, node in _each_term(shelf):
        if match := _DROPPED.search(node.value):
            sign = match.group()
            sentence = f"The `{sign}` in `{node.value}` is passed over, as punctuation is."
            whole = "handle" if sign == "@" else "hashtag"
            hint = f"Write the whole {whole} (`{sign}name`), `<{sign}>` for any, or leave it out."
            yield entry.sheet.problem(node, sentence, hint)


def short_words(shelf: Shelf) -> Iterator[Problem]:
    """A word of one or two letters is seldom alone in its meaning; in capitals it may be."""
    for entry, language, node in _each_term(shelf):
        word = node.value
        short = _WORD.fullmatch(word) and len(word) < _SHORTEST_WORD and word.isascii() and not word.isupper()
        if entry.value.id in OF_THE_ENGINE:
            continue
        if short and word not in SMALL_WORDS.get(language, {word}):  # pronouns and the like are meant
            hint = "Write it in capitals if it is an abbreviation, or as part of a phrase."
            yield entry.sheet.problem(node, f"`{word}` is very short and will be found often.", hint)


def one_language(shelf: Shelf) -> Iterator[Problem]:
    """People write in both languages."""
    for entry in shelf.terms.values():
        if entry.value is None or entry.sheet.source.root is None:
            continue
        present = {language for language, phrases in entry.value.phrases.items() if phrases}
        for language, other in _PAIR.items():
            if language in present and other not in present:
                place = reach(entry.sheet.source.root, ("terms",))
                sentence = f"This list has {_NAMES[language]} terms and no {_NAMES[other]} ones."
                yield entry.sheet.problem(place, sentence, f"Add `{other}:`.")
