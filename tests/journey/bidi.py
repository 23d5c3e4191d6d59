"""WebDriver BiDi, the protocol that a stock Firefox speaks. No geckodriver is needed."""

from __future__ import annotations

import itertools
import json
import time
from collections import deque
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from websockets.sync.client import connect

ANSWER_S = 30.0


class BidiError(Exception):
    """The browser refused a command, or its script threw."""


class Bidi:
    """One session with one browser: one command out, its answer back. `events` keeps what came meanwhile."""

    def __init__(self, url: str) -> None:
        """`url` is what Firefox prints as it starts: `ws://127.0.0.1:<port>`."""
        self._url = url
        self._numbers = itertools.count(1)
        self._stack = ExitStack()
        self.events: deque[dict[str, Any]] = deque(maxlen=1000)

    def __enter__(self) -> Self:
        self._socket = self._stack.enter_context(connect(f"{self._url}/session", max_size=None))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def call(self, method: str, **params: Any) -> dict[str, Any]:  # noqa: ANN401 - what goes into JSON
        """Send one command and wait for its answer.

        Raises:
            BidiError: the browser refused it.
            TimeoutError: it did not answer within 30 s.
        """
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        end = time.monotonic() + ANSWER_S
        while True:
            answer = json.loads(self._socket.recv(timeout=max(0.0, end - time.monotonic())))
            if answer.get("id") == number:
                break
            self.events.append(answer)
        if answer["type"] == "error":
            raise BidiError(f"{method}: {answer['error']}: {answer['message']}")
        return dict(answer["result"])

    def run(self, context: str, function: str, argument: object = None) -> Any:  # noqa: ANN401 - JSON
        """Call a JavaScript function in a browsing context.

        Raises:
            BidiError: it threw.
        """
        answer = self.call(
            "script.callFunction",
            functionDeclaration="async (json) => JSON.stringify(await (" + function + ")(JSON.parse(json)))",
            arguments=[{"type": "string", "value": json.dumps(argument)}],
            target={"context": context},
            awaitPromise=True,
            userActivation=True,
        )
        if answer["type"] == "exception":
            raise BidiError(answer["exceptionDetails"]["text"])
        value = answer["result"].get("value")
        return None if value is None else json.loads(value)
