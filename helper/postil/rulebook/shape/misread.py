"""Text that YAML took for something else: `off`, `22:00`, `2026.11`, `{x}`, `- #tag`, `note: this`."""

from __future__ import annotations

import re
from typing import NoReturn

import yaml

from postil.rulebook.shape.sheet import Sheet
from postil.rulebook.traps import QUOTE, STARTS, starts_with, word_at

STR = "tag:yaml.org,2002:str"
_CLOCK = re.compile(r"[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?$")

TAKEN_FOR = {
    "tag:yaml.org,2002:bool": "true or false",
    "tag:yaml.org,2002:int": "a number",
    "tag:yaml.org,2002:float": "a number",
    "tag:yaml.org,2002:timestamp": "a date",
    "tag:yaml.org,2002:merge": "a sign of its own",
    "tag:yaml.org,2002:value": "a sign of its own",
}
"""What YAML makes of an unquoted text, by the tag it gives."""


def text_of(node: yaml.Node, sheet: Sheet) -> str:
    """The text that stands at `node`.

    Raises:
        Broken: YAML read something else there; the sheet says what, and how to write it.
    """
    if sheet.odd:
        look_twice(node, sheet)
    if node.tag != STR or not isinstance(node, yaml.ScalarNode):
        _refuse(node, sheet)
    text: str = node.value
    if is_plain(node):
        if node.end_mark.line != node.start_mark.line:
            run_on(node, sheet)
        if "?" in text:
            _question(node, sheet)
    return text


def _question(node: yaml.ScalarNode, sheet: Sheet) -> None:
    """Refuse `{en: Why?, ...}`: libyaml reads it, PyYAML without libyaml stops there."""
    after = sheet.line(node.end_mark.line)[node.end_mark.column :].lstrip()
    if after[:1] in {",", "}", "]"}:
        sheet.fail(node, "Not every YAML reader takes an unquoted `?` inside brackets.", QUOTE)


def is_plain(node: yaml.Node) -> bool:
    """Whether a value stands there without quotation marks."""
    return isinstance(node, yaml.ScalarNode) and not node.style


def _refuse(node: yaml.Node, sheet: Sheet) -> NoReturn:
    """Say what YAML read in place of a text."""
    if isinstance(node, yaml.MappingNode):
        _mapping(node, sheet)
    if isinstance(node, yaml.SequenceNode):
        sheet.fail(
            node,
            "One text should stand here, not a list.",
            "Take the brackets or dashes out, or quote the text.",
            width=1,
        )
    if node.value == "":
        _nothing(node, sheet)
    if node.tag.endswith(":null"):
        sheet.fail(
            node,
            f"YAML reads `{node.value}` as nothing at all.",
            f'Write "{node.value}" if you mean the word.',
        )
    taken = TAKEN_FOR.get(node.tag, "something else")
    if _CLOCK.match(node.value):
        taken = "a number of minutes or seconds"
    sheet.fail(node, f"YAML reads `{node.value}` as {taken}.", f'Write "{node.value}", with quotation marks.')


def look_twice(node: yaml.Node, sheet: Sheet) -> None:
    """Refuse names and types (`&x`, `!x`), and comments that lean on an unquoted text."""
    here = sheet.from_node(node)
    if here[:1] in {"&", "!"} and here[:1] in STARTS:
        word = word_at(here, 0)
        sheet.fail(node, *starts_with(here[0], word), width=len(word))
    if is_plain(node) and node.value:
        end = node.end_mark
        match = re.match(r"\s+(#[^\s#]\S*)", sheet.line(end.line)[end.column :])
        if match:
            at = end.column + match.start(1) - node.start_mark.column
            sentence = f"`{match.group(1)}` is a comment here: YAML leaves it out."
            sheet.fail(
                node,
                sentence,
                f"{QUOTE} A comment has a space after its #.",
                at=at,
                width=len(match.group(1)),
            )


def _nothing(node: yaml.Node, sheet: Sheet) -> NoReturn:
    """Nothing stands there; perhaps because `#tag` is a comment."""
    rest = sheet.from_node(node)
    if match := re.match(r"\s*(#[^\s#]\S*)", rest):
        word = match.group(1)
        sheet.fail(
            node,
            f"`{word}` without quotation marks is a comment, so nothing stands here.",
            f'Put it in quotation marks: "{word}".',
            at=match.start(1),
            width=len(word),
        )
    sheet.fail(node, "Nothing stands here.", "Write a text, or take the key or the dash out.")


def _mapping(node: yaml.MappingNode, sheet: Sheet) -> NoReturn:
    """`{x}`, or a colon with a space after it."""
    if node.flow_style:
        sheet.fail(node, "YAML reads an unquoted `{...}` as keys and values.", QUOTE)
    if node.value and node.value[0][0].end_mark.line == node.start_mark.line:
        key = node.value[0][0]
        at = key.end_mark.column - node.start_mark.column
        rest = sheet.from_node(node)[at:]
        at += len(rest) - len(rest.lstrip())
        sheet.fail(node, "A colon with a space after it makes this a key and a value.", QUOTE, at=at, width=1)
    sheet.fail(node, "One text should stand here, not keys and values.", QUOTE, width=1)


def run_on(node: yaml.Node, sheet: Sheet) -> None:
    """Refuse an unquoted text with a line that starts like an item, its space missing: `-patient`."""
    for number in range(node.start_mark.line, node.end_mark.line + 1):
        match = re.match(r"(\s*)-[^\s-]", sheet.line(number))
        if match and (number > node.start_mark.line or len(match[1]) == node.start_mark.column):
            sheet.fail(node, "A space is missing after the dash of an item.", "Write `- ` before each item.")
