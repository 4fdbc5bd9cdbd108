"""Rounds on their way to the state and back: bot/quiz/keeping.py and bot/store/state/rounds.py."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import RoundOpen
from bot.quiz import keeping
from bot.quiz.round import Answer, Deadline, Ending, Event, Round, Skip, Stop, step
from bot.store.state import State, rounds, scores
from bot.store.state.rounds import StoredAnswer
from bot.store.state.scores import Score
from tests.quiz.game import ANN, BOB, CLEO, started

WEEK = 7 * 24 * 3_600_000


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    async with await State.open(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") as state:
        yield state


async def play(state: State, round: Round, *events: Event) -> Round:
    for event in events:
        turn = step(round, event)
        await keeping.write(state, round, turn)
        round = turn.round
    return round


async def kept(state: State) -> Round:
    (one,) = await keeping.unfinished(state)
    return one.round


async def test_after_every_turn_what_is_kept_is_the_round_itself(state: State) -> None:
    round = started(questions=2)
    await keeping.open_round(state, round)
    assert await kept(state) == round
    for event in (
        Answer(0, ANN, 0, round.opened + 500),
        Answer(0, BOB, 1, round.opened + 100),
        Answer(0, BOB, 0, round.opened + 700),  # too late to change their mind
        Deadline(round.deadline),
        Deadline(round.deadline + 100_000),
        Answer(1, ANN, 1, round.deadline + 100_500),
        Stop(round.deadline + 101_000),
    ):
        round = await play(state, round, event)
        assert await kept(state) == round


async def test_one_round_at_a_time_in_a_channel_but_as_many_as_there_are_channels(state: State) -> None:
    first = started()
    await keeping.open_round(state, first)
    with pytest.raises(RoundOpen):
        await keeping.open_round(state, replace(first, id=8))
    await keeping.open_round(state, replace(first, id=9, channel=3))
    await play(state, first, Stop(first.opened + 5))
    await keeping.open_round(state, replace(first, id=10))


async def test_a_start_that_is_delivered_twice_opens_one_round(state: State) -> None:
    await keeping.open_round(state, started())
    with pytest.raises(RoundOpen):
        await keeping.open_round(state, replace(started(), channel=99))


async def test_a_refused_round_leaves_nothing_behind(state: State) -> None:
    await keeping.open_round(state, started())
    with pytest.raises(RoundOpen):
        await keeping.open_round(state, replace(started(), id=8))
    assert await keeping.round_of(state, 8) is None


async def test_a_round_waits_for_its_table_until_the_table_is_on_show(state: State) -> None:
    round = started()
    await keeping.open_round(state, round)
    await play(state, round, Stop(round.opened))
    assert len(await keeping.unfinished(state)) == 1
    async with state.write() as tx:
        await rounds.put_table_message(tx, round.id, 555)
    assert await keeping.unfinished(state) == []


async def test_a_round_whose_channel_is_gone_waits_for_nothing(state: State) -> None:
    round = started()
    await keeping.open_round(state, round)
    await play(state, round, Stop(round.opened, Ending.GONE))
    assert await keeping.unfinished(state) == []


async def test_the_messages_of_the_questions_are_known_again(state: State) -> None:
    await keeping.open_round(state, started())
    async with state.write() as tx:
        await rounds.put_message(tx, 7, 0, 1234)
    (one,) = await keeping.unfinished(state)
    assert one.messages == {0: 1234}


@pytest.mark.parametrize(
    ("clicked", "stored", "choice"),
    [
        (99, True, 1),  # earlier: it replaces
        (100, False, 0),  # the same moment: the first stays
        (101, False, 0),
    ],
)
async def test_the_database_itself_keeps_the_earliest_click(
    state: State, clicked: int, stored: bool, choice: int
) -> None:
    await keeping.open_round(state, started())
    async with state.write() as tx:
        assert await rounds.put_answer(tx, 7, StoredAnswer(0, ANN, 0, 100, True, 900))
        assert await rounds.put_answer(tx, 7, StoredAnswer(0, ANN, 1, clicked, False, 0)) is stored
        assert [one.choice for one in await rounds.answers_of(tx, 7)] == [choice]


async def both_right(state: State, round: Round) -> None:
    await keeping.open_round(state, round)
    right = round.asked.right
    await play(
        state,
        round,
        Answer(0, ANN, right, round.opened),
        Answer(0, BOB, right, round.opened + 2_000),
        Skip(round.opened + 2_500),
        Stop(round.opened + 3_000),
    )


async def test_the_leaderboard_adds_up_rounds_and_knows_servers_times_and_modes(state: State) -> None:
    round = started()
    await both_right(state, round)
    later = round.opened + WEEK
    await both_right(state, replace(round, id=8, opened=later, deadline=later + 20_000))
    await both_right(state, replace(round, id=9, guild=50, channel=60))
    async with state.read() as tx:
        both = [Score(ANN, 2000, 2, 2), Score(BOB, 1900, 2, 2)]
        assert await scores.leaderboard(tx, 1) == both
        assert await scores.leaderboard(tx, 1, mode="who-said") == both
        assert await scores.leaderboard(tx, 1, mode="when") == []
        assert await scores.leaderboard(tx, 1, mode="mixed") == []
        assert await scores.leaderboard(tx, 1, since=later) == [Score(ANN, 1000, 1, 1), Score(BOB, 950, 1, 1)]
        assert await scores.leaderboard(tx, 1, limit=1) == both[:1]


async def test_playing_alone_is_for_learning_and_not_for_points(state: State) -> None:
    round = started()
    await keeping.open_round(state, round)
    await play(state, round, Answer(0, CLEO, 0, round.opened), Stop(round.opened + 1))
    async with state.read() as tx:
        assert await scores.leaderboard(tx, 1) == []
        assert await scores.record(tx, 1, CLEO, "mode") == [Score("who-said", 1000, 1, 1)]


async def test_a_round_that_is_going_on_does_not_show_on_the_leaderboard_who_was_right(state: State) -> None:
    round = started()
    await keeping.open_round(state, round)
    await play(state, round, Answer(0, ANN, 0, round.opened), Answer(0, BOB, 1, round.opened))
    async with state.read() as tx:
        assert await scores.leaderboard(tx, 1) == []
        assert await scores.record(tx, 1, ANN, "mode") == []


async def test_what_was_asked_lately_is_known_by_server(state: State) -> None:
    round = started(questions=2)
    await keeping.open_round(state, round)
    async with state.read() as tx:
        assert await rounds.asked_since(tx, 1, round.opened) == {"who-said:0", "who-said:1"}
        assert await rounds.asked_since(tx, 1, round.opened + 1) == set()
        assert await rounds.asked_since(tx, 2, 0) == set()
