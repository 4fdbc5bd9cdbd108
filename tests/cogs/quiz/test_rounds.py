"""/quiz: whole rounds, as players see them."""

from __future__ import annotations

import discord
import pytest

from bot.client import Colloquy
from bot.quiz.asked import loads
from bot.store.state import reports, rounds
from tests.cogs.quiz.conftest import plain
from tests.conftest import buttons, read, shown

ROUND = {"mode": "who-said", "questions": 2, "seconds": 20}


def question_of(card: str) -> str:
    """What is asked, without the count of answers and the time."""
    return card.partition("Time is up")[0]


def button_id(message, label):
    return buttons(plain(message))[label].custom_id


async def forge(person, play, custom_id):
    """A press on a button with this custom id, on a message of the bot that still shows it."""
    channel = play.world.bot.get_channel(play.channel.id)
    view = discord.ui.View(timeout=None).add_item(discord.ui.Button(label="press", custom_id=custom_id))
    message = await channel.send(view=view)
    return shown(await person.click(message, label="press"))


async def test_a_round_for_two_from_the_first_question_to_the_table(alice, bob, general, play):
    started = await alice.slash(general, "quiz start", **ROUND)
    assert started.ephemeral
    assert "2 questions, 20 seconds each" in shown(started)
    assert play.card.startswith("### Question 1 of 2 · who-said\n**Who said this?**\n> ")
    assert "**A** " in play.card and "no answer yet" in play.card

    right = play.right()
    counted = await alice.click(play.message, label=right)
    assert counted.ephemeral
    assert f"Your answer is **{right.replace(':', '')}**." in shown(counted)
    await play.wait(7)
    assert "1 answer" in play.card
    await bob.click(play.message, label=play.wrong())

    await play.wait(17)
    assert "✅ right: **" in play.card and play.card.count("❌ wrong: **") == 2
    assert "“" in play.card and "paragraph" in play.card
    assert f"1 of 2 right: {alice.mention} +1000" in play.card
    assert play.buttons == {"Report"}

    await play.wait(10)
    assert "Question 2 of 2" in play.card
    await bob.click(play.message, label=play.right())
    await play.wait(22)
    await play.wait(10)
    assert len(play.cards) == 3
    assert play.card.startswith("### The round is over\n**1.**")
    assert f"**1.** {alice.mention} · 1,000 points · 1 of 2 right" in play.card
    assert "Hardest: question 1, right for 1 of 2." in play.card
    assert play.buttons == {"What I missed", "Play again"}


async def test_one_person_alone_plays_and_gets_the_table_but_no_place_on_the_leaderboard(
    alice, general, play
):
    await alice.slash(general, "quiz start", **ROUND | {"questions": 1})
    await alice.click(play.message, label=play.right())
    await play.wait(22)
    await play.wait(10)
    assert f"**1.** {alice.mention} · 1,000 points · 1 of 1 right" in play.card
    board = shown(await alice.slash(general, "quiz leaderboard"))
    assert "Nobody has points yet." in board
    assert "Only questions that at least two people answered" in board


async def test_thirty_people_share_a_round_and_the_table_names_twenty(member, general, play):
    people = [member(f"reader-{number:02}") for number in range(30)]
    await people[0].slash(general, "quiz start", **ROUND | {"questions": 1})
    right, message = play.right(), play.message
    for person in people:
        await person.click(message, label=right)
    await play.wait(22)
    assert "30 of 30 right" in play.card
    assert "and 20 more" in play.card
    await play.wait(10)
    assert play.card.count("1,000 points") == 20
    assert "and 10 more" in play.card
    assert "Hardest" not in play.card


async def test_a_second_click_changes_nothing_and_says_so(alice, bob, general, play):
    await alice.slash(general, "quiz start", **ROUND)
    right, wrong = play.right(), play.wrong()
    await bob.click(play.message, label=wrong)
    again = await bob.click(play.message, label=right)
    assert again.ephemeral
    assert f"You have answered this one already: **{wrong.replace(':', '')}**." in shown(again)
    await play.wait(22)
    assert "1 answer, none right." in play.card


async def test_a_click_after_the_deadline_is_too_late_by_its_own_time(alice, general, play):
    await alice.slash(general, "quiz start", **ROUND)
    await play.wait(20.5)  # the time is up, and clicks from before it may still arrive
    late = await alice.click(play.message, label=play.right())
    assert "Too late: the time was up 0." in shown(late)
    await play.wait(2)
    assert "Nobody answered." in play.card


async def test_an_option_of_a_question_that_is_over_is_not_open_any_more(alice, bob, general, play):
    await alice.slash(general, "quiz start", **ROUND)
    message, label = play.message, play.right()
    custom_id = button_id(message, label)
    await play.wait(22)
    await play.wait(10)
    answer = await forge(bob, play, custom_id)
    assert answer == "This question is not open any more."


async def test_the_starter_skips_and_others_may_not(alice, bob, general, play):
    await alice.slash(general, "quiz start", **ROUND)
    refused = await bob.click(play.message, label="Skip")
    assert refused.ephemeral
    assert "Only whoever started this round, or a moderator, can do that." in shown(refused)
    await alice.click(play.message, label="Skip")
    assert "Nobody answered." in play.card
    await play.wait(10)
    assert "Question 2 of 2" in play.card


async def test_the_starter_stops_a_round_and_the_scores_so_far_stand(alice, bob, general, play):
    await alice.slash(general, "quiz start", **ROUND)
    await bob.click(play.message, label=play.right())
    refused = await bob.slash(general, "quiz stop")
    assert "Only whoever started this round" in shown(refused)
    stopped = await alice.slash(general, "quiz stop")
    assert stopped.ephemeral
    assert len(play.cards) == 2
    assert "✅ right:" in play.cards[0]
    assert play.card.startswith(f"### The round was stopped\n**1.** {bob.mention} · 1,000 points")
    assert "No round is going on" in shown(await alice.slash(general, "quiz stop"))


async def test_a_moderator_stops_anybodys_round(alice, moderator, general, play):
    await alice.slash(general, "quiz start", **ROUND)
    await moderator.click(play.message, label="Stop")
    assert "The round was stopped" in play.card


async def test_one_round_at_a_time_in_a_channel_and_as_many_as_there_are_channels(
    alice, bob, server, general, play, discord_world
):
    await alice.slash(general, "quiz start", **ROUND)
    refused = await bob.slash(general, "quiz start", **ROUND)
    assert refused.ephemeral
    assert "A round is going on in this channel." in shown(refused)

    other = server.create_text_channel("other")
    there = type(play)(discord_world, other)
    await bob.slash(other, "quiz start", **ROUND)
    await alice.click(play.message, label=play.right())
    await bob.click(there.message, label=there.right())
    await play.wait(22)
    assert f"{alice.mention} +1000" in play.card
    assert f"1 of 1 right: {bob.mention}" in there.card
    assert len(play.cards) == len(there.cards) == 1


async def test_three_questions_without_an_answer_pause_the_round_until_somebody_goes_on(alice, general, play):
    await alice.slash(general, "quiz start", **ROUND | {"questions": 5})
    for _ in range(2):
        await play.wait(22)
        await play.wait(10)
    await play.wait(22)
    assert "Paused: nobody answered three questions." in play.card
    await play.wait(60)
    assert len(play.cards) == 3
    await alice.click(play.message, label="Continue")
    assert "Paused" not in play.cards[2]
    assert "Question 4 of 5" in play.card


async def test_a_paused_round_ends_by_itself(alice, general, play, monkeypatch):
    monkeypatch.setattr("bot.quiz.round.PATIENCE", 60_000)  # for half an hour
    await alice.slash(general, "quiz start", **ROUND | {"questions": 5})
    for _ in range(2):
        await play.wait(22)
        await play.wait(10)
    await play.wait(22)
    await play.wait(60)
    assert "nobody took it up" in play.card
    assert "Nobody answered." in play.card


async def test_what_one_missed_is_shown_to_oneself_alone(alice, bob, general, play):
    await alice.slash(general, "quiz start", **ROUND)
    await alice.click(play.message, label=play.right())
    await bob.click(play.message, label=play.wrong())
    await play.wait(22)
    await play.wait(10)
    await alice.click(play.message, label=play.right())
    await alice.slash(general, "quiz stop")
    mine = await bob.click(play.message, label="What I missed")
    assert mine.ephemeral
    assert "**1. Who said this?**" in shown(mine) and "**2. Who said this?**" in shown(mine)
    assert "You did not answer." in shown(mine)
    assert "Nothing: all right." in shown(await alice.click(play.message, label="What I missed"))


async def test_play_again_begins_a_round_like_the_last_one(alice, bob, general, play):
    await alice.slash(general, "quiz start", **ROUND)
    await alice.click(play.message, label=play.right())
    await alice.slash(general, "quiz stop")
    await bob.click(play.message, label="Play again")
    assert "Question 1 of 2 · who-said" in play.card
    await bob.slash(general, "quiz stop")


async def test_a_reported_question_rests_and_moderators_get_a_notice(
    alice, bob, moderator, general, play, app, server
):
    notices = server.create_text_channel("notices")
    await moderator.slash(general, "admin setup", channel=notices)
    await alice.slash(general, "quiz start", **ROUND)
    await alice.click(play.message, label="Skip")
    thanks = await bob.click(play.message, label="Report")
    assert thanks.ephemeral
    assert "rests until a moderator has looked at it" in shown(thanks)
    async with app.state.read() as tx:
        (report,) = await reports.waiting(tx, server.id)
    assert report.reporter == bob.id
    await alice.click(play.message, label="Report")
    (notice,) = notices.history()
    assert f"{bob.mention} reports a question:\n**Who said this?**" in read(plain(notice))
    assert loads(report.snapshot).words in play.card


async def test_a_round_goes_on_after_a_restart_with_the_same_question_and_the_same_scores(
    alice, bob, general, play, discord_world, app
):
    await alice.slash(general, "quiz start", **ROUND)
    await alice.click(play.message, label=play.right())
    before = play.card
    await play.wait(4)
    await discord_world.restart_bot(Colloquy(app, shard_count=1))
    assert question_of(play.card) == question_of(before)
    assert len(play.cards) == 1
    assert "already" in shown(await alice.click(play.message, label=play.wrong()))
    await bob.click(play.message, label=play.right())
    await play.wait(18)
    assert f"2 of 2 right: {alice.mention} +1000, {bob.mention} +" in play.card


async def test_a_restart_before_the_table_shows_it_once(alice, general, play, discord_world, app):
    await alice.slash(general, "quiz start", **ROUND | {"questions": 1})
    await alice.click(play.message, label=play.right())
    await play.wait(22)
    discord_world.inject_error("POST", f"/channels/{general.id}/messages", status=500, times=None)
    await play.wait(10.5)
    assert len(play.cards) == 1
    discord_world.backend.faults.clear()
    await discord_world.restart_bot(Colloquy(app, shard_count=1))
    assert len(play.cards) == 2
    assert "The round is over" in play.card
    await discord_world.restart_bot(Colloquy(app, shard_count=1))
    assert len(play.cards) == 2


async def test_a_question_that_was_sent_but_not_noted_down_is_found_again(
    alice, general, play, discord_world, app
):
    await alice.slash(general, "quiz start", **ROUND)
    async with app.state.write() as tx:
        (one,) = await rounds.unfinished(tx)
        await rounds.put_message(tx, one.id, 0, None)
    await discord_world.restart_bot(Colloquy(app, shard_count=1))
    assert len(play.cards) == 1


async def test_a_reload_in_the_middle_changes_nothing(alice, general, play, app):
    await alice.slash(general, "quiz start", **ROUND)
    before, right = play.card, play.right()
    source = app.config.sources / "ropes.txt"
    source.write_text("Something else altogether stands here now, and nothing of what stood here before.")
    await app.reload()
    await alice.click(play.message, label=right)
    await play.wait(7)
    assert question_of(play.card) == question_of(before)
    await play.wait(17)
    assert f"{alice.mention} +1000" in play.card


async def test_a_round_whose_channel_is_closed_to_the_bot_ends_tidily(
    alice, general, play, discord_world, app
):
    await alice.slash(general, "quiz start", **ROUND)
    for method, path in (("PATCH", "messages/*"), ("POST", "messages")):
        discord_world.inject_error(
            method, f"/channels/{general.id}/{path}", status=403, code=50001, times=None
        )
    requests = len(discord_world.http_requests)
    await play.wait(22)
    await play.wait(90)
    assert len(discord_world.http_requests) - requests <= 2
    async with app.state.read() as tx:
        assert await rounds.unfinished(tx) == []


async def test_trouble_at_discord_is_waited_out(alice, general, play, discord_world):
    discord_world.inject_error("POST", f"/channels/{general.id}/messages", status=503, times=1)
    await alice.slash(general, "quiz start", **ROUND)
    await play.wait(2)
    assert len(play.cards) == 1


async def test_where_the_bot_may_not_write_no_round_begins(alice, server, play):
    hidden = server.create_text_channel(
        "quiet", overwrites={server.me: discord.PermissionOverwrite(send_messages=False)}
    )
    refused = await alice.slash(hidden, "quiz start", **ROUND)
    assert refused.ephemeral
    assert "I may not post in this channel." in shown(refused)


async def test_the_leaderboard_counts_what_two_played(alice, bob, general, play):
    await alice.slash(general, "quiz start", **ROUND | {"questions": 1})
    await alice.click(play.message, label=play.right())
    await bob.click(play.message, label=play.wrong())
    await alice.slash(general, "quiz stop")
    board = shown(await bob.slash(general, "quiz leaderboard", period="week", mode="who-said"))
    assert board.startswith("### The last 7 days · who-said\n")
    assert f"**1.** {alice.mention} · 1,000 points · 1 of 1 right\n**2.** {bob.mention} · 0 points" in board


async def test_ones_own_record_is_by_mode_document_and_speaker_and_private(alice, bob, general, play):
    await alice.slash(general, "quiz start", **ROUND | {"questions": 1})
    right = play.right()
    await alice.click(play.message, label=right)
    await alice.slash(general, "quiz stop")
    record = await alice.slash(general, "quiz stats")
    assert record.ephemeral
    assert "**By mode**\nwho-said: 1 of 1 right (100%)" in shown(record)
    assert f"**By speaker**\n{right.partition(': ')[2]}: 1 of 1 right (100%)" in shown(record)
    assert "No answers yet." in shown(await bob.slash(general, "quiz stats"))


async def test_of_another_member_one_sees_what_the_leaderboard_shows(alice, bob, general, play):
    await alice.slash(general, "quiz start", **ROUND | {"questions": 1})
    await alice.click(play.message, label=play.right())
    await alice.slash(general, "quiz stop")
    seen = await bob.slash(general, "quiz stats", member=alice)
    assert seen.ephemeral
    assert shown(seen).startswith(f"{alice.mention}\nNo points yet.")


@pytest.mark.parametrize(
    ("id", "answer"),
    [
        ("quiz:zzz:0:0", "This question is not open any more."),
        ("quiz:0:99:9", "This question is not open any more."),
        ("quizdo:stop:zzz", "No round is going on"),
        ("quizmissed:zzz", "no longer works"),
        ("quizagain:zzz", "no longer works"),
        ("quizreport:zzz:1", "no longer works"),
    ],
)
async def test_forged_buttons_do_no_harm(alice, general, play, id, answer):
    assert answer in await forge(alice, play, id)


async def test_the_count_of_answers_is_edited_now_and_then_and_not_at_each_answer(
    member, general, play, discord_world
):
    people = [member(f"reader-{number}") for number in range(12)]
    await people[0].slash(general, "quiz start", **ROUND)
    right, message = play.right(), play.message
    for person in people:
        await person.click(message, label=right)
    await play.wait(7)
    assert "12 answers" in play.card
    edits = [request for request in discord_world.http_requests if request.method == "PATCH"]
    assert len(edits) <= 2
