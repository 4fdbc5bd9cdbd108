"""Which tellings in one document are of one event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.dates.intervals import bounds
from bot.ingest.date.telling import Telling
from bot.models import When

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6  # letters that two forms of a word share
_NAMED = re.compile(r"(?:the |das |die |der )?\d{4}\Z", re.IGNORECASE)
# the last of the capitalised words after a year, or else the next word
_NOUNS = re.compile(r"(?:\s[A-ZÀ-Þ][\w’'-]*)*\s([A-ZÀ-Þ][\w’'-]*)|\s([a-zà-ÿ]{3,})")
_ALIKE = 0.7  # share of the shorter telling's words
_LEAST = 4  # words in common
_YEARS = 12  # of a range, in which its like are looked for


class _Group:
    """Tellings of one event. The first stands for all, lest likeness pass from one to the next for ever."""

    def __init__(self, first: Telling) -> None:
        self.tellings = [first]
        self._words = _words(first.passage.text)
        self._head = _head(first)

    def tells(self, telling: Telling) -> bool:
        first = self.tellings[0]
        if first.passage.key == telling.passage.key:
            return first.when == telling.when
        if not _compatible(first.when, telling.when):
            return False
        if self._head and self._head == _head(telling):
            return True
        return first.when == telling.when and _alike(self._words, _words(telling.passage.text))


def merged(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings of one event together, in the order of the first of each.

    Only tellings that share a year are compared, so a long document takes hardly longer than its parts.
    """
    groups: list[_Group] = []
    of_year: dict[int, list[_Group]] = defaultdict(list)
    for telling in tellings:
        near = {id(group): group for year in _years(telling.when) for group in of_year[year]}
        group = next((group for group in near.values() if group.tells(telling)), None)
        if group is None:
            group = _Group(telling)
            groups.append(group)
        else:
            group.tellings.append(telling)
        for year in _years(telling.when):
            if group not in of_year[year]:
                of_year[year].append(group)
    return [group.tellings for group in groups]


def _years(when: When) -> Iterator[int]:
    first, last = bounds(when)
    yield from range(first.year, min(last.year, first.year + _YEARS) + 1)


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shared = len(words & others)
    return shared >= _LEAST and shared >= _ALIKE * min(len(words), len(others))


def _compatible(one: When, other: When) -> bool:
    """Whether two dates can be of one thing: the same, or the finer one within the coarser."""
    if (one.start is None) != (other.start is None) or (one.end is None) != (other.end is None):
        return False
    (first, last), (start, end) = bounds(one), bounds(other)
    return (first <= start and end <= last) or (start <= first and last <= end)


@lru_cache(maxsize=8)
def _head(telling: Telling) -> str:
    """The noun that a date belongs to: of "the invasion in May 1950", "the Act of 1964", "the 1964 Civil Act".

    A short word before "in" may be a verb ("fell in 1950"), and then tells nothing.
    """
    text, found = telling.passage.text, telling.found
    before = text[max(found.start - 60, 0) : found.start].casefold().split()
    if len(before) > 1 and before[-1] in {"in", "of", "on", "von", "de"}:
        noun = before[-2]
        return noun[:_STEM] if noun.isalpha() and len(noun) > (2 if before[-1] != "in" else _STEM) else ""
    if not _NAMED.match(text[found.core : found.end]):
        return ""
    after = _NOUNS.match(text[found.end : found.end + 80])
    return (after[1] or after[2]).casefold()[:_STEM] if after else ""


@lru_cache(maxsize=8)  # a telling is compared with many others in turn
def _words(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))
