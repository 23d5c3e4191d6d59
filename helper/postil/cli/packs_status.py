"""`postil packs status`: which rules are in force, where updates come from, and how the last round went."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from postil.errors import PostilError
from postil.updates.in_force import Pack, verified
from postil.updates.setting import Setting, read_setting
from postil.updates.store import Store

Line = tuple[str, str]
"""A sentence, and what to do about it; nothing where all is well."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001
    """Print it; 0 where all is well, 1 where not."""
    lines = list(updates())
    for sentence, remedy in lines:
        print(f"{'!' if remedy else ' '} {sentence}")
        if remedy:
            print(f"    to do: {remedy}")
    return 1 if any(remedy for _, remedy in lines) else 0


def updates() -> Iterator[Line]:
    """How updates stand."""
    try:
        setting = read_setting()
    except PostilError as error:
        yield f"{error.what} ({error.where})", error.remedy
        return
    if setting is None:
        yield "Policy updates are off: the rules that came with Postil are in force.", ""
        return
    yield f"Policy updates come from {setting.address} ({setting.where}).", ""
    store = Store()
    yield from _pack(store, setting)
    yield from _last(store, setting)


def _pack(store: Store, setting: Setting) -> Iterator[Line]:
    try:
        pack = verified(store, setting)
    except PostilError as error:
        yield error.what, error.remedy
        return
    if pack is None:
        yield "None has come yet: the rules that came with Postil are in force.", ""
    else:
        yield from _edition(pack)


def _edition(pack: Pack) -> Iterator[Line]:
    release = pack.release
    yield (
        f"In force: {release.pack}, version {release.version} of {release.issued}, sequence {release.sequence}.",
        "",
    )
    yield f"Its files: {pack.folder}.", ""
    if release.edition.expired(datetime.now(tz=UTC).date()):
        yield (
            f"It was to be renewed by {release.expires}; posts are still checked by it.",
            "Run `postil packs update`. If that brings nothing, tell whoever publishes it.",
        )


def _last(store: Store, setting: Setting) -> Iterator[Line]:
    memory = store.memory()
    asked = memory.get("asked")
    if not isinstance(asked, int | float):
        yield "Nobody has been asked yet.", "Run `postil packs update`."
        return
    when = datetime.fromtimestamp(asked, tz=UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    if memory.get("failed"):
        yield f"Asked last at {when}, without success. {memory.get('said')}", _REMEDY
    else:
        yield f"Asked last at {when}: {setting.address.split('/')[2]} answered.", ""


_REMEDY = "Run `postil packs update`: it says more. Until it works, the last good pack stays."
