"""What the answers of many rounds add up to: the leaderboard of a server, the record of a player."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select

from bot.store.state.database import Tx
from bot.store.state.rounds import answer_table, question_table, round_table


@dataclass(frozen=True, slots=True)
class Score:
    """`of` is a player's id, or a mode, document or speaker. `answered` counts questions."""

    of: int | str | None
    points: int
    right: int
    answered: int


async def leaderboard(
    tx: Tx, guild: int, *, since: int = 0, mode: str | None = None, player: int | None = None, limit: int = 20
) -> list[Score]:
    """A server's players, most points first, over the rounds that ended since then.

    Only questions that at least two people answered count: playing alone is for learning, not for points.
    `mode` is that of a question; `mixed` that of a round. With `player`, that player's row alone.
    """
    other = answer_table.alias("other")
    company = exists().where(
        other.c.round == answer_table.c.round,
        other.c.number == answer_table.c.number,
        other.c.player != answer_table.c.player,
    )
    statement = (
        _scores(answer_table.c.player)
        .where(round_table.c.guild == guild, round_table.c.ended >= since, company)
        .group_by(answer_table.c.player)
        .order_by(func.sum(answer_table.c.points).desc(), answer_table.c.player)
        .limit(limit)
    )
    if mode == "mixed":
        statement = statement.where(round_table.c.mode == mode)
    elif mode is not None:
        statement = statement.where(question_table.c.mode == mode)
    if player is not None:
        statement = statement.where(answer_table.c.player == player)
    return [Score(*row) for row in await tx.execute(statement)]


async def record(tx: Tx, guild: int, player: int, by: str) -> list[Score]:
    """A player's answers in a server by `mode`, `document` or `speaker` of the question, most first."""
    column = question_table.c[by]
    statement = (
        _scores(column)
        .where(
            round_table.c.guild == guild, round_table.c.ended.is_not(None), answer_table.c.player == player
        )
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    return [Score(*row) for row in await tx.execute(statement)]


def _scores(by: ColumnElement[Any]) -> Select[Any]:
    return (
        select(by, func.sum(answer_table.c.points), func.sum(answer_table.c.correct), func.count())
        .select_from(answer_table)
        .join(
            question_table,
            (question_table.c.round == answer_table.c.round)
            & (question_table.c.number == answer_table.c.number),
        )
        .join(round_table, round_table.c.id == answer_table.c.round)
    )
