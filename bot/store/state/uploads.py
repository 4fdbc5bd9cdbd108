"""What a server has added to its library: the documents, what it hides, what its moderators have settled.

One JSON value a server, beside the one before it: so every change is whole, and can be taken back.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from sqlalchemy import BigInteger, Column, Table, Text, delete, insert, select

from bot.store.state.database import Tx
from bot.store.state.schema import metadata

holdings_table = Table(
    "server_library",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("holdings", Text, nullable=False),  # JSON
    Column("before", Text),  # JSON: the holdings before the last change; NULL where there was none
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A document that a server has added. What is None is left as the text itself has it."""

    id: str
    file: str  # its name in the folder of sources
    size: int  # bytes
    title: str | None = None
    author: str | None = None  # a name
    published: str | None = None  # as it was typed
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Holdings:
    uploads: tuple[Upload, ...] = ()
    hidden: tuple[str, ...] = ()  # ids of shared documents that the server does not want to see
    settled: tuple[tuple[str, str | None], ...] = ()  # key -> speaker; None: the source names nobody

    @property
    def size(self) -> int:
        return sum(upload.size for upload in self.uploads)

    def upload(self, id: str) -> Upload | None:
        return next((upload for upload in self.uploads if upload.id == id), None)

    def with_upload(self, upload: Upload) -> Holdings:
        return replace(self, uploads=(*self.uploads, upload))

    def without(self, id: str) -> Holdings:
        """Own documents go, with what was settled in them; shared ones are hidden."""
        if self.upload(id) is None:
            return replace(self, hidden=tuple(sorted({*self.hidden, id})))
        return replace(
            self,
            uploads=tuple(upload for upload in self.uploads if upload.id != id),
            settled=tuple(one for one in self.settled if not one[0].startswith(f"{id}#")),
        )

    def with_settled(self, key: str, speaker: str | None) -> Holdings:
        others = tuple(one for one in self.settled if one[0] != key)
        return replace(self, settled=(*others, (key, speaker)))


async def holdings_of(tx: Tx, guild_id: int) -> tuple[Holdings, Holdings | None]:
    """What a server holds, and what it held before the last change."""
    statement = select(holdings_table.c.holdings, holdings_table.c.before)
    row = (await tx.execute(statement.where(holdings_table.c.guild_id == guild_id))).one_or_none()
    if row is None:
        return Holdings(), None
    return _read(row.holdings), _read(row.before) if row.before else None


async def put_holdings(tx: Tx, guild_id: int, holdings: Holdings, before: Holdings | None) -> None:
    await tx.execute(delete(holdings_table).where(holdings_table.c.guild_id == guild_id))
    await tx.execute(
        insert(holdings_table).values(
            guild_id=guild_id,
            holdings=json.dumps(asdict(holdings)),
            before=json.dumps(asdict(before)) if before else None,
        )
    )


async def all_holdings(tx: Tx) -> dict[int, Holdings]:
    """Of every server that has any."""
    found = await tx.execute(select(holdings_table.c.guild_id, holdings_table.c.holdings))
    return {guild_id: _read(holdings) for guild_id, holdings in found}


def _read(text: str) -> Holdings:
    held = json.loads(text)
    return Holdings(
        uploads=tuple(Upload(**upload) for upload in held["uploads"]),
        hidden=tuple(held["hidden"]),
        settled=tuple((key, speaker) for key, speaker in held["settled"]),
    )
