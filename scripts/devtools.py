"""A small client for Chromium's DevTools protocol over its debugging *pipe*: no port that another account could reach."""

from __future__ import annotations

import base64
import json
import os
import select
import subprocess
import tempfile
import time
from collections import deque
from pathlib import Path
from typing import Any

ANSWER_S = 20


class BrowserGone(Exception):  # noqa: N818 - closing the window is no fault
    """The browser was closed."""


class Devtools:
    """A browser that was started with a debugging pipe.

    Messages are JSON, each ended by a NUL, on file descriptors 3 (to the browser) and 4 (from it).
    """

    def __init__(self, browser: str, profile: Path, *, headless: bool, address: str | None = None) -> None:
        """Start `browser` on `profile`; `address` is opened where given."""
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        flags = [
            f"--user-data-dir={profile}",
            "--remote-debugging-pipe",
            "--enable-unsafe-extension-debugging",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-crash-restore-bubble",
        ]
        if headless:
            flags += ["--headless=new", "--window-size=1000,760", "--hide-scrollbars"]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")  # Chromium refuses to start as root with its sandbox

        def hand_over() -> None:
            """Put the two ends where Chromium looks for them."""
            reader, writer = os.dup(to_browser), os.dup(from_browser)
            os.dup2(reader, 3)
            os.dup2(writer, 4)

        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the browser
        self.process = subprocess.Popen(
            [browser, *flags, address or "about:blank"],
            preexec_fn=hand_over,  # noqa: PLW1509 - no threads run yet
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._rest = b""
        self._next = 0
        self._events: deque[dict[str, Any]] = deque(maxlen=500)

    def complaint(self) -> str:
        """The last thing that the browser said on its error stream."""
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else ""

    def call(
        self, method: str, params: dict[str, Any] | None = None, session: str | None = None
    ) -> dict[str, Any]:
        """Send one command and wait for its answer.

        Raises:
            BrowserGone: the browser ended.
            RuntimeError: the browser refused the command, or did not answer within 20 s.
        """
        self._next += 1
        message: dict[str, Any] = {"id": self._next, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        try:
            os.write(self._out, json.dumps(message).encode() + b"\0")
        except BrokenPipeError:
            raise BrowserGone from None
        end = time.monotonic() + ANSWER_S
        while (left := end - time.monotonic()) > 0:
            answer = self._read(left)
            if answer is None:
                break
            if answer.get("id") == self._next:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return dict(answer["result"])
            self._events.append(answer)
        raise RuntimeError(f"{method}: the browser did not answer within {ANSWER_S} s")

    def _read(self, timeout_s: float) -> dict[str, Any] | None:
        """The next message, or `None` when there is none in time."""
        end = time.monotonic() + timeout_s
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._in], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                return None
            chunk = os.read(self._in, 1 << 16)
            if not chunk:
                raise BrowserGone
            self._rest += chunk
        message, self._rest = self._rest.split(b"\0", 1)
        return dict(json.loads(message))

    def wait_closed(self) -> None:
        """Wait until the person closes the browser."""
        try:
            while True:
                self._read(3600)
        except BrowserGone:
            self.process.wait(10)

    def close(self) -> None:
        """Close the browser in good order."""
        try:
            self.call("Browser.close")
            self.process.wait(10)
        except (BrowserGone, RuntimeError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait(10)

    def load_extension(self, folder: Path) -> str:
        """Load an unpacked extension; its id."""
        return str(self.call("Extensions.loadUnpacked", {"path": str(folder)})["id"])

    def open(self, address: str) -> View:
        """Open a tab."""
        target = self.call("Target.createTarget", {"url": address})["targetId"]
        return View(self, str(target))


class View:
    """One tab."""

    def __init__(self, devtools: Devtools, target: str) -> None:
        """Attach to the tab's target."""
        self._devtools = devtools
        self._target = target
        self._session = str(
            devtools.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        )
        for domain in ("Page", "Runtime", "Accessibility", "DOM"):
            self.call(f"{domain}.enable")

    def call(self, method: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        """Send a command to this tab."""
        return self._devtools.call(method, params, self._session)

    def js(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page answers
        """Evaluate an expression, awaiting a promise; its value."""
        done = self.call(
            "Runtime.evaluate",
            {"expression": expression, "awaitPromise": True, "returnByValue": True, "userGesture": True},
        )
        if "exceptionDetails" in done:
            raise RuntimeError(
                str(done["exceptionDetails"].get("exception", {}).get("description", "an error in the page"))
            )
        return done["result"].get("value")

    def until(self, expression: str, what: str, timeout_s: float = 10) -> None:
        """Wait until an expression holds.

        Raises:
            RuntimeError: it did not hold in time; the text names `what` was waited for.
        """
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            if self.js(expression):
                return
            time.sleep(0.05)
        raise RuntimeError(f"waited {timeout_s:.0f} s for {what}")

    def type(self, text: str) -> None:
        """Type key by key."""
        for char in text:
            if char.isascii():
                self.call("Input.dispatchKeyEvent", {"type": "keyDown", "text": char, "key": char})
                self.call("Input.dispatchKeyEvent", {"type": "keyUp", "key": char})
            else:
                self.call("Input.insertText", {"text": char})

    def node(self, role: str, name: str) -> dict[str, Any] | None:
        """The accessible node of that role whose name starts so, closed shadow roots included."""
        for node in self.call("Accessibility.getFullAXTree")["nodes"]:
            named = str(node.get("name", {}).get("value", "")).startswith(name)
            if named and not node.get("ignored") and node.get("role", {}).get("value") == role:
                return dict(node)
        return None

    def wait_node(self, role: str, name: str, timeout_s: float = 8) -> dict[str, Any]:
        """Wait for such a node."""
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            if node := self.node(role, name):
                return node
            time.sleep(0.05)
        raise RuntimeError(f"no {role} named “{name}” appeared within {timeout_s:.0f} s")

    def click(self, role: str, name: str) -> None:
        """Click such a node with the mouse."""
        node = {"backendNodeId": self.wait_node(role, name)["backendDOMNodeId"]}
        self.call("DOM.scrollIntoViewIfNeeded", node)
        quad = self.call("DOM.getBoxModel", node)["model"]["content"]
        at = {"x": (quad[0] + quad[4]) / 2, "y": (quad[1] + quad[5]) / 2, "button": "left", "clickCount": 1}
        self.call("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": at["x"], "y": at["y"]})
        self.call("Input.dispatchMouseEvent", {"type": "mousePressed", **at})
        self.call("Input.dispatchMouseEvent", {"type": "mouseReleased", **at})

    def scheme(self, name: str) -> None:
        """Light or dark."""
        self.call(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": name}]}
        )

    def size(self, width: int, height: int) -> None:
        """The window's inside, in CSS pixels, at two device pixels each."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": False},
        )

    def shot(self, path: Path, *, whole: bool = False) -> None:
        """Save a picture of the tab."""
        picture = self.call("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": whole})
        path.write_bytes(base64.b64decode(picture["data"]))

    def close(self) -> None:
        """Close the tab."""
        self._devtools.call("Target.closeTarget", {"targetId": self._target})
