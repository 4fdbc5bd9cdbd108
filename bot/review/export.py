"""Cards to take along: an Anki package, or a table of comma-separated values."""

from __future__ import annotations

import csv as csv_format
import html
import io
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# made up once and kept for ever: by these Anki knows at the next import that nothing is new
MODEL, DECK = 1_607_392_319, 2_059_400_110
COLUMNS = ("question", "words", "options", "answer", "reason", "source")

_FRONT = "<p><b>{{Question}}</b></p><blockquote>{{Words}}</blockquote><p>{{Options}}</p>"
_BACK = "{{FrontSide}}<hr id=answer><p><b>{{Answer}}</b></p><p>{{Reason}}</p><p><i>{{Source}}</i></p>"


@dataclass(frozen=True, slots=True)
class Flashcard:
    """`id` is the same for the same question at each export."""

    id: str
    question: str
    words: str
    options: tuple[str, ...]
    answer: str
    reason: str
    source: str


def anki(cards: Iterable[Flashcard], title: str) -> bytes:
    """An .apkg file. Importing it again, or a later one, makes no duplicates."""
    import genanki  # type: ignore[import-untyped]

    model = genanki.Model(
        MODEL,
        "Colloquy question",
        fields=[{"name": column.capitalize()} for column in COLUMNS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
    )
    deck = genanki.Deck(DECK, title)
    for card in cards:
        deck.add_note(
            genanki.Note(model=model, fields=_fields(card), guid=genanki.guid_for("colloquy", card.id))
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cards.apkg"
        genanki.Package(deck).write_to_file(str(path))
        return path.read_bytes()


def csv(cards: Iterable[Flashcard]) -> bytes:
    """UTF-8 with a byte order mark, since spreadsheets ask for it; one row a card, after a row of headings."""
    table = io.StringIO()
    writer = csv_format.writer(table)
    writer.writerow(COLUMNS)
    for card in cards:
        options = " / ".join(card.options)
        row = (card.question, card.words, options, card.answer, card.reason, card.source)
        writer.writerow([_tame(cell) for cell in row])
    return table.getvalue().encode("utf-8-sig")


def _fields(card: Flashcard) -> list[str]:
    options = "<br>".join(html.escape(option) for option in card.options)
    return [
        html.escape(card.question),
        html.escape(card.words),
        options,
        html.escape(card.answer),
        html.escape(card.reason),
        html.escape(card.source),
    ]


def _tame(cell: str) -> str:
    """A spreadsheet takes what begins with these signs for a formula; an apostrophe before it says that it is text."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
