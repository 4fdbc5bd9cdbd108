"""/admin setup, doctor and undo."""

import discord
import pytest

from tests.conftest import buttons, shown


async def test_a_role_and_a_channel_are_chosen_shown_logged_and_taken_back(moderator, server, general):
    role = server.create_role("council")
    answer = await moderator.slash(general, "admin setup", role=role, channel=general)
    assert answer.ephemeral
    assert f"Manage Server, and <@&{role.id}>" in shown(answer)
    assert f"<#{general.id}>" in shown(answer)
    assert f"setup (role none, channel none → role {role.id}" in shown(
        await moderator.slash(general, "admin status")
    )
    await moderator.click(answer.response, label="No role")
    assert "Manage Server, and nobody else" in shown(answer)
    assert list(buttons(answer.response)) == ["No channel"]


async def test_moderators_by_role_may_not_choose_who_else_is_one(
    discord_world, moderator, server, general, bot
):
    role = server.create_role("council")
    carol = server.add_member(discord_world.create_user("carol"), roles=[role])
    server.set_command_permissions(bot.commands_tree.ids["admin"], {carol: True})
    await moderator.slash(general, "admin setup", role=role)
    assert "**Library**" in shown(await carol.slash(general, "admin status"))
    assert "That is for moderators" in shown(await carol.slash(general, "admin setup", role=role))


@pytest.fixture
def closed(server):
    """A channel where the bot may look on but not write."""
    overwrite = discord.PermissionOverwrite(send_messages=False)
    return server.create_text_channel("closed", overwrites={server.me: overwrite})


async def test_notices_go_nowhere_that_the_bot_may_not_write(moderator, general, closed):
    answer = await moderator.slash(general, "admin setup", channel=closed)
    assert "I may not do that in #closed. Give me Send Messages there" in shown(answer)


async def test_the_doctor_names_what_is_missing_and_how_to_give_it(moderator, closed):
    answer = await moderator.slash(closed, "admin doctor")
    assert answer.ephemeral
    assert "- #closed, for quiz rounds: ✗ lacks **Send Messages**" in shown(answer)
    assert "open the channel's settings, then Permissions" in shown(answer)


async def test_the_doctor_says_that_all_is_well(moderator, general):
    assert "- #general, for quiz rounds: ✓ all is allowed" in shown(
        await moderator.slash(general, "admin doctor")
    )


async def test_only_the_bots_owners_undo_what_all_servers_share(moderator, general, app, bot):
    before = app.corpus.fingerprint
    await app.reload()
    assert "only the bot's owners" in shown(await moderator.slash(general, "admin undo"))
    bot.owner_id = moderator.id
    assert "The library before the last change is in use." in shown(
        await moderator.slash(general, "admin undo")
    )
    assert app.corpus.fingerprint == before
