"""Review: a card before and after it is turned over, and what is said when there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.errors import Withheld
from bot.library.receipts import Receipt
from bot.quiz.asked import LETTERS, Asked
from bot.review import Flashcard
from cogs._cards import quiz
from cogs._cards.layout import Row, Tone, card
from cogs._cards.markup import plain, plural
from cogs._views import Screen


def front(asked: Asked, left: int, retired: int, rows: Sequence[Row]) -> Screen:
    note = f"{plural(retired, 'card')} set aside: the passage is gone" if retired else None
    return card(_title(left), quiz.prompt(asked), quiz.options(asked), rows=rows, note=note)


def back(asked: Asked, left: int, receipt: Receipt | Withheld | None, rows: Sequence[Row]) -> Screen:
    return card(
        _title(left),
        *quiz.rests_on(asked, receipt),
        "\n".join(quiz.option(rank, asked) for rank in range(len(asked.choices))),
        "How well did you know it?",
        rows=rows,
        tone=Tone.GOOD,
    )


def done(reviewed: int, due: int | None, retired: int, rows: Sequence[Row]) -> Screen:
    """`due`: when the next card comes, in milliseconds since 1970."""
    lines = [f"{plural(reviewed, 'card')} reviewed." if reviewed else "No card is due now."]
    if retired:
        lines.append(f"{plural(retired, 'card')} set aside: the passage is gone.")
    lines.append(
        f"The next one comes <t:{due // 1000}:R>." if due else "What you miss in /quiz becomes a card."
    )
    return card("Review", " ".join(lines), rows=rows)


def export(counts: tuple[int, int], rows: Sequence[Row]) -> Screen:
    missed, all_of_them = counts
    return card(
        "Take your cards along",
        f"{plural(missed, 'card')} that you missed, {all_of_them} in all that you have answered here.",
        rows=rows,
        note="Importing an Anki package again makes no duplicates",
    )


def flashcard(asked: Asked, receipt: Receipt | Withheld | None) -> Flashcard:
    """As plain text. Words that do not stand in their source any more are left out."""
    cut = receipt if isinstance(receipt, Receipt) else None
    source = f"{cut.chain}, {cut.document.title}, paragraph {cut.paragraph}: “{cut.text}”" if cut else ""
    return Flashcard(
        id=asked.id,
        question=plain(asked.prompt),
        words=plain(asked.words or "") if cut or not asked.passages else "",
        options=tuple(plain(f"{LETTERS[rank]} {one.text}") for rank, one in enumerate(asked.choices)),
        answer=plain(f"{LETTERS[asked.right]} {asked.answer.text}"),
        reason=plain(asked.answer.reason),
        source=plain(source),
    )


def interval(length: timedelta) -> str:
    """ "1 min", "10 min", "3 d", "2 months", "1.5 years" """
    days = length / timedelta(days=1)
    if days < 1:
        return f"{max(round(length / timedelta(minutes=1)), 1)} min"
    if days < 31:
        return f"{round(days)} d"
    return f"{round(days / 30.4)} months" if days < 365 else f"{days / 365.25:.1f} years"


def _title(left: int) -> str:
    return f"Review · {plural(left, 'card')} to go"
