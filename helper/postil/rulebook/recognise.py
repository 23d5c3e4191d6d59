"""From the parser's words to what an author did: the table of everything that YAML stops at.

Each recogniser looks at what the parser says and at the line, and answers with traps or nothing. A trap
that can be mended keeps the line's length, so that the columns of everything after it stay true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import yaml

from postil.rulebook import trap_structure, trap_text
from postil.rulebook.traps import Stop, Trap, open_bracket

RECOGNISERS: tuple[Callable[[Stop], Iterator[Trap]], ...] = (
    trap_text.tabs,
    trap_text.start,
    trap_text.glued,
    trap_text.hash_in_list,
    trap_text.colon,
    trap_text.braces,
    trap_structure.unclosed,
    trap_structure.closing,
    trap_structure.apostrophe,
    trap_structure.quote_inside,
    trap_structure.document,
    trap_structure.other,
)
"""Asked in this order; the last one always answers."""


def recognise(error: yaml.MarkedYAMLError, lines: list[str]) -> Iterator[Trap]:
    """All that is wrong at the place where the parser stopped; at least one."""
    mark, context = error.problem_mark, error.context_mark
    opened = (context.line, context.column) if context else None
    line, column = (mark.line, mark.column) if mark else opened or (0, 0)
    problem = error.problem or ""
    if "node content" in problem and (bracket := open_bracket(lines)):
        # After a comma at the file's end the parser has forgotten which list it was in.
        opened, problem = bracket, "did not find expected ',' or its end"
    stop = Stop(lines, line, column, problem, opened)
    for look in RECOGNISERS:
        traps = list(look(stop))
        if traps:
            yield from traps
            return
