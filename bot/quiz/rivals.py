"""Wrong speakers for a question: plausible, and really wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from random import Random

from bot.models import Attribution, Claim, Document, Passage, Speaker
from bot.quiz.giveaways import names_somebody, namesakes
from bot.quiz.material import Material

ERA = 10
"""Documents at most so many years apart are of one era."""


def rivals(
    material: Material,
    rng: Random,
    right: Speaker,
    document: str,
    *,
    text: str,
    barred: Collection[str],
    topic: str | None = None,
    most: int,
) -> list[Speaker]:
    """At most `most` other speakers, the likeliest first to be taken for the right one.

    Never one of `barred` (who said or argued the same), never a namesake of the right one or of another
    option, never one whom the text names. Voices of the same document come first, then who holds a claim on
    the same topic, then who spoke in the same years.
    """
    chosen: list[Speaker] = []
    for speaker in _by_likeness(material, rng, document, topic):
        if speaker.id == right.id or speaker.id in barred or names_somebody(text, [speaker]):
            continue
        if not any(namesakes(speaker, other) for other in (right, *chosen)):
            chosen.append(speaker)
            if len(chosen) == most:
                break
    return chosen


def co_authors(material: Material, passage: Passage) -> set[str]:
    """Who signs the passage's document too, with no sentence of their own in it: the words may be theirs."""
    voices = {
        one.speaker
        for one in material.everything
        if one.document == passage.document and one.attribution is Attribution.AUTHOR
    }
    return set(material.documents[passage.document].authors) - voices


def _by_likeness(material: Material, rng: Random, document: str, topic: str | None) -> list[Speaker]:
    heard = {
        passage.speaker: passage.document
        for passage in material.everything
        if passage.sure and passage.attribution is not Attribution.REPORTED and passage.speaker
    }
    here = {passage.speaker for passage in material.everything if passage.document == document}
    on_topic = _holders(material.all_claims, topic)
    found = [material.speakers[id] for id in sorted(heard) if id in material.speakers]
    rng.shuffle(found)

    def distance(speaker: Speaker) -> int:
        if speaker.id in here:
            return 0
        if speaker.id in on_topic:
            return 1
        return 2 if _one_era(material.documents[document], material.documents[heard[speaker.id]]) else 3

    return sorted(found, key=distance)


def _holders(claims: Iterable[Claim], topic: str | None) -> set[str]:
    return {claim.speaker for claim in claims if claim.topic == topic}


def _one_era(one: Document, other: Document) -> bool:
    first, second = _year(one), _year(other)
    return first is not None and second is not None and abs(first - second) <= ERA


def _year(document: Document) -> int | None:
    start = document.published.start if document.published else None
    return int(start[:4]) if start else None
