"""Builds a corpus: a whole new file aside, moved into place under its fingerprint once it is complete."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.models import Contents, When
from bot.store.corpus.schema import APPLICATION, INDEXES, SCHEMA, TABLES
from bot.store.corpus.search import build_index
from bot.store.corpus.topics import topic_rows
from bot.store.files import sync_folder, writing

FINGERPRINT_DIGITS = 16

Row = tuple[Any, ...]


def build(folder: Path, contents: Contents, made_by: str = "") -> Path:
    """The path of the new corpus, `corpus-<fingerprint>.db`; the same contents give the same name.

    `made_by` says which version of the program read the sources. It takes time: call it off the event loop.
    Raises BadStore where the disk refuses; then nothing has changed.
    """
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="corpus-", suffix=".building", dir=folder)
        os.close(handle)
        aside = Path(name)
        try:
            fingerprint = _write(aside, contents, made_by)
            place = folder / f"corpus-{fingerprint}.db"
            aside.replace(place)
            sync_folder(folder)
            return place
        finally:
            aside.unlink(missing_ok=True)


def can_index() -> bool:
    """Whether this Python's SQLite can hold a corpus: some systems build it without full-text search."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE word USING fts5(text)")
        except sqlite3.OperationalError:
            return False
    return True


def _write(path: Path, contents: Contents, made_by: str) -> str:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # nobody reads this file before it is whole: no journal, and one flush at the end
        connection.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = {APPLICATION};"
        )
        connection.execute("BEGIN")
        for statement in TABLES.split(";\n"):
            connection.execute(statement)
        fingerprint = _fill(connection, contents, made_by)
        build_index(connection, connection.execute("SELECT row, text FROM passage ORDER BY row"))
        for statement in INDEXES.split(";\n"):
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
    finally:
        connection.close()
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return fingerprint


def _fill(connection: sqlite3.Connection, contents: Contents, made_by: str) -> str:
    """Writes every row, and hashes each on its way: the fingerprint is that of what the file holds."""
    seen = hashlib.sha256(f"{SCHEMA} {made_by}".encode())

    def insert(table: str, rows: Iterable[Row]) -> None:
        def hashed() -> Iterator[Row]:
            for row in rows:
                seen.update(repr(row).encode(errors="surrogatepass"))
                yield row

        seen.update(table.encode())
        iterator = hashed()
        if (first := next(iterator, None)) is None:
            return
        marks = ", ".join("?" * len(first))
        insertion = f"INSERT INTO {table} VALUES ({marks})"
        connection.execute(insertion, first)
        connection.executemany(insertion, iterator)

    for table, rows in _rows(contents):
        insert(table, rows)
    fingerprint = seen.hexdigest()[:FINGERPRINT_DIGITS]
    meta = {"schema": str(SCHEMA), "fingerprint": fingerprint, "made_by": made_by}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    return fingerprint


def _rows(contents: Contents) -> Iterator[tuple[str, Iterable[Row]]]:
    """Each table with its rows, columns in the schema's order; NULL lets SQLite number a row."""
    yield (
        "document",
        (
            (
                None,
                d.id,
                d.title,
                d.subtitle,
                d.outlet,
                *_when(d.published),
                d.kind,
                d.language,
                d.url,
                d.source_file,
                d.text_file,
                d.digest,
                d.text_digest,
                d.words,
                d.pack,
                d.guide,
            )
            for d in contents.documents
        ),
    )
    yield "document_author", ((d.id, n, a) for d in contents.documents for n, a in enumerate(d.authors))
    yield "speaker", ((None, s.id, s.name, s.affiliation) for s in contents.speakers)
    yield "speaker_alias", ((s.id, n, a) for s in contents.speakers for n, a in enumerate(s.aliases))
    yield "topic", ((None, t.id, t.name) for t in contents.topics)
    yield "topic_alias", ((t.id, n, a) for t in contents.topics for n, a in enumerate(t.aliases))
    yield (
        "passage",
        (
            (
                row,
                p.key,
                p.document,
                p.place,
                p.paragraph,
                p.parent,
                p.text,
                _json(p.spans),
                p.speaker,
                str(p.attribution),
                p.cue,
                _json(p.via),
                p.confidence,
                int(p.damaged),
            )
            for row, p in enumerate(contents.passages, 1)
        ),
    )
    yield "claim", ((None, c.id, c.document, c.speaker, c.topic, c.text) for c in contents.claims)
    yield "claim_passage", ((c.id, n, key) for c in contents.claims for n, key in enumerate(c.passages))
    yield "relation", ((None, str(r.kind), *r.claims, r.text) for r in contents.relations)
    yield "event", ((None, e.id, e.document, *_when(e.when), e.label, str(e.kind)) for e in contents.events)
    yield "event_passage", ((e.id, n, key) for e in contents.events for n, key in enumerate(e.passages))
    yield (
        "question",
        (
            (
                None,
                q.id,
                q.document,
                q.mode,
                q.prompt,
                q.answer,
                q.reason,
                _json([(option.text, option.reason) for option in q.wrong]),
                _json(q.passages),
                q.topic,
            )
            for q in contents.questions
        ),
    )
    yield "note", ((None, n.document, n.text, _json(n.passages)) for n in contents.notes)
    yield from topic_rows(contents)


def _when(when: When | None) -> Row:
    return (when.start, when.end, str(when.precision), str(when.basis)) if when else (None, None, None, None)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
