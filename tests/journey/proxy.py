"""A proxy that leads every host name to the stage: nothing that a browser asks for leaves this machine."""

from __future__ import annotations

import asyncio
from contextlib import suppress

CHUNK = 1 << 16


async def start(stage_port: int) -> asyncio.Server:
    """Listen on a free loopback port. Only CONNECT is understood; a plain request is refused."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(OSError, asyncio.IncompleteReadError):
                await _tunnel(reader, writer, stage_port)
        finally:
            writer.close()

    return await asyncio.start_server(serve, "127.0.0.1", 0)


async def _tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, stage_port: int) -> None:
    """Answer one CONNECT and carry bytes both ways until either side ends."""
    first = await reader.readline()
    while (await reader.readline()).strip():
        pass
    if not first.startswith(b"CONNECT "):
        writer.write(b"HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n")
        await writer.drain()
        return
    from_stage, to_stage = await asyncio.open_connection("127.0.0.1", stage_port)
    try:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        async with asyncio.TaskGroup() as ways:
            ways.create_task(_carry(reader, to_stage))
            ways.create_task(_carry(from_stage, writer))
    finally:
        to_stage.close()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry bytes one way until they end; then the other side hears of the end."""
    with suppress(OSError):
        while chunk := await reader.read(CHUNK):
            writer.write(chunk)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()
