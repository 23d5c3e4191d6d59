"""What `scripts/package` does: the extension as the stores take it, one zip a browser.

The modules of the page's part become one file, so that no page can load any file of ours: a browser lets a content
script import a module only where every page may fetch it (`web_accessible_resources`). All else stays as it is read
in the repository. Two builds of one tree are the same, byte for byte.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from environment import EXTENSION, ROOT, Unready, node_environment, run

SOURCE = EXTENSION / "src"
LOADER = "content/loader.js"
IMPORT = 'import(browser.runtime.getURL("content/main.js"))'
"""How the loader gets its modules from an unpacked extension."""
BUNDLED = 'import("./main.js")'
INTO_LOADER = ("content", "sites")
"""Folders that only a page's part is made of."""
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The oldest that a zip can say."""
FILE_MODE = 0o100644 << 16
UNIX = 3

Manifest = dict[str, Any]


def for_chrome(_manifest: Manifest) -> None:
    """Leave all of it: Chrome passes over what only Firefox reads, and the stores' check asks for it in every package."""


def for_firefox(manifest: Manifest) -> None:
    """Leave out what only Chrome reads; Firefox has an event page for a service worker."""
    del manifest["minimum_chrome_version"]
    del manifest["background"]["service_worker"]


BROWSERS: dict[str, Callable[[Manifest], None]] = {"chrome": for_chrome, "firefox": for_firefox}


def manifest_for(browser: str) -> bytes:
    """The manifest for one browser: no file within reach of a page."""
    manifest = json.loads((SOURCE / "manifest.json").read_text())
    del manifest["web_accessible_resources"]
    BROWSERS[browser](manifest)
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


def bundle() -> bytes:
    """The loader with all modules of the page's part in it, readable: nothing is shortened or renamed.

    Raises:
        Unready: the loader no longer imports as it did, or esbuild refuses.
    """
    loader = (SOURCE / LOADER).read_text()
    if loader.count(IMPORT) != 1:
        raise Unready(f"{LOADER} should say `{IMPORT}` once: change it and scripts/packing.py together.")
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "loader.js"
        command: list[str | Path] = [
            EXTENSION / "node_modules" / ".bin" / "esbuild",
            "--bundle",
            "--format=iife",
            "--target=es2024",
            "--charset=utf8",
            f"--sourcefile={LOADER}",
            f"--outfile={out}",
            "--log-level=warning",
        ]
        run(command, cwd=SOURCE / "content", input=loader.replace(IMPORT, BUNDLED))
        return out.read_bytes()


def shipped() -> dict[str, bytes]:
    """Every file of the extension but its manifest, by its path within."""
    files = {
        path.relative_to(SOURCE).as_posix(): path.read_bytes()
        for path in SOURCE.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    kept = {name: words for name, words in files.items() if name.split("/")[0] not in INTO_LOADER}
    return {**kept, LOADER: bundle()}


def pack(files: dict[str, bytes], target: Path) -> None:
    """Write a zip whose bytes depend on the files alone: sorted, undated, and stored, for deflate differs by machine."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as out:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.create_system = UNIX
            entry.external_attr = FILE_MODE
            out.writestr(entry, files[name])


def build(folder: Path) -> list[Path]:
    """Write the zips of all browsers into `folder`; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    files = shipped()
    version = json.loads((SOURCE / "manifest.json").read_text())["version"]
    made = []
    for browser in BROWSERS:
        target = folder / f"postil-{browser}-{version}.zip"
        pack({**files, "manifest.json": manifest_for(browser)}, target)
        made.append(target)
    return made


def main() -> int:
    """Run as `scripts/package` says; exit 2 with one sentence when something is missing."""
    parser = argparse.ArgumentParser(prog="scripts/package", description=__doc__)
    parser.add_argument("--out", metavar="DIR", type=Path, default=ROOT / "dist", help="where to write them")
    args = parser.parse_args()
    try:
        node_environment()
        made = build(args.out)
    except Unready as missing:
        print(missing, file=sys.stderr)
        return 2
    for path in made:
        print(f"{path} ({path.stat().st_size // 1024} KB)")
    return 0
