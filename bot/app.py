"""The program without Discord: settings, state, the corpus that is current, and how a new one comes in."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
import weakref
from collections.abc import Awaitable, Callable, Container, Mapping
from contextlib import AbstractContextManager, AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from bot.config import Config
from bot.errors import BadStore, ColloquyError, CoolingDown, NothingFound, Outdated, OwnersOnly, explain
from bot.ingest.packs import load_packs
from bot.ingest.read import Progress, Read, find_sources, read, silent
from bot.ingest.worker import Readers, read_jobs
from bot.library.shelf import Library
from bot.quiz.modes import MODES
from bot.store.corpus import (
    Corpus,
    Difference,
    build,
    difference,
    ended,
    make_current,
    open_current,
    previous,
    take_in,
)
from bot.store.files import exclusive, write_whole
from bot.store.incoming import settle
from bot.store.state import State, audit
from bot.store.state.audit import AuditEntry
from bot.store.state.backup import back_up_daily
from bot.store.state.sources import keep_source_documents, source_documents
from bot.uploads import Uploads

COOL_DOWN = 60.0
"""Seconds between two reloads that moderators ask for."""

CHANGES = {"reload", "undo", "add", "remove", "attribute"}
"""The actions of the audit log that change a library."""
LOOKED_BACK = 200
"""Entries of the audit log among which the last change is looked for."""

PREPARED = ".prepared"
"""The folder of a corpus that is built and not yet swapped in."""
BACKUP_CHECK = 1_800.0
"""Seconds between two looks whether the day's backup is made: soon after midnight (UTC), or after a start."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reload:
    """A corpus built aside: what it holds, what it would change, and what was wrong on the way."""

    path: Path
    read: Read
    difference: Difference
    incoming: Mapping[str, Path]


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
            self.uploads = Uploads(self.state, self.config.data_dir, self.config.sources, made_by(), self.now)
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
            found = await asyncio.to_thread(self._read, documents, packs, incoming, progress)
            return await asyncio.to_thread(self._build, found, incoming)

    def _read(
        self, documents: Mapping[str, str], packs: bool, incoming: Mapping[str, Path], progress: Progress
    ) -> Read:
        """All packs and sources. `documents`: the ids that sources had before, by name."""
        known, problems = load_packs(self.config.packs) if packs else ((), [])
        sources = find_sources(self.config.sources, known, documents, incoming)
        found = read(sources, known, MODES, progress, self._readers)
        return replace(found, problems=(*problems, *found.problems))

    def _build(self, found: Read, incoming: Mapping[str, Path]) -> Reload:
        aside = self.config.data_dir / PREPARED
        for earlier in aside.glob("*"):
            earlier.unlink()  # prepared, and never swapped in
        path = build(aside, found.contents, made_by())
        before = self._corpus.path if self._corpus else None
        return Reload(path, found, difference(before, path), incoming)

    async def swap(self, reload: Reload, *, user_id: int | None = None) -> None:
        """Makes a prepared corpus the current one. Whoever reads the old one reads on until they are done.

        Raises Outdated where another load has come between.
        """
        names = {d.source_file: d.id for d in reload.read.contents.documents if d.source_file}
        with self._alone():
            if not reload.path.is_file():
                raise Outdated
            await asyncio.to_thread(self._store_files, reload, names)
            path = await asyncio.to_thread(take_in, self.config.data_dir, reload.path)
            async with self.state.write() as tx:
                await keep_source_documents(tx, names)
            await self._make_current(path, "reload", user_id)

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

    async def keep_up(self) -> None:
        """Runs as long as the bot does: reads again what an earlier version read, backs up every day."""
        if self.corpus.made_by != made_by():
            await self._try("reading again after an update", self.reload())
        while True:
            await self._try("the daily backup", self._back_up())
            await asyncio.sleep(BACKUP_CHECK)

    async def _back_up(self) -> None:
        today = datetime.fromtimestamp(self.now(), UTC).date()
        made = await asyncio.to_thread(back_up_daily, self.config.state_file, self.config.backups, today)
        if made:
            log.info("Backed up to %s", made)

    async def _try(self, what: str, work: Awaitable[object]) -> None:
        """A fault here is told in the log, and is no reason for the bot to end."""
        try:
            await work
        except ColloquyError as error:
            log.error("%s failed: %s", what, explain(error))
        except Exception:
            log.exception("%s failed", what)

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

    def _store_files(self, reload: Reload, good: Container[str]) -> None:
        """Takes what came in, and puts the texts of PDFs and the like beside them: spans point there."""
        settle(reload.incoming, good, self.config.sources)
        for reading in reload.read.readings:
            if reading.extracted is not None and reading.document.text_file is not None:
                text = reading.extracted.encode(errors="surrogatepass")
                write_whole(self.config.sources / reading.document.text_file, text)

    async def _close_corpora(self) -> None:
        for corpus in list(self._corpora):
            await corpus.close()
        await ended()


def made_by() -> str:
    """Names the code that reads: another digest means that the same sources may be understood otherwise."""
    root = Path(__file__).parent
    code = hashlib.sha256()
    for path in sorted([*root.glob("ingest/**/*.py"), *root.glob("dates/**/*.py"), root / "text.py"]):
        code.update(path.read_bytes())
    return code.hexdigest()[:12]
