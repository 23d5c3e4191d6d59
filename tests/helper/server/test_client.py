from __future__ import annotations

import socket
import threading

import pytest

from helper.server.house import CHROME, FIREFOX, House
from helper.server.live import run_live
from postil.errors import PortError
from postil.server.client import ask, make_call, write_request
from postil.server.envelope import Envelope, broken_rule
from postil.server.seal import Place, SealError


@pytest.fixture
def silent_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("origin", [CHROME, FIREFOX])
def test_a_request_looks_like_the_browsers_own(origin: str) -> None:
    data = write_request(origin, Place("/v1/check", 28417), b"x" * 60)
    first, *lines = data.split(b"\r\n\r\n")[0].split(b"\r\n")
    headers = [(line.split(b": ")[0], line.split(b": ")[1]) for line in lines]
    assert first == b"POST /v1/check HTTP/1.1"
    assert broken_rule(Envelope("POST", "/v1/check", (1, 1), headers), 28417) is None


def test_a_question_is_answered(tmp_path_factory: pytest.TempPathFactory) -> None:
    with run_live(tmp_path_factory.mktemp("live") / "state") as live:
        chrome = live.house.browsers[CHROME]
        assert ask(chrome, "/v1/health", {}, port=live.house.port)["ok"]


def test_silence_is_an_error_with_a_remedy(silent_port: int, house: House) -> None:
    with pytest.raises(PortError, match="does not answer") as error:
        ask(house.browsers[CHROME], "/v1/health", {}, port=silent_port)
    assert "postil doctor" in error.value.remedy


@pytest.mark.parametrize("reply", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", b"nonsense"])
def test_a_stranger_on_the_port_is_not_believed(reply: bytes, house: House) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:

        def answer() -> None:
            connection, _ = stranger.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(reply)

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(PortError):
            ask(house.browsers[CHROME], "/v1/health", {}, port=stranger.getsockname()[1])
        thread.join()


def test_a_stranger_sees_no_text(house: House) -> None:
    call = make_call(house.browsers[CHROME], "/v1/check", {"text": "only for the helper"}, port=house.port)
    assert b"only for" not in call.data


async def test_an_answer_opens_with_its_own_call_alone(house: House) -> None:
    first, second = (house.call("/v1/health", {}) for _ in range(2))
    reply = await house.send(first.data)
    with pytest.raises(SealError):
        second.open(reply)
    assert first.open(reply)["ok"]
