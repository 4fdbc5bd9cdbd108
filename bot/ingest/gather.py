"""Puts what was read of each source, and what the packs know, together into the contents of one corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Protocol, TypeVar

from bot.ingest.packs import Pack, PackDocument
from bot.ingest.topics import key_topics
from bot.models import Contents, Event, Problem, Reading, Speaker, Topic


class Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=Named)
Known = TypeVar("Known", Speaker, Topic)


def gather(readings: Sequence[Reading], packs: Sequence[Pack], problems: list[Problem]) -> Contents:
    """Every id once: where two packs use one id, the first holds and the other is a problem.

    Speakers and topics may be known to several packs: these are one, with all their names.
    """
    guides = [known for pack in packs for known in pack.documents]
    read = {reading.document.id for reading in readings}
    guided = {known.document.id for known in guides}

    def once(things: Iterable[N], kind: str) -> tuple[N, ...]:
        found: dict[str, N] = {}
        for thing in things:
            if found.setdefault(thing.id, thing) is not thing:
                what = f"the {kind} id “{thing.id}” is used in more than one pack; only the first counts"
                problems.append(Problem("packs", what))
        return tuple(found.values())

    topics = _united(topic for pack in packs for topic in pack.topics)
    return Contents(
        documents=(
            *(reading.document for reading in readings),
            *once((known.document for known in guides if known.document.id not in read), "document"),
        ),
        speakers=_speakers(readings, packs),
        topics=(*topics, *key_topics([one for one in readings if one.document.id not in guided], topics)),
        passages=tuple(passage for reading in readings for passage in reading.passages),
        claims=once((claim for known in guides for claim in known.claims), "claim"),
        relations=tuple(relation for known in guides for relation in known.relations),
        events=once(_events(readings, guides), "event"),
        questions=once((question for known in guides for question in known.questions), "question"),
        notes=tuple(note for known in guides for note in known.notes),
    )


def _united(things: Iterable[Known]) -> tuple[Known, ...]:
    """One an id: the first name stands, other names and aliases follow."""
    same: dict[str, list[Known]] = {}
    for thing in things:
        same.setdefault(thing.id, []).append(thing)
    return tuple(replace(those[0], aliases=_other_names(those)) for those in same.values())


def _other_names(same: Sequence[Speaker | Topic]) -> tuple[str, ...]:
    names = dict.fromkeys(name for thing in same for name in (thing.name, *thing.aliases))
    names.pop(same[0].name, None)
    return tuple(names)


def _speakers(readings: Iterable[Reading], packs: Iterable[Pack]) -> tuple[Speaker, ...]:
    """United, each with the first affiliation that is known."""
    all = [*chain(*(pack.speakers for pack in packs)), *chain(*(one.speakers for one in readings))]
    affiliations = {speaker.id: speaker.affiliation for speaker in reversed(all) if speaker.affiliation}
    return tuple(replace(speaker, affiliation=affiliations.get(speaker.id)) for speaker in _united(all))


def _events(readings: Iterable[Reading], guides: Sequence[PackDocument]) -> Iterator[Event]:
    """A pack's events, and those found in the text that no event of the pack tells already."""
    told: dict[str, list[Event]] = {}
    for known in guides:
        told.setdefault(known.document.id, []).extend(known.events)
        yield from known.events
    for reading in readings:
        known_events = told.get(reading.document.id, ())
        yield from (
            event for event in reading.events if not any(_same(event, other) for other in known_events)
        )


def _same(found: Event, told: Event) -> bool:
    """Whether two events rest on one passage and one's date lies in the other's, as far as both are known."""
    if not set(found.passages) & set(told.passages):
        return False
    one, other = found.when.start or found.when.end or "", told.when.start or told.when.end or ""
    return one.startswith(other) or other.startswith(one)
