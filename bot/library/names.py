"""Names while they are typed, and what they name: speakers, documents, topics."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary

from bot.errors import Unknown
from bot.library.lookup import Entry, Fit, Hit, Lookup
from bot.library.shelf import Library
from bot.models import Document, Speaker
from bot.store.corpus import Corpus
from bot.store.corpus.weights import document_weights, speaker_weights, topic_weights

CHOICES = 25  # Discord shows no more
NAME_LIMIT = VALUE_LIMIT = 100  # characters of a choice's name and value
NEAREST = 3

# control and format characters, among them those that turn the direction of writing
_INVISIBLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)


Kind = Literal["speaker", "document", "topic"]
"""What can be named."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the list that appears while somebody types."""

    name: str
    value: str  # the id


class _Names(NamedTuple):
    lookup: Lookup
    unseen: dict[frozenset[str], frozenset[str]]  # hidden documents -> speakers who are in no other


# one index a corpus and kind; it goes when the corpus goes
_known: WeakKeyDictionary[Corpus, dict[Kind, _Names]] = WeakKeyDictionary()


async def suggest(library: Library, kind: Kind, typed: str, limit: int = CHOICES) -> list[Choice]:
    """At most `limit` choices for what is typed, most likely first; with nothing typed, the most used."""
    hits = await _hits(library, kind, typed, limit)
    return _choices([hit.entry for hit in hits][:limit])


async def resolve(library: Library, kind: Kind, text: str) -> str:
    """The id that a text names: an id, a name, an alias, or the beginning of just one name's words.

    Raises Unknown with the nearest names where it names nothing or several things.
    """
    if await _has(library, kind, text):
        return text
    named = {
        entry.id: entry for names in await _all_names(library, kind) for entry in names.lookup.named(text)
    }
    hits = await _hits(library, kind, text, CHOICES)
    seen = {hit.entry.id for hit in hits}
    meant = [id for id in named if id in seen] or list(
        dict.fromkeys(hit.entry.id for hit in hits if text.strip() and hit.fit < Fit.MISSPELT)
    )
    if len(meant) == 1:
        return meant[0]
    nearest = dict.fromkeys(hit.entry.name for hit in hits if text.strip())
    raise Unknown(kind, text, tuple(nearest)[:NEAREST])


async def names_of(
    library: Library, *, document: str | None = None, speaker: str | None = None, topic: str | None = None
) -> tuple[str | None, str | None, str | None]:
    """The title of a document, the names of a speaker and a topic, by their ids."""
    text = await library.document(document) if document else None
    person = await library.speaker(speaker) if speaker else None
    theme = await library.topic(topic) if topic else None
    return text.title if text else None, person.name if person else None, theme.name if theme else None


async def _has(library: Library, kind: Kind, id: str) -> bool:
    match kind:
        case "speaker":
            return await library.speaker(id) is not None
        case "document":
            return await library.document(id) is not None
        case "topic":
            return await library.topic(id) is not None


async def _hits(library: Library, kind: Kind, typed: str, limit: int) -> list[Hit]:
    """Of all corpora, the better fitting first; misspelt ones only where nothing fits better."""
    found: list[tuple[Fit, int, Hit]] = []
    for corpus, names in zip(library.corpora, await _all_names(library, kind), strict=True):
        unseen = await _unseen(corpus, names, kind, library.hidden)
        hits = names.lookup.find(typed, limit + min(len(unseen), limit))
        found += [(hit.fit, place, hit) for place, hit in enumerate(hits) if hit.entry.id not in unseen]
    found.sort(key=lambda hit: hit[:2])
    hits = list({hit.entry.id: hit for _, _, hit in reversed(found)}.values())[::-1]
    fitting = [hit for hit in hits if hit.fit < Fit.MISSPELT]
    return fitting or hits


async def _unseen(corpus: Corpus, names: _Names, kind: Kind, hidden: frozenset[str]) -> frozenset[str]:
    if not hidden or kind == "topic":
        return frozenset()
    if kind == "document":
        return hidden
    if hidden not in names.unseen:
        seen = {speaker.id for speaker in await corpus.speakers(without=hidden)}
        names.unseen[hidden] = frozenset(entry.id for entry in names.lookup.entries if entry.id not in seen)
    return names.unseen[hidden]


async def _all_names(library: Library, kind: Kind) -> list[_Names]:
    return [await _names(corpus, kind) for corpus in library.corpora]


async def _names(corpus: Corpus, kind: Kind) -> _Names:
    kinds = _known.setdefault(corpus, {})
    if kind not in kinds:
        entries = await ENTRIES[kind](corpus)
        kinds[kind] = _Names(await asyncio.to_thread(Lookup, entries), {})
    return kinds[kind]


async def _speakers(corpus: Corpus) -> list[Entry]:
    speakers, weights = await corpus.speakers(), await speaker_weights(corpus)
    return _told_apart(
        (Entry(one.id, one.name, one.aliases, weights.get(one.id, 0)), _of_speaker(one)) for one in speakers
    )


async def _documents(corpus: Corpus) -> list[Entry]:
    documents, weights = await corpus.documents(), await document_weights(corpus)
    return _told_apart(
        (Entry(one.id, one.title, (), weights[one.id]), _of_document(one)) for one in documents
    )


async def _topics(corpus: Corpus) -> list[Entry]:
    topics, weights = await corpus.topics(), await topic_weights(corpus)
    return [Entry(one.id, one.name, one.aliases, weights.get(one.id, 0)) for one in topics]


def _of_speaker(speaker: Speaker) -> str:
    return speaker.affiliation or ""


def _of_document(document: Document) -> str:
    published = document.published.start if document.published else None
    return ", ".join(part for part in (document.outlet, published) if part)


def _told_apart(entries: Iterable[tuple[Entry, str]]) -> list[Entry]:
    """Where several bear one name, what tells them apart stands behind it."""
    pairs = list(entries)
    times = Counter(_shown(entry) for entry, _ in pairs)
    return [
        replace(entry, name=f"{_cut(entry.name, 60)} ({detail})", aliases=(entry.name, *entry.aliases))
        if detail and times[_shown(entry)] > 1
        else entry
        for entry, detail in pairs
    ]


def _choices(entries: Iterable[Entry]) -> list[Choice]:
    choices: dict[str, Choice] = {}
    for entry in entries:
        name = _shown(entry)
        if name in choices:
            name = f"{_cut(name, NAME_LIMIT // 2)} ({_cut(entry.id, NAME_LIMIT // 2 - 3)})"
        if len(entry.id) <= VALUE_LIMIT:
            choices.setdefault(name, Choice(name, entry.id))
    return list(choices.values())


def _shown(entry: Entry) -> str:
    return _cut(" ".join(_INVISIBLE.sub(" ", entry.name).split()) or entry.id, NAME_LIMIT)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


ENTRIES: dict[Kind, Callable[[Corpus], Awaitable[list[Entry]]]] = {
    "speaker": _speakers,
    "document": _documents,
    "topic": _topics,
}
