"""What `scripts/start` does, inside the environment."""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from devtools import BrowserGone, Devtools
from environment import ROOT, Unready, browser
from postil.config import PORT
from postil.practice import serve as practice
from postil.server import pairings

EXTENSION = ROOT / "extension" / "src"
OPTIONS = "options/options.html"
PAGE = f"http://127.0.0.1:{practice.PORT}/"
BY_HAND = (
    "No Chromium, Chrome or Edge was found to try it in. To load the extension by hand: run `.venv/bin/postil serve` "
    "and `.venv/bin/postil pair`, then in Chrome open chrome://extensions, switch on Developer mode and “Load unpacked” "
    f"{EXTENSION}, or in Firefox open about:debugging, “This Firefox”, “Load Temporary Add-on” and choose its "
    "manifest.json; paste the line that `postil pair` printed into the extension's options."
)


def port_is_taken(port: int) -> bool:
    """Whether something listens on a loopback port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def helper(*, required_free: bool) -> Iterator[None]:
    """Run the helper, or use the one that runs already.

    Raises:
        Unready: the port is taken and must be free, or the helper ended at once.
    """
    if port_is_taken(PORT):
        if required_free:
            raise Unready(
                f"Port {PORT} is in use: end the helper that runs (`postil doctor` names it), then run this again."
            )
        yield
        return
    process = subprocess.Popen([sys.executable, "-m", "postil", "serve"], stderr=subprocess.PIPE, text=True)
    try:
        end = time.monotonic() + 15
        while not port_is_taken(PORT):
            if process.poll() is not None or time.monotonic() > end:
                said = process.stderr.read().strip() if process.stderr and process.poll() is not None else ""
                raise Unready(
                    said or "The helper did not start within 15 seconds: run `.venv/bin/postil doctor`."
                )
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def practice_page() -> Iterator[None]:
    """Serve the practice page while the block runs.

    Raises:
        Unready: its port is taken.
    """
    loop = asyncio.new_event_loop()
    try:
        runner = loop.run_until_complete(practice.start())
    except OSError:
        loop.close()
        raise Unready(
            f"Port {practice.PORT}, for the practice page, is in use: close the other `scripts/start` first."
        ) from None
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.run_until_complete(runner.cleanup())
        loop.close()


def profile() -> Path:
    """The folder of the browser profile that is kept from one start to the next."""
    folder = platformdirs.user_data_path("postil") / "browser"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except PermissionError:
        raise Unready(
            f"{folder} may not be written to: make it yours, or set HOME to a folder that is."
        ) from None
    return folder


def prepare(devtools: Devtools) -> str:
    """Load the extension, pair it through the pipe unless it is, and switch the practice page on. Its id.

    Raises:
        Unready: the browser does not take the extension, or pairing did not work.
    """
    try:
        extension = devtools.load_extension(EXTENSION)
    except RuntimeError as refused:
        raise Unready(f"This browser does not load the extension ({refused}). {BY_HAND}") from None
    view = devtools.open(f"chrome-extension://{extension}/{OPTIONS}")
    view.until(
        "typeof chrome !== 'undefined' && !!chrome.runtime?.sendMessage", "the extension's options page"
    )

    def ask(message: str) -> dict[str, object]:
        return dict(view.js(f"chrome.runtime.sendMessage({message})") or {})

    if ask("{kind: 'helper-state'}").get("state") != "ok":
        line = pairings.create("scripts/start", anew=True)
        answer = ask(f"{{kind: 'pair', line: '{line}'}}")
        if not answer.get("ok"):
            raise Unready(
                f"The browser and the helper could not be paired ({answer.get('reason')}): run `.venv/bin/postil doctor`."
            )
    ask(f"{{kind: 'switch-on', origin: '{PAGE.rstrip('/')}'}}")
    view.close()
    return extension


def start(path: str) -> int:
    """Open the practice page and stay until the browser is closed."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        raise Unready(
            "There is no screen here to open a browser on: run `scripts/start --tour pictures` to see it in pictures."
        )
    with helper(required_free=False), practice_page():
        devtools = Devtools(path, profile(), headless=False)
        try:
            prepare(devtools)
            devtools.open(PAGE)
            print(
                "Postil is running. Type a post in the browser window; close the window to end.", flush=True
            )
            devtools.wait_closed()
        except BrowserGone:
            complaint = devtools.complaint()
            if devtools.process.wait(10) != 0 and complaint:
                raise Unready(f"The browser ended by itself: {complaint}") from None
        except KeyboardInterrupt:
            pass
        finally:
            devtools.close()
    return 0


def tour(path: str, folder: Path) -> int:
    """Walk the way without a person; every step must hold."""
    from tour import walk  # noqa: PLC0415 - only this way needs it

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_STATE_HOME"] = scratch  # the tour's pairing is its own and goes with it
        with helper(required_free=True), practice_page():
            devtools = Devtools(path, Path(scratch) / "browser", headless=True)
            try:
                return walk(devtools, prepare(devtools), PAGE, folder)
            finally:
                devtools.close()


def main() -> int:
    """Run as `scripts/start` says; exit 2 with one sentence when something is missing."""
    parser = argparse.ArgumentParser(prog="scripts/start", description=__doc__)
    parser.add_argument(
        "--tour", metavar="DIR", type=Path, help="walk the way headless and save pictures to DIR"
    )
    parser.add_argument("--browser", metavar="PATH", help="the Chromium-family browser to use")
    args = parser.parse_args()
    try:
        path = args.browser or browser()
        if path is None or os.name == "nt":
            raise Unready(BY_HAND)
        return tour(path, args.tour) if args.tour else start(path)
    except Unready as missing:
        print(missing, file=sys.stderr)
        return 2
