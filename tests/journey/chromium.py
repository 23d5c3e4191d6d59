"""Chromium, driven as a person would: trusted keys and clicks, and what the accessibility tree shows."""

from __future__ import annotations

import atexit
import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from journey import toolbar
from journey.browser import Browser
from journey.tab import EDITOR_BOX, READY, Heard, Node, Tab


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


class Chromium(Browser):
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
        self.id = self._id_of(self._extension)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.context.close()

    def _id_of(self, extension: Path) -> str:
        """The id that a loaded extension was given."""
        name = json.loads((extension / "manifest.json").read_text())["background"]["service_worker"]
        while True:
            for worker in self.context.service_workers:
                if worker.url.endswith("/" + name):
                    return worker.url.split("/")[2]
            self.context.wait_for_event("serviceworker", timeout=15_000)

    def extension_page(self, path: str, extension: Path | None = None) -> ChromiumTab:
        """Open one of the extension's own pages, or of another extension's by its folder."""
        page = self.context.new_page()
        page.goto(f"chrome-extension://{self._id_of(extension) if extension else self.id}/{path}")
        return ChromiumTab(page)

    def blank(self) -> ChromiumTab:
        """Open an empty page."""
        return ChromiumTab(self.context.new_page())

    def open(self, url: str) -> ChromiumTab:
        """Open a page of the stage and wait until its editor stands."""
        page = self.context.new_page()
        page.goto(url)
        tab = ChromiumTab(page)
        tab.wait_until(READY, timeout_ms=15_000)
        return tab

    def stop_background(self) -> None:
        """Stop the service worker, as the browser does when it idles."""
        browser = self.context.browser
        assert browser is not None
        session = browser.new_browser_cdp_session()
        for target in session.send("Target.getTargets")["targetInfos"]:
            if target["type"] == "service_worker" and self.id in target["url"]:
                session.send("Target.closeTarget", {"targetId": target["targetId"]})
        session.detach()

    def popup_focus(self) -> str:
        """What has the focus in the toolbar's own popup."""
        return toolbar.in_chromium(self.context, f"{self.id}/popup/")


class ChromiumTab(Tab):
    """One page, through Playwright and Chromium's own protocol."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._cdp.send("Accessibility.enable")
        self._cdp.send("DOM.enable")

    def evaluate(self, function: str, argument: object = None) -> Any:  # noqa: ANN401 - whatever the page answers
        """Call a JavaScript function in the page."""
        return self.page.evaluate(function, argument)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str, delay_ms: float = 0) -> None:
        """Type where the focus is, key by key."""
        self.page.keyboard.type(text, delay=delay_ms)

    def click_at(self, left: float, top: float) -> None:
        """Click at a point of the viewport."""
        self.page.mouse.click(left, top)

    def nodes(self) -> list[Node]:
        """The accessibility tree, flat."""
        found = []
        top = self._cdp.send("Page.getFrameTree")["frameTree"]
        frames = [top, *top.get("childFrames", [])]
        every = [
            node
            for frame in frames
            for node in self._cdp.send("Accessibility.getFullAXTree", {"frameId": frame["frame"]["id"]})[
                "nodes"
            ]
        ]
        for node in every:
            if node.get("ignored"):
                continue
            role = str(node.get("role", {}).get("value", ""))
            facts = {fact["name"]: fact["value"].get("value") for fact in node.get("properties", [])}
            found.append(
                Node(
                    role,
                    str(node.get("name", {}).get("value", "")),
                    bool(facts.get("focused")) and role != "RootWebArea",
                    node.get("backendDOMNodeId"),
                )
            )
        return found

    def middle(self, node: Node) -> tuple[float, float]:
        """The middle of a node in the viewport."""
        self._cdp.send("DOM.scrollIntoViewIfNeeded", {"backendNodeId": node.handle})
        quad = self._cdp.send("DOM.getBoxModel", {"backendNodeId": node.handle})["model"]["content"]
        return (quad[0] + quad[4]) / 2, (quad[1] + quad[5]) / 2

    def picture(self) -> bytes:
        """What the viewport looks like, as PNG; the caret stays, for hiding it writes into the editor."""
        return self.page.screenshot(caret="initial")

    def compose(self, text: str) -> None:
        """Have an input method show an unfinished word."""
        self._cdp.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )

    def compose_enter(self) -> None:
        """Press Ctrl+Enter while the input method is at work: it has the code of an input method's key."""
        enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229, "modifiers": 2}
        self._cdp.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
        self._cdp.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})

    def compose_end(self, text: str) -> None:
        """Have the input method put `text` in the place of the unfinished word."""
        self._cdp.send("Input.insertText", {"text": text})

    def visit(self, url: str) -> None:
        """Go to an address, whatever comes of it."""
        with suppress(PlaywrightError):
            self.page.goto(url)

    def overhear(self, port: int) -> Callable[[], list[Heard]]:
        """From now on write down what a loopback port answers this page."""
        urls: dict[str, str] = {}  # by request; may be told after the answer
        heard: list[tuple[str, Heard]] = []

        def asked(event: dict[str, Any]) -> None:
            urls[event["requestId"]] = event["request"]["url"]

        def answered(event: dict[str, Any]) -> None:  # of a visit it is now this event, now that one
            told = event.get("response") or event | {"status": event["statusCode"]}
            headers = {name.lower(): value for name, value in told["headers"].items()}
            heard.append((event["requestId"], (told["status"], headers)))

        self._cdp.on("Network.requestWillBeSent", asked)
        for name in ("Network.responseReceivedExtraInfo", "Network.responseReceived"):
            self._cdp.on(name, answered)
        self._cdp.send("Network.enable")
        return lambda: [answer for request, answer in heard if f":{port}/" in urls.get(request, "")]

    def choose(self, selector: str, *files: Path) -> None:
        """Choose files in a file field."""
        self.page.set_input_files(selector, files)

    def drop(self, file: Path) -> None:
        """Drop a file on the editor, by the browser's own drag and drop."""
        left, top, *_ = self.evaluate(EDITOR_BOX)
        data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            event = {"type": kind, "x": left + 10, "y": top + 10, "data": data}
            self._cdp.send("Input.dispatchDragEvent", event)

    def front(self) -> None:
        """Bring this page before the others."""
        self.page.bring_to_front()

    def close(self) -> None:
        """Close the page."""
        self.page.close()
