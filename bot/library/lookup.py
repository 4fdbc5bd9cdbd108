"""An index of names for lists that appear while somebody types: in memory, built once per corpus.

What is typed may begin a name, or any word in it, in any order, or be misspelt. Every word start of every
name stands in one sorted array, so a prefix is a stretch of it, found by bisection; misspelt words are looked
for among those that share the typed word's rarest pairs of letters, so neither looks at all names.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import nlargest, nsmallest
from typing import NamedTuple

from rapidfuzz.distance import OSA

LONGEST = 64  # letters of a name or of what is typed that are compared
POSTINGS = 2_500  # vocabulary entries looked at per misspelt word
COMPARED = 60  # known words that a misspelt one is compared with, letter for letter
NEAREST = 6  # words that a misspelt one may stand for
STRETCH = 1_000  # names looked at per word that was typed

_NO_WORD = re.compile(r"[\W_]+")
# scripts written without spaces: every letter may begin a word
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")


class Fit(IntEnum):
    """How what was typed fits a name; the better, the lower."""

    WHOLE = 0
    START = 1
    WORD = 2  # begins a word inside
    WORDS = 3  # its words begin words, in any order
    MISSPELT = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that has a name. `weight`: how much is there under it; the heavier is the likelier."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    fit: Fit
    entry: Entry


class _Meant(NamedTuple):
    """A word that a typed one may stand for, the slips between them, and where it stands among the starts."""

    word: str
    cost: int
    where: range


def plain(text: str) -> str:
    """Small letters without accents and apostrophes, words parted by one space."""
    letters = unicodedata.normalize("NFKD", text[: 4 * LONGEST].translate(_APOSTROPHES).casefold())
    return _NO_WORD.sub(" ", "".join(c for c in letters if not unicodedata.combining(c))).strip()[:LONGEST]


class Lookup:
    """The names of one kind of thing in one corpus."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: Sequence[Entry] = sorted(entries, key=lambda each: (-each.weight, each.name, each.id))
        self._forms: list[str] = []  # names and aliases, plain
        self._owners = array("I")  # form -> entry
        for number, entry in enumerate(self.entries):
            for form in dict.fromkeys(plain(name) for name in (entry.name, *entry.aliases)):
                if form:
                    self._forms.append(form)
                    self._owners.append(number)
        self._index_starts()
        self._index_pairs()

    def _index_starts(self) -> None:
        starts = [(form[at:], at, number) for number, form in enumerate(self._forms) for at in _starts(form)]
        # a whole name sorts before the same words at the end of another; the heavier before the lighter
        starts.sort()
        self._start_forms = array("I", (number for _, _, number in starts))
        self._start_offsets = array("B", (at for _, at, _ in starts))
        size = len(self.entries)
        self._ranks = array("I", (self._owners[number] + (size if at else 0) for _, at, number in starts))
        self._long_stretches: dict[tuple[int, int, int], list[int]] = {}

    def _index_pairs(self) -> None:
        self._words = sorted({word for form in self._forms for word in form.split()})
        pairs: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, word in enumerate(self._words):
            for pair in _pairs(word):
                pairs[pair].append(number)
        self._by_pair = dict(pairs)

    def find(self, typed: str, limit: int) -> list[Hit]:
        """The entries that fit, most likely first; misspelt ones only where nothing else fits."""
        wanted = plain(typed)
        if not wanted:
            return [] if typed.strip() else [Hit(Fit.START, entry) for entry in self.entries[:limit]]
        hits = self._first(self._begun(wanted, limit), limit)
        words = wanted.split()
        if len(hits) < limit and len(words) > 1:
            hits = self._first([*hits.items(), *self._scattered(words)], limit)
        if not hits:
            hits = self._first(self._misspelt(words, limit), limit)
        return [Hit(fit, self.entries[number]) for number, fit in hits.items()]

    def named(self, text: str) -> list[Entry]:
        """The entries whose whole name this is, or, failing that, one of whose aliases it is."""
        wanted = plain(text)
        entries = [self.entries[number] for number in dict.fromkeys(self._whole(wanted))] if wanted else []
        return [entry for entry in entries if plain(entry.name) == wanted] or entries

    @staticmethod
    def _first(found: Iterable[tuple[int, Fit]], limit: int) -> dict[int, Fit]:
        first: dict[int, Fit] = {}
        for number, fit in found:
            if len(first) == limit:
                break
            first.setdefault(number, fit)
        return first

    def _stretch(self, prefix: str) -> tuple[int, int]:
        """Where in the sorted word starts those that begin with the prefix stand."""

        def head(position: int) -> str:
            at = self._start_offsets[position]
            return self._forms[self._start_forms[position]][at : at + len(prefix)]

        everywhere = range(len(self._start_forms))
        return bisect_left(everywhere, prefix, key=head), bisect_right(everywhere, prefix, key=head)

    def _whole(self, wanted: str) -> Iterator[int]:
        low, high = self._stretch(wanted)
        for position in range(low, high):
            form = self._start_forms[position]
            if self._start_offsets[position] or self._forms[form] != wanted:
                break
            yield self._owners[form]

    def _begun(self, wanted: str, limit: int) -> Iterator[tuple[int, Fit]]:
        for number in self._whole(wanted):
            yield number, Fit.WHOLE
        low, high = self._stretch(wanted)
        size = len(self.entries)
        for rank in self._best_ranks(low, high, limit):
            yield (rank, Fit.START) if rank < size else (rank - size, Fit.WORD)

    def _best_ranks(self, low: int, high: int, limit: int) -> list[int]:
        """The lowest ranks of a stretch; kept for the long ones, of which a short prefix has few."""
        if known := self._long_stretches.get((low, high, limit)):
            return known
        # each entry stands at most twice among the ranks: as a start and as a word inside
        best = nsmallest(2 * limit, set(self._ranks[low:high]))
        if high - low > STRETCH:
            self._long_stretches[low, high, limit] = best
        return best

    def _scattered(self, words: list[str]) -> Iterator[tuple[int, Fit]]:
        stretches = [self._stretch(word) for word in words]
        low, high = min(stretches, key=lambda stretch: stretch[1] - stretch[0])
        forms = sorted(set(self._start_forms[low : min(high, low + STRETCH)]))
        for form in forms:
            text = f" {self._forms[form]}"
            if all(f" {word}" in text for word in words):
                yield self._owners[form], Fit.WORDS

    def _misspelt(self, words: list[str], limit: int) -> Iterator[tuple[int, Fit]]:
        """Entries by how many of the typed words they have, and how little those had to be bent.

        The rarest words find the names; when enough are found, the others only choose among them.
        """
        meant = sorted(
            (self._meant(word) for word in words), key=lambda each: sum(len(one.where) for one in each)
        )
        fitting: Counter[int] = Counter()
        bent: Counter[int] = Counter()
        budget = STRETCH
        for nearest in meant:
            costs = self._forms_of(nearest, budget) if budget > 0 else self._costs_in(fitting, nearest)
            budget -= sum(len(one.where) for one in nearest)
            fitting.update(costs.keys())
            bent.update(costs)
        needed = max(fitting.values(), default=0)
        if 2 * needed >= len(words):
            close = ((bent[form], self._owners[form]) for form, times in fitting.items() if times == needed)
            for _, number in nsmallest(2 * limit, close):
                yield number, Fit.MISSPELT

    def _meant(self, word: str) -> list[_Meant]:
        """What a typed word may stand for: itself where it is known, else what is nearest."""
        where = range(*self._stretch(word))
        if where:
            return [_Meant(word, 0, where)]
        return [_Meant(known, cost, range(*self._stretch(known))) for cost, known in self._nearest(word)]

    def _forms_of(self, nearest: Iterable[_Meant], budget: int) -> dict[int, int]:
        """The names that hold one of the words, at most `budget`, each with what it costs."""
        costs: dict[int, int] = {}
        for one in nearest:
            for form in self._start_forms[one.where.start : min(one.where.stop, one.where.start + budget)]:
                costs.setdefault(form, one.cost)
            budget = max(0, budget - len(one.where))
        return costs

    def _costs_in(self, forms: Iterable[int], nearest: Sequence[_Meant]) -> dict[int, int]:
        """Which of some names hold one of the words."""
        costs: dict[int, int] = {}
        for form in forms:
            text = f" {self._forms[form]}"
            for one in nearest:
                if f" {one.word}" in text:
                    costs[form] = one.cost
                    break
        return costs

    def _nearest(self, word: str) -> list[tuple[int, str]]:
        """The known words a typed one may stand for, with the number of slips between them, fewest first."""
        slips = _allowed(word)
        found = []
        for number in self._sharing_letters(word):
            known = self._words[number]
            # of a longer word perhaps only the beginning is typed yet
            lengths = {len(known), len(word), len(word) + 1} if len(word) > 4 else {len(known)}
            distance = min(OSA.distance(word, known[:length], score_cutoff=slips) for length in lengths)
            if distance > slips and len(word) > 2 and word in known:
                distance = slips
            if distance <= slips:
                found.append((distance, known))
        return nsmallest(NEAREST, found)

    def _sharing_letters(self, word: str) -> list[int]:
        postings = sorted((self._by_pair[pair] for pair in _pairs(word) if pair in self._by_pair), key=len)
        shared: Counter[int] = Counter()
        budget = POSTINGS
        looked = 0
        for numbers in postings:
            shared.update(numbers[:budget])
            looked += 1
            budget -= len(numbers)
            if budget <= 0:
                break
        # a slip spoils two pairs: a word with as many slips as are allowed still shares half of them
        least = max(1, looked // 2)
        close = [(times, number) for number, times in shared.items() if times >= least]
        return [number for _, number in nlargest(COMPARED, close)]


def _starts(form: str) -> Iterator[int]:
    for at, letter in enumerate(form):
        if letter != " " and (not at or form[at - 1] == " " or _UNSPACED.match(letter)):
            yield at


def _pairs(word: str) -> set[str]:
    """Neighbouring letters, the first with a mark before it."""
    padded = f"^{word}"
    return {padded[at : at + 2] for at in range(len(word))}


def _allowed(word: str) -> int:
    """How many letters may be wrong, missing, doubled or swapped."""
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2
