"""What is fixed for all of Postil: the address, the folder of its own, its version."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

HOST: Final = "127.0.0.1"
"""A constant, not an option: nothing outside this machine can ever reach the helper."""

PORT: Final = 28417
"""Below the ranges that systems hand out by themselves. `protocol.js` and the manifest name it too."""

_UPDATES: Final = "updates.toml"


def state_folder() -> Path:
    """The folder where this person's pairings are kept; it need not exist yet."""
    from platformdirs import user_state_path  # noqa: PLC0415 - most commands never ask

    return user_state_path("postil", appauthor=False)


def kept_rulebooks() -> tuple[Path, Path]:
    """Where `postil service install` keeps the rulebook as it was read: this person's, everyone's.

    Everyone's lies where only an administrator can write: into Windows' own folder for it, any account can.
    """
    from platformdirs import site_cache_path, user_cache_path  # noqa: PLC0415 - as above

    mine = user_cache_path("postil", appauthor=False)
    everyone = _programs() if sys.platform == "win32" else site_cache_path("postil", appauthor=False)
    return mine / "rulebook", everyone / "rulebook"


def packs_folder() -> Path:
    """The folder where policy packs are kept; it need not exist yet."""
    from platformdirs import user_data_path  # noqa: PLC0415 - as above

    return user_data_path("postil", appauthor=False) / "packs"


def update_settings() -> tuple[Path, Path]:
    """The files that may say where policy updates come from: everyone's, this person's.

    Everyone's lies where only an administrator can write.
    """
    from platformdirs import user_config_path  # noqa: PLC0415 - as above

    everyone = {
        "win32": _programs(),
        "darwin": Path("/Library/Application Support/postil"),
    }.get(sys.platform, Path("/etc/postil"))
    return everyone / _UPDATES, user_config_path("postil", appauthor=False) / _UPDATES


def _programs() -> Path:
    return Path(os.environ.get("PROGRAMFILES", r"C:\Program Files"), "Postil")


def version() -> str:
    """The version of the installed package."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - as above

    try:
        return version("postil")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0"
