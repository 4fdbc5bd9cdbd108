"""The loopback against discord.py itself: what a person does reaches a bot, and its answer comes back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands, ui
from discord.ext import commands
from discord.http import Route

from bot.loopback import Loopback
from bot.loopback.people import RefusedError, act
from bot.loopback.world import BOT_ID, EPHEMERAL, GUILD_ID, World

ROOM = GUILD_ID + 1
MEMBER, OTHER, MODERATOR = (str(BOT_ID + 10 * number) for number in (1, 2, 3))
TOKEN = "MTAwMDAwMDAwMDAwMDAwMTAw.GLoOpB.nothing"


class Greeter(commands.AutoShardedBot):
    """A bot with one of each: a command with autocomplete, a private button, a form, one for moderators."""

    def __init__(self) -> None:
        intents = discord.Intents(guilds=True)
        super().__init__("!", intents=intents, help_command=None, guild_ready_timeout=0.1)

        @self.tree.command(description="Greets")
        async def greet(interaction: discord.Interaction[Any], name: str, times: int = 1) -> None:
            view = ui.LayoutView()
            view.add_item(ui.TextDisplay("Hello, " * times + name))
            button: ui.Button[Any] = ui.Button(label="Whisper", custom_id="whisper")

            async def whisper(interaction: discord.Interaction[Any]) -> None:
                await interaction.response.send_message("psst", ephemeral=True)

            button.callback = whisper  # type: ignore[method-assign]
            view.add_item(ui.ActionRow(button))
            await interaction.response.send_message(view=view)

        @greet.autocomplete("name")
        async def names(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=n, value=n) for n in ("Ada", "Bea") if n.startswith(typed)]

        @self.tree.command(description="For moderators")
        @app_commands.default_permissions(manage_guild=True)
        async def rule(interaction: discord.Interaction[Any]) -> None:
            await interaction.response.send_message("ruled")

        @self.tree.command(description="Says nothing")
        async def sleep(interaction: discord.Interaction[Any]) -> None:
            pass

    async def setup_hook(self) -> None:
        await self.tree.sync()


@pytest.fixture
async def loopback(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Loopback]:
    async with Loopback() as served:
        monkeypatch.setattr(Route, "BASE", served.api_url)
        async with Greeter() as bot:
            await bot.login(TOKEN)
            running = asyncio.create_task(bot.connect())
            await asyncio.wait_for(bot.wait_until_ready(), 10)
            yield served
            await bot.close()
            await running


def command(world: World, name: str) -> str:
    return next(str(one["id"]) for one in world.commands if one["name"] == name)


async def do(world: World, deed: str, person: str = MEMBER, **wish: Any) -> dict[str, Any]:
    return await act(world, {"deed": deed, "person": person, "channel": ROOM, **wish})


def said(world: World) -> list[dict[str, Any]]:
    return list(world.channels[ROOM].messages.values())


async def test_a_command_with_options_is_answered_in_the_channel(loopback: Loopback) -> None:
    world = loopback.world
    await do(world, "run", command=command(world, "greet"), options={"name": "Ada", "times": "2"})
    (message,) = said(world)
    assert message["components"][0]["content"] == "Hello, Hello, Ada"


async def test_what_is_typed_is_completed(loopback: Loopback) -> None:
    world = loopback.world
    wish = {"command": command(world, "greet"), "options": {"name": "B"}, "focused": "name"}
    assert await do(world, "type", **wish) == {"choices": [{"name": "Bea", "value": "Bea"}]}


async def test_a_private_answer_is_private(loopback: Loopback) -> None:
    world = loopback.world
    await do(world, "run", command=command(world, "greet"), options={"name": "Ada"})
    (message,) = said(world)
    await do(world, "press", OTHER, message=message["id"], custom_id="whisper", kind=2)
    answer = said(world)[-1]
    assert answer["content"] == "psst"
    assert answer["flags"] & EPHEMERAL
    assert answer["interaction_metadata"]["user"]["id"] == OTHER


async def test_a_moderators_command_is_for_moderators(loopback: Loopback) -> None:
    world = loopback.world
    with pytest.raises(RefusedError, match="for moderators"):
        await do(world, "run", command=command(world, "rule"))
    await do(world, "run", MODERATOR, command=command(world, "rule"))
    assert said(world)[-1]["content"] == "ruled"


async def test_a_needed_option_is_asked_for(loopback: Loopback) -> None:
    with pytest.raises(RefusedError, match="“name” is needed"):
        await do(loopback.world, "run", command=command(loopback.world, "greet"))


async def test_a_bot_that_does_not_answer_is_said_not_to(
    loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.loopback.people.ANSWER_WITHIN", 0.1)
    with pytest.raises(RefusedError, match="did not respond"):
        await do(loopback.world, "run", command=command(loopback.world, "sleep"))


async def test_a_post_with_a_nonce_is_made_once(loopback: Loopback) -> None:
    body = {"content": "once", "nonce": "n1", "enforce_nonce": True}
    address = f"{loopback.api_url}/channels/{ROOM}/messages"
    async with aiohttp.ClientSession() as http:
        ids = [(await (await http.post(address, json=body)).json())["id"] for _ in range(2)]
    assert ids[0] == ids[1]
    assert len(said(loopback.world)) == 1


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://evil.example"}, 403),
        # a name that was made to point at this machine
        ({"Host": "evil.example"}, 403),
    ],
)
async def test_pages_of_other_sites_are_refused(headers: dict[str, str], status: int) -> None:
    async with Loopback() as served, aiohttp.ClientSession() as http:
        assert (await http.get(served.url, headers=headers)).status == status


async def test_it_listens_on_this_machine_alone() -> None:
    async with Loopback() as served:
        assert served.url.startswith("http://127.0.0.1:")
        assert [address[0] for address in served._runner.addresses] == ["127.0.0.1"]


async def test_a_file_that_is_markup_is_not_shown_in_place() -> None:
    async with Loopback() as served, aiohttp.ClientSession() as http:
        kept = served.world.keep_file("a.html", "text/html", b"<script>alert(1)</script>")
        answer = await http.get(kept["url"])
        assert answer.headers["Content-Disposition"] == "attachment"
        assert answer.content_type == "application/octet-stream"


async def test_the_page_may_load_nothing_from_elsewhere() -> None:
    async with Loopback() as served, aiohttp.ClientSession() as http:
        answer = await http.get(served.url)
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "http" not in (await answer.text()).replace("http-equiv", "")
