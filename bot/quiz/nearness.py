"""How near documents are in what they speak of: whose voices and dates make plausible options."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.models import Passage

_WORD = re.compile(r"[^\W\d_]{5,}")
STEM = 6
"""Words that begin with the same letters, so many, count as one."""


def nearness(passages: Iterable[Passage]) -> Mapping[frozenset[str], float]:
    """For each pair of documents the cosine of their words, 0 to 1; rare words weigh more (tf-idf).

    A word's weight is (1 + log times) * log(1 + documents / documents that have it), after Salton and
    Buckley, "Term-weighting approaches in automatic text retrieval" (1988).
    """
    words: dict[str, Counter[str]] = {}
    for passage in passages:
        stems = (word[:STEM] for word in _WORD.findall(passage.text.casefold()))
        words.setdefault(passage.document, Counter()).update(stems)
    spread = Counter(word for counted in words.values() for word in counted)
    rarity = {word: math.log(1 + len(words) / times) for word, times in spread.items()}
    vectors = {
        document: {word: (1 + math.log(times)) * rarity[word] for word, times in counted.items()}
        for document, counted in words.items()
    }
    names = sorted(vectors)
    return {
        frozenset((one, other)): _cosine(vectors[one], vectors[other])
        for place, one in enumerate(names)
        for other in names[place + 1 :]
    }


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(weight * other[word] for word, weight in one.items() if word in other)
    lengths = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return shared / lengths if lengths else 0.0
