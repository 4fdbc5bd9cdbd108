"""`who-said`: words, letter for letter. Who said them?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from random import Random

from bot.models import Attribution, Passage, Speaker
from bot.quiz.asked import Asked, Choice
from bot.quiz.giveaways import names_somebody, speaks_of_itself
from bot.quiz.material import Material, sayers
from bot.quiz.modes.mode import OPTIONS, Mode, mixed_up
from bot.quiz.rivals import co_authors, rivals
from bot.text import fold

# such a beginning leans on the sentence before, which the question does not show
_LEANING = re.compile(
    r"(?:(?:and|but|so|yet|or|nor|then|thus|hence|also|however|therefore|moreover|instead|otherwise)\b,?\s+)?"
    r"(?:this|that|these|those|it|its|they|their|them|he|his|him|she|her|such|both|the (?:former|latter))\b",
    re.IGNORECASE,
)


def questions(material: Material, rng: Random) -> Iterator[Asked]:
    said = sayers(material)
    for passage in in_turn(material.passages, rng):
        if asked := _question(material, rng, passage, said[fold(passage.text)]):
            yield asked


def in_turn(passages: Iterable[Passage], rng: Random) -> Iterator[Passage]:
    """Passages of each speaker in turn, so that whoever says most is not the answer most often.

    Of each, those that stand on their own come first.
    """
    by_speaker: dict[str | None, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_speaker[passage.speaker].append(passage)
    for own in by_speaker.values():
        rng.shuffle(own)
        own.sort(key=lambda passage: not leans(passage.text))  # taken from the end
    while by_speaker:
        speakers = list(by_speaker)
        rng.shuffle(speakers)
        for speaker in speakers:
            yield by_speaker[speaker].pop()
            if not by_speaker[speaker]:
                del by_speaker[speaker]


def leans(text: str) -> bool:
    return _LEANING.match(text) is not None


def _question(material: Material, rng: Random, passage: Passage, said: set[str]) -> Asked | None:
    right = material.speakers.get(passage.speaker or "")
    if right is None or speaks_of_itself(passage.text) or names_somebody(passage.text, [right]):
        return None
    barred = said | set(passage.via) | co_authors(material, passage)
    others = rivals(
        material, rng, right, passage.document, text=passage.text, barred=barred, most=OPTIONS - 1
    )
    if not others:
        return None
    choices, rank = mixed_up(
        rng,
        Choice(right.name, _why(material, passage)),
        [Choice(other.name, why_not(material, other)) for other in others],
    )
    return Asked(
        id=f"{MODE.name}:{passage.key}",
        mode=MODE.name,
        prompt="Who said this?",
        choices=choices,
        right=rank,
        words=passage.text,
        passages=(passage.key,),
        speaker=right.id,
        document=passage.document,
    )


def _why(material: Material, passage: Passage) -> str:
    title = material.documents[passage.document].title
    if passage.attribution is not Attribution.QUOTED or not passage.via:
        return f"It stands in “{title}”."
    quoting = material.speakers.get(passage.via[-1])
    return f"Quoted by {quoting.name} in “{title}”." if quoting else f"Quoted in “{title}”."


def why_not(material: Material, other: Speaker, topic: str | None = None) -> str:
    """What the wrong one says instead, as far as a pack knows; else where they are heard."""
    argued = [claim for claim in material.all_claims if claim.speaker == other.id]
    if argued:
        return f"Argues: {min(argued, key=lambda claim: claim.topic != topic).text}"
    heard = next((one.document for one in material.everything if one.speaker == other.id and one.sure), None)
    return (
        f"Is heard in “{material.documents[heard].title}”, with other words." if heard else "Did not say it."
    )


MODE = Mode("who-said", "a quote, word for word: who said it?", questions)
