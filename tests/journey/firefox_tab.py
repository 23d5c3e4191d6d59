"""One page in Firefox: keys and clicks over WebDriver BiDi, the accessibility tree from the browser's own side."""

from __future__ import annotations

import base64
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from journey.bidi import Bidi, BidiError
from journey.tab import BRING, Heard, Node, Tab

KEYS = {
    "Alt": "\ue00a",
    "ArrowDown": "\ue015",
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
    "ArrowUp": "\ue013",
    "Backspace": "\ue003",
    "Control": "\ue009",
    "Delete": "\ue017",
    "End": "\ue010",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Home": "\ue011",
    "Meta": "\ue03d",
    "Shift": "\ue008",
    "Space": " ",
    "Tab": "\ue004",
}
"""WebDriver's code points for keys that write nothing."""

JOINERS = {"\u200d", "\ufe0f"}

TREE = """(context) => {
  const {NavigableManager} = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const found = [];
  const boxOf = (one) => { const [l, t, w, h] = [{}, {}, {}, {}]; one.getBoundsInCSSPixels(l, t, w, h);
    return [l.value, t.value, w.value, h.value]; };
  const enter = (one, top) => {
    const state = {}; one.getState(state, {});
    const [left, above, width, height] = boxOf(one);
    found.push({role: one.computedARIARole || service.getStringRole(one.role), name: one.name ?? '',
      focused: Boolean(state.value & Ci.nsIAccessibleStates.STATE_FOCUSED),
      box: [left - top[0], above - top[1], width, height]});
    for (let at = 0; at < one.childCount; at += 1) enter(one.getChildAt(at), top); };
  const page = service.getAccessibleFor(NavigableManager.getBrowserById(context))?.firstChild;
  if (page) enter(page, boxOf(page));
  return found; }"""
"""The page's accessibility tree as assistive technology has it, closed shadow roots included; boxes in the viewport."""

DRAWN = """() => new Promise((done) => { setTimeout(done, document.hidden ? 250 : 3000);
  requestAnimationFrame(() => requestAnimationFrame(() => done())); })"""
"""Waits until the page has been drawn anew: then the tree knows of it. A page behind another is not drawn."""

METHOD = """
const ime = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
const acts = {
  show: (word) => { ime.setPendingCompositionString(word);
    ime.appendClauseToPendingComposition(word.length, ime.ATTR_RAW_CLAUSE);
    ime.setCaretInPendingComposition(word.length); ime.flushPendingComposition(); },
  enter: () => { const key = new content.KeyboardEvent('', {key: 'Enter', code: 'Enter', keyCode: 13, ctrlKey: true});
    ime.keydown(key); ime.keyup(key); },
  end: (word) => ime.commitCompositionWith(word) };
addMessageListener('journey:compose', ({data: [act, word]}) => { let problem = null;
  try { ime.beginInputTransactionForTests(content); acts[act](word); } catch (error) { problem = String(error); }
  sendAsyncMessage('journey:composed', problem); });"""

COMPOSE = """([context, script, act, word]) => {
  const {NavigableManager} = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const manager = NavigableManager.getBrowserById(context).messageManager;
  return new Promise((done, failed) => {
    const heard = ({data}) => { manager.removeMessageListener('journey:composed', heard); data ? failed(data) : done(); };
    manager.addMessageListener('journey:composed', heard);
    if (script) manager.loadFrameScript('data:text/javascript,' + encodeURIComponent(script), false);
    manager.sendAsyncMessage('journey:compose', [act, word]); }); }"""
"""An input method at work, by the browser's own means: its events are trusted, as a person's."""


class FirefoxTab(Tab):
    """One page, by its browsing context."""

    def __init__(self, bidi: Bidi, window: str, context: str) -> None:
        """`window` is the browser's own: what stands there may look at every page."""
        self._bidi = bidi
        self._window = window
        self._context = context
        self._method = METHOD

    def evaluate(self, function: str, argument: object = None) -> Any:  # noqa: ANN401 - whatever the page answers
        """Call a JavaScript function in the page."""
        return self._bidi.run(self._context, function, argument)

    def _act(self, source: dict[str, Any]) -> None:
        self._bidi.call("input.performActions", context=self._context, actions=[source])

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        actions = []
        for chord in keys:
            values = [KEYS.get(key, key) for key in chord.split("+")]
            actions += [{"type": "keyDown", "value": value} for value in values]
            actions += [{"type": "keyUp", "value": value} for value in reversed(values)]
        self._act({"type": "key", "id": "keyboard", "actions": actions})

    def write(self, text: str, delay_ms: float = 0) -> None:
        """Type where the focus is, letter by letter."""
        actions: list[dict[str, Any]] = []
        for letter in letters(text):
            actions += [{"type": "keyDown", "value": letter}, {"type": "keyUp", "value": letter}]
            actions += [{"type": "pause", "duration": round(delay_ms)}] if delay_ms else []
        self._act({"type": "key", "id": "keyboard", "actions": actions})

    def click_at(self, left: float, top: float) -> None:
        """Click at a point of the viewport."""
        self._act(
            {
                "type": "pointer",
                "id": "mouse",
                "actions": [
                    {"type": "pointerMove", "x": round(left), "y": round(top)},
                    {"type": "pointerDown", "button": 0},
                    {"type": "pointerUp", "button": 0},
                ],
            }
        )

    def nodes(self) -> list[Node]:
        """The accessibility tree, flat."""
        self.evaluate(DRAWN)
        found = self._bidi.run(self._window, TREE, self._context)
        return [Node(one["role"], one["name"], one["focused"], tuple(one["box"])) for one in found]

    def middle(self, node: Node) -> tuple[float, float]:
        """The middle of a node in the viewport, once it stands still."""
        while (again := self.find(node.role, node.name) or node).handle != node.handle:
            node = again
        left, top, width, height = node.handle
        return left + width / 2, top + height / 2

    def picture(self) -> bytes:
        """What the viewport looks like, as PNG."""
        shot = self._bidi.call("browsingContext.captureScreenshot", context=self._context)
        return base64.b64decode(shot["data"])

    def _compose(self, act: str, word: str = "") -> None:
        script, self._method = self._method, ""
        self._bidi.run(self._window, COMPOSE, [self._context, script, act, word])

    def compose(self, text: str) -> None:
        """Have an input method show an unfinished word."""
        self._compose("show", text)

    def compose_enter(self) -> None:
        """Press Ctrl+Enter while the input method is at work: the event says so."""
        self._compose("enter")

    def compose_end(self, text: str) -> None:
        """Have the input method put `text` in the place of the unfinished word."""
        self._compose("end", text)

    def go(self, url: str) -> None:
        """Go to an address and wait until all of it has come."""
        self._bidi.call("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def visit(self, url: str) -> None:
        """Go to an address, whatever comes of it."""
        with suppress(BidiError):
            self.go(url)

    def overhear(self, port: int) -> Callable[[], list[Heard]]:
        """From now on write down what a loopback port answers this page."""
        self._bidi.events.clear()
        self._bidi.call("session.subscribe", events=["network.responseStarted"], contexts=[self._context])

        def heard() -> list[Heard]:
            self.evaluate("() => null")  # what came before its answer has been read
            answers = [event["params"]["response"] for event in self._bidi.events]
            return [
                (answer["status"], {one["name"].lower(): one["value"]["value"] for one in answer["headers"]})
                for answer in answers
                if f":{port}/" in answer["url"]
            ]

        return heard

    def choose(self, selector: str, *files: Path) -> None:
        """Choose files in a file field."""
        where = {"type": "css", "value": selector}
        found = self._bidi.call("browsingContext.locateNodes", context=self._context, locator=where)
        element = {"sharedId": found["nodes"][0]["sharedId"]}
        names = [str(file) for file in files]
        self._bidi.call("input.setFiles", context=self._context, element=element, files=names)

    def drop(self, file: Path) -> None:
        """Drop a file on the editor. Its driver knows no drag and drop of files: the event is the page's."""
        self.evaluate(BRING, [file.name, base64.b64encode(file.read_bytes()).decode(), "drop"])

    def front(self) -> None:
        """Bring this page before the others."""
        self._bidi.call("browsingContext.activate", context=self._context)

    def close(self) -> None:
        """Close the page."""
        self._bidi.call("browsingContext.close", context=self._context)


def letters(text: str) -> list[str]:
    """What one press of a key writes: a code point with all that is joined to it."""
    found: list[str] = []
    for letter in text:
        if found and (letter in JOINERS or found[-1][-1] == "\u200d"):
            found[-1] += letter
        else:
            found.append(letter)
    return found
