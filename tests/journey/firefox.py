"""Firefox, driven as a person would: trusted keys and clicks over WebDriver BiDi, and what its accessibility tree shows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from types import MappingProxyType, TracebackType
from typing import Self

from journey import toolbar
from journey.bidi import Bidi, BidiError
from journey.browser import Browser
from journey.firefox_tab import FirefoxTab
from journey.tab import READY

START_S = 60
ORIGIN = "11111111-2222-4333-8444-{:012d}"
"""Firefox draws the origin of an extension by lot; here the first one's and the second one's are known beforehand."""

STOP = """async (id) => {
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({ignoreDevToolsAttached: true}); }"""


def executable() -> str:
    """Where a Firefox stands.

    Raises:
        FileNotFoundError: there is none.
    """
    for name in ("firefox-esr", "firefox"):
        if path := shutil.which(name):
            return path
    raise FileNotFoundError("No Firefox on this machine: `scripts/test` installs Debian's where it may.")


def id_of(extension: Path) -> str:
    """The id that an extension has by its manifest."""
    manifest = json.loads((extension / "manifest.json").read_text())
    return str(manifest["browser_specific_settings"]["gecko"]["id"])


def preferences(origins: dict[str, str], proxy_port: int) -> dict[str, object]:
    """A profile that asks no questions, calls nobody, and reaches every host by way of the stage's proxy."""
    return {
        "extensions.webextensions.uuids": json.dumps(origins),
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": proxy_port,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxy_port,
        "app.update.enabled": False,
        "browser.shell.checkDefaultBrowser": False,
        "browser.startup.page": 0,
        "datareporting.policy.dataSubmissionEnabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "toolkit.telemetry.reportingpolicy.firstRun": False,
        "layout.css.prefers-color-scheme.content-override": 1,  # light
    }


class Firefox(Browser):
    """A headless Firefox with a fresh profile and a home of its own."""

    name = "firefox"

    def __init__(
        self,
        extension: Path,
        proxy_port: int,
        *,
        others: tuple[Path, ...] = (),
        prefs: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        self._extensions = (extension, *others)
        self._origins = {id_of(one): ORIGIN.format(at) for at, one in enumerate(self._extensions)}
        self._prefs = {**preferences(self._origins, proxy_port), **prefs}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            url = stack.enter_context(_process(self._prefs))
            self._bidi = stack.enter_context(Bidi(url))
            stack.callback(self._goodbye)
            self._bidi.call("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})
            for extension in self._extensions:
                data = {"type": "path", "path": str(extension)}
                self._bidi.call("webExtension.install", extensionData=data)
            window = self._bidi.call("browsingContext.getTree", **{"moz:scope": "chrome"})["contexts"][0]
            self._window = str(window["context"])
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def _goodbye(self) -> None:
        with suppress(BidiError, TimeoutError, OSError, EOFError):
            self._bidi.call("browser.close")

    def blank(self) -> FirefoxTab:
        """Open an empty page."""
        context = self._bidi.call("browsingContext.create", type="tab")["context"]
        return FirefoxTab(self._bidi, self._window, context)

    def open(self, url: str) -> FirefoxTab:
        """Open a page of the stage and wait until its editor stands."""
        tab = self.blank()
        tab.go(url)
        tab.wait_until(READY, timeout_ms=15_000)
        return tab

    def extension_page(self, path: str, extension: Path | None = None) -> FirefoxTab:
        """Open one of the extension's own pages, or of another extension's by its folder."""
        tab = self.blank()
        tab.go(f"moz-extension://{self._origins[id_of(extension or self._extensions[0])]}/{path}")
        return tab

    def popup_focus(self) -> str:
        """What has the focus in the toolbar's own popup."""
        return str(self._bidi.run(self._window, toolbar.IN_FIREFOX, toolbar.FOCUS))

    def stop_background(self) -> None:
        """Stop the event page, as the browser does when it idles."""
        self._bidi.run(self._window, STOP, id_of(self._extensions[0]))


@contextmanager
def _process(prefs: dict[str, object]) -> Iterator[str]:
    """Firefox on a fresh profile, until the block ends; where its debugging address is."""
    with tempfile.TemporaryDirectory(prefix="journey-", ignore_cleanup_errors=True) as folder:
        profile, home = Path(folder) / "profile", Path(folder) / "home"
        profile.mkdir()
        home.mkdir()
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in prefs.items()]
        (profile / "user.js").write_text("".join(lines))
        flags = ["--headless", "--no-remote", "--remote-debugging-port", "0", "--remote-allow-system-access"]
        process = subprocess.Popen(
            [executable(), *flags, "--profile", str(profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            env={
                **os.environ,
                "HOME": str(home),
                "MOZ_HEADLESS_WIDTH": "1000",
                "MOZ_HEADLESS_HEIGHT": "806",
                "MOZ_CRASHREPORTER_DISABLE": "1",
            },
        )
        said: Queue[str] = Queue()
        reader = threading.Thread(target=_listen, args=(process, said), daemon=True)
        reader.start()
        try:
            yield _address(said)
        finally:
            _end(process)
            reader.join(10)


def _listen(process: subprocess.Popen[str], said: Queue[str]) -> None:
    """Read what it prints until it ends, so that it never waits for a reader."""
    assert process.stderr is not None
    with process.stderr as lines:
        for line in lines:
            said.put(line)
    said.put("")


def _address(said: Queue[str]) -> str:
    """The debugging address that Firefox prints as it starts.

    Raises:
        RuntimeError: it ended, or said nothing for a minute.
    """
    heard = []
    with suppress(Empty):
        while line := said.get(timeout=START_S):
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                return found[1]
            heard.append(line)
    raise RuntimeError("Firefox did not start: " + "".join(heard[-10:]))


def _end(process: subprocess.Popen[str]) -> None:
    """End it, in good order where it was told to close, by force where it stays."""
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)
