"""The library: all that one Discord server can read, from the shared corpus and from its own.

It only asks its corpora and puts the answers together; what a server has hidden is left out here, once for
all. The words of each corpus stay in that corpus's file, so what one server uploads cannot reach another.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from bot.models import Claim, Document, Event, Note, Passage, Question, Relation, Speaker, Topic
from bot.store.corpus import Corpus
from bot.store.corpus.described import Counted, counted
from bot.store.corpus.sample import sample


class InDocument(Protocol):
    """What belongs to a document: a passage, a claim, an event, a question, a note."""

    @property
    def document(self) -> str: ...


Part = TypeVar("Part", bound=InDocument)
Named = TypeVar("Named", Document, Topic)
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Library:
    """`corpora`: the shared one first, then the server's own. `sources`: the folder their files lie in."""

    corpora: tuple[Corpus, ...]
    sources: Path
    hidden: frozenset[str] = frozenset()

    async def documents(self) -> list[Document]:
        """One entry an id: the one with a source, where another corpus has only a pack's guide to it."""
        found = await self._all(lambda corpus: corpus.documents())
        found.sort(key=lambda document: document.source_file is None)
        return [document for document in _once(found) if self.shows(document.id)]

    async def document(self, id: str) -> Document | None:
        holder = await self._holder(id)
        return await holder.document(id) if holder else None

    async def counted(self, document: str) -> Counted | None:
        """How much there is of a document; None where there is no such document."""
        holder = await self._holder(document)
        return await counted(holder, document) if holder else None

    async def speakers(self) -> list[Speaker]:
        """Everybody who says something here; whom several corpora know is one, with all their aliases."""
        found = await self._all(lambda corpus: corpus.speakers(without=self.hidden))
        return list(_united(found).values())

    async def speaker(self, id: str) -> Speaker | None:
        found = [await corpus.speaker(id) for corpus in self.corpora]
        return _united(speaker for speaker in found if speaker).get(id)

    async def topics(self) -> list[Topic]:
        return _once(await self._all(lambda corpus: corpus.topics()))

    async def topic(self, id: str) -> Topic | None:
        return next((topic for topic in await self.topics() if topic.id == id), None)

    async def passage(self, key: str) -> Passage | None:
        return (await self.passages([key])).get(key)

    async def passages(self, keys: Iterable[str]) -> dict[str, Passage]:
        """The passages that bear these keys. A key that has vanished, is ambiguous or hidden is left out."""
        wanted = [key for key in dict.fromkeys(keys) if self.shows(key.partition("#")[0])]
        found: dict[str, Passage] = {}
        for corpus in self.corpora:
            missing = [key for key in wanted if key not in found]
            if missing:
                found |= await corpus.passages(missing)
        return found

    async def text_of(self, document: str) -> list[Passage]:
        """All passages of a document in reading order, stretches after the sentence that holds them."""
        if not self.shows(document):
            return []
        return await self._first(lambda corpus: corpus.text_of(document)) or []

    async def around(self, passage: Passage, paragraphs: int = 1) -> list[Passage]:
        """The sentences of the passage's paragraph and of as many paragraphs before and after it."""
        if not self.shows(passage.document):
            return []
        return await self._first(lambda corpus: corpus.around(passage, paragraphs)) or []

    async def said_by(self, speaker: str, *, limit: int) -> list[Passage]:
        return await self._visible(lambda corpus: corpus.said_by(speaker, limit=limit))

    async def about(self, topic: str, *, speaker: str | None = None, limit: int) -> list[Passage]:
        """Passages on a topic, in reading order; of one speaker, or of all."""
        return await self._visible(lambda corpus: corpus.about(topic, speaker=speaker, limit=limit))

    async def sample(
        self,
        *,
        document: str | None = None,
        speaker: str | None = None,
        topic: str | None = None,
        limit: int,
    ) -> list[Passage]:
        """Sure, whole passages in reading order, evenly drawn where a corpus has more than `limit`."""
        return await self._visible(
            lambda corpus: sample(corpus, document=document, speaker=speaker, topic=topic, limit=limit)
        )

    async def claims(
        self, *, topic: str | None = None, speaker: str | None = None, document: str | None = None
    ) -> list[Claim]:
        return await self._visible(
            lambda corpus: corpus.claims(topic=topic, speaker=speaker, document=document)
        )

    async def relations(self) -> list[Relation]:
        """How claims stand to one another, as packs say it."""
        return await self._all(lambda corpus: corpus.relations())

    async def events(
        self, *, topic: str | None = None, speaker: str | None = None, document: str | None = None
    ) -> list[Event]:
        return await self._visible(
            lambda corpus: corpus.events(topic=topic, speaker=speaker, document=document)
        )

    async def questions(self) -> list[Question]:
        return await self._visible(lambda corpus: corpus.questions())

    async def notes(self) -> list[Note]:
        return await self._visible(lambda corpus: corpus.notes())

    def shows(self, document: str) -> bool:
        return document not in self.hidden

    async def _holder(self, document: str) -> Corpus | None:
        """The corpus that has a document: with its source, or else only a pack's guide to it."""
        guided = None
        for corpus in self.corpora if self.shows(document) else ():
            if found := await corpus.document(document):
                if found.source_file:
                    return corpus
                guided = guided or corpus
        return guided

    async def _all(self, ask: Callable[[Corpus], Awaitable[list[Answer]]]) -> list[Answer]:
        return [answer for corpus in self.corpora for answer in await ask(corpus)]

    async def _visible(self, ask: Callable[[Corpus], Awaitable[list[Part]]]) -> list[Part]:
        return [part for part in await self._all(ask) if self.shows(part.document)]

    async def _first(self, ask: Callable[[Corpus], Awaitable[Answer | None]]) -> Answer | None:
        for corpus in self.corpora:
            if answer := await ask(corpus):
                return answer
        return None


def _once(found: Iterable[Named]) -> list[Named]:
    """Without those whose id came before."""
    first: dict[str, Named] = {}
    for one in found:
        first.setdefault(one.id, one)
    return list(first.values())


def _united(speakers: Iterable[Speaker]) -> dict[str, Speaker]:
    """By id; the first name stands, other names and aliases follow."""
    found: dict[str, Speaker] = {}
    for speaker in speakers:
        known = found.get(speaker.id)
        found[speaker.id] = _with_names_of(known, speaker) if known else speaker
    return found


def _with_names_of(known: Speaker, other: Speaker) -> Speaker:
    names = dict.fromkeys((*known.aliases, other.name, *other.aliases))
    names.pop(known.name, None)
    return replace(known, aliases=tuple(names), affiliation=known.affiliation or other.affiliation)
