"""Runs the stages over the sources: extract, clean, segment, attribute, date, and the packs laid over them.

It does not stop at the first fault: what is wrong with one file is a problem, and the others are read.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from bot.errors import Unreadable
from bot.ingest.attribute import Attributed, attribute
from bot.ingest.attribute.languages import language_of
from bot.ingest.clean import clean
from bot.ingest.date import date_events
from bot.ingest.formats import extract
from bot.ingest.gather import gather
from bot.ingest.packs import Pack, PackDocument, apply, lint, recognise, source_digest
from bot.ingest.segment import segment
from bot.ingest.shapes import Extract, Metadata, SourceHint
from bot.models import Contents, Document, Problem, Reading
from bot.text import slug

LARGEST = 50_000_000
"""Bytes of a source, at most."""

Progress = Callable[[int, int, str], None]
"""Told before each source: how many are done, how many there are, the name of the next."""


def silent(done: int, total: int, name: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `name`: its path from the folder of sources; `document`: the id it had before."""

    name: str
    path: Path
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What came of all sources and packs: what a corpus is built from, and each reading for the report."""

    contents: Contents
    readings: tuple[Reading, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """One source by itself. `folded`: the digest of its folded text, the same for two copies of one text."""

    reading: Reading
    folded: str
    certain: bool = False  # a pack knows this very text, not only its title


def read_source(
    name: str, data: bytes, *, packs: Sequence[Pack] = (), document: str | None = None
) -> Understood:
    """What stands in one source, under the id of the pack that knows it, else `document`, else its title's.

    Pure: it may run in another process. Raises Unreadable.
    """
    extracted = extract(name, data)
    pack, known = recognise(extracted.text, packs) or (None, None)
    layout = clean(extracted, _hint(pack, known))
    told = layout.metadata
    language = told.language or language_of(None, (part.text.text for part in layout.paragraphs)).code
    id = known.document.id if known else document or slug(told.title or PurePosixPath(name).stem)
    speakers = [speaker for one in packs for speaker in one.speakers]
    attributed = attribute(
        segment(layout.paragraphs, language.split("-")[0]), told, id, extracted.text, speakers
    )
    published = (known.document.published if known else None) or told.published
    reading = Reading(
        document=_document(name, data, id, told, language, extracted, attributed),
        speakers=attributed.speakers,
        passages=attributed.passages,
        events=date_events(attributed.passages, published, id, language),
        omissions=layout.omissions,
        extracted=None if extracted.is_file else extracted.text,
    )
    folded = source_digest(extracted.text)
    if pack and known:
        reading = apply(reading, pack, known).reading
    return Understood(reading, folded, certain=known is not None and folded in known.digests)


def _hint(pack: Pack | None, known: PackDocument | None) -> SourceHint | None:
    if pack is None or known is None:
        return None
    names = {speaker.id: speaker.name for speaker in pack.speakers}
    return SourceHint(
        authors=tuple(names.get(id, id) for id in known.document.authors),
        voices=tuple(dict.fromkeys(names.get(voice.speaker, voice.speaker) for voice in known.voices)),
    )


def _document(
    name: str, data: bytes, id: str, told: Metadata, language: str, extracted: Extract, found: Attributed
) -> Document:
    text_digest = hashlib.sha256(extracted.text.encode(errors="surrogatepass")).hexdigest()
    path = PurePosixPath(name)
    return Document(
        id=id,
        title=told.title or path.stem,
        subtitle=told.subtitle,
        authors=found.authors,
        outlet=told.outlet,
        published=told.published,
        kind=told.kind,
        language=language,
        url=told.url,
        source_file=name,
        # the name holds the digest, so that an earlier corpus still finds the text that it was made of
        text_file=None if extracted.is_file else str(path.with_name(f".{path.name}.{text_digest[:12]}.text")),
        digest=hashlib.sha256(data).hexdigest(),
        text_digest=text_digest,
        words=sum(len(passage.text.split()) for passage in found.passages if passage.parent is None),
    )


def find_sources(
    folder: Path,
    packs: Iterable[Pack],
    documents: Mapping[str, str],
    incoming: Mapping[str, Path] = MappingProxyType({}),
) -> list[Source]:
    """The packs' own sources, then every file of the folder. What begins with a dot is not a source.

    `documents`: the ids that sources had before, by name. `incoming`: files that are about to come into the
    folder under these names; they are last, so that of two copies the one that is there is read.
    """
    own = [path for pack in packs for path in pack.sources]
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() and not _hidden(path, folder)]
    names = [Path(os.path.relpath(path, folder)).as_posix() for path in (*own, *found)]
    files = dict(zip(names, (*own, *found), strict=True))
    for name, path in incoming.items():
        files.pop(name, None)
        files[name] = path
    return [Source(name, path, documents.get(name)) for name, path in files.items()]


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def read(
    sources: Sequence[Source],
    packs: Sequence[Pack],
    modes: Iterable[str] = (),
    progress: Progress = silent,
) -> Read:
    """Everything that the sources and packs hold. It takes time: call it off the event loop.

    `modes`: the names of the quiz modes that a pack's questions may have.
    """
    shelf = _Shelf(packs)
    for done, source in enumerate(sources):
        progress(done, len(sources), source.name)
        try:
            shelf.add(source)
        except Unreadable as error:
            shelf.problems.append(Problem(source.name, error.reason))
    progress(len(sources), len(sources), "")
    readings = [understood.reading for understood in shelf.readings.values()]
    passages = [passage for reading in readings for passage in reading.passages]
    problems = [*shelf.problems, *lint(packs, passages, modes)]
    return Read(gather(readings, packs, problems), tuple(readings), tuple(problems))


class _Shelf:
    """What has been read so far: every id and every text once."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self.packs = packs
        self.readings: dict[str, Understood] = {}  # by document id
        self.sources: dict[str, Source] = {}  # by document id
        self.texts: dict[str, str] = {}  # the digest of a folded text -> the name of its source
        self.problems: list[Problem] = []

    def add(self, source: Source) -> None:
        data = _bytes_of(source)
        understood = read_source(source.name, data, packs=self.packs, document=source.document)
        twin = self.texts.setdefault(understood.folded, source.name)
        if twin != source.name:
            raise Unreadable(
                source.name, f"holds the same text as {twin}, which alone was read; remove one of them"
            )
        id = understood.reading.document.id
        holder = self.readings.get(id)
        if holder is None:
            self._put(source, understood)
        elif understood.certain and not holder.certain:
            displaced = self.sources[id]
            self._put(source, understood)
            self._put_aside(displaced, _bytes_of(displaced))
        else:
            self._put_aside(source, data)

    def _put(self, source: Source, understood: Understood) -> None:
        id = understood.reading.document.id
        self.readings[id], self.sources[id] = understood, source

    def _put_aside(self, source: Source, data: bytes) -> None:
        """Reads a source whose id another one bears: without the packs, and under the next free id."""
        id = read_source(source.name, data).reading.document.id
        number = 1
        while id in self.readings:
            number += 1
            id = f"{id.removesuffix(f'-{number - 1}')}-{number}"
        self._put(source, read_source(source.name, data, document=id))


def _bytes_of(source: Source) -> bytes:
    try:
        if source.path.stat().st_size > LARGEST:
            raise Unreadable(source.name, f"is larger than {LARGEST // 1_000_000} MB; split it")
        return source.path.read_bytes()
    except OSError as error:
        raise Unreadable(source.name, f"cannot be opened: {error.strerror}") from error
