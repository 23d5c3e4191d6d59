"""A picture beside a post: chosen, dropped, pasted, looked at by the helper, and its place taken out at one press."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from helper.media.pictures import UTRECHT, exif, moving, picture
from helper.server.test_media import bomb
from journey.browser import Browser
from journey.scenes import ANY_HOST, say
from journey.tab import BRING, Tab
from postil.media.facts import facts

FORM = f"{ANY_HOST}/form"
CALM = "A quiet morning"
NOTE = say("chip_open", say("chip_one"))
CLEAR = say("chip_open", say("chip_clear"))
STRIP = say("card_fix_strip")
PATIENT_MS = 15_000
SETTLED_MS = 700
HELD = """async () => { const [file] = document.querySelector('[type=file]').files;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return [file.name, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))]; }"""
"""Name and bytes of the file that the form would send."""

OFFICE = BRING.replace(
    "carried.items.add(",
    "carried.setData('text/plain', 'A'); carried.setData('text/html', '<b>A</b>'); carried.items.add(",
)
"""Such a program puts a picture of the words beside the words."""

WAYS: dict[str, Callable[[Tab, Path], None]] = {
    "chosen": lambda tab, file: tab.choose("[type=file]", file),
    "dropped": lambda tab, file: tab.drop(file),
}


@pytest.fixture(scope="module", autouse=True)
def leiden(browser: Browser) -> Iterator[None]:
    """A member of staff at Leiden, whose guidelines speak of personal photos."""
    settings = {"institution": "leiden", "role": "staff"}
    assert browser.ask({"kind": "save-settings", "settings": settings}) == {"ok": True}
    yield
    browser.ask({"kind": "save-settings", "settings": {"institution": None, "role": "student"}})


@pytest.fixture
def placed(tmp_path: Path) -> Path:
    """A photo that says where it was made."""
    path = tmp_path / "view.jpg"
    path.write_bytes(picture(exif=exif(UTRECHT, turned=6)))
    return path


def test_a_pasted_photo_has_its_note(browser: Browser, placed: Path) -> None:
    """A headless Firefox has no picture on its clipboard, and an event that a page makes there carries no file."""
    tab = browser.open(FORM)
    tab.type(CALM)
    tab.wait_for("button", CLEAR, PATIENT_MS)
    carried = tab.evaluate(BRING, [placed.name, base64.b64encode(placed.read_bytes()).decode(), "paste"])
    assert carried == (0 if browser.name == "firefox" else 1)
    tab.pause(SETTLED_MS)
    tab.wait_for("button", NOTE if carried else CLEAR, PATIENT_MS)
    assert tab.model() == CALM
    tab.close()


def test_words_pasted_from_an_office_program_bring_no_picture(browser: Browser, placed: Path) -> None:
    tab = browser.open(FORM)
    tab.type(CALM)
    tab.wait_for("button", CLEAR, PATIENT_MS)
    carried = tab.evaluate(OFFICE, [placed.name, base64.b64encode(placed.read_bytes()).decode(), "paste"])
    assert carried == (0 if browser.name == "firefox" else 1)
    tab.pause(SETTLED_MS)
    assert tab.find("button", NOTE) is None
    tab.close()


@pytest.mark.parametrize("way", WAYS)
def test_a_photo_that_says_where_it_was_made_has_a_note(browser: Browser, placed: Path, way: str) -> None:
    tab = browser.open(FORM)
    tab.type(CALM)
    tab.wait_for("button", CLEAR, PATIENT_MS)
    WAYS[way](tab, placed)
    tab.wait_for("button", NOTE, PATIENT_MS)
    tab.press("Alt+Shift+P")
    tab.wait_for("heading", "This photo says where it was made")
    assert (tab.find("button", STRIP) is not None) == (way == "chosen"), "only a form's file can be replaced"
    assert tab.model() == CALM
    assert tab.posts() == []
    tab.close()


def test_a_photo_without_a_place_has_none_and_the_later_choice_counts(browser: Browser, placed: Path) -> None:
    plain = placed.with_name("plain.jpg")
    plain.write_bytes(picture())
    tab = browser.open(FORM)
    tab.type(CALM)
    tab.choose("[type=file]", placed)
    tab.wait_for("button", NOTE, PATIENT_MS)
    tab.choose("[type=file]", plain)
    tab.wait_for("button", CLEAR, PATIENT_MS)
    tab.close()


def test_the_place_is_taken_out_and_the_picture_stays(browser: Browser, placed: Path) -> None:
    tab = browser.open(FORM)
    tab.type(CALM)
    tab.choose("[type=file]", placed)
    tab.wait_for("button", NOTE, PATIENT_MS)
    tab.press("Alt+Shift+P")
    tab.click("button", STRIP)
    tab.wait_for("button", CLEAR, PATIENT_MS)
    name, data = tab.evaluate(HELD)
    held = base64.b64decode(data)
    assert name == placed.name
    assert facts(placed.read_bytes()).place is True
    assert facts(held).place is False
    before, after = Image.open(placed), Image.open(io.BytesIO(held))
    assert after.tobytes() == before.tobytes()
    assert after.getexif()[0x0112] == before.getexif()[0x0112] == 6, "the way it was held stays"
    assert tab.model() == CALM
    tab.close()


def test_a_site_that_has_taken_the_file_is_told_of_by_a_hint_alone(browser: Browser, placed: Path) -> None:
    tab = browser.open("https://x.com/x")
    tab.type(CALM)
    tab.choose("[data-testid=fileInput]", placed)
    tab.wait_for("button", NOTE, PATIENT_MS)
    tab.press("Alt+Shift+P")
    tab.wait_for("heading", "This photo says where it was made")
    assert tab.find("button", STRIP) is None
    tab.close()


def test_odd_files_harm_nobody(browser: Browser, placed: Path) -> None:
    odd = {
        "empty.jpg": b"",
        "cut.jpg": picture(size=(900, 900))[:900],
        "disguised.jpg": b"%PDF-1.7 no picture at all",
        "noise.png": bytes(range(256)) * 40,
        "moving.gif": moving(),
        "bomb.png": bomb(20_000),
        "huge.jpg": picture() + bytes(30_000_000),
    }
    tab = browser.open(FORM)
    tab.type(CALM)
    for name, content in odd.items():
        file = placed.with_name(name)
        file.write_bytes(content)
        tab.choose("[type=file]", file)
        tab.pause(400)
    tab.wait_for("button", CLEAR, PATIENT_MS)
    tab.choose("[type=file]", placed)
    tab.wait_for("button", NOTE, PATIENT_MS)
    assert browser.ask({"kind": "helper-state"})["state"] == "ok"
    assert tab.model() == CALM
    tab.close()
