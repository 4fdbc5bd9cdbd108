"""A stretch of a document in one voice, word by word: where a quote is looked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from rapidfuzz.distance import Indel

from bot.library.verify.words import Word, words
from bot.models import Attribution, Passage

KEPT = 512
"""Sentences whose words are kept for the next quote."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of another's words inside the text, with the numbers of the words it holds."""

    passage: Passage
    held: frozenset[int]


@dataclass(frozen=True)
class Text:
    """Neighbouring sentences of one voice. `of[i]` is the sentence that holds word `i`."""

    sentences: tuple[Passage, ...]
    words: tuple[Word, ...]
    of: tuple[int, ...]
    quoted: tuple[Quoted, ...] = ()
    alone: bool = False  # a stretch without the sentence that interrupts it

    @cached_property
    def keys(self) -> list[str]:
        return [word.key for word in self.words]

    def shown(self, start: int, end: int) -> str:
        """Words `start` to `end` as printed, with what stands between them."""
        if start >= end:
            return ""
        first, last = self.of[start], self.of[end - 1]
        if first == last:
            return self.sentences[first].text[self.words[start].start : self.words[end - 1].end]
        return " ".join(
            [
                self.sentences[first].text[self.words[start].start :],
                *(sentence.text for sentence in self.sentences[first + 1 : last]),
                self.sentences[last].text[: self.words[end - 1].end],
            ]
        )

    def said_by(self, passage: Passage) -> list[int]:
        """The numbers of the words that are in the same mouth as a passage of this text."""
        if passage in self.sentences:
            return list(range(len(self.words)))
        same = [one.held for one in self.quoted if one.passage.speaker == passage.speaker]
        return sorted(frozenset().union(*same))

    def sentence_end(self, word: int) -> int:
        """The number after the last word of the sentence that holds this one."""
        end = word
        while end < len(self.of) and self.of[end] == self.of[word]:
            end += 1
        return end


def voice(passage: Passage) -> str | None:
    """Whose text it is: the speaker, or the outermost of those who quote them."""
    return passage.via[0] if passage.via else passage.speaker


def running_texts(passages: Sequence[Passage]) -> Iterator[Text]:
    """Texts in one voice from passages in reading order, stretches after the sentence that holds them.

    A stretch that its sentence interrupts ("We shall wait," she said, "and see") is a text of its own, too.
    """
    stretches: dict[tuple[str, int], list[Passage]] = {}
    for passage in passages:
        if passage.parent is not None:
            stretches.setdefault((passage.document, passage.parent), []).append(passage)
    sentences = (passage for passage in passages if passage.parent is None)
    for _, group in groupby(sentences, lambda passage: (passage.document, voice(passage))):
        text = _text(list(group), stretches)
        yield text
        for quoted in text.quoted:
            if max(quoted.held, default=0) - min(quoted.held, default=0) >= len(quoted.held):
                yield _alone(quoted.passage)


@lru_cache(maxsize=KEPT)
def _words(text: str) -> tuple[Word, ...]:
    return tuple(words(text))


def _alone(passage: Passage) -> Text:
    found = _words(passage.text)
    return Text((passage,), found, (0,) * len(found), alone=True)


def _text(sentences: Iterable[Passage], stretches: dict[tuple[str, int], list[Passage]]) -> Text:
    sentences = tuple(sentences)
    found: list[Word] = []
    of: list[int] = []
    quoted: list[Quoted] = []
    for number, sentence in enumerate(sentences):
        own = _words(sentence.text)
        for stretch in stretches.get((sentence.document, sentence.place), ()):
            held = _held([word.key for word in own], stretch)
            quoted.append(Quoted(stretch, frozenset(len(found) + at for at in held)))
        found += own
        of += [number] * len(own)
    return Text(sentences, tuple(found), tuple(of), tuple(quoted))


def _held(sentence: list[str], stretch: Passage) -> Iterator[int]:
    """Which words of a sentence are the stretch's."""
    keys = [word.key for word in _words(stretch.text)]
    for start in range(len(sentence) - len(keys) + 1):
        if sentence[start : start + len(keys)] == keys:
            yield from range(start, start + len(keys))
            return
    # the sentence interrupts it
    for block in Indel.opcodes(keys, sentence):
        if block.tag == "equal":
            yield from range(block.dest_start, block.dest_end)


def said_in(text: Text, numbers: Iterable[int]) -> Passage:
    """The passage whose words these are: of a quoted speaker who says them all, or else the sentence.

    Where they stand in several, the one with most of them.

    A stretch that only reports what somebody said is in the words of the one who reports it.
    """
    wanted = frozenset(numbers)
    touched = [one for one in text.quoted if one.held & wanted]
    quoted = [one for one in touched if one.passage.attribution is Attribution.QUOTED]
    for speaker in dict.fromkeys(one.passage.speaker for one in quoted):
        theirs = [one for one in quoted if one.passage.speaker == speaker]
        if frozenset().union(*(one.held for one in theirs)) >= wanted:
            return max(theirs, key=lambda one: len(one.held & wanted)).passage
    counts = Counter(text.of[number] for number in sorted(wanted))
    return text.sentences[counts.most_common(1)[0][0]]
