"""A server that adds the bot is greeted, where it may speak; one that removes it is remembered a while."""

import pytest

from bot.store.state import servers, settings
from tests.conftest import buttons, shown


@pytest.fixture
async def greeted(bot, server, general):
    """The welcome that the server got in its system channel, or None."""

    async def join(speaking=True):
        guild = bot.get_guild(server.id)
        guild._system_channel_id = general.id if speaking else None
        await bot.get_cog("Servers").on_guild_join(guild)
        return general.last_message

    return join


async def test_a_new_server_is_greeted_with_first_steps(greeted, alice, bot):
    message = await greeted()
    (text, note) = [part.content for part in message.components[0].children if hasattr(part, "content")][1:3]
    assert f"</quote:{bot.commands_tree.ids['quote']}>" in text
    assert "I read no messages." in note
    quote = await alice.click(message, label="Try a quote")
    assert quote.ephemeral
    assert set(buttons(quote.response)) == {"In context", "Cite"}


async def test_only_moderators_are_told_how_to_set_the_daily_fact(greeted, alice, moderator):
    message = await greeted()
    assert "That is for moderators" in shown(await alice.click(message, label="Set the daily fact"))
    assert "Use </daily set:" in shown(await moderator.click(message, label="Set the daily fact"))


async def test_a_server_without_a_channel_for_it_is_not_greeted(greeted):
    assert await greeted(speaking=False) is None


async def test_a_server_that_removes_the_bot_is_marked_and_one_that_returns_is_not(bot, server, app):
    async with app.state.write() as tx:
        await settings.set_server(tx, settings.ServerSettings(server.id))
    cog = bot.get_cog("Servers")
    for happens, marked in ((cog.on_guild_remove, [server.id]), (cog.on_guild_join, [])):
        await happens(bot.get_guild(server.id))
        async with app.state.read() as tx:
            assert await servers.left_before(tx, 1 << 60) == marked
