from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest

from postil.errors import PortError
from postil.server.sockets import handed_over, listen, turn_away


@pytest.fixture
def held() -> Iterator[socket.socket]:
    """A socket as systemd would hold it."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        yield sock


def given_by_systemd(count: str = "1", pid: int | None = None) -> dict[str, str]:
    return {"LISTEN_PID": str(pid or os.getpid()), "LISTEN_FDS": count, "LISTEN_FDNAMES": "postil.socket"}


def test_it_listens_on_the_loopback_address_alone() -> None:
    with listen(0) as sock:
        assert sock.getsockname()[0] == "127.0.0.1"
        assert sock.family == socket.AF_INET


def test_a_taken_port_is_an_error_with_a_remedy(held: socket.socket) -> None:
    port = held.getsockname()[1]
    with pytest.raises(PortError, match=f"Port {port} .* taken") as error:
        listen(port)
    assert "postil doctor" in error.value.remedy


@pytest.mark.parametrize("option", [socket.SO_REUSEADDR, socket.SO_REUSEPORT])
def test_a_port_is_shared_with_nobody(option: int) -> None:
    with listen(0) as sock, socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, option, 1)
        with pytest.raises(OSError, match="in use"):
            other.bind(sock.getsockname())


def test_a_port_is_had_again_right_after_a_restart() -> None:
    with listen(0) as sock:
        port = sock.getsockname()[1]
        client = socket.create_connection(("127.0.0.1", port))
        server, _ = sock.accept()
        server.close()
        client.close()
    listen(port).close()


def test_a_socket_that_systemd_holds_is_taken_over(held: socket.socket) -> None:
    environment = given_by_systemd()
    descriptor = os.dup(held.fileno())
    sock = handed_over(held.getsockname()[1], environment, descriptor)
    assert sock is not None
    with sock:
        assert sock.getsockname() == held.getsockname()
        assert not os.get_inheritable(descriptor)
    assert environment == {}


@pytest.mark.parametrize("environment", [{}, given_by_systemd(pid=1), {"LISTEN_FDS": "1"}])
def test_what_was_meant_for_another_process_is_left_alone(environment: dict[str, str]) -> None:
    before = dict(environment)
    assert handed_over(28417, environment) is None
    assert environment == before


@pytest.mark.parametrize("count", ["0", "2", "x"])
def test_another_number_of_sockets_is_refused(count: str) -> None:
    with pytest.raises(PortError, match="systemd handed over"):
        handed_over(28417, given_by_systemd(count))


@pytest.mark.parametrize(
    ("family", "kind", "address"),
    [
        (socket.AF_INET, socket.SOCK_STREAM, ("0.0.0.0", 0)),  # noqa: S104 - to see that it is refused
        (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
        (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
        (socket.AF_INET6, socket.SOCK_STREAM, ("::1", 0)),
    ],
    ids=["every address", "another port", "datagrams", "IPv6"],
)
def test_another_kind_or_address_is_refused(
    family: socket.AddressFamily, kind: socket.SocketKind, address: tuple[str, int]
) -> None:
    with socket.socket(family, kind) as sock:
        sock.bind(address)
        port = 28417 if address[0] == "127.0.0.1" and kind == socket.SOCK_STREAM else sock.getsockname()[1]
        with pytest.raises(PortError, match="another kind or address"):
            handed_over(port, given_by_systemd(), sock.fileno())


def test_whoever_waits_is_turned_away(held: socket.socket) -> None:
    clients = [socket.create_connection(held.getsockname(), timeout=5) for _ in range(3)]
    turn_away(held)
    for client in clients:
        with client:
            assert client.recv(1) == b""
    turn_away(held)
