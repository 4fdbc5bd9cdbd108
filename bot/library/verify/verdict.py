"""The verdict on a quote: whether its words stand in a document, whose they are, and what was changed.

Likeness only finds where to look, and tells an altered quote from an invented one. That words are the same is
decided by comparing them one by one; nothing else can bring about `verbatim`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import Unknown
from bot.library import names
from bot.library.likeness import NOT_THE_SAME
from bot.library.lookup import plain
from bot.library.shelf import Library
from bot.library.verify.examine import Nearest, Place, examine
from bot.library.verify.occurrences import Difference
from bot.library.verify.quote import parse
from bot.models import Passage, Speaker

ENOUGH_WORDS = 4
"""A quote of fewer words may stand anywhere: nothing can be told from it."""
LIKE_ENOUGH = 0.45
"""Weight of a quote's words that must stand in one place for it to be called altered and not invented."""


class Finding(StrEnum):
    VERBATIM = "verbatim"
    ALTERED = "altered"
    CUT_SHORT = "cut-short"
    MISATTRIBUTED = "misattributed"
    NOT_FOUND = "not-found"
    TOO_SHORT = "too-short"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about a quote.

    `passage` is where the words stand, what was altered, or else the nearest there is. `places` are where the
    words stand: with the speaker asked for, or, misattributed, with those whose they are. `score` is 100
    where they stand, else their likeness to the passage, at most 94.
    """

    finding: Finding
    passage: Passage | None
    places: tuple[Place, ...] = ()
    score: float = 0.0
    differences: tuple[Difference, ...] = ()

    @property
    def limit(self) -> str | None:
        """Cut short: the words that limit those that were quoted."""
        return self.places[0].limit if self.finding is Finding.CUT_SHORT else None


async def verify(library: Library, quote: str, speaker: str | None = None) -> Verdict:
    """Is that what they said? `speaker`: an id, name or alias of whoever is said to have said it."""
    parsed = parse(quote)
    found = [
        await corpus.ask(lambda connection: examine(connection, parsed, library.hidden))
        for corpus in library.corpora
    ]
    nearest = max((one.nearest for one in found if one.nearest), key=lambda one: one.likeness, default=None)
    places = [place for one in found for place in one.places]
    if len(parsed.words) < ENOUGH_WORDS:
        return _unlike(Finding.TOO_SHORT, places[0].passage if places else None, nearest)
    if places:
        return _standing(places, await _claimed(library, speaker, places))
    if nearest and nearest.likeness >= LIKE_ENOUGH and not nearest.joined:
        return _unlike(Finding.ALTERED, nearest.passage, nearest, nearest.differences)
    return _unlike(Finding.NOT_FOUND, nearest.passage if nearest else None, nearest)


def _standing(places: Sequence[Place], claimed: set[str | None] | None) -> Verdict:
    """The words stand there: whose are they, and does nothing limit them?"""
    theirs = [place for place in places if claimed is None or place.passage.speaker in claimed]
    if not theirs:
        return Verdict(Finding.MISATTRIBUTED, places[0].passage, tuple(places), 100.0, places[0].inserted)
    # a place where nothing limits the words comes before those where something does
    theirs.sort(key=lambda place: place.limit is not None)
    first = theirs[0]
    finding = Finding.CUT_SHORT if first.limit else Finding.VERBATIM
    return Verdict(finding, first.passage, tuple(theirs), 100.0, first.inserted)


def _unlike(
    finding: Finding,
    passage: Passage | None,
    nearest: Nearest | None,
    differences: tuple[Difference, ...] = (),
) -> Verdict:
    score = min(NOT_THE_SAME, 100 * nearest.likeness) if nearest else 0.0
    return Verdict(finding, passage, (), score, differences)


async def _claimed(library: Library, speaker: str | None, places: Sequence[Place]) -> set[str | None] | None:
    """The ids of those who may be meant by who is said to have said it; none for a stranger.

    A name that several bear is taken for any of them. While somebody types, the beginning of a name will do;
    here it might be another's name, so whole words must agree.
    """
    if speaker is None:
        return None
    try:
        id = await names.resolve(library, "speaker", speaker)
        found = [await library.speaker(id)]
    except Unknown:
        found = [await library.speaker(id) for id in {place.passage.speaker for place in places} if id]
    return {one.id for one in found if one and _answers_to(one, speaker)}


def _answers_to(speaker: Speaker, name: str) -> bool:
    words = set(plain(name).split())
    return speaker.id == name or any(
        words and words.issubset(plain(known).split()) for known in (speaker.name, *speaker.aliases)
    )
