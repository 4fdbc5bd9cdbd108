"""A summary: the guide's opening in our own words, then sentences of the texts, each with its receipt."""

from __future__ import annotations

from collections.abc import Sequence

from bot.library.receipts import Receipt
from bot.library.summaries import Summary
from cogs._cards.layout import Row, card, paged
from cogs._cards.markup import clip, quoted
from cogs._cards.quotes import TITLE, doubts, of_document, quote
from cogs._views import Screen

SENTENCE = 900
"""Characters of one sentence: the longest are cut, so that a page of them is worth reading."""
ON_PAGE = 6
WITHHELD = "Its sentences are withheld."


def summary_pages(summary: Summary) -> list[list[str]]:
    blocks = [_sentence(receipt, summary) for receipt in summary.sentences]
    return paged([*_guide(summary), *_claims(summary), *blocks] or [WITHHELD], most=ON_PAGE, room=3_200)


def summary(
    found: Summary, blocks: Sequence[str], names: Sequence[str | None], rows: Sequence[Row]
) -> Screen:
    """One page. `names`: of the document, speaker and topic that were asked for."""
    return card(_title(names), *blocks, note=_note(found), rows=rows)


def _title(names: Sequence[str | None]) -> str:
    document, speaker, topic = (clip(name, 120) if name else None for name in names)
    parts = [speaker, f"on {topic}" if topic else None, f"in {document}" if document else None]
    about = " ".join(part for part in parts if part).removeprefix("on ").removeprefix("in ")
    return f"Summary: {about or 'all that can be read here'}"


def _guide(found: Summary) -> list[str]:
    if not found.guide:
        return []
    return ["**In short** (our paraphrase, not a quote)\n" + clip("\n".join(found.guide), 2_400)]


def _claims(found: Summary) -> list[str]:
    """In parts, so that a page has room for each."""
    lines = [f"▸ **{clip(speaker.name, 60)}**: {clip(claim.text, 300)}" for speaker, claim in found.claims]
    head = "**In our words** (claims of a reading guide, not quotes)"
    return ["\n".join(part) for part in paged([head, *lines], most=7)] if lines else []


def _sentence(receipt: Receipt, found: Summary) -> str:
    if found.document is None:
        return quote(receipt, SENTENCE)
    who = clip(receipt.chain, TITLE) if receipt.speaker else "the source names no speaker"
    place = f"— **{who}**, paragraph {receipt.paragraph}"
    return "\n".join([quoted(receipt.text, SENTENCE), place, *doubts(receipt)])


def _note(found: Summary) -> str | None:
    notes = []
    if found.document:
        notes.append(of_document(found.document))
        if found.document.source_file is None:
            notes.append("its text is not loaded here: with it, its own words would stand here")
    if found.withheld:
        titles = ", ".join(f"*{clip(title, 80)}*" for title in found.withheld[:3])
        notes.append(f"withheld, because the source has changed since it was loaded: {titles}")
    return " · ".join(notes) or None
