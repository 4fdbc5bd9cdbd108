"""Which tellings in one document are of one event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.dates.intervals import bounds
from bot.models import When

if TYPE_CHECKING:
    from bot.ingest.date import Telling

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6  # letters that two forms of a word share
_ALIKE = 0.6  # share of the shorter telling's words
_LEAST = 3  # words in common


def merged(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings of one event together, in the order of the first of each."""
    groups: list[list[Telling]] = []
    for telling in tellings:
        for group in groups:
            if any(_same(telling, other) for other in group):
                group.append(telling)
                break
        else:
            groups.append([telling])
    return groups


def _same(one: Telling, other: Telling) -> bool:
    if one.passage.key == other.passage.key:
        return one.when == other.when
    if not _compatible(one.when, other.when):
        return False
    if _head(one) and _head(one) == _head(other):
        return True
    words, others = _words(one.passage.text), _words(other.passage.text)
    shared = len(words & others)
    return one.when == other.when and shared >= _LEAST and shared >= _ALIKE * min(len(words), len(others))


def _compatible(one: When, other: When) -> bool:
    """Whether two dates can be of one thing: the same, or the finer one within the coarser."""
    if (one.start is None) != (other.start is None) or (one.end is None) != (other.end is None):
        return False
    (first, last), (start, end) = bounds(one), bounds(other)
    return (first <= start and end <= last) or (start <= first and last <= end)


def _head(telling: Telling) -> str:
    """The noun that the date belongs to: the "invasion" of "the invasion in February 2022"."""
    before = telling.passage.text[: telling.found.start].casefold().split()
    if before and before[-1] in {"in", "of", "on"}:
        before.pop()
    else:
        return ""
    word = before[-1] if before else ""
    return word[: _STEM + 2] if len(word) > _STEM and word.isalpha() else ""


def _words(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())}
