"""How like a query a passage is: for ordering what was found, never for calling words the same.

Three measures are mixed: how much of the query's rarity the passage shares, how alike the two are letter by
letter, and how alike as sets of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from rapidfuzz import fuzz

from bot.store.corpus.search import Found, terms

CLOSER_LOOK = 12
"""The first so many are compared letter by letter, which takes longest."""
NOT_THE_SAME = 94.0
"""The highest score of words that do not stand there one by one."""
LONG, MUCH_LONGER = 120, 1.3
"""Letters of a long query, and how many times as long a text must be for a part of it to be compared."""
RARITY, LETTERS, WORDS = 0.3, 0.5, 0.2
"""What each measure counts."""


def most_alike(words: Sequence[str], found: Sequence[Found], limit: int) -> dict[int, float]:
    """The rows most like a query and how like they are, 0 to 100, best first.

    Over 94 only where the words of the query stand there, in order.
    """
    query = " ".join(words)
    plain = {one.row: " ".join(terms(one.text)) for one in found}
    rough = {
        one.row: 100 * RARITY * one.share + WORDS * fuzz.token_set_ratio(query, plain[one.row])
        for one in found
    }
    closest = nlargest(max(limit, CLOSER_LOOK), rough, key=rough.__getitem__)
    scores = {row: _score(query, plain[row], rough[row]) for row in closest}
    return {row: scores[row] for row in nlargest(limit, scores, key=scores.__getitem__)}


def likeness(words: Sequence[str], text: str) -> float:
    """How like a query a text is, 0 to 100, where nothing is known of rarity."""
    query, plain = " ".join(words), " ".join(terms(text))
    return _score(query, plain, (RARITY + WORDS) * fuzz.token_set_ratio(query, plain))


def _score(query: str, text: str, rough: float) -> float:
    if f" {query} " in f" {text} ":
        return 100.0
    return min(NOT_THE_SAME, rough + LETTERS * _letters(query, text))


def _letters(query: str, text: str) -> float:
    """By the likest part of a longer text; a short passage that is but a part of the query is not like it.

    Looking for the likest part takes long where both are long, and there all of both tells as much.
    """
    longer = len(text) / len(query)
    by_part = longer >= 1 if len(query) < LONG else longer >= MUCH_LONGER
    return fuzz.partial_ratio(query, text) if by_part else fuzz.ratio(query, text)
