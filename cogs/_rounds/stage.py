"""Where a round is shown: one message for each question, edited as it goes on, and one for the table.

A message is sent with a nonce made of the round and the question, so that Discord itself drops a second
sending within some minutes; after a restart the channel is searched as well before anything is sent again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

import aiohttp
import discord

from bot.client import Colloquy
from bot.quiz.round import Kind, Round, Show
from bot.store.state import rounds
from cogs._cards import quiz as cards
from cogs._cards.limits import check, walk
from cogs._rounds import buttons
from cogs._rounds.evidence import receipt_of
from cogs._views import Screen, base36

log = logging.getLogger(__name__)

T = TypeVar("T")

WAITS = (1, 2, 4, 8, 15)
"""Seconds between tries while Discord has trouble of its own."""
LOOK_BACK = 50
"""Messages searched after a restart."""
UNKNOWN_MESSAGE = 10008


_TROUBLE = (discord.HTTPException, aiohttp.ClientError, OSError)


class GoneError(Exception):
    """The channel is not there any more, or closed to us, or Discord cannot be reached."""


class Stage:
    def __init__(
        self, bot: Colloquy, round: Round, messages: dict[int, int] | None = None, *, search: bool = False
    ) -> None:
        self._bot = bot
        self._channel = bot.get_partial_messageable(round.channel, guild_id=round.guild)
        self._messages = dict(messages or {})
        self._search = search

    async def show(self, round: Round, show: Show) -> None:
        """Raises GoneError."""
        try:
            match show.kind:
                case Kind.QUESTION:
                    screen = cards.question(round, show.number, buttons.of_question(round, show.number))
                    await self._show_question(round, show.number, screen)
                case Kind.ANSWER:
                    receipt = await receipt_of(self._bot, round.guild, round.questions[show.number])
                    rows = buttons.of_answer(round, show.number)
                    await self._show_question(
                        round, show.number, cards.answer(round, show.number, receipt, rows)
                    )
                case Kind.TABLE:
                    await self._show_table(round)
        except _TROUBLE as error:
            raise GoneError from error

    async def give_up(self, round: Round) -> None:
        """Notes that nobody will see the table, so that no later process tries again."""
        async with self._bot.app.state.write() as tx:
            await rounds.put_table_message(tx, round.id, 0)

    async def _show_question(self, round: Round, number: int, screen: Screen) -> None:
        if number not in self._messages and self._search:
            await self._find(round, number)
        if number in self._messages and await self._edit(self._messages[number], screen):
            return
        again = "again" if number in self._messages else ""
        message = await self._send(screen, f"{base36(round.id)}:{number}{again}")
        self._messages[number] = message
        async with self._bot.app.state.write() as tx:
            await rounds.put_message(tx, round.id, number, message)

    async def _show_table(self, round: Round) -> None:
        message = None
        if self._search:
            message = await self._found(lambda id: buttons.is_of_table(id, round.id))
        if message is None:
            message = await self._send(
                cards.final(round, buttons.of_table(round)), f"{base36(round.id)}:table"
            )
        async with self._bot.app.state.write() as tx:
            await rounds.put_table_message(tx, round.id, message)

    async def _find(self, round: Round, number: int) -> None:
        """The process before this one may have sent it, and ended before it could note that down."""
        message = await self._found(lambda id: buttons.is_of_question(id, round.id, number))
        if message is not None:
            self._messages[number] = message

    async def _found(self, fits: Callable[[str], bool]) -> int | None:
        try:
            async for message in self._channel.history(limit=LOOK_BACK):
                if any(fits(id) for id in _custom_ids(message)):
                    return message.id
        except discord.Forbidden:
            log.info("No right to read back in channel %d; relying on nonces", self._channel.id)
        return None

    async def _send(self, screen: Screen, nonce: str) -> int:
        check(screen)
        message = await _insisting(lambda: self._channel.send(view=screen, nonce=nonce))
        return message.id

    async def _edit(self, message: int, screen: Screen) -> bool:
        """False where somebody has deleted the message."""
        check(screen)
        try:
            await _insisting(lambda: self._channel.get_partial_message(message).edit(view=screen))
        except discord.NotFound as error:
            if error.code == UNKNOWN_MESSAGE:
                return False
            raise
        return True


async def _insisting(act: Callable[[], Awaitable[T]]) -> T:
    for wait in WAITS:
        try:
            return await act()
        except _TROUBLE as error:
            if isinstance(error, discord.HTTPException) and error.status < 500:
                raise
            log.warning("Discord has trouble (%s); trying again in %d s", error, wait)
            await asyncio.sleep(wait)
    return await act()


def _custom_ids(message: discord.Message) -> Iterator[str]:
    for part in walk([component.to_dict() for component in message.components]):
        if id := part.get("custom_id"):
            yield str(id)
