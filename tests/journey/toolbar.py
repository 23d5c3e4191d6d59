"""The toolbar's own popup, which no driver counts among its pages: what has the focus there. It is closed once it was read."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession

FOCUS = "document.activeElement === document.body ? '' : document.activeElement.textContent"

IN_FIREFOX = """(focus) => new Promise((done) => {
  const view = document.querySelector('browser[webextension-view-type="popup"]');
  if (!view) { done(''); return; }
  const heard = ({data}) => { view.messageManager.removeMessageListener('journey:focus', heard); clearTimeout(late);
    if (data) view.closest('panel')?.hidePopup();
    done(data); };
  const late = setTimeout(heard, 1000, {data: ''});
  view.messageManager.addMessageListener('journey:focus', heard);
  const script = `const { document } = content; sendAsyncMessage('journey:focus', ${focus})`;
  view.messageManager.loadFrameScript('data:text/javascript,' + encodeURIComponent(script), false); })"""
"""The same in the browser's own window, where the popup is a panel; a popup that is only just coming does not answer."""


def in_chromium(context: BrowserContext, path: str) -> str:
    """What has the focus in the popup whose address holds `path`, as text; "" while none is open."""
    browser = context.browser
    assert browser is not None, "a persistent context has a browser"
    session = browser.new_browser_cdp_session()
    pages = {page.url for page in context.pages}
    found = ""
    for target in session.send("Target.getTargets")["targetInfos"]:
        if path in target["url"] and target["url"] not in pages:
            found = _evaluate(session, target["targetId"], FOCUS)
            if found:
                session.send("Target.closeTarget", {"targetId": target["targetId"]})
    session.detach()
    return found


def _evaluate(browser: CDPSession, target: str, expression: str) -> str:
    """What an expression is in a page that Playwright does not know of: the toolbar's popup."""
    answers: list[dict[str, Any]] = []
    browser.on("Target.receivedMessageFromTarget", lambda event: answers.append(json.loads(event["message"])))
    session = browser.send("Target.attachToTarget", {"targetId": target, "flatten": False})["sessionId"]
    message = {"id": 1, "method": "Runtime.evaluate", "params": {"expression": expression}}
    browser.send("Target.sendMessageToTarget", {"sessionId": session, "message": json.dumps(message)})
    browser.send("Target.detachFromTarget", {"sessionId": session})
    found = next((one for one in answers if one.get("id") == 1), {})
    return str(found.get("result", {}).get("result", {}).get("value", ""))
