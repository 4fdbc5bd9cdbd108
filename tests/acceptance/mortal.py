"""The bot, doomed: it kills itself with SIGKILL at a given write of a round.

DIE says when: "before:3" right before the third write, "after:3" as soon as the third write is on the disk.
Without it, it only plays faster than a person could follow.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import bot.quiz.round
import cogs._rounds.game
from bot.store.state import State, Tx, rounds

WRITES = ("open_round", "put_round", "put_answer", "put_message", "put_table_message")

when, _, number = os.environ.get("DIE", "never:0").partition(":")
written = 0
doomed = False


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def counted(write: Callable[..., Any]) -> Callable[..., Any]:
    async def call(*given: Any, **named: Any) -> Any:
        global written, doomed
        written += 1
        if written == int(number):
            if when == "before":
                die()
            doomed = when == "after"
        return await write(*given, **named)

    return call


committed = State.write


@asynccontextmanager
async def write(state: State) -> AsyncIterator[Tx]:
    async with committed(state) as tx:
        yield tx
    if doomed:
        die()


for name in WRITES:
    setattr(rounds, name, counted(getattr(rounds, name)))
State.write = write  # type: ignore[method-assign]
bot.quiz.round.READING = 300
cogs._rounds.game.GRACE = 100
sys.argv = ["bot", "run"]
runpy.run_module("bot", run_name="__main__")
