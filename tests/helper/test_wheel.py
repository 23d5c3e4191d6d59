"""Postil from its wheel alone, as `pipx install` and `uv tool install` set it up: no checkout, no compiler."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from helper.server.process import run_helper
from postil import practice

ROOT = Path(__file__).parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([*PIP, "wheel", "--no-deps", "--wheel-dir", folder, ROOT], check=True)
    (built,) = folder.glob("postil-*.whl")
    return built


@pytest.fixture(scope="module")
def postil(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that has the wheel, and what it asks for, in it."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / SCRIPTS / "python"
    nothing = folder / "nothing"
    nothing.mkdir()
    without_compiler = os.environ | {
        "PATH": str(nothing),
        "CC": str(nothing / "cc"),
        "CXX": str(nothing / "c++"),
    }
    words = [
        *PIP,
        "--python",
        str(python),
        "install",
        "--no-cache-dir",
        "--no-compile",
        str(wheel),
    ]  # no wheel of old
    subprocess.run(words, env=without_compiler, cwd=folder, check=True)
    return python.with_name("postil")


def run(postil: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command of the installed Postil, far from the checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [postil, *words], cwd=postil.parent, env=environment, capture_output=True, text=True, check=False
    )


def test_rules_and_practice_page_are_inside(wheel: Path) -> None:
    there = set(zipfile.ZipFile(wheel).namelist())
    page = Path(practice.__file__).parent / "page"
    wanted = {f"postil/practice/page/{file.name}" for file in page.iterdir()}
    for folder in ("terms", "topics", "policies"):
        wanted |= {f"postil/rules/{folder}/{file.name}" for file in (ROOT / "rules" / folder).glob("*.yaml")}
    assert len(wanted) > 10
    assert wanted <= there
    assert not [name for name in there if "test" in name.lower().split("/")]


def test_the_rules_are_read_from_the_package(postil: Path) -> None:
    code = "from postil.rulebook.find import rules_folder; print(rules_folder())"
    out = subprocess.run(
        [postil.with_name("python"), "-c", code],
        cwd=postil.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(out.stdout.strip()).is_relative_to(postil.parents[1])
    here = subprocess.run(
        [sys.executable, "-m", "postil", "rules", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run(postil, "rules", "check").returncode == here.returncode


def test_it_serves(postil: Path, tmp_path: Path) -> None:
    unusable = run(postil, "rules", "check").returncode != 0
    with run_helper(tmp_path, [str(postil), "serve"]) as served:
        assert served.ask("/v1/health", {})["rules"]["problems"] == 0 or unusable
        assert served.ask("/v1/check", {"text": "x"})["ok"] or unusable


def test_it_starts_at_log_in_from_where_it_lies(postil: Path, tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    words = [str(postil), "service", "install", "--by", "systemd"]
    subprocess.run(words, env=environment, cwd=tmp_path, check=True, capture_output=True)
    unit = (tmp_path / ".config/systemd/user/postil.service").read_text()
    assert f"ExecStart={postil.with_name('python')} -P -m postil serve\n" in unit
