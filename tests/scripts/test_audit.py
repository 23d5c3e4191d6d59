"""What is shipped may be passed on, and what a database says is not made better than it is."""

from __future__ import annotations

import json
import sys
import tomllib
from email.message import Message
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from packaging.requirements import Requirement  # noqa: E402

from auditing import Package, ask, licence_of, node_packages, python_packages  # noqa: E402 - the path comes first


def test_all_that_the_helper_runs_on_is_listed_and_fits() -> None:
    found = {one.name: one for one in python_packages()}
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted = tomllib.load(file)["project"]["dependencies"]
    assert {Requirement(line).name.lower() for line in wanted} <= set(found)
    assert {"yarl", "cffi"} <= set(found), "what they need is listed too"
    assert [one for one in found.values() if not one.fits] == []
    assert all(one.shipped for one in found.values())


def test_nothing_of_the_tools_is_shipped_and_all_fit() -> None:
    found = node_packages()
    assert len(found) > 50
    assert [one for one in found if one.shipped or not one.fits] == []


@pytest.mark.parametrize(
    ("licence", "shipped", "fits"),
    [
        ("MIT", True, True),
        ("Apache-2.0 AND MIT", True, True),
        ("MIT OR GPL-3.0", True, True),
        ("MIT AND GPL-3.0", True, False),
        ("GNU Lesser General Public License v2 or later (LGPLv2+)", True, False),
        ("LGPL-2.1", False, True),
        ("SEE LICENSE IN LICENSE.md", True, False),
        ("SEE LICENSE IN LICENSE.md", False, True),
        ("Proprietary", False, False),
        ("not said", True, False),
        ("not said", False, False),
        ("", True, False),
    ],
)
def test_a_licence_fits_its_use(licence: str, shipped: bool, fits: bool) -> None:  # noqa: FBT001 - a table's cells
    assert Package("x", "1", licence, shipped).fits == fits


def test_a_licence_is_read_from_wherever_it_stands() -> None:
    told = Message()
    assert licence_of(told) == "not said"
    told["License"] = "MIT\nand a long text"
    assert licence_of(told) == "MIT"
    told["Classifier"] = "License :: OSI Approved :: BSD License"
    assert licence_of(told) == "BSD License"
    told["License-Expression"] = "ISC"
    assert licence_of(told) == "ISC"


def test_a_lock_file_is_read_by_path(tmp_path: Path) -> None:
    lock = tmp_path / "lock.json"
    entries = {
        "": {"version": "0"},
        "node_modules/a/node_modules/@b/c": {"version": "1", "license": "ISC", "dev": True},
        "node_modules/d": {"version": "2"},
    }
    lock.write_text(json.dumps({"packages": entries}))
    assert node_packages(lock) == [
        Package("@b/c", "1", "ISC", shipped=False),
        Package("d", "2", "not said", shipped=True),
    ]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("", True),
        ("import sys; sys.exit('Found 2 known vulnerabilities in 1 package')", False),
        ("import sys; sys.exit('found 3 vulnerabilities (1 low severity)')", False),
        ("import sys; sys.exit('No address for that name')", None),
        ("import sys; sys.exit('x: Dependency not found and could not be audited')", None),
        ("raise SystemExit(7)", None),
    ],
)
def test_who_could_not_be_asked_has_not_said_that_all_is_well(code: str, found: bool | None) -> None:  # noqa: FBT001 - as above
    assert ask("somebody", [sys.executable, "-c", code], ROOT) is found
