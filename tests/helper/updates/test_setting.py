from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.errors import SettingError
from postil.updates.keys import MOST_KEYS
from postil.updates.setting import fault_of, read_setting

KEY = "ed25519:" + "A" * 43 + "="
GOOD = f"""# from the university
address = "https://policies.example.edu/postil/latest.json"
pack = "example"
keys = ["{KEY}"]
"""


def write(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "updates.toml"
    file.write_text(text)
    file.chmod(0o644)
    tmp_path.chmod(0o755)
    return file


def test_it_says_all_three(tmp_path: Path) -> None:
    setting = read_setting([write(tmp_path, GOOD)])
    assert setting is not None
    assert setting.address == "https://policies.example.edu/postil/latest.json"
    assert (setting.pack, setting.keys, setting.where) == ("example", (KEY,), tmp_path / "updates.toml")


def test_without_a_file_updates_are_off(tmp_path: Path) -> None:
    assert read_setting([tmp_path / "everyone", tmp_path / "mine"]) is None


def test_the_administrators_word_comes_first(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "everyone").mkdir()
    mine = write(tmp_path / "mine", GOOD.replace("example.edu", "elsewhere.example"))
    everyone = write(tmp_path / "everyone", GOOD)
    found = read_setting([everyone, mine])
    assert found is not None
    assert found.where == everyone
    everyone.write_text("broken")  # and one that is broken is not passed over for another
    with pytest.raises(SettingError):
        read_setting([everyone, mine])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (GOOD, "address = ", "no TOML"),
        ("address", "adress", "`adress` is not known"),
        ("https://", "http://", "begin with https"),
        ('pack = "example"', "", "`pack`"),
        ('"example"', '"Example"', "`pack`"),
        (f'["{KEY}"]', "[]", "`keys`"),
        (f'["{KEY}"]', f'"{KEY}"', "`keys`"),
        (f'"{KEY}"', '"ed25519:short"', "postil packs keys"),
        (f'["{KEY}"]', str([KEY] * (MOST_KEYS + 1)), "`keys`"),
        ('"https://policies.example.edu/postil/latest.json"', "7", "`address`"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(SettingError, match=said) as caught:
        read_setting([write(tmp_path, GOOD.replace(old, new))])
    assert caught.value.where == str(tmp_path / "updates.toml")


@pytest.mark.parametrize("loose", ["updates.toml", "."])
def test_what_others_can_write_is_not_believed(tmp_path: Path, loose: str) -> None:
    file = write(tmp_path, GOOD)
    (tmp_path / loose).chmod(0o777)
    with pytest.raises(SettingError, match="Other accounts can write") as caught:
        read_setting([file])
    assert f"chmod go-w {tmp_path / loose}" in caught.value.remedy


def test_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "updates.toml").symlink_to(tmp_path / "gone")
    with pytest.raises(SettingError, match=os.strerror(2)):
        read_setting([tmp_path / "updates.toml"])


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://policies.example.edu/latest.json", True),
        ("https://policies.example.edu:8443/a/b/latest.json", True),
        ("http://127.0.0.1:8000/latest.json", True),
        ("http://localhost/latest.json", True),
        ("http://127.0.0.1.example.edu/latest.json", False),
        ("http://policies.example.edu/latest.json", False),
        ("file:///etc/latest.json", False),
        ("ftp://policies.example.edu/latest.json", False),
        ("https://me:secret@policies.example.edu/latest.json", False),
        ("https://policies.example.edu/latest.json?who=me", False),
        ("https://policies.example.edu/latest.json#x", False),
        ("https://policies.example.edu/", False),
        ("https:///latest.json", False),
        ("https://[::1/latest.json", False),
        ("https://policies.example.edu:99999/latest.json", False),
        ("https://policies.example.edu/\r\nX: y/latest.json", False),
        ("https://policies.example.edu/ /latest.json", False),
        (f"https://policies.example.edu/{'x' * 1000}/latest.json", False),
        ("", False),
    ],
)
def test_an_address_is_https_and_says_nothing_of_anybody(address: str, good: bool) -> None:  # noqa: FBT001
    assert (fault_of(address) == "") == good
