"""The rulebook as it was read at the set-up, kept so that the first question after log-in is answered soon."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from postil.config import kept_rulebooks
from postil.errors import RulesError
from postil.model.policy import Rulebook
from postil.rulebook.find import rules_folder
from postil.rulebook.kept import fingerprint, write
from postil.service.parts import OnDisk, State, replace, told
from postil.service.place import Place


@dataclass(frozen=True, slots=True)
class KeptRules(OnDisk):
    """The file that holds it. It is right as long as it was made of the rules as they are."""

    rules: Path | None

    @classmethod
    def at(cls, place: Place) -> KeptRules:
        """This person's, or everyone's. Without rules (`None`) there is nothing to keep."""
        mine, everyone = kept_rulebooks()
        path = place.root.joinpath(*everyone.parts[1:]) if place.everyone else mine
        with suppress(RulesError):
            return cls(path, rules_folder())
        return cls(path, None)

    def state(self) -> State:
        """How it is, by the fingerprint that it begins with."""
        if not self.path.exists():
            return "missing" if self.rules else "right"
        with told(self.where):
            wanted = fingerprint(self.rules) if self.rules else b""
            with self.path.open("rb") as file:
                return "right" if file.read(len(wanted)) == wanted != b"" else "other"

    def put(self) -> None:
        """Read the rules, and keep what they say; of rules with problems, that there are some."""
        if self.rules is None:
            return
        from postil.rulebook.load import load  # noqa: PLC0415 - `status` needs it not

        found = load(self.rules)
        with told(self.where):
            replace(self.path, write(found if isinstance(found, Rulebook) else None, self.rules))
