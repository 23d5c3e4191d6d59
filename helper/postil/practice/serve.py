"""Serves the practice page on a loopback port of its own: the helper's port answers sealed requests alone."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

PORT = 28418
PAGE = Path(__file__).parent / "page"
FILES = {
    "/": ("index.html", "text/html"),
    "/practice.js": ("practice.js", "text/javascript"),
    "/practice.css": ("practice.css", "text/css"),
}
"""Every address there is: path -> file and content type."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src blob:; base-uri 'none'; form-action 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
}


async def answer(request: web.Request) -> web.Response:
    """One of the page's files, or an empty 404."""
    if request.path not in FILES:
        return web.Response(status=404, headers=HEADERS)
    name, kind = FILES[request.path]
    return web.Response(body=(PAGE / name).read_bytes(), content_type=kind, charset="utf-8", headers=HEADERS)


def application() -> web.Application:
    """The page's few addresses as an aiohttp application."""
    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    return app


async def start(port: int = PORT) -> web.AppRunner:
    """Serve on `127.0.0.1:port` until the runner is cleaned up.

    Raises:
        OSError: the port is taken.
    """
    runner = web.AppRunner(application(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner
