"""/admin is for moderators, whoever a server shows it to; its answers are private."""

import discord

from bot.store.state import settings
from tests.conftest import shown


def change(data_dir, old, new):
    source = data_dir / "sources" / "harbour.txt"
    source.write_text(source.read_text().replace(old, new))


async def test_status_tells_of_library_latency_errors_and_changes(moderator, general):
    answer = await moderator.slash(general, "admin status")
    assert answer.ephemeral
    assert "3 documents · 13 passages" in shown(answer)
    assert "**Errors since the start** none" in shown(answer)


async def test_a_command_opened_to_all_still_checks_who_runs_it(alice, server, general, bot):
    server.set_command_permissions(bot.commands_tree.ids["admin"], {alice: True})
    answer = await alice.slash(general, "admin status")
    assert answer.ephemeral
    assert "That is for moderators" in shown(answer)


async def test_the_role_of_the_setup_makes_a_moderator(discord_world, app, server, general, bot):
    role = server.create_role("readers' council")
    carol = server.add_member(discord_world.create_user("carol"), roles=[role])
    server.set_command_permissions(bot.commands_tree.ids["admin"], {carol: True})
    async with app.state.write() as tx:
        await settings.set_server(tx, settings.ServerSettings(server.id, moderator_role_id=role.id))
    assert "**Library**" in shown(await carol.slash(general, "admin status"))


async def test_a_dry_run_shows_the_difference_and_changes_nothing(moderator, general, app, data_dir):
    before = app.corpus.fingerprint
    (data_dir / "sources" / "new.txt").write_text(
        "Lanterns\n\nA lantern was lit on the quay. It burned all night.\n"
    )
    answer = await moderator.slash(general, "admin reload", dry_run=True)
    assert answer.ephemeral
    assert "**New documents**" in shown(answer)
    assert "this was a dry run" in shown(answer)
    assert app.corpus.fingerprint == before


async def test_a_fault_is_told_by_its_file_and_not_by_where_the_host_keeps_it(moderator, general, data_dir):
    pack = data_dir / "packs" / "broken"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text("title = [")
    answer = await moderator.slash(general, "admin reload", dry_run=True)
    assert "broken/pack.toml" in shown(answer)
    assert str(data_dir) not in shown(answer)


async def test_a_reload_that_only_adds_is_taken_into_use_at_once(moderator, alice, general, app, data_dir):
    await app.reload()
    lanterns = "Lanterns\n\nA lantern was lit on the quay. It burned all night long.\n"
    (data_dir / "sources" / "new.txt").write_text(lanterns)
    answer = await moderator.slash(general, "admin reload")
    assert "The new library is in use." in shown(answer)
    found = await alice.slash(general, "quote", text="burned all night long")
    assert "“It burned all night long.”" in shown(found)


async def test_a_reload_that_loses_passages_asks_first(moderator, general, app, data_dir):
    before = app.corpus.fingerprint
    change(data_dir, "The town lives by its harbour and always has.", "The town lives by its wool.")
    answer = await moderator.slash(general, "admin reload")
    assert "Something would be lost." in shown(answer)
    assert app.corpus.fingerprint == before
    await moderator.click(answer.response, label="Use the new library")
    assert "The new library is in use." in shown(answer)
    assert app.corpus.fingerprint != before
    assert f"<@{moderator.id}>: reload" in shown(await moderator.slash(general, "admin status"))


async def test_whoever_declines_keeps_the_old_library(moderator, general, app, data_dir):
    before = app.corpus.fingerprint
    change(data_dir, "Two hands", "Ten hands")
    answer = await moderator.slash(general, "admin reload")
    await moderator.click(answer.response, label="Leave it as it is")
    assert "stays as it was" in shown(answer)
    assert app.corpus.fingerprint == before


async def test_whoever_is_no_moderator_any_more_swaps_nothing(discord_world, server, general, app, data_dir):
    role = server.create_role("keepers", permissions=discord.Permissions(manage_guild=True))
    mona = server.add_member(discord_world.create_user("mona"), roles=[role])
    before = app.corpus.fingerprint
    change(data_dir, "Two hands", "Ten hands")
    asked = await mona.slash(general, "admin reload")
    discord_world.backend.remove_member_role(server.id, mona.id, role.id)
    answer = await mona.click(asked.response, label="Use the new library")
    assert answer.ephemeral
    assert "That is for moderators" in shown(answer)
    assert app.corpus.fingerprint == before


async def test_reloads_have_a_cool_down(moderator, general):
    await moderator.slash(general, "admin reload")
    answer = await moderator.slash(general, "admin reload")
    assert "Try again in" in shown(answer)
