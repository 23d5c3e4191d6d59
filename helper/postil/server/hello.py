"""`/v1/hello`: the first good one pins a pairing to its extension; every one tells what is installed here."""

from __future__ import annotations

from typing import Any

from postil.config import version
from postil.errors import StorageError
from postil.logs import say
from postil.server.desk import Desk
from postil.server.errors import DeclinedError
from postil.server.guard import Asked, RefusedError
from postil.server.shape import WireError, read_json, read_object, read_string
from postil.server.wire import write_words

_NAME_CHARACTERS = 60


async def hello(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Pin the pairing if it waits, and say which policies there are.

    Raises:
        DeclinedError: the question cannot be read, or the pairing cannot be written down.
        RefusedError: another extension was faster.
    """
    try:
        given = read_object(read_json(asked.plaintext.reveal()), "", {"name"})
        name = read_string(given.get("name"), "name")
    except WireError as error:
        raise DeclinedError("bad-draft", error.sentence) from None
    if asked.pairing.origin is None:
        await _pin(desk, asked, name)
    rules = desk.rules.in_force
    policies = rules.rulebook.policies.values() if rules else ()
    return {
        "version": version(),
        "rules": {"problems": desk.rules.problems},
        "policies": [
            {"id": policy.id, "institution": write_words(policy.institution), "version": policy.version}
            for policy in sorted(policies, key=lambda policy: policy.id)
        ],
    }


async def _pin(desk: Desk, asked: Asked, name: str | None) -> None:
    browser = "".join(letter for letter in name or "" if letter.isprintable())[:_NAME_CHARACTERS] or None
    try:
        pinned = await desk.workers.run(desk.pairings.pin, asked.pairing.keys.kid, asked.origin, browser)
    except StorageError as error:
        raise DeclinedError("problem", error.what) from None
    if not pinned:
        raise RefusedError("pinned")
    say("paired")
