"""The audit log: who changed what, when, from what to what."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, insert, select

from bot.store.state.database import Tx
from bot.store.state.schema import metadata

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("at", BigInteger, nullable=False),  # UTC epoch milliseconds
    Column("guild_id", BigInteger),  # NULL: all servers
    Column("user_id", BigInteger),  # NULL: the program itself, or the command line
    Column("action", Text, nullable=False),
    Column("subject", Text),
    Column("before", Text),
    Column("after", Text),
)
Index(None, audit_entry.c.guild_id, audit_entry.c.at)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """`at`: UTC epoch milliseconds. `guild_id` None: all servers; `user_id` None: nobody on Discord."""

    at: int
    guild_id: int | None
    user_id: int | None
    action: str  # "reload", "setup", "attribute", ...
    subject: str | None = None
    before: str | None = None
    after: str | None = None


async def add_audit_entry(tx: Tx, entry: AuditEntry) -> None:
    await tx.execute(
        insert(audit_entry).values(
            at=entry.at,
            guild_id=entry.guild_id,
            user_id=entry.user_id,
            action=entry.action,
            subject=entry.subject,
            before=entry.before,
            after=entry.after,
        )
    )


async def audit_log(tx: Tx, guild_id: int, *, limit: int) -> list[AuditEntry]:
    """What was done in a server, and to all of them, newest first."""
    c = audit_entry.c
    found = await tx.execute(
        select(c.at, c.guild_id, c.user_id, c.action, c.subject, c.before, c.after)
        .where((c.guild_id == guild_id) | c.guild_id.is_(None))
        .order_by(c.at.desc(), c.id.desc())
        .limit(limit)
    )
    return [AuditEntry(*row) for row in found]
