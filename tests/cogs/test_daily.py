"""/daily: moderators set a time, and one true fact a day is posted."""

import re

import discord
import pytest

from bot.store.state import daily, suggestions
from tests.conftest import MARKED, shown, walk

AT_NINE = {"time": "09:00", "timezone": "Europe/Lisbon"}


@pytest.fixture
async def poller(bot):
    """The bot's own, held still, so that a test says when it looks; and its clock, which a test can set."""
    cog = bot.get_cog("Daily")
    await cog.cog_unload()
    return cog.poller


async def at_due(app, server, clock):
    async with app.state.read() as tx:
        schedule = await daily.schedule_of(tx, server.id)
    clock.now = schedule.next_at / 1000 + 1


def posted(bot, channel):
    """What the bot has posted in a channel, each as a person reads it."""
    mine = [message for message in channel.history() if message.author.id == bot.user.id]
    return [MARKED.sub(r"\1", "\n".join(_texts(message.components))) for message in mine]


def _texts(components):
    for component in components:
        if content := getattr(component, "content", None):
            yield content
        yield from _texts(getattr(component, "children", ()))


class Clock:
    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now


@pytest.fixture
def clock(app, poller):
    clock = Clock(app.now())
    app.now = poller._now = clock
    return clock


async def test_a_moderator_sets_a_time_and_sees_when_the_next_one_comes(moderator, general):
    answer = await moderator.slash(general, "daily set", channel=general, **AT_NINE)
    assert answer.ephemeral
    assert re.search(r"every day at 09:00, Europe/Lisbon\.\nThe next one comes <t:\d+:F>", shown(answer))


async def test_one_true_fact_is_posted_when_it_is_due_and_only_one(
    bot, moderator, general, server, app, poller, clock
):
    await moderator.slash(general, "daily set", channel=general, **AT_NINE)
    await at_due(app, server, clock)
    await poller.look()
    await poller.look()
    (post,) = posted(bot, general)
    assert "“" in post and "paragraph" in post
    status = shown(await moderator.slash(general, "daily status"))
    assert "posted" in status


async def test_the_preview_tells_what_is_posted(bot, moderator, general, server, app, poller, clock):
    await moderator.slash(general, "daily set", channel=general, **AT_NINE)
    preview = shown(await moderator.slash(general, "daily preview"))
    first = re.sub(r"^- <t:\d+:D> (\*\*.*?\*\*:? )?", "", preview.splitlines()[1])
    await at_due(app, server, clock)
    await poller.look()
    assert first.rstrip("…") in posted(bot, general)[0]


async def test_off_stops_it(bot, moderator, general, server, app, poller, clock):
    await moderator.slash(general, "daily set", channel=general, **AT_NINE)
    await at_due(app, server, clock)
    await moderator.slash(general, "daily off")
    await poller.look()
    assert posted(bot, general) == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"time": "25:00"}, "I cannot read “25:00” as a time of day."),
        ({"timezone": "Atlantis"}, "I know no time zone “Atlantis”."),
    ],
)
async def test_a_slip_is_answered_with_what_to_write(moderator, general, options, words):
    answer = await moderator.slash(general, "daily set", channel=general, **{**AT_NINE, **options})
    assert answer.ephemeral
    assert words in shown(answer)


async def test_without_a_daily_post_it_says_how_to_get_one(moderator, general):
    assert "No daily post is set up" in shown(await moderator.slash(general, "daily status"))
    assert "/daily set" in shown(await moderator.slash(general, "daily preview"))


async def test_others_are_refused_even_where_the_server_shows_them_the_command(bot, server, alice, general):
    server.set_command_permissions(bot.commands_tree.ids["daily"], {alice: True})
    answer = await alice.slash(general, "daily status")
    assert answer.ephemeral
    assert "That is for moderators" in shown(answer)


async def test_zones_are_suggested_with_their_offset(moderator, general):
    choices = await moderator.autocomplete(general, "daily set", "timezone", "osak")
    assert choices[0] == {"name": "Asia/Tokyo (UTC+09:00)", "value": "Asia/Tokyo"}


async def test_where_the_bot_may_not_write_nothing_is_set(bot, moderator, server, general):
    overwrite = discord.PermissionOverwrite(send_messages=False)
    hall = server.create_text_channel("hall", overwrites={server.me: overwrite})
    answer = await moderator.slash(general, "daily set", channel=hall, **AT_NINE)
    assert answer.ephemeral
    assert "Send Messages" in shown(answer)
    assert "No daily post is set up" in shown(await moderator.slash(general, "daily status"))


async def chosen(moderator, answer, custom_id, place):
    """Chooses an option of a menu by its place; gives what the message shows then."""
    (menu,) = [part for part in walk(answer.response.components) if part.get("custom_id") == custom_id]
    again = await moderator.select(
        answer.response, custom_id=custom_id, values=[menu["options"][place]["value"]]
    )
    return answer.response if again is None else again


async def test_a_fact_can_be_skipped(moderator, general):
    await moderator.slash(general, "daily set", channel=general, **AT_NINE)
    answer = await moderator.slash(general, "daily preview")
    lines = facts_of(shown(answer))
    await chosen(moderator, answer, "daily-skip", 0)
    after = facts_of(shown(await moderator.slash(general, "daily preview")))
    assert after[0] == lines[1]


async def test_a_fact_can_be_pinned_to_its_day(moderator, general):
    await moderator.slash(general, "daily set", channel=general, **AT_NINE)
    answer = await moderator.slash(general, "daily preview")
    third = facts_of(shown(answer))[2]
    await chosen(moderator, answer, "daily-pin", 2)
    answer = await moderator.slash(general, "daily preview")
    await chosen(moderator, answer, "daily-skip", 0)
    preview = shown(await moderator.slash(general, "daily preview"))
    assert facts_of(preview)[2] == third
    assert preview.count("📌") == 1


def facts_of(preview):
    return [
        re.sub(r"^- <t:\d+:D>( 📌)? ", "", line) for line in preview.splitlines() if line.startswith("- ")
    ]


async def test_a_post_that_went_through_is_found_again_and_not_repeated(
    bot, moderator, general, server, app, poller, clock
):
    await moderator.slash(general, "daily set", channel=general, **AT_NINE)
    await at_due(app, server, clock)
    await poller.look()
    async with app.state.write() as tx:  # as if the process had died before it wrote that down
        (post,) = await daily.last_posts(tx, server.id, limit=1)
        posted_at = int(discord.utils.snowflake_time(post.message).timestamp() * 1000)
        await tx.execute(
            daily.post_table.update().values(state=daily.CLAIMED, message=None, lease=0, tried=posted_at)
        )
    clock.now += 600
    await poller.look()
    assert len(posted(bot, general)) == 1
    async with app.state.read() as tx:
        (found,) = await daily.last_posts(tx, server.id, limit=1)
    assert (found.state, found.message) == (daily.SENT, post.message)


async def test_a_thread_to_discuss_it_opens_on_wish(moderator, general, server, app, poller, clock):
    await moderator.slash(general, "daily set", channel=general, **AT_NINE, thread=True)
    await at_due(app, server, clock)
    await poller.look()
    assert len(general.threads) == 1


async def test_a_member_suggests_a_fact_and_the_moderators_hear_of_it(bot, alice, moderator, server, general):
    await moderator.slash(general, "admin setup", channel=general)
    answer = await alice.slash(general, "suggest", fact="The first ferry was a raft of barrels.")
    assert answer.ephemeral
    assert "The moderators will look at it" in shown(answer)
    assert "The first ferry was a raft of barrels." in posted(bot, general)[0]


async def test_suggestions_wait_until_a_moderator_decides(alice, general, server, app):
    for number in range(5):
        await alice.slash(general, "suggest", fact=f"Fact number {number} of the ferry.")
    answer = await alice.slash(general, "suggest", fact="One more of the ferry.")
    assert "You have 5 suggestions waiting." in shown(answer)
    async with app.state.write() as tx:
        waiting = await suggestions.suggestions(tx, server.id)
        assert await suggestions.decide(tx, server.id, waiting[0].id, approved=True)
        assert not await suggestions.decide(tx, server.id, waiting[0].id, approved=False)
    async with app.state.read() as tx:
        (approved,) = await suggestions.suggestions(tx, server.id, suggestions.APPROVED)
    assert approved.text == "Fact number 0 of the ferry."
