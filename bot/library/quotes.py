"""Quotes: the passages that fit a query, half remembered as it may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from bot.errors import EmptyLibrary
from bot.library.likeness import likeness, most_alike
from bot.library.shelf import Library
from bot.models import Attribution, Passage
from bot.store.corpus.passages import (
    Connection,
    between,
    by_rows,
    claimed_on,
    last_row,
    presentable,
    rows_of,
)
from bot.store.corpus.search import POSTINGS, candidates, terms

LIMIT = 5
SHORTLIST = 50
"""Candidates that are compared with the query."""
LIKELY = 50.0
"""Of passages found for words remembered with 40 % of them wrong, 97 in 100 score as much."""
LONG_QUERY = 7
"""Words from which a query may go on from one sentence to the next."""
GAIN = 5.0
"""By how much two sentences together must be more like a query than one of them."""
NEAR = 12
"""Rows within which what somebody says may be about a word that they do not use."""
NEAR_SCORE = 30.0
"""The highest score of what is only near the words of the query."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for. `speaker`, `document` and `topic` are ids."""

    text: str | None = None
    speaker: str | None = None
    document: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that fits. `score`: 0 to 100; 95 or more only where the words of the query stand there."""

    passage: Passage
    score: float

    @property
    def likely(self) -> bool:
        """Whether this may be what was meant; what is less like is only the nearest there is."""
        return self.score >= LIKELY


async def find(library: Library, query: Query, limit: int = LIMIT) -> list[Match]:
    """The passages that fit, best first, at most `limit`; none where nothing is like the query.

    Without text, what the filters let through, in reading order.
    """
    words = terms(query.text or "")
    # the server's own hidden documents are few: a little more is asked for, so that enough is left
    wanted = limit + 5 * len(library.hidden)
    found: list[Match] = []
    for corpus in library.corpora:
        found += await corpus.ask(lambda connection: _found(connection, query, words, wanted))
    visible = (match for match in found if library.shows(match.passage.document))
    return sorted(visible, key=lambda match: -match.score)[:limit]


async def at_random(library: Library, rng: Random) -> Match:
    """A sentence that can stand alone. Raises EmptyLibrary where there is none."""
    for corpus in rng.sample(library.corpora, len(library.corpora)):
        passage = await corpus.ask(lambda connection: _drawn(connection, library.hidden, rng))
        if passage:
            return Match(passage, 100.0)
    raise EmptyLibrary


def _drawn(connection: Connection, hidden: Iterable[str], rng: Random) -> Passage | None:
    first = rng.randint(1, max(1, last_row(connection)))
    return presentable(connection, hidden, first) or presentable(connection, hidden, 1)


def _found(connection: Connection, query: Query, words: list[str], limit: int) -> list[Match]:
    among = None
    if query.speaker or query.document or query.topic:
        among = rows_of(connection, speaker=query.speaker, document=query.document, topic=query.topic)
    if not words:
        return [Match(passage, 100.0) for passage in by_rows(connection, (among or [])[:limit]).values()]
    if among == []:
        return []
    scores = _scores(connection, words, among, 3 * limit)
    passages = by_rows(connection, scores)
    if len(words) >= LONG_QUERY:
        _widen(connection, words, scores, passages)
    about = claimed_on(connection, query.speaker, query.text or "") if query.speaker else set()
    matches = [Match(passages[row], score) for row, score in scores.items()]
    return _once(sorted(matches, key=lambda match: _rank(match, about)), words)[:limit]


def _rank(match: Match, about: set[str]) -> tuple[float, bool, bool, float]:
    """Of equally like passages, first those that claims rest on, then the sure, mere reports last."""
    passage = match.passage
    return (
        -match.score,
        passage.key not in about,
        passage.attribution is Attribution.REPORTED,
        -passage.confidence,
    )


def _scores(
    connection: Connection, words: list[str], among: Sequence[int] | None, limit: int
) -> dict[int, float]:
    if among is None:
        return most_alike(words, candidates(connection, words, limit=SHORTLIST), limit)
    rows = set(among)
    found = candidates(connection, words, limit=SHORTLIST, postings=10 * POSTINGS, among=rows)
    return most_alike(words, found, limit) or _near(connection, words, among, limit)


def _near(connection: Connection, words: list[str], among: Sequence[int], limit: int) -> dict[int, float]:
    """Of these rows, which none of the words stand in, those that stand next to where they do."""
    scores: dict[int, float] = {}
    for found in candidates(connection, words, limit=SHORTLIST):
        at = bisect_left(among, found.row)
        for row in among[max(0, at - 1) : at + 1]:
            if abs(row - found.row) <= NEAR:
                score = NEAR_SCORE * found.share * (1 - abs(row - found.row) / (NEAR + 1))
                scores[row] = max(score, scores.get(row, 0.0))
    return dict(sorted(scores.items(), key=lambda score: -score[1])[:limit])


def _widen(
    connection: Connection, words: list[str], scores: dict[int, float], passages: dict[int, Passage]
) -> None:
    """Looks whether the query goes on from the best sentences to their neighbours; changes the scores."""
    for row in list(scores)[:3]:
        for (first, one), (second, other) in pairwise(_sentences(connection, row - 4, row + 4)):
            if row not in (first, second) or one.document != other.document:
                continue
            alone = {first: likeness(words, one.text), second: likeness(words, other.text)}
            together = likeness(words, f"{one.text} {other.text}")
            if together >= max(alone.values()) + GAIN:
                main = max(alone, key=alone.__getitem__)
                passages |= {first: one, second: other}
                for at in alone:
                    scores[at] = max(scores.get(at, 0.0), together - (at != main))


def _sentences(connection: Connection, first: int, last: int) -> Iterator[tuple[int, Passage]]:
    passages = between(connection, first, last)
    return ((row, passage) for row, passage in passages.items() if passage.parent is None)


def _once(matches: Iterable[Match], words: list[str]) -> list[Match]:
    """A sentence and the stretches in it are one match: the sentence, or the stretch that was asked for."""
    best: dict[tuple[str, int], Match] = {}
    for match in matches:
        passage = match.passage
        place = passage.place if passage.parent is None else passage.parent
        known = best.setdefault((passage.document, place), match)
        if match.score >= known.score - GAIN and _fitting(match, known, words) is match:
            best[passage.document, place] = match
    return list(best.values())


def _fitting(one: Match, other: Match, words: list[str]) -> Match:
    """The one whose length is nearer to that of what was asked for."""
    return min(other, one, key=lambda match: abs(len(terms(match.passage.text)) - len(words)))
