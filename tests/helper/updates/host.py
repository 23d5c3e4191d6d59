"""A static web host on this computer, and a publisher who puts releases on it: well, or badly in one way."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from helper.server.process import TINY
from postil.updates.building import Label, build, sign_release
from postil.updates.keys import make_key
from postil.updates.release import Release
from postil.updates.setting import Setting

PACK = "a-hospital"


@dataclass
class Host:
    """What is served, how often what was asked for, and how it misbehaves."""

    folder: Path
    port: int
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    marks: bool = True
    """Whether files come with an ETag and a date."""
    silent_304: bool = False
    """Whether an unchanged file's answer leaves its ETag out."""
    change: Callable[[str, bytes], bytes] = lambda _path, data: data
    """What becomes of a file on the way."""
    before: Callable[[BaseHTTPRequestHandler], bool] = lambda _handler: False
    """Answers in the host's place; False: it does not."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/{PACK}/latest.json"

    def paths(self) -> list[str]:
        """The names of the files asked for since the last look."""
        found = [path.rpartition("/")[2] for path, _ in self.asked]
        self.asked.clear()
        return found


class Handler(BaseHTTPRequestHandler):
    host: Host

    def do_GET(self) -> None:
        self.host.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        if self.host.before(self):
            return
        file = self.host.folder / self.path.rpartition("/")[2]
        if not file.is_file():
            self.send_error(404)
            return
        data = file.read_bytes()
        etag = f'"{hash(data)}"'
        if self.headers.get("If-None-Match") == etag:
            self.send_response(304)
            if not self.host.silent_304:
                self.send_header("ETag", etag)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        if self.host.marks:
            self.send_header("ETag", etag)
            self.send_header("Last-Modified", "Sat, 21 Nov 2026 10:00:00 GMT")
        self.end_headers()
        self.wfile.write(self.host.change(self.path, data))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def run_host(folder: Path) -> Iterator[Host]:
    """A host on a free port."""
    folder.mkdir(exist_ok=True)
    handler = type("Handled", (Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        host = Host(folder, server.server_address[1])
        handler.host = host  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Publisher:
    """Somebody with a key and rules, who publishes to a host's folder."""

    folder: Path
    host: Path
    public: str

    @classmethod
    def at(cls, folder: Path, host: Path) -> Publisher:
        folder.mkdir()
        shutil.copytree(TINY, folder / "rules")
        return cls(folder, host, make_key(folder / "key"))

    def setting(self, address: str, *keys: str) -> Setting:
        """What a computer that trusts this publisher has configured."""
        return Setting(address, PACK, keys or (self.public,), self.folder / "updates.toml")

    def publish(self, version: str = "2026.11.1", *, key: str = "key", **changes: Any) -> Release:  # noqa: ANN401 - as `Label` has them
        """Build, sign, and put it on the host."""
        label: dict[str, Any] = {
            "pack": PACK,
            "version": version,
            "issued": date(2026, 11, 1),
            "expires": date(2127, 5, 1),
            "minimum_engine": "0",
        }
        release = build(self.folder / "rules", Label(**(label | changes)), self.host)
        sign_release(self.host, [self.folder / key])
        return release

    def rewrite(self, **changes: str | int) -> None:
        """Change values of the release as it lies on the host, and sign it anew: what `build` would refuse."""
        latest = self.host / "latest.json"
        values = json.loads(latest.read_text()) | {
            name.replace("_", "-"): one for name, one in changes.items()
        }
        latest.write_text(json.dumps(values))
        sign_release(self.host, [self.folder / "key"])

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a rule file."""
        file = self.folder / "rules" / name
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))
