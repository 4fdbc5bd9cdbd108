"""The HTTP API, version 10, as far as a bot of commands, buttons and posts uses it.

Each route is a function of the world, the path's words and the request's body; the table at the end is all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from bot.loopback.gateway import WORLD
from bot.loopback.world import (
    AUTOCOMPLETE,
    BOT_ID,
    EPHEMERAL,
    GUILD_ID,
    LOADING,
    MODAL,
    Channel,
    Interaction,
    Json,
    World,
    parts_of,
    snowflake,
)

ANSWER, DEFER, DEFER_EDIT, EDIT, CHOICES, FORM = 4, 5, 6, 7, 8, 9  # kinds of callbacks
PREFIX = "/api/v10"


class ApiError(Exception):
    """An answer in Discord's form: an HTTP status, a code of Discord's, and a sentence."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code


@dataclass(slots=True)
class Call:
    world: World
    words: dict[str, str]  # of the path
    query: dict[str, str]
    body: Any
    files: dict[str, Json] = field(default_factory=dict)

    def channel(self) -> Channel:
        channel = self.world.channels.get(int(self.words["channel"]))
        if channel is None:
            raise ApiError(404, 10003, "Unknown Channel")
        return channel

    def message(self) -> Json:
        message = self.channel().messages.get(int(self.words["message"]))
        if message is None or message["flags"] & EPHEMERAL:
            raise ApiError(404, 10008, "Unknown Message")
        return message

    def interaction(self) -> Interaction:
        interaction = self.world.interactions.get(self.words["token"])
        if interaction is None:
            raise ApiError(404, 10062, "Unknown interaction")
        return interaction

    def answer(self) -> Json:
        """A message that answers an interaction, by its id or as `@original`."""
        interaction, name = self.interaction(), self.words["message"]
        found = interaction.original if name == "@original" else None
        found = found or interaction.channel.messages.get(int(name) if name.isdecimal() else 0)
        if found is None:
            raise ApiError(404, 10008, "Unknown Message")
        return found


# who and where


def gateway_address(call: Call) -> Json:
    limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
    address = call.world.url.replace("http", "ws", 1) + "/gateway"
    return {"url": address, "shards": 1, "session_start_limit": limit}


def myself(call: Call) -> Json:
    return call.world.me.json()


def application(call: Call) -> Json:
    owner = call.world.people[BOT_ID + 30].json()
    return {
        "id": str(BOT_ID),
        "name": "Colloquy",
        "icon": None,
        "description": "",
        "owner": owner,
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "team": None,
        "rpc_origins": [],
        "flags": 0,
        "redirect_uris": [],
        "approximate_guild_count": 1,
    }


def person(call: Call) -> Json:
    found = call.world.people.get(int(call.words["user"]))
    if found is None:
        raise ApiError(404, 10013, "Unknown User")
    return found.member() if "guild" in call.words else found.json()


def guild(call: Call) -> Json:
    if int(call.words["guild"]) != GUILD_ID:
        raise ApiError(404, 10004, "Unknown Guild")
    return call.world.guild()


# commands


def list_commands(call: Call) -> list[Json]:
    return call.world.commands


def put_commands(call: Call) -> list[Json]:
    old = {(one["name"], one["type"]): one["id"] for one in call.world.commands}
    call.world.commands = [
        {
            "options": [],
            "description": "",
            "default_member_permissions": None,
            "nsfw": False,
            **{name: value for name, value in one.items() if value is not None},
            "type": one.get("type") or 1,
            "application_id": str(BOT_ID),
            "version": str(snowflake()),
            "id": old.get((one["name"], one.get("type") or 1)) or str(snowflake()),
        }
        for one in call.body
    ]
    call.world.tell("PAGE_COMMANDS", {"commands": call.world.commands})
    return call.world.commands


# answers to interactions


def callback(call: Call) -> Json:
    interaction, kind = call.interaction(), call.body["type"]
    if interaction.callback is not None:
        raise ApiError(400, 40060, "Interaction has already been acknowledged.")
    if (kind == CHOICES) != (interaction.kind == AUTOCOMPLETE) or (
        kind == FORM and interaction.kind == MODAL
    ):
        raise ApiError(400, 50035, "Invalid Form Body: this callback does not answer that interaction")
    data = call.body.get("data") or {}
    interaction.callback = kind
    if kind in (ANSWER, DEFER):
        flags = (data.get("flags") or 0) & EPHEMERAL | (LOADING if kind == DEFER else 0)
        body = data if kind == ANSWER else {}
        interaction.original = _say(call, interaction, body, flags)
    elif kind in (DEFER_EDIT, EDIT):
        interaction.original = interaction.source
        if kind == EDIT and interaction.source is not None:
            call.world.edit(interaction.source, data, call.files)
    elif kind == CHOICES:
        interaction.choices = data.get("choices") or []
    elif kind == FORM:
        _open_form(call.world, interaction, data)
    call.world.tell("PAGE_ANSWERED", {"token": interaction.token, "choices": interaction.choices})
    return _what_became(interaction)


def _say(call: Call, interaction: Interaction, body: Json, flags: int) -> Json:
    about = {
        "id": str(interaction.id),
        "type": interaction.kind,
        "user": interaction.person.json(),
        "authorizing_integration_owners": {"0": str(GUILD_ID)},
    }
    more = {"flags": flags, "interaction_metadata": about, "application_id": str(BOT_ID), "type": 20}
    if interaction.kind == 2:
        more["interaction"] = {"name": interaction.data["name"], **about}
    return call.world.post(interaction.channel, call.world.me, body, call.files, **more)


def _open_form(world: World, interaction: Interaction, form: Json) -> None:
    for number, part in enumerate(parts_of(form["components"]), 1):
        part.setdefault("id", number)
    form = {**form, "channel": str(interaction.channel.id), "source": (interaction.source or {}).get("id")}
    world.tell("PAGE_FORM", {"person": str(interaction.person.id), "form": form})


def _what_became(interaction: Interaction) -> Json:
    about: Json = {"id": str(interaction.id), "type": interaction.kind}
    message = interaction.original
    if message is None:
        return {"interaction": about}
    private = bool(message["flags"] & EPHEMERAL)
    about |= {"response_message_id": message["id"], "response_message_ephemeral": private}
    about["response_message_loading"] = bool(message["flags"] & LOADING)
    return {"interaction": about, "resource": {"type": interaction.callback, "message": message}}


def follow_up(call: Call) -> Json:
    interaction = call.interaction()
    if interaction.original and interaction.original["flags"] & LOADING:
        return call.world.edit(interaction.original, call.body, call.files)
    return _say(call, interaction, call.body, (call.body.get("flags") or 0) & EPHEMERAL)


def read_answer(call: Call) -> Json:
    return call.answer()


def edit_answer(call: Call) -> Json:
    return call.world.edit(call.answer(), call.body, call.files)


def delete_answer(call: Call) -> None:
    call.world.delete(call.answer())


# channels


def read_channel(call: Call) -> Json:
    return call.channel().json()


def history(call: Call) -> list[Json]:
    after, before = int(call.query.get("after", 0)), int(call.query.get("before", 1 << 63))
    seen = [
        message
        for number, message in call.channel().messages.items()
        if after < number < before and not message["flags"] & EPHEMERAL
    ]
    limit = int(call.query.get("limit", 50))
    return list(reversed(seen[:limit] if "after" in call.query else seen[-limit:]))


def read_message(call: Call) -> Json:
    return call.message()


def post_message(call: Call) -> Json:
    return call.world.post(call.channel(), call.world.me, call.body, call.files)


def edit_message(call: Call) -> Json:
    return call.world.edit(call.message(), call.body, call.files)


def delete_message(call: Call) -> None:
    call.world.delete(call.message())


def start_thread(call: Call) -> Json:
    """A thread under a message has the message's id; one without gets its own."""
    number = int(call.words.get("message", snowflake()))
    thread = call.world.channels[number] = Channel(number, call.body["name"], parent=call.channel().id)
    call.world.tell("THREAD_CREATE", thread.json())
    return thread.json()


def typing(call: Call) -> None:
    call.channel()


Route = Callable[[Call], Json | list[Json] | None]

ROUTES: tuple[tuple[str, str, Route], ...] = (
    ("GET", "/gateway/bot", gateway_address),
    ("GET", "/users/@me", myself),
    ("GET", "/oauth2/applications/@me", application),
    ("GET", "/applications/@me", application),
    ("GET", "/users/{user}", person),
    ("GET", "/guilds/{guild}", guild),
    ("GET", "/guilds/{guild}/members/{user}", person),
    ("GET", "/applications/{app}/commands", list_commands),
    ("PUT", "/applications/{app}/commands", put_commands),
    ("GET", "/applications/{app}/guilds/{guild}/commands", list_commands),
    ("PUT", "/applications/{app}/guilds/{guild}/commands", put_commands),
    ("POST", "/interactions/{id}/{token}/callback", callback),
    ("POST", "/webhooks/{app}/{token}", follow_up),
    ("GET", "/webhooks/{app}/{token}/messages/{message}", read_answer),
    ("PATCH", "/webhooks/{app}/{token}/messages/{message}", edit_answer),
    ("DELETE", "/webhooks/{app}/{token}/messages/{message}", delete_answer),
    ("GET", "/channels/{channel}", read_channel),
    ("GET", "/channels/{channel}/messages", history),
    ("POST", "/channels/{channel}/messages", post_message),
    ("GET", "/channels/{channel}/messages/{message}", read_message),
    ("PATCH", "/channels/{channel}/messages/{message}", edit_message),
    ("DELETE", "/channels/{channel}/messages/{message}", delete_message),
    ("POST", "/channels/{channel}/messages/{message}/threads", start_thread),
    ("POST", "/channels/{channel}/threads", start_thread),
    ("POST", "/channels/{channel}/typing", typing),
)
_PATTERNS = [
    (method, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path)), route)
    for method, path, route in ROUTES
]


async def api(request: web.Request) -> web.Response:
    path = request.path.removeprefix(PREFIX)
    for method, pattern, route in _PATTERNS:
        found = pattern.fullmatch(path)
        if found and method == request.method:
            try:
                call = await _call(request, found.groupdict())
                return _reply(route(call), 200)
            except ApiError as error:
                return _reply({"code": error.code, "message": str(error)}, error.status)
    return _reply({"code": 0, "message": f"404: Not Found ({request.method} {path})"}, 404)


def _reply(data: Json | list[Json] | None, status: int) -> web.Response:
    if data is None:
        return web.Response(status=204)
    return web.Response(body=json.dumps(data).encode(), status=status, content_type="application/json")


async def _call(request: web.Request, words: dict[str, str]) -> Call:
    call = Call(request.app[WORLD], words, dict(request.query), {})
    if not request.content_type.startswith("multipart/"):
        data = await request.read()
        call.body = json.loads(data) if data else {}
        return call
    sent: dict[str, tuple[str, str, bytes]] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        data = bytes(await part.read(decode=False))
        if part.name == "payload_json":
            call.body = json.loads(data)
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            sent[str(part.name)] = (part.filename or "file", kind, data)
    payload = call.body.get("data") if isinstance(call.body.get("data"), dict) else call.body
    alts = {f"files[{one['id']}]": one.get("description") for one in (payload or {}).get("attachments") or ()}
    call.files = {name: call.world.keep_file(*file, alts.get(name)) for name, file in sent.items()}
    return call
