"""Makes this checkout ready to run: a virtual environment, Node packages, a browser.

What it cannot do it says in one sentence.

Kept to what Python 3.8 can parse, so that an old Python gets a sentence instead of a syntax error.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
EXTENSION = ROOT / "extension"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "brave-browser",
    "vivaldi",
)
MAC_BROWSERS = ("Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser", "Vivaldi")
OLDEST = (3, 11)


class Unready(Exception):  # noqa: N818 - it is no fault of the program
    """Something is missing that this script cannot install; its text is one sentence with the remedy."""


def say(text: str) -> None:
    """Tell the person what is going on, at once."""
    print(text, flush=True)


def require_python() -> None:
    """Refuse an old Python or one that cannot make a virtual environment."""
    if sys.version_info < OLDEST:
        raise Unready(
            "Postil needs Python {}.{} or newer and this is {}.{}: install a newer one and run this script "
            "with it, for example `python3.11 {}`.".format(*OLDEST, *sys.version_info[:2], sys.argv[0])
        )
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: F401, PLC0415
    except ImportError:
        raise Unready(
            "Python's venv module is missing: on Debian or Ubuntu install it with "
            "`sudo apt install python3-venv`, then run this again."
        ) from None


def run(command: Sequence[str | Path], **options: Any) -> str:  # noqa: ANN401 - handed on
    """Run a command quietly; show what it said only if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
        raise Unready("`{}` did not work:\n{}".format(" ".join(map(str, command)), tail))
    return str(done.stdout)


def stamped(stamp: Path, key: str, make: Callable[[], None]) -> None:
    """Call `make` unless `stamp` says that it was done for this `key`."""
    if stamp.exists() and stamp.read_text() == key:
        return
    make()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(key)


def python_environment(*, dev: bool) -> Path:
    """Make `.venv` with Postil in it; with `dev` also what the tests need. Returns its Python."""
    require_python()
    key = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()

    def make() -> None:
        say("Setting up Python in .venv (once) ...")
        try:
            if not PYTHON.exists():
                run([sys.executable, "-m", "venv", VENV])
        except PermissionError:
            raise Unready(
                f"{ROOT} may not be written to: copy it to a folder of your own and run this there."
            ) from None
        run([PYTHON, "-m", "pip", "install", "--quiet", "--upgrade", "pip"])
        extra = ["--group", "dev"] if dev else []
        run([PYTHON, "-m", "pip", "install", "--quiet", "--editable", ".", *extra], cwd=ROOT)

    stamp = VENV / ("postil-dev.stamp" if dev else "postil.stamp")
    if not dev and (VENV / "postil-dev.stamp").exists():
        stamp = VENV / "postil-dev.stamp"
        dev = True
    stamped(stamp, key, make)
    return PYTHON


def may_install() -> bool:
    """Whether Debian's packages can be installed without asking: root, with apt."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> None:
    """Install Debian packages."""
    say("Installing {} from Debian ...".format(", ".join(packages)))
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    run(["apt-get", "update", "-qq"], env=env)
    run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], env=env)


def find_browser() -> str | None:
    """Path of a Chromium-family browser, or None."""
    for name in BROWSERS:
        path = shutil.which(name)
        if path:
            return path
    for name in MAC_BROWSERS:
        program = Path("/Applications") / f"{name}.app" / "Contents" / "MacOS" / name
        if program.exists():
            return str(program)
    homes = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
    for base in filter(None, homes):
        for tail in ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"):
            program = Path(base) / tail
            if program.exists():
                return str(program)
    return None


def browser() -> str | None:
    """A Chromium-family browser; Debian's is installed where this may. None if there is none to be had."""
    found = find_browser()
    if found is None and may_install():
        apt_install("chromium", "fonts-noto-color-emoji")
        found = find_browser()
    return found


def node_environment() -> None:
    """Install the extension's development tools with npm."""
    if shutil.which("npm") is None:
        if not may_install():
            raise Unready(
                "Node.js 20 or newer with npm is missing: install it from your system's packages, "
                "then run this again."
            )
        apt_install("nodejs", "npm")
    key = hashlib.sha256((EXTENSION / "package-lock.json").read_bytes()).hexdigest()

    def make() -> None:
        say("Installing the extension's development tools (once) ...")
        run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=EXTENSION)

    stamped(EXTENSION / "node_modules" / "postil.stamp", key, make)


def firefox() -> str | None:
    """Path of a Firefox; Debian's is installed where this may. None if there is none to be had."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    if found is None and may_install():
        apt_install("firefox-esr")
        found = shutil.which("firefox-esr")
    return found


def enter(*, dev: bool) -> None:
    """Make the environment and go on inside it: this process becomes the same script under `.venv`'s Python."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        return
    try:
        python_environment(dev=dev)
    except Unready as missing:
        print(missing, file=sys.stderr)
        raise SystemExit(2) from None
    if os.name == "nt":  # there exec does not replace the process
        raise SystemExit(subprocess.call([str(PYTHON), *sys.argv]))
    os.execv(PYTHON, [str(PYTHON), *sys.argv])  # noqa: S606 - no shell is wanted
