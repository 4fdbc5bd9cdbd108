"""`who-argued`: a position, in a pack's own words. Who holds it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from rapidfuzz import fuzz

from bot.models import Claim, Stance
from bot.quiz.asked import Asked, Choice
from bot.quiz.giveaways import names_somebody, speaks_of_itself
from bot.quiz.material import Material
from bot.quiz.modes.mode import OPTIONS, Mode, mixed_up
from bot.quiz.modes.who_said import why_not
from bot.quiz.rivals import rivals

LIKE = 55.0
"""Claims on one topic whose words are more alike than this (rapidfuzz, 0-100) may be one position."""


def questions(material: Material, rng: Random) -> Iterator[Asked]:
    claims = list(material.claims)
    rng.shuffle(claims)
    for claim in claims:
        if asked := _question(material, rng, claim):
            yield asked


def _question(material: Material, rng: Random, claim: Claim) -> Asked | None:
    right = material.speakers.get(claim.speaker)
    if right is None or names_somebody(claim.text, [right]) or speaks_of_itself(claim.text):
        return None
    if not _sure(material, claim):
        return None
    others = rivals(
        material,
        rng,
        right,
        claim.document,
        text=claim.text,
        barred=agreeing(material, claim) | _heard_in(material, claim),
        topic=claim.topic,
        most=OPTIONS - 1,
    )
    if not others:
        return None
    choices, rank = mixed_up(
        rng,
        Choice(right.name, f"{right.name} argues this in “{material.documents[claim.document].title}”."),
        [Choice(other.name, why_not(material, other, claim.topic)) for other in others],
    )
    return Asked(
        id=f"{MODE.name}:{claim.document}:{claim.id}",
        mode=MODE.name,
        prompt="Who argued this?",
        choices=choices,
        right=rank,
        words=claim.text,
        passages=claim.passages,
        speaker=right.id,
        document=claim.document,
    )


def agreeing(material: Material, claim: Claim) -> set[str]:
    """Who may hold the same position.

    That is who agrees, by a pack's word and over any number of agreements, with what its speaker argues on
    the topic; and who holds a claim on the topic that reads like it, unless a pack says that the two differ.
    """
    partners: dict[str, set[str]] = defaultdict(set)
    apart: set[str] = set()
    for relation in material.relations:
        first, second = relation.claims
        if relation.kind in (Stance.AGREE, Stance.SHIFT):
            partners[first].add(second)
            partners[second].add(first)
        elif claim.id in relation.claims:
            apart |= {first, second}
    on_topic = [one for one in material.all_claims if one.topic == claim.topic]
    own = {one.id for one in on_topic if one.speaker == claim.speaker}
    alike = {one.id for one in on_topic if one.id not in apart and _alike(one, claim)}
    same = _reached(own | {claim.id}, partners) | alike
    return {one.speaker for one in material.all_claims if one.id in same}


def _alike(one: Claim, other: Claim) -> bool:
    return fuzz.token_set_ratio(one.text, other.text) > LIKE


def _reached(start: set[str], partners: dict[str, set[str]]) -> set[str]:
    found, fresh = set(start), list(start)
    while fresh:
        for other in partners[fresh.pop()] - found:
            found.add(other)
            fresh.append(other)
    return found


def _sure(material: Material, claim: Claim) -> bool:
    """Whether the claim's passages are there, and surely its speaker's."""
    found = [material.resting_on[key] for key in claim.passages if key in material.resting_on]
    return material.stands(claim.document, claim.passages) and all(
        one.speaker == claim.speaker for one in found
    )


def _heard_in(material: Material, claim: Claim) -> set[str]:
    """Who is quoted in the claim's passages, or quotes them: the reader cannot tell these apart from afar."""
    places = {(one.document, one.place) for one in material.everything if one.key in claim.passages}
    heard = [
        one
        for one in material.everything
        if one.key in claim.passages or (one.parent is not None and (one.document, one.parent) in places)
    ]
    return {id for one in heard for id in (one.speaker, *one.via) if id}


MODE = Mode("who-argued", "a position in other words: who holds it?", questions)
