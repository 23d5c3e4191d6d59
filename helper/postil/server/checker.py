"""A draft's JSON in, a review's JSON out: what the wire and the command line both do."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Protocol

from postil.model.draft import Draft
from postil.model.finding import Review
from postil.server.limits import CHARACTERS
from postil.server.shape import suggest
from postil.server.wire import WireError, read_draft, write_review

_ATTACHMENT_WEIGHT = 20


class Engine(Protocol):
    """What is asked of the engine: pure, and safe in threads."""

    def check(self, draft: Draft) -> Review:
        """The review of a draft."""
        ...


class TooLongError(WireError):
    """The draft has more characters than are checked."""


class NoPolicyError(WireError):
    """The draft names a policy that is not installed here."""


class Checker:
    """An engine behind the door: what gets to it is a draft of one of its policies, and not without end."""

    def __init__(self, engine: Engine, policies: Collection[str]) -> None:
        """Check by this engine, under these policies."""
        self._engine = engine
        self._policies = policies

    def read(self, data: object) -> Draft:
        """A draft that can be checked.

        Raises:
            NoPolicyError: its policy is not installed.
            TooLongError: it is longer than what is checked.
            WireError: it cannot be used; the sentence says why.
        """
        draft = read_draft(data)
        if draft.policy is not None and draft.policy not in self._policies:
            raise NoPolicyError(f"policy: no policy of that name{suggest(draft.policy, self._policies)}")
        if characters(draft) > CHARACTERS:
            raise TooLongError(f"text: more than {CHARACTERS} characters in all")
        return draft

    def check(self, draft: Draft) -> Review:
        """The review, with offsets in code points."""
        return self._engine.check(draft)

    def review(self, draft: Draft) -> dict[str, Any]:
        """The review as JSON values, with offsets in UTF-16."""
        return write_review(self.check(draft), draft)


def echo_id(data: object) -> object:
    """The `id` of a draft's JSON, whatever it is, so that even a refusal says which draft it is about."""
    return data.get("id") if isinstance(data, dict) else None


def characters(draft: Draft) -> int:
    """Code points in all that is searched."""
    attachments = draft.attachments or ()
    texts = [draft.text, draft.account.bio, draft.account.name, draft.account.handle]
    texts += [text for one in attachments for text in (one.alt, one.name)]
    texts += [draft.reply_to.text, draft.reply_to.author] if draft.reply_to else []
    return sum(len(text) for text in texts if text)


def weight(draft: Draft) -> int:
    """How much work a draft is, counted in characters of text."""
    return characters(draft) + _ATTACHMENT_WEIGHT * len(draft.attachments or ())
