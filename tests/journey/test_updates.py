"""A policy update on its way to the person: the host, the round, the running helper, the popup."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from playwright.sync_api import expect

from helper.updates.host import Publisher, run_host
from journey.chromium import Chromium
from journey.stage import Stage
from journey.world import Helper, copy_extension, free_port

POPUP = "popup/popup.html"


def run_round(home: Path) -> None:
    """Ask the host once, as the timer does."""
    folders = {
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    subprocess.run(
        [sys.executable, "-m", "postil", "packs", "update"],
        env=os.environ | folders,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def test_an_update_reaches_the_popup_while_the_helper_runs(tmp_path: Path, stage: Stage) -> None:
    helper = Helper(tmp_path, free_port())
    with run_host(tmp_path / "host") as host:
        publisher = Publisher.at(tmp_path / "publisher", host.folder)
        setting = tmp_path / "config" / "postil" / "updates.toml"
        setting.parent.mkdir(parents=True)
        trusted = publisher.setting(host.address)
        setting.write_text(
            f'address = "{trusted.address}"\npack = "{trusted.pack}"\nkeys = {list(trusted.keys)}\n'
        )
        helper.start()
        try:
            with Chromium(copy_extension(tmp_path, helper.port), stage.port) as browser:
                assert browser.ask({"kind": "pair", "line": helper.pair()})["ok"]
                settings = {"language": "en", "institution": "umc-utrecht"}
                assert browser.ask({"kind": "save-settings", "settings": settings})["ok"]
                page = browser.extension_page(POPUP).page
                expect(page.locator("#documents")).to_contain_text("version")
                expect(page.locator("#documents")).not_to_contain_text("updated")
                before = page.locator(".clause").count()

                publisher.publish(expires=date(2026, 11, 2))
                run_round(tmp_path)
                for _ in range(40):  # the first question notices the pack, a later one is answered by it
                    page.reload()
                    expect(page.locator("[role=tab][aria-selected=true]")).to_have_count(1)
                    if page.locator(".clause").count() != before:
                        break
                    page.wait_for_timeout(250)
                expect(page.locator("#documents")).to_contain_text("updated November 1, 2026")
                expect(page.locator("#overdue")).to_contain_text(
                    "by November 2, 2026. Posts are still checked"
                )
                assert page.locator(".clause").count() == 1
                assert helper.process is not None
                assert helper.process.poll() is None
        finally:
            helper.stop()
