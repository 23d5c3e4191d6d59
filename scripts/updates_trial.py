"""Policy updates, tried under a real systemd user manager in a private corner of this computer: the timer's own unit asks.

    .venv/bin/python scripts/updates_trial.py

It needs what `service_trial.py` needs, and leaves as little behind.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import ROOT
from postil.server.line import read_line
from postil.server.pairing import Pairing
from postil.server.seal import derive
from service_corner import UNSHARE, Trial, make_corner, sweep_corner, until
from service_trial import ORIGIN, insist

RULES = ROOT / "tests" / "helper" / "tiny"
PORT = 8417
UNIT = "postil-updates.service"
TIMER = "postil-updates.timer"


def publish(trial: Trial, public: Path, version: str) -> None:
    """Build a release and sign it."""
    words = ["--rules", str(RULES), "--pack", "trial", "--version", version]
    trial.postil("packs", "build", str(public), *words)
    trial.postil("packs", "sign", str(public), "--key", str(public.parent / "key"))


def configure(trial: Trial, key: str) -> Path:
    """Say where updates come from."""
    file = trial.home / ".config" / "postil" / "updates.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'address = "http://127.0.0.1:{PORT}/latest.json"\npack = "trial"\nkeys = ["{key}"]\n')
    return file


def edition(trial: Trial) -> str | None:
    """The edition that the running helper tells of."""
    told = trial.ask("/v1/health", {})["edition"]
    return told["version"] if told else None


def try_it(trial: Trial, folder: Path) -> None:
    """From an empty home to an empty home."""
    public = folder / "public"
    key = trial.postil("packs", "keys", str(folder / "key")).split()[0]
    publish(trial, public, "2026.11.1")
    before = trial.files()
    with trial.logged_in():
        trial.postil("service", "install")
        insist(
            not list(trial.home.rglob("*updates*")), "where updates are not configured, nothing asks for them"
        )
        line = trial.postil("pair", "--name", "trial").split()[0]
        trial.pairing = Pairing(name="trial", keys=derive(read_line(line)[0]), created=0, origin=ORIGIN)
        insist(trial.ask("/v1/hello", {"name": "Trial"})["ok"], "the helper runs, with the shipped rules")
        configure(trial, key)
        trial.postil("service", "install")
        insist(
            trial.systemctl("is-active", TIMER).strip() == "active", "once they are, a timer is on its post"
        )
        host = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "http.server",
                "--bind",
                "127.0.0.1",
                str(PORT),
                "--directory",
                str(public),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            try_rounds(trial, public)
        finally:
            host.terminate()
            host.wait(10)
        trial.postil("service", "uninstall", "--purge")
        insist(trial.files() == before, "after uninstall --purge the home is as it was")
        units = trial.systemctl("list-units", "--all", "--plain", "--no-legend", "postil*")
        insist(not units.strip(), "systemd knows no unit of Postil's any more")


def try_rounds(trial: Trial, public: Path) -> None:
    """The unit asks, and the helper that runs notices."""
    trial.ask()
    number = trial.process()
    trial.systemctl("start", UNIT)
    said = trial.postil("packs", "status")
    insist(
        "In force: trial, version 2026.11.1" in said, "its unit, with all its walls, fetches, tries and swaps"
    )
    until(lambda: edition(trial) == "2026.11.1", "the helper notices")
    insist(trial.process() == number, "the helper that runs notices, and is the same process")
    trial.systemctl("start", UNIT)
    insist(trial.postil("packs", "status") == said, "started again before it is due, it asks nobody")
    publish(trial, public, "2026.11.2")
    trial.postil("packs", "update")
    until(lambda: edition(trial) == "2026.11.2", "the helper notices again")
    trial.systemctl("stop", "postil.service")
    trial.ask()
    insist(edition(trial) == "2026.11.2", "started anew, it begins with the pack")


def main() -> int:
    """Make the corner, and try it in there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        make_corner()
        try_it(Trial(options.inside), options.inside)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        words = [*UNSHARE, sys.executable, __file__, "--inside", folder]
        code = subprocess.run(words, check=False).returncode
    sweep_corner()
    return code


if __name__ == "__main__":
    sys.exit(main())
