"""Two hundred people who click at once, more than once, and over slow lines: everybody answers exactly once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from bot.quiz import keeping
from bot.quiz.round import Answer, Deadline, Event, Phase, Round, Show, Told
from bot.quiz.table import table
from bot.store.state import State, scores
from cogs._rounds.clock import Clock
from cogs._rounds.game import GRACE, Game
from tests.quiz.game import START, started

PEOPLE, QUESTIONS, SECONDS = 200, 2, 20
Click = tuple[int, int, int]
"""When it was made, by whom, on which option."""


def still() -> datetime:
    """A clock that stands, so that only this test says when time is up."""
    return datetime.fromtimestamp(START / 1000, UTC)


class Silence:
    """A channel in which nothing needs to be shown."""

    async def show(self, round: Round, show: Show) -> None: ...


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    async with await State.open(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") as state:
        yield state


def clicks(rng: Random, round: Round) -> list[Click]:
    """Up to five clicks of each person, some of them before the first sight and some after the deadline."""
    end = round.deadline + 400
    return [
        (rng.randint(round.opened, end), person, rng.randrange(3))
        for person in range(1, PEOPLE + 1)
        for _ in range(rng.randint(1, 5))
    ]


def arrivals(rng: Random, made: list[Click]) -> list[tuple[int, Click]]:
    """Each click with when it comes in: 50 to 800 ms later, so that they overtake one another."""
    return sorted((click[0] + rng.randint(50, 800), click) for click in made)


def reference(made: list[Click], round: Round) -> dict[int, int]:
    """The points of everybody for one question, by the words of docs/quiz.md and not by our code."""
    points = {}
    for person in {person for _, person, _ in made}:
        own = sorted((at, option) for at, who, option in made if who == person and at < round.deadline)
        if own:
            at, option = own[0]
            spent = Fraction(at - round.opened, round.deadline - round.opened)
            points[person] = (
                int(1000 * (1 - spent / 2) + Fraction(1, 2)) if option == round.asked.right else 0
            )
    return points


@pytest.mark.long
async def test_two_hundred_people_answer_once_each_in_the_order_of_their_clicks(state: State) -> None:
    rng = Random(7)
    round = started(QUESTIONS, SECONDS)
    await keeping.open_round(state, round)
    over = asyncio.Event()
    game = Game(state, Silence(), Clock(still), round, over.set)  # type: ignore[arg-type]
    totals: dict[int, int] = {}
    try:
        for number in range(QUESTIONS):
            opened = game.round
            made = clicks(rng, opened)
            events: list[tuple[int, Event]] = [
                (at, Answer(number, person, option, made_at))
                for at, (made_at, person, option) in arrivals(rng, made)
            ]
            turns = await asyncio.gather(*(game.apply(event) for _, event in events))
            assert all(at < opened.deadline + 400 + GRACE for at, _ in events)
            expected = reference(made, opened)

            first = [turn for turn in turns if turn.told is Told.COUNTED]
            assert len(first) == len(expected) == len({turn.reply.user for turn in first if turn.reply})
            await game.apply(Deadline(opened.deadline + GRACE))
            replies = game.round.played[number]
            assert {reply.user: reply.points for reply in replies} == expected
            assert [reply.at for reply in replies] == sorted(reply.at for reply in replies)
            for person, points in expected.items():
                totals[person] = totals.get(person, 0) + points
            await game.apply(Deadline(game.round.deadline))
    finally:
        game.close()

    assert game.round.phase is Phase.ENDED
    standings = table(game.round.played)
    assert {one.user: one.points for one in standings} == totals
    for one in standings:
        assert one.rank == 1 + sum(points > one.points for points in totals.values())
    async with state.read() as tx:
        board = await scores.leaderboard(tx, round.guild, limit=PEOPLE)
    assert [(score.of, score.points) for score in board] == [(one.user, one.points) for one in standings]
