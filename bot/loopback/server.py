"""Serves the loopback on 127.0.0.1 alone: the API and gateway for the bot, the page for people.

A page of another site that is open in the same browser may not reach it: requests must name this very host,
and those that carry an origin must carry this one.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from importlib.resources import files
from typing import Self

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.loopback.api import PREFIX, api
from bot.loopback.gateway import WORLD, gateway
from bot.loopback.people import RefusedError, act, visible
from bot.loopback.world import BOT_ID, Json, World

HOST = "127.0.0.1"
PAGE = files("bot.loopback") / "page"
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"


class Loopback:
    """`async with Loopback() as loopback` serves until it is left; `loopback.url` is the page's address."""

    def __init__(self, port: int = 0) -> None:
        self.world = World.small()
        self.port = port
        app = web.Application(middlewares=[_guard], client_max_size=32 << 20)
        app[WORLD] = self.world
        app.router.add_get("/", _page)
        app.router.add_get("/page/{name}", _page)
        app.router.add_get("/live", _live)
        app.router.add_post("/act", _act)
        app.router.add_get("/files/{path:.*}", _file)
        app.router.add_get("/gateway", gateway)
        app.router.add_route("*", PREFIX + "/{path:.*}", api)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self.port).start()
        self.port = self._runner.addresses[0][1]
        self.world.url = self.url
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def api_url(self) -> str:
        return self.url + PREFIX


@web.middleware
async def _guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    ours = {request.app[WORLD].url.removeprefix("http://")}
    ours |= {host.replace(HOST, "localhost") for host in ours}
    origin = request.headers.get("Origin")
    if request.host not in ours or (origin is not None and origin.removeprefix("http://") not in ours):
        raise web.HTTPForbidden(text="This page answers only to itself.\n")
    return await handler(request)


async def _page(request: web.Request) -> web.Response:
    name = request.match_info.get("name", "index.html")
    kind = KINDS.get(name[name.rfind(".") :])
    part = PAGE / name
    if kind is None or "/" in name or not part.is_file():
        raise web.HTTPNotFound
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
    return web.Response(body=part.read_bytes(), content_type=kind, charset="utf-8", headers=headers)


async def _file(request: web.Request) -> web.Response:
    found = request.app[WORLD].files.get(request.match_info["path"])
    if found is None:
        raise web.HTTPNotFound
    kind, data = found
    # only pictures are shown in place: a document that is HTML must not run here
    safe = kind if kind in ("image/png", "image/jpeg") else "application/octet-stream"
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": "inline" if safe == kind else "attachment",
    }
    return web.Response(body=data, content_type=safe, headers=headers)


async def _act(request: web.Request) -> web.Response:
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    try:
        return web.json_response(await act(request.app[WORLD], await request.json()))
    except RefusedError as error:
        return web.json_response({"refused": str(error)}, status=400)


async def _live(request: web.Request) -> web.WebSocketResponse:
    """Tells a page everything that happens; what is private to another person than it plays, it leaves out."""
    world = request.app[WORLD]
    asked = request.query.get("person", "")
    person = world.people.get(int(asked) if asked.isdecimal() else 0, world.people[BOT_ID + 10])
    socket = web.WebSocketResponse(heartbeat=20)
    await socket.prepare(request)
    outgoing: asyncio.Queue[Json] = asyncio.Queue()

    def hear(event: str, data: Json) -> None:
        for_other = event == "PAGE_FORM" and data["person"] != str(person.id)
        if event not in TOLD or for_other or ("flags" in data and not visible(data, person)):
            return
        outgoing.put_nowait({"event": event, "data": data})

    world.heard.append(hear)
    writing = asyncio.create_task(_write(socket, outgoing))
    outgoing.put_nowait({"event": "PAGE_WORLD", "data": _seen_by(world, person.id)})
    try:
        async for _ in socket:
            pass
    finally:
        world.heard.remove(hear)
        writing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await writing
    return socket


TOLD = {"MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "THREAD_CREATE", "PAGE_COMMANDS", "PAGE_FORM"}


async def _write(socket: web.WebSocketResponse, outgoing: asyncio.Queue[Json]) -> None:
    while True:
        await socket.send_str(json.dumps(await outgoing.get()))


def _seen_by(world: World, person: int) -> Json:
    me = world.people[person]
    return {
        "person": str(person),
        "people": [
            {**one.json(), "permissions": str(one.permissions)}
            for one in world.people.values()
            if one.id != BOT_ID
        ],
        "channels": [channel.json() for channel in world.channels.values()],
        "commands": world.commands,
        "messages": [
            message
            for channel in world.channels.values()
            for message in channel.messages.values()
            if visible(message, me)
        ],
    }
