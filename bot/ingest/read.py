"""Reads all sources, lays the packs over them, and gathers what was understood and what is wrong.

It does not stop at the first fault: what is wrong with one file is a problem, and the others are read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from types import MappingProxyType

from bot.errors import Unreadable
from bot.ingest.gather import gather
from bot.ingest.packs import Pack, lint
from bot.ingest.shapes import Understood
from bot.ingest.worker import Job, Readers, read_jobs
from bot.models import Contents, Problem, Reading

Progress = Callable[[int, int, str], None]
"""Told after each source: how many are done, how many there are, its name."""


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
    readers: Readers = read_jobs,
) -> Read:
    """Everything that the sources and packs hold. It takes time: call it off the event loop.

    `modes`: the names of the quiz modes that a pack's questions may have.
    """
    jobs = [Job(source.name, source.path, document=source.document, packs=packs) for source in sources]
    shelf = _Shelf(readers, jobs)
    for done, (job, understood) in enumerate(zip(jobs, readers(jobs), strict=True), 1):
        shelf.add(job, understood)
        progress(done, len(jobs), job.name)
    readings = [understood.reading for understood in shelf.read.values()]
    passages = [passage for reading in readings for passage in reading.passages]
    problems = [*shelf.problems, *lint(packs, passages, modes)]
    return Read(gather(readings, packs, problems), tuple(readings), tuple(problems))


class _Shelf:
    """What has been read so far: every id and every text once."""

    def __init__(self, readers: Readers, jobs: Iterable[Job]) -> None:
        self.readers = readers
        self.kept = {job.document: job.name for job in jobs if job.document}  # nobody else gets these ids
        self.read: dict[str, Understood] = {}  # by document id
        self.jobs: dict[str, Job] = {}  # by document id
        self.texts: dict[str, str] = {}  # the digest of a folded text -> the name of its source
        self.problems: list[Problem] = []

    def add(self, job: Job, found: Understood | Unreadable) -> None:
        if isinstance(found, Unreadable):
            self.problems.append(Problem(job.name, found.reason))
            return
        twin = self.texts.setdefault(found.folded, job.name)
        document = found.reading.document
        holder = self.read.get(document.id)
        kept = document.pack is None and self.kept.get(document.id, job.name) != job.name
        if twin != job.name:
            what = f"holds the same text as {twin}, which alone was read; remove one of them"
            self.problems.append(Problem(job.name, what))
        elif holder is None and not kept:
            self._put(job, found)
        elif holder and found.certain and not holder.certain:
            displaced = self.jobs[document.id]
            self._put(job, found)
            self._put_aside(displaced, holder)
        else:
            self._put_aside(job, found)

    def _put(self, job: Job, found: Understood) -> None:
        id = found.reading.document.id
        self.read[id], self.jobs[id] = found, job

    def _put_aside(self, job: Job, found: Understood) -> None:
        """Reads a source again whose id another one bears: without the packs, under the next free id."""
        own = replace(job, packs=(), document=None)
        if found.reading.document.pack is not None:
            # the id was the pack's: its own is still to be learnt
            (again,) = self.readers([own])
            found = again if isinstance(again, Understood) else found
        free = (id for id in _numbered(found.reading.document.id) if id not in self.read)
        id = next(id for id in free if self.kept.get(id, job.name) == job.name)
        (again,) = self.readers([replace(own, document=id)])
        if isinstance(again, Understood):
            self._put(job, again)
        else:
            self.problems.append(Problem(job.name, again.reason))


def _numbered(id: str) -> Iterator[str]:
    yield id
    for number in count(2):
        yield f"{id}-{number}"
