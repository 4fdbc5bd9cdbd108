"""/quiz: whole rounds, as players see them."""

from __future__ import annotations

from tests.conftest import shown

ROUND = {"mode": "who-said", "questions": 2, "seconds": 20}


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
    await play.wait(5)
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
