"""What the extension itself could reach if it tried: the helper, by its content security policy, and nothing else."""

from __future__ import annotations

import http.client
from typing import Any

from journey.browser import Browser
from journey.impostor import Impostor, reply
from journey.scenes import ANY_HOST
from journey.world import Helper, free_port

TRY = """async (urls) => { const stopped = [];
  addEventListener('securitypolicyviolation', (event) => stopped.push([event.effectiveDirective, event.blockedURI]));
  const reached = [];
  for (const url of urls) {
    try { await fetch(url, {method: 'POST', body: 'x'}); reached.push(url); } catch { }
    navigator.sendBeacon(url, 'x'); new Image().src = url;
    try { new WebSocket(url.replace('http', 'ws')); } catch { } }
  await new Promise((done) => setTimeout(done, 500));
  return {reached, stopped}; }"""
"""Every way in which a page of ours could send something off."""


def test_our_own_pages_reach_the_helper_and_nobody_else(browser: Browser, helper: Helper) -> None:
    elsewhere = free_port()
    urls = [f"{ANY_HOST}/form", f"http://127.0.0.1:{elsewhere}/v1/check"]
    with Impostor(elsewhere, lambda _: reply(b"")) as other, browser.page("options/options.html") as page:
        found: dict[str, Any] = page.evaluate(TRY, urls)
        assert found["reached"] == []
        assert {directive for directive, _ in found["stopped"]} == {"connect-src", "img-src"}
        assert other.heard == []
        allowed = page.evaluate(TRY, [f"http://127.0.0.1:{helper.port}/v1/check"])
        assert allowed["reached"] == [f"http://127.0.0.1:{helper.port}/v1/check"]
        connection = http.client.HTTPConnection("127.0.0.1", elsewhere, timeout=10)
        connection.request("POST", "/", body=b"x")
        assert connection.getresponse().status == http.HTTPStatus.OK
        connection.close()
    assert len(other.heard) == 1, "there was somebody to be reached"
