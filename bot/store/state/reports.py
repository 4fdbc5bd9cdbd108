"""Questions that somebody has reported: they rest until a moderator decides."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Integer, String, Table, Text, delete, insert, select, update

from bot.store.state.database import Tx
from bot.store.state.schema import metadata

WAITING, RETIRED = "waiting", "retired"

report_table = Table(
    "question_report",
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("identity", String(200), primary_key=True),
    Column("reporter", BigInteger, nullable=False),
    Column("reported", BigInteger, nullable=False),
    Column("times", Integer, nullable=False),
    Column("status", String(16), nullable=False),
    Column("snapshot", Text, nullable=False),  # JSON: the question whole, as evidence
    Column("note", Text),
)


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """`reported` is the time of the first report, in milliseconds since 1970 (UTC); `times` counts all."""

    identity: str
    reporter: int
    reported: int
    times: int
    snapshot: str
    note: str | None = None


_REPORT = [report_table.c[name] for name in QuestionReport.__slots__]


async def report(
    tx: Tx, guild: int, identity: str, *, reporter: int, at: int, snapshot: str, note: str | None = None
) -> bool:
    """Lays a question to rest; where it rests already, the report is counted. True for the first report."""
    where = (report_table.c.guild == guild) & (report_table.c.identity == identity)
    again = await tx.execute(update(report_table).where(where).values(times=report_table.c.times + 1))
    if again.rowcount:
        return False
    await tx.execute(
        insert(report_table).values(
            guild=guild,
            identity=identity,
            reporter=reporter,
            reported=at,
            times=1,
            status=WAITING,
            snapshot=snapshot,
            note=note,
        )
    )
    return True


async def resting(tx: Tx, guild: int) -> set[str]:
    """The ids of the questions that are not to be asked in a server."""
    statement = select(report_table.c.identity).where(report_table.c.guild == guild)
    return set((await tx.execute(statement)).scalars())


async def waiting(tx: Tx, guild: int, limit: int = 100) -> list[QuestionReport]:
    """What a moderator has to decide on, oldest first."""
    statement = (
        select(*_REPORT)
        .where(report_table.c.guild == guild, report_table.c.status == WAITING)
        .order_by(report_table.c.reported)
        .limit(limit)
    )
    return [QuestionReport(*row) for row in await tx.execute(statement)]


async def retire(tx: Tx, guild: int, identity: str) -> None:
    """The report was right: the question is not asked again."""
    await tx.execute(
        update(report_table)
        .where(report_table.c.guild == guild, report_table.c.identity == identity)
        .values(status=RETIRED)
    )


async def release(tx: Tx, guild: int, identity: str) -> None:
    """The question is sound: it may be asked again."""
    await tx.execute(
        delete(report_table).where(report_table.c.guild == guild, report_table.c.identity == identity)
    )
