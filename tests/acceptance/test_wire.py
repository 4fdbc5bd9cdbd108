"""What only the wire shows: the start, the end, and what happens when both fail."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal

import pytest

from tests.cogs.test_every_command import OPTIONS


async def test_every_command_answers_and_nothing_it_sends_breaks_discords_description(discord, bot):
    mona = discord.user("mona", permissions={"manage_guild"})
    for name, choices in OPTIONS.items():
        for options in choices:
            given = options | ({"channel": discord.channel("daily")} if name == "daily set" else {})
            answer = await discord.slash(mona, "general", name, given)
            assert answer.ack_ms is not None, (name, options, bot.log)
            assert answer.text or answer.files, (name, options, bot.log)
            assert "something went wrong" not in answer.text, (name, options, bot.log)


async def test_an_upload_is_read_apart_added_and_still_there_after_a_kill(discord, bot):
    mona = discord.user("mona", permissions={"manage_guild"})
    text = "The Bridge\n\nA bridge was promised in 1998. Nobody has crossed it since, and the ferry still runs.\n"
    answer = await discord.slash(mona, "general", "admin add", {"file": ("bridge.txt", text.encode())})
    assert "The Bridge" in answer.text, bot.log
    await answer.click("Add it")
    await discord.until(lambda: "is in this server's library" in answer.text)
    await bot.kill9()
    await bot.restart()
    found = await discord.slash(mona, "general", "quote", {"text": "the ferry still runs"})
    assert "“Nobody has crossed it since, and the ferry still runs.”" in found.text


async def test_sigterm_ends_the_bot_tidily(discord, bot):
    assert await bot.stop(signal.SIGTERM) == 0
    assert "Traceback" not in bot.log


async def test_ctrl_c_ends_the_bot_tidily(discord, bot):
    assert await bot.stop(signal.SIGINT) == 0
    assert "Traceback" not in bot.log


async def test_a_command_under_way_still_answers_when_the_bot_is_told_to_end(discord, bot):
    mona = discord.user("mona", permissions={"manage_guild"})
    answering = asyncio.create_task(discord.slash(mona, "general", "admin reload", {"dry_run": True}))
    await discord.until(lambda: discord.sent("POST", "/interactions/*/callback"))
    bot.proc.send_signal(signal.SIGTERM)
    bot.proc.send_signal(signal.SIGTERM)
    assert "Reload" in (await answering).text
    assert await bot.stop() == 0


async def test_buttons_work_after_the_process_was_killed(discord, bot):
    alice = discord.user("alice")
    answer = await discord.slash(alice, "general", "quote", {"speaker": "Ida Adler"})
    first = answer.text
    await bot.kill9()
    await bot.restart()
    await answer.click("Next")
    assert answer.text != first


async def test_commands_are_registered_anew_only_when_they_changed(discord, bot):
    assert discord.syncs == 1
    await bot.restart()
    assert discord.syncs == 1


async def test_commands_for_one_server_come_to_it_alone(discord, process):
    other = discord.add_guild("Elsewhere", ["room"])
    async with process(env={"DEV_GUILD_ID": str(discord.guild.id), "LOG_FORMAT": "json"}) as bot:
        assert (await discord.slash(discord.user("alice"), "general", "quote")).text
        with pytest.raises(AssertionError, match="no command"):
            await discord.slash(discord.user("eve", guild=other), discord.channel("room"), "quote")
        await bot.stop()
        assert all(json.loads(line)["message"] for line in bot.log.splitlines())


async def test_another_address_is_enough_to_find_the_gateway_also_when_a_session_is_lost(discord, process):
    bot = process()
    for helping in ("LOOPBACK_URL", "PYTHONPATH"):
        bot.env.pop(helping)
    async with bot:
        alice = discord.user("alice")
        assert (await discord.slash(alice, "general", "quote")).text
        discord.gateway.send(9, False)
        await discord.until(lambda: len(discord.gateway.identifies) == 2, 20)
        await discord.until(lambda: any(conn.session for conn in discord.gateway.conns))
        assert (await discord.slash(alice, "general", "quote")).text
        assert discord.syncs == 1


async def test_the_token_is_in_no_line_of_the_log(discord, process):
    async with process(env={"LOG_LEVEL": "DEBUG"}) as bot:
        await discord.slash(discord.user("alice"), "general", "quote")
        await bot.stop()
        assert bot.env["DISCORD_TOKEN"] not in bot.log
        assert len(bot.log.splitlines()) > 20


async def test_an_answer_that_comes_too_late_is_one_line_in_the_log(discord, bot):
    discord.ack_limit = 0.0
    await discord.slash(discord.user("alice"), "general", "quote", {"text": "two hands"})
    await discord.until(lambda: "/quote came too late" in bot.log)
    assert "Traceback" not in bot.log


async def test_of_two_copies_of_the_bot_one_answers_and_the_other_says_so_in_its_log(
    discord, bot, process, tiny_data, tmp_path
):
    data = shutil.copytree(tiny_data, tmp_path / "other")
    async with process(env={"DATA_DIR": str(data)}) as other:
        answer = await discord.slash(discord.user("alice"), "general", "quote", {"text": "two hands"})
        await discord.until(lambda: "was answered already" in bot.log + other.log)
        assert len(answer.messages) == 1
        assert "Traceback" not in bot.log + other.log


async def test_an_interaction_delivered_twice_is_answered_once(discord, bot):
    alice = discord.user("alice")
    answer = await discord.slash(alice, "general", "quote")
    (session,) = discord.gateway.sessions.values()
    again = next(frame for frame in session.buffer if frame["t"] == "INTERACTION_CREATE")
    session.dispatch("INTERACTION_CREATE", again["d"])
    await discord.until(lambda: "delivered twice" in bot.log)
    assert len(discord.sent("POST", "/interactions/*/callback")) == 1
    assert answer.followups == []


async def test_a_reload_fails_no_command_that_runs_meanwhile(discord, bot, wire_data):
    mona, alice = discord.user("mona", permissions={"manage_guild"}), discord.user("alice")
    (wire_data / "sources" / "new.txt").write_text(
        "Lanterns\n\nA lantern was lit on the quay by the keeper.\n"
    )
    reload = asyncio.create_task(discord.slash(mona, "general", "admin reload"))
    answers = [await discord.slash(alice, "general", "quote", {"text": "rope"}) for _ in range(20)]
    assert all("“" in answer.text for answer in answers)
    assert "Reload" in (await reload).text


@pytest.mark.parametrize(
    ("world", "code", "words"),
    [
        ({"token": "another"}, 3, "does not take this token"),
        ({"approved_intents": 0}, 4, "refuses the connection"),
    ],
)
async def test_a_refusal_by_discord_ends_the_bot_with_its_own_code_and_a_clear_line(
    discord, process, world, code, words
):
    for name, value in world.items():
        setattr(discord, name, value)
    async with process(wait=False) as bot:
        await asyncio.wait_for(bot.proc.wait(), 20)
        await discord.until(lambda: words in bot.log)
    assert bot.returncode == code
    assert "Traceback" not in bot.log


async def test_a_bot_started_too_often_stops_before_it_costs_the_token(discord, process, monkeypatch):
    import restapi

    def none_left(world, query):
        limit = {"total": 1000, "remaining": 0, "reset_after": 7_200_000, "max_concurrency": 1}
        return {"url": f"{world.url}/gateway", "shards": 1, "session_start_limit": limit}

    routes = [
        ("GET", rx, none_left) if rx.match("/gateway/bot") else (way, rx, fn)
        for way, rx, fn in restapi.ROUTES
    ]
    monkeypatch.setattr(restapi, "ROUTES", routes)
    async with process(wait=False) as bot:
        await asyncio.wait_for(bot.proc.wait(), 20)
        await discord.until(lambda: "no new session for 2.0 hours" in bot.log)
    assert bot.returncode == 5
    assert not discord.gateway.identifies
