"""What a server's moderators and the program itself have settled."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Table, Text, delete, insert, select, update

from bot.store.state.audit import AuditEntry, add_audit_entry
from bot.store.state.database import Tx
from bot.store.state.schema import metadata

server_setting = Table(
    "server_setting",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("moderator_role_id", BigInteger),
    Column("notice_channel_id", BigInteger),
)

# what the program remembers of itself: the hash of the commands it has synced, say
kept = Table(
    "kept",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Who else is a moderator, and where notices to moderators go; None where `/admin setup` has not said."""

    guild_id: int
    moderator_role_id: int | None = None
    notice_channel_id: int | None = None


async def server_settings(tx: Tx, guild_id: int) -> ServerSettings:
    found = await tx.execute(select(server_setting).where(server_setting.c.guild_id == guild_id))
    row = found.one_or_none()
    return ServerSettings(*row) if row else ServerSettings(guild_id)


async def set_server(tx: Tx, settings: ServerSettings) -> None:
    values = {
        "moderator_role_id": settings.moderator_role_id,
        "notice_channel_id": settings.notice_channel_id,
    }
    where = server_setting.c.guild_id == settings.guild_id
    if (await tx.execute(update(server_setting).where(where).values(values))).rowcount == 0:
        await tx.execute(insert(server_setting).values(guild_id=settings.guild_id, **values))


async def change_server(tx: Tx, settings: ServerSettings, *, user_id: int, at: int) -> None:
    """Sets what a moderator has settled, and writes into the audit log what it was before."""
    before = await server_settings(tx, settings.guild_id)
    if before == settings:
        return
    await set_server(tx, settings)
    entry = AuditEntry(
        at, settings.guild_id, user_id, "setup", before=_in_short(before), after=_in_short(settings)
    )
    await add_audit_entry(tx, entry)


def _in_short(settings: ServerSettings) -> str:
    return f"role {settings.moderator_role_id or 'none'}, channel {settings.notice_channel_id or 'none'}"


async def kept_value(tx: Tx, name: str) -> str | None:
    value: str | None = await tx.scalar(select(kept.c.value).where(kept.c.name == name))
    return value


async def keep_value(tx: Tx, name: str, value: str | None) -> None:
    """Remembers a value under a name; None forgets it."""
    await tx.execute(delete(kept).where(kept.c.name == name))
    if value is not None:
        await tx.execute(insert(kept).values(name=name, value=value))
