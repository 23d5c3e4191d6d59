"""The rules in force: with the engine made of them, or the number of problems that keep them out."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from postil.config import kept_rulebooks
from postil.errors import PostilError, RulesError
from postil.logs import say
from postil.model.edition import Edition
from postil.model.policy import Rulebook
from postil.rulebook.kept import Kept, read
from postil.server.checker import Checker
from postil.server.errors import DeclinedError


class Pack(Protocol):
    """Rules that came by update: where they are, where they are kept as they were read, and which they are."""

    @property
    def folder(self) -> Path: ...  # noqa: D102 - said above

    @property
    def kept(self) -> Path: ...  # noqa: D102

    @property
    def edition(self) -> Edition: ...  # noqa: D102

    def check(self) -> None:
        """Hold its files against what was signed, before they are read.

        Raises:
            PostilError: they are not what was signed.
        """
        ...


class Supply(Protocol):
    """Says which rules are in force: `postil.updates` does, and is handed in by the command line."""

    def stamp(self) -> Hashable:
        """Changes whenever other rules may be in force."""
        ...

    def find(self) -> Pack | None:
        """The pack in force; `None` where the shipped rules are.

        Raises:
            PostilError: there is one that cannot be used.
        """
        ...


@dataclass(frozen=True, slots=True)
class InForce:
    """Rules that drafts are checked by. `default_policy` is the one for a draft that names none."""

    rulebook: Rulebook
    checker: Checker
    default_policy: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Either rules in force, or problems. The helper runs all the same: posting must go on."""

    in_force: InForce | None
    problems: int = 0
    edition: Edition | None = None
    """Which policy update they came by; `None` for the shipped rules."""

    def get(self) -> InForce:
        """The rules in force.

        Raises:
            DeclinedError: they have problems.
        """
        if self.in_force is None:
            counted = "a problem" if self.problems == 1 else f"{self.problems} problems"
            raise DeclinedError("problem", f"The rules have {counted}: run `postil rules check`.")
        return self.in_force


def load_rules(folder: Path | None = None, supply: Supply | None = None) -> Rules:
    """Load the rules of a folder, or those in force here: as they were kept, or from their files. Nothing is raised.

    A pack that came by update goes before the shipped rules, and they stand in for one that cannot be used.
    """
    if folder is None and supply and (supplied := _supplied(supply)):
        return supplied
    from postil.rulebook.find import rules_folder  # noqa: PLC0415 - so that the commands around pairing start at once

    try:
        rules = folder or rules_folder()
        if kept := kept_of(rules):
            return Rules(put_in_force(kept.rulebook, compiled=kept.compiled))
        from postil.rulebook.load import load  # noqa: PLC0415 - not needed where they were kept

        found = load(rules)
        return Rules(put_in_force(found)) if isinstance(found, Rulebook) else _unusable(len(found))
    except RulesError:
        return _unusable(1)


def kept_of(rules: Path) -> Kept | None:
    """What `postil service install` kept of the rules in a folder, where they are still those."""
    return next(filter(None, (read(file, rules) for file in kept_rulebooks())), None)


def _supplied(supply: Supply) -> Rules | None:
    try:
        pack = supply.find()
        if pack is None:
            return None
        if kept := read(pack.kept, pack.folder):
            return Rules(put_in_force(kept.rulebook, compiled=kept.compiled), edition=pack.edition)
        from postil.rulebook.load import load  # noqa: PLC0415 - as below

        pack.check()
        if isinstance(found := load(pack.folder), Rulebook):
            return Rules(put_in_force(found), edition=pack.edition)
    except PostilError:
        pass  # `postil packs status` and `postil doctor` say why
    say("pack-unusable")
    return None


def put_in_force(
    rulebook: Rulebook, policy: str | None = None, compiled: Mapping[str, bytes] | None = None
) -> InForce:
    """Make an engine of a rulebook. `policy` is for drafts that name none: else Postil's own, or the first.

    What is `compiled` already is taken when a draft first asks for it, the rest is prepared here.

    Raises:
        RulesError: there is no policy at all.
    """
    from postil.engine.check import Defaults, Engine  # noqa: PLC0415 - as above

    if not rulebook.policies:
        raise RulesError(
            "There is no policy among the rules.", where="policies", remedy="Add one: `postil rules new`."
        )
    defaults = Defaults()
    if policy is None:
        policy = defaults.policy if defaults.policy in rulebook.policies else min(rulebook.policies)
    engine = Engine(rulebook, replace(defaults, policy=policy), kept=compiled)
    if not compiled:
        engine.prepare()
    return InForce(rulebook, Checker(engine, rulebook.policies), policy)


def _unusable(problems: int) -> Rules:
    say("rules-unusable", problems=problems)
    return Rules(None, problems)
