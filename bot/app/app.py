"""The program without Discord: settings, state, the corpus that is current, and how a new one comes in."""

from __future__ import annotations

import asyncio
import logging
import time
import weakref
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, AsyncExitStack
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from bot.app.reload import Reload, build_aside, made_by, read_all, store_files, with_settled
from bot.app.thread import in_thread
from bot.config import Config
from bot.errors import BadStore, CoolingDown, NothingFound, Outdated, OwnersOnly
from bot.ingest.packs import load_packs
from bot.ingest.read import Progress, silent
from bot.ingest.worker import Readers, read_jobs, workers
from bot.library.shelf import Library
from bot.quiz.asked import loads
from bot.store.corpus import Corpus, current, ended, make_current, open_current, previous, take_in
from bot.store.files import exclusive
from bot.store.state import State, audit
from bot.store.state.audit import AuditEntry
from bot.store.state.cards import card_snapshots
from bot.store.state.sources import SHARED, keep_source_documents, source_documents
from bot.store.state.uploads import holdings_of
from bot.uploads import Uploads

COOL_DOWN = 60.0
"""Seconds between two reloads that moderators ask for."""

CHANGES = {"reload", "undo", "add", "remove", "attribute"}
"""The actions of the audit log that change a library."""
LOOKED_BACK = 200
"""Entries of the audit log among which the last change is looked for."""

log = logging.getLogger(__name__)


class App:
    """Open it with `async with`. A command reads `library(...)` once and passes that on.

    Without a corpus it builds one of what is on disk, unless `first_load` is False: then there is none before
    the first `swap`. `readers`: what reads the sources. `now`: seconds since the epoch, for the audit log;
    `clock`: seconds that only grow.
    """

    state: State
    uploads: Uploads

    def __init__(
        self,
        config: Config,
        *,
        first_load: bool = True,
        readers: Readers = read_jobs,
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.config = config
        self._first_load = first_load
        self._readers = readers
        self.now = now
        self._clock = clock
        self._open = AsyncExitStack()
        self._corpus: Corpus | None = None
        self._reloaded_at: float | None = None
        self._corpora: weakref.WeakSet[Corpus] = weakref.WeakSet()

    async def __aenter__(self) -> Self:
        """Raises BadStore where the state cannot be used."""
        async with AsyncExitStack() as opening:
            self.state = await opening.enter_async_context(await State.open(self.config.database_url))
            opening.push_async_callback(self._close_corpora)
            try:
                corpus = await open_current(self.config.data_dir)
            except BadStore as error:
                log.warning("%s cannot be read (%s); building it anew", error.path, error.fault)
                corpus = None
            if corpus:
                self._take(corpus)
            elif self._first_load:
                await self.reload()
            self.uploads = Uploads(
                self.state,
                self.config.data_dir,
                self.config.sources,
                made_by(),
                self.now,
                shared=lambda: self.corpus,
                packs=lambda: load_packs(self.config.packs)[0],
            )
            opening.push_async_callback(self.uploads.close)
            await self.uploads.open()
            self._open = opening.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._open.aclose()

    @property
    def corpus(self) -> Corpus:
        """The current one; another one after a reload."""
        assert self._corpus is not None, "the app is not open"
        return self._corpus

    def library(self, guild_id: int | None) -> Library:
        """What a server can read; with None, what all can."""
        own = self.uploads.corpus(guild_id) if guild_id else None
        hidden = self.uploads.holdings(guild_id).hidden if guild_id else ()
        corpora = (self.corpus, own) if own else (self.corpus,)
        return Library(corpora, self.config.sources, frozenset(hidden))

    async def reload(self, *, user_id: int | None = None) -> Reload:
        """Reads everything anew and swaps it in. Raises as `prepare` does."""
        reload = await self.prepare()
        await self.swap(reload, user_id=user_id)
        return reload

    async def prepare(
        self,
        *,
        packs: bool = True,
        cool: bool = False,
        incoming: Mapping[str, Path] = MappingProxyType({}),
        progress: Progress = silent,
    ) -> Reload:
        """Reads everything anew into a corpus aside and says what it would change; nobody sees it yet.

        One at a time, also among processes: else ReloadRunning. With `cool`, not too soon after the last one:
        else CoolingDown. `incoming`: staged files that come into the folder of sources with the swap.
        Raises BadStore where the disk refuses.
        """
        with self._alone():
            if cool:
                self._cool()
            async with self.state.read() as tx:
                documents = await source_documents(tx)
                shared, _ = await holdings_of(tx, SHARED)
            settled = dict(shared.settled) if packs else {}
            before = self._corpus.path if self._corpus else None
            try:
                reload = await in_thread(
                    lambda: build_aside(
                        self.config,
                        with_settled(
                            read_all(self.config, documents, incoming, packs, progress, self._readers),
                            settled,
                        ),
                        before,
                        incoming,
                    )
                )
            except asyncio.CancelledError:
                workers.dismiss()
                raise
            return replace(reload, cards_lost=await self._cards_lost(reload.difference.passages_gone))

    async def swap(self, reload: Reload, *, user_id: int | None = None) -> None:
        """Makes a prepared corpus the current one. Whoever reads the old one reads on until they are done.

        Raises Outdated where another load has come between.
        """
        names = {d.source_file: d.id for d in reload.read.contents.documents if d.source_file}
        with self._alone():
            if not reload.path.is_file():
                raise Outdated
            await asyncio.to_thread(store_files, self.config, reload, names)
            path = await asyncio.to_thread(take_in, self.config.data_dir, reload.path)
            async with self.state.write() as tx:
                await keep_source_documents(tx, names)
            await self._make_current(path, "reload", user_id)

    async def follow(self) -> None:
        """Takes up what another process has loaded since, such as `load` on the command line."""
        path = await asyncio.to_thread(current, self.config.data_dir)
        if path is not None and path != self.corpus.path:
            self._take(await Corpus.open(path))

    async def undo(self, *, user_id: int | None = None) -> None:
        """Back to the corpus before the last change; once more undoes the undo. Raises NothingFound."""
        with self._alone():
            path = previous(self.config.data_dir)
            if path is None:
                raise NothingFound("earlier library")
            await self._make_current(path, "undo", user_id)

    async def undo_last(self, guild_id: int, *, user_id: int, owner: bool) -> None:
        """Takes back whichever change is the later: a server's own, or one of what all servers share.

        The second only for the bot's owners: else, where a server has no change of its own, OwnersOnly.
        Raises NothingFound.
        """
        async with self.state.read() as tx:
            log = await audit.audit_log(tx, guild_id, limit=LOOKED_BACK)
        changes = [entry.guild_id is not None for entry in log if entry.action in CHANGES]
        own_is_last = bool(changes) and changes[0]
        if own_is_last or (any(changes) and not owner):
            await self.uploads.undo(guild_id, user_id)
        elif owner:
            await self.undo(user_id=user_id)
        else:
            raise OwnersOnly

    async def _make_current(self, path: Path, action: str, user_id: int | None) -> None:
        corpus = await Corpus.open(path)
        await asyncio.to_thread(make_current, self.config.data_dir, path)
        before = self._corpus.fingerprint if self._corpus else None
        self._take(corpus)
        at = int(self.now() * 1000)
        async with self.state.write() as tx:
            await audit.add_audit_entry(
                tx, AuditEntry(at, None, user_id, action, before=before, after=corpus.fingerprint)
            )

    async def _cards_lost(self, gone: Sequence[str]) -> int:
        """How many of people's cards rest on these passages."""
        if not gone:
            return 0
        async with self.state.read() as tx:
            snapshots = await card_snapshots(tx)
        keys = set(gone)
        return sum(not keys.isdisjoint(loads(snapshot).passages) for snapshot in snapshots)

    def _take(self, corpus: Corpus) -> None:
        self._corpora.add(corpus)
        self._corpus = corpus

    def _alone(self) -> AbstractContextManager[None]:
        return exclusive(self.config.data_dir / ".loading")

    def _cool(self) -> None:
        now = self._clock()
        if self._reloaded_at is not None and now - self._reloaded_at < COOL_DOWN:
            raise CoolingDown(round(COOL_DOWN - (now - self._reloaded_at)) or 1)
        self._reloaded_at = now

    async def _close_corpora(self) -> None:
        for corpus in list(self._corpora):
            await corpus.close()
        await ended()
