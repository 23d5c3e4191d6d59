"""The two systemd units, and the quoting that they ask for."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from postil.config import HOST, PORT

_PLAIN = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
_EXEC = re.compile(r"^ExecStart=(.+)$", re.MULTILINE)

SOCKET = f"""\
# Written by `postil service install`. systemd holds the port from log-in on: nobody else can take it,
# and no process of Postil's runs until a browser asks.
[Unit]
Description=Postil's port on this computer

[Socket]
ListenStream={HOST}:{PORT}
Backlog=64
NoDelay=yes

[Install]
WantedBy=sockets.target
"""

TIMER = """\
# Written by `postil service install`, because policy updates are configured. Soon after log-in, then every two hours,
# it is looked whether the six hours between two questions are over; each computer has its own moment.
[Unit]
Description=Postil's policy updates, when they are due

[Timer]
OnStartupSec=3min
OnUnitActiveSec=2h
RandomizedDelaySec=20min

[Install]
WantedBy=timers.target
"""

_HARDENING = """\
NoNewPrivileges=yes
MemoryDenyWriteExecute=yes
LockPersonality=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
"""

_UPDATE = """\
# Written by `postil service install`. It asks the host that is configured whether there is a newer policy pack.
[Unit]
Description=Postil's policy updates

[Service]
Type=oneshot
ExecStart={command}
WorkingDirectory=/
StandardOutput=null
StandardError=journal
TimeoutStartSec=15min
# A host that is away is no fault of this computer's: `postil packs status` says it.
SuccessExitStatus=1
Nice=19
UMask=0077
LimitCORE=0

# It may ask the network, read what it gets, and start its own trial of it.
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM
SystemCallArchitectures=native
{hardening}MemoryMax=2G
TasksMax=64
"""

_SERVICE = """\
# Written by `postil service install`. It ends by itself after ten quiet minutes; the socket starts it again.
[Unit]
Description=Postil, a note in the margin of a post before it is sent
Requires=postil.socket
After=postil.socket
# The socket is never given up: after whatever failed, the next question starts the helper again.
StartLimitIntervalSec=0

[Service]
Type=exec
ExecStart={command}
WorkingDirectory=/
StandardOutput=null
StandardError=journal
TimeoutStopSec=5

# What is typed stays in memory: no core dump, no swap.
LimitCORE=0
MemorySwapMax=0
UMask=0077

# The helper answers on the socket it was given. It can open no other to the network, and call nobody.
RestrictAddressFamilies=AF_UNIX
SystemCallFilter=@system-service
SystemCallFilter=~@privileged connect
SystemCallErrorNumber=EPERM
SystemCallArchitectures=native

{hardening}MemoryMax=1G
TasksMax=64

# Left out, because units of a user cannot enforce them everywhere: IPAddressDeny= is ignored there; ProtectSystem=,
# PrivateNetwork= and their like need user namespaces, and a service that asks for them does not start without.
"""


def service(command: Sequence[str]) -> str:
    """The service unit that runs `command`."""
    return _SERVICE.format(command=_line(command), hardening=_HARDENING)


def update(command: Sequence[str]) -> str:
    """The unit that runs `command` to its end, when the timer says so."""
    return _UPDATE.format(command=_line(command), hardening=_HARDENING)


def _line(command: Sequence[str]) -> str:
    """In its words, not in the program's path, `$` stands for something."""
    program, *words = command
    return " ".join(map(quote, (program, *(word.replace("$", "$$") for word in words))))


def quote(word: str) -> str:
    """A word as ExecStart= reads it, where `%` always stands for something."""
    text = word.replace("%", "%%")
    if _PLAIN.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def command_in(unit: str) -> tuple[str, ...]:
    """The command of a service unit; empty where none can be read."""
    found = _EXEC.search(unit)
    try:
        given = [word.replace("%%", "%") for word in shlex.split(found[1])] if found else []
    except ValueError:
        return ()
    return (*given[:1], *(word.replace("$$", "$") for word in given[1:]))
