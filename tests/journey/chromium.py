"""Chromium, driven as a person would: trusted keys and clicks, and what the accessibility tree shows."""

from __future__ import annotations

import atexit
import json
import os
import shutil
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, sync_playwright

SHADOWS = """(s) => { const q = (root) => root.querySelector(s) ?? [...root.querySelectorAll('*')]
  .map((e) => e.shadowRoot && q(e.shadowRoot)).find(Boolean) ?? null; return q(document); }"""
"""Finds a selector through open shadow roots."""


def executable() -> str:
    """Where a Chromium-family browser stands.

    Raises:
        FileNotFoundError: there is none.
    """
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if path := shutil.which(name):
            return path
    raise FileNotFoundError("No Chromium on this machine: `scripts/test` installs Debian's where it may.")


@cache
def driver() -> Playwright:
    """One Playwright for all browsers: its blocking interface cannot be started twice in a thread."""
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright


class Chromium:
    """A headless Chromium with the extension loaded and every host name mapped to the stage."""

    name = "chromium"

    def __init__(
        self, extension: Path, stage_port: int, *, others: tuple[Path, ...] = (), flags: tuple[str, ...] = ()
    ) -> None:
        self._extension = extension
        self._paths = ",".join(str(path) for path in (extension, *others))
        self._stage_port = stage_port
        self._flags = flags

    def __enter__(self) -> Self:
        self.context: BrowserContext = driver().chromium.launch_persistent_context(
            "",
            executable_path=executable(),
            headless=True,
            chromium_sandbox=os.geteuid() != 0,
            viewport={"width": 1000, "height": 720},
            ignore_https_errors=True,
            args=[
                f"--disable-extensions-except={self._paths}",
                f"--load-extension={self._paths}",
                f"--host-resolver-rules=MAP * 127.0.0.1:{self._stage_port}, EXCLUDE 127.0.0.1",
                "--ignore-certificate-errors",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                *self._flags,  # the last of two equal flags wins
            ],
        )
        self.context.set_default_timeout(15_000)
        self.id = self._extension_id()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.context.close()

    def _extension_id(self) -> str:
        """The id of *our* extension (another may be loaded beside it)."""
        name = json.loads((self._extension / "manifest.json").read_text())["background"]["service_worker"]
        while True:
            for worker in self.context.service_workers:
                if worker.url.endswith("/" + name):
                    return worker.url.split("/")[2]
            self.context.wait_for_event("serviceworker", timeout=15_000)

    def extension_page(self, path: str) -> Page:
        """Open one of the extension's own pages."""
        page = self.context.new_page()
        page.goto(f"chrome-extension://{self.id}/{path}")
        return page

    def ask(self, message: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever the background answers
        """Send the background a message from the options page, as the person's press would."""
        page = self.extension_page("options/options.html")
        try:
            return page.evaluate("(m) => chrome.runtime.sendMessage(m)", message)
        finally:
            page.close()

    def open(self, url: str) -> Tab:
        """Open a page of the stage."""
        page = self.context.new_page()
        page.goto(url)
        page.wait_for_function("window.stage && window.stage.editor !== ''")
        return Tab(page)

    def stop_background(self) -> None:
        """Stop the service worker, as the browser does when it idles."""
        browser = self.context.browser
        assert browser is not None
        session = browser.new_browser_cdp_session()
        for target in session.send("Target.getTargets")["targetInfos"]:
            if target["type"] == "service_worker" and self.id in target["url"]:
                session.send("Target.closeTarget", {"targetId": target["targetId"]})
        session.detach()


class Tab:
    """One page of the stage."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._cdp.send("Accessibility.enable")
        self._cdp.send("DOM.enable")

    # --- the editor

    def focus(self) -> None:
        """Click into the editor."""
        box = self.page.evaluate(
            f"() => {{ const e = ({SHADOWS})(window.stage.editor); const r = e.getBoundingClientRect();"
            " return [r.left + Math.min(20, r.width / 2), r.top + Math.min(12, r.height / 2)]; }"
        )
        self.page.mouse.click(box[0], box[1])

    def type(self, text: str, delay_ms: float = 2) -> None:
        """Type into the editor, key by key."""
        self.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text, delay=delay_ms)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def model(self) -> str:
        """The text that the editor itself holds."""
        return str(self.page.evaluate("window.stage.model()"))

    def posts(self) -> list[str]:
        """What has been sent."""
        return list(self.page.evaluate("window.stage.posts"))

    def marked(self) -> list[str]:
        """The words that are underlined, in order of the text."""
        return list(
            self.page.evaluate(
                """() => { const field = document.querySelector('textarea');
                  const all = [...CSS.highlights.values()].flatMap((h) => [...h]).map((r) => {
                    if (!r.startContainer) return [r.startOffset, field.value.slice(r.startOffset, r.endOffset)];
                    const box = r.getBoundingClientRect(); return [box.top * 1e5 + box.left, r.toString()]; });
                  return all.sort((a, b) => a[0] - b[0]).map((p) => p[1]).filter((s) => s); }"""
            )
        )

    def wait_marked(self, timeout_ms: int = 5000) -> None:
        """Wait until something is underlined (a highlight range stands in the registry)."""
        self.page.wait_for_function(
            "() => [...CSS.highlights.values()].some((h) => h.size > 0)", timeout=timeout_ms
        )

    def wait_clear(self, timeout_ms: int = 5000) -> None:
        """Wait until nothing is underlined."""
        self.page.wait_for_function(
            "() => [...CSS.highlights.values()].every((h) => h.size === 0)", timeout=timeout_ms
        )

    # --- what a person can find on the page, closed shadow roots included

    def nodes(self) -> list[dict[str, Any]]:
        """The accessibility tree, flat."""
        return list(self._cdp.send("Accessibility.getFullAXTree")["nodes"])

    def find(self, role: str, name: str) -> int | None:
        """The node of that role whose name starts with `name`; its id, or `None`."""
        for node in self.nodes():
            if node.get("ignored") or node.get("role", {}).get("value") != role:
                continue
            if str(node.get("name", {}).get("value", "")).startswith(name):
                return int(node["backendDOMNodeId"])
        return None

    def wait_for(self, role: str, name: str, timeout_ms: int = 5000) -> int:
        """Wait for such a node."""
        for _ in range(timeout_ms // 50):
            if (node := self.find(role, name)) is not None:
                return node
            self.page.wait_for_timeout(50)
        seen = [
            f"{node['role']['value']} {node.get('name', {}).get('value', '')!r}"
            for node in self.nodes()
            if not node.get("ignored") and node.get("name", {}).get("value")
        ]
        raise AssertionError(f"No {role} named {name!r} on the page; there are: {seen}")

    def gone(self, role: str, name: str, timeout_ms: int = 5000) -> None:
        """Wait until no such node is there."""
        for _ in range(timeout_ms // 50):
            if self.find(role, name) is None:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{role} {name!r} is still there")

    def click(self, role: str, name: str) -> None:
        """Click a node with the mouse, as a person would."""
        node = self.wait_for(role, name)
        self._cdp.send("DOM.scrollIntoViewIfNeeded", {"backendNodeId": node})
        quad = self._cdp.send("DOM.getBoxModel", {"backendNodeId": node})["model"]["content"]
        self.page.mouse.click((quad[0] + quad[4]) / 2, (quad[1] + quad[5]) / 2)

    def focused(self) -> str:
        """Name of the node that has the focus, closed shadow roots included."""
        for node in self.nodes():
            for prop in node.get("properties", []):
                if (
                    prop["name"] == "focused"
                    and prop["value"].get("value")
                    and node["role"]["value"] != "RootWebArea"
                ):
                    return str(node.get("name", {}).get("value", ""))
        return ""

    def close(self) -> None:
        """Close the page."""
        self.page.close()
