"""Room on a site."""

from __future__ import annotations

import pytest

from postil.engine.limits import POST, PROFILE, room


@pytest.mark.parametrize(
    ("site", "surface", "text", "left"),
    [
        ("x", "post", "a" * 270, 10),
        ("x", "post", "🎉", 278),
        ("x", "post", "https://example.org/" + "a" * 200, 257),
        ("bluesky", "post", "🎉", 299),
        ("mastodon", "post", "", 500),
        ("x", "profile", "", 160),
        ("forum", "post", "a", None),
        (None, "post", "a", None),
    ],
)
def test_room(site: str | None, surface: str, text: str, left: int | None) -> None:
    assert room(site, surface, text) == left  # type: ignore[arg-type]  # one of the surfaces


def test_every_site_with_posts_has_bios() -> None:
    assert POST.keys() == PROFILE.keys()
