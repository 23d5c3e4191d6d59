"""The start at log-in, tried under a real systemd user manager in a private corner of this computer.

    .venv/bin/python scripts/service_trial.py [--rules FOLDER]

It needs Linux, root, util-linux, iproute2 and systemd's programs; systemd need not have started the computer.
Processes, mounts, control groups, network and home are the trial's own, and are gone afterwards.
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
from pathlib import Path

from postil.config import PORT
from postil.errors import PortError
from postil.server.line import read_line
from postil.server.pairing import Pairing
from postil.server.seal import derive
from postil.service.kept import KeptRules
from service_corner import UNSHARE, Trial, make_corner, sweep_corner, until

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
IDLE_S = 2
FIRST_ANSWER_S = 0.6
RESIDENT_KB = 70_000
REFUSAL_S = 20
STARTS = 10

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
            KeptRules(trial.home / ".cache/postil/rulebook", Path(rules)).put()
        line = trial.postil("pair", "--name", "trial").split()[0]
        trial.pairing = Pairing(name="trial", keys=derive(read_line(line)[0]), created=0, origin=ORIGIN)
        insist(
            trial.ask("/v1/hello", {"name": "Trial"})["ok"], "the first question starts it and is answered"
        )
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
        listening = f"0100007F:{PORT:04X} 00000000:0000 0A"
        insist(listening not in Path("/proc/net/tcp").read_text(), "nobody listens on the port")
        units = trial.systemctl("list-units", "--all", "--plain", "--no-legend", "postil*")
        insist(not units.strip(), "systemd knows no unit of Postil's any more")


def try_first_answers(trial: Trial) -> None:
    """How long the first question takes when nothing runs. What it uses of the processor is the same on a busy computer."""
    by_clock, of_processor = [], []
    for _ in range(STARTS):
        trial.systemctl("stop", "postil.service")
        began = time.monotonic()
        trial.ask()
        by_clock.append(time.monotonic() - began)
        user, system = Path(f"/proc/{trial.process()}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
        of_processor.append((int(user) + int(system)) / os.sysconf("SC_CLK_TCK"))
    used, clock = statistics.median(of_processor), statistics.median(by_clock)
    seen = (
        f"{clock:.2f} s by the clock, {min(by_clock):.2f} s at best, under a load of {os.getloadavg()[0]:.0f}"
    )
    insist(used <= FIRST_ANSWER_S, f"the first answer takes {used:.2f} s of the processor ({seen})")
    resident = int(Path(f"/proc/{trial.process()}/status").read_text().split("VmRSS:")[1].split()[0])
    insist(resident < RESIDENT_KB, f"it is resident with {resident / 1000:.0f} MB")


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
    text = "\n".join(
        f"ExecStart={sys.executable} {code}" if one.startswith("ExecStart") else one for one in lines
    )
    probe.write_text(
        text.replace("StandardOutput=null", f"StandardOutput=file:{seen}").replace("=exec", "=oneshot")
    )
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
        os.kill(trial.process(), signal.SIGKILL)
        until(lambda: trial.process() == 0, "a killed helper is gone")
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
    insist(slowest < REFUSAL_S, f"unable to start, it sends {STARTS} askers away (slowest {slowest:.2f} s)")
    until(
        trial.answers, "it answers once the cause is mended"
    )  # the last one to fail may still be at the door
    insist(trial.ask()["ok"], "and answers again once the cause is mended")


def try_idleness(trial: Trial) -> None:
    """Nobody asks for a while (the ten minutes are two seconds here)."""
    code = f"from postil.server.serve import serve; serve(idle_s={IDLE_S})"
    trial.systemctl("stop", "postil.service")
    trial.override(sys.executable, "-P", "-c", code)
    trial.ask("/v1/health", {})
    insist(trial.process(), "a helper runs")
    until(lambda: trial.process() == 0, "an idle helper ends")
    insist(
        trial.systemctl("is-active", "postil.socket").strip() == "active",
        "idle, no process runs and the port is held",
    )
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
        make_corner()
        try_it(Trial(options.inside), options.rules and str(Path(options.rules).resolve()))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        words = [*UNSHARE, sys.executable, __file__, "--inside", folder, *sys.argv[1:]]
        code = subprocess.run(words, check=False).returncode
    sweep_corner()
    return code


if __name__ == "__main__":
    sys.exit(main())
