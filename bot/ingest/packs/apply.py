"""Lays a pack's knowledge over what was read of a source: it names and settles, and never changes a word."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.ingest.packs.shapes import Pack, PackDocument, Voice
from bot.models import Attribution, Claim, Document, Event, Note, Passage, Question, Reading, Speaker
from bot.text import fold

TITLE_WITHIN = 6_000
"""Characters at the start of a source in which its title is looked for."""


@dataclass(frozen=True, slots=True)
class Applied:
    reading: Reading
    lost: tuple[str, ...]  # keys of the pack that name no passage of this source


def source_digest(text: str) -> str:
    """SHA-256 of a source's folded text, hex: the same for two copies that differ in white space alone."""
    return hashlib.sha256(fold(text).encode()).hexdigest()


def recognise(text: str, packs: Iterable[Pack]) -> tuple[Pack, PackDocument] | None:
    """The pack's document that a source is: by the digest of its text, else by its title near the start."""
    known = [(pack, one) for pack in packs for one in pack.documents]
    digest = source_digest(text)
    by_digest = next((pair for pair in known if digest in pair[1].digests), None)
    if by_digest:
        return by_digest
    opening = fold(text[:TITLE_WITHIN])
    titled = [pair for pair in known if fold(pair[1].document.title) in opening]
    return max(titled, key=lambda pair: len(pair[1].document.title), default=None)


def apply(reading: Reading, pack: Pack, known: PackDocument) -> Applied:
    """The reading under the pack's id and bibliography, its voices and attributions settled.

    The passages must already bear keys of the pack's document id.
    """
    reading = _under_its_names(reading, pack)
    times = Counter(passage.key for passage in reading.passages)
    settled: dict[str, str | None] = {}
    for voice in known.voices:
        settled |= dict.fromkeys(_between(voice, reading.passages), voice.speaker)
    settled |= {one.passage: one.speaker for one in known.attributions}
    passages = tuple(
        replace(passage, speaker=settled[passage.key], confidence=1.0)
        if passage.key in settled and times[passage.key] == 1
        else passage
        for passage in reading.passages
    )
    wanted = {*settled, *_evidence(known)}
    return Applied(
        reading=replace(
            reading,
            document=_merged(reading.document, known.document),
            passages=passages,
            events=_not_told_again(reading.events, known.events),
            speakers=_speakers(reading.speakers, pack, passages, known),
        ),
        lost=tuple(sorted(key for key in wanted if times[key] != 1)),
    )


def _under_its_names(reading: Reading, pack: Pack) -> Reading:
    """A speaker who was read under a name that the pack gives to one of its own is that one."""
    ours = {
        fold(name): speaker.id
        for speaker in reversed(pack.speakers)
        for name in (*speaker.aliases, speaker.name)
    }
    same = {
        speaker.id: next(
            (ours[fold(n)] for n in (speaker.name, *speaker.aliases) if fold(n) in ours), speaker.id
        )
        for speaker in reading.speakers
    }
    return replace(
        reading,
        document=replace(
            reading.document, authors=tuple(same.get(id, id) for id in reading.document.authors)
        ),
        passages=tuple(
            replace(
                passage,
                speaker=same.get(passage.speaker, passage.speaker) if passage.speaker else None,
                via=tuple(same.get(id, id) for id in passage.via),
            )
            for passage in reading.passages
        ),
    )


def _not_told_again(read: Sequence[Event], known: Sequence[Event]) -> tuple[Event, ...]:
    """The events that were read, without those that the pack tells of the same passage and date."""
    told = {(event.when.start, event.when.end, key) for event in known for key in event.passages}
    return tuple(
        event
        for event in read
        if not any((event.when.start, event.when.end, key) in told for key in event.passages)
    )


def _between(voice: Voice, passages: Sequence[Passage]) -> Iterable[str]:
    """The keys of the author's sentences from the voice's first passage to its last."""
    holds = False
    for passage in passages:
        holds = holds or passage.key == voice.first
        if holds and passage.attribution is Attribution.AUTHOR:
            yield passage.key
        if passage.key == voice.last:
            return


def _evidence(known: PackDocument) -> Iterable[str]:
    records: list[Claim | Event | Question | Note] = [
        *known.claims,
        *known.events,
        *known.questions,
        *known.notes,
    ]
    for record in records:
        yield from record.passages


def _merged(read: Document, known: Document) -> Document:
    """The pack's bibliography where it has one, else what the source says of itself."""
    return replace(
        read,
        id=known.id,
        title=_fuller(known.title, read.title),
        subtitle=known.subtitle or read.subtitle,
        authors=known.authors or read.authors,
        outlet=known.outlet or read.outlet,
        published=known.published or read.published,
        kind=known.kind or read.kind,
        language=known.language or read.language,
        url=known.url or read.url,
        pack=known.pack,
        guide=known.guide,
    )


def _fuller(known: str, read: str) -> str:
    """A pack may give the beginning of a long title; the source then completes it."""
    return read if fold(read).startswith(fold(known)) else known


def _speakers(
    read: Sequence[Speaker], pack: Pack, passages: Sequence[Passage], known: PackDocument
) -> tuple[Speaker, ...]:
    """Those who were read and those whom the pack names here; the pack's word on a speaker's name holds."""
    needed = {passage.speaker for passage in passages} | {name for p in passages for name in p.via}
    needed |= {claim.speaker for claim in known.claims} | {*known.document.authors}
    ours = {speaker.id: speaker for speaker in pack.speakers}
    merged = {speaker.id: speaker for speaker in read} | {i: ours[i] for i in ours if i in needed}
    return tuple(speaker for speaker in merged.values() if speaker.id in needed)
