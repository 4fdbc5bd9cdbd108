"""From blocks to parts, and what the lines of a text are like: wrapped, how wide, double spaced."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.ingest.clean.draft import Draft, Part, finished, starts_low
from bot.ingest.shapes import Block, Kind

WRAPPED = 0.25  # share of lines that go on in the next one, from which a text is taken for hard-wrapped
_NARROW = 120  # characters that no line of a wrapped text exceeds
_NEIGHBOURS = 6  # lines before and after that tell how wide a column is
_TAB = 8


def parts_of(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """A part for each block with text in it; empty lines become the gap of the next one."""
    parts: list[Part] = []
    gap = 0
    for block in blocks:
        text = block.text.strip()
        if not text.text:
            gap += 1
            continue
        lead = block.text.text[: len(block.text) - len(block.text.text.lstrip())]
        indent = len(lead.expandtabs(_TAB))
        parts.append(Part(text, block.kind, gap, indent, block.page, block.level))
        gap = 0
    return tuple(parts)


def lines(parts: Sequence[Part]) -> list[int]:
    return [index for index, part in enumerate(parts) if part.kind is Kind.LINE]


def wrapped(parts: Sequence[Part]) -> bool:
    """Whether lines end where the page was full rather than where a paragraph ends."""
    goes_on = full = total = 0
    for before, after in itertools.pairwise(parts):
        if before.kind is Kind.LINE and after.kind is Kind.LINE and len(before) >= 30:
            total += 1
            full += len(before) >= 50 and not after.gap and not finished(before.words)
            goes_on += len(before) <= 160 and not finished(before.words) and starts_low(after.words)
    narrow = max((len(part) for part in parts if part.kind is Kind.LINE), default=0) <= _NARROW
    return (total >= 3 and goes_on >= WRAPPED * total) or (narrow and full >= max(2, 0.05 * total))


def single_spaced(draft: Draft) -> Draft:
    """A text set with an empty line after each line loses these; real gaps are wider than that."""
    inside = [
        after.gap
        for before, after in zip(draft.parts, draft.parts[1:], strict=False)
        if before.kind is Kind.LINE and not finished(before.words) and starts_low(after.words)
    ]
    if len(inside) < 8 or not wrapped(draft.parts) or sum(gap == 1 for gap in inside) < 0.5 * len(inside):
        return draft
    return draft.keep(replace(part, gap=max(part.gap - 1, 0)) for part in draft.parts)


def widths(parts: Sequence[Part]) -> list[int]:
    """For each line the width of the column it stands in: nearly the longest of its neighbours."""
    sizes = [len(part) for part in parts]
    found = []
    for index in range(len(sizes)):
        near = sorted(sizes[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1])
        found.append(near[-2] if len(near) > 4 else near[-1])
    return found
