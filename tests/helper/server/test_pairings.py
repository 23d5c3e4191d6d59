from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from postil.errors import PairingError, StorageError
from postil.server.line import read_line
from postil.server.pairing import PENDING_S
from postil.server.pairings import Pairings, create, read, remove
from postil.server.seal import derive

CHROME = "chrome-extension://" + "a" * 32
FIREFOX = "moz-extension://0b0a7c1e-9d3b-4a55-8d0a-0e5a6f1c2d3e"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "postil"


def kid(line: str) -> bytes:
    return derive(read_line(line)[0]).kid


def test_the_secret_is_kept_nowhere(folder: Path) -> None:
    line = create(folder=folder)
    secret, port = read_line(line)
    assert port == 28417
    for file in folder.iterdir():
        data = file.read_bytes()
        assert secret not in data
        assert secret.hex().encode() not in data
        assert line.split(".")[2].encode() not in data
    (pairing,) = read(folder)
    assert pairing.keys == derive(secret)


def test_names_are_given_and_chosen(folder: Path) -> None:
    create(folder=folder)
    create("work", folder=folder)
    create(folder=folder)
    assert [pairing.name for pairing in read(folder)] == ["browser-1", "work", "browser-2"]


@pytest.mark.parametrize("name", ["", "a" * 41, "two\nlines", "../up", "work"])
def test_unusable_names_are_refused(folder: Path, name: str) -> None:
    Pairings(folder).pin(kid(create("work", folder=folder)), CHROME, None)
    with pytest.raises(PairingError):
        create(name, folder=folder)
    assert len(read(folder)) == 1


def test_a_line_that_was_lost_is_printed_anew_under_its_name(folder: Path) -> None:
    lost = create("work", folder=folder)
    line = create("work", folder=folder)
    pairings = Pairings(folder)
    assert pairings.find(kid(lost)) is None
    assert pairings.pin(kid(line), CHROME, None)


def test_a_pairing_in_use_is_replaced_only_when_asked(folder: Path) -> None:
    Pairings(folder).pin(kid(create("scripts/start", folder=folder)), CHROME, None)
    line = create("scripts/start", anew=True, folder=folder)
    (pairing,) = read(folder)
    assert (pairing.keys.kid, pairing.origin) == (kid(line), None)


def test_a_line_is_pinned_once(folder: Path) -> None:
    line = create(folder=folder)
    pairings = Pairings(folder)
    assert pairings.pin(kid(line), CHROME, "Chrome")
    assert pairings.pin(kid(line), CHROME, "Chrome")
    assert not pairings.pin(kid(line), FIREFOX, "Firefox")
    found = pairings.find(kid(line))
    assert found is not None
    assert (found.origin, found.browser) == (CHROME, "Chrome")


def test_a_line_runs_out_unless_it_is_used(folder: Path) -> None:
    unused, used = create("unused", folder=folder), create("used", folder=folder)
    now = time.time()
    pairings = Pairings(folder, clock=lambda: now)
    assert pairings.pin(kid(used), CHROME, None)
    now += PENDING_S + 1
    assert pairings.find(kid(unused)) is None
    assert not pairings.pin(kid(unused), CHROME, None)
    assert pairings.find(kid(used)) is not None


def test_lines_that_ran_out_are_cleared_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create("old", folder=folder)
    later = time.time() + PENDING_S + 1
    monkeypatch.setattr(time, "time", lambda: later)
    create("old", folder=folder)
    assert len(read(folder)) == 1


def test_a_clock_that_went_back_keeps_a_line_shut(folder: Path) -> None:
    line = create(folder=folder)
    assert Pairings(folder, clock=lambda: time.time() - 3600).find(kid(line)) is None


def test_the_running_helper_notices_what_others_do(folder: Path) -> None:
    pairings = Pairings(folder)
    line = create("work", folder=folder)
    assert pairings.find(kid(line)) is not None
    remove("work", folder)
    assert pairings.find(kid(line)) is None


def test_what_is_not_there_cannot_be_taken_away(folder: Path) -> None:
    create("work", folder=folder)
    with pytest.raises(PairingError) as refused:
        remove("wrok", folder)
    assert refused.value.remedy == "The pairings are: work."


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"\xff", b'{"pairings": [{}]}', b'{"pairings": [{"name": "x", "kid": "00"}]}'],
)
def test_a_damaged_file_is_refused_by_name(folder: Path, data: bytes) -> None:
    create(folder=folder)
    (folder / "pairings.json").write_bytes(data)
    with pytest.raises(StorageError, match="damaged"):
        Pairings(folder)


def test_a_file_that_went_bad_pairs_nobody(folder: Path) -> None:
    line = create(folder=folder)
    pairings = Pairings(folder)
    (folder / "pairings.json").chmod(0o644)
    (folder / "pairings.json").write_bytes(b"{}")
    for _ in range(2):
        with pytest.raises(StorageError):
            pairings.find(kid(line))


class Life(RuleBasedStateMachine):
    """Pairings against a plain list: no origin ever changes, nothing that was taken away comes back."""

    @initialize()
    def begin(self) -> None:
        self.home = tempfile.TemporaryDirectory()
        self.folder = Path(self.home.name) / "postil"
        self.pairings = Pairings(self.folder)
        self.kids: list[bytes] = []
        self.origins: list[str | None] = []
        self.gone: set[int] = set()

    @rule()
    def make(self) -> None:
        self.kids.append(kid(create(f"n{len(self.kids)}", folder=self.folder)))
        self.origins.append(None)

    @precondition(lambda self: bool(getattr(self, "kids", None)))
    @rule(pick=st.integers(0, 5), origin=st.sampled_from([CHROME, FIREFOX]))
    def pin(self, pick: int, origin: str) -> None:
        at = pick % len(self.kids)
        done = self.pairings.pin(self.kids[at], origin, None)
        assert done == (at not in self.gone and self.origins[at] in {None, origin})
        if done:
            self.origins[at] = origin

    @precondition(lambda self: bool(getattr(self, "kids", None)))
    @rule(pick=st.integers(0, 5))
    def take_away(self, pick: int) -> None:
        at = pick % len(self.kids)
        if at in self.gone:
            with pytest.raises(PairingError):
                remove(f"n{at}", self.folder)
        else:
            remove(f"n{at}", self.folder)
            self.gone.add(at)

    @invariant()
    def finds_what_it_should(self) -> None:
        for at, which in enumerate(getattr(self, "kids", [])):
            found = self.pairings.find(which)
            assert (found is None) == (at in self.gone)
            assert found is None or found.origin == self.origins[at]

    def teardown(self) -> None:
        self.home.cleanup()


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)


def test_the_file_is_plain_json(folder: Path) -> None:
    create("work", folder=folder)
    kept = json.loads((folder / "pairings.json").read_text())
    assert kept["format"] == 1
    assert set(kept["pairings"][0]) == {"name", "kid", "request", "answer", "created", "origin", "browser"}
