"""Libraries for tests: real sources on disk, a real corpus beside them."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.library.shelf import Library
from bot.models import Contents, Document, Passage
from bot.store.corpus import Corpus, build
from bot.text import keys

Shelve = Callable[..., Awaitable[Library]]


@pytest.fixture
async def shelve(tmp_path: Path) -> AsyncIterator[Shelve]:
    """Builds a corpus of each of the contents given and joins them to a library."""
    opened: list[Corpus] = []

    async def library(*all_contents: Contents, hidden: frozenset[str] = frozenset()) -> Library:
        corpora = [await Corpus.open(build(tmp_path, contents)) for contents in all_contents]
        opened.extend(corpora)
        return Library(tuple(corpora), tmp_path, hidden)

    yield library
    for corpus in opened:
        await corpus.close()


Said = Sequence[tuple[str | None, str]]
Write = Callable[[Document, Said], tuple[Document, tuple[Passage, ...]]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a source of (speaker, sentence) lines, three to a paragraph, and reads it letter for letter."""

    def written(document: Document, said: Said) -> tuple[Document, tuple[Passage, ...]]:
        text = "\n".join(sentence for _, sentence in said)
        (tmp_path / f"{document.id}.txt").write_text(text, encoding="utf-8")
        sentences = [sentence for _, sentence in said]
        names = keys(document.id, sentences, ["", *sentences[:-1]])
        passages, start = [], 0
        for place, (speaker, sentence) in enumerate(said):
            span = (start, start + len(sentence))
            passages.append(
                Passage(names[place], document.id, place, 1 + place // 3, sentence, (span,), speaker)
            )
            start += len(sentence) + 1
        return (
            replace(
                document,
                source_file=f"{document.id}.txt",
                digest=hashlib.sha256(text.encode()).hexdigest(),
                words=len(text.split()),
            ),
            tuple(passages),
        )

    return written
