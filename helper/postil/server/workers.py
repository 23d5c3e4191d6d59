"""Threads for what would hold up the loop: long drafts, pictures, the disk. They say when they are busy."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from postil.server import limits
from postil.server.errors import DeclinedError

P = ParamSpec("P")
Result = TypeVar("Result")


class Workers:
    """A few threads and a short queue before them."""

    def __init__(self, threads: int = limits.THREADS, waiting: int = limits.WAITING) -> None:
        """Start none yet; each starts with its first work."""
        self._pool = ThreadPoolExecutor(threads, "postil")
        self._free = waiting

    async def run(self, work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Result:
        """Do the work in a thread.

        Raises:
            DeclinedError: too much is waiting already.
        """
        if self._free == 0:
            raise DeclinedError("busy", "Too much is being checked at once.")
        self._free -= 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._pool, lambda: work(*args, **kwargs))
        finally:
            self._free += 1

    def stop(self) -> None:
        """Take no more work, and wait for none."""
        self._pool.shutdown(wait=False, cancel_futures=True)
