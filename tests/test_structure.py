"""The conventions that a tree can be asked about: one thing a file, tests beside it, tables that are whole."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HELPER = ROOT / "helper" / "postil"
EXTENSION = ROOT / "extension" / "src"
WALL = 250
VAGUE = {"utils", "util", "common", "manager", "core", "misc", "helpers", "stuff"}


def tracked(*patterns: str) -> list[Path]:
    """Files that git tracks."""
    out = subprocess.run(
        ["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in out.stdout.split("\0") if name and (ROOT / name).exists()]


def code() -> list[Path]:
    """Every source file of ours, tests and scripts included."""
    files = tracked("helper/**.py", "extension/src/**.js", "tests/**.py", "tests/**.js", "scripts/*")
    return [path for path in files if path.suffix in {".py", ".js", ""}]


def has_code(path: Path) -> bool:
    """Whether a Python file holds more than a docstring and imports."""
    return bool(re.search(r"^(?:def|class|async def|if|[A-Za-z_]\w* *[:=])", path.read_text(), re.MULTILINE))


def test_there_is_something_to_look_at() -> None:
    assert len(code()) > 100


@pytest.mark.parametrize("path", code(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_fits_on_a_few_screens_and_has_a_name_that_says_something(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= WALL, "split it by subject"
    assert path.stem not in VAGUE, "name it after what it does"


def test_rule_files_fit_too() -> None:
    long = [path.name for path in tracked("rules/terms/*.yaml") if len(path.read_text().splitlines()) > WALL]
    assert not long, "split them by idea"


@pytest.mark.parametrize(
    "path",
    [path for path in tracked("helper/postil/**.py") if path.name != "__main__.py" and has_code(path)],
    ids=lambda path: str(path.relative_to(HELPER)),
)
def test_every_python_file_has_its_test(path: Path) -> None:
    relative = path.relative_to(HELPER)
    if relative.parts[0] == "model":  # plain values: nothing to run but what every other test runs
        return
    name = relative.parent.name if relative.name == "__init__.py" else relative.stem
    folder = ROOT / "tests" / "helper" / relative.parent
    assert (folder / f"test_{name}.py").exists(), f"write {folder.relative_to(ROOT)}/test_{name}.py"


@pytest.mark.parametrize(
    "path",
    [path for path in tracked("extension/src/**.js") if "browser-only" not in path.read_text()[:400]],
    ids=lambda path: str(path.relative_to(EXTENSION)),
)
def test_every_script_has_its_test(path: Path) -> None:
    relative = path.relative_to(EXTENSION)
    test = ROOT / "tests" / "extension" / relative.with_suffix(".test.js")
    assert test.exists(), (
        f"write {test.relative_to(ROOT)}, or say in the file's head that it is browser-only and which journey holds it"
    )


@pytest.mark.parametrize(
    ("folder", "table_name", "deed"),
    [
        (HELPER / "engine" / "conditions", "__init__.py", r"^def judge\("),
        (HELPER / "engine" / "entities", "__init__.py", r"^def find\("),
        (EXTENSION / "sites", "index.js", r"^export const \w+ = "),
    ],
    ids=["conditions", "entities", "sites"],
)
def test_every_kind_is_in_its_table(folder: Path, table_name: str, deed: str) -> None:
    words = (folder / table_name).read_text()
    kinds = [
        path.stem
        for path in folder.iterdir()
        if path.name != table_name
        and path.is_file()
        and not path.stem.startswith("_")
        and re.search(deed, path.read_text(), re.MULTILINE)
    ]
    assert len(kinds) >= 5
    assert not [kind for kind in kinds if kind not in words]


def test_every_topic_is_named_by_a_clause() -> None:
    clauses = "\n".join(path.read_text() for path in tracked("rules/policies/*.yaml"))
    named = set(re.findall(r"topic: *([\w-]+)", clauses))
    topics = {path.stem for path in tracked("rules/topics/*.yaml")}
    assert topics == named


def test_no_soft_spots() -> None:
    soft = re.compile(
        r"pytest\.mark\.(?:skip|xfail)|(?:test|it)\.ski[p]|\bTOD[O]\b|FIXM[E]|NotImplementedErro[r]|assert Tru[e]$"
    )
    found = [f"{p.relative_to(ROOT)}: {m.group()}" for p in code() if (m := soft.search(p.read_text()))]
    assert not found


def test_no_machine_in_the_tree() -> None:
    paths = re.compile(r"/(?:wor[k]|far[m]|tm[p])/[a-z.]|pypi\.or[g]|registry\.npmj[s]")
    found = []
    for path in tracked():
        if path.suffix in {".png", ".ico"}:
            continue
        if match := paths.search(path.read_text(errors="replace")):
            found.append(f"{path.relative_to(ROOT)}: {match.group()}")
    assert not found


def test_top_level_is_fixed() -> None:
    folders = {path.relative_to(ROOT).parts[0] for path in tracked() if len(path.relative_to(ROOT).parts) > 1}
    assert folders - {".ci"} == {"helper", "extension", "rules", "tests", "scripts"}
