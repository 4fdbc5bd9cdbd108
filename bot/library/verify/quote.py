"""A quote as somebody gives it: its words, with what they say they have left out or put in.

"..." and "[...]" leave words out and part a quote into pieces; other square brackets hold words of the one
who quotes ("[the islands]"), or a letter changed to fit ("[t]he"). "[sic]" says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.library.verify.words import Word, words

LONGEST = 6_000
"""Characters of a quote that are looked at."""

# how messages mark a block quotation or a heading
_LINE_MARKS = re.compile(r"^[ \t]*(?:>{1,3}|#{1,3})[ \t]", re.MULTILINE)
_LEFT_OUT = re.compile(r"[\[(]\s?(?:…|\.\.\.|\. \. \.)\s?[\])]|…|\.{3,}|\. \. \.")
_SIC = re.compile(r"[\[(]sic!?[\])]", re.IGNORECASE)
_LETTER_CHANGED = re.compile(r"\[(\w{1,3})\](?=\w)|(?<=\w)\[(\w{1,3})\]")
_PUT_IN = re.compile(r"\[([^\[\]]{1,200})\]")


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words in square brackets; the source may have others in their place, or none."""

    text: str
    words: tuple[Word, ...]


Item = Word | Insertion
Piece = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """`pieces` stand in the source in this order, with something left out between them."""

    text: str
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> list[Word]:
        """All words that are given as the source's."""
        return [item for piece in self.pieces for item in piece if isinstance(item, Word)]


def parse(text: str) -> Quote:
    text = _SIC.sub(" ", _LINE_MARKS.sub("", text[:LONGEST]))
    text = _LETTER_CHANGED.sub(r"\1\2", text)
    marks = [(found.start(), found.end()) for found in _LEFT_OUT.finditer(text)]
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)]
    pieces = (tuple(_items(text, start, end)) for start, end in zip(starts, ends, strict=True))
    return Quote(text, tuple(piece for piece in pieces if piece))


def literal(quote: Quote) -> Quote:
    """The quote with its brackets taken as the source's own."""
    pieces = (
        tuple(word for item in piece for word in (item.words if isinstance(item, Insertion) else (item,)))
        for piece in quote.pieces
    )
    return Quote(quote.text, tuple(pieces))


def _items(text: str, start: int, end: int) -> Iterator[Item]:
    for found in _PUT_IN.finditer(text, start, end):
        yield from words(text, start, found.start())
        yield Insertion(found[1], tuple(words(text, *found.span(1))))
        start = found.end()
    yield from words(text, start, end)
