"""A round goes on where it was, whenever its process is killed: the same table, and no message twice."""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.acceptance.conftest import CHECKOUT, LOOPBACK
from tests.cogs.quiz.conftest import right_option
from tests.cogs.quiz.conftest import tiny_data as tiny_data
from tests.conftest import buttons, read

MORTAL = Path(__file__).with_name("mortal.py")
QUESTIONS = 2
# the round; for each question its message, two answers, the answer, what follows; the table's message
WRITES = 12
AT_ONCE = 4
SURVIVED = "never:0"


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_round_killed_at_any_write_ends_in_the_same_table(tiny_data, tmp_path, when):
    limit = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> None:
        async with limit:
            await killed_at(f"{when}:{number}", Path(shutil.copytree(tiny_data, tmp_path / str(number))))

    await asyncio.gather(*(one(number) for number in range(1, WRITES + 1)))


async def killed_at(when: str, data: Path) -> None:
    sys.path.insert(0, str(LOOPBACK))
    from loopback import Loopback

    settings = {"DATA_DIR": str(data), "DIE": when, "PYTHONPATH": str(CHECKOUT)}
    async with (
        Loopback() as world,
        world.bot([sys.executable, str(MORTAL)], cwd=CHECKOUT, env=settings, timeout=120) as bot,
    ):
        await play(world, bot)
        cards = [read(SimpleNamespace(**message)) for message in world.messages("general")]
        alice, bob = (user for user in world.users.values() if user.name in ("alice", "bob"))
        assert bot.env["DIE"] == SURVIVED, f"nothing was written at {when}"
        assert [re.match(r"### (.*?)(?: · |\n)", card)[1] for card in cards] == [
            "Question 1 of 2",
            "Question 2 of 2",
            "The round is over",
        ], (when, cards, bot.log)
        assert re.search(rf"\*\*1\.\*\* <@{alice.id}> · [\d,]+ points · 2 of 2 right", cards[-1]), (
            when,
            cards,
        )
        assert f"**2.** <@{bob.id}> · 0 points · 0 of 2 right" in cards[-1], (when, cards)
        assert not world.violations and not world.unhandled


async def play(world, bot) -> None:
    """Two people who start a round, answer each question once, and press again what went unanswered."""
    alice, bob = world.user("alice"), world.user("bob")
    answered: set[tuple[str, str]] = set()
    for _ in range(200):
        if bot.proc.returncode is not None:
            bot.env["DIE"] = SURVIVED
            await bot.restart()
        shown = world.messages("general")
        if not shown:
            await world.slash(
                alice, "general", "quiz start", {"mode": "who-said", "questions": QUESTIONS, "seconds": 30}
            )
            await asyncio.sleep(0.3)
            continue
        last = SimpleNamespace(**shown[-1])
        card = read(last)
        if "Play again" in buttons(last):
            await asyncio.sleep(0.3)
            if bot.proc.returncode is None:
                return
        elif "Skip" in buttons(last):
            question = card.partition("\n")[0]
            right = right_option(card, buttons(last))
            wrong = next(label for label in buttons(last) if ": " in label and label != right)
            for user, label in ((alice, right), (bob, wrong)):
                if (question, user.name) not in answered:
                    said = (await world.click(user, shown[-1], label)).text
                    if "Your answer is" in said or "already" in said:
                        answered.add((question, user.name))
            if {(question, "alice"), (question, "bob")} <= answered:
                await world.click(alice, shown[-1], "Skip")
        await asyncio.sleep(0.1)
    raise AssertionError(f"the round never ended: {[read(SimpleNamespace(**m)) for m in shown]}\n{bot.log}")
