"""A server's own library: what was understood of an upload, what goes, whose words a passage is."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.library.receipts import Receipt
from bot.models import Document, Speaker
from bot.uploads.reading import Understood
from cogs._cards.layout import Row, Tone, card
from cogs._cards.markup import clip, escape, label, plural
from cogs._cards.quotes import quote
from cogs._cards.when import in_words
from cogs._views import Screen

VOICES = 6
NOBODY = "-"
"""Stands for "the source names nobody" among the choices of a menu."""


def proposed(told: Understood, rows: Sequence[Row]) -> Screen:
    """What was understood, before it is added."""
    document = told.document
    authors = ", ".join(clip(author, 80) for author in told.authors) or "none named"
    published = in_words(document.published) if document.published else "not known"
    doubts = [
        f"**Unsure** {plural(told.unsure, 'passage')}: `/admin attribute` settles them one by one",
        f"**Damaged** {plural(told.damaged, 'passage')}, shown with […]",
    ]
    return card(
        clip(document.title, 200),
        f"**Authors** {authors}\n**Date** {published}"
        + (f"\n**Link** {escape(document.url)}" if document.url else ""),
        f"**Read** {plural(document.words, 'word')}, {plural(told.passages, 'passage')}, "
        f"{plural(told.events, 'event')}\n**Speakers** {_shares(told)}",
        "\n".join(doubt for doubt, times in zip(doubts, (told.unsure, told.damaged), strict=True) if times)
        or "Nothing is doubtful.",
        note="Only this server will see it. Nothing is added yet.",
        rows=rows,
        tone=Tone.DOUBTFUL if told.unsure or told.damaged else Tone.PLAIN,
    )


def _shares(told: Understood) -> str:
    most = [f"{clip(name, 60)} {times / told.passages:.0%}" for name, times in told.shares[:VOICES]]
    more = len(told.shares) - VOICES
    return ", ".join([*most, *([f"{more} more"] if more > 0 else [])]) or "none"


def added(title: str) -> Screen:
    return card(None, f"**{clip(title, 200)}** is in this server's library. `/admin undo` takes it back.")


def removal(document: Document, own: bool, rows: Sequence[Row]) -> Screen:
    what = (
        "It goes from this server's library, with what was settled in it."
        if own
        else "All servers share it: it is only hidden here."
    )
    question = f"Remove {clip(document.title, 200)}?"
    return card(question, f"{what} `/admin undo` brings it back.", rows=rows, tone=Tone.BAD)


def told(sentence: str) -> Screen:
    return card(None, sentence)


def removed(title: str) -> Screen:
    return card(None, f"**{clip(title, 200)}** is gone from here. `/admin undo` brings it back.")


def doubtful(receipt: Receipt, left: int, rows: Sequence[Row]) -> Screen:
    """One passage whose speaker is not sure."""
    return card(
        "Whose words are these?", quote(receipt), note=f"{plural(left, 'doubtful passage')} left", rows=rows
    )


def settled(title: str, *, own: bool) -> Screen:
    """What all servers share is settled with the next reload only."""
    taken = "" if own else " `/admin reload` takes what you settled into use, in every server."
    return card(None, f"That was all that is doubtful in **{clip(title, 200)}**.{taken}")


def candidates(speakers: Sequence[Speaker], guessed: str | None) -> list[discord.SelectOption]:
    named = [
        discord.SelectOption(
            label=label(speaker.name, 100),
            value=speaker.id,
            description="as it stands now" if speaker.id == guessed else None,
        )
        for speaker in speakers[:24]
    ]
    return [*named, discord.SelectOption(label="The source names nobody", value=NOBODY)]
