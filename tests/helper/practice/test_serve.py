"""The practice page's own little server: its few files, nothing else, and nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from postil.practice.serve import FILES, PAGE, application


@pytest.fixture
async def client() -> AsyncIterator[TestClient[web.Request, web.Application]]:
    client = TestClient(TestServer(application()))
    await client.start_server()
    yield client
    await client.close()


@pytest.mark.parametrize("path", FILES)
async def test_its_files_come_with_a_strict_policy(
    client: TestClient[web.Request, web.Application], path: str
) -> None:
    answer = await client.get(path)
    assert answer.status == 200
    assert answer.content_type == FILES[path][1]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/serve.py", "/../serve.py", "/page/index.html", "/%2e%2e/serve.py"])
async def test_nothing_else_is_there(client: TestClient[web.Request, web.Application], path: str) -> None:
    answer = await client.get(path)
    assert answer.status == 404
    assert await answer.text() == ""


def test_the_page_loads_nothing_from_elsewhere() -> None:
    for name, _ in FILES.values():
        assert not re.search(r"https?://", (PAGE / name).read_text(encoding="utf-8"))


def test_both_languages_say_the_same_things() -> None:
    words = (PAGE / "practice.js").read_text(encoding="utf-8")
    english, dutch = words.split("  nl: {")[0], words.split("  nl: {")[1].split("\n};")[0]
    keys = re.compile(r"^    (\w+):", re.MULTILINE)
    assert keys.findall(english) == keys.findall(dutch)
    assert english.count("\n      ") == dutch.count("\n      ") == 5
