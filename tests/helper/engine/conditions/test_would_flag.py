"""`would-flag`: what is shared is judged as a post of one's own."""

from __future__ import annotations

import pytest

from helper.engine.builders import case, engine, terms, topic
from postil.model.condition import Existence, WouldFlag
from postil.model.draft import Draft, Reply
from postil.model.finding import Finding
from postil.model.topic import Scope

LISTS = [terms("rude", "idiot"), terms("loud", "shout")]
RUDE = topic("rude", Existence(terms=("rude",)))
LOUD = topic("loud", case(Existence(terms=("loud",)), severity="suggestion"))
SHARE = Scope(surface=("share", "post"))


def check(text: str | None, condition: WouldFlag, surface: str = "share", own: str = "") -> list[Finding]:
    sharing = topic("sharing", case(condition, severity="note"), scope=SHARE)
    draft = Draft(text=own, surface=surface, reply_to=Reply(text=text) if text is not None else None)  # type: ignore[arg-type]
    return [
        one for one in engine(LISTS, [RUDE, LOUD, sharing]).check(draft).findings if one.topic == "sharing"
    ]


@pytest.mark.parametrize(
    ("text", "condition", "flags"),
    [
        ("an idiot", WouldFlag(), True),
        ("a shout", WouldFlag(), False),
        ("a shout", WouldFlag(severity="suggestion"), True),
        ("an idiot", WouldFlag(topics=("loud",)), False),
        ("an idiot", WouldFlag(topics=("rude",)), True),
        ("hello", WouldFlag(), False),
        (None, WouldFlag(), False),
    ],
)
def test_shares(text: str | None, condition: WouldFlag, *, flags: bool) -> None:
    assert bool(check(text, condition)) == flags


def test_the_marks_lie_in_what_is_shared() -> None:
    (found,) = check("an idiot", WouldFlag())
    assert [(mark.field, mark.start, mark.end) for mark in found.marks] == [("reply_to.text", 3, 8)]


def test_an_answer_counts_too_and_a_post_alone_does_not() -> None:
    assert check("an idiot", WouldFlag(), surface="post", own="hm")
    assert not check(None, WouldFlag(), surface="post", own="idiot")
