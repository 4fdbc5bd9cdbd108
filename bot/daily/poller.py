"""Sends daily posts when they are due: one a date and server, whatever dies in between.

A date is claimed in the database before anything is sent, and what is sent is written down before it goes
out. Whoever finds a claim whose holder is gone looks in the channel's history whether the post went through;
where that cannot be read, the date is skipped and said so: a post too few is better than one too many.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol
from zoneinfo import ZoneInfoNotFoundError

from bot.daily.due import LATE
from bot.daily.facts import Fact, Kind, choose, facts, suggested
from bot.daily.plan import plan
from bot.library.receipts import Receipt, receipts
from bot.library.shelf import Library
from bot.models import Passage
from bot.store.state import State, daily, suggestions
from bot.store.state.daily import Post

LEASE = 180_000
"""Milliseconds that a claim is held."""
PATIENCE = 120.0
"""Seconds that sending may take: less than the lease, so that nobody sends twice at one time."""
REMEMBERED = 120_000
"""Milliseconds for which Discord surely knows a nonce; later, the channel's history is asked."""
FAILURES = 3
BETWEEN_FAILURES = 600_000
BATCH = 50
AT_ONCE = 4
A_SECOND = 20
"""Posts a second at most, so that commands are never starved: Discord allows 50 requests in all."""
NAP, WINK = 10.0, 0.2
"""Seconds between two looks: at most, and at least."""

NOT_IN_TIME = "it could not be posted within six hours"
UNSEEN = "I could not see whether it was posted: I may not read the channel's history"
NOTHING = "there is nothing to post"
NO_ZONE = "its time zone is not known any more"

log = logging.getLogger(__name__)


class RefusedError(Exception):
    """Discord does not let the bot do it, and will not the next minute either. Its text says what."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact with the passages that it rests on, cut from their sources."""

    fact: Fact
    receipts: tuple[Receipt, ...]


class Outlet(Protocol):
    """Discord, as far as daily posts need it. Any error but RefusedError leaves open whether it was done."""

    async def send(self, post: Post, shown: Shown, nonce: str) -> int:
        """The id of the message; with the same nonce twice, that of the first."""

    async def find(self, post: Post) -> int | None:
        """The id of a date's message in the channel's history."""

    async def tell(self, guild: int, channel: int, reason: str) -> None:
        """Lets the moderators know that the daily post has paused."""


class Poller:
    """`library`: what a server can read. `now`: seconds since 1970. `sleep`: for tests."""

    def __init__(
        self,
        state: State,
        library: Callable[[int], Library],
        outlet: Outlet,
        now: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._state = state
        self._library = library
        self._outlet = outlet
        self._now = now
        self._sleep = sleep
        self._doors = asyncio.Semaphore(AT_ONCE)
        self._pace = asyncio.Lock()
        self._known: tuple[object, list[Fact]] | None = None
        self.looked: float | None = None
        """When the last look ended well: for `/daily status`."""

    async def run(self) -> None:
        """Looks for ever; what goes wrong in one look is logged and does not end it."""
        trouble = 0
        while True:
            try:
                wait = await self.look()
                trouble = 0
            except Exception:
                log.exception("Looking for daily posts failed")
                trouble = min(trouble + 1, 6)
                wait = float(2**trouble)
            await self._sleep(min(max(wait, WINK), NAP))

    async def look(self) -> float:
        """Posts what is due; gives the seconds until the next thing is."""
        earliest = await self._earliest()
        if earliest is not None and earliest <= self._ms():
            posts = [*await self._taken_over(), *await self._claimed()]
            await asyncio.gather(*(self._guarded(post) for post in posts))
            await self._tell()
            earliest = await self._earliest()
        self.looked = self._now()
        return NAP if earliest is None else earliest / 1000 - self._now()

    async def _earliest(self) -> int | None:
        async with self._state.read() as tx:
            return await daily.earliest(tx)

    def _ms(self) -> int:
        return int(self._now() * 1000)

    async def _claimed(self) -> list[Post]:
        """New claims on the dates that have come; each schedule moves on in the same transaction."""
        found: list[Post] = []
        async with self._state.write() as tx:
            now = self._ms()
            for schedule in await daily.due_schedules(tx, now, limit=BATCH):
                try:
                    steps = plan(schedule, now, lease=now + LEASE)
                except (ZoneInfoNotFoundError, ValueError):
                    await daily.pause(tx, schedule.guild, NO_ZONE)
                    continue
                if not await daily.advance(tx, schedule, steps.next_date, steps.next_at):
                    continue
                for missed in steps.missed:
                    await daily.add_post(tx, missed)
                if steps.post and await daily.add_post(tx, steps.post):
                    found.append(steps.post)
        return found

    async def _taken_over(self) -> list[Post]:
        """Claims whose holder is gone, held anew."""
        now = self._ms()
        async with self._state.write() as tx:
            return [
                replace(post, lease=now + LEASE)
                for post in await daily.run_out(tx, now, limit=BATCH)
                if await daily.take_over(tx, post, now + LEASE)
            ]

    async def _guarded(self, post: Post) -> None:
        """One server's trouble is no other's. The claim stays, to be taken over when its lease runs out."""
        async with self._doors:
            try:
                await self._post(post)
            except Exception:
                log.exception("The daily post of %s in server %d", post.date, post.guild)

    async def _post(self, post: Post) -> None:
        if self._ms() > post.due + LATE.total_seconds() * 1000 + LEASE:
            await self._settle(post, reason=NOT_IN_TIME)
            return
        if post.tried is not None and self._ms() - post.tried > REMEMBERED:
            try:
                message = await self._outlet.find(post)
            except RefusedError:
                await self._settle(post, reason=UNSEEN)
                return
            if message is not None:
                await self._settle(post, message=message)
                return
        shown = await self._shown(post)
        if shown is None:
            await self._settle(post, reason=NOTHING)
            return
        await self._send(post, shown)

    async def _send(self, post: Post, shown: Shown) -> None:
        async with self._state.write() as tx:
            tried = post.tried or self._ms()
            if not await daily.set_off(tx, post, fact=shown.fact.id, tried=tried):
                return
        await self._in_turn()
        try:
            async with asyncio.timeout(PATIENCE):
                message = await self._outlet.send(post, shown, nonce_of(post))
        except RefusedError as refusal:
            await self._refused(post, str(refusal))
        else:
            await self._settle(post, message=message)

    async def _settle(self, post: Post, *, message: int | None = None, reason: str | None = None) -> None:
        async with self._state.write() as tx:
            await daily.settle(tx, post, message=message, reason=reason)
            if message is not None:
                await daily.note_success(tx, post.guild)

    async def _refused(self, post: Post, reason: str) -> None:
        """Tries again a little later, in case the permission is given; the third time the schedule pauses."""
        async with self._state.write() as tx:
            if await daily.note_failure(tx, post.guild, most=FAILURES, reason=reason):
                await daily.settle(tx, post, reason=reason)
            else:
                await daily.refuse(tx, post, self._ms() + BETWEEN_FAILURES)

    async def _shown(self, post: Post) -> Shown | None:
        """The fact for a date, the one chosen before where it was, with its words."""
        library = self._library(post.guild)
        found = await self._facts(library)
        async with self._state.read() as tx:
            approved = await suggestions.suggestions(tx, post.guild, suggestions.APPROVED)
            told = await daily.times_told(tx, post.guild)
            pinned = post.fact or (await daily.pins(tx, post.guild)).get(post.date)
        return await first_shown(library, [*found, *suggested(approved)], told, post.date, post.guild, pinned)

    async def _facts(self, library: Library) -> list[Fact]:
        """Kept for the library that was asked for last: at nine o'clock a thousand servers share one."""
        key = (tuple(corpus.fingerprint for corpus in library.corpora), library.hidden)
        if self._known is None or self._known[0] != key:
            self._known = key, await facts(library)
        return self._known[1]

    async def _in_turn(self) -> None:
        async with self._pace:
            await self._sleep(1 / A_SECOND)

    async def _tell(self) -> None:
        """Once for each pause. Written down first: a second notice is worse than none."""
        async with self._state.write() as tx:
            paused = await daily.untold(tx, limit=BATCH)
            for schedule in paused:
                await daily.note_told(tx, schedule.guild)
        for schedule in paused:
            try:
                await self._outlet.tell(schedule.guild, schedule.channel, schedule.paused or "")
            except Exception:
                log.exception("Telling the moderators of server %d", schedule.guild)


def nonce_of(post: Post) -> str:
    """At most 25 characters, the same for every try of a date."""
    return f"{post.guild:x}-{post.date.replace('-', '')}"


async def first_shown(
    library: Library,
    found: Sequence[Fact],
    told: dict[str, int],
    day: str,
    guild: int,
    pinned: str | None = None,
) -> Shown | None:
    """The fact whose turn it is, and, where its source has changed, the next; `None` where none is left."""
    left = list(found)
    while left:
        fact = choose(left, told, date.fromisoformat(day), guild, pinned=pinned)
        if fact is None:
            return None
        there = await library.passages(fact.passages)
        passages: list[Passage] = [there[key] for key in fact.passages if key in there]
        cut = await receipts(library, passages)
        words = tuple(one for one in cut if isinstance(one, Receipt))
        if len(words) == len(cut) and (words or fact.kind is Kind.SUGGESTED):
            return Shown(fact, words)
        # a source that has changed can show none of its words
        left = [other for other in left if other.document != fact.document] if cut else _others(left, fact)
    return None


def _others(found: Sequence[Fact], fact: Fact) -> list[Fact]:
    return [other for other in found if other.id != fact.id]
