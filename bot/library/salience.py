"""Which sentences stand for a text: alike to most of the others, unlike one another, and clear on their own.

A sentence is as central as its degree in the graph of all sentences, edges weighted by the cosine of their
TF-IDF vectors. A random walk over that graph comes by each sentence in proportion to its degree, so this is
LexRank (Erkan and Radev, 2004) without a threshold; and since the sum of a vector's products with all others
is its product with their sum, the graph is never built and the time is linear in the text.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

STEM = 6  # letters that count of a word: a plural or an ending makes no other word of it
SHORT, LONG = 9, 38  # words of a sentence that is neither too thin nor too full
MOST = 60
FLOOR = 0.01  # lets fitness decide among a few sentences that have nothing in common
SAME = 0.6  # likeness from which two sentences say the same
REPEATED = 0.65  # share of a sentence's words that another has from which it says the same

Vector = dict[str, float]  # word -> weight, of length 1

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?(?:%| percent| million| billion)|[$€£¥]\d|\b\d{1,3}\b")
_QUOTATION = re.compile(r"“[^”]{1,400}”|\"[^\"]{1,400}\"|«[^»]{1,400}»")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen; choices are balanced between groups (speakers in their documents)."""

    text: str
    group: str
    paragraph: int
    depth: float = 0.5  # where in all that its group says: 0 at the beginning, 1 at the end
    worth: float = 1.0  # how well it stands alone, as far as the caller knows


def choose(candidates: Sequence[Candidate], count: int, headings: str = "") -> list[int]:
    """The numbers of at most `count` candidates, in order. `headings`: titles, whose words weigh more."""
    stemmed = [stems(candidate.text) for candidate in candidates]
    vectors = tfidf(stemmed)
    central = centrality(vectors)
    titled = set(stems(headings))
    worth = [
        (central[number] + FLOOR) * _fitness(candidate, titled & vectors[number].keys())
        for number, candidate in enumerate(candidates)
    ]
    # the short words of most languages join the others, and stand in any two sentences
    words = [frozenset(word for word in each if len(word) > 3 or not word.isascii()) for each in stemmed]
    return sorted(_unlike(candidates, vectors, words, worth, count))


def stems(text: str) -> list[str]:
    """The words of a text in small letters, cut short; pairs of letters in scripts without spaces."""
    found: list[str] = []
    for word in _WORD.findall(text.casefold()):
        if _UNSPACED.match(word):
            found += [word[at : at + 2] for at in range(len(word) - 1)] or [word]
        else:
            found.append(word[:STEM])
    return found


def tfidf(texts: Sequence[Sequence[str]]) -> list[Vector]:
    """One vector a text, of length 1; words that stand in every text weigh nothing."""
    frequency = Counter(word for words in texts for word in set(words))
    rarity = {word: math.log(len(texts) / times) for word, times in frequency.items()}
    return [
        _unit({word: (1 + math.log(times)) * rarity[word] for word, times in Counter(words).items()})
        for words in texts
    ]


def centrality(vectors: Sequence[Vector]) -> list[float]:
    """The mean likeness of each to all others, from 0 to 1."""
    total: Counter[str] = Counter()
    for vector in vectors:
        for word, weight in vector.items():
            total[word] += weight  # type: ignore[assignment]
    others = max(1, len(vectors) - 1)
    return [
        max(0.0, sum(weight * total[word] for word, weight in vector.items()) - bool(vector)) / others
        for vector in vectors
    ]


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())


def _unlike(
    candidates: Sequence[Candidate],
    vectors: Sequence[Vector],
    words: Sequence[frozenset[str]],
    worth: Sequence[float],
    count: int,
) -> list[int]:
    """Greedily the worthiest, each choice lowering the worth of what is like it and of its own group."""
    room = _room(candidates)
    chosen: list[int] = []
    taken: Counter[str] = Counter()
    nearest = [0.0] * len(candidates)
    left = set(range(len(candidates)))

    def value(number: int) -> tuple[float, int]:
        group = candidates[number].group
        return worth[number] * (1 - nearest[number]) ** 2 / (1 + taken[group] / room[group]), -number

    while left and len(chosen) < count:
        best = max(left, key=value)
        left.discard(best)
        if nearest[best] > SAME or any(_says_again(words[best], words[number]) for number in chosen):
            continue
        chosen.append(best)
        taken[candidates[best].group] += 1
        for number in left:
            beside = _is_beside(candidates[number], candidates[best])
            nearest[number] = max(nearest[number], likeness(vectors[number], vectors[best]), beside)
    return chosen


def _says_again(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the shorter of two sentences stands nearly whole in the other."""
    return len(one & other) > REPEATED * min(len(one), len(other))


def _room(candidates: Sequence[Candidate]) -> dict[str, float]:
    """How much each group may say, 1 on average: by the root of its size, so that small ones are heard."""
    sizes = {group: math.sqrt(times) for group, times in Counter(one.group for one in candidates).items()}
    mean = sum(sizes.values()) / max(1, len(sizes))
    return {group: size / mean for group, size in sizes.items()}


def _is_beside(one: Candidate, other: Candidate) -> float:
    """Sentences of one paragraph are about one thing, whatever their words."""
    return 0.3 if (one.group, one.paragraph) == (other.group, other.paragraph) else 0.0


def _fitness(candidate: Candidate, titled: set[str]) -> float:
    """How well a sentence can stand alone, apart from what it is about: around 1."""
    words = len(candidate.text.split())
    fitness = 1.0 + 0.12 * min(3, len(titled))
    # a text says at its beginning what it is about and at its end what follows from it
    fitness *= 1.25 if candidate.depth < 0.12 else 1.15 if candidate.depth > 0.9 else 1.0
    if words < SHORT:
        fitness *= words / SHORT
    elif words > LONG:
        fitness *= max(0.3, 1 - (words - LONG) / MOST)
    if "?" in candidate.text:
        fitness *= 0.4
    if len(_FIGURE.findall(candidate.text)) > 1:
        fitness *= 0.85
    return fitness * (1 - min(0.5, _quoted(candidate.text))) * candidate.worth


def _quoted(text: str) -> float:
    """The share of a sentence that stands between quotation marks: somebody else's words."""
    return sum(len(stretch) for stretch in _QUOTATION.findall(text)) / max(1, len(text))


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items() if weight} if length else {}
