"""`/v1/check`: a draft in, a review out."""

from __future__ import annotations

from typing import Any

from postil.server.checker import NoPolicyError, TooLongError, echo_id, weight
from postil.server.desk import Desk
from postil.server.errors import DeclinedError
from postil.server.guard import Asked
from postil.server.limits import INLINE_CHARACTERS
from postil.server.wire import WireError, read_json


async def check(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Review a draft.

    Raises:
        DeclinedError: bad-draft, no-policy, too-long, busy, or problem (with the rules).
    """
    checker = desk.rules.get().checker
    try:
        data = read_json(asked.plaintext.reveal())
        draft = checker.read(data)
    except TooLongError as error:
        raise DeclinedError("too-long", error.sentence) from None
    except NoPolicyError as error:
        raise DeclinedError("no-policy", error.sentence) from None
    except WireError as error:
        raise DeclinedError("bad-draft", error.sentence) from None
    if weight(draft) <= INLINE_CHARACTERS:
        review = checker.review(draft)
    else:
        review = await desk.workers.run(checker.review, draft)
    desk.checks += 1
    return {"review": review | {"id": echo_id(data)}}
