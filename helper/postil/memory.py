"""Memory that was needed for a moment goes back to the system, as rules that are unpacked for instance.

glibc raises of its own accord the size from which on it does so, up to 32 MB; measured on the helper: 3 MB of 65.
"""

from __future__ import annotations

import sys
from contextlib import suppress

_M_MMAP_THRESHOLD = -3
_BYTES = 1 << 16


def give_back() -> None:
    """Have the allocator give back whatever is larger than 64 KB as soon as it is free. Only glibc can be asked."""
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 - Linux alone

    with suppress(AttributeError):  # another C library
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _BYTES)
