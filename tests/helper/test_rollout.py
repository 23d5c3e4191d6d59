"""The samples for IT departments fit the extension, and the page about them fits the samples."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from postil.cli.main import PACKS, SERVICE
from postil.service import WAYS, linux, macos
from postil.service.place import Place
from postil.updates.setting import read_setting

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "helper" / "rollout"
PAGE = (ROOT / "helper" / "ROLLOUT.md").read_text(encoding="utf-8")
MANIFEST = json.loads((ROOT / "extension/src/manifest.json").read_text())
SCHEMA = json.loads((ROOT / "extension/src" / MANIFEST["storage"]["managed_schema"]).read_text())
GECKO = MANIFEST["browser_specific_settings"]["gecko"]
STORE_ID = "abcdefghijklmnopabcdefghijklmnop"

REGISTRY = r"HKEY_LOCAL_MACHINE\SOFTWARE\Policies"


def read_registry(text: str) -> dict[str, dict[str, str]]:
    """A registry file's keys with their values, all of them text."""
    first, *rest = text.splitlines()
    assert first == "Windows Registry Editor Version 5.00"
    keys: dict[str, dict[str, str]] = {}
    values: dict[str, str] = {}
    for line in rest:
        if line.startswith("["):
            values = keys.setdefault(line.strip("[]"), {})
        elif line and not line.startswith(";"):
            name, value = re.fullmatch(r'"([^"]+)"="([^"]*)"', line).groups()  # type: ignore[union-attr]
            values[name] = value
    return keys


def managed(name: str) -> dict[str, Any]:
    """What a sample sets for the extension."""
    text = (SAMPLES / name).read_text()
    browser, kind = name.split(".")
    if kind == "reg":
        vendor = {"chrome": r"Google\Chrome", "edge": r"Microsoft\Edge"}[browser]
        keys = read_registry(text)
        base = rf"{REGISTRY}\{vendor}\3rdparty\extensions\{STORE_ID}\policy"
        found: dict[str, Any] = dict(keys[base])
        for key in (one for one in keys if one.startswith(f"{base}\\")):
            assert list(keys[key]) == [str(count + 1) for count in range(len(keys[key]))]
            found[key.removeprefix(f"{base}\\")] = list(keys[key].values())
        return found
    data = json.loads(text)
    third = (
        data["policies"]["3rdparty"]["Extensions"] if browser == "firefox" else data["3rdparty"]["extensions"]
    )
    ((name, values),) = third.items()
    assert name == (GECKO["id"] if browser == "firefox" else STORE_ID)
    return dict(values)


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_sample_sets_what_the_extension_reads(name: str) -> None:
    values = managed(name)
    jsonschema.validate(values, SCHEMA)
    assert set(values) == set(SCHEMA["properties"])  # Chrome drops what its schema does not name
    assert (ROOT / "rules" / "policies" / f"{values['institution']}.yaml").exists()
    assert f"rollout/{name}" in PAGE


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_sample_installs_the_extension_for_everyone(name: str) -> None:
    text = (SAMPLES / name).read_text()
    assert "force_installed" in text or "ExtensionInstallForcelist" in text
    hosts = set(re.findall(r"https://([^/\"]+)/", text))
    assert hosts <= {"clients2.google.com", "edge.microsoft.com", "addons.mozilla.org"}
    assert len(hosts) == 1


def test_no_sample_and_no_schema_has_a_place_for_a_key() -> None:
    everything = "\n".join(path.read_text() for path in SAMPLES.iterdir()) + json.dumps(SCHEMA)
    assert not re.search(r"pairing|secret|POSTIL1|127\.0\.0\.1|28417", everything, re.IGNORECASE)
    assert SCHEMA["type"] == "object"
    assert "additionalProperties" not in SCHEMA  # Chrome does not load an extension whose schema has it


def test_the_page_names_every_setting_and_no_other() -> None:
    table = PAGE.split("| key | what it sets | else |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == set(SCHEMA["properties"])


def test_the_page_says_what_firefox_is_told() -> None:
    declared = GECKO["data_collection_permissions"]["required"]
    assert "none" not in declared
    section = PAGE.split("## 5.")[1].split("## 6.")[0].split("all required")[0]
    assert re.findall(r"`(\w+)`", section) == declared


def test_the_page_names_commands_and_files_that_there_are(tmp_path: Path) -> None:
    named = set(re.findall(r"postil service (\w+)", PAGE))
    assert named == set(SERVICE)
    assert set(re.findall(r"postil packs (\w+)", PAGE)) <= set(PACKS)
    place = Place(("python",), tmp_path, tmp_path, everyone=True)
    for name in ("systemd", "autostart", "launchd"):
        for part in WAYS[name].parts(place):
            assert Path(part.where).name in PAGE
    for path in re.findall(r"`((?:tests|scripts)/[\w/.]+)`", PAGE):
        assert (ROOT / path).exists()


@pytest.mark.parametrize("page", ["README.md", "ROLLOUT.md"])
def test_the_setting_for_updates_is_one_that_is_read(page: str, tmp_path: Path) -> None:
    text = (ROOT / "helper" / page).read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    file = tmp_path / "updates.toml"
    file.write_text(text.replace("ed25519:…", f"ed25519:{'A' * 43}="))
    tmp_path.chmod(0o755)
    setting = read_setting([file])
    assert setting is not None
    assert setting.pack == "example-university"


def test_what_asks_for_updates_is_named_in_the_readme() -> None:
    readme = (ROOT / "helper" / "README.md").read_text(encoding="utf-8")
    assert macos.UPDATES in readme
    assert linux.WAY.rounds(Place(("python",), Path("/h"), Path("/h/.config")))[0].where.endswith(
        "postil-updates.timer"
    )
    assert "`postil-updates.timer`" in readme
    for file in ("test_refusals.py", "test_update.py", "test_fetch.py", "test_store.py"):
        assert f"`{file}`" in readme
    tests = "".join(
        (ROOT / "tests/helper/updates" / name).read_text() for name in ("test_refusals.py", "test_update.py")
    )
    named = re.findall(r"`(test_\w+)`", readme.split("## Policy updates")[1].split("\n## ")[0])
    assert len(named) > 8
    assert all(f"def {name}(" in tests for name in named)
