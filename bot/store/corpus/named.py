"""What a key names: the passage that bears it, also where it has lost its twin since."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from bot.models import Passage
from bot.store.corpus import rows
from bot.text import TWIN_DIGITS, digest


def named(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, Passage]:
    """Key -> passage; a key that names none, or several, is left out.

    A passage that had a twin bears a longer key (`…~` and the sentence before it). When the twin goes, the
    passage bears the short one; the long key still names it, and never the twin: the sentence before tells.
    """
    wanted = set(keys)
    found = _bearing(connection, wanted)
    widowed = {key: key.partition("~")[0] for key in wanted - found.keys() if "~" in key}
    alone = _bearing(connection, set(widowed.values())) if widowed else {}
    for key, short in widowed.items():
        passage = alone.get(short)
        if passage and key == f"{short}~{digest(_sentence_before(connection, passage), TWIN_DIGITS)}":
            found[key] = passage
    return found


def _bearing(connection: sqlite3.Connection, keys: set[str]) -> dict[str, Passage]:
    found = connection.execute(
        f"""
        SELECT {rows.PASSAGE}
          FROM passage
         WHERE key IN (SELECT value FROM json_each(:keys))
         GROUP BY key
        HAVING count(*) = 1
        """,
        {"keys": json.dumps(sorted(keys))},
    )
    return {row["key"]: rows.passage(row) for row in found}


def _sentence_before(connection: sqlite3.Connection, passage: Passage) -> str:
    """As it went into the key: of a stretch, the sentence that holds it."""
    found = connection.execute(
        """
        SELECT text
          FROM passage
         WHERE document = :document AND parent IS NULL AND place < :place
         ORDER BY place DESC
         LIMIT 1
        """,
        {"document": passage.document, "place": passage.place},
    ).fetchone()
    return found[0] if found else ""
