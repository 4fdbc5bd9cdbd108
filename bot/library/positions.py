"""Positions: who argues what on a topic, where two speakers agree, where they part, and where one is silent.

A pack's claims come first: one position each, in our own words, resting on passages. Whoever has no claim on
the topic speaks through their own words instead: sure passages on it that take a position. Whether two claims
agree, only a pack says: nothing here concludes it from likeness.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.errors import NothingFound, Unknown
from bot.library.argument import ARGUES, argument_weight
from bot.library.receipts import Receipt, receipts
from bot.library.salience import Candidate, choose
from bot.library.shelf import Library
from bot.library.standalone import stands_alone
from bot.models import Attribution, Claim, Passage, Speaker, Stance, Topic

SAMPLE = 1_500  # passages on a topic that are looked at, however many there are
MOST = 25  # speakers who are shown
WORDS_OF_ALL, WORDS_OF_ONE = 2, 5  # passages shown of whoever has no claim, among all and alone
LEAST_OF_STRETCH = 8  # words of a quotation inside a sentence that can take a position
RESTS_ON = 2  # passages shown under a claim


@dataclass(frozen=True, slots=True)
class Point:
    """One thing somebody argues: a claim in our words with what it rests on, or without one their own words.

    A claim's passages are missing where their source is, or has changed since it was loaded.
    """

    claim: Claim | None
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What one speaker argues on a topic; nothing where they are silent on it."""

    speaker: Speaker
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Two claims of which a pack says how they stand to one another."""

    kind: Stance
    claims: tuple[Claim, Claim]
    text: str | None


@dataclass(frozen=True, slots=True)
class Positions:
    topic: Topic
    positions: tuple[Position, ...]  # of those asked for, or of all, who argues most first
    more: int  # how many others argue on it
    related: tuple[Related, ...]  # among their claims
    speakers: dict[str, Speaker]  # those of the related claims, by id


async def positions(
    library: Library, topic: str, speaker: str | None = None, versus: str | None = None
) -> Positions:
    """Who argues what on a topic; of one speaker, or of two side by side.

    Raises NothingFound where nobody argues anything on it. Who is asked for and is silent is shown so.
    """
    known = await library.topic(topic)
    if known is None:
        raise Unknown("topic", topic)
    asked = tuple(dict.fromkeys(name for name in (speaker, versus) if name))
    claims = await library.claims()
    said = await _claimed(library, [claim for claim in claims if claim.topic == topic], asked)
    for name, points in (await _argued(library, topic, asked)).items():
        said.setdefault(name, points)
    order = asked or sorted(said, key=lambda name: -len(said[name]))
    found = tuple(
        [Position(one, said.get(name, ())) for name in order[:MOST] if (one := await library.speaker(name))]
    )
    if not (asked or found):
        raise NothingFound("positions")
    related = await _related(library, claims, topic, asked)
    names = {claim.speaker for one in related for claim in one.claims}
    speakers = {name: one for name in names if (one := await library.speaker(name))}
    return Positions(known, found, max(0, len(order) - MOST), related, speakers)


async def _claimed(
    library: Library, claims: Iterable[Claim], asked: Sequence[str]
) -> dict[str, tuple[Point, ...]]:
    """By speaker, their claims with the passages that can be shown."""
    wanted = [claim for claim in claims if not asked or claim.speaker in asked]
    keys = [key for claim in wanted for key in claim.passages[:RESTS_ON]]
    passages = list((await library.passages(keys)).values())
    cut = {
        found.passage.key: found for found in await receipts(library, passages) if isinstance(found, Receipt)
    }
    said: defaultdict[str, tuple[Point, ...]] = defaultdict(tuple)
    for claim in wanted:
        rests = tuple(cut[key] for key in claim.passages[:RESTS_ON] if key in cut)
        said[claim.speaker] += (Point(claim, rests),)
    return dict(said)


async def _argued(library: Library, topic: str, asked: Sequence[str]) -> dict[str, tuple[Point, ...]]:
    """By speaker, the passages in which they take a position on the topic."""
    if asked:
        sampled = [
            passage
            for name in asked
            for passage in await library.sample(topic=topic, speaker=name, limit=SAMPLE)
        ]
    else:
        sampled = await library.sample(topic=topic, limit=SAMPLE)
    most = WORDS_OF_ONE if asked else WORDS_OF_ALL
    chosen = await asyncio.to_thread(_strongest, sampled, most)
    said: defaultdict[str, tuple[Point, ...]] = defaultdict(tuple)
    for found in await receipts(library, chosen):
        if isinstance(found, Receipt) and found.passage.speaker:
            said[found.passage.speaker] += (Point(None, (found,)),)
    return dict(said)


def _strongest(passages: Iterable[Passage], most: int) -> list[Passage]:
    """At most so many passages of each who argue most that take a position and stand for what they say."""
    by_speaker: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.speaker and _takes_position(passage):
            by_speaker[passage.speaker].append(passage)
    chosen = []
    for own in sorted(by_speaker.values(), key=len, reverse=True)[:MOST]:
        candidates = [
            Candidate(one.text, one.document, one.paragraph, worth=1 + argument_weight(one.text) / 4)
            for one in own
        ]
        chosen += [own[number] for number in choose(candidates, most)]
    return chosen


def _takes_position(passage: Passage) -> bool:
    if passage.parent is not None and (
        passage.attribution is Attribution.AUTHOR or len(passage.text.split()) < LEAST_OF_STRETCH
    ):
        return False
    return argument_weight(passage.text) >= ARGUES and stands_alone(passage.text)


async def _related(
    library: Library, claims: Iterable[Claim], topic: str, asked: Sequence[str]
) -> tuple[Related, ...]:
    """What packs say of claims on the topic: between two speakers asked for, or of one, or of all."""
    by_id = {claim.id: claim for claim in claims}
    found = []
    for relation in await library.relations():
        pair = [by_id[id] for id in relation.claims if id in by_id]
        if len(pair) == 2 and topic in {claim.topic for claim in pair} and _concerns(pair, asked):
            found.append(Related(relation.kind, (pair[0], pair[1]), relation.text))
    return tuple(found)


def _concerns(pair: Iterable[Claim], asked: Sequence[str]) -> bool:
    speakers = {claim.speaker for claim in pair}
    return speakers <= set(asked) if len(asked) == 2 else not asked or asked[0] in speakers
