"""Discretion: whatever happens to this process, no draft is left behind by it.

Called once, before the first request. `postil doctor` and the tests look at what it did.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
from types import TracebackType

from postil.logs import say

_PR_SET_DUMPABLE = 4


def leave_no_trace() -> None:
    """Switch off core dumps, fault reports and tracebacks: each of them would hold the text of the moment."""
    faulthandler.disable()
    _refuse_core_dumps()
    sys.excepthook = _name_only
    sys.unraisablehook = lambda unraisable: _name_only(unraisable.exc_type)
    threading.excepthook = lambda failure: _name_only(failure.exc_type)


def _refuse_core_dumps() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A core pattern that pipes into a program (apport, systemd-coredump) does not ask for the limit.
        import ctypes  # noqa: PLC0415 - Linux alone

        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _name_only(
    kind: type[BaseException], _error: BaseException | None = None, _trace: TracebackType | None = None
) -> None:
    """Log an error nobody caught by its class alone: its message and its frames may hold a draft."""
    say("failed", place="process", kind=kind.__name__)
