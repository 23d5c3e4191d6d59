"""A round, and what is in force after it."""

from __future__ import annotations

from helper.updates.host import Host, Publisher
from postil.updates.in_force import usable
from postil.updates.store import Store
from postil.updates.update import Outcome, update


def in_force(store: Store, publisher: Publisher, host: Host) -> str | None:
    pack = usable(store, publisher.setting(host.address))
    return pack.release.version if pack else None


def ask(store: Store, publisher: Publisher, host: Host) -> Outcome:
    return update(publisher.setting(host.address), store)


def drafts(store: Store) -> list[str]:
    """What a round left lying about."""
    return [one.name for one in store.folder.iterdir() if one.name.startswith(".new-")]
