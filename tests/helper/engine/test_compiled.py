"""Compiled lists that were kept find what those find that are compiled anew."""

from __future__ import annotations

import marshal
import struct
import zlib

import pytest
from hypothesis import given, settings

from helper.engine.builders import clause, policy, rulebook, terms, topic
from helper.engine.texts import texts
from postil.engine.check import Defaults, Engine
from postil.engine.compiled import thaw
from postil.model.condition import Existence
from postil.model.draft import Draft

LISTS = (
    terms("who", "patient*", "*dokter", "in *wards*", "Anna", "=IC", exceptions=["patient zero"]),
    terms(
        "whose",
        "my {who}",
        "{own-names} ... {who}",
        "<Name> is {who}",
        nl=["mijn arts"],
        ambiguous=["mijn arts"],
    ),
    terms("rude", "idiot", "nitwit*", "you (fool|clown)", masked=True),
    terms("missed", "colleague", "students", misspelt=True),
    terms("numbered", "bed", pattern=r"[a-z]\d{2,4}(?!\w)"),
    terms("joined", "late", pattern=r"\b(?:hate|loathe)(?:monday|friday)s?\b"),
)
RULES = rulebook(
    LISTS,
    [topic(one.id, Existence(terms=(one.id,))) for one in LISTS],
    [policy("p", *(clause(one.id) for one in LISTS))],
)
FRESH = Engine(RULES, Defaults(policy="p"))
KEPT = {"p": FRESH.freeze("p")}
THAWED = Engine(RULES, Defaults(policy="p"), kept=KEPT)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_what_was_kept_finds_the_same(text: str) -> None:
    assert THAWED.check(Draft(text=text)) == FRESH.check(Draft(text=text))


@pytest.mark.parametrize(
    "text",
    [
        "my patients and the huisdokter in the wards",
        "Anna is patient zero, Northern University has a patient",
        "id1ot, n1twits! you clown; collegue and studnets",
        "op c12 and #ihatemondays, hatemondays",
        "mijn arts",
    ],
)
def test_nothing_is_compiled_anew(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postil.engine.lexicon.Lexicon._compile", None)
    found = Engine(RULES, Defaults(policy="p"), kept=KEPT).check(Draft(text=text)).findings
    assert found
    assert found == FRESH.check(Draft(text=text)).findings


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"text",
        KEPT["p"][:-9],
        bytes(48),
        struct.pack(">12I", *[9] * 12) + zlib.compress(b"") * 12,
        struct.pack(">12I", *[10] * 12) + zlib.compress(marshal.dumps({})) * 12,
    ],
)
def test_what_was_not_kept_whole_is_compiled(kept: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing that anybody reads
        thaw(kept, frozenset())
    draft = Draft(text="you clown")
    assert Engine(RULES, Defaults(policy="p"), kept={"p": kept}).check(draft) == FRESH.check(draft)
