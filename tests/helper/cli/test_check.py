from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from helper.server.process import TINY
from postil.cli.check import answers
from postil.cli.main import main
from postil.model.draft import Draft
from postil.model.finding import Review
from postil.model.policy import Rulebook
from postil.rulebook.kept import write
from postil.rulebook.load import load
from postil.server.checker import Checker
from postil.server.limits import CHARACTERS

DUTCH = "Wat een sukkel is hij 🎉"
KIND = "Wat een mooie dag is het vandaag"


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> object:
    """`postil check` with the tiny rules and this input: exit code and what it writes."""

    def run(given: bytes, *words: str) -> tuple[int, bytes]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
        code = main(["check", "--rules", str(TINY), *words])
        sys.stdout.flush()
        return code, capfdbinary.readouterr().out

    return run


def lines(*drafts: object) -> bytes:
    return b"".join(json.dumps(draft).encode() + b"\n" for draft in drafts)


def reviews(written: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.splitlines()]


def test_a_review_a_line(check: Any) -> None:  # noqa: ANN401 - a fixture that is a function
    code, written = check(lines({"id": "a", "text": DUTCH}, {"id": "b", "text": KIND}), "--jsonl")
    first, second = reviews(written)
    assert code == 1
    assert (first["id"], first["policy"], first["language"]) == ("a", "umc-utrecht", "nl")
    assert [finding["topic"] for finding in first["findings"]] == ["disrespect"]
    assert first["findings"][0]["marks"] == [{"start": 8, "end": 14}]
    assert (second["id"], second["findings"]) == ("b", [])


def test_rules_that_were_kept_are_not_read_again(
    check: Any,  # noqa: ANN401
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = load(TINY)
    assert isinstance(found, Rulebook)
    (tmp_path / "kept").write_bytes(write(found, TINY))
    (tmp_path / "kept").chmod(0o600)
    _, written = check(lines({"text": DUTCH}), "--jsonl")
    monkeypatch.setattr("postil.server.rules.kept_rulebooks", lambda: (tmp_path / "kept",))
    monkeypatch.setattr("postil.cli.check.read_rules", None)
    assert check(lines({"text": DUTCH}), "--jsonl") == (1, written)


def test_a_bad_line_is_said_and_the_rest_go_on(check: Any) -> None:  # noqa: ANN401
    bad = (
        lines({"id": "e", "policy": "umc-utrecht", "text": 5})
        + b"not json\n\n\xff\n"
        + lines({"id": 7, "txt": ""})
    )
    code, written = check(bad + lines({"id": "b", "text": KIND}), "--jsonl")
    assert code == 2
    assert reviews(written)[:-1] == [
        {"id": "e", "error": "text: expected a string, got a number"},
        {"id": None, "error": "expected JSON, character 0 does not fit"},
        {"id": None, "error": "expected UTF-8, byte 0 is something else"},
        {"id": 7, "error": "unknown key 'txt' (did you mean 'text'?)"},
    ]
    assert reviews(written)[-1]["id"] == "b"


def test_a_draft_without_end_is_one_bad_line(check: Any) -> None:  # noqa: ANN401
    code, written = check(lines({"text": "a" * (CHARACTERS + 1)}), "--jsonl")
    assert code == 2
    assert "characters" in reviews(written)[0]["error"]


@pytest.mark.parametrize(
    ("given", "code"),
    [([{"text": KIND}], 0), ([{"text": DUTCH}], 1), ([{"text": DUTCH}, {"text": 5}], 2), ([], 0)],
    ids=["clean", "found", "unusable", "nothing"],
)
def test_the_exit_code_is_the_worst_line(check: Any, given: list[object], code: int) -> None:  # noqa: ANN401
    assert check(lines(*given), "--jsonl")[0] == code


def test_a_text_is_read_from_a_file_or_standard_input(check: Any, tmp_path: Path) -> None:  # noqa: ANN401
    (tmp_path / "post.txt").write_text(DUTCH + "\n")
    from_file = check(b"", str(tmp_path / "post.txt"))
    assert from_file == check(DUTCH.encode() + b"\n")
    assert from_file == check(DUTCH.encode(), "-")
    assert from_file[0] == 1
    assert "“sukkel”".encode() in from_file[1]


def test_a_kind_text_is_clean(check: Any) -> None:  # noqa: ANN401
    code, written = check(KIND.encode())
    assert code == 0
    assert "Niets aan te merken" in written.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--policy", "umc-utrect"], "did you mean 'umc-utrecht'?"),
        (["nowhere.txt"], "The file cannot be read"),
    ],
)
def test_what_cannot_be_used_is_said(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--rules", str(TINY), *words]) == 2
    assert said in capsys.readouterr().err


def test_a_text_in_another_encoding_is_said(check: Any, tmp_path: Path) -> None:  # noqa: ANN401
    (tmp_path / "post.txt").write_bytes("één".encode("latin-1"))
    assert check(b"", str(tmp_path / "post.txt"))[0] == 2


def test_each_review_is_written_at_once() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "postil", "check", "--jsonl", "--rules", str(TINY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        for name in ("one", "two"):
            process.stdin.write(lines({"id": name, "text": KIND}))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()
        assert process.wait(10) == 0


def test_thousands_of_lines_are_soon_done(check: Any) -> None:  # noqa: ANN401
    given = lines(*({"id": str(count), "text": DUTCH} for count in range(3000)))
    began = time.monotonic()
    _, written = check(given, "--jsonl")
    assert len(reviews(written)) == 3000
    assert time.monotonic() - began < 30  # 1.5 s on a machine that is not busy


class Breaks:
    """An engine with a fault."""

    def check(self, draft: Draft) -> Review:
        if "fault" in draft.text:
            raise ValueError(draft.text)
        return Review(policy=draft.policy or "none", language="en")


def test_a_fault_of_ours_is_one_bad_line_and_tells_no_text() -> None:
    checker = Checker(Breaks(), {"leeds"})
    given = [lines({"id": "a", "text": "a fault here"}), lines({"id": "b", "text": "x"})]
    (bad, bad_code), (good, good_code) = answers(checker, given)
    assert json.loads(bad) == {"id": "a", "error": "failed: ValueError"}
    assert json.loads(good)["policy"] == "none"
    assert (bad_code, good_code) == (2, 0)
