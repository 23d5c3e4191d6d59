"""Rewrites: how marked words may be put differently. Each returns the new words, or `None` to leave them."""
# ruff: noqa: RUF001 - a wide hashtag sign is one too

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from postil.engine import fold as folding
from postil.engine.conditions.measure import is_styled
from postil.engine.hashtags import Parter
from postil.engine.lookalikes import SMALL_CAPITALS, STYLED
from postil.engine.page import Page
from postil.model.policy import Policy


def written_names(policy: Policy) -> dict[str, str]:
    """Return the words of a policy's names as they are written, by their folds."""
    return {folding.fold(word): word for name in policy.names for word in name.split()}


class Rewriter:
    """The rewrites, with the words that one policy knows."""

    def __init__(self, policy: Policy, parter: Parter) -> None:
        """Learn the policy's names; `parter` knows the words that hashtags are made of."""
        self._written = written_names(policy)
        self._parter = parter
        self.rewrites: dict[str, Callable[[Page, int, int], str | None]] = {
            "camel-case": self._camel_case,
            "plain-letters": _plain_letters,
            "sentence-case": self._sentence_case,
        }

    def rewrite(self, name: str, page: Page, start: int, end: int) -> str | None:
        """Return what `[start, end)` of the page becomes, or `None` where it may stay."""
        new = self.rewrites[name](page, start, end)
        return None if new == page.text[start:end] else new

    def _camel_case(self, page: Page, start: int, end: int) -> str | None:
        """`#leedsopenday` becomes `#LeedsOpenDay`: a screen reader can tell the words apart."""
        tag = page.text[start:end]
        body = tag.lstrip("#＃")
        if not (body.islower() and body.isalpha()):
            return None
        words = self._parter.part(folding.fold(body))
        if words is None or sum(map(len, words)) != len(body):
            return None
        parts, at = [], 0
        for word in words:
            part = body[at : at + len(word)]
            written = self._written.get(word, "")
            parts.append(written if written.isupper() else part.capitalize())
            at += len(word)
        return tag[: len(tag) - len(body)] + "".join(parts)

    def _sentence_case(self, page: Page, start: int, end: int) -> str | None:
        """Capitals become small letters, but for a sentence's first and the names that the policy knows."""
        columns = page.columns
        pieces, at = [], start
        for first, last, fold, opens in zip(
            columns.starts, columns.ends, columns.folds, columns.opens, strict=True
        ):
            if first < start or last > end or not page.text[first:last].isupper():
                continue
            word = page.text[first:last]
            lower = word.lower()
            new = self._written.get(fold) or (
                lower[:1].upper() + lower[1:] if opens or fold == "i" else lower
            )
            pieces += [page.text[at:first], new]
            at = last
        return "".join([*pieces, page.text[at:end]])


def _plain_letters(page: Page, start: int, end: int) -> str | None:
    return "".join(
        SMALL_CAPITALS.get(char)
        or STYLED.get(char)
        or (unicodedata.normalize("NFKC", char) if is_styled(char) else char)
        for char in page.text[start:end]
    )
