"""What people do on the page: run a command, type in an option, press, choose, fill in a form, speak."""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import Callable
from typing import Any

from bot.loopback.world import (
    AUTOCOMPLETE,
    BOT_ID,
    COMMAND,
    COMPONENT,
    EPHEMERAL,
    GUILD_ID,
    MODAL,
    Channel,
    Interaction,
    Json,
    Person,
    World,
)

ANSWER_WITHIN = 3.0
"""Seconds in which the bot must answer an interaction, as with Discord."""
UPLOAD_LIMIT = 10 << 20
USER, CHANNEL, ROLE, MENTIONABLE, ATTACHMENT = 6, 7, 8, 9, 11  # kinds of options that name a thing


class RefusedError(Exception):
    """A person cannot do that; the message says why."""


async def act(world: World, wish: Json) -> Json:
    """Carries out what a person did on the page, and waits until the bot has answered it."""
    try:
        person = world.people[int(wish["person"])]
        channel = world.channels[int(wish["channel"])]
        deed = DEEDS[wish["deed"]]
    except (KeyError, ValueError) as error:
        raise RefusedError("This page is out of date. Load it again.") from error
    interaction = deed(world, person, channel, wish)
    if interaction is None:
        return {}
    return await _answered(world, interaction)


async def _answered(world: World, interaction: Interaction) -> Json:
    answered = asyncio.Event()

    def hear(event: str, data: Json) -> None:
        if event == "PAGE_ANSWERED" and data["token"] == interaction.token:
            answered.set()

    world.interactions[interaction.token] = interaction
    world.heard.append(hear)
    try:
        world.tell("INTERACTION_CREATE", _payload(interaction))
        await asyncio.wait_for(answered.wait(), ANSWER_WITHIN)
    except TimeoutError:
        raise RefusedError("The application did not respond.") from None
    finally:
        world.heard.remove(hear)
    return {"choices": interaction.choices}


def _payload(interaction: Interaction) -> Json:
    person, channel = interaction.person, interaction.channel
    guild = {"id": str(GUILD_ID), "features": [], "locale": "en-US"}
    return {
        "id": str(interaction.id),
        "application_id": str(BOT_ID),
        "type": interaction.kind,
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel_id": str(channel.id),
        "channel": {**channel.json(), "permissions": str(person.permissions)},
        "guild_id": str(GUILD_ID),
        "guild": guild,
        "guild_locale": "en-US",
        "locale": "en-US",
        "member": person.member(),
        "app_permissions": str(person.permissions),
        "entitlements": [],
        "authorizing_integration_owners": {"0": str(GUILD_ID)},
        "attachment_size_limit": UPLOAD_LIMIT,
        "context": 0,
        **({"message": interaction.source} if interaction.source else {}),
    }


def say(world: World, person: Person, channel: Channel, wish: Json) -> None:
    world.post(channel, person, {"content": str(wish["text"])[:2000]}, {})


def run(world: World, person: Person, channel: Channel, wish: Json) -> Interaction:
    return Interaction(COMMAND, person, channel, _command(world, person, wish))


def type_in(world: World, person: Person, channel: Channel, wish: Json) -> Interaction:
    return Interaction(AUTOCOMPLETE, person, channel, _command(world, person, wish))


def pick_from_menu(world: World, person: Person, channel: Channel, wish: Json) -> Interaction:
    """A command from a message's menu."""
    command = _known(world, person, wish["command"])
    message = _message(channel, person, wish)
    target = {"target_id": message["id"], "resolved": {"messages": {message["id"]: message}}}
    data = {"id": command["id"], "name": command["name"], "type": command["type"], **target}
    return Interaction(COMMAND, person, channel, data)


def press(world: World, person: Person, channel: Channel, wish: Json) -> Interaction:
    """A button, or a choice in a select menu (`values`)."""
    kind, values = int(wish["kind"]), [str(value) for value in wish.get("values") or ()]
    data: Json = {"custom_id": wish["custom_id"], "component_type": kind}
    if kind != 2:
        data |= {"values": values, "resolved": _resolved(world, values)}
    return Interaction(COMPONENT, person, channel, data, _message(channel, person, wish))


def send_form(world: World, person: Person, channel: Channel, wish: Json) -> Interaction:
    source = _message(channel, person, wish) if wish.get("message") else None
    components, resolved = wish["components"], _resolved(world, [])
    for part in components:
        field = part.get("component", {})
        if field.get("type") == 19:
            files = [_upload(world, one) for one in field.pop("files", [])]
            resolved.setdefault("attachments", {}).update({one["id"]: one for one in files})
            field["values"] = [one["id"] for one in files]
        elif field.get("type") in (5, 6, 7, 8):
            resolved |= _resolved(world, field.get("values", []))
    data = {"custom_id": wish["custom_id"], "components": components, "resolved": resolved}
    return Interaction(MODAL, person, channel, data, source)


def _known(world: World, person: Person, number: str) -> Json:
    command = next((one for one in world.commands if one["id"] == str(number)), None)
    if command is None:
        raise RefusedError("There is no such command any more.")
    needed = int(command.get("default_member_permissions") or 0)
    if person.permissions & needed != needed:
        raise RefusedError("This command is for moderators. Play as the moderator to try it.")
    return command


def _command(world: World, person: Person, wish: Json) -> Json:
    """A command's data: `path` names the subcommand, `options` holds the values by name."""
    command = _known(world, person, wish["command"])
    node = command
    resolved: Json = {}
    for name in wish.get("path") or ():
        node = next(one for one in node["options"] if one["name"] == name)
    given = wish.get("options") or {}
    options: list[Json] = []
    for option in node.get("options") or ():
        if option["name"] in given:
            value = _value(world, option, given[option["name"]], resolved)
            focused = {"focused": True} if option["name"] == wish.get("focused") else {}
            options.append({"name": option["name"], "type": option["type"], "value": value, **focused})
        elif option.get("required") and "focused" not in wish:
            raise RefusedError(f"“{option['name']}” is needed.")
    for depth, name in enumerate(reversed(wish.get("path") or ())):
        options = [{"name": name, "type": 1 if depth == 0 else 2, "options": options}]
    return {
        "id": command["id"],
        "name": command["name"],
        "type": command["type"],
        "options": options,
        "resolved": resolved,
    }


def _value(world: World, option: Json, value: Any, resolved: Json) -> Any:
    kind = option["type"]
    if kind == 4:
        try:
            return int(value)
        except ValueError:
            raise RefusedError(f"“{option['name']}” wants a number.") from None
    if kind == 5:
        return value in (True, "true")
    if kind == ATTACHMENT:
        attachment = _upload(world, value)
        resolved.setdefault("attachments", {})[attachment["id"]] = attachment
        return attachment["id"]
    if kind in (USER, CHANNEL, ROLE, MENTIONABLE):
        for name, things in _resolved(world, [str(value)]).items():
            resolved.setdefault(name, {}).update(things)
    return str(value)


def _upload(world: World, file: Json) -> Json:
    try:
        data = base64.b64decode(file["data"], validate=True)
    except (binascii.Error, KeyError, TypeError):
        raise RefusedError("That file did not arrive whole. Choose it again.") from None
    if len(data) > UPLOAD_LIMIT:
        raise RefusedError("That file is larger than 10 MiB.")
    return world.keep_file(str(file["name"]), str(file.get("kind") or "application/octet-stream"), data)


def _resolved(world: World, values: list[str]) -> Json:
    """What ids in values stand for."""
    found: Json = {}
    for value in values:
        person = world.people.get(int(value)) if value.isdecimal() else None
        channel = world.channels.get(int(value)) if value.isdecimal() else None
        holder = world.people.get(int(value) - 1) if value.isdecimal() else None
        if person:
            found.setdefault("users", {})[value] = person.json()
            member = {name: part for name, part in person.member().items() if name != "user"}
            found.setdefault("members", {})[value] = member
        elif channel:
            found.setdefault("channels", {})[value] = {
                **channel.json(),
                "permissions": str(world.me.permissions),
            }
        elif holder:
            found.setdefault("roles", {})[value] = holder.role()
    return found


def _message(channel: Channel, person: Person, wish: Json) -> Json:
    message = channel.messages.get(int(wish["message"]))
    if message is None or not visible(message, person):
        raise RefusedError("That message is gone.")
    return message


def visible(message: Json, person: Person) -> bool:
    """A private answer is seen by the one who asked."""
    asked = (message.get("interaction_metadata") or {}).get("user", {}).get("id")
    return not message["flags"] & EPHEMERAL or asked == str(person.id)


DEEDS: dict[str, Callable[[World, Person, Channel, Json], Interaction | None]] = {
    "say": say,
    "run": run,
    "type": type_in,
    "menu": pick_from_menu,
    "press": press,
    "form": send_form,
}
