"""Text of our own for benchmarks, as much as is wanted, the same for the same seed.

A made-up language with English function words: words are drawn by Zipf's law, each has words that like to
follow it, and each document has words of its own. Some sentences get near twins: the same words in other
blocks, almost half of them swapped.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

PASSAGES = 25  # of a document
VOCABULARY = 80_000
FOLLOWERS = 12
TWINS = 12
FUNCTION_WORDS = """
the of and to in a is that for it was on are as with by not at from this be have or an which but has
had they one were will would their we its been if more when can there who no may about than so other
what all some only over into new also could these any after first most such between must through
because under while where before should them two being against each very during then without many
made now still both three since those how out her up more our off few never
""".split()  # noqa: SIM905
_ONSETS = ["", *"b br c ch d dr f fl g gr h k l m n p pr qu r s sh st t tr v w z".split()]  # noqa: SIM905
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_CODAS = ["", "", "n", "r", "l", "s", "t", "m", "nd", "st", "ck"]


def vocabulary(rng: Random) -> list[str]:
    """Words from the most frequent on; frequent ones are mostly short."""
    made: dict[str, float] = {}
    while len(made) < VOCABULARY:
        parts = range(rng.choices((1, 2, 3), (1, 5, 3))[0])
        word = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in parts)
        if len(word) > 2 and word not in FUNCTION_WORDS:
            made.setdefault(word, len(word) + 9 * rng.random())
    return [*FUNCTION_WORDS, *sorted(made, key=made.__getitem__)][:VOCABULARY]


@dataclass(frozen=True)
class Query:
    """Words as somebody remembers them, and the number of the passage that they are from."""

    text: str
    row: int


class Language:
    def __init__(self, seed: int) -> None:
        rng = Random(seed)
        self.words = vocabulary(rng)
        self.rank = {word: rank for rank, word in enumerate(self.words)}
        self.weights = list(accumulate((rank + 1.5) ** -1.03 for rank in range(VOCABULARY)))
        self.followers: dict[int, list[int]] = {}
        self.seed = seed

    def drawn(self, rng: Random, count: int) -> list[int]:
        total, weights, random = self.weights[-1], self.weights, rng.random
        return [bisect(weights, random() * total) for _ in range(count)]

    def following(self, word: int) -> list[int]:
        if word not in self.followers:
            self.followers[word] = self.drawn(Random(self.seed * VOCABULARY + word), FOLLOWERS)
        return self.followers[word]

    def sentence(self, rng: Random, topic: list[int]) -> list[str]:
        length = min(60, max(4, round(rng.lognormvariate(3.0, 0.5))))
        ranks = self.drawn(rng, length)
        for at in range(1, length):
            luck = rng.random()
            if luck < 0.45:
                ranks[at] = self.following(ranks[at - 1])[int(luck / 0.45 * luck / 0.45 * FOLLOWERS)]
            elif luck < 0.53:
                ranks[at] = topic[int(luck * 1000) % len(topic)]
        return [self.words[rank] for rank in ranks]


def passages(language: Language, documents: int, seed: int) -> Iterator[str]:
    """The sentences of so many documents, PASSAGES each."""
    for document in range(documents):
        rng = Random(seed * 1_000_003 + document)
        topic = [rng.randrange(VOCABULARY) for _ in range(40)]
        for _ in range(PASSAGES):
            yield printed(language.sentence(rng, topic))


def printed(words: list[str]) -> str:
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def twin(language: Language, rng: Random, words: list[str]) -> list[str]:
    """The same words in other blocks, 45 in 100 of them swapped for others."""
    size = rng.randint(3, 5)
    blocks = [words[at : at + size] for at in range(0, len(words), size)]
    rng.shuffle(blocks)
    shuffled = [word for block in blocks for word in block]
    return [language.words[language.drawn(rng, 1)[0]] if rng.random() < 0.45 else word for word in shuffled]


def with_twins(language: Language, texts: list[str], golds: list[int], seed: int) -> None:
    """Puts twins of some passages in the place of others."""
    rng, kept = Random(seed), set(golds)
    for gold in golds:
        words = texts[gold].rstrip(".").casefold().split()
        for _ in range(TWINS if len(texts) > 1_000 else 2):
            at = rng.randrange(len(texts))
            if at not in kept:
                texts[at] = printed(twin(language, rng, words))


def hard(language: Language, texts: list[str], golds: list[int], seed: int) -> list[Query]:
    """Fragments of 5 to 9 words; 20, 40 or 60 in 100 of them, the rarest, misspelt, dropped or swapped."""
    rng = Random(seed)
    queries = []
    for number, gold in enumerate(golds):
        words = texts[gold].rstrip(".").casefold().split()
        length = rng.randint(5, 9)
        start = rng.randrange(max(1, len(words) - length))
        part = words[start : start + length]
        rarest = sorted(range(len(part)), key=lambda at: -language.rank.get(part[at], 0))
        for at in sorted(rarest[: max(1, round((0.2, 0.4, 0.6)[number % 3] * len(part)))], reverse=True):
            part[at : at + 1] = _corrupted(language, rng, part[at])
        queries.append(Query(" ".join(part), gold))
    return queries


def easy(language: Language, texts: list[str], golds: list[int], seed: int) -> list[Query]:
    """Whole sentences, or halves of them, 0 to 40 in 100 of their words changed."""
    rng = Random(seed)
    queries = []
    for number, gold in enumerate(golds):
        words = texts[gold].rstrip(".").casefold().split()
        words = words[: max(6, len(words) // (1 + number % 2))]
        changed = rng.sample(range(len(words)), round(0.1 * (number % 5) * len(words)))
        for at in sorted(changed, reverse=True):
            words[at : at + 1] = _corrupted(language, rng, words[at])
        queries.append(Query(" ".join(words), gold))
    return queries


def exact(texts: list[str], golds: list[int], seed: int) -> list[Query]:
    """Fragments of 5 to 9 words as they stand."""
    rng = Random(seed)
    queries = []
    for gold in golds:
        words = texts[gold].rstrip(".").casefold().split()
        start = rng.randrange(max(1, len(words) - 9))
        queries.append(Query(" ".join(words[start : start + rng.randint(5, 9)]), gold))
    return queries


def _corrupted(language: Language, rng: Random, word: str) -> list[str]:
    match rng.randrange(3):
        case 0 if len(word) > 3:
            return [_misspelt(rng, word)]
        case 1:
            return []
        case _:
            return [language.words[language.drawn(rng, 1)[0]]]


def _misspelt(rng: Random, word: str) -> str:
    at = rng.randrange(len(word) - 1)
    letter = rng.choice("abcdefghijklmnopqrstuvwxyz")
    return rng.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
