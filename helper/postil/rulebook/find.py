"""Where the rules are: beside the code in a checkout, inside the package once installed."""

from __future__ import annotations

from pathlib import Path

from postil.errors import RulesError

_PACKAGE = Path(__file__).parent.parent


def rules_folder() -> Path:
    """The folder that holds `terms`, `topics` and `policies`.

    Raises:
        RulesError: Neither place has one.
    """
    for folder in (_PACKAGE.parent.parent / "rules", _PACKAGE / "rules"):
        if (folder / "topics").is_dir():
            return folder
    raise RulesError(
        "The rules are not where they should be.",
        where=str(_PACKAGE / "rules"),
        remedy="Install Postil again, or name the folder with `--rules`.",
    )
