"""The text while it is being cleaned: parts (lines at first, paragraphs later) and what was taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Kind, Metadata

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A line or a paragraph, without white space at its ends."""

    text: Mapped
    kind: Kind = Kind.LINE
    gap: int = 0  # empty lines before it
    indent: int = 0  # characters
    page: int = 0
    level: int = 0
    flow: int = 0  # which of several interleaved texts it belongs to
    voice: str | None = None
    voice_sure: bool = True
    unsigned: bool = False
    torn: bool = False  # a line after which words are lost

    @property
    def words(self) -> str:
        return self.text.text

    def __len__(self) -> int:
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Draft:
    parts: tuple[Part, ...]
    metadata: Metadata = field(default_factory=Metadata)
    dropped: tuple[tuple[str, Mapped], ...] = ()
    """Reason and text of each stretch left out."""
    small: frozenset[str] = frozenset()
    """Words that the text writes in small letters."""

    def keep(self, parts: Iterable[Part]) -> Draft:
        """The same draft with other parts; those that nothing is left of are gone."""
        return replace(self, parts=tuple(part for part in parts if part.text.text))

    def drop(self, reasons: dict[int, str]) -> Draft:
        """Without the parts at these indices; what stands next takes over the empty lines before them."""
        if not reasons:
            return self
        kept: list[Part] = []
        dropped = list(self.dropped)
        gap = 0
        for index, part in enumerate(self.parts):
            if index in reasons:
                dropped.append((reasons[index], part.text))
                gap += part.gap
            else:
                kept.append(replace(part, gap=part.gap + gap) if gap else part)
                gap = 0
        return replace(self, parts=tuple(kept), dropped=tuple(dropped))

    def without(self, dropped: Iterable[tuple[str, Mapped]]) -> Draft:
        """The same draft that also tells of these stretches, already cut out of its parts."""
        return replace(self, dropped=(*self.dropped, *dropped))


Step = Callable[[Draft], Draft]

_HEAD = 120  # characters that tell whether a text is in capitals
_FINISHED = re.compile(r"[.?!…](?:\s?[\"'”’»“)\]*_]){0,4}\d{0,3}\s?$")
_CLOSING_WORD = re.compile(r"[.?!…:;,\"”»]\W{0,3}\d{0,3}$")


def finished(text: str) -> bool:
    """Whether a line ends as a sentence ends (a footnote's mark may follow)."""
    return bool(_FINISHED.search(text[-12:]))


def punctuated(text: str) -> bool:
    """Whether a line ends in any mark that a heading or label does not end in."""
    return bool(_CLOSING_WORD.search(text[-8:]))


def starts_low(text: str) -> bool:
    """Whether a line goes on with a sentence: its first letter is small."""
    for letter in text[:4]:
        if letter.isalpha():
            return letter.islower()
    return False


_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "de",
        "der",
        "des",
        "die",
        "das",
        "du",
        "en",
        "et",
        "for",
        "from",
        "in",
        "is",
        "la",
        "le",
        "les",
        "of",
        "on",
        "or",
        "per",
        "pro",
        "the",
        "to",
        "und",
        "versus",
        "via",
        "von",
        "vs",
        "with",
        "not",
        "be",
        "are",
        "was",
        "this",
        "that",
        "its",
        "it",
    ]
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def titled(text: str) -> bool:
    """Whether the words that count begin with capitals, as in a headline."""
    words = [word for word in words_of(text) if word.lower() not in _SMALL_WORDS]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def shouted(text: str) -> bool:
    """Whether a text is set in capitals; its beginning tells."""
    head = text[:_HEAD]
    letters = sum(map(str.isalpha, head))
    return letters > 2 and sum(map(str.isupper, head)) > 0.9 * letters


def start_of(part: Part) -> int:
    return next((start for start in part.text.starts if start >= 0), -1)


def end_of(part: Part) -> int:
    return next((end for end in reversed(part.text.ends) if end >= 0), -1)
