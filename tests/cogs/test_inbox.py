"""/admin inbox shows what waits, one of each kind, and goes on to the next when a word is said."""

import pytest

from bot.quiz.asked import Asked, Choice, dumps
from bot.store.state import reports, suggestions
from bot.store.state.suggestions import APPROVED, REFUSED, Suggestion
from tests.conftest import buttons, shown

QUESTION = Asked(
    "who-said:1", "who-said", "Who said this?", (Choice("Ida Adler", "hers"), Choice("Jonas Berg", "")), 0,
    words="Two hands on one rope",
)  # fmt: skip


@pytest.fixture
async def waiting(app, server, alice):
    async with app.state.write() as tx:
        for id, text in enumerate(("The quay is **old**.", "The wall is new."), 1):
            await suggestions.suggest(tx, Suggestion(id, server.id, alice.id, text, 1_000))
        await reports.report(
            tx, server.id, QUESTION.id, reporter=alice.id, at=1_000, snapshot=dumps(QUESTION), note="Odd"
        )


async def test_an_empty_inbox_says_so(moderator, general):
    answer = await moderator.slash(general, "admin inbox")
    assert answer.ephemeral
    assert "Nothing waits for you." in shown(answer)


async def test_suggested_facts_are_taken_or_refused_one_after_the_other(
    waiting, moderator, general, app, server
):
    answer = await moderator.slash(general, "admin inbox")
    assert "**2 suggested facts**\n> The quay is **old**." in shown(answer)
    await moderator.click(answer.response, label="Take the fact")
    assert "**1 suggested fact**\n> The wall is new." in shown(answer)
    await moderator.click(answer.response, label="Refuse it")
    assert "suggested fact" not in shown(answer)
    async with app.state.read() as tx:
        assert [one.id for one in await suggestions.suggestions(tx, server.id, APPROVED)] == [1]
        assert [one.id for one in await suggestions.suggestions(tx, server.id, REFUSED)] == [2]
    assert "suggested fact 1 (approved)" in shown(await moderator.slash(general, "admin status"))


@pytest.mark.parametrize(("word", "rests"), [("Retire the question", {QUESTION.id}), ("It is sound", set())])
async def test_a_reported_question_is_retired_or_asked_again(
    waiting, moderator, general, app, server, word, rests
):
    answer = await moderator.slash(general, "admin inbox")
    assert "Right: **Ida Adler** · wrong: Jonas Berg" in shown(answer)
    assert "they say: Odd" in shown(answer)
    await moderator.click(answer.response, label=word)
    assert "reported question" not in shown(answer)
    assert "Take the fact" in buttons(answer.response)
    async with app.state.read() as tx:
        assert await reports.resting(tx, server.id) == rests


async def test_what_another_moderator_has_decided_is_not_decided_again(waiting, moderator, general, app):
    first = await moderator.slash(general, "admin inbox")
    second = await moderator.slash(general, "admin inbox")
    await moderator.click(first.response, label="Take the fact")
    await moderator.click(second.response, label="Refuse it")
    assert "> The wall is new." in shown(second)
