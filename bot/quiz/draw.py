"""Drawing the questions of a round: none twice, those asked lately last, none that has been reported."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from random import Random

from bot.errors import EmptyLibrary, TooLittle, Withheld
from bot.library.receipts import receipts
from bot.library.shelf import Library
from bot.models import Question
from bot.quiz.asked import Asked, Choice
from bot.quiz.material import Material, gather
from bot.quiz.modes import MIXED, MODES
from bot.quiz.modes.mode import mixed_up
from bot.text import fold

OWN = 0.25
"""The share of a pack's own questions, as long as they last."""
LEAST = 3
"""Fewer questions than this make no round, unless fewer were wished for."""


async def questions(
    library: Library,
    mode: str,
    count: int,
    rng: Random,
    *,
    document: str | None = None,
    topic: str | None = None,
    recent: Collection[str] = (),
    resting: Collection[str] = (),
) -> tuple[Asked, ...]:
    """At most `count` questions; fewer, but LEAST at least, where there is no more to ask.

    What is asked about stands in its source at this moment.
    `recent` are the ids of questions asked lately, `resting` of those that were reported.
    Raises EmptyLibrary, or TooLittle with the modes that would do.
    """
    material = await gather(library, rng, document=document, topic=topic)
    if not any((material.everything, material.questions, material.claims, material.events)):
        raise EmptyLibrary
    resting = set(resting)
    while True:
        # some tenths of a second in a large library: the bot has others to answer meanwhile
        asked = await asyncio.to_thread(
            draw, material, mode, count, rng, recent=recent, resting=frozenset(resting)
        )
        lost = await _withheld(library, material, asked)
        if not lost:
            return asked
        resting |= lost


async def _withheld(library: Library, material: Material, asked: Iterable[Asked]) -> set[str]:
    """The ids of the questions whose words do not stand in their source any more."""
    by_key = {**material.resting_on, **{passage.key: passage for passage in material.everything}}
    resting_on = [(one.id, by_key[key]) for one in asked for key in one.passages if key in by_key]
    found = await receipts(library, [passage for _, passage in resting_on])
    return {id for (id, _), cut in zip(resting_on, found, strict=True) if isinstance(cut, Withheld)}


def draw(
    material: Material,
    mode: str,
    count: int,
    rng: Random,
    *,
    recent: Collection[str] = (),
    resting: Collection[str] = (),
) -> tuple[Asked, ...]:
    found = _take(material, mode, count, rng, recent, resting)
    enough = min(count, LEAST)
    if len(found) >= enough:
        return found
    others = (name for name in MODES if name != mode)
    raise TooLittle(
        mode, tuple(name for name in others if len(_take(material, name, enough, rng, (), resting)) >= enough)
    )


def _take(
    material: Material, mode: str, count: int, rng: Random, recent: Collection[str], resting: Collection[str]
) -> tuple[Asked, ...]:
    taken: list[Asked] = []
    asked_lately: list[Asked] = []
    used: set[str] = set()
    for asked in chain(_candidates(material, mode, rng), asked_lately):
        about = {asked.id, *asked.passages}
        if asked.id in resting or used & about:
            continue
        if asked.id in recent and asked not in asked_lately:
            asked_lately.append(asked)
            continue
        used |= about
        taken.append(asked)
        if len(taken) == count:
            break
    return tuple(taken)


def _candidates(material: Material, mode: str, rng: Random) -> Iterator[Asked]:
    names = list(MODES) if mode == MIXED else [mode]
    rng.shuffle(names)
    return _by_turns(
        [_among(_own(material, name, rng), MODES[name].questions(material, rng), rng) for name in names]
    )


def _among(own: Iterator[Asked], made: Iterator[Asked], rng: Random) -> Iterator[Asked]:
    """A pack's own questions strewn among those that are made here, of which there are many more."""
    while True:
        first, then = (own, made) if rng.random() < OWN else (made, own)
        asked = next(first, None) or next(then, None)
        if asked is None:
            return
        yield asked


def _by_turns(sources: list[Iterator[Asked]]) -> Iterator[Asked]:
    while sources:
        for source in list(sources):
            asked = next(source, None)
            if asked is None:
                sources.remove(source)
            else:
                yield asked


def _own(material: Material, mode: str, rng: Random) -> Iterator[Asked]:
    """The questions that packs bring along."""
    own = [question for question in material.questions if question.mode == mode]
    rng.shuffle(own)
    for question in own:
        if material.stands(question.document, question.passages):
            first = material.resting_on.get(question.passages[0]) if question.passages else None
            yield _as_asked(question, rng, first.speaker if first else None)


def _as_asked(question: Question, rng: Random, speaker: str | None) -> Asked:
    wrong = {fold(option.text): Choice(option.text, option.reason) for option in question.wrong}
    wrong.pop(fold(question.answer), None)
    choices, rank = mixed_up(rng, Choice(question.answer, question.reason), list(wrong.values())[:9])
    return Asked(
        id=f"{question.mode}:{question.document}:{question.id}",
        mode=question.mode,
        prompt=question.prompt,
        choices=choices,
        right=rank,
        passages=question.passages,
        speaker=speaker,
        document=question.document,
    )
