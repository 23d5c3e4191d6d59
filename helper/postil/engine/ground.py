"""The ground that rows are matched on: a page's tokens with the matches of earlier lists."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from postil.engine import fold as folding
from postil.engine.match import Match
from postil.engine.once import Once
from postil.engine.page import Page
from postil.engine.slots import SLOT_OF_KIND, is_name
from postil.engine.step import Row, Step

_LINKS = ("url", "email")
_UNSEEN = dict.fromkeys(map(ord, folding.INVISIBLE))


class Reach(NamedTuple):
    """The tokens `[low, high)` of one sentence: no row leaves it."""

    low: int
    high: int


class Ground:
    """One page, with what was found on it so far by list id."""

    def __init__(self, page: Page, found: Mapping[str, tuple[Match, ...]]) -> None:
        """Stand on a page, with the matches of the lists that later ones refer to; they may come later."""
        self.page = page
        self.columns = page.columns
        self.folds = self.columns.folds
        self.bare = (  # a hashtag's word counts as that word
            [
                fold[1:] if kind == "hashtag" else fold
                for fold, kind in zip(self.folds, self.columns.kinds, strict=True)
            ]
            if "hashtag" in self.columns.kinds
            else self.folds
        )
        self.found = found
        self._begun: dict[str, dict[int, list[int]]] = {}
        self._ended: dict[str, dict[int, list[int]]] = {}

    @Once
    def present(self) -> frozenset[str]:
        """The words of the page."""
        return self.page.words if self.bare is self.folds else self.page.words.union(self.bare)

    @Once
    def bags(self) -> list[frozenset[str]]:
        """For each token, the words of its sentence."""
        bags: list[frozenset[str]] = []
        first, count = 0, len(self.folds)
        sentences = self.columns.sentences
        while first < count:
            last = bisect_right(sentences, sentences[first], first)
            bag = frozenset(self.bare[first:last])
            if self.bare is not self.folds:
                bag = bag.union(self.folds[first:last])
            bags += [bag] * (last - first)
            first = last
        return bags

    def reach(self, token: int) -> Reach:
        """Return the sentence around a token."""
        sentences = self.columns.sentences
        number = sentences[token]
        return Reach(bisect_left(sentences, number), bisect_right(sentences, number))

    def surface(self, token: int) -> str:
        """Return the token as it stands in the text, its width and invisible characters folded away."""
        start, end = self.columns.starts[token], self.columns.ends[token]
        piece = self.page.text[start:end]
        return piece if piece.isascii() else folding.scan(piece).translate(_UNSEEN)

    def fits(self, step: Step, token: int) -> bool:  # noqa: PLR0911  # cheapest questions first
        """Whether one token is what a step asks for, references aside."""
        if step.exact and not any(letters in self.surface(token) for letters in step.exact):
            return False
        fold, bare = self.folds[token], self.bare[token]
        if fold in step.words or bare in step.words:
            return True
        if step.slots and self._fills(step.slots, token):
            return True
        kind = self.columns.kinds[token]
        if kind in _LINKS:
            return any(_leads_to(fold, host) for host in step.hosts)
        if step.prefixes and (fold.startswith(step.prefixes) or bare.startswith(step.prefixes)):
            return True
        if kind == "mention":
            return False
        return bool(step.suffixes and bare.endswith(step.suffixes)) or any(
            one in bare for one in step.infixes
        )

    def reads(self, row: Row, first: int, last: int) -> bool:
        """Whether the tokens `[first, last)` are a row without gaps and references, in one sentence."""
        if first < 0 or last > len(self.folds):
            return False
        sentences = self.columns.sentences
        if sentences[first] != sentences[last - 1]:
            return False
        for token, element in enumerate(row, first):
            if isinstance(element, str):
                if element != self.folds[token] and element != self.bare[token]:
                    return False
            elif isinstance(element, int) or not self.fits(element, token):
                return False
        return True

    def _fills(self, slots: frozenset[str], token: int) -> bool:
        slot = SLOT_OF_KIND.get(self.columns.kinds[token])
        return slot in slots and (slot != "Name" or is_name(self.page, token))

    def after(self, row: Row, token: int, reach: Reach) -> set[int]:
        """Return every token at which `row`, begun at `token`, may have ended (exclusive)."""
        folds, bare, high = self.folds, self.bare, reach.high
        here = {token}
        for element in row:
            there: set[int] = set()
            if isinstance(element, str):
                there.update(at + 1 for at in here if at < high and element in (folds[at], bare[at]))
            elif isinstance(element, int):
                for at in here:
                    there.update(range(at, min(at + element, high) + 1))
            else:
                if not element.is_refs:
                    there.update(at + 1 for at in here if at < high and self.fits(element, at))
                for ref in element.refs:
                    table = self._from(ref)
                    there.update(last for at in here for last in table.get(at, ()) if last <= high)
            if not there:
                return there
            here = there
        return here

    def before(self, row: Row, token: int, reach: Reach) -> set[int]:
        """Return every token at which `row` may have begun if it ends at `token` (exclusive)."""
        folds, bare, low = self.folds, self.bare, reach.low
        here = {token}
        for element in reversed(row):
            there: set[int] = set()
            if isinstance(element, str):
                there.update(at - 1 for at in here if at > low and element in (folds[at - 1], bare[at - 1]))
            elif isinstance(element, int):
                for at in here:
                    there.update(range(max(at - element, low), at + 1))
            else:
                if not element.is_refs:
                    there.update(at - 1 for at in here if at > low and self.fits(element, at - 1))
                for ref in element.refs:
                    table = self._until(ref)
                    there.update(first for at in here for first in table.get(at, ()) if first >= low)
            if not there:
                return there
            here = there
        return here

    def _from(self, ref: str) -> dict[int, list[int]]:
        """Return where the matches of a list end, by where they begin."""
        if ref not in self._begun:
            table = self._begun[ref] = {}
            for _, _, first, last in self.found.get(ref, ()):
                if first < last:
                    table.setdefault(first, []).append(last)
        return self._begun[ref]

    def _until(self, ref: str) -> dict[int, list[int]]:
        """Return where the matches of a list begin, by where they end."""
        if ref not in self._ended:
            table = self._ended[ref] = {}
            for _, _, first, last in self.found.get(ref, ()):
                if first < last:
                    table.setdefault(last, []).append(first)
        return self._ended[ref]

    def stands(self, first: int, last: int, starts: bool, ends: bool) -> bool:  # noqa: FBT001  # on the hot path
        """Whether `[first, last)` opens or closes the post, handles, emoji, tags and links aside."""
        kinds = self.columns.kinds
        return (not starts or all(kind in ("mention", "emoji") for kind in kinds[:first])) and (
            not ends or all(kind in ("mention", "emoji", "hashtag", "url") for kind in kinds[last:])
        )

    def match(self, first: int, last: int) -> Match:
        """Return the match that covers the tokens `[first, last)`."""
        return Match(self.columns.starts[first], self.columns.ends[last - 1], first, last)


def hosts(fold: str) -> list[str]:
    """Return a link's or an address's domain with every domain above it: `a.uu.nl`, `uu.nl`, `nl`."""
    host = _address(fold).split("/", 1)[0]
    parts = host.split(".")
    return [".".join(parts[number:]) for number in range(len(parts))]


def _address(fold: str) -> str:
    if "://" not in fold and "@" in fold:
        return fold.rsplit("@", 1)[1]
    bare = fold.split("://", 1)[-1]
    head, slash, path = bare.partition("/")
    head = head.split("?", 1)[0].split("#", 1)[0].rsplit("@", 1)[-1].split(":", 1)[0]
    return head + slash + path


def _leads_to(fold: str, wanted: str) -> bool:
    host, _, path = wanted.partition("/")
    if host not in hosts(fold):
        return False
    rest = _address(fold).partition("/")[2]
    return not path or rest == path or rest.startswith((path + "/", path + "?", path + "#"))
