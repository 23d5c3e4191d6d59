"""What the server's tests share: a helper on a free port, rules of one word, browsers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postil.model.draft import Draft
from postil.model.finding import Finding, Link, Mark, Review, Words
from postil.model.policy import Clause, Contact, Document, Policy, Rulebook
from postil.model.topic import Scope, Topic
from postil.server.checker import Checker
from postil.server.client import Call, make_call
from postil.server.pairing import Pairing
from postil.server.pairings import create, read
from postil.server.renewal import Renewal
from postil.server.rules import InForce, Rules
from postil.server.serve import Running, start

CHROME = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
FIREFOX = "moz-extension://0b0a7c1e-9d3b-4a55-8d0a-0e5a6f1c2d3e"
STRANGER = "chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba"

ONE_WORD = "nincompoop"

RULEBOOK = Rulebook(
    terms={},
    topics={
        "disrespect": Topic(
            id="disrespect",
            title=Words("Unkind", "Onaardig"),
            status="active",
            severity="warning",
            scope=Scope(),
            theme="tone",
        )
    },
    policies={
        "umc-utrecht": Policy(
            id="umc-utrecht",
            institution=Words("A hospital", "Een ziekenhuis"),
            version="1",
            documents=(
                Document(id="umc-utrecht", title=Words("Rules", "Regels"), languages=("nl",), who=()),
            ),
            names=(),
            domains=(),
            disclaimer={"en": ("Views are my own",)},
            clauses=(
                Clause(
                    id="umc-utrecht/1",
                    document="umc-utrecht",
                    section="1",
                    topic="disrespect",
                    demands=Words("Be kind.", "Wees aardig."),
                    surface=("post",),
                ),
            ),
            contacts=(Contact(name=Words("Desk", "Balie"), about=Words("All", "Alles")),),
            consent_form=Link(label=Words("Form", "Formulier")),
            dos=(Words("Smile", "Lach"),),
        )
    },
)


class OneWord:
    """An engine that knows one word."""

    def check(self, draft: Draft) -> Review:
        at = draft.text.find(ONE_WORD)
        findings: tuple[Finding, ...] = ()
        if at >= 0:
            findings = (
                Finding(
                    topic="disrespect",
                    clauses=("umc-utrecht/1",),
                    severity="warning",
                    confidence="high",
                    title=Words("Unkind", "Onaardig"),
                    message=Words("Be kind.", "Wees aardig."),
                    marks=(Mark(at, at + len(ONE_WORD)),),
                ),
            )
        return Review(policy=draft.policy or "umc-utrecht", language="en", id=draft.id, findings=findings)


RULES = Rules(InForce(RULEBOOK, Checker(OneWord(), RULEBOOK.policies), "umc-utrecht"))


@dataclass
class House:
    """A running helper and who may ask it."""

    running: Running
    folder: Path
    browsers: dict[str, Pairing]

    @property
    def port(self) -> int:
        return self.running.port

    @property
    def refused(self) -> dict[str, int]:
        """What was refused so far, by reason."""
        return dict(self.running.desk.guard.refused)

    def call(self, path: str, question: object, origin: str = CHROME) -> Call:
        """A good request of this browser."""
        return make_call(self.browsers[origin], path, question, port=self.port)

    async def ask(self, path: str, question: object, origin: str = CHROME) -> dict[str, Any]:
        """Ask, and open the answer."""
        call = self.call(path, question, origin)
        return call.open(await self.send(call.data))

    async def send(self, data: bytes) -> bytes:
        """Send bytes on a connection of their own; the whole reply."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(data)
            return await read_reply(reader)
        finally:
            writer.close()


async def read_reply(reader: asyncio.StreamReader) -> bytes:
    """One reply: its head, and the body that the head announces. Empty where the connection is cut."""
    try:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""
    length = next(
        int(line.split(b":")[1])
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"content-length:")
    )
    return head + await reader.readexactly(length)


async def open_house(folder: Path, rules: Rules = RULES, renewal: Renewal | None = None) -> House:
    """Start a helper whose two browsers are paired and pinned."""
    for name in ("chrome", "firefox"):
        create(name, folder=folder)
    running = await start(port=0, folder=folder, rules=rules, renewal=renewal)
    for pairing in read(folder):
        running.desk.pairings.pin(pairing.keys.kid, CHROME if pairing.name == "chrome" else FIREFOX, None)
    browsers = {pairing.origin or "": pairing for pairing in read(folder)}
    return House(running, folder, browsers)
