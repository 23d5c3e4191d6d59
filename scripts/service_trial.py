"""The start at log-in, tried under a real systemd user manager in a private corner of this computer.

    sudo .venv/bin/python scripts/service_trial.py [--rules FOLDER]

It needs Linux, root, util-linux, iproute2 and systemd's programs; systemd need not have started the computer. Processes, mounts, control
groups, network and home are the trial's own, and are gone afterwards.
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from postil.config import PORT
from postil.errors import PortError
from postil.server.client import ask
from postil.server.line import read_line
from postil.server.pairing import Pairing
from postil.server.seal import derive

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
GROUPS = Path("/sys/fs/cgroup")
GROUP = "postil-trial"
IDLE_S = 2
FIRST_ANSWER_S = 0.6
STARTS = 10

CORNER = """
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs /run/systemd
mkdir /run/systemd/system
umount -R {groups} || true
mount -t cgroup2 none {groups}
mkdir -p {groups}/{group}
ip link set lo up
"""
MANAGER = """
echo $$ > {groups}/{group}/cgroup.procs
exec unshare --cgroup sh -c 'umount {groups}; mount -t cgroup2 none {groups}; exec /usr/lib/systemd/systemd --user --log-target=null'
"""
PROBE = """
import ctypes, errno, mmap, socket
def refused(deed):
    try:
        deed()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "ALLOWED"
print("internet socket:", refused(lambda: socket.socket(socket.AF_INET)))
print("connect:", refused(lambda: socket.socket(socket.AF_UNIX).connect("/nowhere")))
print("writable code:", refused(lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)))
"""


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
            ["sh", "-c", MANAGER.format(groups=GROUPS, group=GROUP)], env=self.environment
        )
        until(lambda: "running" in self._state(), "the manager is up")
        yield
        manager.send_signal(signal.SIGTERM)
        manager.wait(30)

    def _state(self) -> str:
        words = ["systemctl", "--user", "is-system-running"]
        return subprocess.run(
            words, env=self.environment, capture_output=True, text=True, check=False
        ).stdout

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
        return ask(self.pairing, path, question or {"text": "x"})

    def answers(self) -> bool:
        """Whether it does."""
        try:
            return bool(self.ask("/v1/health", {}))
        except PortError:
            return False

    def files(self) -> list[str]:
        """Everything in the home."""
        return sorted(str(one.relative_to(self.home)) for one in self.home.rglob("*"))


def until(holds: Callable[[], bool], what: str, seconds: float = 20) -> None:
    """Wait for it."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise SystemExit(f"It never came that {what}.")
        time.sleep(0.02)


def insist(holds: object, what: str) -> None:
    """Print it as shown, or end."""
    if not holds:
        raise SystemExit(f"NOT SHOWN  {what}")
    print(f"shown      {what}", flush=True)


def try_it(trial: Trial, rules: str | None) -> None:
    """The whole way, from an empty home to an empty home."""
    command = (sys.executable, "-P", "-m", "postil", "serve")
    with trial.logged_in():
        before = trial.files()
        said = trial.postil("service", "install")
        insist("on its post now" in said, "install starts the socket under a live manager")
        insist(trial.process() == 0, "no process runs before anybody asks")
        if rules:
            trial.override(*command, "--rules", rules)
        line = trial.postil("pair", "--name", "trial").split()[0]
        trial.pairing = Pairing(name="trial", keys=derive(read_line(line)[0]), created=0, origin=ORIGIN)
        insist(trial.ask("/v1/hello", {"name": "Trial"})["ok"], "the first question starts it and is answered")
        insist(trial.ask()["ok"], "a sealed check is answered")
        try_first_answers(trial)
        try_walls(trial)
        try_faults(trial)
        if rules:
            trial.restore()
        try_idleness(trial)
        try_drift(trial)
    with trial.logged_in():
        insist(trial.ask()["ok"] or rules, "after the next log-in it answers, and nobody did anything")
        trial.postil("service", "uninstall", "--purge")
        insist(trial.files() == before, "after uninstall --purge the home is as it was")
        listening = Path("/proc/net/tcp").read_text()
        insist(f":{PORT:04X}" not in listening, "nobody listens on the port")
        units = trial.systemctl("list-units", "--all", "--plain", "--no-legend", "postil*")
        insist(not units.strip(), "systemd knows no unit of Postil's any more")


def try_first_answers(trial: Trial) -> None:
    """How long the first question takes when nothing runs."""
    times = []
    for _ in range(STARTS):
        trial.systemctl("stop", "postil.service")
        began = time.monotonic()
        trial.ask()
        times.append(time.monotonic() - began)
    middle, worst = statistics.median(times), max(times)
    insist(middle <= FIRST_ANSWER_S, f"the first answer takes {middle:.2f} s (worst of {STARTS}: {worst:.2f} s)")
    resident = int(Path(f"/proc/{trial.process()}/status").read_text().split("VmRSS:")[1].split()[0])
    insist(resident < 70_000, f"it is resident with {resident / 1000:.0f} MB")


def try_walls(trial: Trial) -> None:
    """What the unit's options do to the helper, and to a program in its place."""
    status = Path(f"/proc/{trial.process()}/status").read_text()
    insist("Seccomp:\t2" in status and "NoNewPrivs:\t1" in status, "its system calls are filtered")
    limits = Path(f"/proc/{trial.process()}/limits").read_text()
    insist("Max core file size        0                    0" in limits, "it leaves no core dump")
    unit = trial.home / ".config/systemd/user/postil.service"
    probe = unit.with_name("probe.service")
    seen, code = trial.home / "seen", trial.home / "probe.py"
    code.write_text(PROBE)
    lines = [one for one in unit.read_text().splitlines() if "postil.socket" not in one]
    text = "\n".join(f"ExecStart={sys.executable} {code}" if one.startswith("ExecStart") else one for one in lines)
    probe.write_text(text.replace("StandardOutput=null", f"StandardOutput=file:{seen}").replace("=exec", "=oneshot"))
    trial.systemctl("daemon-reload")
    trial.systemctl("start", "probe.service")
    for line in seen.read_text().splitlines():
        insist("ALLOWED" not in line, f"a program in its place is refused: {line}")
    for one in (probe, seen, code):
        one.unlink()
    trial.systemctl("daemon-reload")


def try_faults(trial: Trial) -> None:
    """Crashes, and starts that fail more often than systemd usually bears."""
    for _ in range(STARTS):
        process = trial.process()
        os.kill(process, signal.SIGKILL)
        until(lambda: trial.process() != process, "a killed helper is gone")
        trial.ask()
    insist(trial.ask()["ok"], f"killed {STARTS} times in a row, it answers")
    trial.systemctl("stop", "postil.service")
    folder = trial.home / ".local/state/postil"
    folder.chmod(0o755)
    slowest = 0.0
    for _ in range(STARTS):
        began = time.monotonic()
        try:
            trial.ask()
        except PortError:
            slowest = max(slowest, time.monotonic() - began)
        else:
            raise SystemExit("It answered with pairings that are open to others.")
    folder.chmod(0o700)
    insist(slowest < 2, f"unable to start, it sends {STARTS} askers away (slowest {slowest:.2f} s)")
    until(trial.answers, "it answers once the cause is mended")  # the last one to fail may still be at the door
    insist(trial.ask()["ok"], "and answers again once the cause is mended")


def try_idleness(trial: Trial) -> None:
    """Nobody asks for a while (the ten minutes are two seconds here)."""
    code = f"from postil.server.serve import serve; serve(idle_s={IDLE_S})"
    trial.systemctl("stop", "postil.service")
    trial.override(sys.executable, "-P", "-c", code)
    trial.ask("/v1/health", {})
    insist(trial.process(), "a helper runs")
    until(lambda: trial.process() == 0, "an idle helper ends")
    insist(trial.systemctl("is-active", "postil.socket").strip() == "active", "idle, no process runs and the port is held")
    insist(trial.ask("/v1/health", {})["ok"], "the next question is answered")
    trial.restore()
    trial.systemctl("stop", "postil.service")


def try_drift(trial: Trial) -> None:
    """Pieces that were changed, and a program that moved."""
    unit = trial.home / ".config/systemd/user/postil.service"
    good = unit.read_text()
    unit.write_text(good.replace(sys.executable, "/nowhere/python"))
    said = trial.postil("service", "status", expect=1)
    insist("/nowhere/python, which is gone" in said, "status names a program that is gone")
    trial.postil("service", "install")
    insist(unit.read_text() == good, "install mends it")
    trial.postil("service", "status")
    insist(trial.postil("service", "install").startswith("All was in place"), "a second install does nothing")


def main() -> int:
    """Make the corner, and try it in there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rules", help="other rules than the shipped ones")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        script = CORNER.format(groups=GROUPS, group=GROUP)
        subprocess.run(["sh", "-c", script], check=True, stderr=subprocess.DEVNULL)
        try_it(Trial(options.inside), options.rules and str(Path(options.rules).resolve()))
        return 0
    corner = ["unshare", "--pid", "--fork", "--mount", "--mount-proc", "--net", "--kill-child=SIGKILL"]
    with tempfile.TemporaryDirectory() as folder:
        words = [*corner, sys.executable, __file__, "--inside", folder, *(sys.argv[1:])]
        code = subprocess.run(words, check=False).returncode
    for above in (GROUPS, GROUPS / "unified"):
        for one in sorted((above / GROUP).rglob("*"), reverse=True):
            if one.is_dir():
                one.rmdir()
        if (above / GROUP).is_dir():
            (above / GROUP).rmdir()
    return code


if __name__ == "__main__":
    sys.exit(main())
