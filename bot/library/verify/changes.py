"""What was changed: a quote beside the text that it is nearest to, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein, Opcode, Prefix

from bot.library.verify.occurrences import Difference
from bot.library.verify.quote import Quote
from bot.library.verify.texts import Text
from bot.library.verify.words import LOST, Word, joined_alike, unbroken

Weight = Callable[[str], float]
"""How much a word counts: the rarer, the more."""

REACH = 4
"""Words of the text on either side that are looked at, beside a third of the quote's own number."""
MISSPELT = 0.75
"""What a misspelt or bent word counts beside the right one."""
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
    def bridges_lost_words(self) -> bool:
        return LOST in self.text.keys[self.start : self.end]


def changed(quote: Quote, text: Text, weight: Weight) -> Change | None:
    """The quote beside the part of a text that it is likest to; None where they share no word."""
    said = unbroken(quote.words, set(text.keys))
    keys = [word.key for word in said]
    low, high = _likest(keys, text.keys)
    meant = _meant(keys, text.keys[low:high])
    inside = _inside(list(Levenshtein.opcodes(meant, text.keys[low:high])), text, low)
    if not inside:
        return None
    beside = _Beside(quote, said, meant, text, low)
    return Change(
        text,
        low + inside[0].dest_start,
        low + inside[-1].dest_end,
        beside.likeness(inside, weight),
        tuple(beside.differences(inside)),
        tuple(
            tuple(keys[step.src_start : step.src_end])
            for step in inside
            if step.tag != "equal" and step.src_end > step.src_start
        ),
    )


def _likest(keys: Sequence[str], text: Sequence[str]) -> tuple[int, int]:
    found = fuzz.partial_ratio_alignment(keys, text)
    if found is None or len(keys) > len(text):
        return 0, len(text)
    reach = REACH + len(keys) // 3
    return max(0, found.dest_start - reach), min(len(text), found.dest_end + reach)


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


def _inside(steps: Sequence[Opcode], text: Text, low: int) -> list[Opcode]:
    """Without the text's words before and after the quote: at its ends, a word stands for one word."""
    equal = [number for number, step in enumerate(steps) if step.tag == "equal"]
    if not equal:
        return []
    inside = list(steps[equal[0] : equal[-1] + 1])
    first, last = inside[0], inside[-1]
    if first.src_start:
        beside = min(first.src_start, first.dest_start, _within_sentence(text, low + first.dest_start, -1))
        inside.insert(0, Opcode("replace", 0, first.src_start, first.dest_start - beside, first.dest_start))
    if left := steps[-1].src_end - last.src_end:
        beside = min(
            left, steps[-1].dest_end - last.dest_end, _within_sentence(text, low + last.dest_end - 1, 1)
        )
        inside.append(
            Opcode("replace", last.src_end, steps[-1].src_end, last.dest_end, last.dest_end + beside)
        )
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
    """A quote's words, what they are meant for, and the text from word `low` on."""

    quote: Quote
    said: list[Word]
    meant: list[str]
    text: Text
    low: int

    def likeness(self, steps: Sequence[Opcode], weight: Weight) -> float:
        right = 0.0
        for step in steps:
            if step.tag == "equal":
                for number in range(step.src_start, step.src_end):
                    same = self.said[number].key == self.meant[number]
                    right += weight(self.meant[number]) * (1 if same else MISSPELT)
        return right / max(sum(weight(key) for key in self.meant), 1e-9)

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
                    self.text.shown(self.low + parts[0].dest_start, self.low + parts[-1].dest_end),
                )

    def _within(self, step: Opcode) -> Iterator[Difference]:
        for here, there in zip(
            range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True
        ):
            word, number = self.said[here], self.low + there
            joined = here == step.src_start or joined_alike(word.joint, self.text.words[number].joint)
            if word.key != self.meant[here] or not joined:
                first = 0 if joined else 1
                yield Difference(
                    self._given(here - first, here + 1), self.text.shown(number - first, number + 1)
                )

    def _given(self, start: int, end: int) -> str:
        return " ".join(self.quote.text[word.start : word.end] for word in self.said[start:end])
