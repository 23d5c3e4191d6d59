"""A stage for the laws of the whole engine: a rulebook with every kind of condition, and drafts of every shape."""
# ruff: noqa: E501 - one topic a line

from __future__ import annotations

from hypothesis import strategies as st

from helper.engine.builders import case, rulebook, terms, topic
from helper.engine.texts import texts
from postil.engine.check import Defaults, Engine
from postil.model.condition import (
    Absence,
    All,
    Any,
    AttachmentIs,
    EntityIs,
    Existence,
    Measure,
    Not,
    Occurrence,
    Proximity,
    Unless,
    Window,
    WouldFlag,
)
from postil.model.draft import Account, Attachment, Draft, Reply
from postil.model.topic import FixSpec, Scope

LISTS = [
    terms("function-words", "the", "and", "to", "of", "is", "in", "it", "not", nl=["de", "het", "een", "en", "van", "is", "niet"]),
    terms("patients", "patient*", "*patiënt", "the lady in bed <n>", nl=["dik"], ambiguous=["dik"], exceptions=["be patient"]),
    terms("details", "bed <n>", "kamer", "<Name>", anywhere=["🎉"], pattern=r"c\d west"),
    terms("first-person-possessives", "my", "m'n"),
    terms("negations", "not", "niet"),
    terms("mine", "{first-person-possessives} {patients}", "{own-names} ... {patients}"),
    terms("abuse", "idiot", "sh*t" [:2] + "it", masked=True),
    terms("work", "{own-names}", "{own-handles}", "{own-domains}"),
    terms("disclaimers", "views are my own"),
    terms("hashtag-words", "fake", "news"),
]  # fmt: skip
NEAR = Window(words=5)
NOT_BEFORE = Unless(terms="negations", within=Window(words=2), side="before")
EVERYWHERE = Scope(surface=())
TOPICS = [
    topic("case", Proximity(terms=("patients",), near=("details",), within=NEAR, unless=(NOT_BEFORE,)), yields_to=["mine"]),
    topic("mine", case(Existence(terms=("mine",), quoted=False), fix=FixSpec(kind="remove")), scope=EVERYWHERE),
    topic("abuse", Existence(terms=("abuse",)), exceptions=[Existence(terms=("disclaimers",))]),
    topic("bio", case(All((Existence(terms=("work",), places=("post", "bio")), Absence(terms=("disclaimers",), places=("post", "bio")))),
        severity="suggestion", fix=FixSpec(kind="append", source="policy.disclaimer"))),
    topic("tags", case(Existence(terms=("tags",)), severity="note", fix=FixSpec(kind="replace", rewrite="camel-case"))),
    topic("many", case(Occurrence(terms=("patients",), at_least=3), severity="note")),
    topic("loud", Any((Measure(of="exclamations", at_least=3), Measure(of="styled", at_least=3))), scope=EVERYWHERE),
    topic("mail", EntityIs(kinds=("email", "phone", "url"))),
    topic("photo", All((Existence(terms=("patients",)), AttachmentIs(faces="some")))),
    topic("shares", case(WouldFlag(), severity="note"), scope=Scope(surface=("share", "post"))),
    topic("owned", Existence(terms=("patients",), owner="mine", places=("post", "alt", "name", "handle", "reply"))),
    topic("seen", All((Existence(terms=("abuse",), places=("alt", "bio")), AttachmentIs(alt="present", shows=("patients",))))),
    topic("quiet", Any((All((Existence(terms=("work",), places=("bio",)), Not(AttachmentIs(faces="none")))), Existence(terms=("mine",))))),
    topic("plain", case(Not(Existence(terms=("patients",))), severity="note"), status="trial"),
]  # fmt: skip
BOOK = rulebook([*LISTS, terms("tags", "<#>")], TOPICS)
ENGINE = Engine(BOOK, Defaults(policy="p"), trial=True)

maybe = st.one_of(st.none(), texts)
drafts = st.builds(
    Draft,
    text=texts,
    surface=st.sampled_from((None, "post", "share", "profile", "sign-in")),
    role=st.sampled_from((None, "staff", "student")),
    site=st.sampled_from((None, "x")),
    account=st.builds(Account, kind=st.sampled_from((None, "brand")), name=maybe, handle=maybe, bio=maybe),
    attachments=st.one_of(
        st.none(),
        st.lists(
            st.builds(
                Attachment,
                kind=st.just("image"),
                name=maybe,
                alt=maybe,
                faces=st.one_of(st.none(), st.integers(0, 2)),
            ),
            max_size=2,
        ).map(tuple),
    ),
    reply_to=st.one_of(st.none(), st.builds(Reply, author=maybe, text=maybe)),
)
