"""Looks a quote up in one corpus: every place where it stands, or, failing that, what it is nearest to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.library.likeness import most_alike
from bot.library.verify.changes import Change, Weight, changed
from bot.library.verify.limits import limited_after, limited_before
from bot.library.verify.occurrences import Difference, Occurrence, occurrences
from bot.library.verify.quote import Quote, literal
from bot.library.verify.texts import Text, running_texts, said_in
from bot.models import Passage
from bot.store.corpus.passages import Connection, between, by_rows
from bot.store.corpus.search import candidates, holding, rarity, terms

SHORTLIST = 60
LOOKED_AT = 8
"""Likest passages around which the words are looked for, beside all that hold the quote's pairs of words."""
PLACES = 500
RUN = 4
"""Words in a row that stand elsewhere but not here: the quote may be joined from two places."""
HEAVY = 0.2
"""Weight of such a run, of all the quote's words, from which the quote is joined and not just altered."""

_SENTENCE_END = re.compile(r"[.!?;:…][\"'”’»)\]]*\s+|[\[\]]|…|\.\.\.")
_LINE_END = re.compile(r"[-\u2010\u00ad]\s+")


@dataclass(frozen=True, slots=True)
class Place:
    """A place where the words stand."""

    passage: Passage  # the stretch that holds them all, or the sentence with most of them
    sentences: tuple[Passage, ...]  # all that they stand in
    limit: str | None = None  # the words beside them that limit them, and were left out
    inserted: tuple[Difference, ...] = ()  # what the quote's square brackets stand for


@dataclass(frozen=True, slots=True)
class Nearest:
    """What a quote that stands nowhere is nearest to."""

    passage: Passage
    likeness: float  # 0 to 1
    differences: tuple[Difference, ...]
    joined: bool  # made of pieces from several places, or across words that the source has lost


@dataclass(frozen=True, slots=True)
class Examined:
    places: tuple[Place, ...]
    nearest: Nearest | None


def examine(connection: Connection, quote: Quote, hidden: Iterable[str]) -> Examined:
    """`hidden`: documents that are left out."""
    said = terms(quote.text)
    texts = [
        text for text in _texts_around(connection, quote, said) if text.sentences[0].document not in hidden
    ]
    places = list(_places(quote, texts))
    if places:
        return Examined(tuple(places), None)
    weigh = _weigher(connection, said)
    changes = [change for text in texts if (change := changed(quote, text, weigh))]
    best = max(changes, key=lambda change: change.likeness, default=None)
    return Examined((), _nearest(connection, best, weigh, quote) if best else None)


def _texts_around(connection: Connection, quote: Quote, said: Sequence[str]) -> Iterator[Text]:
    """The text around every passage that may hold the quote, each once."""
    found = candidates(connection, list(said), limit=SHORTLIST)
    rows = [*_holding(connection, quote), *most_alike(said, found, LOOKED_AT)]
    reach = 4 + len(said) // 6 + 12 * (len(quote.pieces) - 1)
    for first, last in _merged((row - reach, row + reach) for row in rows):
        yield from running_texts(list(between(connection, first, last).values()))


def _holding(connection: Connection, quote: Quote) -> list[int]:
    """Rows that hold the word pairs of the quote's longest part that is surely within one sentence."""
    parts = _SENTENCE_END.split(_LINE_END.sub("", quote.text))
    longest = max((terms(part) for part in parts), key=len, default=[])
    return holding(connection, longest, limit=PLACES)


def _merged(intervals: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(intervals):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _places(quote: Quote, texts: Iterable[Text]) -> Iterator[Place]:
    seen: set[str] = set()
    for text in texts:
        # where brackets are the source's own, the quote stands there as it is
        for occurrence in list(occurrences(literal(quote), text)) or occurrences(quote, text):
            place = _place(text, occurrence)
            # an interrupted stretch is a text of its own: what stands in its sentence was seen there
            if not (text.alone and place.passage.key in seen):
                seen.add(place.passage.key)
                yield place


def _place(text: Text, occurrence: Occurrence) -> Place:
    numbers = occurrence.numbers
    passage = said_in(text, numbers)
    theirs = text.said_by(passage)
    ends = [(end, following) for end, following in occurrence.gaps] + [
        (occurrence.pieces[-1][1], len(text.words))
    ]
    limits = [limited_before(text, numbers[0], theirs)]
    limits += [
        limited_after(text, end, [number for number in theirs if number < until]) for end, until in ends
    ]
    sentences = tuple(text.sentences[number] for number in sorted({text.of[number] for number in numbers}))
    return Place(passage, sentences, next(filter(None, limits), None), occurrence.inserted)


def _nearest(connection: Connection, change: Change, weigh: Weight, quote: Quote) -> Nearest:
    whole = sum(weigh(word.key) for word in quote.words)
    joined = change.bridges_lost_words or any(
        len(run) >= RUN
        and sum(map(weigh, run)) >= HEAVY * whole
        and _stands_elsewhere(connection, run, change)
        for run in change.foreign
    )
    numbers = range(change.start, change.end)
    return Nearest(said_in(change.text, numbers), change.likeness, change.differences, joined)


def _stands_elsewhere(connection: Connection, run: Sequence[str], change: Change) -> bool:
    """Whether the words, but for one or two at the ends, stand in another sentence."""
    here = {text.place for text in change.sentences}
    for start, end in ((0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (0, 2)):
        part = terms(" ".join(run[start : len(run) - end]))
        rows = holding(connection, part, limit=RUN) if len(part) >= RUN else []
        for passage in by_rows(connection, rows).values():
            same_document = passage.document == change.sentences[0].document
            if not same_document or not here.intersection((passage.place, passage.parent)):
                return True
    return False


def _weigher(connection: Connection, said: Sequence[str]) -> Weight:
    known = rarity(connection, said)

    def weigh(key: str) -> float:
        return 0.2 + max((known.get(term, 1.0) for term in terms(key)), default=0.3)

    return weigh
