"""The rules in force: with the engine made of them, or the number of problems that keep them out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from postil.errors import RulesError
from postil.logs import say
from postil.model.policy import Rulebook
from postil.server.checker import Checker
from postil.server.errors import DeclinedError


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

    def get(self) -> InForce:
        """The rules in force.

        Raises:
            DeclinedError: they have problems.
        """
        if self.in_force is None:
            counted = "a problem" if self.problems == 1 else f"{self.problems} problems"
            raise DeclinedError("problem", f"The rules have {counted}: run `postil rules check`.")
        return self.in_force


def load_rules(folder: Path | None = None) -> Rules:
    """Load the rules of a folder, or of this installation. Nothing is raised."""
    from postil.rulebook.find import rules_folder  # noqa: PLC0415 - so that the commands around pairing start at once
    from postil.rulebook.load import load  # noqa: PLC0415

    try:
        found = load(folder or rules_folder())
    except RulesError:
        return _unusable(1)
    if not isinstance(found, Rulebook):
        return _unusable(len(found))
    from postil.engine.check import Defaults, Engine  # noqa: PLC0415

    checker = Checker(Engine(found), found.policies)
    return Rules(InForce(found, checker, Defaults().policy))


def _unusable(problems: int) -> Rules:
    say("rules-unusable", problems=problems)
    return Rules(None, problems)
