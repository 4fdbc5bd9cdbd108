"""An upload, understood: what was read of a file, with what a moderator says of it laid over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from bot.dates import published
from bot.errors import NotADate, NotALink
from bot.ingest.formats import decode
from bot.ingest.gather import gather
from bot.ingest.packs import Pack, PackDocument, apply, recognise
from bot.ingest.packs.shapes import Settled
from bot.models import Attribution, Contents, Document, Passage, Reading, Speaker, When
from bot.store.state.uploads import Holdings, Upload
from bot.text import slug

OWN = "own_"
"""Begins the id of every upload. No slug holds an underscore, so it is no shared document's id."""

_LINK = re.compile(r"https?://[^\s<>\"]{3,500}")


@dataclass(frozen=True, slots=True)
class About:
    """What a moderator says of a document; None leaves it as the text itself has it."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None

    def check(self) -> None:
        """Raises NotADate, NotALink."""
        when(self.published)
        if self.url and not _LINK.fullmatch(self.url):
            raise NotALink(self.url)


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that was read and waits for a moderator's word. `raw`: as read, before anything is laid over.

    `packs`: one of them may know the document.
    """

    upload: Upload
    data: bytes
    raw: Reading
    packs: Sequence[Pack] = ()

    @property
    def reading(self) -> Reading:
        return laid_over(guided(self.raw, self.packs), self.upload, {})

    def mended(self, about: About) -> Draft:
        """Raises NotADate, NotALink."""
        about.check()
        return replace(self, upload=with_about(self.upload, about))


@dataclass(frozen=True, slots=True)
class Understood:
    """What a moderator is told of an upload. `shares`: speakers' names, and of how many passages each."""

    document: Document
    authors: tuple[str, ...]
    shares: tuple[tuple[str, int], ...]
    passages: int
    unsure: int
    damaged: int
    events: int


def understood(reading: Reading) -> Understood:
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    said = Counter(names.get(p.speaker or "", "nobody named") for p in reading.passages)
    return Understood(
        reading.document,
        tuple(names.get(id, id) for id in reading.document.authors),
        tuple(said.most_common()),
        len(reading.passages),
        sum(not passage.sure for passage in reading.passages),
        sum(passage.damaged for passage in reading.passages),
        len(reading.events),
    )


def contents(readings: Mapping[str, Reading], holdings: Holdings, packs: Sequence[Pack]) -> Contents:
    """Everything that a server's own corpus is built from; `readings` by the ids of the uploads.

    A pack's claims and events stand in the shared corpus already, and find their passages here.
    """
    settled = dict(holdings.settled)
    laid = [laid_over(guided(readings[upload.id], packs), upload, settled) for upload in holdings.uploads]
    return gather(laid, [], [])


def guided(reading: Reading, packs: Sequence[Pack]) -> Reading:
    """With the knowledge of the pack that has a guide to this document, if there is one."""
    for pack in packs:
        for known in pack.documents:
            if known.document.id == reading.document.id:
                return apply(reading, pack, known).reading
    return reading


def guide_to(raw: Reading, data: bytes, packs: Sequence[Pack]) -> str | None:
    """The id under which a pack knows a text."""
    text = raw.extracted if raw.extracted is not None else decode(data)
    found = recognise(text, packs)
    return found[1].document.id if found else None


def laid_over(reading: Reading, upload: Upload, settled: Mapping[str, str | None]) -> Reading:
    """A reading with the moderators' word on its bibliography and its speakers; never another word of it."""
    author = Speaker(slug(upload.author), upload.author) if upload.author else None
    own = [key for key in settled if key.startswith(f"{upload.id}#")]
    named = {*(settled[key] for key in own), author.id if author else None}
    known = PackDocument(
        Path(upload.file),
        Document(
            upload.id,
            upload.title or reading.document.title,
            authors=(author.id,) if author else (),
            published=when(upload.published),
            url=upload.url,
            pack=reading.document.pack,
            guide=reading.document.guide,
        ),
        attributions=tuple(Settled(key, settled[key]) for key in own),
    )
    speakers = [*([author] if author else []), *(one for one in reading.speakers if one.id in named)]
    pack = Pack("own", Path(), "own", speakers=tuple(speakers))
    return apply(_authored(reading, author), pack, known).reading


def _authored(reading: Reading, author: Speaker | None) -> Reading:
    """The author's own sentences under the name that a moderator gives."""
    if author is None:
        return reading
    before = {None, *reading.document.authors}

    def mended(passage: Passage) -> Passage:
        if passage.attribution is not Attribution.AUTHOR:
            return replace(passage, via=tuple(author.id if id in before else id for id in passage.via))
        return replace(passage, speaker=author.id, confidence=1.0) if passage.speaker in before else passage

    return replace(reading, passages=tuple(mended(passage) for passage in reading.passages))


def when(typed: str | None) -> When | None:
    """A date that somebody typed. Raises NotADate."""
    if not typed or not typed.strip():
        return None
    found = published(typed)
    if found is None:
        raise NotADate(typed)
    return found


def with_about(upload: Upload, about: About) -> Upload:
    return replace(upload, title=about.title, author=about.author, published=about.published, url=about.url)


def free_id(name: str, taken: Sequence[str]) -> str:
    """An id for an upload, of its file's name; never the name itself, which anybody may have made."""
    wanted = f"{OWN}{slug(PurePosixPath(name).stem, 40)}"
    numbers = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(id for id in (wanted, *numbers) if id not in taken)
