"""The search index of a corpus: which passages share the rarest words and word pairs with a query.

An FTS5 table without content holds, for each passage, its words and its pairs of neighbouring words
(`on_ice`). A query looks its terms up from the rarest on until a budget of postings is spent, and adds up
their rarity itself: so the work is bounded whatever the size of the corpus, and in a small one nothing is
left out. Beside it stand how many passages a term occurs in, and each word with one letter left out, by
which misspelt words are found.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import chain, pairwise

from rapidfuzz.distance import OSA

POSTINGS = 4_000
"""Postings that one query may read."""
TERMS = 120
"""Terms that one query may look up."""
COMMON = 16
"""Pairs of words that stand in fewer passages are not counted: there may be millions."""
SHORTEST_MISSPELT = 4
NEAREST = 4
"""Known words that a misspelt one may stand for."""

TABLES = (
    """
    CREATE VIRTUAL TABLE passage_term USING fts5(
      terms, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_'"
    )
    """,
    "CREATE VIRTUAL TABLE temp.term_in_use USING fts5vocab('main', 'passage_term', 'row')",
    "CREATE TABLE term (term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE term_without_letter (form TEXT, term TEXT, PRIMARY KEY (form, term)) WITHOUT ROWID",
)

_WORD = re.compile(r"([^\W_]+(?:'(?!s\b)[^\W_]+)*)(?:'s\b)?")
_UNSPACED = re.compile(r"([\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032`\u00b4", "'"))


def terms(text: str) -> list[str]:
    """The words of a text as they are indexed: small letters, no accents, no apostrophes, no possessive s."""
    text = text.translate(_APOSTROPHES) if not text.isascii() else text
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = _UNSPACED.sub(r" \1 ", "".join(c for c in letters if not unicodedata.combining(c)))
    return [word.replace("'", "") for word in _WORD.findall(text.casefold())]


def pairs(words: Iterable[str]) -> list[str]:
    return [f"{one}_{next}" for one, next in pairwise(words)]


def build_index(connection: sqlite3.Connection, passages: Iterable[tuple[int, str]]) -> None:
    """Indexes passages, given as (row, text), in the order of their rows."""
    for statement in TABLES:
        connection.execute(statement)
    connection.executemany("INSERT INTO passage_term (rowid, terms) VALUES (?, ?)", _entries(passages))
    connection.execute("INSERT INTO passage_term (passage_term) VALUES ('optimize')")
    connection.execute(
        """
        INSERT INTO term
        SELECT term, doc FROM temp.term_in_use WHERE doc >= ? OR instr(term, '_') = 0
        """,
        (COMMON,),
    )
    connection.execute("DROP TABLE temp.term_in_use")
    known = connection.execute(
        "SELECT term FROM term WHERE instr(term, '_') = 0 AND length(term) >= ?", (SHORTEST_MISSPELT,)
    )
    forms = sorted((form, term) for (term,) in known for form in _without_letter(term))
    connection.executemany("INSERT OR IGNORE INTO term_without_letter VALUES (?, ?)", forms)


def _entries(passages: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for row, text in passages:
        words = terms(text)
        yield row, " ".join(chain(words, pairs(words)))


def _without_letter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a query. `spelt` are the indexed forms that it may stand for, itself where it is known."""

    text: str
    spelt: tuple[str, ...]
    passages: int
    rarity: float  # ln(1 + passages of the corpus / passages with the term)


@dataclass(slots=True)
class Candidates:
    """Rows of passages with the rarity they share with the query, best first."""

    rows: list[tuple[int, float]] = field(default_factory=list)


def quoted(term: str) -> str:
    """A term as a string of FTS5's query language, whatever characters it holds."""
    return '"' + term.replace('"', '""').replace("\0", "") + '"'


def candidates(
    connection: sqlite3.Connection, words: list[str], *, limit: int, postings: int = POSTINGS,
    among: Container[int] | None = None,
) -> list[tuple[int, float]]:
    """Rows of the passages that share the most rarity with these words, with that rarity, best first.

    `among`: only these rows.
    """
    shared: dict[int, float] = {}
    left = postings
    for term in sorted(_weighed(connection, words), key=lambda term: term.passages)[:TERMS]:
        if left <= 0:
            break
        rows = _rows_with(connection, term.spelt, left)
        left -= len(rows)
        for (row,) in rows:
            shared[row] = shared.get(row, 0.0) + term.rarity
    found = shared.items() if among is None else ((row, share) for row, share in shared.items() if row in among)
    return nlargest(limit, found, key=lambda hit: hit[1])
