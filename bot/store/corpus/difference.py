"""What a reload would change: documents and passages, and what rested on them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of documents, claims and questions, keys of passages; each tuple sorted.

    A passage is changed where its key stands but not its speaker, or how it comes to that speaker. What
    loses its passage: claims and questions of the new corpus that point at a key that it no longer has.
    """

    documents_new: tuple[str, ...] = ()
    documents_changed: tuple[str, ...] = ()
    documents_gone: tuple[str, ...] = ()
    passages_new: int = 0
    passages_changed: int = 0
    passages_gone: tuple[str, ...] = ()
    claims_lost: tuple[str, ...] = ()
    questions_lost: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != Difference()


def difference(old: Path | None, new: Path) -> Difference:
    """Compares two corpus files; `old` None stands for an empty one. Call it off the event loop."""
    with closing(sqlite3.connect("file::memory:", uri=True)) as connection:
        connection.execute("ATTACH ? AS new", (_read_only(new),))
        connection.execute("ATTACH ? AS old", (_read_only(old) if old else ":memory:",))
        if old is None:
            for table in ("document", "passage", "claim_passage", "question"):
                connection.execute(f"CREATE TABLE old.{table} AS SELECT * FROM new.{table} WHERE FALSE")

        def found(statement: str) -> tuple[str, ...]:
            return tuple(id for (id,) in connection.execute(statement))

        return Difference(
            documents_new=found(_MISSING.format(what="id FROM new.document", where="id FROM old.document")),
            documents_changed=found(_CHANGED),
            documents_gone=found(_MISSING.format(what="id FROM old.document", where="id FROM new.document")),
            passages_new=len(
                found(_MISSING.format(what="key FROM new.passage", where="key FROM old.passage"))
            ),
            passages_changed=len(found(_SPOKEN_OTHERWISE)),
            passages_gone=found(_MISSING.format(what="key FROM old.passage", where="key FROM new.passage")),
            claims_lost=found(_CLAIMS_LOST),
            questions_lost=found(_QUESTIONS_LOST),
        )


def _read_only(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


_MISSING = "SELECT {what} EXCEPT SELECT {where} ORDER BY 1"

# another digest is an edited source; all else is a change of its pack or of how it is read
_CHANGED = """
    SELECT n.id
      FROM new.document AS n JOIN old.document AS o USING (id)
     WHERE (n.title, n.words, n.digest, n.guide, n.published_start, n.source_file)
           IS NOT (o.title, o.words, o.digest, o.guide, o.published_start, o.source_file)
        OR EXISTS (SELECT 1 FROM new.passage AS p LEFT JOIN old.passage AS q USING (key)
                    WHERE p.document = n.id AND q.key IS NULL)
        OR EXISTS (SELECT 1 FROM old.passage AS q LEFT JOIN new.passage AS p USING (key)
                    WHERE q.document = n.id AND p.key IS NULL)
     ORDER BY n.id
"""

_SPOKEN_OTHERWISE = """
    SELECT DISTINCT n.key
      FROM new.passage AS n JOIN old.passage AS o USING (key)
     WHERE (n.speaker, n.attribution, n.via) IS NOT (o.speaker, o.attribution, o.via)
"""

_CLAIMS_LOST = """
    SELECT DISTINCT claim
      FROM old.claim_passage
     WHERE key IN (SELECT key FROM old.passage) AND key NOT IN (SELECT key FROM new.passage)
     ORDER BY claim
"""

_QUESTIONS_LOST = """
    SELECT DISTINCT question.id
      FROM old.question AS question, json_each(question.passages) AS locator
     WHERE locator.value IN (SELECT key FROM old.passage)
       AND locator.value NOT IN (SELECT key FROM new.passage)
     ORDER BY question.id
"""
