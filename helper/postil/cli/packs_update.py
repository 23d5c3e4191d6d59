"""`postil packs update`: ask whether there is a newer policy pack. Where updates are not configured, ask nobody."""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import suppress
from typing import Final

from postil.errors import PostilError, render
from postil.updates.due import is_due
from postil.updates.setting import Setting, read_setting
from postil.updates.store import Store
from postil.updates.update import update

_NAP_S: Final = 900.0
"""How often it looks whether it is time: a computer that slept meanwhile asks soon after it wakes."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options. The start at log-in uses them."""
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--when-due", action="store_true", help="only if the last time is six hours ago or so")
    when.add_argument("--stay", action="store_true", help="stay, and ask every six hours or so")


def run(options: argparse.Namespace) -> int:
    """Ask; 0 where all is well or there is nobody to ask, 1 where it failed."""
    if options.stay:
        stay()
    setting = read_setting()
    if setting is None:
        print("Policy updates are off: nothing says where they would come from.")
        return 0
    store = Store()
    if options.when_due and not due(setting, store):
        return 0
    try:
        outcome = update(setting, store)
    except PostilError as error:
        print(render(error), file=sys.stderr)
        return 1
    release = outcome.release
    said = "is still the latest" if outcome.kind == "unchanged" else "is in force now"
    print(f"Version {release.version} of {release.issued} {said}.")
    return 0


def due(setting: Setting, store: Store) -> bool:
    """Whether it is time to ask. An address that was never asked is asked at once."""
    memory = store.memory()
    return memory.get("of") != setting.address or is_due(memory.get("due"), time.time())


def stay() -> None:
    """Ask whenever it is due, until this process is ended: where no timer of the system's starts it."""
    while True:
        with suppress(PostilError):  # `postil packs status` says it
            once()
        time.sleep(_NAP_S)


def once() -> Setting | None:
    """Ask if it is due; returns the setting, which may have changed since the last time."""
    setting = read_setting()
    store = Store()
    if setting and due(setting, store):
        update(setting, store)
    return setting
