"""The round as a state machine: bot/quiz/round.py."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.asked import dumps, loads
from bot.quiz.round import (
    PATIENCE,
    READING,
    Answer,
    Deadline,
    Ending,
    Event,
    Kind,
    Next,
    Phase,
    Resume,
    Round,
    Show,
    Skip,
    Stop,
    Told,
    begin,
    points,
    step,
)
from tests.quiz.game import ANN, BOB, START, after, question, started


@pytest.mark.parametrize(
    ("elapsed", "earned"),
    [
        (0, 1000),
        (2_000, 950),
        (10_000, 750),
        (20_000, 500),
        (60, 999),  # 998.5
        (-300, 1000),  # clocks that disagree give no more than full points
        (25_000, 500),
    ],
)
def test_a_right_answer_earns_less_the_later_it_comes(elapsed: int, earned: int) -> None:
    assert points(elapsed, 20_000) == earned


def test_a_first_answer_counts_and_is_to_be_written() -> None:
    turn = step(started(), Answer(0, ANN, 0, START + 2_000))
    assert turn.told is Told.COUNTED
    assert turn.reply is not None
    assert (turn.reply.right, turn.reply.points) == (True, 950)
    assert turn.round.replies == {ANN: turn.reply}


def test_a_second_click_changes_nothing_be_it_the_same_option_or_another() -> None:
    round = after(started(), Answer(0, ANN, 0, START + 2_000))
    for option in (0, 1):
        turn = step(round, Answer(0, ANN, option, START + 2_001))
        assert turn.told is Told.ALREADY
        assert turn.round == round
        assert turn.reply is None


def test_the_same_click_delivered_twice_counts_once() -> None:
    click = Answer(0, ANN, 0, START + 2_000)
    assert step(after(started(), click), click).told is Told.ALREADY


def test_an_earlier_click_that_arrives_later_is_the_one_that_counts() -> None:
    turn = step(after(started(), Answer(0, ANN, 1, START + 900)), Answer(0, ANN, 0, START + 300))
    assert turn.told is Told.EARLIER
    assert turn.round.replies[ANN].right


@pytest.mark.parametrize(("offset", "told"), [(-1, Told.COUNTED), (0, Told.LATE), (1, Told.LATE)])
def test_lateness_is_that_of_the_click(offset: int, told: Told) -> None:
    round = started()
    assert step(round, Answer(0, ANN, 0, round.deadline + offset)).told is told


@pytest.mark.parametrize(
    "answer",
    [
        Answer(1, ANN, 0, START + 1),  # a question that is not open yet
        Answer(0, ANN, 9, START + 1),  # an option that does not exist
        Answer(0, ANN, -1, START + 1),
    ],
)
def test_a_click_that_fits_no_open_option_is_turned_away(answer: Answer) -> None:
    assert step(started(), answer).told is Told.CLOSED


def test_a_deadline_before_its_time_changes_nothing() -> None:
    round = started()
    assert step(round, Deadline(round.deadline - 1)).round is round


def test_the_deadline_reveals_the_answer_and_puts_the_replies_in_the_order_of_clicks() -> None:
    round = after(started(), Answer(0, BOB, 0, START + 5_000), Answer(0, ANN, 1, START + 1_000))
    turn = step(round, Deadline(round.deadline))
    assert turn.show == (Show(Kind.ANSWER, 0),)
    assert turn.round.phase is Phase.REVEALED
    assert [reply.user for reply in turn.round.played[0]] == [ANN, BOB]
    assert turn.round.deadline == round.deadline + READING


def test_after_the_answer_comes_the_next_question_and_after_the_last_the_table() -> None:
    round = started(questions=2)
    round = after(round, Answer(0, ANN, 0, START + 1), Deadline(round.deadline))
    turn = step(round, Deadline(round.deadline))
    assert turn.show == (Show(Kind.QUESTION, 1),)
    round = after(turn.round, Deadline(turn.round.deadline))
    turn = step(round, Deadline(round.deadline))
    assert turn.show == (Show(Kind.TABLE),)
    assert (turn.round.phase, turn.round.ending) == (Phase.ENDED, Ending.PLAYED)


def silence(round: Round, questions: int) -> Round:
    for _ in range(questions):
        round = after(round, Deadline(round.deadline))
        if round.phase is Phase.REVEALED and round.silent < questions:
            round = after(round, Deadline(round.deadline))
    return round


def test_three_questions_without_an_answer_pause_the_round() -> None:
    round = silence(started(questions=9), 3)
    assert round.phase is Phase.PAUSED
    assert round.number == 2
    taken_up = step(round, Next(round.deadline - PATIENCE + 5))
    assert taken_up.show == (Show(Kind.ANSWER, 2), Show(Kind.QUESTION, 3))
    assert taken_up.round.silent == 0


def test_a_paused_round_that_nobody_takes_up_ends() -> None:
    round = silence(started(questions=9), 3)
    turn = step(round, Deadline(round.deadline))
    assert turn.round.ending is Ending.IDLE
    assert turn.show == (Show(Kind.ANSWER, 2), Show(Kind.TABLE))


def test_the_last_question_does_not_pause_a_silent_round() -> None:
    assert silence(started(questions=3), 3).phase is Phase.REVEALED


def test_an_answer_ends_the_silence() -> None:
    round = silence(started(questions=9), 2)
    round = after(round, Deadline(round.deadline))
    round = after(round, Answer(2, ANN, 0, round.opened + 10), Deadline(round.deadline))
    assert (round.phase, round.silent) == (Phase.REVEALED, 0)


def test_a_skipped_question_is_revealed_and_what_was_answered_counts() -> None:
    turn = step(after(started(), Answer(0, ANN, 0, START)), Skip(START + 3_000))
    assert turn.round.phase is Phase.REVEALED
    assert turn.round.played[0][0].points == 1000


def test_a_stopped_round_keeps_its_scores_and_shows_the_open_answer_and_the_table() -> None:
    turn = step(after(started(), Answer(0, ANN, 0, START)), Stop(START + 3_000))
    assert (turn.round.phase, turn.round.ending) == (Phase.ENDED, Ending.STOPPED)
    assert turn.round.played[0][0].points == 1000
    assert turn.show == (Show(Kind.ANSWER, 0), Show(Kind.TABLE))


def test_a_round_whose_channel_is_gone_ends_without_a_word() -> None:
    turn = step(started(), Stop(START + 3_000, Ending.GONE))
    assert (turn.round.phase, turn.show) == (Phase.ENDED, ())


def test_a_round_taken_up_soon_keeps_its_deadline_and_its_answers() -> None:
    round = after(started(), Answer(0, ANN, 0, START + 10))
    turn = step(round, Resume(START + 4_000))
    assert turn.round == round
    assert turn.show == (Show(Kind.QUESTION, 0),)


def test_a_round_taken_up_late_gives_its_open_question_time_anew() -> None:
    round = after(started(), Answer(0, ANN, 0, START + 10))
    turn = step(round, Resume(START + 3_600_000))
    assert turn.round.replies == round.replies
    assert turn.round.deadline == START + 3_600_000 + 20_000
    assert step(turn.round, Answer(0, BOB, 0, START + 3_601_000)).reply.points == 975  # type: ignore[union-attr]


def test_an_answer_on_show_is_shown_again_after_a_restart() -> None:
    round = after(started(), Skip(START + 5))
    turn = step(round, Resume(START + 3_600_000))
    assert turn.show == (Show(Kind.ANSWER, 0),)
    assert turn.round.deadline == START + 3_600_000 + READING


def test_a_deadline_falls_on_a_full_second_as_discord_shows_it() -> None:
    round = begin(
        id=1, guild=1, channel=1, starter=1, mode="m", seconds=5, questions=(question(0),), at=START + 1
    ).round
    assert round.deadline == START + 6_000


def test_a_question_survives_its_snapshot() -> None:
    asked = replace(question(1), passages=("debate#0123456789ab",), speaker="opposer", document="debate")
    assert loads(dumps(asked)) == asked


clicks = st.builds(
    Answer,
    number=st.integers(0, 1),
    user=st.integers(1, 4),
    option=st.integers(0, 2),
    at=st.integers(START, START + 21_000),
)
events = st.one_of(
    clicks,
    st.builds(Deadline, st.integers(START, START + 400_000)),
    st.builds(Skip, st.integers(START, START + 400_000)),
    st.builds(Next, st.integers(START, START + 400_000)),
    st.builds(Stop, st.integers(START, START + 400_000)),
    st.builds(Resume, st.integers(START, START + 400_000)),
)


@given(st.data())
def test_the_order_in_which_clicks_arrive_decides_nothing(data: st.DataObject) -> None:
    # the same person at the same millisecond is one click delivered twice, so it has one option
    given_clicks = data.draw(st.lists(clicks, unique_by=lambda click: (click.number, click.user, click.at)))
    shuffled = data.draw(st.permutations(given_clicks))
    one, other = after(started(), *given_clicks), after(started(), *shuffled)
    assert step(one, Deadline(one.deadline)).round == step(other, Deadline(other.deadline)).round


@given(st.lists(events, max_size=60))
def test_no_sequence_of_events_breaks_the_round(happened: list[Event]) -> None:
    round = started()
    for event in happened:
        before, turn = round, step(round, event)
        round = turn.round
        assert round.number >= before.number
        assert len(round.played) == round.number + (
            round.phase is not Phase.ASKING and len(round.played) > round.number
        )
        assert round.phase is Phase.ASKING or not round.replies
        assert (turn.told is not None) == isinstance(event, Answer)
        if before.phase is Phase.ENDED:
            assert round is before
            assert turn.show == ()
    for replies in round.played:
        assert len({reply.user for reply in replies}) == len(replies)
