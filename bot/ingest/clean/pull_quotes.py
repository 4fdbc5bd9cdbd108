"""Pull quotes torn into the text: a sentence printed large in the middle of a column, lost among its lines.

The extraction of a PDF scatters the lines of a pull quote between those of the column that makes room for it.
They show as very short lines that, read in order, are a sentence of the text elsewhere. Where the pull quote
itself lacks words, lines were lost in the tear, and those of the column beside them as well: there the
sentence is damaged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.ingest.clean.draft import Draft, Part, finished, starts_low
from bot.ingest.clean.lines import widths, wrapped
from bot.ingest.shapes import Kind

_OPENER = re.compile(r"[“„«\"]$")
_SHORT = 0.36  # of the column's width
_NARROW = 0.75
_REACH = 14  # lines before and after the lone quotation mark
_WHOLE = 5  # words from which on pieces that follow each other without a gap are a whole pull quote
_TWINS = 50  # places in the text that are tried for a piece
_ANCHORS = 200  # lone quotation marks that are looked at
_WINDOW = 60  # words of the text in which a pull quote must be found again
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Tear:
    lines: tuple[int, ...]
    whole: bool
    weight: int = 0  # the more words are found again, the more certain


def drop_pull_quotes(draft: Draft) -> Draft:
    """Takes the lines of pull quotes out, and marks the lines after which the text has lost words."""
    parts = draft.parts
    anchors = [
        index for index, part in enumerate(parts) if part.kind is Kind.LINE and _OPENER.match(part.words)
    ]
    if not anchors or not wrapped(parts):
        return draft
    reasons = dict.fromkeys(anchors, "pull quote")
    torn: set[int] = set()
    for tear in _tears(parts, anchors[:_ANCHORS]):
        reasons |= dict.fromkeys(tear.lines, "pull quote")
        torn |= set() if tear.whole else set(tear.lines)
    return draft.keep(_mark_torn(parts, reasons, torn)).drop(reasons)


def _tears(parts: Sequence[Part], anchors: Sequence[int]) -> Iterator[_Tear]:
    """The lines of the pull quote near each mark; where two marks want a line, the longer pull quote has it."""
    wide = widths(parts)
    words = _Words.of(parts)
    used = set(anchors)
    near = {
        anchor: [
            index
            for index in range(max(0, anchor - _REACH), min(anchor + _REACH, len(parts)))
            if index not in used and _is_candidate(parts, index, wide)
        ]
        for anchor in anchors
    }
    best = {anchor: _best_tear(parts, near[anchor], words) for anchor in anchors}
    for anchor in sorted(anchors, key=lambda anchor: -best[anchor].weight):
        tear = best[anchor]
        if used.intersection(tear.lines):
            tear = _best_tear(parts, [index for index in near[anchor] if index not in used], words)
        used.update(tear.lines)
        yield tear


def _is_candidate(parts: Sequence[Part], index: int, wide: Sequence[int]) -> bool:
    """A very short line that does not simply end a full one."""
    part, before = parts[index], parts[index - 1] if index else None
    if part.kind is not Kind.LINE or len(part) > _SHORT * max(wide[index], 40):
        return False
    if before is None or part.gap or finished(before.words):
        return True
    begins_anew = not starts_low(part.words) and not finished(part.words)
    return begins_anew or len(before) < _NARROW * wide[index]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of all lines in one row, the line of each, and where each word stands."""

    row: list[str]
    lines: list[int]
    places: dict[str, list[int]]

    @classmethod
    def of(cls, parts: Sequence[Part]) -> _Words:
        row: list[str] = []
        lines: list[int] = []
        places: dict[str, list[int]] = defaultdict(list)
        for line, part in enumerate(parts):
            for word in _WORD.findall(part.words.casefold()):
                places[word].append(len(row))
                row.append(word)
                lines.append(line)
        return cls(row, lines, places)

    def occurrences(self, piece: list[str], without: set[int]) -> list[int]:
        """Where a piece stands in other lines than these."""
        found = self.places.get(piece[0], ()) if piece else ()
        return [
            at for at in found if self.lines[at] not in without and self.row[at : at + len(piece)] == piece
        ]

    def next(self, piece: list[str], low: int, high: int, without: set[int]) -> int | None:
        """The first place of a piece from `low` on, before `high`, in other lines than these."""
        row = self.row
        places = (at for at in range(low, min(high, len(row))) if self.lines[at] not in without)
        return next((at for at in places if piece and row[at : at + len(piece)] == piece), None)


def _best_tear(parts: Sequence[Part], candidates: list[int], words: _Words) -> _Tear:
    """The candidates that, read in order, return elsewhere in the text."""
    pieces = [_WORD.findall(parts[index].words.casefold()) for index in candidates]
    best: tuple[int, list[int], bool] = (0, [], False)
    for first, piece in enumerate(pieces):
        for start in words.occurrences(piece, set(candidates))[:_TWINS]:
            found, skipped, at = [first], 0, start + len(piece)
            for number in range(first + 1, len(pieces)):
                place = words.next(pieces[number], at, start + _WINDOW, set(candidates))
                if place is not None:
                    skipped += place - at
                    at = place + len(pieces[number])
                    found.append(number)
            size = sum(len(pieces[number]) for number in found)
            if len(found) > 1 and 100 * size - skipped > best[0]:
                best = (100 * size - skipped, found, skipped == 0 and size >= _WHOLE)
    if best[1]:
        return _Tear(tuple(candidates[number] for number in best[1]), best[2], best[0])
    return _Tear(tuple(index for index in candidates if _interrupts(parts, index)), False)


def _interrupts(parts: Sequence[Part], index: int) -> bool:
    """A capital in the middle of a sentence that goes on small in the next line."""
    before, part, after = parts[index - 1 : index + 2] if 0 < index < len(parts) - 1 else (None, None, None)
    return (
        before is not None
        and part is not None
        and after is not None
        and not finished(before.words)
        and not finished(part.words)
        and not starts_low(part.words)
        and starts_low(after.words)
        and not part.gap
        and not after.gap
    )


def _mark_torn(parts: Sequence[Part], reasons: dict[int, str], torn: set[int]) -> list[Part]:
    """The line before a torn place, where a sentence neither ends before it nor begins after it."""
    marked = list(parts)
    for index in torn:
        before = next((i for i in range(index - 1, -1, -1) if i not in reasons), None)
        after = next((i for i in range(index + 1, len(parts)) if i not in reasons), None)
        if before is None or after is None or finished(parts[before].words):
            continue
        if not parts[index].gap or starts_low(parts[after].words):
            marked[before] = replace(parts[before], torn=True)
    return marked
