"""/review: what one missed comes back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from bot.quiz.asked import dumps
from bot.store.state import cards
from tests.conftest import buttons, shown
from tests.quiz.game import question

ROUND = {"mode": "who-said", "questions": 1, "seconds": 20}


async def miss(alice, general, play) -> str:
    """Plays a round of one question and misses it; what was asked."""
    await alice.slash(general, "quiz start", **ROUND)
    words = play.card.partition("> ")[2].partition("\n")[0]
    await alice.click(play.message, label=play.wrong())
    await alice.slash(general, "quiz stop")
    return words


async def test_what_was_missed_is_a_card_and_what_was_known_is_not_due(alice, bob, general, play):
    await alice.slash(general, "quiz start", **ROUND)
    words = play.card.partition("> ")[2].partition("\n")[0]
    await alice.click(play.message, label=play.wrong())
    await bob.click(play.message, label=play.right())
    await alice.slash(general, "quiz stop")
    mine = await alice.slash(general, "review")
    assert mine.ephemeral
    assert "Review · 1 card to go" in shown(mine)
    assert words in shown(mine)
    assert "right" not in shown(mine)
    his = await bob.slash(general, "review")
    assert "No card is due now." in shown(his)
    await bob.click(his.response, label="Review the 1 I knew as well")
    assert words in shown(his)


async def test_a_card_is_turned_over_graded_and_comes_back_when_it_is_due(alice, general, play):
    words = await miss(alice, general, play)
    answer = await alice.slash(general, "review")
    await alice.click(answer.response, label="Reveal")
    assert f"“{words}”" in shown(answer)
    assert "✅ right:" in shown(answer)
    grades = [label for label in buttons(answer.response) if ": " in label]
    assert grades == ["Again: 1 min", "Hard: 6 min", "Good: 10 min", "Easy: 8 d"]
    await alice.click(answer.response, label="Again: 1 min")
    assert "1 card reviewed. The next one comes <t:" in shown(answer)
    assert "No card is due now." in shown(await alice.slash(general, "review"))
    await play.wait(61)
    assert words in shown(await alice.slash(general, "review"))


async def test_a_grade_pressed_twice_counts_once(alice, general, play, app, server):
    await miss(alice, general, play)
    one, other = await alice.slash(general, "review"), await alice.slash(general, "review")
    await alice.click(one.response, label="Reveal")
    await alice.click(other.response, label="Reveal")
    await alice.click(one.response, label="Easy: 8 d")
    again = await alice.click(other.response, label="Easy: 8 d")
    assert again.ephemeral
    assert "no longer works" in shown(again)
    async with app.state.read() as tx:
        (card,) = await cards.all_cards(tx, server.id, alice.id, missed=True)
    assert card.reviews == 1


@pytest.mark.long
async def test_a_card_whose_passage_is_gone_is_set_aside_and_says_so(alice, general, app, server):
    lost = replace(question(0), passages=("ropes#000000000000",))
    async with app.state.write() as tx:
        await cards.add_card(
            tx, server.id, alice.id, identity=lost.id, snapshot=dumps(lost), missed=True, at=1
        )
    answer = await alice.slash(general, "review")
    assert "1 card set aside: the passage is gone." in shown(answer)
    assert "set aside" not in shown(await alice.slash(general, "review"))


async def test_a_missed_question_that_is_missed_again_is_one_card(alice, general, play, app, server):
    await miss(alice, general, play)
    async with app.state.write() as tx:
        (card,) = await cards.all_cards(tx, server.id, alice.id, missed=True)
        await cards.add_card(
            tx, server.id, alice.id, identity=card.identity, snapshot=card.snapshot, missed=False, at=9
        )
        await cards.add_card(
            tx, server.id, alice.id, identity=card.identity, snapshot=card.snapshot, missed=True, at=5
        )
        (again,) = await cards.all_cards(tx, server.id, alice.id, missed=False)
    assert again.missed
    assert again.due == 5


async def test_another_server_has_other_cards(alice, general, play, discord_world):
    await miss(alice, general, play)
    elsewhere = discord_world.create_guild("Elsewhere")
    member = elsewhere.add_member(alice.user)
    answer = await member.slash(elsewhere.create_text_channel("general"), "review")
    assert "No card is due now." in shown(answer)


async def test_cards_can_be_taken_along(alice, bob, general, play):
    words = await miss(alice, general, play)
    answer = await alice.slash(general, "review")
    choice = await alice.click(answer.response, label="Export")
    assert choice.ephemeral
    assert "1 card that you missed, 1 in all" in shown(choice)
    table = await alice.click(choice.response, label="CSV, missed")
    (file,) = table.response.attachments
    (_, row) = csv.reader(io.StringIO((await file.read()).decode("utf-8-sig")))
    assert row[1] == words
    assert words in row[5]
    package = await alice.click(choice.response, label="Anki, all")
    assert package.ephemeral
    assert package.response.attachments[0].filename == "colloquy.apkg"
    nothing = await bob.slash(general, "review")
    assert "I found no cards" in shown(await bob.click(nothing.response, label="Export"))
