"""The engines that finding is measured with: ours, plain FTS5, tantivy, and a scan by rapidfuzz."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bot.library.likeness import most_alike
from bot.library.quotes import SHORTLIST
from bot.store.corpus.search import build_index, candidates, holding, quoted, terms, texts_of

LIMIT = 10


class Engine(Protocol):
    """Row numbers count from 1, in the order of the passages."""

    @staticmethod
    def build(folder: Path, texts: Sequence[str]) -> None: ...

    def __init__(self, folder: Path) -> None: ...

    def find(self, query: str) -> list[int]: ...

    def stands(self, words: str) -> list[int]:
        """Where words stand as they are."""
        ...


class Ours:
    @staticmethod
    def build(folder: Path, texts: Sequence[str]) -> None:
        with sqlite3.connect(folder / "passages.db", isolation_level=None) as connection:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
            build_index(connection, connection.execute("SELECT row, text FROM passage ORDER BY row"))
            connection.execute("COMMIT")
        connection.close()

    def __init__(self, folder: Path) -> None:
        self.connection = sqlite3.connect(folder / "passages.db")

    def find(self, query: str) -> list[int]:
        words = terms(query)
        return list(most_alike(words, candidates(self.connection, words, limit=SHORTLIST), LIMIT))

    def stands(self, words: str) -> list[int]:
        rows = holding(self.connection, terms(words), limit=5 * LIMIT)
        wanted = " ".join(terms(words))
        return [row for row, text in texts_of(self.connection, rows) if wanted in " ".join(terms(text))][
            :LIMIT
        ]


class Fts5:
    """FTS5 as it comes: any of the words, in the order of bm25."""

    @staticmethod
    def build(folder: Path, texts: Sequence[str]) -> None:
        with sqlite3.connect(folder / "passages.db", isolation_level=None) as connection:
            connection.executescript(
                """
                PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;
                CREATE VIRTUAL TABLE plain USING fts5(text)
                """
            )
            connection.executemany("INSERT INTO plain (rowid, text) VALUES (?, ?)", enumerate(texts, 1))
            connection.execute("COMMIT")
        connection.close()

    def __init__(self, folder: Path) -> None:
        self.connection = sqlite3.connect(folder / "passages.db")

    def find(self, query: str) -> list[int]:
        return self._rows(" OR ".join(map(quoted, query.split())))

    def stands(self, words: str) -> list[int]:
        return self._rows(quoted(words))

    def _rows(self, match: str) -> list[int]:
        found = self.connection.execute(
            "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?", (match, LIMIT)
        )
        return [row for (row,) in found]


class Tantivy:
    @staticmethod
    def build(folder: Path, texts: Sequence[str]) -> None:
        import tantivy

        fields = tantivy.SchemaBuilder()
        fields.add_integer_field("row", stored=True)
        fields.add_text_field("text")
        (folder / "index").mkdir()
        writer = tantivy.Index(fields.build(), path=str(folder / "index")).writer(50_000_000, 1)
        for row, text in enumerate(texts, 1):
            writer.add_document(tantivy.Document(row=row, text=text))
        writer.commit()
        writer.wait_merging_threads()

    def __init__(self, folder: Path) -> None:
        import tantivy

        self.index = tantivy.Index.open(str(folder / "index"))
        self.searcher = self.index.searcher()

    def find(self, query: str) -> list[int]:
        return self._rows(query)

    def stands(self, words: str) -> list[int]:
        return self._rows(f'"{words}"')

    def _rows(self, text: str) -> list[int]:
        found = self.searcher.search(self.index.parse_query(text, ["text"]), LIMIT).hits
        return [self.searcher.doc(address)["row"][0] for _, address in found]


class Rapidfuzz:
    """Every passage compared with the query, letter by letter."""

    @staticmethod
    def build(folder: Path, texts: Sequence[str]) -> None:
        return

    def __init__(self, folder: Path) -> None:
        with sqlite3.connect(folder / "passages.db") as connection:
            self.texts = [
                text.casefold() for (text,) in connection.execute("SELECT text FROM passage ORDER BY row")
            ]
        connection.close()

    def find(self, query: str) -> list[int]:
        from rapidfuzz import fuzz, process

        found = process.extract(query, self.texts, scorer=fuzz.partial_ratio, limit=LIMIT)
        return [index + 1 for _, _, index in found]

    def stands(self, words: str) -> list[int]:
        return [row for row, text in enumerate(self.texts, 1) if words in text][:LIMIT]


ENGINES: dict[str, type[Engine]] = {"ours": Ours, "fts5": Fts5, "tantivy": Tantivy, "rapidfuzz": Rapidfuzz}
