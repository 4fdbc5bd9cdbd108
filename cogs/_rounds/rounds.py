"""All rounds that are going on, by their ids: starting them, taking them up, passing clicks on to them."""

from __future__ import annotations

import asyncio
import random

import discord

from bot.client import Colloquy
from bot.errors import MayNotPost, NoRound, NotStarter, Outdated, RoundOpen
from bot.quiz import draw, keeping
from bot.quiz.asked import Asked, dumps
from bot.quiz.keeping import Kept
from bot.quiz.round import Answer, Event, Next, Phase, Round, Skip, Stop, begin
from bot.store.state import reports, rounds
from cogs._cards import quiz as cards
from cogs._moderators import is_moderator
from cogs._rounds.clock import Clock
from cogs._rounds.game import Game
from cogs._rounds.stage import Stage
from cogs._views import Interaction

WEEK = 7 * 24 * 60 * 60_000


class Rounds:
    def __init__(self, bot: Colloquy) -> None:
        self._bot = bot
        self._clock = Clock(discord.utils.utcnow)
        self._rng = random.Random()
        self._games: dict[int, Game] = {}
        self._taken_up = asyncio.Event()

    async def start(
        self,
        interaction: Interaction,
        *,
        mode: str,
        questions: int,
        seconds: int,
        document: str | None = None,
        topic: str | None = None,
    ) -> Round:
        """Opens a round in the interaction's channel; its first question is shown soon after.

        Raises RoundOpen, MayNotPost, EmptyLibrary or TooLittle.
        """
        at = self._clock.heard(interaction.created_at)
        await self._taken_up.wait()
        guild, channel = _place(interaction)
        async with self._bot.app.state.read() as tx:
            if await rounds.open_in(tx, channel) is not None:
                raise RoundOpen
            recent = await rounds.asked_since(tx, guild, at - WEEK)
            resting = await reports.resting(tx, guild)
        asked = await draw.questions(
            self._bot.app.library(guild),
            mode,
            questions,
            self._rng,
            document=document,
            topic=topic,
            recent=recent,
            resting=resting,
        )
        first = begin(
            id=interaction.id,
            guild=guild,
            channel=channel,
            starter=interaction.user.id,
            mode=mode,
            seconds=seconds,
            questions=asked,
            at=self._clock.now(),
            document=document,
            topic=topic,
        )
        await keeping.open_round(self._bot.app.state, first.round)
        self._game(first.round, Stage(self._bot, first.round)).open(first)
        return first.round

    async def again(self, interaction: Interaction, round: int) -> None:
        played = (await self._kept(interaction, round)).round
        await self.start(
            interaction,
            mode=played.mode,
            questions=len(played.questions),
            seconds=played.seconds,
            document=played.document,
            topic=played.topic,
        )

    async def take_up(self) -> None:
        """Goes on with what the process before left behind. Once: Discord says "ready" at each new session."""
        if self._taken_up.is_set():
            return
        try:
            for kept in await keeping.unfinished(self._bot.app.state):
                place = Stage(self._bot, kept.round, kept.messages, search=True)
                self._game(kept.round, place).resume()
        finally:
            self._taken_up.set()

    def close(self) -> None:
        for game in self._games.values():
            game.close()

    async def answer(self, interaction: Interaction, round: int, number: int, option: int) -> str:
        """What the one who clicked is told."""
        at = self._clock.heard(interaction.created_at)
        await self._taken_up.wait()
        game = self._games.get(round)
        if game is None:
            return cards.CLOSED
        turn = await game.apply(Answer(number, interaction.user.id, option, at))
        assert turn.told is not None
        given = turn.round.replies.get(interaction.user.id) if number == turn.round.number else None
        asked = turn.round.questions[min(number, len(turn.round.questions) - 1)]
        return cards.told(turn.told, asked, given, at - turn.round.deadline)

    async def control(self, interaction: Interaction, round: int, what: str) -> None:
        """Skips a question, goes on from a pause, or stops the round.

        Raises NoRound, or NotStarter where it is neither the starter's nor a moderator's wish.
        """
        await self._taken_up.wait()
        game = self._games.get(round)
        if game is None or game.round.phase is Phase.ENDED:
            raise NoRound
        if game.round.starter != interaction.user.id and not await is_moderator(interaction):
            raise NotStarter
        at = self._clock.heard(interaction.created_at)
        events: dict[str, Event] = {"skip": Skip(at), "next": Next(at), "stop": Stop(at)}
        await game.apply(events[what])

    async def stop(self, interaction: Interaction) -> None:
        """Stops the round in the interaction's channel."""
        _, channel = _place(interaction)
        async with self._bot.app.state.read() as tx:
            found = await rounds.open_in(tx, channel)
        if found is None:
            raise NoRound
        await self.control(interaction, found.id, "stop")

    async def report(self, interaction: Interaction, round: int, number: int) -> Asked | None:
        """Lays a question to rest until a moderator decides; returns it when it is reported for the first time.

        Raises Outdated where there is no such question.
        """
        kept = await self._kept(interaction, round)
        if number >= len(kept.round.questions):
            raise Outdated
        asked = kept.round.questions[number]
        async with self._bot.app.state.write() as tx:
            first = await reports.report(
                tx,
                kept.round.guild,
                asked.id,
                reporter=interaction.user.id,
                at=self._clock.now(),
                snapshot=dumps(asked),
            )
        return asked if first else None

    async def _kept(self, interaction: Interaction, round: int) -> Kept:
        """A round of the interaction's server, going on or over."""
        kept = await keeping.round_of(self._bot.app.state, round)
        if kept is None or kept.round.guild != interaction.guild_id:
            raise Outdated
        return kept

    def _game(self, round: Round, place: Stage) -> Game:
        def over() -> None:
            self._games.pop(round.id, None)

        game = self._games[round.id] = Game(self._bot.app.state, place, self._clock, round, over)
        return game


def _place(interaction: Interaction) -> tuple[int, int]:
    """Server and channel; raises MayNotPost where a round could not be shown."""
    assert interaction.guild_id is not None
    assert interaction.channel_id is not None
    mine = interaction.app_permissions
    thread = isinstance(interaction.channel, discord.Thread)
    if not mine.view_channel or not (mine.send_messages_in_threads if thread else mine.send_messages):
        raise MayNotPost
    return interaction.guild_id, interaction.channel_id
