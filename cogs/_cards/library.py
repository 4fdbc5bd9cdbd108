"""The library's list, and a document's card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

import discord
from discord import ui

from bot.library.catalogue import Described, Listed
from bot.models import Document, Speaker, Topic
from cogs._cards.layout import Row, Tone, card
from cogs._cards.limits import URL
from cogs._cards.markup import clip, label, plural
from cogs._cards.quotes import TITLE
from cogs._cards.when import in_words
from cogs._views import Screen

ON_PAGE = 8


def shelf(documents: Sequence[Document], here: Sequence[Listed], rows: Sequence[Row]) -> Screen:
    """The documents of one page, out of all."""
    words = sum(document.words for document in documents)
    title = f"Library: {plural(len(documents), 'document')}, {plural(words, 'word')}"
    return card(title, *map(_entry, here), note="Pick a document for its card.", rows=rows)


def choices(listed: Iterable[Listed]) -> list[discord.SelectOption]:
    """The documents of a page as options, by their ids."""
    return [
        discord.SelectOption(
            label=label(one.document.title, 100),
            description=label(_authors(one.authors) or one.document.outlet or "unsigned", 100),
            value=one.document.id,
        )
        for one in listed
    ]


def document_card(described: Described) -> Screen:
    document = described.document
    blocks = ["\n".join(_bibliography(described)), "\n".join(_inside(described))]
    if described.notes:
        notes = "\n".join(f"- {clip(note.text, 300)}" for note in described.notes[:5])
        blocks.append(f"**Editor's notes** (ours, on slips of the source)\n{notes}")
    tone = Tone.PLAIN if document.source_file else Tone.DOUBTFUL
    return card(
        clip(document.title, 2 * TITLE), *blocks, note=_source(document), rows=_link(document), tone=tone
    )


def _entry(listed: Listed) -> str:
    document = listed.document
    published = in_words(document.published) if document.published else "undated"
    parts = [_authors(listed.authors) or "unsigned", document.outlet or "", published]
    size = plural(document.words, "word") if document.source_file else "reading guide only"
    line = " · ".join([*(clip(part, 80) for part in parts if part), size])
    return f"**{clip(document.title, 150)}**\n{line}"


def _bibliography(described: Described) -> list[str]:
    document = described.document
    rows = {
        "Subtitle": document.subtitle,
        "Authors": "; ".join(map(_with_affiliation, described.authors)) or "unsigned",
        "Outlet": document.outlet,
        "Published": in_words(document.published) if document.published else "the text does not say",
        "Kind": document.kind,
        "Language": document.language,
    }
    return [f"**{name}** {clip(value, 400)}" for name, value in rows.items() if value]


def _inside(described: Described) -> list[str]:
    counted = described.counted
    if not described.document.source_file:
        return ["Its text is not loaded here; only our reading guide is.", *_found(described)]
    speakers = _counted(described.speakers, len(counted.speakers))
    topics = _counted(described.topics, len(counted.topics))
    lines = [
        f"**Size** {plural(described.document.words, 'word')}, {plural(counted.sentences, 'sentence')} in "
        f"{plural(counted.paragraphs, 'paragraph')}",
        f"**Speakers** {speakers or 'none named'}",
        f"**Topics** {topics or 'none'}",
        f"**Attributions** {_sureness(counted.sure, counted.attributed)}",
    ]
    if counted.damaged:
        lines.append(f"**Damaged** {plural(counted.damaged, 'sentence')} whose source has lost words")
    return [*lines, *_found(described)]


def _found(described: Described) -> list[str]:
    counted = described.counted
    parts = [plural(counted.events, "event"), plural(counted.claims, "claim")]
    return [f"**Found in it** {', '.join(parts)}"] if counted.events or counted.claims else []


def _sureness(sure: int, attributed: int) -> str:
    if not attributed:
        return "the source names no speakers"
    unsure = attributed - sure
    doubt = f"; {plural(unsure, 'passage')} shown as unsure" if unsure else ""
    return f"{100 * sure // attributed} % sure ({sure:,} of {attributed:,} passages{doubt})"


def _counted(named: Sequence[tuple[Speaker | Topic, int]], count: int) -> str:
    """ "Ida Adler (6), the minister (1) and 3 more" """
    shown = ", ".join(f"{clip(one.name, 60)} ({times:,})" for one, times in named)
    return f"{shown} and {count - len(named):,} more" if 0 < len(named) < count else shown


def _authors(authors: Sequence[Speaker]) -> str:
    return ", ".join(author.name for author in authors)


def _with_affiliation(author: Speaker) -> str:
    return f"{author.name} ({author.affiliation})" if author.affiliation else author.name


def _source(document: Document) -> str | None:
    if not document.source_file:
        return None
    return f"Source: {clip(document.source_file, 80)}, SHA-256 {(document.digest or '')[:12]}…"


def _link(document: Document) -> list[Row]:
    """A button to the publisher's page, where the document gives one that Discord takes."""
    if not document.url or len(document.url) > URL or not _is_web(document.url):
        return []
    return [ui.ActionRow[Any](ui.Button(label="Open at the publisher", url=document.url))]


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(c.isspace() for c in url)
