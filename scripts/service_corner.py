"""A private corner of this computer, with a systemd user manager and a home that nothing else sees."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from postil.errors import PortError
from postil.server.client import ask
from postil.server.pairing import Pairing
from postil.server.seal import derive

GROUPS = Path("/sys/fs/cgroup")
GROUP = "postil-trial"
PATIENCE_S = 60.0
"""A busy computer starts a helper slowly."""
UNSHARE = ["unshare", "--pid", "--fork", "--mount", "--mount-proc", "--net", "--kill-child=SIGKILL"]

_CORNER = """
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs /run/systemd
mkdir /run/systemd/system
umount -R {groups} || true
mount -t cgroup2 none {groups}
mkdir -p {groups}/{group}
ip link set lo up
"""
_MANAGER = """
echo $$ > {groups}/{group}/cgroup.procs
exec unshare --cgroup --mount sh -c '
    umount {groups}
    mount -t cgroup2 none {groups}
    exec /usr/lib/systemd/systemd --user --log-target=null'
"""


def make_corner() -> None:
    """Mounts, control groups and loopback of our own; called within `UNSHARE`."""
    script = _CORNER.format(groups=GROUPS, group=GROUP)
    subprocess.run(["sh", "-c", script], check=True, stderr=subprocess.DEVNULL)


def sweep_corner() -> None:
    """Remove the control groups, which outlive the corner."""
    for above in (GROUPS, GROUPS / "unified"):
        folders = [one for one in sorted((above / GROUP).rglob("*"), reverse=True) if one.is_dir()]
        for one in (*folders, above / GROUP):
            if one.is_dir():
                one.rmdir()


class Trial:
    """A person's home, and what is done in it."""

    def __init__(self, folder: Path) -> None:
        """Begin in an empty home."""
        self.home = folder / "home"
        self.runtime = folder / "run"
        for one in (self.home, self.runtime):
            one.mkdir(mode=0o700)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.runtime),
        }
        os.environ["XDG_RUNTIME_DIR"] = str(self.runtime)
        self.pairing = Pairing(name="", keys=derive(bytes(32)), created=0)

    def run(self, *words: str, expect: int = 0) -> str:
        """Run a command as the person; its exit code must be as expected."""
        done = subprocess.run(words, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode != expect:
            raise SystemExit(f"{' '.join(words)} gave {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def postil(self, *words: str, expect: int = 0) -> str:
        """Run one of Postil's commands."""
        return self.run(sys.executable, "-m", "postil", *words, expect=expect)

    def systemctl(self, *words: str, expect: int = 0) -> str:
        """Tell the manager something."""
        return self.run("systemctl", "--user", *words, expect=expect)

    @contextmanager
    def logged_in(self) -> Iterator[None]:
        """A manager, as a log-in starts it and a log-out ends it."""
        manager = subprocess.Popen(
            ["sh", "-c", _MANAGER.format(groups=GROUPS, group=GROUP)], env=self.environment
        )
        until(lambda: "running" in self._state(), "the manager is up")
        yield
        manager.send_signal(signal.SIGTERM)
        manager.wait(30)

    def _state(self) -> str:
        words = ["systemctl", "--user", "is-system-running"]
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, check=False).stdout

    def override(self, *command: str) -> None:
        """Have the service run another command."""
        folder = self.home / ".config/systemd/user/postil.service.d"
        folder.mkdir()
        line = " ".join(f'"{word}"' for word in command)
        (folder / "trial.conf").write_text(f"[Service]\nExecStart=\nExecStart={line}\n")
        self.systemctl("daemon-reload")

    def restore(self) -> None:
        """Have it run its own again."""
        folder = self.home / ".config/systemd/user/postil.service.d"
        (folder / "trial.conf").unlink()
        folder.rmdir()
        self.systemctl("daemon-reload")

    def process(self) -> int:
        """The helper's number; 0 where none runs."""
        return int(self.systemctl("show", "--value", "-p", "MainPID", "postil.service"))

    def ask(self, path: str = "/v1/check", question: object | None = None) -> dict[str, Any]:
        """Ask as a paired browser does."""
        return ask(self.pairing, path, question or {"text": "x"}, patience_s=PATIENCE_S)

    def answers(self) -> bool:
        """Whether it does."""
        try:
            return bool(self.ask("/v1/health", {}))
        except PortError:
            return False

    def files(self) -> list[str]:
        """Everything in the home."""
        return sorted(str(one.relative_to(self.home)) for one in self.home.rglob("*"))


def until(holds: Callable[[], bool], what: str, seconds: float = PATIENCE_S) -> None:
    """Wait for it."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise SystemExit(f"It never came that {what}.")
        time.sleep(0.02)
