"""Killed at any moment, on a full disk or off: the pack of before or the new one is in force, and never a part of one."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from helper.updates.host import Host, Publisher
from postil.errors import UpdateError
from postil.updates.in_force import verified
from postil.updates.store import Signed, Store, write_whole
from postil.updates.update import update

CALLS = ((os, "fsync"), (os, "open"), (os, "mkdir"), (os, "rename"), (os, "replace"), (Path, "write_bytes"))
"""Whatever of the disk a round asks for, counted together."""


def after(count: int, then: Callable[[], None], patch: pytest.MonkeyPatch) -> list[int]:
    """Let `count` calls go by, and have `then` happen in place of the next and at all after it."""
    made = [0]
    for owner, name in CALLS:
        real = getattr(owner, name)

        def call(*args: object, real: Callable[..., object] = real, **named: object) -> object:
            made[0] += 1
            if made[0] > count:
                then()
            return real(*args, **named)

        patch.setattr(owner, name, call)
    return made


def full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.usefixtures("tried_here")
def test_a_disk_that_is_full_at_any_moment_keeps_the_last_good_pack(
    store: Store, publisher: Publisher, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = publisher.setting(host.address)
    publisher.publish()
    update(setting, store)
    before = shutil.copytree(store.folder, store.folder.with_name("before"))
    publisher.edit("terms/insults.yaml", "nincompoop", "nincompoop, duffer")
    publisher.publish("2026.11.2")
    refused, said, done = 0, set(), ""
    for count in range(200):
        with monkeypatch.context() as patch:
            made = after(count, full, patch)
            try:
                update(setting, store)
            except UpdateError as error:
                refused += 1
                said.add(error.what)
        pack = verified(store, setting)
        assert pack is not None
        assert pack.release.version in {"2026.11.1", "2026.11.2"}
        done = pack.release.version
        if made[0] <= count:  # nothing failed any more: all moments have had their turn
            break
        shutil.rmtree(store.folder)
        shutil.copytree(before, store.folder)
    assert refused > 10
    assert said == {"The update cannot be written: No space left on device."}
    assert done == "2026.11.2"
    assert not list(store.folder.glob(".new-*"))


KILLED = """
import os, sys
from pathlib import Path
import pytest
from helper.updates.conftest import try_here
from helper.updates.test_store import after
from postil.updates import update
from postil.updates.setting import Setting
from postil.updates.store import Store
folder, address, pack, key, count = sys.argv[1:]
update.try_pack = try_here
setting, store = Setting(address, pack, (key,), Path(folder)), Store(Path(folder))
for moment in range(int(count), 200):
    child = os.fork()
    if child == 0:
        made = after(moment, lambda: os._exit(9), pytest.MonkeyPatch())
        update.update(setting, store)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(moment, code, flush=True)
    sys.stdin.readline()
"""


def test_a_round_that_is_killed_at_any_moment_leaves_a_whole_pack(
    store: Store, publisher: Publisher, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    from helper.updates.conftest import try_here  # noqa: PLC0415 - named in `KILLED` too
    from postil.updates import building  # noqa: PLC0415
    from postil.updates import update as rounds  # noqa: PLC0415

    monkeypatch.setattr(rounds, "try_pack", try_here)
    monkeypatch.setattr(building, "try_files", lambda _files: None)
    setting = publisher.setting(host.address)
    publisher.publish()
    update(setting, store)
    before = shutil.copytree(store.folder, store.folder.with_name("before"))
    publisher.edit("terms/insults.yaml", "nincompoop", "nincompoop, duffer")
    publisher.publish("2026.11.2")
    words = [str(store.folder), setting.address, setting.pack, *setting.keys, "0"]
    found = []
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in process.stdout:
            _, code = map(int, line.split())
            pack = verified(store, setting)
            assert pack is not None
            found.append((code, pack.release.version))
            if code == 0:
                process.kill()
                break
            update(setting, store)  # the next round, whatever was left lying about
            again = verified(store, setting)
            assert again is not None
            assert again.release.version == "2026.11.2"
            assert not list(store.folder.glob(".new-*"))
            shutil.rmtree(store.folder)
            shutil.copytree(before, store.folder)
            process.stdin.write("\n")
            process.stdin.flush()
    assert found[-1] == (0, "2026.11.2")
    killed = [version for code, version in found if code == 9]
    assert len(killed) > 10
    assert set(killed) == {"2026.11.1", "2026.11.2"}


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    write_whole(file, b"before")
    monkeypatch.setattr(os, "fsync", lambda _descriptor: full())
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, b"after")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("file", b"before")]


def test_a_file_that_may_grow_no_more_is_as_it_was(tmp_path: Path) -> None:
    """The system itself refuses to write on: the limit stands in for a disk without room."""
    file = tmp_path / "file"
    write_whole(file, b"before")
    script = (
        "import resource, sys; from pathlib import Path; from postil.updates.store import write_whole\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_whole(Path(sys.argv[1]), bytes(5000))\n"
        "except OSError as error: print(error.errno)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(errno.EFBIG)]
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("file", b"before")]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"latest": 1, "signatures": ""}', "[" * 20_000])
def test_a_damaged_note_is_none(store: Store, text: str) -> None:
    store.folder.mkdir()
    (store.folder / "current.json").write_text(text)
    (store.folder / "memory.json").write_text(text)
    assert store.current() is None
    assert "due" not in store.memory()


def test_the_signed_bytes_are_kept_exactly(store: Store) -> None:
    store.folder.mkdir()
    signed = Signed('{"a": "é\\u2028"}\r\n\t '.encode(), "ed25519:x\ned25519:y\n")
    store.swap(signed)
    assert store.current() == signed


def test_the_folder_is_shut_to_others(store: Store) -> None:
    with store.locked():
        assert store.folder.stat().st_mode & 0o777 == 0o700


def test_nobody_else_may_write_a_file_whatever_the_account_lets_by_itself(tmp_path: Path) -> None:
    before = os.umask(0o002)
    try:
        write_whole(tmp_path / "rulebook", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "rulebook").stat().st_mode) == 0o644


@pytest.mark.usefixtures("tried_here")
def test_the_pack_before_stays_and_older_ones_go(store: Store, publisher: Publisher, host: Host) -> None:
    for count in range(1, 5):
        publisher.edit("terms/insults.yaml", "en: [", f"en: [word{count}, ")
        publisher.publish(f"2026.11.{count}")
        update(publisher.setting(host.address), store)
    assert len([one for one in store.folder.iterdir() if one.is_dir()]) == 2
