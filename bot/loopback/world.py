"""The little world behind the loopback: one server, its channels and members, what was said, what is offered.

Everything is kept in Discord's own JSON shapes (API v10), since both sides of the loopback speak them.
"""

from __future__ import annotations

import itertools
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

EPOCH = 1_420_070_400_000
"""Milliseconds of 2015-01-01 UTC, from which Discord counts its ids."""
EPHEMERAL, LOADING = 1 << 6, 1 << 7  # flags of a message
TEXT_CHANNEL, PUBLIC_THREAD = 0, 11
PING, COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = range(1, 6)  # kinds of interactions
NONCE_SECONDS = 180.0
"""How long a nonce stops a second post; Discord says "a few minutes"."""

MANAGE_SERVER = 1 << 5
MEMBER = sum(1 << bit for bit in (6, 10, 11, 14, 15, 16, 31, 35, 38))
"""Add reactions, view, send, embed, attach, read history, use commands, create threads, send in threads."""
BOT_ID, GUILD_ID = 100_000_000_000_000_100, 200_000_000_000_000_200

_ids = itertools.count()


def snowflake() -> int:
    return (int(time.time() * 1000) - EPOCH) << 22 | next(_ids) & 0x3FFFFF


def timestamp() -> str:
    return datetime.now(UTC).isoformat()


@dataclass(slots=True)
class Person:
    id: int
    name: str
    permissions: int = MEMBER
    bot: bool = False

    def json(self) -> Json:
        return {
            "id": str(self.id),
            "username": self.name.casefold(),
            "global_name": self.name,
            "discriminator": "0",
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
        }

    def member(self) -> Json:
        return {
            "user": self.json(),
            "roles": [str(self.id + 1)],
            "joined_at": "2026-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "permissions": str(self.permissions),
        }

    def role(self) -> Json:
        """Each person has a role of their own, which holds their permissions."""
        return role(self.id + 1, self.name, self.permissions)


def role(number: int, name: str, permissions: int) -> Json:
    return {
        "id": str(number),
        "name": name,
        "permissions": str(permissions),
        "color": 0,
        "position": 1,
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


@dataclass(slots=True)
class Channel:
    id: int
    name: str
    parent: int | None = None
    messages: dict[int, Json] = field(default_factory=dict)

    def json(self) -> Json:
        thread: Json = {
            "owner_id": str(BOT_ID),
            "message_count": len(self.messages),
            "member_count": 1,
            "thread_metadata": {
                "archived": False,
                "auto_archive_duration": 1440,
                "locked": False,
                "archive_timestamp": "2026-01-01T00:00:00+00:00",
            },
        }
        return {
            "id": str(self.id),
            "name": self.name,
            "type": PUBLIC_THREAD if self.parent else TEXT_CHANNEL,
            "guild_id": str(GUILD_ID),
            "parent_id": str(self.parent) if self.parent else None,
            "position": 0,
            "permission_overwrites": [],
            "nsfw": False,
            "topic": None,
            "flags": 0,
            **(thread if self.parent else {}),
        }


@dataclass(slots=True)
class Interaction:
    """One thing a person did. `original` is the bot's answer; `modal` the form it opened instead."""

    kind: int
    person: Person
    channel: Channel
    data: Json
    source: Json | None = None  # the message of a pressed component
    id: int = field(default_factory=snowflake)
    token: str = field(default_factory=lambda: secrets.token_hex(16))
    callback: int | None = None
    original: Json | None = None
    choices: list[Json] = field(default_factory=list)


@dataclass
class World:
    """`heard` are those who want to know of every event: the gateway's sessions and the open pages."""

    people: dict[int, Person] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    commands: list[Json] = field(default_factory=list)
    interactions: dict[str, Interaction] = field(default_factory=dict)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # path -> (content type, bytes)
    nonces: dict[tuple[int, str], tuple[float, Json]] = field(default_factory=dict)
    heard: list[Callable[[str, Json], None]] = field(default_factory=list)
    url: str = ""

    @classmethod
    def small(cls) -> World:
        """One server with three channels, two members and a moderator."""
        world = cls()
        world.people[BOT_ID] = Person(BOT_ID, "Colloquy", MEMBER, bot=True)
        for number, name in enumerate(("Member A", "Member B"), 1):
            world.people[BOT_ID + 10 * number] = Person(BOT_ID + 10 * number, name)
        world.people[BOT_ID + 30] = Person(BOT_ID + 30, "Moderator", MEMBER | MANAGE_SERVER)
        for number, name in enumerate(("reading-room", "quiz", "daily"), 1):
            world.channels[GUILD_ID + number] = Channel(GUILD_ID + number, name)
        return world

    @property
    def me(self) -> Person:
        return self.people[BOT_ID]

    def tell(self, event: str, data: Json) -> None:
        for hear in list(self.heard):
            hear(event, data)

    def guild(self) -> Json:
        threads = [channel.json() for channel in self.channels.values() if channel.parent]
        return {
            "id": str(GUILD_ID),
            "name": "Reading group",
            "owner_id": str(BOT_ID + 30),
            "icon": None,
            "preferred_locale": "en-US",
            "features": [],
            "emojis": [],
            "stickers": [],
            "premium_tier": 0,
            "afk_timeout": 300,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "system_channel_flags": 0,
            "nsfw_level": 0,
            "system_channel_id": str(GUILD_ID + 1),
            "large": False,
            "unavailable": False,
            "premium_progress_bar_enabled": False,
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
            "roles": [role(GUILD_ID, "@everyone", MEMBER), *(one.role() for one in self.people.values())],
            "members": [person.member() for person in self.people.values()],
            "member_count": len(self.people),
            "channels": [channel.json() for channel in self.channels.values() if not channel.parent],
            "threads": threads,
        }

    # what is said

    def post(
        self, channel: Channel, author: Person, body: Json, files: Mapping[str, Json], **more: Any
    ) -> Json:
        """A new message; with a nonce that must be unique, a second one is the first again."""
        nonce = (channel.id, str(body.get("nonce")))
        if body.get("enforce_nonce") and nonce in self.nonces:
            posted, first = self.nonces[nonce]
            if time.monotonic() - posted < NONCE_SECONDS:
                return first
        message: Json = {
            "id": str(snowflake()),
            "channel_id": str(channel.id),
            "author": author.json(),
            "type": 0,
            "content": "",
            "timestamp": timestamp(),
            "edited_timestamp": None,
            "tts": False,
            "pinned": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "reactions": [],
            "flags": 0,
            "nonce": body.get("nonce"),
            **more,
        }
        self._fill(message, body, files)
        channel.messages[int(message["id"])] = message
        self.nonces[nonce] = (time.monotonic(), message)
        self.tell("MESSAGE_CREATE", message)
        return message

    def edit(self, message: Json, body: Json, files: Mapping[str, Json]) -> Json:
        self._fill(message, body, files)
        message["flags"] &= ~LOADING
        message["edited_timestamp"] = timestamp()
        self.tell("MESSAGE_UPDATE", message)
        return message

    def delete(self, message: Json) -> None:
        channel = self.channels[int(message["channel_id"])]
        channel.messages.pop(int(message["id"]), None)
        where = {"id": message["id"], "channel_id": message["channel_id"], "guild_id": str(GUILD_ID)}
        self.tell("MESSAGE_DELETE", where)

    def _fill(self, message: Json, body: Json, files: Mapping[str, Json]) -> None:
        for name in ("content", "embeds", "components"):
            if name in body:
                message[name] = body[name] or ("" if name == "content" else [])
        message["flags"] |= (body.get("flags") or 0) & ~EPHEMERAL
        if files or "attachments" in body:
            kept = {str(one["id"]) for one in body.get("attachments") or ()}
            message["attachments"] = [one for one in message["attachments"] if one["id"] in kept]
            message["attachments"] += files.values()
        places = {f"attachment://{one['filename']}": one["url"] for one in message["attachments"]}
        for number, part in enumerate(parts_of(message["components"]), 1):
            part.setdefault("id", number)
            for media in (
                part.get("media"),
                part.get("file"),
                *(i.get("media") for i in part.get("items", ())),
            ):
                if media and media.get("url") in places:
                    media["url"] = places[media["url"]]

    def keep_file(self, name: str, kind: str, data: bytes, description: str | None = None) -> Json:
        """An attachment's record; its bytes are served from then on."""
        number = snowflake()
        path = f"{number}/{name}"
        self.files[path] = (kind, data)
        url = f"{self.url}/files/{path}"
        return {
            "id": str(number),
            "filename": name,
            "size": len(data),
            "url": url,
            "proxy_url": url,
            "content_type": kind,
            "description": description,
        }


def parts_of(components: Any) -> Iterator[Json]:
    """Every component of a message or a form, the nested ones after those that hold them."""
    for part in components or ():
        yield part
        yield from parts_of(part.get("components"))
        yield from parts_of([part[name] for name in ("accessory", "component") if part.get(name)])
