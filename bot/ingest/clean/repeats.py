"""Pull quotes that stand in paragraphs of their own: a sentence of the text, printed once more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.ingest.clean.draft import Draft, Part
from bot.ingest.shapes import Kind

_WORD = re.compile(r"\w+")
_WORDS = 5  # that a pull quote has at least
_LONGEST = 400  # characters of a pull quote
_QUOTES = '"“”„«»'


def drop_repeats(draft: Draft) -> Draft:
    """A short paragraph that stands whole in a longer one is a pull quote; in talks it may be said twice."""
    if any(part.voice for part in draft.parts):
        return draft
    wanted = {index: _words(part) for index, part in enumerate(draft.parts) if _may_be_pulled(part)}
    wanted = {index: words for index, words in wanted.items() if len(words) >= _WORDS}
    if not wanted:
        return draft
    times = Counter(head for part in draft.parts for head in _heads(_words(part)))
    reasons = {
        index: "pull quote"
        for index, words in wanted.items()
        if times[tuple(words[:_WORDS])] > 1 and _inside(draft.parts, index, words)
    }
    return draft.drop(reasons)


def _may_be_pulled(part: Part) -> bool:
    """Set off from the text: in quotation marks, as a block, without an end mark."""
    if len(part) > _LONGEST or part.kind in (Kind.HEADING, Kind.ITEM, Kind.ASIDE):
        return False
    text = part.words
    return part.kind is Kind.QUOTE or text[0] in _QUOTES or text[-1] in _QUOTES or text[-1].isalnum()


def _words(part: Part) -> list[str]:
    return _WORD.findall(part.words.casefold())


def _heads(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_WORDS)), strict=False)


def _inside(parts: Sequence[Part], index: int, words: list[str]) -> bool:
    wanted = f" {' '.join(words)} "
    return any(
        len(other) > len(parts[index]) and wanted in f" {' '.join(_words(other))} "
        for place, other in enumerate(parts)
        if place != index and other.kind is not Kind.QUOTE
    )
