"""The stage: one TLS server that answers for every social site, with frozen pages and real editors."""

from __future__ import annotations

import asyncio
import datetime as dt
import ssl
import tempfile
import threading
from pathlib import Path
from typing import Self

from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from journey import proxy

PAGES = Path(__file__).parent / "pages"


def certificate(folder: Path) -> ssl.SSLContext:
    """A self-signed certificate of the hour; the test browsers are told to take any."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "stage")])
    now = dt.datetime.now(dt.UTC)
    cert = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = folder / "stage.pem"
    pem.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + cert.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


class Stage:
    """Serves `/<page>` and `/editors/<file>` on a free loopback port, whatever the host's name."""

    def __init__(self, editors: Path) -> None:
        self._editors = editors
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self.port = 0
        self.proxy_port = 0
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(20):
            raise RuntimeError("The stage did not start within 20 s.")
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start())
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._end())
        self._loop.close()

    async def _start(self) -> None:
        app = web.Application()
        app.router.add_get("/editors/{name}", self._editor)
        app.router.add_get("/{page:.*}", self._page)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        with tempfile.TemporaryDirectory() as folder:
            site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=certificate(Path(folder)))
            await site.start()
        server = site._server
        assert isinstance(server, asyncio.Server)
        self.port = server.sockets[0].getsockname()[1]

        self._proxy = await proxy.start(self.port)
        self.proxy_port = self._proxy.sockets[0].getsockname()[1]

    async def _end(self) -> None:
        """Close both servers and end what still goes through the proxy."""
        self._proxy.close()
        await self._runner.cleanup()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _editor(self, request: web.Request) -> web.StreamResponse:
        path = self._editors / request.match_info["name"]
        return web.FileResponse(path) if path.is_file() else web.Response(status=404)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        page = PAGES / f"{request.match_info['page'] or 'form'}.html"
        if not page.is_file():
            return web.Response(status=404)
        trap = '<script type="module" src="/editors/trap.js"></script>' if "trap" in request.query else ""
        text = page.read_text().replace("</html>", trap + "</html>")
        return web.Response(text=text, content_type="text/html")
