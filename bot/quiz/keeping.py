"""Rounds on their way to the state and back: what a turn changes is written before it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from bot.quiz.asked import Asked, dumps, loads
from bot.quiz.round import Ending, Phase, Reply, Round, Turn
from bot.store.state import State, Tx, cards, rounds
from bot.store.state.rounds import StoredAnswer, StoredQuestion, StoredRound


@dataclass(frozen=True, slots=True)
class Kept:
    """A round as it was left, with the messages that show its questions and its table."""

    round: Round
    messages: dict[int, int]
    table_message: int | None


async def open_round(state: State, round: Round) -> None:
    """Raises RoundOpen where a round is open in the channel."""
    questions = [_question(number, asked) for number, asked in enumerate(round.questions)]
    async with state.write() as tx:
        await rounds.open_round(tx, _stored(round), questions, at=round.opened)


async def write(state: State, before: Round, turn: Turn) -> None:
    """All that a turn changes, in one transaction; nothing where it changes nothing."""
    if turn.round is before:
        return
    async with state.write() as tx:
        if turn.reply is not None:
            await rounds.put_answer(tx, turn.round.id, _answer(turn.round.number, turn.reply))
        else:
            await rounds.put_round(tx, _stored(turn.round))
            for number in range(len(before.played), len(turn.round.played)):
                await _add_cards(tx, turn.round, number)


async def _add_cards(tx: Tx, round: Round, number: int) -> None:
    """What somebody has answered becomes their card; what they have missed is due."""
    asked = round.questions[number]
    for reply in round.played[number]:
        await cards.add_card(
            tx,
            round.guild,
            reply.user,
            identity=asked.id,
            snapshot=dumps(asked),
            missed=not reply.right,
            at=round.opened,
        )


async def unfinished(state: State) -> list[Kept]:
    """What a new process has to take up: open rounds, and ended ones whose table nobody has seen."""
    async with state.read() as tx:
        return [
            _kept(stored, await rounds.questions_of(tx, stored.id), await rounds.answers_of(tx, stored.id))
            for stored in await rounds.unfinished(tx)
        ]


async def round_of(state: State, id: int) -> Kept | None:
    async with state.read() as tx:
        stored = await rounds.round_of(tx, id)
        if stored is None:
            return None
        return _kept(stored, await rounds.questions_of(tx, id), await rounds.answers_of(tx, id))


def _stored(round: Round) -> StoredRound:
    return StoredRound(
        id=round.id,
        guild=round.guild,
        channel=round.channel,
        starter=round.starter,
        mode=round.mode,
        seconds=round.seconds,
        document=round.document,
        topic=round.topic,
        phase=round.phase,
        number=round.number,
        opened=round.opened,
        deadline=round.deadline,
        silent=round.silent,
        ending=round.ending,
    )


def _question(number: int, asked: Asked) -> StoredQuestion:
    return StoredQuestion(number, asked.id, asked.mode, asked.document, asked.speaker, dumps(asked))


def _answer(number: int, reply: Reply) -> StoredAnswer:
    return StoredAnswer(number, reply.user, reply.option, reply.at, reply.right, reply.points)


def _kept(stored: StoredRound, questions: list[StoredQuestion], answers: list[StoredAnswer]) -> Kept:
    phase = Phase(stored.phase)
    asking = phase is Phase.ASKING
    revealed = stored.number + (0 if asking else 1)
    given = _replies(answers, stored.number)
    round = Round(
        id=stored.id,
        guild=stored.guild,
        channel=stored.channel,
        starter=stored.starter,
        mode=stored.mode,
        seconds=stored.seconds,
        questions=tuple(loads(question.snapshot) for question in questions),
        opened=stored.opened,
        deadline=stored.deadline,
        document=stored.document,
        topic=stored.topic,
        phase=phase,
        number=stored.number,
        replies=MappingProxyType({reply.user: reply for reply in given} if asking else {}),
        played=tuple(tuple(_replies(answers, number)) for number in range(revealed)),
        silent=stored.silent,
        ending=Ending(stored.ending) if stored.ending else None,
    )
    messages = {question.number: question.message for question in questions if question.message is not None}
    return Kept(round, messages, stored.table_message)


def _replies(answers: Iterable[StoredAnswer], number: int) -> Iterable[Reply]:
    return (
        Reply(answer.player, answer.choice, answer.clicked, answer.correct, answer.points)
        for answer in answers
        if answer.number == number
    )
