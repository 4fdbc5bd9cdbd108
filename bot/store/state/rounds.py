"""Rounds of the quiz: their questions as they were asked, and the answers.

Times are milliseconds since 1970 (UTC); ids are Discord's. A round bears the id of the interaction that
started it, so that one click cannot start two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError

from bot.errors import RoundOpen
from bot.store.state.database import Tx
from bot.store.state.schema import metadata

ENDED, GONE = "ended", "gone"

round_table = Table(
    "round",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild", BigInteger, nullable=False),
    Column("channel", BigInteger, nullable=False),
    # the channel as long as the round is open, so that a unique index allows one open round in each
    Column("open_channel", BigInteger, unique=True),
    Column("starter", BigInteger, nullable=False),
    Column("mode", String(32), nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("document", String(200)),
    Column("topic", String(200)),
    Column("phase", String(16), nullable=False),
    Column("number", Integer, nullable=False),
    Column("opened", BigInteger, nullable=False),
    Column("deadline", BigInteger, nullable=False),
    Column("silent", Integer, nullable=False),
    Column("ending", String(16)),
    Column("started", BigInteger, nullable=False),
    Column("ended", BigInteger),
    Column("table_message", BigInteger),
    Index("round_by_guild", "guild", "ended"),
)

question_table = Table(
    "round_question",
    metadata,
    Column("round", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("identity", String(200), nullable=False),
    Column("mode", String(32), nullable=False),
    Column("document", String(200)),
    Column("speaker", String(200)),
    Column("snapshot", Text, nullable=False),  # JSON: the question whole
    Column("message", BigInteger),
    ForeignKeyConstraint(["round"], ["round.id"], ondelete="CASCADE"),
)

answer_table = Table(
    "answer",
    metadata,
    Column("round", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("player", BigInteger, primary_key=True, autoincrement=False),
    Column("choice", SmallInteger, nullable=False),
    Column("clicked", BigInteger, nullable=False),
    Column("correct", SmallInteger, nullable=False),  # 0 or 1, so that it can be summed anywhere
    Column("points", Integer, nullable=False),
    ForeignKeyConstraint(
        ["round", "number"], ["round_question.round", "round_question.number"], ondelete="CASCADE"
    ),
    Index("answer_by_player", "player"),
)


@dataclass(frozen=True, slots=True)
class StoredRound:
    id: int
    guild: int
    channel: int
    starter: int
    mode: str
    seconds: int
    document: str | None
    topic: str | None
    phase: str
    number: int
    opened: int
    deadline: int
    silent: int
    ending: str | None = None
    table_message: int | None = None


@dataclass(frozen=True, slots=True)
class StoredQuestion:
    number: int
    identity: str
    mode: str
    document: str | None
    speaker: str | None
    snapshot: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    number: int
    player: int
    choice: int
    clicked: int
    correct: bool
    points: int


_ROUND = [round_table.c[name] for name in StoredRound.__slots__]
_QUESTION = [question_table.c[name] for name in StoredQuestion.__slots__]
_ANSWER = [answer_table.c[name] for name in StoredAnswer.__slots__]


async def open_round(tx: Tx, round: StoredRound, questions: Iterable[StoredQuestion], *, at: int) -> None:
    """Raises RoundOpen where a round is open in the channel."""
    try:
        await tx.execute(insert(round_table).values(**asdict(round), open_channel=round.channel, started=at))
    except IntegrityError as error:
        raise RoundOpen from error
    await tx.execute(insert(question_table), [{"round": round.id, **asdict(one)} for one in questions])


async def put_round(tx: Tx, round: StoredRound) -> None:
    """Writes where a round stands. An ended one sets its channel free."""
    ended = round.phase == ENDED
    await tx.execute(
        update(round_table)
        .where(round_table.c.id == round.id)
        .values(
            phase=round.phase,
            number=round.number,
            opened=round.opened,
            deadline=round.deadline,
            silent=round.silent,
            ending=round.ending,
            ended=round.deadline if ended else None,
            open_channel=None if ended else round.channel,
        )
    )


async def put_answer(tx: Tx, round: int, answer: StoredAnswer) -> bool:
    """Keeps the earliest click of each player; False where an earlier one, or this one, is kept already."""
    done = await tx.execute(
        text(
            """
            INSERT INTO answer (round, number, player, choice, clicked, correct, points)
                 VALUES (:round, :number, :player, :choice, :clicked, :correct, :points)
            ON CONFLICT (round, number, player) DO UPDATE
                    SET choice = excluded.choice, clicked = excluded.clicked,
                        correct = excluded.correct, points = excluded.points
                  WHERE answer.clicked > excluded.clicked
            """
        ),
        {**asdict(answer), "round": round, "correct": int(answer.correct)},
    )
    return done.rowcount > 0


async def put_message(tx: Tx, round: int, number: int, message: int | None) -> None:
    """Notes which message shows a question."""
    await tx.execute(
        update(question_table)
        .where(question_table.c.round == round, question_table.c.number == number)
        .values(message=message)
    )


async def put_table_message(tx: Tx, round: int, message: int) -> None:
    await tx.execute(update(round_table).where(round_table.c.id == round).values(table_message=message))


async def unfinished(tx: Tx) -> list[StoredRound]:
    """Rounds that are open, or whose table nobody has seen yet."""
    statement = select(*_ROUND).where(
        or_(
            round_table.c.open_channel.is_not(None),
            round_table.c.table_message.is_(None) & (round_table.c.ending != GONE),
        )
    )
    return [StoredRound(*row) for row in await tx.execute(statement)]


async def round_of(tx: Tx, id: int) -> StoredRound | None:
    row = (await tx.execute(select(*_ROUND).where(round_table.c.id == id))).first()
    return StoredRound(*row) if row else None


async def open_in(tx: Tx, channel: int) -> StoredRound | None:
    row = (await tx.execute(select(*_ROUND).where(round_table.c.open_channel == channel))).first()
    return StoredRound(*row) if row else None


async def questions_of(tx: Tx, round: int) -> list[StoredQuestion]:
    statement = select(*_QUESTION).where(question_table.c.round == round).order_by(question_table.c.number)
    return [StoredQuestion(*row) for row in await tx.execute(statement)]


async def answers_of(tx: Tx, round: int) -> list[StoredAnswer]:
    """In the order of clicks."""
    statement = (
        select(*_ANSWER)
        .where(answer_table.c.round == round)
        .order_by(answer_table.c.number, answer_table.c.clicked, answer_table.c.player)
    )
    return [
        StoredAnswer(row.number, row.player, row.choice, row.clicked, bool(row.correct), row.points)
        for row in await tx.execute(statement)
    ]


async def asked_since(tx: Tx, guild: int, since: int) -> set[str]:
    """What has been asked in a server's rounds since then."""
    statement = (
        select(question_table.c.identity)
        .join(round_table, question_table.c.round == round_table.c.id)
        .where(round_table.c.guild == guild, round_table.c.started >= since)
    )
    return set((await tx.execute(statement)).scalars())
