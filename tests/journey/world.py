"""The real helper and the real extension, on a port of their own so that several browsers run side by side."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "extension" / "src"
PORT = "28417"
START_S = 60


def free_port() -> int:
    """A loopback port that was free a moment ago, below 32768 as the real one."""
    for port in range(28500 + os.getpid() % 2000, 32000):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("No free port between 28500 and 32000.")


def copy_extension(folder: Path, port: int, granted: tuple[str, ...] = (), *, source: Path = SOURCE) -> Path:
    """The extension as it is, but for the helper's port.

    `granted` are hosts that the person has given permission for: a headless browser shows no prompt.
    """
    target = folder / "extension"
    shutil.copytree(source, target)
    for path in (target / "manifest.json", target / "shared" / "protocol.js"):
        text = path.read_text()
        assert PORT in text, f"{path.name} no longer names the port"
        path.write_text(text.replace(PORT, str(port)))
    manifest = json.loads((target / "manifest.json").read_text())
    manifest["host_permissions"] += [f"{host}/*" for host in granted]
    (target / "manifest.json").write_text(json.dumps(manifest))
    return target


class Helper:
    """`postil serve` as a process of its own, with its state in a scratch folder."""

    def __init__(self, folder: Path, port: int, *, rules: Path | None = None) -> None:
        self.port = port
        self._folder = folder
        self._rules = ["--rules", str(rules)] if rules else []
        self._env = {
            **os.environ,
            "HOME": str(folder),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self._log = folder / "helper.log"
        self.process: subprocess.Popen[bytes] | None = None

    def moved(self, port: int) -> Helper:
        """The same person's helper, with the same pairings, on another port."""
        return Helper(self._folder, port)

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "postil", "serve", "--port", str(self.port), *self._rules],
                env=self._env,
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + START_S
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError("The helper ended at once: " + self.log())
            if self._answers():
                return
            time.sleep(0.05)
        raise RuntimeError("The helper did not answer in time: " + self.log())

    def _answers(self) -> bool:
        """Whether it answers anybody: it takes connections a little before its rules are read."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=START_S)
        try:
            asked.request("POST", "/", body=b"?")
            return asked.getresponse().status == http.HTTPStatus.FORBIDDEN
        except OSError:
            return False
        finally:
            asked.close()

    def log(self) -> str:
        """All that the helper has printed."""
        return self._log.read_text(errors="replace")

    def pair(self, name: str = "test") -> str:
        """A fresh pairing line."""
        done = subprocess.run(
            [sys.executable, "-m", "postil", "pair", "--name", name, "--port", str(self.port)],
            env=self._env,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"No pairing: {done.stderr}")
        return next(line.strip() for line in done.stdout.splitlines() if line.strip().startswith("POSTIL1."))

    def kill(self) -> None:
        """End it without a chance to say goodbye."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(10)

    def stop(self) -> None:
        """End it in good order."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
