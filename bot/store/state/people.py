"""What the state holds on a person, wherever it lies: to show it, to hand it over, to erase it.

Every column that holds a person's id stands in TRACES: a test walks the schema for any that does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, delete, select, update

from bot.store.state.audit import audit_entry
from bot.store.state.cards import card_table
from bot.store.state.database import Tx
from bot.store.state.reports import report_table
from bot.store.state.rounds import answer_table, round_table
from bot.store.state.suggestions import suggestion_table

FORGOTTEN = 0
"""Stands for a person who was erased, where a row has to stay for others' sake."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A column that holds a person's id. `whole`: the row is that person's alone and goes with them."""

    column: Column[Any]
    what: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Held:
    """What is held on a person under one heading: its rows as names and values."""

    what: str
    rows: tuple[dict[str, Any], ...]


async def held_on(tx: Tx, person: int) -> list[Held]:
    """All that is held on a person; headings without rows are left out."""
    found = []
    for trace in TRACES:
        rows = await tx.execute(select(trace.column.table).where(trace.column == person))
        if dicts := tuple(dict(row) for row in rows.mappings()):
            found.append(Held(trace.what, dicts))
    return found


async def erase(tx: Tx, person: int) -> None:
    """Nothing in the state names this person any more."""
    for trace in TRACES:
        where = trace.column == person
        if trace.whole:
            await tx.execute(delete(trace.column.table).where(where))
        else:
            forgotten = {trace.column.name: FORGOTTEN}
            await tx.execute(update(trace.column.table).where(where).values(forgotten))


TRACES: tuple[Trace, ...] = (
    Trace(answer_table.c.player, "answers in quiz rounds", whole=True),
    Trace(round_table.c.starter, "quiz rounds started", whole=False),
    Trace(card_table.c.player, "cards to review", whole=True),
    Trace(report_table.c.reporter, "questions reported", whole=False),
    Trace(suggestion_table.c.author, "facts suggested", whole=False),
    Trace(audit_entry.c.user_id, "changes made as a moderator", whole=False),
)
