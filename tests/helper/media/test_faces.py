from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace

import pytest
from PIL import Image

from postil.media import faces

Box = tuple[int, int, int, int]
GREY = Image.new("L", (64, 48))


class Cascade:
    """Stands for OpenCV's: finds what it was made with, and remembers how it was asked."""

    found: tuple[Box, ...] = ()
    asked: dict[str, object]
    missing = False

    def __init__(self, path: str) -> None:
        assert path.endswith("haarcascade_frontalface_alt2.xml")

    def empty(self) -> bool:
        return self.missing

    def detectMultiScale(self, picture: object, **how: object) -> tuple[Box, ...]:  # noqa: N802
        type(self).asked = {"picture": picture, **how}
        return self.found


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    faces._detector.cache_clear()
    yield
    faces._detector.cache_clear()


def install(monkeypatch: pytest.MonkeyPatch, cascade: type[Cascade] | None) -> None:
    cv2 = ModuleType("cv2")
    vars(cv2)["data"] = SimpleNamespace(haarcascades="cascades")
    if cascade:
        vars(cv2)["CascadeClassifier"] = cascade
    numpy = ModuleType("numpy")
    vars(numpy)["asarray"] = lambda picture: picture
    monkeypatch.setitem(sys.modules, "cv2", cv2)
    monkeypatch.setitem(sys.modules, "numpy", numpy)


@pytest.mark.parametrize("boxes", [(), ((1, 1, 30, 30),), ((1, 1, 30, 30), (40, 5, 28, 28))])
def test_faces_are_counted(monkeypatch: pytest.MonkeyPatch, boxes: tuple[Box, ...]) -> None:
    install(monkeypatch, type("Found", (Cascade,), {"found": boxes}))
    assert faces.can_count()
    assert faces.count_faces(GREY) == len(boxes)


def test_it_asks_for_five_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, Cascade)
    faces.count_faces(GREY)
    assert Cascade.asked["minNeighbors"] == 5
    assert Cascade.asked["picture"] is GREY


def test_without_the_extra_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cv2", None)
    assert not faces.can_count()
    assert faces.count_faces(GREY) is None


def test_a_version_without_cascades_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, None)
    assert not faces.can_count()
    assert faces.count_faces(GREY) is None


def test_a_missing_cascade_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, type("Missing", (Cascade,), {"missing": True}))
    assert not faces.can_count()


def test_a_failing_cascade_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(Cascade):
        def detectMultiScale(self, picture: object, **how: object) -> tuple[Box, ...]:  # noqa: N802
            raise RuntimeError(str((picture, how)))

    install(monkeypatch, Failing)
    assert faces.count_faces(GREY) is None
