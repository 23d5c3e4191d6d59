"""What the content script costs a page in Chromium: its calls, its share of a core, its memory; told apart from the page's own.

Times are the thread's own where the trace has them, so that other work on the machine does not count.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession

from journey.chromium import ChromiumTab

OURS = "chrome-extension://"
TYPED = {"keydown", "keypress", "beforeinput", "input", "keyup"}
"""What a press of a key fires."""

BUSY = """(nodes) => { const list = document.createElement('ul'); list.style.padding = '0';
  const item = (text) => { const made = document.createElement('li'); made.append(text);
    made.style.cssText = 'contain: strict; height: 18px'; return made; };
  list.append(...Array.from({length: nodes / 2}, (_, at) => item('Item ' + at)));
  document.body.append(list); let turn = 0;
  setInterval(() => { turn += 1; const at = turn % 500; list.children[at].firstChild.data = 'Changed ' + turn;
    list.children[at + 500].setAttribute('data-turn', turn);
    list.replaceChild(item('New ' + turn), list.children[at + 1000]); }, 20);
  return document.getElementsByTagName('*').length + nodes / 2; }"""
"""Fills the page with so many nodes (half of them text) and changes it fifty times a second. Returns how many stand there."""

EDITS = """async (edits) => { const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  for (let at = 1; at <= edits; at += 1) { document.execCommand(at % 2 ? 'insertText' : 'delete', false, 'a');
    if (at % 20 === 0) await rest(0); if (at % 200 === 0) await rest(300); } }"""
"""Writes and takes back one letter, again and again, with a rest now and then in which the draft is checked."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the browser into our script."""

    start: float
    """Microseconds."""

    took_ms: float
    """Of the thread's own time."""

    cause: str
    """The event's name, where an event was its cause."""


def trace(tab: ChromiumTab, work: Callable[[], object]) -> list[dict[str, Any]]:
    """The browser's record of a page while some work is done."""
    browser = tab.page.context.browser
    assert browser is not None, "a persistent context has a browser"
    browser.start_tracing(
        page=tab.page, categories=["devtools.timeline", "disabled-by-default-devtools.timeline"]
    )
    work()
    found: list[dict[str, Any]] = json.loads(browser.stop_tracing())["traceEvents"]
    return found


def calls(events: list[dict[str, Any]]) -> list[Call]:
    """The calls into our script, in their order, each with the event that it answered."""
    dispatched = sorted(
        (one for one in events if one["name"] == "EventDispatch" and one["ph"] == "X"),
        key=lambda one: -float(one["ts"]),
    )
    found = []
    for one in events:
        if one["name"] == "FunctionCall" and one["ph"] == "X" and _url(one).startswith(OURS):
            cause = next((two for two in dispatched if _holds(two, one)), None)
            took = one.get("tdur", one["dur"]) / 1000
            found.append(Call(one["ts"], took, str(cause["args"]["data"]["type"]) if cause else ""))
    return sorted(found, key=lambda call: call.start)


def _url(event: dict[str, Any]) -> str:
    return str(event.get("args", {}).get("data", {}).get("url", ""))


def _holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    """Whether one event of the record lies within another, on one thread."""
    same = (outer["pid"], outer["tid"]) == (inner["pid"], inner["tid"])
    return bool(
        same and outer["ts"] <= inner["ts"] and inner["ts"] + inner["dur"] <= outer["ts"] + outer["dur"]
    )


def count(events: list[dict[str, Any]], names: set[str]) -> int:
    """How many records have one of these names."""
    return sum(one["name"] in names for one in events)


def share(tab: ChromiumTab, work: Callable[[], object]) -> float:
    """What part of one core our script uses while some work is done: by samples, with all that it calls."""
    session: CDPSession = tab.page.context.new_cdp_session(tab.page)
    session.send("Profiler.enable")
    session.send("Profiler.setSamplingInterval", {"interval": 500})
    session.send("Profiler.start")
    work()
    profile = session.send("Profiler.stop")["profile"]
    session.detach()
    nodes = {node["id"]: node for node in profile["nodes"]}
    ours: set[int] = set()

    def enter(node: dict[str, Any], *, within: bool) -> None:
        within = within or node["callFrame"]["url"].startswith(OURS)
        if within:
            ours.add(node["id"])
        for child in node.get("children", []):
            enter(nodes[child], within=within)

    enter(profile["nodes"][0], within=False)
    spent = sum(
        delta
        for sample, delta in zip(profile["samples"], profile["timeDeltas"], strict=True)
        if sample in ours
    )
    return float(spent / (profile["endTime"] - profile["startTime"]))


@dataclass(frozen=True, slots=True)
class Held:
    """What a page holds after the garbage was taken out."""

    bytes: int
    nodes: int
    listeners: int


def held(tab: ChromiumTab) -> Held:
    """What the page and our script in it hold."""
    session: CDPSession = tab.page.context.new_cdp_session(tab.page)
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")["usedSize"]
    counters = session.send("Memory.getDOMCounters")
    session.detach()
    return Held(int(used), counters["nodes"], counters["jsEventListeners"])


def percentile(values: list[float], part: float) -> float:
    """The value below which that part of them lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]
