"""The gateway: HELLO, IDENTIFY, READY, heartbeats, events. A session that was cut begins anew."""

from __future__ import annotations

import asyncio
import json
import secrets
import zlib

from aiohttp import WSMsgType, web

from bot.loopback.world import BOT_ID, EPHEMERAL, GUILD_ID, Json, World

HEARTBEAT_MS = 41_250
DISPATCH, HEARTBEAT, IDENTIFY, RESUME, INVALID, HELLO, ACK = 0, 1, 2, 6, 9, 10, 11


class Session:
    """One connection of the bot."""

    def __init__(self, world: World, socket: web.WebSocketResponse, *, compressed: bool) -> None:
        self.world, self.socket = world, socket
        self.zlib = zlib.compressobj() if compressed else None
        self.outgoing: asyncio.Queue[Json] = asyncio.Queue()
        self.number = 0

    def hear(self, event: str, data: Json) -> None:
        """What the bot is told of: everything that is not private between it and one person."""
        if event.startswith("PAGE_") or data.get("flags", 0) & EPHEMERAL:
            return
        if event.startswith("MESSAGE_"):
            return  # the bot asks for no messages
        self.number += 1
        self.outgoing.put_nowait({"op": DISPATCH, "t": event, "s": self.number, "d": data})

    def say(self, op: int, data: Json | bool | None = None) -> None:
        self.outgoing.put_nowait({"op": op, "d": data, "s": None, "t": None})

    async def write(self) -> None:
        while True:
            frame = json.dumps(await self.outgoing.get())
            if self.zlib is None:
                await self.socket.send_str(frame)
            else:
                data = self.zlib.compress(frame.encode()) + self.zlib.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(data)

    def take(self, frame: Json) -> None:
        op = frame.get("op")
        if op == HEARTBEAT:
            self.say(ACK)
        elif op == IDENTIFY:
            self._identify(frame["d"])
        elif op == RESUME:
            self.say(INVALID, False)

    def _identify(self, data: Json) -> None:
        application = {"id": str(BOT_ID), "flags": 0}
        ready = {
            "v": 10,
            "user": self.world.me.json(),
            "session_id": secrets.token_hex(8),
            "shard": data.get("shard") or [0, 1],
            "application": application,
            "guilds": [{"id": str(GUILD_ID), "unavailable": True}],
            "resume_gateway_url": self.world.url.replace("http", "ws", 1) + "/gateway",
        }
        self.hear("READY", ready)
        self.hear("GUILD_CREATE", self.world.guild())
        self.world.heard.append(self.hear)


async def gateway(request: web.Request) -> web.WebSocketResponse:
    world = request.app[WORLD]
    socket = web.WebSocketResponse(max_msg_size=0)
    await socket.prepare(request)
    session = Session(world, socket, compressed=request.query.get("compress") == "zlib-stream")
    writing = asyncio.create_task(session.write())
    session.say(HELLO, {"heartbeat_interval": HEARTBEAT_MS})
    try:
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                session.take(json.loads(message.data))
    finally:
        writing.cancel()
        if session.hear in world.heard:
            world.heard.remove(session.hear)
    return socket


WORLD = web.AppKey("world", World)
