"""What the extension may reach, by the manifest that each browser gets: the helper, and nothing else."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from postil.config import HOST, PORT

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from packing import BROWSERS, manifest_for  # noqa: E402 - it stands beside the scripts

HELPER = f"http://{HOST}:{PORT}"
MANIFESTS: dict[str, dict[str, Any]] = {
    "source": json.loads((ROOT / "extension" / "src" / "manifest.json").read_text(encoding="utf-8")),
    **{browser: json.loads(manifest_for(browser)) for browser in BROWSERS},
}


def policy(manifest: dict[str, Any]) -> dict[str, list[str]]:
    """The content security policy by directive."""
    text = manifest["content_security_policy"]["extension_pages"]
    return {name: values for name, *values in (part.split() for part in text.split(";"))}


@pytest.mark.parametrize("name", MANIFESTS)
def test_nothing_but_the_helper_can_be_reached(name: str) -> None:
    manifest = MANIFESTS[name]
    assert set(manifest["content_security_policy"]) == {"extension_pages"}
    rules = policy(manifest)
    assert rules["default-src"] == ["'none'"]
    assert set(rules["connect-src"]) == {"'self'", HELPER}
    for directive in set(rules) - {"connect-src"}:
        assert rules[directive] in (["'self'"], ["'none'"]), directive
    for shut in ("base-uri", "form-action", "frame-ancestors"):
        assert rules[shut] == ["'none'"]


@pytest.mark.parametrize("name", MANIFESTS)
def test_no_page_and_no_extension_may_speak_to_it(name: str) -> None:
    manifest = MANIFESTS[name]
    assert "externally_connectable" not in manifest or manifest["externally_connectable"] == {"ids": []}
    asked = set(manifest["permissions"])
    assert asked <= {"storage", "alarms", "scripting", "activeTab"}
    local = [host for host in manifest["host_permissions"] if host.startswith("http:")]
    assert local == [f"http://{HOST}/*"]


@pytest.mark.parametrize("name", BROWSERS)
def test_what_the_stores_get_lets_no_page_load_a_file(name: str) -> None:
    assert "web_accessible_resources" not in MANIFESTS[name]
