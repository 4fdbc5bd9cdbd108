"""What was changed: a quote beside the text that it is nearest to, word by word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Indel, LCSseq, Opcode, Prefix

from bot.library.verify.occurrences import Difference, cuts_into_a_word
from bot.library.verify.quote import Insertion, Quote
from bot.library.verify.texts import Text
from bot.library.verify.words import LOST, Word, joined_alike, unbroken
from bot.models import Passage

Weight = Callable[[str], float]
"""How much a word counts: the rarer, the more."""

REACH = 6
"""Words of the text on either side that are looked at, beside half the quote's own number."""
MISSPELT = 0.75
"""What a misspelt or bent word counts beside the right one."""
HARDLY_CHANGED = 85
"""Likeness by letters, 0 to 100, from which it counts: words wrongly joined, or many slips."""
BY_CHANCE = 2
"""So many words in a row may stand there by chance."""
STEM, ENDING = 4, 3
"""Letters that forms of one word share at least, and differ in at most."""


@dataclass(frozen=True, slots=True)
class Change:
    """A quote laid over words `[start, end)` of a text."""

    text: Text
    start: int
    end: int
    likeness: float  # 0 to 1: the weight of the quote's words that stand there in order
    differences: tuple[Difference, ...]
    foreign: tuple[tuple[str, ...], ...]  # runs of the quote's words that do not stand there

    @property
    def sentences(self) -> list[Passage]:
        return [self.text.sentences[number] for number in sorted(set(self.text.of[self.start : self.end]))]

    @property
    def bridges_lost_words(self) -> bool:
        return LOST in self.text.keys[self.start : self.end]


def changed(quote: Quote, text: Text, weight: Weight) -> Change | None:
    """The quote beside the part of a text that it is likest to; None where they share no word."""
    said = unbroken(quote.words, set(text.keys))
    keys = [word.key for word in said]
    low, high = _likest(keys, text.keys)
    meant = _meant(keys, text.keys[low:high])
    low, high = _tight(meant, text.keys, low, high)
    steps = [_moved(step, low) for step in Indel.opcodes(meant, text.keys[low:high])]
    inside = _inside(steps, text)
    if not inside:
        return None
    beside = _Beside(quote, said, meant, text)
    return Change(
        text,
        inside[0].dest_start,
        inside[-1].dest_end,
        beside.likeness(inside, weight),
        tuple(beside.differences(inside)) or tuple(beside.at_the_edges(inside)),
        tuple(_foreign(keys, inside)),
    )


def _foreign(keys: Sequence[str], steps: Sequence[Opcode]) -> Iterator[tuple[str, ...]]:
    """Runs of words that do not stand there; a word or two between them that do may be there by chance."""
    start = None
    for step in steps:
        agrees = step.tag == "equal" and step.src_end - step.src_start > BY_CHANCE
        if agrees and start is not None:
            yield tuple(keys[start : step.src_start])
            start = None
        elif not agrees and start is None:
            start = step.src_start
    if start is not None:
        yield tuple(keys[start : steps[-1].src_end])


def _likest(keys: Sequence[str], text: Sequence[str]) -> tuple[int, int]:
    found = fuzz.partial_ratio_alignment(keys, text)
    if found is None or len(keys) > len(text):
        return 0, len(text)
    reach = REACH + len(keys) // 2
    return max(0, found.dest_start - reach), min(len(text), found.dest_end + reach)


def _tight(meant: Sequence[str], text: Sequence[str], low: int, high: int) -> tuple[int, int]:
    """The shortest part of a text that shares as many words in order, a stray one or two aside."""

    def shared(low: int, high: int) -> int:
        return LCSseq.similarity(meant, text[low:high])

    low += _cut(lambda words: shared(low + words, high), high - low)
    high -= _cut(lambda words: shared(low, high - words), high - low)
    return low, high


def _cut(shared: Callable[[int], int], longest: int) -> int:
    """How many words can be cut; `shared(n)` is how many are still shared without `n` of them."""

    def most(lost: int) -> int:
        return bisect_right(range(longest + 1), lost - shared(0), key=lambda words: -shared(words)) - 1

    cut = most(0)
    for lost in range(1, min(BY_CHANCE, shared(0) // 4) + 1):
        if (further := most(lost)) - cut > BY_CHANCE * (1 + lost):
            cut = further
    return cut


def _moved(step: Opcode, by: int) -> Opcode:
    return Opcode(step.tag, step.src_start, step.src_end, step.dest_start + by, step.dest_end + by)


def _meant(keys: Sequence[str], text: Sequence[str]) -> list[str]:
    """The quote's words; one that the text spells or bends a little otherwise, as the text has it."""
    known = set(text)
    long = sorted(key for key in known if len(key) > 3 and key[0].isalpha())
    return [key if key in known else _bent(key, long) for key in keys]


def _bent(key: str, known: Sequence[str]) -> str:
    if len(key) <= 3 or not key[0].isalpha():
        return key
    slips = 1 if len(key) < 8 else 2
    near = [(OSA.distance(key, other, score_cutoff=slips), other) for other in known]
    distance, other = min(near, default=(slips + 1, key))
    return other if distance <= slips else next((other for other in known if _same_stem(key, other)), key)


def _same_stem(one: str, other: str) -> bool:
    stem = Prefix.similarity(one, other)
    return stem >= STEM and max(len(one), len(other)) - stem <= ENDING


def _inside(steps: Sequence[Opcode], text: Text) -> list[Opcode]:
    """Without the text's words before and after the quote: at its ends, a word stands for one word."""
    equal = [number for number, step in enumerate(steps) if step.tag == "equal"]
    if not equal:
        return []
    inside = list(steps[equal[0] : equal[-1] + 1])
    first, last, end = inside[0], inside[-1], steps[-1].src_end
    if first.src_start:
        start = first.dest_start - min(first.src_start, _within_sentence(text, first.dest_start, -1))
        inside.insert(0, Opcode("replace", 0, first.src_start, start, first.dest_start))
    if last.src_end < end:
        stop = last.dest_end + min(end - last.src_end, _within_sentence(text, last.dest_end - 1, 1))
        inside.append(Opcode("replace", last.src_end, end, last.dest_end, stop))
    return inside


def _within_sentence(text: Text, number: int, step: int) -> int:
    """How many words of its sentence stand before (-1) or after (1) a word."""
    count = 0
    while 0 <= number + step * (count + 1) < len(text.of) and (
        text.of[number + step * (count + 1)] == text.of[number]
    ):
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class _Beside:
    """A quote's words, what they are meant for, and the text."""

    quote: Quote
    said: list[Word]
    meant: list[str]
    text: Text

    def likeness(self, steps: Sequence[Opcode], weight: Weight) -> float:
        right = 0.0
        for step in steps:
            if step.tag == "equal":
                for number in range(step.src_start, step.src_end):
                    same = self.said[number].key == self.meant[number]
                    right += weight(self.meant[number]) * (1 if same else MISSPELT)
        letters = fuzz.ratio(
            "".join(word.key for word in self.said),
            "".join(self.text.keys[steps[0].dest_start : steps[-1].dest_end]),
        )
        by_letters = letters / 100 if letters >= HARDLY_CHANGED else 0.0
        return max(by_letters, right / max(sum(map(weight, self.meant)), 1e-9))

    def differences(self, steps: Sequence[Opcode]) -> Iterator[Difference]:
        """Each run of words that differ; within runs that agree, words misspelt or joined otherwise."""
        for equal, run in groupby(steps, lambda step: step.tag == "equal"):
            parts = list(run)
            if equal:
                for step in parts:
                    yield from self._within(step)
            else:
                yield Difference(
                    self._given(parts[0].src_start, parts[-1].src_end),
                    self.text.shown(parts[0].dest_start, parts[-1].dest_end),
                )

    def at_the_edges(self, steps: Sequence[Opcode]) -> Iterator[Difference]:
        """Where all words agree: a sign or half a word that was cut off, and what was put in."""
        start, end = steps[0].dest_start, steps[-1].dest_end
        if cuts_into_a_word(self.text, start):
            yield Difference(self._given(0, 1), self.text.shown(start - 1, start + 1))
        if cuts_into_a_word(self.text, end):
            yield Difference(
                self._given(len(self.said) - 1, len(self.said)), self.text.shown(end - 1, end + 1)
            )
        for piece in self.quote.pieces:
            for item in piece:
                if isinstance(item, Insertion):
                    yield Difference(f"[{item.text}]", "")

    def _within(self, step: Opcode) -> Iterator[Difference]:
        for here, number in zip(
            range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True
        ):
            word = self.said[here]
            joined = here == step.src_start or joined_alike(word.joint, self.text.words[number].joint)
            if word.key != self.meant[here] or not joined:
                first = 0 if joined else 1
                yield Difference(
                    self._given(here - first, here + 1), self.text.shown(number - first, number + 1)
                )

    def _given(self, start: int, end: int) -> str:
        return " ".join(self.quote.text[word.start : word.end] for word in self.said[start:end])
