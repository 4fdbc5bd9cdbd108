"""A reload, before it is swapped in: everything read anew, and a corpus built aside."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.config import Config
from bot.ingest.packs import load_packs
from bot.ingest.read import Progress, Read, find_sources, read
from bot.ingest.worker import Readers
from bot.quiz.modes import MODES
from bot.store.corpus import Difference, build, difference
from bot.store.files import write_whole
from bot.store.incoming import settle

PREPARED = ".prepared"
"""The folder of a corpus that is built and not yet swapped in."""


@dataclass(frozen=True, slots=True)
class Reload:
    """A corpus built aside: what it holds, what it would change, and what was wrong on the way."""

    path: Path
    read: Read
    difference: Difference
    incoming: Mapping[str, Path]
    cards_lost: int = 0  # people's cards that rest on a passage that would go


def read_all(
    config: Config,
    documents: Mapping[str, str],
    incoming: Mapping[str, Path],
    packs: bool,
    progress: Progress,
    readers: Readers,
) -> Read:
    """All packs and sources. `documents`: the ids that sources had before, by name."""
    known, problems = load_packs(config.packs) if packs else ((), [])
    sources = find_sources(config.sources, known, documents, incoming)
    found = read(sources, known, MODES, progress, readers)
    return replace(found, problems=(*problems, *found.problems))


def with_settled(found: Read, settled: Mapping[str, str | None]) -> Read:
    """With the speakers that the bot's owners have settled, by key; a key that names no one passage is let be."""
    times = Counter(passage.key for passage in found.contents.passages)
    passages = tuple(
        replace(passage, speaker=settled[passage.key], confidence=1.0)
        if passage.key in settled and times[passage.key] == 1
        else passage
        for passage in found.contents.passages
    )
    return replace(found, contents=replace(found.contents, passages=passages))


def build_aside(config: Config, found: Read, before: Path | None, incoming: Mapping[str, Path]) -> Reload:
    """`before`: the corpus that is current. Raises BadStore where the disk refuses."""
    aside = config.data_dir / PREPARED
    for earlier in aside.glob("*"):
        earlier.unlink()  # prepared, and never swapped in
    path = build(aside, found.contents, made_by())
    return Reload(path, found, difference(before, path), incoming)


def store_files(config: Config, reload: Reload, good: Container[str]) -> None:
    """Takes what came in, and puts the texts of PDFs and the like beside them: spans point there."""
    settle(reload.incoming, good, config.sources)
    for reading in reload.read.readings:
        if reading.extracted is not None and reading.document.text_file is not None:
            text = reading.extracted.encode(errors="surrogatepass")
            write_whole(config.sources / reading.document.text_file, text)


def made_by() -> str:
    """Names the code that reads: another digest means that the same sources may be understood otherwise."""
    root = Path(__file__).parent.parent
    code = hashlib.sha256()
    for path in sorted([*root.glob("ingest/**/*.py"), *root.glob("dates/**/*.py"), root / "text.py"]):
        code.update(path.read_bytes())
    return code.hexdigest()[:12]
