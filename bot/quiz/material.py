"""What questions are made of: gathered once for a round, then only values."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from bot.library.shelf import Library
from bot.models import (
    GAP,
    Attribution,
    Claim,
    Document,
    Event,
    Note,
    Passage,
    Question,
    Relation,
    Speaker,
)
from bot.quiz.nearness import nearness
from bot.text import fold

Part = TypeVar("Part")

DOCUMENTS = 12
"""So many documents, drawn by lot, are read for a round: enough for 50 questions."""
WORDS = 80_000
"""Of books no more than hold so many words together."""
MOST = 300
"""So many claims, events and questions of packs are looked at for a round."""
SHORTEST, LONGEST = 8, 45
"""Words of a passage that one can recognise, and can read while the clock runs."""


@dataclass(frozen=True, slots=True)
class Material:
    """`passages` may be asked about: sure, whole, in their own speaker's words alone, and named by their key.

    `everything` holds all passages of the documents drawn, for telling whether a wrong option is wrong.
    Claims, events and questions are those of the document and the topic that the round is confined to, and
    `resting_on` the passages that they rest on, by key, as far as they are there;
    `all_claims`, `all_events` and `near` (see `nearness`) are for wrong options.
    """

    documents: Mapping[str, Document]
    speakers: Mapping[str, Speaker]
    passages: tuple[Passage, ...] = ()
    everything: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()
    resting_on: Mapping[str, Passage] = field(default_factory=dict)
    all_claims: tuple[Claim, ...] = ()
    all_events: tuple[Event, ...] = ()
    near: Mapping[frozenset[str], float] = field(default_factory=dict)

    def stands(self, document: str, keys: Iterable[str]) -> bool:
        """Whether all these passages are there, sure and whole. A pack without its source is taken at its word."""
        known = self.documents.get(document)
        if known is None or known.source_file is None:
            return known is not None
        found = [self.resting_on.get(key) for key in keys]
        return all(one is not None and one.sure and not one.damaged for one in found)

    def nearness(self, one: str, other: str) -> float:
        """How near two documents are in what they speak of, 0 to 1."""
        return 1.0 if one == other else self.near.get(frozenset((one, other)), 0.0)


async def gather(
    library: Library, rng: Random, *, document: str | None = None, topic: str | None = None
) -> Material:
    """Reads what a round may ask about, and enough beside it for wrong options."""
    documents = {one.id: one for one in await library.documents()}
    about = {one.key for one in await library.about(topic, limit=5_000)} if topic else None
    focus = {document} if document else {key.partition("#")[0] for key in about or ()}
    drawn = _drawn(documents, focus, rng)
    texts = [await library.text_of(id) for id in drawn]
    everything = tuple(passage for text in texts for passage in text)
    wanted = set(drawn) if document is None else {document}
    claims = _some(await library.claims(topic=topic, document=document), rng)
    events = _some(await library.events(topic=topic, document=document), rng)
    questions = _some(
        (
            one
            for one in await library.questions()
            if document in (None, one.document) and topic in (None, one.topic)
        ),
        rng,
    )
    parts: list[Claim | Event | Question] = [*claims, *events, *questions]
    resting_on = await library.passages(key for part in parts for key in part.passages)
    return Material(
        documents=documents,
        speakers={one.id: one for one in await library.speakers()},
        passages=tuple(
            passage
            for text in texts
            for passage in askable(text)
            if passage.document in wanted and (about is None or passage.key in about)
        ),
        everything=everything,
        claims=claims,
        relations=tuple(await library.relations()),
        events=events,
        questions=questions,
        resting_on=resting_on,
        notes=tuple(await library.notes()),
        all_claims=tuple(await library.claims()),
        all_events=tuple(await library.events()),
        near=await asyncio.to_thread(nearness, everything),
    )


def askable(text: Iterable[Passage]) -> list[Passage]:
    """The passages of one document that a question may quote: sure, whole, of one voice, of fit length.

    A sentence that holds another's words is left out, since "who said this?" would have two answers; so is
    what bears a key that stands twice, since such a key names nothing.
    """
    text = list(text)
    holding = {passage.parent for passage in text}
    times = Counter(passage.key for passage in text)
    return [
        passage
        for passage in text
        if passage.sure
        and not passage.damaged
        and GAP.strip() not in passage.text
        and passage.speaker is not None
        and passage.attribution is not Attribution.REPORTED
        and passage.place not in holding
        and times[passage.key] == 1
        and SHORTEST <= len(passage.text.split()) <= LONGEST
        and passage.text.rstrip("”\"'’»)").endswith((".", "!", "?", ","))
    ]


def sayers(material: Material) -> dict[str, set[str]]:
    """Who stands behind each text, folded: its speakers and those who quote them."""
    found: dict[str, set[str]] = defaultdict(set)
    for passage in material.everything:
        found[fold(passage.text)] |= {*([passage.speaker] if passage.speaker else []), *passage.via}
    return found


def _some(parts: Iterable[Part], rng: Random) -> tuple[Part, ...]:
    """At most MOST, drawn by lot."""
    found = list(parts)
    rng.shuffle(found)
    return tuple(found[:MOST])


def _drawn(documents: Mapping[str, Document], focus: set[str], rng: Random) -> list[str]:
    """Documents with a text, those in focus first, each part in random order; at most DOCUMENTS, and of books
    only so many as hold WORDS together, but two at least."""
    readable = [id for id, document in documents.items() if document.source_file]
    rng.shuffle(readable)
    readable.sort(key=lambda id: id not in focus)
    drawn: list[str] = []
    words = 0
    for id in readable[:DOCUMENTS]:
        words += documents[id].words
        if len(drawn) >= 2 and words > WORDS:
            break
        drawn.append(id)
    return drawn
