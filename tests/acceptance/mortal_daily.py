"""The bot, doomed: it kills itself with SIGKILL at a given write of a daily post.

DIE says when: "before:2" right before the second write, "after:2" as soon as the second write is on the disk.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from bot.store.state import State, Tx, daily

WRITES = ("add_post", "set_off", "settle", "take_over")

when, _, number = os.environ.get("DIE", "never:0").partition(":")
written = 0
doomed = False


def counted(write: Callable[..., Any]) -> Callable[..., Any]:
    async def call(*given: Any, **named: Any) -> Any:
        global written, doomed
        written += 1
        if written == int(number):
            if when == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            doomed = when == "after"
        return await write(*given, **named)

    return call


committed = State.write


@asynccontextmanager
async def write(state: State) -> AsyncIterator[Tx]:
    async with committed(state) as tx:
        yield tx
    if doomed:
        os.kill(os.getpid(), signal.SIGKILL)


for name in WRITES:
    setattr(daily, name, counted(getattr(daily, name)))
State.write = write  # type: ignore[method-assign]
sys.argv = ["bot", "run"]
runpy.run_module("bot", run_name="__main__")
