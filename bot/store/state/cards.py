"""Cards: the questions that people have answered in rounds, to be reviewed over weeks; each server has its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Index,
    Integer,
    Row,
    SmallInteger,
    String,
    Table,
    Text,
    func,
    select,
    text,
    update,
)

from bot.store.state.database import Tx
from bot.store.state.schema import metadata

MARK = 12

card_table = Table(
    "card",
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("player", BigInteger, primary_key=True, autoincrement=False),
    Column("mark", String(MARK), primary_key=True),  # of the question's id: short enough for a button
    Column("identity", String(200), nullable=False),
    Column("snapshot", Text, nullable=False),  # JSON: the question whole
    Column("missed", SmallInteger, nullable=False),
    Column("added", BigInteger, nullable=False),
    Column("due", BigInteger),  # null: never scheduled, since it was answered right
    Column("schedule", Text),  # JSON: what FSRS remembers; null: not reviewed yet
    Column("reviews", Integer, nullable=False),
    Column("retired", SmallInteger, nullable=False),  # 1: its passage is gone
    Index("card_by_due", "guild", "player", "due"),
)


@dataclass(frozen=True, slots=True)
class StoredCard:
    """Times in milliseconds since 1970 (UTC)."""

    mark: str
    identity: str
    snapshot: str
    missed: bool
    added: int
    due: int | None = None
    schedule: str | None = None
    reviews: int = 0
    retired: bool = False


_CARD = [card_table.c[name] for name in StoredCard.__slots__]


def mark_of(identity: str) -> str:
    return hashlib.sha256(identity.encode()).hexdigest()[:MARK]


async def add_card(
    tx: Tx, guild: int, player: int, *, identity: str, snapshot: str, missed: bool, at: int
) -> None:
    """A question that somebody has answered. What is missed is due at once, also where the card exists."""
    await tx.execute(
        text(
            """
            INSERT INTO card (guild, player, mark, identity, snapshot, missed, added, due, reviews, retired)
                 VALUES (:guild, :player, :mark, :identity, :snapshot, :missed, :at, :due, 0, 0)
            ON CONFLICT (guild, player, mark) DO UPDATE
                    SET missed = 1, snapshot = excluded.snapshot, due = excluded.due, retired = 0
                  WHERE excluded.missed = 1
            """
        ),
        {
            "guild": guild,
            "player": player,
            "mark": mark_of(identity),
            "identity": identity,
            "snapshot": snapshot,
            "missed": int(missed),
            "at": at,
            "due": at if missed else None,
        },
    )


async def due_cards(tx: Tx, guild: int, player: int, *, now: int, limit: int) -> list[StoredCard]:
    """Those that are due, longest first."""
    statement = (
        select(*_CARD)
        .where(_whose(guild, player), card_table.c.retired == 0, card_table.c.due <= now)
        .order_by(card_table.c.due, card_table.c.mark)
        .limit(limit)
    )
    return [_card(row) for row in await tx.execute(statement)]


async def card_of(tx: Tx, guild: int, player: int, mark: str) -> StoredCard | None:
    row = (await tx.execute(select(*_CARD).where(_whose(guild, player), card_table.c.mark == mark))).first()
    return _card(row) if row else None


async def all_cards(tx: Tx, guild: int, player: int, *, missed: bool) -> list[StoredCard]:
    """All of somebody's cards in a server, or those they have missed; oldest first."""
    statement = select(*_CARD).where(_whose(guild, player)).order_by(card_table.c.added, card_table.c.mark)
    if missed:
        statement = statement.where(card_table.c.missed == 1)
    return [_card(row) for row in await tx.execute(statement)]


async def next_due(tx: Tx, guild: int, player: int) -> int | None:
    """When the next card is due; None where none is scheduled."""
    statement = select(func.min(card_table.c.due)).where(_whose(guild, player), card_table.c.retired == 0)
    due: int | None = await tx.scalar(statement)
    return due


async def count_unscheduled(tx: Tx, guild: int, player: int) -> int:
    statement = select(func.count()).where(_whose(guild, player), card_table.c.due.is_(None))
    return int(await tx.scalar(statement) or 0)


async def schedule_all(tx: Tx, guild: int, player: int, *, at: int) -> None:
    """On wish, what somebody has answered right is reviewed as well."""
    await tx.execute(
        update(card_table).where(_whose(guild, player), card_table.c.due.is_(None)).values(due=at)
    )


async def put_review(tx: Tx, guild: int, player: int, card: StoredCard, *, reviews: int) -> bool:
    """Writes a card that was graded; False where it has been reviewed since (`reviews` is the count before)."""
    done = await tx.execute(
        update(card_table)
        .where(_whose(guild, player), card_table.c.mark == card.mark, card_table.c.reviews == reviews)
        .values(due=card.due, schedule=card.schedule, reviews=card.reviews)
    )
    return done.rowcount > 0


async def card_snapshots(tx: Tx) -> list[str]:
    """Of everybody's cards that are not retired."""
    return list(await tx.scalars(select(card_table.c.snapshot).where(card_table.c.retired == 0)))


async def retire(tx: Tx, guild: int, player: int, marks: Iterable[str]) -> None:
    """Sets cards aside whose passages are gone."""
    await tx.execute(
        update(card_table).where(_whose(guild, player), card_table.c.mark.in_(list(marks))).values(retired=1)
    )


def _whose(guild: int, player: int) -> ColumnElement[bool]:
    return (card_table.c.guild == guild) & (card_table.c.player == player)


def _card(row: Row[Any]) -> StoredCard:
    fields = row._asdict()
    return StoredCard(**{**fields, "missed": bool(row.missed), "retired": bool(row.retired)})
