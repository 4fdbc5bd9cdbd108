"""Pull quotes torn into the text: a sentence printed large in the middle of a column, lost among its lines.

The extraction of a PDF scatters the lines of a pull quote between those of the column that makes room for it.
They show as very short lines that, read in order, are a sentence of the text elsewhere. Where the pull quote
itself lacks words, lines were lost in the tear, and those of the column beside them as well: there the
sentence is damaged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ingest.clean.draft import Draft, Part, finished, starts_low
from bot.ingest.clean.lines import widths, wrapped
from bot.ingest.shapes import Kind

_OPENER = re.compile(r"[“„«\"]$")
_SHORT = 0.36  # of the column's width
_NARROW = 0.75
_REACH = 14  # lines before and after the lone quotation mark
_WINDOW = 60  # words of the text in which a pull quote must be found again
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Tear:
    lines: tuple[int, ...]
    whole: bool


def drop_pull_quotes(draft: Draft) -> Draft:
    if not wrapped(draft.parts):
        return draft
    parts = draft.parts
    wide = widths(parts)
    anchors = [
        index for index, part in enumerate(parts) if part.kind is Kind.LINE and _OPENER.match(part.words)
    ]
    reasons: dict[int, str] = {}
    torn: set[int] = set()
    for number, anchor in enumerate(anchors):
        low = max(anchor - _REACH, anchors[number - 1] + 1 if number else 0)
        high = min(anchor + _REACH, anchors[number + 1] if number + 1 < len(anchors) else len(parts))
        candidates = [
            index
            for index in range(low, high)
            if index != anchor and _is_candidate(parts, index, anchor, wide)
        ]
        tear = _best_tear(parts, candidates, anchor)
        reasons |= dict.fromkeys((anchor, *tear.lines), "pull quote")
        if not tear.whole:
            torn |= set(tear.lines)
    marked = _mark_torn(parts, reasons, torn)
    return draft.keep(marked).drop(reasons)


def _is_candidate(parts: Sequence[Part], index: int, anchor: int, wide: Sequence[int]) -> bool:
    """A very short line that does not simply end a full one."""
    part, before = parts[index], parts[index - 1] if index else None
    if part.kind is not Kind.LINE or len(part) > _SHORT * max(wide[index], 40):
        return False
    ends_full_line = (
        before and not part.gap and len(before) >= _NARROW * wide[index] and not finished(before.words)
    )
    return not ends_full_line


def _best_tear(parts: Sequence[Part], candidates: list[int], anchor: int) -> _Tear:
    """The candidates that, read in order, return elsewhere in the text."""
    text = [
        word
        for index, part in enumerate(parts)
        if index not in candidates and index != anchor
        for word in _WORD.findall(part.words.casefold())
    ]
    pieces = [_WORD.findall(parts[index].words.casefold()) for index in candidates]
    best: tuple[int, list[int], bool] = (0, [], False)
    for first in range(len(pieces)):
        for start in _occurrences(text, pieces[first]):
            found, skipped, at = [first], 0, start + len(pieces[first])
            for number in range(first + 1, len(pieces)):
                place = _place(text, pieces[number], at, start + _WINDOW)
                if place is not None:
                    skipped += place - at
                    at = place + len(pieces[number])
                    found.append(number)
            weight = sum(len(pieces[number]) for number in found) * 100 - skipped
            if len(found) > 1 and weight > best[0]:
                best = (weight, found, skipped == 0 and sum(len(pieces[n]) for n in found) >= 5)
    if best[1]:
        return _Tear(tuple(candidates[number] for number in best[1]), best[2])
    return _Tear(tuple(index for index in candidates if _interrupts(parts, index)), False)


def _occurrences(text: list[str], piece: list[str]) -> list[int]:
    if not piece:
        return []
    return [at for at in range(len(text)) if text[at] == piece[0] and text[at : at + len(piece)] == piece]


def _place(text: list[str], piece: list[str], low: int, high: int) -> int | None:
    return next(
        (at for at in range(low, min(high, len(text))) if piece and text[at : at + len(piece)] == piece), None
    )


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
