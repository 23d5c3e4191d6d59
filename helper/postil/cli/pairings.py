"""`postil pairings`: the browsers that may ask."""

from __future__ import annotations

import argparse
import time
from datetime import datetime

from postil.server.pairing import PENDING_S, Pairing
from postil.server.pairings import read


def arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001
    """Print one line a pairing."""
    pairings = read()
    if not pairings:
        print("No browser is paired. `postil pair` prints a line to paste into the extension's options.")
    for pairing in pairings:
        print(f"{pairing.name:<20}  {describe(pairing, time.time())}")
    return 0


def describe(pairing: Pairing, now: float) -> str:
    """What a pairing is, in words. Times are the reader's own."""
    made = datetime.fromtimestamp(pairing.created).astimezone()
    if pairing.origin is not None:
        return f"{pairing.browser or 'a browser'}, paired {made:%Y-%m-%d}, {pairing.origin}"
    if pairing.is_live(now):
        until = datetime.fromtimestamp(pairing.created + PENDING_S).astimezone()
        return f"waits for its line to be pasted until {until:%H:%M}"
    return "its line was not used in time"
