from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from postil.cli.whose_port import who_listens

HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"


def row(port: int, state: str, inode: int) -> str:
    """One line of the table, of account 1000."""
    queues = "00000000:00000000 00:00000000 00000000"
    return f"   0: 0100007F:{port:04X} 00000000:0000 {state} {queues}  1000        0 {inode} 1\n"


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    """A small /proc: one program with open files, one that hides them."""
    (tmp_path / "net").mkdir()
    for number, words in (("10", b"/usr/bin/python3\0server.py\0"), ("20", b"/opt/bin/postil\0serve\0")):
        (tmp_path / number / "fd").mkdir(parents=True)
        (tmp_path / number / "cmdline").write_bytes(words)
    (tmp_path / "10" / "fd" / "3").symlink_to("socket:[111]")
    (tmp_path / "net" / "tcp").write_text(
        HEAD + row(28417, "0A", 111) + row(80, "0A", 222) + row(81, "01", 111)
    )
    return tmp_path


def test_the_program_is_found_by_its_socket(proc: Path) -> None:
    assert who_listens(28417, proc) == "python3 server.py (process 10)"


def test_a_helper_that_hides_its_files_is_found_by_its_name(proc: Path) -> None:
    assert who_listens(80, proc) == "postil serve (process 20)"


def test_else_the_account_is_named(proc: Path) -> None:
    (proc / "20" / "cmdline").unlink()
    assert who_listens(80, proc) == "a program of account number 1000"


@pytest.mark.parametrize("port", [81, 9999])
def test_a_port_where_nobody_listens_has_nobody(proc: Path, port: int) -> None:
    assert who_listens(port, proc) is None


def test_where_there_is_no_proc_nothing_is_known(tmp_path: Path) -> None:
    assert who_listens(28417, tmp_path) is None


def test_this_very_process_is_found() -> None:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        assert f"(process {os.getpid()})" in (who_listens(sock.getsockname()[1]) or "")
