"""Which browser profiles of this account have the extension, as their own files say; for `postil doctor`.

Firefox writes each extension's origin into `prefs.js`; Chrome and its kin write their extensions into `Preferences`.
Profiles in unusual places are not seen.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

GECKO: Final = "postil@postil.example"
"""The extension's id, as its manifest says."""

_FIREFOX: Final[Mapping[str, tuple[str, ...]]] = {
    "linux": (
        ".mozilla/firefox",
        "snap/firefox/common/.mozilla/firefox",
        ".var/app/org.mozilla.firefox/.mozilla/firefox",
    ),
    "darwin": ("Library/Application Support/Firefox/Profiles",),
    "win32": ("AppData/Roaming/Mozilla/Firefox/Profiles",),
}
_CHROMES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "linux": {
        "Chrome": (".config/google-chrome",),
        "Chromium": (".config/chromium", "snap/chromium/common/chromium"),
        "Edge": (".config/microsoft-edge",),
        "Brave": (".config/BraveSoftware/Brave-Browser",),
    },
    "darwin": {
        "Chrome": ("Library/Application Support/Google/Chrome",),
        "Chromium": ("Library/Application Support/Chromium",),
        "Edge": ("Library/Application Support/Microsoft Edge",),
        "Brave": ("Library/Application Support/BraveSoftware/Brave-Browser",),
    },
    "win32": {
        "Chrome": ("AppData/Local/Google/Chrome/User Data",),
        "Edge": ("AppData/Local/Microsoft/Edge/User Data",),
        "Brave": ("AppData/Local/BraveSoftware/Brave-Browser/User Data",),
    },
}
_UUIDS = re.compile(r'^user_pref\("extensions\.webextensions\.uuids", (".*")\);\s*$', re.MULTILINE)
_LARGEST: Final = 32 * 2**20


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile of a browser; `origin` is the extension's in it, `None` where it does not have it."""

    browser: str
    name: str
    origin: str | None


def profiles(home: Path | None = None, platform: str = sys.platform) -> Iterator[Profile]:
    """Every profile in a usual place."""
    home = home or Path.home()
    for place in _FIREFOX.get(platform, ()):
        for prefs in sorted((home / place).glob("*/prefs.js")):
            yield Profile("Firefox", prefs.parent.name, _in_firefox(_read(prefs)))
    for browser, places in _CHROMES.get(platform, {}).items():
        for place in places:
            for preferences in sorted((home / place).glob("*/Preferences")):
                yield Profile(browser, preferences.parent.name, _in_chrome(preferences.parent))


def _in_firefox(prefs: str) -> str | None:
    try:
        uuids = json.loads(json.loads(found[1])) if (found := _UUIDS.search(prefs)) else {}
        return f"moz-extension://{uuids[GECKO]}"
    except (ValueError, KeyError, TypeError):
        return None


def _in_chrome(profile: Path) -> str | None:
    for file in ("Preferences", "Secure Preferences"):
        try:
            settings: dict[str, Any] = json.loads(_read(profile / file))["extensions"]["settings"]
            for name, entry in settings.items():
                # An unpacked extension has the whole path of its folder, one from the store the end of it.
                folder = profile / "Extensions" / str(entry.get("path", "?"))
                if GECKO in _read(folder / "manifest.json"):
                    return f"chrome-extension://{name}"
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return None


def _read(file: Path) -> str:
    """A file's text; nothing where it cannot be read, or is no text of a usual size."""
    try:
        with file.open("rb") as opened:
            if os.fstat(opened.fileno()).st_size > _LARGEST:
                return ""
            return opened.read().decode("utf-8", "replace")
    except OSError:
        return ""
