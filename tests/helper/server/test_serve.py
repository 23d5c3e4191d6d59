from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from aiohttp import http_parser

from helper.server.house import CHROME, RULES
from helper.server.process import COMMAND, Home, answers, free_port, pinned, run_helper, wait_until
from postil.errors import PortError, SettingError, StorageError
from postil.server.serve import start


def test_a_process_serves_pairs_and_stops(tmp_path: Path) -> None:
    with run_helper(tmp_path) as served:
        assert pinned(served.home) == [CHROME]
        review = served.ask("/v1/check", {"text": "🎉 what a nincompoop"})["review"]
        assert [finding["topic"] for finding in review["findings"]] == ["disrespect"]
        assert review["findings"][0]["marks"] == [{"start": 10, "end": 20}]
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(5) == 0
    written = served.home.stderr.read_text().splitlines()
    assert [line.split(" postil ")[1] for line in written] == [
        f"INFO Listening on 127.0.0.1:{served.port}.",
        "INFO A browser was paired.",
        "INFO Stopped.",
    ]


def test_the_first_answer_comes_soon(tmp_path: Path) -> None:
    began = time.monotonic()
    with run_helper(tmp_path) as served:
        assert served.ask("/v1/check", {"text": "x"})["ok"]
        assert time.monotonic() - began < 5  # 0.5 s on a machine that is not busy


def test_a_second_helper_says_what_to_do(tmp_path: Path) -> None:
    with run_helper(tmp_path) as served:
        second = subprocess.run(
            [*COMMAND, "--port", str(served.port)],
            env=served.home.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
        assert second.returncode == 2
        assert second.stderr.startswith(f"Port {served.port} of this computer is taken.")
        assert "Traceback" not in second.stderr
        assert served.ask("/v1/health", {})["ok"]


def test_a_loose_folder_stops_it_from_starting(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.pairings.mkdir(mode=0o755)
    home.pairings.chmod(0o755)
    port = free_port()
    process = subprocess.run(
        [*COMMAND, "--port", str(port)],
        env=home.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert process.returncode == 2
    assert "Other accounts of this computer can get at this." in process.stderr
    assert not answers(port)


def test_it_takes_over_a_socket_that_systemd_holds(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        # What systemd does: the socket becomes descriptor 3, and the process is told its own number.
        begin = (
            "import os, sys; os.dup2(int(sys.argv[1]), 3); os.environ |= "
            "{'LISTEN_PID': str(os.getpid()), 'LISTEN_FDS': '1'}; os.execv(sys.argv[2], sys.argv[2:])"
        )
        process = subprocess.Popen(
            [sys.executable, "-c", begin, str(held.fileno()), *COMMAND, "--port", str(port)],
            env=home.environment,
            pass_fds=[held.fileno()],
            stderr=subprocess.PIPE,
        )
        with socket.create_connection(("127.0.0.1", port), timeout=10) as early:
            early.sendall(b"GET / HTTP/1.1\r\n\r\n")
            assert early.recv(65_536).startswith(b"HTTP/1.1 403")
    process.terminate()
    _, stderr = process.communicate(timeout=10)
    assert b"Listening" in stderr


async def test_there_is_no_other_port_to_fall_back_to(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(PortError):
        await start(port=taken.getsockname()[1], folder=tmp_path / "state", rules=RULES)


async def test_damaged_pairings_stop_it_from_starting(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir(mode=0o700)
    (tmp_path / "state" / "pairings.json").write_text("{}")
    (tmp_path / "state" / "pairings.json").chmod(0o600)
    with pytest.raises(StorageError):
        await start(port=0, folder=tmp_path / "state", rules=RULES)


async def test_it_insists_on_the_parser_that_it_was_tried_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_parser, "HttpRequestParser", http_parser.HttpRequestParserPy)
    with pytest.raises(SettingError, match="compiled parser"):
        await start(port=0, folder=tmp_path / "state", rules=RULES)


WATCHED = """
import os, sys
seen = open(sys.argv.pop(1), "a", buffering=1)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def watch(event, args):
    if event in {"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec"}:
        print(event, file=seen)
    if event == "open" and isinstance(args[2], int) and args[2] & WRITES and isinstance(args[0], str):
        print("write", args[0], file=seen)
sys.addaudithook(watch)
from postil.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_it_calls_nobody_starts_nothing_and_writes_its_pairings_alone(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    seen.touch()
    with run_helper(tmp_path, [sys.executable, "-c", WATCHED, str(seen), *COMMAND[3:]]) as served:
        picture = b"\x00\x00\x00\x02{}" + b"GIF89a"
        for path, question in (
            ("/v1/check", {"text": "x" * 5000}),
            ("/v1/policy", {}),
            ("/v1/media", picture),
        ):
            assert served.ask(path, question)["ok"]
        served.send(b"nonsense\r\n\r\n")
    written = {Path(line.removeprefix("write ")).parent for line in seen.read_text().splitlines()}
    assert written == {served.home.pairings}


def test_waiting_gives_up(tmp_path: Path) -> None:
    with pytest.raises(TimeoutError):
        wait_until((tmp_path / "never").exists, seconds=0.05)
