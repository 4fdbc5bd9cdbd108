"""A timeline: dated events in order, each with its passages; what documents share is told once."""

from __future__ import annotations

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.dates import published
from bot.dates.intervals import bounds
from bot.errors import EmptyLibrary, NotADate, NothingFound
from bot.library.shelf import Library
from bot.models import Document, Event, EventKind, Passage, When

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
"""Letters that two forms of a word share."""

SAME = 0.5
"""Share of the shorter label's words, rare ones counting more, that tellings of one thing have in common."""
SAME_UNDATED = 0.8
"""The same for both labels, where their dates contradict each other."""
COMMON = 200
"""Labels in which a word may stand and still tell one event from others."""
NEAR = 12 * 366
"""Days between two datings of one thing, at most: beyond, it is another thing of the same name."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How one document tells an event: its date, and the passages that it rests on, in reading order."""

    event: Event
    document: Document
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, with everybody who tells it; the finest date first.

    Where the tellings differ in date they stand side by side: `disputed`.
    """

    tellings: tuple[Telling, ...]

    @property
    def when(self) -> When:
        return self.tellings[0].event.when

    @property
    def label(self) -> str:
        return self.tellings[0].event.label

    @property
    def kind(self) -> EventKind:
        return self.tellings[0].event.kind

    @property
    def disputed(self) -> bool:
        first = self.tellings[0].event.when
        return any(not _compatible(first, telling.event.when) for telling in self.tellings[1:])


@dataclass(frozen=True, slots=True)
class Timeline:
    entries: tuple[Entry, ...]
    first: date
    last: date


async def timeline(
    library: Library,
    *,
    topic: str | None = None,
    document: str | None = None,
    speaker: str | None = None,
    from_: str | None = None,
    to: str | None = None,
) -> Timeline:
    """The events that fit, in order of time.

    `from_` and `to` are dates as people write them ("2014", "May 2014", "2014-05-05"), both included.
    Raises NotADate where one is none, NothingFound where nothing fits, EmptyLibrary where nothing is there.
    """
    first, last = period(from_, to)
    events = await library.events(topic=topic, speaker=speaker, document=document)
    tellings = await _tellings(library, [event for event in events if _within(event.when, first, last)])
    entries = sorted(await asyncio.to_thread(_together, tellings), key=_order)
    if not entries:
        raise NothingFound("events") if await library.documents() else EmptyLibrary
    spans = [bounds(entry.when) for entry in entries]
    return Timeline(tuple(entries), min(start for start, _ in spans), max(end for _, end in spans))


def period(from_: str | None, to: str | None) -> tuple[date, date]:
    """The first and last day of a period; given the wrong way round, it is turned."""
    first, last = _day_bounds(from_), _day_bounds(to)
    if first and last and first[0] > last[1]:
        first, last = last, first
    return (first[0] if first else date.min), (last[1] if last else date.max)


def _day_bounds(text: str | None) -> tuple[date, date] | None:
    if text is None or not text.strip():
        return None
    when = published(text)
    if when is None:
        raise NotADate(text)
    return bounds(when)


async def _tellings(library: Library, events: Sequence[Event]) -> list[Telling]:
    """Events with their documents and passages; an event whose passages are gone is not told."""
    documents = {document.id: document for document in await library.documents()}
    found = await library.passages(key for event in events for key in event.passages)
    return [
        Telling(event, documents[event.document], passages)
        for event in events
        if event.document in documents
        and (passages := tuple(found[key] for key in event.passages if key in found))
    ]


def _within(when: When, first: date, last: date) -> bool:
    start, end = bounds(when)
    return start <= last and first <= end


def _order(entry: Entry) -> tuple[date, date]:
    start, end = bounds(entry.when)
    return start, end


def _together(tellings: Sequence[Telling]) -> list[Entry]:
    """Tellings of one event in several documents make one entry.

    Only tellings that share two uncommon words of their labels are compared, so that a large library takes
    hardly longer for each of its events than a small one.
    """
    words = [_words(telling.event.label) for telling in tellings]
    times = Counter(word for label in words for word in label)
    groups: list[list[int]] = []
    of_word: dict[str, list[int]] = defaultdict(list)
    for number in range(len(tellings)):
        shared = Counter(group for word in words[number] if times[word] <= COMMON for group in of_word[word])
        likely = (group for group, count in shared.most_common() if count > 1)
        place = next(
            (group for group in likely if _fits(number, groups[group], tellings, words, times)), None
        )
        if place is None:
            place = len(groups)
            groups.append([])
        groups[place].append(number)
        for word in words[number]:
            if times[word] <= COMMON and place not in of_word[word]:
                of_word[word].append(place)
    return [Entry(tuple(sorted((tellings[n] for n in group), key=_coarseness))) for group in groups]


def _coarseness(telling: Telling) -> int:
    start, end = bounds(telling.event.when)
    return (end - start).days


def _fits(
    number: int, group: list[int], tellings: Sequence[Telling], words: Sequence[set[str]], times: Counter[str]
) -> bool:
    """Like one of a group in label and date, and of a document that the group has not heard."""
    telling = tellings[number]
    if any(telling.document.id == tellings[other].document.id for other in group):
        return False
    return any(
        _same(telling.event, tellings[other].event, words[number], words[other], times) for other in group
    )


def _same(one: Event, other: Event, words: set[str], others: set[str], times: Counter[str]) -> bool:
    shared = words & others
    if len(shared) < 2:
        return False
    if _compatible(one.when, other.when):
        return _weight(shared, times) >= SAME * min(_weight(words, times), _weight(others, times))
    if EventKind.STATISTIC in (one.kind, other.kind) or _apart(one.when, other.when) > NEAR:
        return False
    return _weight(shared, times) >= SAME_UNDATED * max(_weight(words, times), _weight(others, times))


def _weight(words: Iterable[str], times: Counter[str]) -> float:
    return sum(1 / times[word] for word in words)


def _compatible(one: When, other: When) -> bool:
    """Whether one date lies within the other."""
    (first, last), (start, end) = bounds(one), bounds(other)
    return (first <= start and end <= last) or (start <= first and last <= end)


def _apart(one: When, other: When) -> int:
    (first, last), (start, end) = bounds(one), bounds(other)
    return max((start - last).days, (first - end).days, 0)


def _words(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())}
