"""Cards to take along: bot/review/export.py."""

from __future__ import annotations

import csv as csv_format
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.review import Flashcard, anki, csv

ROPE = Flashcard(
    id="who-said:ropes#0123456789ab",
    question="Who said this?",
    words="Two hands on <one> rope can still pull in different ways & do.",
    options=("A Ida Adler", "B Jonas Berg"),
    answer="A Ida Adler",
    reason="It stands in “Ropes and Tides”.",
    source="Ida Adler, Ropes and Tides, paragraph 1",
)
SAND = replace(
    ROPE, id="who-said:glass#0123456789ab", words="Sand is all that both sides have.", answer="B Jonas Berg"
)


@pytest.fixture
def collection(tmp_path: Path) -> Any:
    collection = pytest.importorskip("anki.collection")
    opened = collection.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def brought_in(collection: Any, tmp_path: Path, package: bytes) -> None:
    from anki.import_export_pb2 import ImportAnkiPackageRequest

    path = tmp_path / "cards.apkg"
    path.write_bytes(package)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path)))


def test_anki_opens_the_package_and_shows_every_word(collection: Any, tmp_path: Path) -> None:
    brought_in(collection, tmp_path, anki([ROPE, SAND], "Colloquy"))
    assert collection.note_count() == 2
    (note,) = (collection.get_note(id) for id in collection.find_notes("hands"))
    assert note["Words"] == "Two hands on &lt;one&gt; rope can still pull in different ways &amp; do."
    assert note["Answer"] == "A Ida Adler"
    (card,) = note.cards()
    assert "Who said this?" in card.question()
    assert "Ropes and Tides" in card.answer()


def test_importing_twice_or_later_makes_no_duplicates(collection: Any, tmp_path: Path) -> None:
    brought_in(collection, tmp_path, anki([ROPE], "Colloquy"))
    brought_in(collection, tmp_path, anki([ROPE], "Colloquy"))
    brought_in(collection, tmp_path, anki([ROPE, SAND], "Colloquy"))
    assert collection.note_count() == 2
    assert collection.card_count() == 2


def test_a_table_of_values_opens_in_spreadsheets_and_runs_nothing() -> None:
    risky = replace(ROPE, words='=HYPERLINK("x")', reason="two\nlines, and a comma")
    data = csv([risky])
    assert data.startswith(b"\xef\xbb\xbf")
    headings, row = csv_format.reader(io.StringIO(data.decode("utf-8-sig")))
    assert headings == ["question", "words", "options", "answer", "reason", "source"]
    assert row[1] == '\'=HYPERLINK("x")'
    assert row[2] == "A Ida Adler / B Jonas Berg"
    assert row[4] == "two\nlines, and a comma"
