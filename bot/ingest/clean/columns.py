"""Columns that run into each other. A text that goes on elsewhere repeats its last lines there.

Extraction reads page by page: column one, column two, then both again on the next page. Where a column's last
lines stand once more at the head of its continuation, that repetition tells how the pieces belong together.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.ingest.clean.draft import Draft, Part, end_of, finished, start_of, starts_low
from bot.ingest.clean.lines import wrapped
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Kind

_WORDS = 4  # that a repetition has at least
_LINES = 6  # that it has at most
_HEAD = 12  # letters that two lines must share before they are compared
_TWINS = 40  # lines with the same beginning that are looked at
_WHITE = 20  # characters between two lines from which on there was more than white space


@dataclass(frozen=True, slots=True)
class _Overlap:
    end: int  # the line after the first printing
    start: int  # the first line of the second
    letters: int  # that are repeated, white space aside


def stitch_columns(draft: Draft) -> Draft:
    """Puts each column after its beginning, and counts what is printed twice once."""
    overlaps = _overlaps(draft.parts) if wrapped(draft.parts) else []
    if not overlaps:
        return draft
    edges = sorted({0, len(draft.parts), *(o.end for o in overlaps), *(o.start for o in overlaps)})
    pieces = list(itertools.pairwise(edges))
    next_piece = {o.end: o for o in overlaps}
    started_by = {o.start for o in overlaps}
    kept: list[Part] = []
    dropped: list[tuple[str, Mapped]] = []
    flow = 0
    for start, end in pieces:
        if start in started_by:
            continue
        piece: tuple[int, int] | None = (start, end)
        repeated = 0
        while piece:
            texts = list(_without_head(draft.parts[slice(*piece)], repeated, dropped))
            kept += [replace(part, flow=flow) for part in texts]
            overlap = next_piece.get(piece[1])
            repeated = overlap.letters if overlap else 0
            piece = next((p for p in pieces if overlap and p[0] == overlap.start), None)
        flow += 1
    return draft.keep(kept).without(dropped)


def _overlaps(parts: Sequence[Part]) -> list[_Overlap]:
    """Lines that end a piece and stand again, from a line's start, further down in a foreign place."""
    by_head: dict[str, list[int]] = defaultdict(list)
    for index, part in enumerate(parts):
        head = _squeezed(part.words[: 3 * _HEAD])[:_HEAD]
        if part.kind is Kind.LINE and len(head) == _HEAD:
            by_head[head].append(index)
    found: list[_Overlap] = []
    for places in by_head.values():
        for number, start in enumerate(places[:_TWINS]):
            # a column breaks off in a sentence, and its continuation stands after a sentence's end
            if start and not finished(parts[start - 1].words):
                found += filter(
                    None, (_overlap(parts, start, index) for index in places[number + 1 : _TWINS])
                )
    return _longest(found)


def _overlap(parts: Sequence[Part], start: int, index: int) -> _Overlap | None:
    """The longest run of whole lines from `start` that ends a sentence and stands again at `index`."""
    breaks = (
        finished(parts[index - 1].words) or parts[index].page != parts[index - 1].page or _cut(parts, index)
    )
    later = _squeezed(" ".join(part.words for part in parts[index : index + _LINES + 2])) if breaks else ""
    best: _Overlap | None = None
    later_words = parts[index].words
    text, words = "", 0
    for end in range(start, min(start + _LINES, index)):
        text += _squeezed(parts[end].words)
        words += len(parts[end].words.split())
        if not later.startswith(text):
            break
        # a small letter after a sentence's end is telling by itself
        enough = words >= (2 if starts_low(later_words) else _WORDS)
        if enough and finished(parts[end].words):
            best = _Overlap(end + 1, index, len(text))
    return best


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _cut(parts: Sequence[Part], index: int) -> bool:
    """Whether what stood before a line, such as a link or a page number, has been taken out."""
    return start_of(parts[index]) - end_of(parts[index - 1]) > _WHITE


def _longest(found: list[_Overlap]) -> list[_Overlap]:
    best: dict[int, _Overlap] = {}
    for overlap in found:
        other = best.get(overlap.start)
        if other is None or overlap.letters > other.letters:
            best[overlap.start] = overlap
    by_end: dict[int, _Overlap] = {}
    for overlap in best.values():
        by_end.setdefault(overlap.end, overlap)
    return sorted(by_end.values(), key=lambda overlap: overlap.end)


def _without_head(parts: Sequence[Part], letters: int, dropped: list[tuple[str, Mapped]]) -> Iterator[Part]:
    for part in parts:
        if letters <= 0:
            yield part
            continue
        size = 0
        for size, letter in enumerate(part.words, 1):  # noqa: B007  (the count is what is wanted)
            letters -= not letter.isspace()
            if not letters:
                break
        dropped.append(("repetition", part.text[:size]))
        if (rest := part.text[size:].strip()) and rest.text:
            yield replace(part, text=rest, gap=0)


def source_order(parts: Sequence[Part]) -> list[int]:
    """The indices of parts as they stand in the file."""
    return sorted(range(len(parts)), key=lambda index: start_of(parts[index]))
