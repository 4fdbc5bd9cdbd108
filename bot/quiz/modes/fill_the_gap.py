"""`fill-the-gap`: words, letter for letter, with one left out. Which?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from bot.models import Passage
from bot.quiz.asked import Asked, Choice
from bot.quiz.material import Material
from bot.quiz.modes.mode import OPTIONS, Mode, mixed_up
from bot.quiz.modes.when import BLANK

_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]+(?![\w’'-])|(?<![\w.,-])\d+(?![\w%-]|[.,]\d)")
_ANY_WORD = re.compile(r"[^\W\d_]+|\d+")
SHORTEST = 5
"""Letters of a word that is worth leaving out."""
ENOUGH = 4_000
"""Passages from which wrong words are taken, at most."""
STEM = 4
"""Words that begin with the same letters, so many, are forms of one word."""

# endings that tell the kind of a word, so that another of the same kind fits the sentence; the longer first
_SUFFIXES = """
    ation ition sion tion ment ness ance ence ship ing ity ism ist able ible ful less ous ive ical ial al ary ly
    ed est er ies es s y e
"""
_ENDINGS = tuple(_SUFFIXES.split())

# words that carry no content of their own
_FUNCTION_WORDS = """
    about above after again against almost along already although always among another around
    because become been before began begin being below between could does doing during either enough
    every from further given having however indeed instead itself later least less like likely made
    many might more most much must neither never nobody none nothing often once only other others
    ought perhaps quite rather really same several shall should since some something still such than
    that their them then there therefore these they thing things this those though through thus
    together toward towards under until upon very were what when where whether which while whole
    whom whose will with within without would your yours
"""
_EMPTY = frozenset(_FUNCTION_WORDS.split())


def questions(material: Material, rng: Random) -> Iterator[Asked]:
    words = _vocabulary(material)
    passages = list(material.passages)
    rng.shuffle(passages)
    for passage in passages:
        if asked := _question(material, rng, passage, words):
            yield asked


Kind = tuple[str, str, str]
"""The word before, the ending, and the word after; "" for any."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word that can be left out, and its neighbours."""

    before: str
    word: str
    after: str

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """From the closest to the loosest: other words of a kind fit the sentence."""
        ending = _ending(self.word)
        return (
            (self.before, ending, self.after),
            (self.before, ending, ""),
            ("", ending, self.after),
            ("", ending, ""),
        )


def _vocabulary(material: Material) -> dict[Kind, list[str]]:
    """The words of the library by their kinds."""
    found: dict[Kind, set[str]] = defaultdict(set)
    # of a book every n-th passage is enough
    for passage in material.everything[:: len(material.everything) // ENOUGH + 1]:
        if not passage.damaged:
            for place in places(passage.text):
                for kind in place.kinds:
                    found[kind].add(place.word)
    return {kind: sorted(words) for kind, words in found.items()}


def _question(
    material: Material, rng: Random, passage: Passage, words: Mapping[Kind, list[str]]
) -> Asked | None:
    worth = places(passage.text)
    rng.shuffle(worth)
    for place in worth:
        wrong = _wrong(rng, passage.text, place, words)
        if len(wrong) == OPTIONS - 1:
            return _asked(material, rng, passage, place.word, wrong)
    return None


def _asked(material: Material, rng: Random, passage: Passage, word: str, wrong: list[str]) -> Asked:
    title = material.documents[passage.document].title
    choices, rank = mixed_up(
        rng,
        Choice(word, f"So it stands in “{title}”."),
        [Choice(other, f"The text has “{word}”.") for other in wrong],
    )
    gap = re.compile(rf"(?<![\w’'-]){re.escape(word)}(?![\w’'-])")
    return Asked(
        id=f"{MODE.name}:{passage.key}",
        mode=MODE.name,
        prompt="Which word is left out?",
        choices=choices,
        right=rank,
        words=gap.sub(BLANK, passage.text, count=1),
        passages=(passage.key,),
        speaker=passage.speaker,
        document=passage.document,
    )


def places(text: str) -> list[Place]:
    """The words that can be left out: no names, none that stands there in another form as well."""
    found = [hit[0] for hit in _WORD.finditer(text)]
    stems = _stems(text)
    neighbours = [word.casefold() for word in found]
    return [
        Place(neighbours[at - 1], word, neighbours[at + 1] if at + 1 < len(found) else ".")
        for at, word in enumerate(found)
        if at and stems.count(_stem(word)) == 1 and (word.isdigit() or _has_content(word))
    ]


def _has_content(word: str) -> bool:
    return word.islower() and len(word) >= SHORTEST and word not in _EMPTY


def _wrong(rng: Random, text: str, place: Place, words: Mapping[Kind, list[str]]) -> list[str]:
    """Other words that fit the place, the best fitting first."""
    present = set(_stems(text))
    chosen: list[str] = []
    for kind in place.kinds:
        candidates = list(words.get(kind, ()))
        rng.shuffle(candidates)
        for other in candidates:
            if _stem(other) not in present and _agrees(place, other):
                present.add(_stem(other))
                chosen.append(other)
                if len(chosen) == OPTIONS - 1:
                    return chosen
    return chosen


def _agrees(place: Place, other: str) -> bool:
    """Whether "a" or "an" before the gap fits the word as well as the one left out."""
    return place.before not in ("a", "an") or _vowel(other) == _vowel(place.word)


def _stems(text: str) -> list[str]:
    """Of all words, also of such as cannot be left out ("world’s", "70-year-old")."""
    return [_stem(hit[0]) for hit in _ANY_WORD.finditer(text)]


def _stem(word: str) -> str:
    return word if word.isdigit() else word.casefold()[:STEM]


def _ending(word: str) -> str:
    if word.isdigit():
        return f"{len(word)} digits"
    return next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 1), "")


def _vowel(word: str) -> bool:
    return word[0] in "aeiou"


MODE = Mode("fill-the-gap", "a quote with one word left out: which?", questions)
