"""A scene: which pages a place holds, and what of it was not seen."""

from __future__ import annotations

import pytest

from helper.engine.builders import policy
from postil.engine.entities import EntityWords
from postil.engine.found import Found
from postil.engine.index import Index
from postil.engine.page import Page
from postil.engine.scene import Scene, own_words
from postil.model.condition import Place
from postil.model.draft import Account, Attachment, Draft, Reply


def nothing(page: Page) -> Found:
    return Index().match(page, lambda _, __: True)


def scene(**given: object) -> Scene:
    draft = Draft(**({"text": ""} | given))  # type: ignore[arg-type]  # as given
    return Scene(draft, policy("p"), EntityWords(), nothing, lambda _: ())


@pytest.mark.parametrize(
    ("place", "given", "texts", "unknown"),
    [
        ("post", {"text": "a"}, ["a"], ()),
        ("post", {"text": "", "surface": "profile", "account": Account(bio="b")}, ["b"], ()),
        ("post", {"text": "a", "surface": "profile", "account": Account(bio="b")}, ["a"], ()),
        ("post", {"text": " a ", "surface": "share", "reply_to": Reply(text="a")}, [""], ()),
        ("post", {"text": "b", "surface": "share", "reply_to": Reply(text="a")}, ["b"], ()),
        ("bio", {}, [], ("account.bio",)),
        ("bio", {"account": Account(bio="")}, [""], ()),
        ("bio", {"text": "a", "surface": "profile"}, ["a"], ()),
        ("name", {"account": Account(name="n")}, ["n"], ()),
        ("name", {}, [], ("account.name",)),
        ("handle", {"account": Account(handle="@h")}, ["@h"], ()),
        ("handle", {}, [], ("account.handle",)),
        ("alt", {}, [], ("attachments",)),
        ("alt", {"attachments": ()}, [], ()),
        ("alt", {"attachments": (Attachment(kind="image"), Attachment(kind="image", alt="x"))}, ["x"], ("attachments.alt",)),
        ("file-name", {"attachments": (Attachment(kind="image", name="x"),)}, ["x"], ()),
        ("file-name", {"attachments": (Attachment(kind="image"),)}, [], ("attachments.name",)),
        ("reply", {}, [], ()),
        ("reply", {"surface": "share"}, [], ("reply_to.text",)),
        ("reply", {"reply_to": Reply()}, [], ("reply_to.text",)),
        ("reply", {"reply_to": Reply(text="r")}, ["r"], ()),
        ("reply-author", {"reply_to": Reply(author="r")}, ["r"], ()),
        ("reply-author", {"reply_to": Reply()}, [], ("reply_to.author",)),
        ("reply-author", {}, [], ()),
    ],
)  # fmt: skip
def test_places(place: Place, given: dict[str, object], texts: list[str], unknown: tuple[str, ...]) -> None:
    leaves = scene(**given).leaves(place)
    assert [leaf.page.text for leaf in leaves.leaves] == texts
    assert leaves.unknown == unknown


def test_on_a_profile_post_and_bio_are_one_page() -> None:
    one = scene(text="a", surface="profile")
    assert one.leaves("bio").leaves[0].page is one.post


def test_matches_are_worked_out_once() -> None:
    asked: list[Page] = []

    def match(page: Page) -> Found:
        asked.append(page)
        return nothing(page)

    one = Scene(Draft(text="a"), policy("p"), EntityWords(), match, lambda _: ())
    assert one.find(one.post, ("a", "b")) == one.find(one.post, ("a",)) == ()
    assert asked == [one.post]
    assert one.entities(one.post, "none-such") == ()


def test_own_words() -> None:
    assert own_words(Draft(text="b", reply_to=Reply(text="a")))
    assert own_words(Draft(text="b"))
    assert not own_words(Draft(text=" ", reply_to=Reply(text="a")))
    assert not own_words(Draft(text="a\n", reply_to=Reply(text="a")))
