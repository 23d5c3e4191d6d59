"""One page of the stage, whichever browser shows it: what a person does there and what a person finds there."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

EDITOR_BOX = """() => { const e = window.stage.find(); e.scrollIntoView({block: 'nearest'});
  const [x, y] = window.stage.corner(); const r = e.getBoundingClientRect();
  return [x + r.left, y + r.top, r.width, r.height]; }"""
"""Left, top, width and height of the editor in CSS pixels, found through open shadow roots and in a frame."""

READY = "() => Boolean(window.stage && window.stage.editor !== '' && !window.stage.waiting && window.stage.find())"
"""Whether the page of the stage has its editor, and its trap where it has one."""

MARKED = """() => { const { CSS } = window.stage.view(); const field = window.stage.find();
  const all = [...CSS.highlights.values()].flatMap((h) => [...h]).map((r) => {
    if (!r.startContainer) return [r.startOffset, field.value.slice(r.startOffset, r.endOffset)];
    const box = r.getBoundingClientRect(); return [box.top * 1e5 + box.left, r.toString()]; });
  return all.sort((a, b) => a[0] - b[0]).map((p) => p[1]).filter((s) => s); }"""
"""The words under every highlight. A range over a textarea's value has offsets and no container."""

HIGHLIGHTS = "[...window.stage.view().CSS.highlights.values()]"

BRING = """([name, data, kind]) => { const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const carried = new DataTransfer(); carried.items.add(new File([bytes], name, {type: 'image/jpeg'}));
  const [Kind, key] = kind === 'drop' ? [DragEvent, 'dataTransfer'] : [ClipboardEvent, 'clipboardData'];
  const event = new Kind(kind, {bubbles: true, cancelable: true, composed: true, [key]: carried});
  window.stage.find().dispatchEvent(event); return event[key]?.files.length ?? 0; }"""
"""A file is brought to the editor by an event that the page has made, as some sites do; how many files it carried."""

POLL_S = 0.04
PATIENCE_MS = 15_000
"""How long something may take that happens at once: many browsers may share few cores."""
PATIENCE = 8


@dataclass(frozen=True, slots=True)
class Node:
    """Something on the page that has a role and a name, closed shadow roots included."""

    role: str
    name: str
    focused: bool
    handle: Any
    """What the driver finds it again by."""


Heard = tuple[int, dict[str, str]]
"""An answer's status, and its headers by their names in small letters."""


class Tab(ABC):
    """One page, driven by trusted keys and clicks."""

    # --- what each browser does in its own way

    @abstractmethod
    def evaluate(self, function: str, argument: object = None) -> Any:  # noqa: ANN401 - whatever the page answers
        """Call a JavaScript function in the page; what it (or its promise) returns, as JSON."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after the other: `"a"`, `"Enter"`, `"Control+Shift+z"`."""

    @abstractmethod
    def write(self, text: str, delay_ms: float = 0) -> None:
        """Type where the focus is, key by key."""

    @abstractmethod
    def click_at(self, left: float, top: float) -> None:
        """Click at a point of the viewport, in CSS pixels."""

    @abstractmethod
    def nodes(self) -> list[Node]:
        """The accessibility tree, flat, in the order of the page."""

    @abstractmethod
    def middle(self, node: Node) -> tuple[float, float]:
        """The middle of a node in the viewport, in CSS pixels."""

    @abstractmethod
    def picture(self) -> bytes:
        """What the viewport looks like, as PNG."""

    @abstractmethod
    def compose(self, text: str) -> None:
        """Have an input method show an unfinished word."""

    @abstractmethod
    def compose_enter(self) -> None:
        """Press Ctrl+Enter while the input method is at work: the key is the input method's own."""

    @abstractmethod
    def compose_end(self, text: str) -> None:
        """Have the input method put `text` in the place of the unfinished word."""

    @abstractmethod
    def choose(self, selector: str, *files: Path) -> None:
        """Choose files in a file field, as after its dialog."""

    @abstractmethod
    def drop(self, file: Path) -> None:
        """Drop a file on the editor."""

    @abstractmethod
    def front(self) -> None:
        """Bring this page before the others."""

    @abstractmethod
    def close(self) -> None:
        """Close the page."""

    @abstractmethod
    def visit(self, url: str) -> None:
        """Go to an address, whatever comes of it."""

    @abstractmethod
    def overhear(self, port: int) -> Callable[[], list[Heard]]:
        """From now on write down what a loopback port answers this page; calling the result gives it.

        It is what came over the wire: also what the browser withholds from the page.
        """

    # --- the editor

    def focus(self) -> None:
        """Click into the editor."""
        left, top, width, height = self.evaluate(EDITOR_BOX)
        self.click_at(left + min(20, width / 2), top + min(12, height / 2))

    def type(self, text: str, delay_ms: float = 0) -> None:
        """Type at the end of the editor's text."""
        self.focus()
        self.press("Control+End")
        self.write(text, delay_ms)

    def model(self) -> str:
        """The text that the editor itself holds."""
        return str(self.evaluate("() => window.stage.model()"))

    def posts(self) -> list[str]:
        """What has been sent."""
        return list(self.evaluate("() => window.stage.posts"))

    def marked(self) -> list[str]:
        """The words that are underlined, in order of the text."""
        return list(self.evaluate(MARKED))

    # --- waiting

    def pause(self, milliseconds: float) -> None:
        """Let the page be for a while."""
        time.sleep(milliseconds / 1000)

    def wait_until(self, function: str, argument: object = None, timeout_ms: int = PATIENCE_MS) -> None:
        """Wait until a JavaScript function returns something true.

        Raises:
            AssertionError: it did not in time.
        """
        end = time.monotonic() + timeout_ms / 1000
        while not self.evaluate(function, argument):
            assert time.monotonic() < end, f"Not within {timeout_ms} ms: {function} of {argument!r}"
            time.sleep(POLL_S)

    def wait_model(self, text: str) -> None:
        """Wait until the editor holds just this text."""
        self.wait_until("(text) => window.stage.model() === text", text)

    def wait_posts(self, *texts: str) -> None:
        """Wait until just these have been sent."""
        self.wait_until("(texts) => JSON.stringify(window.stage.posts) === JSON.stringify(texts)", texts)

    def wait_marked(self, timeout_ms: int = PATIENCE_MS) -> None:
        """Wait until something is underlined (a highlight range stands in the registry)."""
        self.wait_until(f"() => {HIGHLIGHTS}.some((h) => h.size > 0)", timeout_ms=timeout_ms)

    def wait_clear(self, timeout_ms: int = PATIENCE_MS) -> None:
        """Wait until nothing is underlined."""
        self.wait_until(f"() => {HIGHLIGHTS}.every((h) => h.size === 0)", timeout_ms=timeout_ms)

    def type_until_marked(self, text: str) -> None:
        """Type, and go on typing until something is underlined: a policy's first check may come too late.

        Raises:
            AssertionError: nothing ever is.
        """
        self.type(text)
        for _ in range(PATIENCE):
            with suppress(AssertionError):
                return self.wait_marked(1500)
            self.write(".")
        return self.wait_marked()

    # --- what a person can find on the page

    def find(self, role: str, name: str) -> Node | None:
        """The node of that role whose name starts with `name`, or `None`."""
        return next((n for n in self.nodes() if n.role == role and n.name.startswith(name)), None)

    def wait_for(self, role: str, name: str, timeout_ms: int = PATIENCE_MS) -> Node:
        """Wait for such a node.

        Raises:
            AssertionError: there is none in time; it says what there is.
        """
        end = time.monotonic() + timeout_ms / 1000
        while (node := self.find(role, name)) is None:
            seen = [f"{node.role} {node.name!r}" for node in self.nodes() if node.name]
            assert time.monotonic() < end, f"No {role} named {name!r} on the page; there are: {seen}"
            time.sleep(POLL_S)
        return node

    def gone(self, role: str, name: str, timeout_ms: int = PATIENCE_MS) -> None:
        """Wait until no such node is there.

        Raises:
            AssertionError: it stays.
        """
        end = time.monotonic() + timeout_ms / 1000
        while self.find(role, name) is not None:
            assert time.monotonic() < end, f"{role} {name!r} is still there"
            time.sleep(POLL_S)

    def wait_focused(self, name: str) -> None:
        """Wait until the node of that name has the focus.

        Raises:
            AssertionError: another one keeps it.
        """
        end = time.monotonic() + PATIENCE_MS / 1000
        while (focused := self.focused()) != name:
            assert time.monotonic() < end, f"{focused!r} has the focus, and not {name!r}"
            time.sleep(POLL_S)

    def click(self, role: str, name: str) -> None:
        """Click a node with the mouse, as a person would."""
        self.click_at(*self.middle(self.wait_for(role, name)))

    def focused(self) -> str:
        """Name of the node that has the focus."""
        return next((n.name for n in self.nodes() if n.focused), "")
