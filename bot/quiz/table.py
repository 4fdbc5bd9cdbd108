"""What a round comes to: the table, the hardest question, what somebody missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.quiz.asked import Asked
from bot.quiz.round import Reply, Round


@dataclass(frozen=True, slots=True)
class Standing:
    """A row of a table; who has equally many points shares the rank."""

    rank: int
    user: int
    points: int
    right: int
    answered: int


def table(played: Iterable[Iterable[Reply]]) -> list[Standing]:
    """Most points first."""
    replies: dict[int, list[Reply]] = {}
    for question in played:
        for reply in question:
            replies.setdefault(reply.user, []).append(reply)
    return ranked(
        (user, sum(reply.points for reply in given), sum(reply.right for reply in given), len(given))
        for user, given in replies.items()
    )


def ranked(scores: Iterable[tuple[int, int, int, int]]) -> list[Standing]:
    """Standings of (user, points, right, answered)."""
    standings: list[Standing] = []
    for place, (user, points, right, answered) in enumerate(sorted(scores, key=lambda s: (-s[1], s[0])), 1):
        tied = standings and standings[-1].points == points
        standings.append(Standing(standings[-1].rank if tied else place, user, points, right, answered))
    return standings


def hardest(round: Round) -> int | None:
    """The number of the question with the least share of right answers; none where all was answered right."""
    shares = {
        number: sum(reply.right for reply in replies) / len(replies)
        for number, replies in enumerate(round.played)
        if replies
    }
    number = min(shares, key=shares.__getitem__, default=None)
    return None if number is None or shares[number] == 1 else number


def missed(questions: Sequence[Asked], played: Sequence[Sequence[Reply]], user: int) -> list[int]:
    """The numbers of the revealed questions that a player did not answer right; none for who did not play."""
    answered = [{reply.user: reply.right for reply in replies} for replies in played]
    if not any(user in by_user for by_user in answered):
        return []
    return [number for number, by_user in enumerate(answered) if not by_user.get(user, False)]
