"""Bundles the real editors for the stage with esbuild, once a change."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MODULES = ROOT / "extension" / "node_modules"
OUT = ROOT / "build" / "editors"
STYLE = HERE / "editors" / "page.css"
"""What every page of the stage looks like."""


def bundle() -> Path:
    """Bundle `editors/*.js` into `build/editors` and return that folder.

    Raises:
        FileNotFoundError: the editors' packages are not installed (`scripts/test` installs them).
    """
    sources = sorted(path for path in (HERE / "editors").glob("*.js") if path.name != "stage.js")
    digest = hashlib.sha256()
    others = [HERE / "editors" / "stage.js", STYLE, ROOT / "extension" / "package.json"]
    for path in [*sources, *others]:
        digest.update(path.read_bytes())
    stamp = OUT / "stamp"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return OUT
    esbuild = MODULES / ".bin" / "esbuild"
    if not esbuild.exists():
        raise FileNotFoundError("The editors' packages are missing: run `scripts/test`, which installs them.")
    shutil.rmtree(OUT, ignore_errors=True)
    subprocess.run(
        [
            esbuild,
            *sources,
            "--bundle",
            "--format=iife",
            f"--outdir={OUT}",
            "--log-level=error",
            '--define:process.env.NODE_ENV="production"',
            "--define:global=globalThis",
            f"--alias:quill-style={MODULES / 'quill' / 'dist' / 'quill.snow.css'}",
        ],
        check=True,
        env={**os.environ, "NODE_PATH": str(MODULES)},
    )
    shutil.copy(MODULES / "quill" / "dist" / "quill.snow.css", OUT / "quill.css")
    shutil.copy(STYLE, OUT)
    stamp.write_text(digest.hexdigest())
    return OUT


if __name__ == "__main__":
    bundle()
