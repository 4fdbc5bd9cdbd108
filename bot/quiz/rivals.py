"""Wrong speakers for a question: plausible, and really wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from random import Random

from bot.models import Attribution, Passage, Speaker
from bot.quiz.giveaways import names_somebody, namesakes
from bot.quiz.material import Material


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
    option, never one whom the text names. Who holds a claim on the same topic comes first, then the voices of
    the same document, then those of the documents nearest to it.
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
    heard: dict[str, set[str]] = defaultdict(set)
    for passage in material.everything:
        if passage.sure and passage.attribution is not Attribution.REPORTED and passage.speaker:
            heard[passage.speaker].add(passage.document)
    for claim in material.all_claims:
        heard[claim.speaker].add(claim.document)
    on_topic = {claim.speaker for claim in material.all_claims if topic is not None and claim.topic == topic}
    found = [material.speakers[id] for id in sorted(heard) if id in material.speakers]
    rng.shuffle(found)

    def likeness(speaker: Speaker) -> float:
        near = max(material.nearness(document, other) for other in heard[speaker.id])
        return near + (speaker.id in on_topic)

    return sorted(found, key=likeness, reverse=True)
