"""Whoever is not the paired extension gets the same empty 403: a page, a rebound name, another extension, a bare client."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from journey.browser import Browser
from journey.chromium import Chromium
from journey.drivers import EACH
from journey.firefox import Firefox
from journey.scenes import ANY_HOST, CLEAN
from journey.stage import Stage
from journey.world import Helper, copy_extension

REBOUND = "rebound.example"
"""A stranger's name that leads to this machine."""

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
        "background": {"service_worker": "worker.js", "scripts": ["worker.js"]},
        "browser_specific_settings": {"gecko": {"id": "stranger@postil.example"}},
        "host_permissions": ["http://127.0.0.1/*", "https://*/*"],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "worker.js").write_text("// nothing: its page asks")
    (folder / "page.html").write_text("<!doctype html><title>Stranger</title>")
    return folder


def open_chromium(extension: Path, stage: Stage, stranger: Path) -> Chromium:
    """A Chromium in which pages may reach loopback as if the person had allowed it."""
    flags = (
        "--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessRespectPreflightResults",
        f"--host-resolver-rules=MAP {REBOUND} 127.0.0.1, MAP * 127.0.0.1:{stage.port}, EXCLUDE 127.0.0.1",
    )
    return Chromium(extension, stage.port, others=(stranger,), flags=flags)


def open_firefox(extension: Path, stage: Stage, stranger: Path) -> Firefox:
    """The same in Firefox."""
    prefs = {
        "network.lna.enabled": False,
        "network.dns.localDomains": REBOUND,
        "network.proxy.no_proxies_on": REBOUND,
    }
    return Firefox(extension, stage.proxy_port, others=(stranger,), prefs=prefs)


OPEN: dict[str, Callable[[Path, Stage, Path], AbstractContextManager[Browser]]] = {
    "chromium": open_chromium,
    "firefox": open_firefox,
}


@pytest.fixture(scope="module", params=EACH)
def crowd(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    stage: Stage,
    helper: Helper,
    stranger: Path,
) -> Iterator[Browser]:
    """A browser with the extension and a stranger."""
    extension = copy_extension(tmp_path_factory.mktemp("crowd"), helper.port, (ANY_HOST,))
    with OPEN[request.param](extension, stage, stranger) as browser:
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


@pytest.mark.parametrize("mode", ["no-cors", "cors"])
def test_a_web_page_gets_it(crowd: Browser, helper: Helper, mode: str) -> None:
    tab = crowd.open(f"{ANY_HOST}/form")
    heard = tab.overhear(helper.port)
    read = tab.evaluate(
        """async ([port, mode]) => { try { const r = await fetch(`http://127.0.0.1:${port}/v1/check`,
           {method: 'POST', mode, body: 'x'.repeat(80)}); return [r.type, await r.text()]; } catch { return null; } }""",
        [helper.port, mode],
    )
    assert read in (None, ["opaque", ""]), "a page can read nothing"
    tab.pause(200)
    assert heard(), "the request did not reach the helper: this test would prove nothing"
    status, _, headers = expected(helper)
    assert all((seen, steady(found)) == (status, headers) for seen, found in heard())
    tab.close()


def test_a_visit_to_a_rebound_name_gets_it(crowd: Browser, helper: Helper) -> None:
    tab = crowd.blank()
    heard = tab.overhear(helper.port)
    tab.visit(f"http://{REBOUND}:{helper.port}/v1/health")
    status, _, headers = expected(helper)
    assert [(seen, steady(found)) for seen, found in heard()][:1] == [(status, headers)]
    tab.close()


def test_another_extension_gets_it(crowd: Browser, helper: Helper, stranger: Path) -> None:
    tab = crowd.extension_page("page.html", stranger)
    seen = tab.evaluate(
        """async (port) => { const r = await fetch(`http://127.0.0.1:${port}/v1/check`, {method: 'POST',
           headers: {'Content-Type': 'application/postil-sealed'}, body: new Uint8Array(80).fill(1)});
           return [r.status, await r.text(), [...r.headers]]; }""",
        helper.port,
    )
    status, _, headers = expected(helper)
    assert seen[:2] == [status, ""]
    assert steady(dict(seen[2])) == headers
    tab.close()


def test_a_page_cannot_forge_what_the_extension_asks(browser: Browser) -> None:
    before = [browser.ask({"kind": kind}) for kind in ("settings", "helper-state")]
    tab = browser.open(f"{ANY_HOST}/form")
    tab.type(CLEAN)
    reached = tab.evaluate(
        """async () => { const own = globalThis.browser ?? globalThis.chrome;
           for (const kind of ['pair', 'forget', 'save-settings', 'switch-off', 'check'])
           { const message = {kind, line: 'x', origin: location.origin, settings: {institution: 'leeds'}};
             window.postMessage(message, '*');
             document.dispatchEvent(new CustomEvent('postil', {detail: message})); }
           await new Promise((done) => setTimeout(done, 200)); return typeof own?.runtime?.sendMessage; }"""
    )
    assert reached == "undefined"
    assert [browser.ask({"kind": kind}) for kind in ("settings", "helper-state")] == before
    assert tab.posts() == []
    tab.close()
