"""The servers' own libraries, open: each a corpus in a file of its own, so that nothing of it can leak."""

from __future__ import annotations

import asyncio
import logging
import pickle
import shutil
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from bot.errors import AlreadyHere, NothingFound, QuotaReached, TooLarge, Unknown, Unreadable
from bot.ingest.formats import FORMATS
from bot.ingest.packs import Pack
from bot.ingest.worker import read_apart
from bot.models import Reading
from bot.store.corpus import Corpus, build
from bot.store.files import write_whole
from bot.store.state import State, audit
from bot.store.state.audit import AuditEntry
from bot.store.state.sources import SHARED
from bot.store.state.uploads import Holdings, Upload, all_holdings, holdings_of, put_holdings
from bot.uploads.reading import About, Draft, contents, free_id, guide_to, with_about

MEGABYTE = 1_000_000
LARGEST = 10 * 1024 * 1024
"""Bytes of one upload: what Discord lets members attach."""
MOST_DOCUMENTS, MOST_MEGABYTES = 50, 50
"""What one server may hold."""
AT_ONCE = 2
"""Uploads that are read at one time, in all servers: each has a process of its own."""
FOLDER = ".servers"
"""Inside the folder of sources; its dot keeps it from being read as a source of all servers."""

log = logging.getLogger(__name__)


class Uploads:
    """`folder`: for the corpora and what was read. `sources`: the folder of all sources. `now`: as App's.

    `shared` gives the corpus of all servers, `packs` reads the packs from disk. `read` turns a file's name,
    bytes and id into a reading; it runs apart, and raises Unreadable.
    """

    def __init__(
        self,
        state: State,
        folder: Path,
        sources: Path,
        made_by: str,
        now: Callable[[], float],
        shared: Callable[[], Corpus],
        packs: Callable[[], Sequence[Pack]],
        read: Callable[[str, bytes, str], Awaitable[Reading]] = read_apart,
    ) -> None:
        self._state = state
        self._folder = folder
        self._sources = sources
        self._made_by = made_by
        self._now = now
        self._shared = shared
        self._packs = packs
        self.read = read
        self._holdings: dict[int, Holdings] = {}
        self._corpora: dict[int, Corpus] = {}
        self._places = asyncio.Semaphore(AT_ONCE)
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def open(self) -> None:
        """Opens every server's corpus. One that cannot be built is told in the log: the others still open."""
        async with self._state.read() as tx:
            held = await all_holdings(tx)
        for guild_id, holdings in held.items():
            try:
                await self._take(guild_id, holdings)
            except Exception:
                log.exception("The own library of server %d cannot be opened", guild_id)

    async def close(self) -> None:
        for corpus in self._corpora.values():
            await corpus.close()

    def corpus(self, guild_id: int) -> Corpus | None:
        return self._corpora.get(guild_id)

    def holdings(self, guild_id: int) -> Holdings:
        return self._holdings.get(guild_id, Holdings())

    def check(self, guild_id: int, name: str, size: int) -> None:
        """Before anything is downloaded. Raises Unreadable, TooLarge, QuotaReached."""
        if PurePosixPath(name).suffix.lower() not in FORMATS:
            kinds = ", ".join(sorted(FORMATS))
            raise Unreadable(name, f"I cannot read files of this kind; use {kinds}")
        if size > LARGEST:
            raise TooLarge(LARGEST // (1024 * 1024))
        holdings = self.holdings(guild_id)
        if len(holdings.uploads) >= MOST_DOCUMENTS:
            raise QuotaReached(f"{MOST_DOCUMENTS} documents")
        if holdings.size + size > MOST_MEGABYTES * MEGABYTE:
            raise QuotaReached(f"{MOST_MEGABYTES} MB")

    async def draft(self, guild_id: int, name: str, data: bytes, about: About) -> Draft:
        """What stands in a file; nothing is kept yet. Raises what `check` does, and NotADate, NotALink."""
        about.check()
        self.check(guild_id, name, len(data))
        id = free_id(name, [upload.id for upload in self.holdings(guild_id).uploads])
        suffix = PurePosixPath(name).suffix.lower()
        upload = Upload(id, f"{FOLDER}/{guild_id}/{id}{suffix}", len(data))
        try:
            async with self._places:
                raw = await self.read(upload.file, data, id)
        except Unreadable as error:
            raise Unreadable(PurePosixPath(name).name, error.reason) from None
        if raw.document.title == id:
            about = _titled(about, PurePosixPath(name).stem)
        packs = await asyncio.to_thread(self._packs)
        draft = Draft(with_about(upload, about), data, raw, packs)
        guide = guide_to(raw, data, packs)
        return await self._under(guide, draft) if guide else draft

    async def _under(self, id: str, draft: Draft) -> Draft:
        """The document under the id that a pack knows it by: the pack's claims then rest on its passages."""
        suffix = PurePosixPath(draft.upload.file).suffix
        upload = replace(
            draft.upload, id=id, file=str(PurePosixPath(draft.upload.file).with_name(id + suffix))
        )
        return replace(draft, upload=upload, raw=await self.read(upload.file, draft.data, id))

    async def add(self, guild_id: int, draft: Draft, user_id: int) -> None:
        """Raises AlreadyHere, QuotaReached, BadStore; then nothing has changed."""
        async with self._locks[guild_id]:
            self.check(guild_id, draft.upload.file, len(draft.data))
            await self._refuse_twin(guild_id, draft)
            await asyncio.to_thread(self._store, guild_id, draft)
            holdings = self.holdings(guild_id).with_upload(draft.upload)
            await self._change(guild_id, holdings, user_id, "add", draft.upload.id)

    async def remove(self, guild_id: int, document: str, user_id: int) -> None:
        """An own document goes, a shared one is hidden here. Its file stays for an undo."""
        async with self._locks[guild_id]:
            holdings = self.holdings(guild_id).without(document)
            await self._change(guild_id, holdings, user_id, "remove", document)

    async def settle(self, guild_id: int, key: str, speaker: str | None, user_id: int) -> None:
        """Whose words a passage is; None: the source names nobody. Raises Unknown for another's document."""
        document = key.partition("#")[0]
        async with self._locks[guild_id]:
            if self.holdings(guild_id).upload(document) is None:
                raise Unknown("document", document)
            holdings = self.holdings(guild_id).with_settled(key, speaker)
            await self._change(guild_id, holdings, user_id, "attribute", f"{key}: {speaker or 'nobody'}")

    async def settle_shared(self, key: str, speaker: str | None, user_id: int) -> None:
        """Whose words a passage is that all servers share: for the bot's owners. The next reload takes it in."""
        async with self._locks[SHARED]:
            holdings = self.holdings(SHARED).with_settled(key, speaker)
            await self._change(SHARED, holdings, user_id, "settle", f"{key}: {speaker or 'nobody'}")

    async def undo(self, guild_id: int, user_id: int) -> None:
        """Back to what was held before the last change; once more undoes the undo. Raises NothingFound."""
        async with self._locks[guild_id]:
            async with self._state.read() as tx:
                _, before = await holdings_of(tx, guild_id)
            if before is None:
                raise NothingFound("change of this server's own library")
            await self._change(guild_id, before, user_id, "undo", None)

    async def forget(self, guild_id: int) -> None:
        """Everything that a server has uploaded goes, files and all."""
        async with self._locks[guild_id]:
            self._holdings.pop(guild_id, None)
            if corpus := self._corpora.pop(guild_id, None):
                await corpus.close()
            for folder in (self._own(guild_id), self._sources / FOLDER / str(guild_id)):
                await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)

    async def _change(
        self, guild_id: int, holdings: Holdings, user_id: int, action: str, subject: str | None
    ) -> None:
        """Builds first: what cannot be built is not written down."""
        corpus = await self._built(guild_id, holdings)
        before = self.holdings(guild_id)
        entry = AuditEntry(int(self._now() * 1000), guild_id or None, user_id, action, subject)
        async with self._state.write() as tx:
            await put_holdings(tx, guild_id, holdings, before)
            await audit.add_audit_entry(tx, entry)
        self._show(guild_id, holdings, corpus)

    async def _take(self, guild_id: int, holdings: Holdings) -> None:
        self._show(guild_id, holdings, await self._built(guild_id, holdings))

    def _show(self, guild_id: int, holdings: Holdings, corpus: Corpus | None) -> None:
        """The corpus before stays open for whoever still reads it, and closes with the last of them."""
        self._holdings[guild_id] = holdings
        if corpus is None:
            self._corpora.pop(guild_id, None)
        else:
            self._corpora[guild_id] = corpus

    async def _built(self, guild_id: int, holdings: Holdings) -> Corpus | None:
        if not holdings.uploads:
            return None
        readings = {upload.id: await self._reading(guild_id, upload) for upload in holdings.uploads}
        packs = await asyncio.to_thread(self._packs)
        made = await asyncio.to_thread(contents, readings, holdings, packs)
        path = await asyncio.to_thread(build, self._own(guild_id), made, self._made_by)
        corpus = await Corpus.open(path)
        for old in set(self._own(guild_id).glob("corpus-*.db")) - {path}:
            old.unlink(missing_ok=True)  # an open file outlives its name
        return corpus

    async def _reading(self, guild_id: int, upload: Upload) -> Reading:
        """As it was read once; read again only by another version of the program."""
        kept = self._own(guild_id) / f"{upload.id}.{self._made_by}.reading"
        try:
            return await asyncio.to_thread(_kept_reading, kept)
        except (OSError, pickle.UnpicklingError, EOFError):
            data = await asyncio.to_thread((self._sources / upload.file).read_bytes)
            reading = await self.read(upload.file, data, upload.id)
            await asyncio.to_thread(self._keep, guild_id, upload, reading)
            return reading

    def _store(self, guild_id: int, draft: Draft) -> None:
        write_whole(self._sources / draft.upload.file, draft.data)
        self._keep(guild_id, draft.upload, draft.raw)

    def _keep(self, guild_id: int, upload: Upload, reading: Reading) -> None:
        """Beside the source the text that its spans point into; in the server's folder what was read."""
        if reading.extracted is not None and reading.document.text_file is not None:
            text = reading.extracted.encode(errors="surrogatepass")
            write_whole(self._sources / reading.document.text_file, text)
        kept = self._own(guild_id) / f"{upload.id}.{self._made_by}.reading"
        write_whole(kept, pickle.dumps(reading))

    async def _refuse_twin(self, guild_id: int, draft: Draft) -> None:
        own = self.corpus(guild_id)
        for corpus in (self._shared(), own) if own else (self._shared(),):
            for document in await corpus.documents():
                same_id = document.id == draft.upload.id and document.source_file
                if same_id or document.digest == draft.raw.document.digest:
                    raise AlreadyHere(document.title)

    def _own(self, guild_id: int) -> Path:
        return self._folder / "servers" / str(guild_id)


def _kept_reading(path: Path) -> Reading:
    """What this program has put there itself, of values that came through the worker's narrow door."""
    reading = pickle.loads(path.read_bytes())
    assert isinstance(reading, Reading)
    return reading


def _titled(about: About, stem: str) -> About:
    return about if about.title else About(stem[:200], about.author, about.published, about.url)
