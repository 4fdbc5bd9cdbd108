"""One round that is going on: events go in one at a time; what they change is written, then shown."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from bot.quiz import keeping
from bot.quiz.round import (
    Deadline,
    Ending,
    Event,
    Kind,
    Phase,
    Resume,
    Round,
    Show,
    Stop,
    Turn,
    step,
)
from bot.store.state import State
from cogs._rounds.clock import Clock
from cogs._rounds.stage import GoneError, Stage

log = logging.getLogger(__name__)

GRACE = 1_500
"""Milliseconds after a deadline in which clicks made before it may still arrive."""
REFRESH = 6.0
"""Seconds between edits that only count answers: at most one is waiting."""
RETRY = 2.0


class Game:
    """`over` is called once, when nothing remains to be shown."""

    def __init__(
        self, state: State, stage: Stage, clock: Clock, round: Round, over: Callable[[], None]
    ) -> None:
        self.round = round
        self._state = state
        self._stage = stage
        self._clock = clock
        self._over = over
        self._turns = asyncio.Lock()
        self._showing = asyncio.Lock()
        self._timer: asyncio.TimerHandle | None = None
        self._refresh: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def open(self, first: Turn) -> None:
        """Shows what is written already: the first question, or what a round ended with."""
        self._spawn(self._show(first.show))
        self._schedule()

    def resume(self) -> None:
        if self.round.phase is Phase.ENDED:
            self._spawn(self._show((Show(Kind.ANSWER, self.round.number), Show(Kind.TABLE))))
        else:
            self._spawn(self._happen(lambda: Resume(self._clock.now())))

    def close(self) -> None:
        for timer in (self._timer, self._refresh):
            if timer is not None:
                timer.cancel()
        for task in self._tasks:
            task.cancel()

    async def apply(self, event: Event) -> Turn:
        """What the event leads to; it is written when this returns, and shown soon after."""
        async with self._turns:
            before, turn = self.round, step(self.round, event)
            await keeping.write(self._state, before, turn)
            self.round = turn.round
        if turn.show:
            self._spawn(self._show(turn.show))
        if turn.reply is not None:
            self._refresh_soon()
        elif turn.told is None:
            self._schedule()
        return turn

    async def _show(self, shows: tuple[Show, ...]) -> None:
        """In the order of the turns: whoever comes first to the lock is first through it."""
        try:
            async with self._showing:
                for show in shows:
                    await self._stage.show(self.round, show)
        except GoneError as error:
            await self._give_up(error)
            return
        if any(show.kind is Kind.TABLE for show in shows):
            self._over()
        elif self._late():
            await self.apply(Resume(self._clock.now()))

    async def _give_up(self, error: GoneError) -> None:
        log.warning("Round %d cannot be shown any more: %s", self.round.id, error.__cause__)
        if self.round.phase is Phase.ENDED:
            await self._stage.give_up(self.round)
        else:
            await self.apply(Stop(self._clock.now(), Ending.GONE))
        self._over()

    def _late(self) -> bool:
        """Whether it took so long to show a question that half its time was gone."""
        return self.round.phase is Phase.ASKING and self._left() < self.round.seconds * 500

    def _left(self) -> int:
        return self.round.deadline - self._clock.now()

    def _schedule(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self.round.phase is not Phase.ENDED:
            grace = GRACE if self.round.phase is Phase.ASKING else 0
            self._timer = self._later(max(self._left() + grace, 50) / 1000, self._due)

    def _due(self) -> None:
        self._spawn(self._happen(lambda: Deadline(self._clock.now())))

    async def _happen(self, event: Callable[[], Event]) -> None:
        try:
            await self.apply(event())
        except Exception:
            log.exception("Round %d could not go on; trying again", self.round.id)
            self._timer = self._later(RETRY, lambda: self._spawn(self._happen(event)))

    def _refresh_soon(self) -> None:
        if self._refresh is None:
            self._refresh = self._later(REFRESH, lambda: self._spawn(self._count()))

    async def _count(self) -> None:
        self._refresh = None
        try:
            async with self._showing:
                if self.round.phase is Phase.ASKING:
                    await self._stage.show(self.round, Show(Kind.QUESTION, self.round.number))
        except GoneError as error:
            await self._give_up(error)

    def _later(self, seconds: float, act: Callable[[], None]) -> asyncio.TimerHandle:
        return asyncio.get_running_loop().call_later(seconds, act)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name=f"round-{self.round.id}")
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("Round %d: something could not be shown", self.round.id, exc_info=error)
