"""What `load` tells of each document: who speaks in it, what is sure, what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.app import Reload
from bot.models import Document, Omission

SHOWN = 6
"""Speakers that the report for people names."""
DETAILED = 3
"""Reasons for leaving something out of which it shows an example."""

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Understood:
    """One document as the report shows it. Without a source only its pack's guide is known."""

    document: Document
    authors: tuple[str, ...]
    passages: int
    sure: int
    events: int
    speakers: tuple[tuple[str, str, int], ...]  # id, name, passages; most first; "" for nobody named
    left_out: tuple[Omission, ...]


def understood(reload: Reload) -> list[Understood]:
    contents = reload.read.contents
    names = {speaker.id: speaker.name for speaker in contents.speakers}
    omissions = {reading.document.id: reading.omissions for reading in reload.read.readings}
    events = Counter(event.document for event in contents.events)
    passages, sure = Counter[str](), Counter[str]()
    said: dict[str, Counter[str]] = {document.id: Counter() for document in contents.documents}
    for passage in contents.passages:
        passages[passage.document] += 1
        sure[passage.document] += passage.sure
        said[passage.document][passage.speaker or ""] += 1
    return [
        Understood(
            document,
            tuple(names.get(id, id) for id in document.authors),
            passages[document.id],
            sure[document.id],
            events[document.id],
            tuple((id, names.get(id, id), times) for id, times in said[document.id].most_common()),
            omissions.get(document.id, ()),
        )
        for document in contents.documents
    ]


def as_lines(reload: Reload) -> Iterator[Line]:
    """For programs: an object for each document, each problem, and the corpus."""
    for one in understood(reload):
        yield _line(one)
    for problem in reload.read.problems:
        yield {"type": "problem", "path": problem.path, "line": problem.line, "what": problem.what}
    yield {"type": "corpus", "file": reload.path.name, **_changes(reload)}


def as_text(reload: Reload) -> Iterator[str]:
    """For people: some lines for each document, and two for all."""
    all = understood(reload)
    for one in all:
        yield from _paragraph(one)
        yield ""
    passages, sure = sum(one.passages for one in all), sum(one.sure for one in all)
    claims = len(reload.read.contents.claims)
    yield (
        f"{_count(len(all), 'document')}, {_count(passages, 'passage')} ({_percent(sure, passages)} sure), "
        f"{_count(sum(one.events for one in all), 'event')}, {_count(claims, 'claim')}."
    )
    changes = _changes(reload)
    yield (
        "Documents: " + ", ".join(f"{len(changes[kind])} {kind}" for kind in ("new", "changed", "gone")) + "."
    )


def _line(one: Understood) -> Line:
    document = one.document
    when = document.published
    return {
        "type": "document",
        "id": document.id,
        "title": document.title,
        "authors": one.authors,
        "published": (when.start or when.end) if when else None,
        "source_file": document.source_file,
        "pack": document.pack,
        "words": document.words,
        "passages": one.passages,
        "sure": one.sure,
        "unsure": one.passages - one.sure,
        "events": one.events,
        "speakers": [
            {
                "id": id or None,
                "name": name or None,
                "passages": times,
                "share": round(times / one.passages, 3),
            }
            for id, name, times in one.speakers
        ],
        "left_out": [
            {"reason": omission.reason, "characters": omission.characters, "opening": omission.opening}
            for omission in one.left_out
        ],
    }


def _changes(reload: Reload) -> Line:
    changes = reload.difference
    return {
        "new": changes.documents_new,
        "changed": changes.documents_changed,
        "gone": changes.documents_gone,
        "passages_new": changes.passages_new,
        "passages_changed": changes.passages_changed,
        "passages_gone": len(changes.passages_gone),
    }


def _paragraph(one: Understood) -> Iterator[str]:
    document = one.document
    when = document.published
    facts = [
        document.source_file or "no source here, only the pack's guide",
        f"by {', '.join(one.authors)}" if one.authors else "no author named",
        (when.start or when.end or "no date") if when else "no date",
    ]
    yield document.title
    yield f"  {document.id}"
    yield f"  {' · '.join(facts)}"
    if one.passages:
        unsure = one.passages - one.sure
        yield (
            f"  {_count(document.words, 'word')}, {_count(one.passages, 'passage')}: {one.sure} sure "
            f"({_percent(one.sure, one.passages)}), {unsure} unsure; {_count(one.events, 'event')}"
        )
        yield f"  speakers: {_speakers(one)}"
    left_out = list(_left_out(one.left_out))
    for reason, characters, times, opening in left_out[:DETAILED]:
        size = f"{_count(characters, 'character')} in {_count(times, 'place')}"
        yield f"  left out: {reason}, {size}: “{opening}…”"
    if more := left_out[DETAILED:]:
        characters = sum(characters for _, characters, _, _ in more)
        reasons = ", ".join(reason for reason, *_ in more)
        yield f"  also left out: {reasons}; {_count(characters, 'character')}"


def _speakers(one: Understood) -> str:
    shown = [
        f"{name or 'nobody named'} {_percent(times, one.passages)}" for _, name, times in one.speakers[:SHOWN]
    ]
    more = len(one.speakers) - SHOWN
    return ", ".join([*shown, f"{more} more"] if more > 0 else shown)


def _left_out(omissions: tuple[Omission, ...]) -> Iterator[tuple[str, int, int, str]]:
    """Reason, characters, times, the opening of the longest; most characters first."""
    by_reason: dict[str, list[Omission]] = {}
    for omission in omissions:
        by_reason.setdefault(omission.reason, []).append(omission)
    for reason, some in sorted(by_reason.items(), key=lambda item: -sum(o.characters for o in item[1])):
        longest = max(some, key=lambda omission: omission.characters)
        yield reason, sum(omission.characters for omission in some), len(some), longest.opening


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def _percent(part: int, whole: int) -> str:
    return f"{100 * part // whole} %" if whole else "0 %"
