"""A text that remembers where in the source each of its characters stands.

Cleaning drops, joins and mends characters; because each carries its place along, a sentence's spans
are always those of the very letters that it shows.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.models import Span

NOWHERE = -1
"""The offset of a character that we put in ourselves: a space between joined lines, the mark of a gap."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """`text[i]` stands in the source at `[starts[i], ends[i])`, or nowhere.

    An entity of HTML is one character here and several there, hence both offsets. Arrays, not tuples:
    a megabyte of text is cut and joined a dozen times on its way.
    """

    text: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def of(cls, text: str, start: int = 0) -> Mapped:
        """A text that stands in the source letter for letter, from `start` on."""
        size = len(text)
        return cls(
            text, array("q", range(start, start + size)), array("q", range(start + 1, start + size + 1))
        )

    @classmethod
    def added(cls, text: str) -> Mapped:
        """A text that is ours and not the source's."""
        nowhere = array("q", [NOWHERE]) * len(text)
        return cls(text, nowhere, nowhere)

    @classmethod
    def join(cls, parts: Iterable[Mapped], between: str = "") -> Mapped:
        text: list[str] = []
        starts = array("q")
        ends = array("q")
        seam = array("q", [NOWHERE]) * len(between)
        for number, part in enumerate(parts):
            if number and between:
                text.append(between)
                starts += seam
                ends += seam
            text.append(part.text)
            starts += part.starts
            ends += part.ends
        return cls("".join(text), starts, ends)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Mapped:
        return Mapped(self.text[part], self.starts[part], self.ends[part])

    def strip(self) -> Mapped:
        left = len(self.text) - len(self.text.lstrip())
        return self[left : len(self.text.rstrip())] if left < len(self.text) else self[0:0]

    def split(self, pattern: re.Pattern[str]) -> Iterator[Mapped]:
        """The parts between the matches of a pattern."""
        last = 0
        for found in pattern.finditer(self.text):
            yield self[last : found.start()]
            last = found.end()
        yield self[last:]

    def drop(self, pattern: re.Pattern[str]) -> Mapped:
        """Without the matches of a pattern."""
        return Mapped.join(self.split(pattern)) if pattern.search(self.text) else self

    def spans(self) -> tuple[Span, ...]:
        """The stretches of the source that hold these characters, in their order here.

        Neighbours that touch become one stretch; white space of the source between two characters that
        are parted by white space here is bridged by `bridged`, which sees the source.
        """
        found: list[Span] = []
        at = 0
        while at < len(self.starts):
            if self.starts[at] == NOWHERE:
                at += 1
                continue
            stop = self._next_gap(at)
            for start, end in self._runs(at, stop):
                if found and found[-1][1] == start:
                    found[-1] = (found[-1][0], end)
                else:
                    found.append((start, end))
            at = stop
        return tuple(found)

    def _next_gap(self, at: int) -> int:
        try:
            return self.starts.index(NOWHERE, at)
        except ValueError:
            return len(self.starts)

    def _runs(self, at: int, stop: int) -> Iterable[Span]:
        """The stretches between two characters of ours; nearly always it is one, which arrays tell fast."""
        first, size = self.starts[at], stop - at
        letter_for_letter = self.starts[at:stop] == array("q", range(first, first + size))
        if letter_for_letter and self.ends[at:stop] == array("q", range(first + 1, first + size + 1)):
            return [(first, first + size)]
        return zip(self.starts[at:stop], self.ends[at:stop], strict=True)


def bridged(spans: Iterable[Span], source: str) -> tuple[Span, ...]:
    """Spans joined wherever only white space of the source lies between them."""
    found: list[Span] = []
    for start, end in spans:
        if found and found[-1][1] <= start and not source[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
