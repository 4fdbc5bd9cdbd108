"""Receipts: the words of a passage, cut from their source at the moment they are shown.

A passage remembers where it stands; a receipt looks there. Only when the source is still, byte for byte, the
one that was loaded, and the letters at those places are those of the passage, are the words shown.
"""

from __future__ import annotations

import asyncio
import hashlib
import html
import os
import re
import time
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.errors import ColloquyError, Withheld
from bot.ingest.formats import decode
from bot.library.shelf import Library
from bot.models import GAP, Attribution, Document, Passage, Speaker

KEPT_SOURCES = 8
SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time of change tells its next change; before, it is read each time."""

# what one print of the same letters has and another lacks: white space, hyphens at line ends
_SET_ASIDE = re.compile(r"[\s\-\u2010\u2011\u00ac\u00ad\u200b-\u200d\u2060\ufeff]+")
_SHAPES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4\u2039\u203a", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2012\u2013\u2014\u2015\u2212", "–")
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A quote with all that a card or a citation needs: whose words, from where, and that they are there."""

    text: str  # letter for letter; ` […] ` where the source has lost words
    passage: Passage
    document: Document
    speaker: Speaker | None  # None: the source names nobody
    via: tuple[Speaker, ...] = ()  # who quotes the speaker, outermost first

    @property
    def paragraph(self) -> int:
        return self.passage.paragraph

    @property
    def digest(self) -> str:
        """SHA-256 of the source file, hex."""
        return self.document.digest or ""

    @property
    def chain(self) -> str:
        """Who says it and who passes it on: "Ms. Adler, quoted by Mr. Brandt"."""
        name = self.speaker.name if self.speaker else "unattributed"
        if self.passage.attribution is Attribution.AUTHOR:
            return name
        how = "quoted" if self.passage.attribution is Attribution.QUOTED else "reported"
        by = [f"{how} by {other.name}" for other in reversed(self.via)]
        return ", ".join([name, *(by or [f"{how} in {self.document.title}"])])


async def receipt(library: Library, passage: Passage) -> Receipt:
    """Raises Withheld where the source does not hold these words any more."""
    (found,) = await receipts(library, [passage])
    if isinstance(found, Withheld):
        raise found
    return found


async def receipts(library: Library, passages: Sequence[Passage]) -> list[Receipt | Withheld]:
    """For each passage its receipt, or why there is none."""
    documents = await _documents(library, {passage.document for passage in passages})
    speakers = await _speakers(library, passages)
    checked = await asyncio.to_thread(_check_all, library.sources, documents, passages)
    return [
        withheld
        or Receipt(
            passage.text,
            passage,
            documents[passage.document],
            speakers.get(passage.speaker or ""),
            tuple(speakers[id] for id in passage.via),
        )
        for passage, withheld in zip(passages, checked, strict=True)
    ]


async def _documents(library: Library, ids: Iterable[str]) -> dict[str, Document]:
    return {id: document for id in ids if (document := await library.document(id))}


async def _speakers(library: Library, passages: Iterable[Passage]) -> dict[str, Speaker]:
    ids = {id for passage in passages for id in (passage.speaker, *passage.via) if id}
    return {id: await library.speaker(id) or Speaker(id, id) for id in ids}


def _check_all(
    sources: Path, documents: dict[str, Document], passages: Iterable[Passage]
) -> list[Withheld | None]:
    return [_check(sources, documents.get(passage.document), passage) for passage in passages]


def _check(sources: Path, document: Document | None, passage: Passage) -> Withheld | None:
    """Why the words cannot be shown; None where they stand in the source."""
    if document is None:
        return Withheld(passage.document)
    try:
        text = _source_text(sources, document)
    except (OSError, ColloquyError):
        return Withheld(document.title)
    cut = "".join(text[start:end] for start, end in passage.spans)
    return None if _letters(cut) == _letters(passage.text) else Withheld(document.title)


def _source_text(sources: Path, document: Document) -> str:
    """The text that spans point into. Raises OSError or ColloquyError where it is not what was loaded."""
    if not document.source_file:
        raise Withheld(document.title, absent=True)
    files = [(document.source_file, document.digest)]
    if document.text_file:
        files.append((document.text_file, document.text_digest))
    text = ""
    for name, digest in files:
        # a pack's own source is named "../packs/…", and the folder of sources need not exist
        path = Path(os.path.normpath(sources / name))
        source = _read(path, decoded=name == files[-1][0])
        if source.digest != digest:
            raise Withheld(document.title)
        text = source.text
    return text


@dataclass(frozen=True, slots=True)
class _Source:
    text: str
    digest: str


def _read(path: Path, *, decoded: bool) -> _Source:
    stat = path.stat()
    changed = max(stat.st_mtime_ns, stat.st_ctime_ns)
    if time.time_ns() - changed < SETTLED:
        return _read_file(path, decoded)
    return _read_once(path, decoded, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)


def _read_file(path: Path, decoded: bool) -> _Source:
    data = path.read_bytes()
    return _Source(decode(data) if decoded else "", hashlib.sha256(data).hexdigest())


@lru_cache(maxsize=KEPT_SOURCES)
def _read_once(path: Path, decoded: bool, *_stamp: int) -> _Source:
    return _read_file(path, decoded)


def _letters(text: str) -> str:
    """What must agree: every letter, figure and sign, white space, hyphens and the shape of marks aside."""
    plain = html.unescape(text.replace(GAP.strip(), "")).translate(_SHAPES)
    return _SET_ASIDE.sub("", unicodedata.normalize("NFKC", plain))
