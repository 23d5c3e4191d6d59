"""The one listening socket: handed over by systemd, or made here. There is no other to fall back to."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import MutableMapping
from contextlib import suppress

from postil.config import HOST, PORT
from postil.errors import PortError

_FIRST_HANDED_OVER = 3
_BACKLOG = 64


def listen(port: int = PORT) -> socket.socket:
    """A socket that listens on the loopback address.

    Raises:
        PortError: the port is taken.
    """
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There, SO_REUSEADDR lets another program take over a port that is in use.
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((HOST, port))
        sock.listen(_BACKLOG)
    except OSError as error:
        sock.close()
        raise PortError(
            f"Port {port} of this computer is taken.",
            where=f"{HOST}:{port}",
            remedy="If Postil runs already, all is well. Else `postil doctor` says who has the port.",
        ) from error
    return sock


def handed_over(
    port: int = PORT, environment: MutableMapping[str, str] = os.environ, first: int = _FIRST_HANDED_OVER
) -> socket.socket | None:
    """The socket that systemd holds for us, or `None` where it started us without one.

    Raises:
        PortError: it handed over something else than the one loopback address.
    """
    mine = environment.get("LISTEN_PID") == str(os.getpid())
    count = environment.get("LISTEN_FDS", "0")
    if not mine:
        return None
    for name in ("LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"):
        environment.pop(name, None)
    if count != "1":
        raise _unfit(f"{count} sockets")
    os.set_inheritable(first, False)  # noqa: FBT003 - the function takes it by place
    sock = socket.socket(fileno=first)
    if sock.family != socket.AF_INET or sock.type != socket.SOCK_STREAM or sock.getsockname() != (HOST, port):
        sock.detach()
        raise _unfit("a socket of another kind or address")
    return sock


def turn_away(sock: socket.socket) -> None:
    """Close whoever waits on a held socket, so that nobody waits for a helper that cannot start.

    systemd would start it again for as long as one of them is there.
    """
    sock.setblocking(False)  # noqa: FBT003 - the function takes it by place
    with suppress(OSError):  # nobody is left
        while True:
            sock.accept()[0].close()


def _unfit(what: str) -> PortError:
    return PortError(
        f"systemd handed over {what}.",
        where="postil.socket",
        remedy=f"Run `postil service install` again: it listens on {HOST}:{PORT} alone.",
    )
