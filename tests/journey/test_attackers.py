"""Whoever is not the paired extension gets the same empty 403; the helper's own count says at which wall."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from journey.browser import Browser
from journey.chromium import Chromium
from journey.drivers import EACH
from journey.firefox import Firefox
from journey.impostor import PAGE, Impostor, reply
from journey.scenes import ANY_HOST, CLEAN
from journey.stage import Stage
from journey.tab import Heard, Tab
from journey.watch import Watch
from journey.world import Helper, copy_extension, free_port

WIDE = "wide.example"
"""A name that both browsers take for a site of the wide world."""
REBOUND = "rebound.example"
"""A stranger's name that leads to this machine."""

PATHS = ("/v1/hello", "/v1/check", "/v1/policy", "/v1/media", "/v1/health", "/", "/v1/%63heck", "//v1/check")
UNSTEADY = {"date", "connection", "content-length"}

ASK = """async ([url, mode, type]) => { try { const answer = await fetch(url, {method: 'POST', mode, body: 'x'.repeat(80),
   headers: type ? {'Content-Type': type} : {}, signal: AbortSignal.timeout(4000)});
   return [answer.status, await answer.text()]; } catch { return null; } }"""
"""What a page can try: it gives what the page could read."""
SEALED = "application/postil-sealed"


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


def open_chromium(extension: Path, stage: Stage) -> Chromium:
    """A Chromium in which pages may reach loopback as if the person had allowed it."""
    flags = (
        "--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessRespectPreflightResults",
        f"--host-resolver-rules=MAP {REBOUND} 127.0.0.1, MAP * 127.0.0.1:{stage.port}, EXCLUDE 127.0.0.1",
    )
    return Chromium(extension, stage.port, flags=flags)


def open_firefox(extension: Path, stage: Stage) -> Firefox:
    """The same in Firefox."""
    prefs = {
        "network.lna.enabled": False,
        "network.dns.localDomains": REBOUND,
        "network.proxy.no_proxies_on": REBOUND,
    }
    return Firefox(extension, stage.proxy_port, prefs=prefs)


def guarded_chromium(extension: Path, stage: Stage) -> Chromium:
    """A Chromium that takes the stage for a site of the wide world, and asks the person before it may reach loopback."""
    flags = (
        "--enable-features=LocalNetworkAccessChecks",
        f"--ip-address-space-overrides=127.0.0.1:{stage.port}=public",
    )
    return Chromium(extension, stage.port, flags=flags)


def guarded_firefox(extension: Path, stage: Stage) -> Firefox:
    """The same in Firefox; behind a proxy it could not tell where a site stands."""
    prefs = {
        "network.lna.enabled": True,
        "network.lna.blocking": True,
        "network.lna.address_space.public.override": f"127.0.0.1:{stage.port}",
        "network.dns.localDomains": WIDE,
        "network.proxy.no_proxies_on": WIDE,
    }
    return Firefox(extension, stage.proxy_port, prefs=prefs)


Opener = Callable[[Path, Stage], AbstractContextManager[Browser]]
OPEN: dict[str, Opener] = {"chromium": open_chromium, "firefox": open_firefox}
GUARDED: dict[str, Opener] = {"chromium": guarded_chromium, "firefox": guarded_firefox}


@pytest.fixture(scope="module")
def watch(helper: Helper) -> Watch:
    return Watch(helper, "watch")


@pytest.fixture(scope="module", params=EACH)
def crowd(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, stage: Stage, helper: Helper
) -> Iterator[Browser]:
    """A browser with the extension, whose pages nobody keeps from loopback."""
    extension = copy_extension(tmp_path_factory.mktemp("crowd"), helper.port, (ANY_HOST,))
    with OPEN[request.param](extension, stage) as browser:
        yield browser


@pytest.fixture(scope="module", params=EACH)
def guarded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, stage: Stage, helper: Helper
) -> Iterator[Browser]:
    """A browser with the extension, which keeps pages from loopback by itself."""
    extension = copy_extension(tmp_path_factory.mktemp("guarded"), helper.port, (ANY_HOST,))
    with GUARDED[request.param](extension, stage) as browser:
        yield browser


def expected(helper: Helper) -> tuple[int, bytes, dict[str, str]]:
    """The answer that everybody gets, from a bare client."""
    status, body, headers = bare(helper.port, "/v1/check")
    assert (status, body) == (403, b"")
    assert "server" not in headers
    assert headers["cache-control"] == "no-store"
    assert not [name for name in headers if name.startswith("access-control")]
    return status, body, steady(headers)


def answers(tab: Tab, heard: Callable[[], list[Heard]]) -> list[Heard]:
    """What the page was answered, once it was."""
    for _ in range(30):
        if heard():
            return heard()
        tab.pause(100)
    raise AssertionError("the page was not answered")


def test_every_path_answers_a_bare_client_alike(helper: Helper) -> None:
    wanted = expected(helper)
    for path in PATHS:
        status, body, headers = bare(helper.port, path)
        assert (status, body, steady(headers)) == wanted, path


@pytest.mark.parametrize(("mode", "wall"), [("no-cors", "origin"), ("cors", "origin")])
def test_a_web_page_gets_it(crowd: Browser, helper: Helper, watch: Watch, mode: str, wall: str) -> None:
    tab = crowd.open(f"{ANY_HOST}/form")
    heard = tab.overhear(helper.port)
    with watch.counting() as refused:
        read = tab.evaluate(ASK, [f"http://127.0.0.1:{helper.port}/v1/check", mode, ""])
        tab.pause(200)
    assert read in (None, [0, ""]), "a page can read nothing"
    assert refused[wall] > 0, "the request did not reach the helper: this test would prove nothing"
    assert set(refused) == {wall}
    status, _, headers = expected(helper)
    assert all((seen, steady(found)) == (status, headers) for seen, found in answers(tab, heard))
    tab.close()


def test_a_page_that_asks_beforehand_is_refused_there(crowd: Browser, helper: Helper, watch: Watch) -> None:
    tab = crowd.open(f"{ANY_HOST}/form")
    with watch.counting() as refused:
        assert tab.evaluate(ASK, [f"http://127.0.0.1:{helper.port}/v1/check", "cors", SEALED]) is None
    assert set(refused) == {"method"}, "OPTIONS alone: the request itself is never sent"
    tab.close()


def test_where_the_browser_guards_loopback_a_page_does_not_even_reach_it(
    guarded: Browser, helper: Helper, watch: Watch, stage: Stage
) -> None:
    tab = guarded.open(f"https://{WIDE}:{stage.port}/form")
    with watch.counting() as refused:
        for mode in ("no-cors", "cors"):
            assert tab.evaluate(ASK, [f"http://127.0.0.1:{helper.port}/v1/check", mode, ""]) is None
    assert refused == {}
    tab.close()
    answer = guarded.ask({"kind": "pair", "line": helper.pair(f"guarded {guarded.name}")})
    assert answer["ok"], "the extension itself is let through"


def test_a_visit_to_a_rebound_name_gets_it(crowd: Browser, helper: Helper) -> None:
    tab = crowd.blank()
    heard = tab.overhear(helper.port)
    tab.visit(f"http://{REBOUND}:{helper.port}/v1/health")
    status, _, headers = expected(helper)
    assert [(seen, steady(found)) for seen, found in answers(tab, heard)][:1] == [(status, headers)]
    tab.close()


def test_a_page_whose_name_is_rebound_reads_a_refusal_and_no_more(crowd: Browser, tmp_path: Path) -> None:
    """It came from its own server, on the helper's port; then its name led here. For the browser that is one origin."""
    helper = Helper(tmp_path, free_port())
    tab = crowd.blank()
    with Impostor(helper.port, lambda _: reply(PAGE, Content_Type="text/html")):
        tab.visit(f"http://{REBOUND}:{helper.port}/")
    helper.start()
    try:
        watch = Watch(helper, "watch")
        with watch.counting() as refused:
            read = tab.evaluate(ASK, [f"http://{REBOUND}:{helper.port}/v1/check", "cors", SEALED])
        assert read == [403, ""], "it was of one origin with its page"
        assert refused == {"host": 1}
    finally:
        tab.close()
        helper.stop()


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
