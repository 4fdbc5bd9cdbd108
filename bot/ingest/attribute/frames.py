"""Sentences as the search for cues sees them: words and marks, each quotation one token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ingest.attribute.marks import Quotation
from bot.ingest.attribute.tokens import Token, hollow, tokenise


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence, or the part of it that stands in a quotation, with the quotations in it hollowed out.

    `number` is the sentence's; `start` and `end` are offsets in the paragraph's text.
    """

    number: int
    start: int
    end: int
    tokens: list[Token]

    def place(self, quotation: Quotation) -> int:
        """Which token the quotation is."""
        left = max(quotation.left - self.start, 0)
        place = bisect_right(self.tokens, left, key=lambda token: token.end)
        return min(place, len(self.tokens) - 1)

    def holds(self, quotation: Quotation) -> bool:
        return quotation.left < self.end and quotation.right > self.start

    @property
    def is_hollow(self) -> bool:
        """Whether the sentence is nothing but quotations."""
        return not any(token.is_word for token in self.tokens)


def frames_of(
    text: str, sentences: Sequence[tuple[int, int, int]], quotations: Sequence[Quotation]
) -> list[Frame]:
    """A frame for each (number, start, end) of a paragraph; `quotations` are of one level, by their place."""
    frames: list[Frame] = []
    first = 0
    for number, start, end in sentences:
        while first < len(quotations) and quotations[first].right <= start:
            first += 1
        holes: list[tuple[int, int]] = []
        last = first
        while last < len(quotations) and quotations[last].left < end:
            holes.append((max(quotations[last].left - start, 0), min(quotations[last].right, end) - start))
            last += 1
        frames.append(Frame(number, start, end, tokenise(hollow(text[start:end], holes))))
    return frames
