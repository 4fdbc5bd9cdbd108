"""The table at the end of a round: bot/quiz/table.py."""

from __future__ import annotations

from bot.quiz.round import Answer, Deadline, Reply, Stop
from bot.quiz.table import Standing, hardest, missed, table
from tests.quiz.game import ANN, BOB, CLEO, after, started


def right(user: int, points: int) -> Reply:
    return Reply(user, 0, 0, True, points)


def wrong(user: int) -> Reply:
    return Reply(user, 1, 0, False, 0)


def test_equal_points_share_a_rank_and_the_next_rank_is_left_out() -> None:
    played = [[right(ANN, 900), right(BOB, 900), wrong(CLEO)], [right(CLEO, 700)]]
    assert table(played) == [
        Standing(1, ANN, 900, 1, 1),
        Standing(1, BOB, 900, 1, 1),
        Standing(3, CLEO, 700, 1, 2),
    ]


def test_nobody_played() -> None:
    assert table([[], []]) == []


def test_the_hardest_question_is_the_one_with_the_least_share_of_right_answers() -> None:
    round = started()
    both_right = [Answer(0, user, 0, round.opened) for user in (ANN, BOB)]
    round = after(round, *both_right, Deadline(round.deadline))
    round = after(round, Deadline(round.deadline))
    one_right = [Answer(1, ANN, 0, round.opened), Answer(1, BOB, 1, round.opened)]
    round = after(round, *one_right, Stop(round.opened + 9))
    assert hardest(round) == 1


def test_where_all_was_answered_right_or_not_at_all_no_question_was_hardest() -> None:
    round = after(started(), Answer(0, ANN, 0, 0), Stop(9))
    assert hardest(round) is None
    assert hardest(after(started(), Stop(9))) is None


def test_what_a_player_missed_includes_what_they_left_out_but_not_what_was_never_asked() -> None:
    played = [[wrong(ANN)], [right(ANN, 900)], []]
    assert missed(started().questions, played, ANN) == [0, 2]
    assert missed(started().questions, played, BOB) == []
