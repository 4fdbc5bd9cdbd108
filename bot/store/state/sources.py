"""Which document a source file is: an id once given stays through later edits of file and title."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BigInteger, Column, Table, Text, delete, insert, select

from bot.store.state.database import Tx
from bot.store.state.schema import metadata

SHARED = 0
"""Stands for a server's id where a source belongs to all servers."""

source_document = Table(
    "source_document",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("source_file", Text, primary_key=True),
    Column("document", Text, nullable=False),
)


async def source_documents(tx: Tx, guild_id: int = SHARED) -> dict[str, str]:
    """Source file -> document id."""
    found = await tx.execute(
        select(source_document.c.source_file, source_document.c.document).where(
            source_document.c.guild_id == guild_id
        )
    )
    return {row.source_file: row.document for row in found}


async def keep_source_documents(tx: Tx, documents: Mapping[str, str], guild_id: int = SHARED) -> None:
    """Adds these, in place of what was known of the same files. A file that is gone keeps its id."""
    for source_file, document in documents.items():
        await tx.execute(
            delete(source_document).where(
                source_document.c.guild_id == guild_id, source_document.c.source_file == source_file
            )
        )
        await tx.execute(
            insert(source_document).values(guild_id=guild_id, source_file=source_file, document=document)
        )
