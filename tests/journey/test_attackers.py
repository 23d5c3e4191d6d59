"""Whoever is not the paired extension gets the same empty 403: a page, a rebound name, another extension, a bare client."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from journey.chromium import Chromium
from journey.scenes import ANY_HOST, CLEAN
from journey.stage import Stage
from journey.world import Helper, copy_extension

PATHS = ("/v1/hello", "/v1/check", "/v1/policy", "/v1/media", "/v1/health", "/", "/v1/%63heck", "//v1/check")
UNSTEADY = {"date", "connection", "content-length"}


def bare(port: int, path: str) -> tuple[int, bytes, dict[str, str]]:
    """What a program without a browser gets."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST", path, body=b"x" * 80, headers={"Content-Type": "application/postil-sealed"})
    answer = connection.getresponse()
    body = answer.read()
    headers = {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return answer.status, body, headers


def steady(headers: dict[str, str]) -> dict[str, str]:
    """The headers that do not change from one answer to the next."""
    return {name.lower(): value for name, value in headers.items() if name.lower() not in UNSTEADY}


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another extension, with every host permission."""
    folder = tmp_path_factory.mktemp("stranger")
    manifest = {
        "manifest_version": 3,
        "name": "Stranger",
        "version": "1",
        "background": {"service_worker": "worker.js"},
        "host_permissions": ["http://127.0.0.1/*", "https://*/*"],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "worker.js").write_text("// nothing: its page asks")
    (folder / "page.html").write_text("<!doctype html><title>Stranger</title>")
    return folder


@pytest.fixture(scope="module")
def crowd(
    tmp_path_factory: pytest.TempPathFactory, stage: Stage, helper: Helper, stranger: Path
) -> Iterator[Chromium]:
    """A browser with the extension and a stranger, in which pages may reach loopback as if the person had allowed it."""
    extension = copy_extension(tmp_path_factory.mktemp("crowd"), helper.port, (ANY_HOST,))
    flags = (
        "--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessRespectPreflightResults",
        f"--host-resolver-rules=MAP rebound.example 127.0.0.1, MAP * 127.0.0.1:{stage.port}, EXCLUDE 127.0.0.1",
    )
    with Chromium(extension, stage.port, others=(stranger,), flags=flags) as browser:
        yield browser


def expected(helper: Helper) -> tuple[int, bytes, dict[str, str]]:
    """The answer that everybody gets, from a bare client."""
    status, body, headers = bare(helper.port, "/v1/check")
    assert (status, body) == (403, b"")
    assert "server" not in headers
    assert headers["cache-control"] == "no-store"
    assert not [name for name in headers if name.startswith("access-control")]
    return status, body, steady(headers)


def test_every_path_answers_a_bare_client_alike(helper: Helper) -> None:
    wanted = expected(helper)
    for path in PATHS:
        status, body, headers = bare(helper.port, path)
        assert (status, body, steady(headers)) == wanted, path


def on_the_wire(page: Page, port: int) -> list[tuple[int, dict[str, str]]]:
    """Every answer of the helper to this page, as it came over the wire: what the browser withholds from the page too."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    ours: set[str] = set()
    answers: list[tuple[int, dict[str, str]]] = []
    session.on(
        "Network.requestWillBeSent",
        lambda event: ours.add(event["requestId"]) if f":{port}/" in event["request"]["url"] else None,
    )
    session.on(
        "Network.responseReceivedExtraInfo",
        lambda event: (
            answers.append((event["statusCode"], steady(event["headers"])))
            if event["requestId"] in ours
            else None
        ),
    )
    return answers


@pytest.mark.parametrize("mode", ["no-cors", "cors"])
def test_a_web_page_gets_it(crowd: Chromium, helper: Helper, mode: str) -> None:
    page = crowd.context.new_page()
    page.goto(f"{ANY_HOST}/form")
    answers = on_the_wire(page, helper.port)
    read = page.evaluate(
        """async ([port, mode]) => { try { const r = await fetch(`http://127.0.0.1:${port}/v1/check`,
           {method: 'POST', mode, body: 'x'.repeat(80)}); return [r.type, await r.text()]; } catch { return null; } }""",
        [helper.port, mode],
    )
    assert read in (None, ["opaque", ""]), "a page can read nothing"
    page.wait_for_timeout(200)
    assert answers, "the request did not reach the helper: this test would prove nothing"
    status, _, headers = expected(helper)
    assert all(answer == (status, headers) for answer in answers)
    page.close()


def test_a_visit_to_a_rebound_name_gets_it(crowd: Chromium, helper: Helper) -> None:
    page = crowd.context.new_page()
    answers = on_the_wire(page, helper.port)
    with pytest.raises(PlaywrightError, match="ERR_HTTP_RESPONSE_CODE_FAILURE"):  # a 403 without a body
        page.goto(f"http://rebound.example:{helper.port}/v1/health")
    status, _, headers = expected(helper)
    assert (status, headers) in answers
    page.close()


def test_another_extension_gets_it(crowd: Chromium, helper: Helper) -> None:
    worker = next(w for w in crowd.context.service_workers if w.url.endswith("/worker.js"))
    page = crowd.context.new_page()
    page.goto(f"chrome-extension://{worker.url.split('/')[2]}/page.html")
    seen = page.evaluate(
        """async (port) => { const r = await fetch(`http://127.0.0.1:${port}/v1/check`, {method: 'POST',
           headers: {'Content-Type': 'application/postil-sealed'}, body: new Uint8Array(80).fill(1)});
           return [r.status, await r.text(), [...r.headers]]; }""",
        helper.port,
    )
    status, _, headers = expected(helper)
    assert seen[:2] == [status, ""]
    assert steady(dict(seen[2])) == headers
    page.close()


def test_a_page_cannot_forge_what_the_extension_asks(crowd: Chromium) -> None:
    tab = crowd.open(f"{ANY_HOST}/form")
    tab.type(CLEAN)
    heard = tab.page.evaluate(
        """async () => { const out = []; for (const kind of ['pair', 'forget', 'settings', 'check', 'policy'])
           { try { out.push(typeof chrome?.runtime?.sendMessage); } catch { out.push('none'); }
             window.postMessage({kind, line: 'x'}, '*'); document.dispatchEvent(new CustomEvent('postil', {detail: {kind}})); }
           await new Promise((done) => setTimeout(done, 200)); return out; }"""
    )
    assert set(heard) == {"undefined"}
    assert tab.posts() == []
    tab.close()
