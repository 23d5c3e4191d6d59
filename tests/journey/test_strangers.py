"""Another extension, and a page that has found a way to our content script: what they ask for they do not get."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from journey.browser import Browser
from journey.chromium import Chromium
from journey.drivers import EACH, START
from journey.firefox import Firefox, id_of
from journey.scenes import ANY_HOST
from journey.stage import Stage
from journey.watch import Watch
from journey.world import Helper, copy_extension
from postil.server.client import make_call

SEND = """async ([url, body]) => { const answer = await fetch(url, {method: 'POST',
   headers: {'Content-Type': 'application/postil-sealed'}, body: new Uint8Array(body)});
   return [answer.status, await answer.text(), [...answer.headers].map(([name]) => name)]; }"""
TELL = """async ([id, message]) => { const own = globalThis.browser ?? globalThis.chrome;
   try { return [await own.runtime.sendMessage(id, message)]; } catch (error) { return String(error.message); } }"""

LEAK = """
addEventListener("message", async ({ data }) => {
  if (data?.forged) { const answer = await browser.runtime.sendMessage(data.forged);
    window.postMessage({ answered: JSON.stringify(answer ?? null) }, "*"); } });
"""
"""The worst mistake that a content script could have: it hands on whatever its page says."""
FORGE = """async (message) => await new Promise((done) => {
   const heard = ({data}) => { if (!data?.answered) return;
     removeEventListener('message', heard); done(JSON.parse(data.answered)); };
   addEventListener('message', heard); window.postMessage({forged: message}, '*'); })"""


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
        "message_serialization": "structured_clone",  # as ours has it: else Chromium keeps the two apart by itself
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "worker.js").write_text("// nothing: its page asks")
    (folder / "page.html").write_text("<!doctype html><title>Stranger</title>")
    return folder


OPEN: dict[str, Callable[[Path, Stage, Path], AbstractContextManager[Browser]]] = {
    "chromium": lambda extension, stage, other: Chromium(extension, stage.port, others=(other,)),
    "firefox": lambda extension, stage, other: Firefox(extension, stage.proxy_port, others=(other,)),
}


@pytest.fixture(scope="module")
def watch(helper: Helper) -> Watch:
    return Watch(helper, "watch strangers")


@pytest.fixture(scope="module", params=EACH)
def both(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    stage: Stage,
    helper: Helper,
    stranger: Path,
) -> Iterator[Browser]:
    """A browser with ours and the other one."""
    extension = copy_extension(tmp_path_factory.mktemp("both"), helper.port, (ANY_HOST,))
    with OPEN[request.param](extension, stage, stranger) as browser:
        yield browser


@pytest.mark.parametrize("wall", ["kid", "pinned"])
def test_another_extension_is_refused_even_with_a_key_in_its_hands(
    both: Browser, helper: Helper, watch: Watch, stranger: Path, wall: str
) -> None:
    """Everything about its request is right, as the browser itself writes it; without the key, and with a stolen one."""
    sealed = make_call(watch.pairing, "/v1/check", {"text": "x"}, port=helper.port).data.partition(
        b"\r\n\r\n"
    )[2]
    body = sealed if wall == "pinned" else bytes([1]) * 80
    tab = both.extension_page("page.html", stranger)
    with watch.counting() as refused:
        seen = tab.evaluate(SEND, [f"http://127.0.0.1:{helper.port}/v1/check", list(body)])
    assert seen[:2] == [403, ""]
    assert not [name for name in seen[2] if name.startswith("access-control")]
    assert refused == {wall: 1}
    tab.close()


def test_another_extension_cannot_speak_to_ours(both: Browser, stranger: Path) -> None:
    ours = both.id if isinstance(both, Chromium) else id_of(stranger).replace("stranger", "postil")
    tab = both.extension_page("page.html", stranger)
    for kind in ("settings", "helper-state", "check", "pair", "forget"):
        assert isinstance(tab.evaluate(TELL, [ours, {"kind": kind}]), str), "nobody listens there"
    tab.close()


@pytest.fixture(params=EACH)
def leaking(
    request: pytest.FixtureRequest, tmp_path: Path, stage: Stage, helper: Helper
) -> Iterator[Browser]:
    """A browser whose content script lets its page say anything to the background."""
    extension = copy_extension(tmp_path, helper.port, (ANY_HOST,))
    loader = extension / "content" / "loader.js"
    loader.write_text(LEAK + loader.read_text())
    with START[request.param](extension, stage) as browser:
        assert browser.ask({"kind": "pair", "line": helper.pair(tmp_path.name)})["ok"]
        assert browser.ask({"kind": "switch-on", "origin": ANY_HOST})["ok"]
        yield browser


def test_a_page_that_speaks_for_a_content_script_gets_checks_and_nothing_else(leaking: Browser) -> None:
    before = [leaking.ask({"kind": kind}) for kind in ("settings", "helper-state")]
    tab = leaking.open(f"{ANY_HOST}/form")
    check = {"kind": "check", "draft": {"text": "x", "site": "any"}}
    answers = (tab.evaluate(FORGE, check) for _ in range(10))  # on a busy computer some come too late
    assert any(answer["ok"] for answer in answers), "the way is open: else this test would prove nothing"
    for kind in (
        "settings",
        "helper-state",
        "overview",
        "policies",
        "pair",
        "forget",
        "save-settings",
        "switch-off",
    ):
        message = {
            "kind": kind,
            "tab": None,
            "line": "x",
            "origin": ANY_HOST,
            "settings": {"institution": "leeds"},
        }
        assert tab.evaluate(FORGE, message) is None, kind
    assert [leaking.ask({"kind": kind}) for kind in ("settings", "helper-state")] == before
    tab.close()
