"""What `scripts/audit` does: the helper's packages by their own metadata, the extension's tools by the lock file."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from environment import EXTENSION, ROOT

FREE = (
    "0bsd",
    "apache",
    "blueoak",
    "bsd",
    "cc-by",
    "cc0",
    "cnri-python",
    "isc",
    "mit",
    "mpl",
    "psf",
    "public domain",
    "python-2.0",
    "python software foundation",
    "unlicense",
    "wtfpl",
    "zlib",
)
"""What may stand in a licence's name: all of these may be passed on beside MIT."""
BUILD_ONLY = ("lgpl", "gpl", "general public", "epl", "elastic", "see license in")
"""Those that only a tool may carry that is not passed on."""


@dataclass(frozen=True, slots=True, order=True)
class Package:
    """A package. `shipped`: whoever installs Postil has it too."""

    name: str
    version: str
    licence: str
    shipped: bool

    @property
    def fits(self) -> bool:
        """Whether its licence goes with how it is used. `A OR B` gives the choice, `A AND B` does not."""
        parts = [
            part for part in re.split(r"\s+AND\s+", self.licence.strip("()"), flags=re.IGNORECASE) if part
        ]
        return bool(parts) and all(any(map(self._may, re.split(r"\s+OR\s+", one))) for one in parts)

    def _may(self, licence: str) -> bool:
        name = licence.lower()
        if any(word in name for word in BUILD_ONLY):
            return not self.shipped
        return any(word in name for word in FREE)


def licence_of(metadata: Any) -> str:  # noqa: ANN401 - a message, whose type is not public
    """The licence that a Python package says it has."""
    if stated := metadata.get("License-Expression"):
        return str(stated)
    classifiers = [one for one in metadata.get_all("Classifier") or () if one.startswith("License ::")]
    if names := [one.rpartition(" :: ")[2] for one in classifiers if one.count("::") > 1]:
        return " AND ".join(names)
    first = str(metadata.get("License") or "").strip().splitlines()
    return first[0][:60] if first else "not said"


def python_packages(project: Path = ROOT / "pyproject.toml") -> list[Package]:
    """What the helper needs by the project's file, and what that needs, as it is installed here."""
    with project.open("rb") as file:
        lines = tomllib.load(file)["project"]["dependencies"]
    found: dict[str, Package] = {}
    waiting = list(needed(lines, frozenset()))
    while waiting:
        name, extras = waiting.pop()
        try:
            there = distribution(name)
        except PackageNotFoundError:
            continue  # it is for another system
        if name not in found:
            found[name] = Package(name, there.version, licence_of(there.metadata), shipped=True)
            waiting += needed(there.requires or (), extras)
    return sorted(found.values())


def needed(lines: Iterable[str], extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The requirements that count on this system, with the extras that were asked for."""
    for wanted in map(Requirement, lines):
        settings = [{"extra": extra} for extra in extras or {""}]
        if wanted.marker is None or any(wanted.marker.evaluate(one) for one in settings):
            yield canonicalize_name(wanted.name), frozenset(wanted.extras)


def node_packages(lock: Path = EXTENSION / "package-lock.json") -> list[Package]:
    """Everything that the extension is built and tested with. Nothing of it is in the extension."""
    entries = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    found = set()
    for path, entry in entries.items():
        if path:
            name = entry.get("name", path.rpartition("node_modules/")[2])
            licence = entry.get("license") or "not said"
            found.add(Package(name, entry["version"], str(licence), shipped=not entry.get("dev", False)))
    return sorted(found)


def ask(what: str, command: list[str | Path], folder: Path) -> bool | None:
    """Have somebody's database asked; whether nothing is known, or `None` where it could not be asked."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    said = (done.stdout + done.stderr).strip()
    if done.returncode == 0:
        print(f"{what}: nothing is known")
        return True
    if re.search(r"found \d|severity|known vulnerabilit", said, re.IGNORECASE):
        print(f"{what}:\n{said}")
        return False
    print(f"{what}: could not be asked ({said.splitlines()[-1][:160] if said else 'it said nothing'})")
    return None


def known_faults(packages: list[Package]) -> list[bool | None]:
    """What the public databases say of the shipped Python packages, and of the lock file."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text("".join(f"{one.name}=={one.version}\n" for one in packages))
        pip: list[str | Path] = [
            sys.executable,
            "-m",
            "pip_audit",
            "--strict",
            "--disable-pip",
            "--no-deps",
            "-r",
            listed,
        ]
        return [
            ask("pip-audit", pip, ROOT),
            ask("npm audit", ["npm", "audit", "--audit-level=low"], EXTENSION),
        ]


def show(title: str, packages: list[Package]) -> list[Package]:
    """Print a list; those whose licence does not fit."""
    print(f"{title} ({len(packages)})")
    for one in packages:
        print(f"  {one.name:<34} {one.version:<16} {one.licence}{'' if one.fits else '   DOES NOT FIT'}")
    return [one for one in packages if not one.fits]


def main() -> int:
    """Run as `scripts/audit` says; exit 1 for a known fault or a licence that does not fit, 3 where nobody could be asked."""
    parser = argparse.ArgumentParser(prog="scripts/audit", description=__doc__)
    parser.add_argument("--offline", action="store_true", help="licences alone")
    options = parser.parse_args()
    python = python_packages()
    unfit = show("The helper runs on", python)
    unfit += show(
        "The extension is built and tested with; nothing of it is in the extension", node_packages()
    )
    print(f"{len(unfit)} licences do not fit")
    found = [] if options.offline else known_faults(python)
    if unfit or False in found:
        return 1
    return 3 if None in found else 0
