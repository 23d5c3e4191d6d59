"""The pointer as a hand moves it: there, and a little further."""

from __future__ import annotations

from journey.chromium import ChromiumTab
from journey.firefox_tab import FirefoxTab
from journey.tab import Tab


def point(tab: Tab, left: float, top: float) -> None:
    """Move the pointer to a point of the viewport, in CSS pixels."""
    steps = [(round(left) - 2, round(top)), (round(left), round(top))]
    if isinstance(tab, ChromiumTab):
        for x, y in steps:
            tab.page.mouse.move(x, y)
            tab.pause(40)
    elif isinstance(tab, FirefoxTab):
        moves = [{"type": "pointerMove", "x": x, "y": y, "duration": 40} for x, y in steps]
        tab._act({"type": "pointer", "id": "mouse", "actions": moves})
