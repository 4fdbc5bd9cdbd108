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
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, pairwise
from operator import itemgetter

from rapidfuzz.distance import OSA

POSTINGS = 2_500
"""Postings that one query may read."""
TERMS = 120
"""Terms that one query may look up."""
FEW = 2_000
"""Passages that are read through rather than looked for, where a filter leaves no more."""
COMMON = 16
"""Pairs of words that stand in fewer passages are not counted: there may be millions."""
SHORTEST_MISSPELT = 4
LONGEST_MISSPELT = 40
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
    "CREATE TEMP TABLE form_of (form TEXT, term TEXT)",
    "CREATE TABLE term_without_letter (form TEXT, term TEXT, PRIMARY KEY (form, term)) WITHOUT ROWID",
)

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"'s\b|'")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_UNSPACED = re.compile(r"([\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032`\u00b4", "'"))


def terms(text: str) -> list[str]:
    """The words of a text as they are indexed: small letters, no accents, no apostrophes, no possessive s."""
    text = text.translate(_APOSTROPHES) if not text.isascii() else text
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = _UNSPACED.sub(r" \1 ", "".join(c for c in letters if not unicodedata.combining(c)))
    text = text.casefold()
    # a whole library passes here when it is built: what a text lacks is not looked for
    if "." in text[:-1]:
        text = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), text)
    if "'" in text:
        text = _APOSTROPHE.sub("", text)
    return _WORD.findall(text)


def pairs(words: Iterable[str]) -> list[str]:
    return list(map("_".join, pairwise(words)))


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
    _index_misspellings(connection)


def _entries(passages: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for row, text in passages:
        words = terms(text)
        yield row, " ".join([*words, *pairs(words)])


def _index_misspellings(connection: sqlite3.Connection) -> None:
    known = connection.execute(
        "SELECT term FROM term WHERE instr(term, '_') = 0 AND length(term) >= ?", (SHORTEST_MISSPELT,)
    )
    connection.executemany(
        "INSERT INTO form_of VALUES (?, ?)",
        ((form, term) for (term,) in known for form in _without_letter(term)),
    )
    connection.execute("INSERT INTO term_without_letter SELECT form, term FROM form_of ORDER BY form, term")
    connection.execute("DROP TABLE form_of")


def _without_letter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a query."""

    forms: tuple[str, ...]  # the indexed terms that it may stand for: itself, where it is known
    passages: int  # at most; of the forms together
    rarity: float  # ln(1 + passages of the corpus / passages with the term)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that shares words with a query."""

    row: int
    text: str
    share: float  # of the rarity of what was looked for, 0 to 1


def candidates(
    connection: sqlite3.Connection,
    words: list[str],
    *,
    limit: int,
    postings: int = POSTINGS,
    among: Collection[int] | None = None,
) -> list[Found]:
    """The passages that share the most rarity with these words, best first.

    `words` as `terms` gives them. `among`: only these rows; where they are few, none of them is missed.
    """
    weighed = sorted(weigh(connection, words), key=lambda term: term.passages)[:TERMS]
    if among is not None and len(among) <= FEW:
        return _best(_read_through(weighed, texts_of(connection, among)), limit)
    shared: dict[int, float] = {}
    sought = 0.0
    for term in weighed:
        sought += term.rarity
        rows = _rows_with(connection, " OR ".join(map(quoted, term.forms)), postings) if term.forms else []
        for row in rows:
            shared[row] = shared.get(row, 0.0) + term.rarity
        postings -= len(rows)
        if postings <= 0:
            break
    if among is not None:
        shared = {row: share for row, share in shared.items() if row in among}
    best = dict(nlargest(limit, shared.items(), key=itemgetter(1)))
    return _best((Found(row, text, best[row] / sought) for row, text in texts_of(connection, best)), limit)


def texts_of(connection: sqlite3.Connection, rows: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Rows with their words, in reading order."""
    return connection.execute(
        "SELECT row, text FROM passage WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row",
        (json.dumps(list(rows)),),
    )


def _read_through(weighed: Sequence[Term], texts: Iterable[tuple[int, str]]) -> Iterator[Found]:
    sought = sum(term.rarity for term in weighed)
    for row, text in texts:
        words = terms(text)
        held = {*words, *pairs(words)}
        share = sum(term.rarity for term in weighed if not held.isdisjoint(term.forms))
        if share:
            yield Found(row, text, share / sought)


def _best(found: Iterable[Found], limit: int) -> list[Found]:
    return nlargest(limit, found, key=lambda one: one.share)


def holding(connection: sqlite3.Connection, words: list[str], *, limit: int) -> list[int]:
    """Rows that hold the rarest pairs of these words, in reading order: where they may stand whole."""
    wanted = sorted(_counted(connection, pairs(words) or words[:1]).items(), key=lambda term: term[1])[:4]
    if not wanted:
        return []
    return _rows_with(connection, " AND ".join(quoted(term) for term, _ in wanted), limit)


def rarity(connection: sqlite3.Connection, words: Iterable[str]) -> dict[str, float]:
    """How rare each word is: 0 where every passage has it, 1 where none has."""
    counts = _counted(connection, set(words))
    size = _size(connection)
    return {word: 1 - math.log1p(count) / math.log1p(size) for word, count in counts.items()}


def weigh(connection: sqlite3.Connection, words: list[str]) -> list[Term]:
    """The words and pairs of a query; a word that the corpus lacks, with those it may be a misspelling of."""
    sought = {word: (word, _other_number(word)) for word in words} | {pair: (pair,) for pair in pairs(words)}
    counts = _counted(connection, set(chain.from_iterable(sought.values())))
    known = {term: {form: counts[form] for form in forms if counts[form]} for term, forms in sought.items()}
    size = _size(connection)
    return [_term(forms or _nearest(connection, term), size) for term, forms in known.items()]


def _other_number(word: str) -> str:
    """The plural of an English word, or its singular: enough for those that end in s."""
    return word[:-1] if word.endswith("s") else f"{word}s"


def _term(forms: dict[str, int], size: int) -> Term:
    passages = sum(forms.values())
    return Term(tuple(forms), passages, math.log1p(size / max(1, passages)))


def _size(connection: sqlite3.Connection) -> int:
    (size,) = connection.execute("SELECT coalesce(max(row), 1) FROM passage").fetchone()
    return int(size)


def _counted(connection: sqlite3.Connection, wanted: Iterable[str]) -> dict[str, int]:
    """How many passages hold each term; a pair that is too rare to be counted stands as COMMON."""
    guess = {term: COMMON if "_" in term else 0 for term in wanted}
    found = connection.execute(
        "SELECT term, passages FROM term WHERE term IN (SELECT value FROM json_each(?))",
        (json.dumps(list(guess)),),
    )
    return guess | dict(map(tuple, found))


def _nearest(connection: sqlite3.Connection, word: str) -> dict[str, int]:
    """Known words one slip from a misspelt one (two, where it is long), with their numbers of passages."""
    if len(word) < SHORTEST_MISSPELT:
        return {}
    found = connection.execute(
        """
        WITH form AS (SELECT value FROM json_each(?))
        SELECT term, passages FROM term
         WHERE term IN form OR term IN (SELECT term FROM term_without_letter WHERE form IN form)
        """,
        (json.dumps([word, *_without_letter(word[:LONGEST_MISSPELT])]),),
    )
    slips = 1 if len(word) < 8 else 2
    near = [(OSA.distance(word, term, score_cutoff=slips), -passages, term) for term, passages in found]
    return {term: -passages for distance, passages, term in sorted(near)[:NEAREST] if distance <= slips}


def _rows_with(connection: sqlite3.Connection, match: str, limit: int) -> list[int]:
    # one row that holds them all is read in two thirds of the time of a row each
    (rows,) = connection.execute(
        """
        SELECT json_group_array(rowid)
          FROM (SELECT rowid FROM passage_term WHERE passage_term MATCH ? LIMIT ?)
        """,
        (match, limit),
    ).fetchone()
    found: list[int] = json.loads(rows)
    return found


def quoted(term: str) -> str:
    """A term as a string of FTS5's query language, whatever it holds."""
    return '"' + term.replace('"', '""').replace("\0", "") + '"'
