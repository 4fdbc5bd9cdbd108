"""A Discord for daily posts that fails in every way it can, and a clock that is ours."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.daily.poller import RefusedError, Shown
from bot.store.state.daily import Post

KNOWN = 170.0
"""Seconds for which it remembers a nonce."""


class Killed(BaseException):
    """The process is gone: no handler of errors may run on."""


@dataclass
class Clock:
    now: float

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Message:
    id: int
    guild: int
    date: str
    fact: str
    nonce: str
    at: float


@dataclass
class Faults:
    """How often each thing happens, of one try."""

    killed_before: float = 0
    killed_after: float = 0
    lost_before: float = 0  # 5xx: nothing was posted
    lost_after: float = 0  # the connection breaks when it has been posted
    slow: float = 0


@dataclass
class Discord:
    clock: Clock
    rng: random.Random = field(default_factory=random.Random)
    faults: Faults = field(default_factory=Faults)
    refuses: Callable[[int], bool] = lambda guild: False
    hides_history: bool = False
    messages: list[Message] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    happened: dict[str, int] = field(default_factory=dict)
    _of_nonce: dict[str, Message] = field(default_factory=dict)
    _of_date: dict[tuple[int, str], Message] = field(default_factory=dict)

    async def send(self, post: Post, shown: Shown, nonce: str) -> int:
        if self.refuses(post.guild):
            raise RefusedError("I may not post there")
        self._fate(("killed_before", Killed), ("lost_before", ConnectionError))
        if self._falls("slow"):
            self.clock.now += 40
        message = self._known(nonce) or self._posted(post, shown, nonce)
        self._fate(("killed_after", Killed), ("lost_after", ConnectionError))
        return message.id

    async def find(self, post: Post) -> int | None:
        if self.hides_history:
            raise RefusedError("no history")
        self._fate(("lost_before", ConnectionError))
        found = self._of_date.get((post.guild, post.date))
        return found and found.id

    async def tell(self, guild: int, channel: int, reason: str) -> None:
        self.told.append(guild)

    def _known(self, nonce: str) -> Message | None:
        found = self._of_nonce.get(nonce)
        return found if found and self.clock.now - found.at < KNOWN else None

    def _posted(self, post: Post, shown: Shown, nonce: str) -> Message:
        message = Message(len(self.messages) + 1, post.guild, post.date, shown.fact.id, nonce, self.clock.now)
        self.messages.append(message)
        self._of_nonce[nonce] = self._of_date[post.guild, post.date] = message
        return message

    def _fate(self, *fates: tuple[str, type[BaseException]]) -> None:
        for name, error in fates:
            if self._falls(name):
                raise error

    def _falls(self, name: str) -> bool:
        falls = self.rng.random() < getattr(self.faults, name)
        self.happened[name] = self.happened.get(name, 0) + falls
        return falls
