from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from helper.media.pictures import UTRECHT, exif, moving, picture
from postil.media import facts as room
from postil.media.facts import Facts, facts
from postil.media.picture import Problem


@pytest.fixture
def sees(monkeypatch: pytest.MonkeyPatch) -> Callable[[int | None], None]:
    def see(count: int | None) -> None:
        monkeypatch.setattr(room, "can_count", lambda: count is not None)
        monkeypatch.setattr(room, "count_faces", lambda _: count)

    return see


def test_a_photo(sees: Callable[[int | None], None]) -> None:
    sees(2)
    assert facts(picture(exif=exif(UTRECHT)), "IMG_1.jpg") == Facts(
        kind="image", width=320, height=200, faces=2, place=True
    )


def test_without_the_extra_faces_are_unknown(sees: Callable[[int | None], None]) -> None:
    sees(None)
    assert facts(picture(), "IMG_1.jpg") == Facts(
        kind="image", width=320, height=200, faces=None, place=False
    )


def test_a_name_changes_nothing_where_the_content_speaks(sees: Callable[[int | None], None]) -> None:
    sees(0)
    assert facts(picture(), "dik.pdf") == facts(picture(), None)


@pytest.mark.parametrize(("seen", "told"), [(0, None), (1, 1)])
def test_a_moving_picture_was_not_seen_whole(
    sees: Callable[[int | None], None], seen: int, told: int | None
) -> None:
    sees(seen)
    assert facts(moving()).faces == told


def test_a_disguise_is_noticed() -> None:
    assert facts(b"%PDF-1.7 ...", "photo.jpg") == Facts(kind="document", problem=Problem.DISGUISED)
    assert facts(b"just words", "photo.jpg") == Facts(kind="image", problem=Problem.BROKEN)


def test_other_files_have_a_kind_and_no_more() -> None:
    assert facts(b"%PDF-1.7 ...", "slides.pdf") == Facts(kind="document")
    assert facts(b"just words", "notes.txt") == Facts(kind="document")
    assert facts(b"just words") == Facts(kind=None)


def test_an_empty_file() -> None:
    assert facts(b"", "a.png") == Facts(kind="image", problem=Problem.EMPTY)
    assert facts(b"", "a.txt") == Facts(kind="document", problem=Problem.EMPTY)


def test_a_phone_photo_in_heic_is_not_damaged() -> None:
    head = b"\x00\x00\x00\x20ftypheic" + bytes(64)
    assert facts(head + exif(UTRECHT).tobytes(), "IMG_2.HEIC") == Facts(kind="image", place=True)
    assert facts(head, "IMG_2.HEIC") == Facts(kind="image")


def test_a_picture_that_breaks_while_it_is_unpacked(sees: Callable[[int | None], None]) -> None:
    sees(3)
    told = facts(picture(size=(900, 900))[:4000], "half.jpg")
    assert told == Facts(kind="image", width=900, height=900, place=False, problem=Problem.BROKEN)


@given(st.binary(max_size=300), st.none() | st.text(max_size=12))
def test_any_bytes_give_facts(data: bytes, name: str | None) -> None:
    assert isinstance(facts(data, name), Facts)


def test_three_megabytes_take_no_time(sees: Callable[[int | None], None]) -> None:
    noise = Image.effect_noise((2400, 1600), 90).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "JPEG", quality=92)
    data = out.getvalue()
    assert len(data) > 2_500_000
    sees(None)
    start = time.thread_time()
    facts(data)
    bare_s = time.thread_time() - start
    sees(1)
    start = time.thread_time()
    facts(data)
    unpacked_s = time.thread_time() - start
    assert bare_s < 0.15
    assert unpacked_s < 0.4
