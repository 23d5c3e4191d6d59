"""Why a request that was let through gets no result: a word for the extension, a sentence for a person."""

from __future__ import annotations

from typing import Literal

Reason = Literal["busy", "too-long", "no-policy", "problem", "bad-draft"]


class DeclinedError(Exception):
    """Answered, sealed, by `{"ok": false}`. The sentence holds nobody's text."""

    def __init__(self, reason: Reason, sentence: str) -> None:
        """Keep both."""
        super().__init__(sentence)
        self.reason = reason
        self.sentence = sentence
