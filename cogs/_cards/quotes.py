"""Quotes: the words, who said them and where; the paragraphs around them; how to cite them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import discord

from bot.errors import Withheld
from bot.library.receipts import Receipt
from bot.models import Attribution, Document
from cogs._cards.layout import Row, Tone, card, paged
from cogs._cards.markup import clip, label, plain, quoted
from cogs._cards.when import in_words
from cogs._views import Screen

TITLE = 200
WORDS = 2_800
"""Characters of one quote on a card: the rest of Discord's 4,000 is for its receipt."""


def quote(receipt: Receipt, words: int = WORDS) -> str:
    """A quote with its receipt: the block that every card shows it in."""
    return "\n".join([quoted(receipt.text, words), f"— {source(receipt)}", *doubts(receipt)])


def source(receipt: Receipt) -> str:
    """ "**Ida Adler**, *The Harbour Question* (Coast Review, 21 April 2014), paragraph 3" """
    return f"{_who(receipt)} {of_document(receipt.document)}, paragraph {receipt.paragraph}"


def _who(receipt: Receipt) -> str:
    if receipt.speaker is None:
        return "the source names no speaker,"
    if receipt.passage.attribution is Attribution.AUTHOR or receipt.via:
        return f"**{clip(receipt.chain, TITLE)}**,"
    how = "quoted" if receipt.passage.attribution is Attribution.QUOTED else "reported"
    return f"**{clip(receipt.speaker.name, TITLE)}**, {how} in"


def of_document(document: Document) -> str:
    published = in_words(document.published) if document.published else None
    where = ", ".join(filter(None, (document.outlet and clip(document.outlet, 80), published)))
    return f"*{clip(document.title, TITLE)}*" + (f" ({where})" if where else "")


def doubts(receipt: Receipt) -> list[str]:
    """What a reader must know before relying on a quote, a line each."""
    passage = receipt.passage
    lines = []
    if not passage.sure and receipt.speaker:
        lines.append(f"-# ⚠ Unsure: whether this is {clip(receipt.speaker.name, 80)} is not settled.")
    if passage.attribution is Attribution.REPORTED:
        lines.append("-# Reported: the thought is the speaker's, the words are the reporter's.")
    if passage.damaged:
        lines.append("-# ⚠ Damaged: the source has lost words where […] stands.")
    return lines


def withheld(error: Withheld) -> str:
    title = clip(error.document, TITLE)
    if error.absent:
        return f"The words of *{title}* are not here yet. A moderator can add the text with `/admin add`."
    return f"A quote from *{title}* is withheld: its source has changed since it was loaded."


def found(
    shown: Receipt, *, rows: Sequence[Row] = (), note: str | None = None, nearest: bool = False
) -> Screen:
    """One match of a search; or what is only the nearest to it, and says so."""
    title = "Nothing here says that. The nearest there is:" if nearest else None
    return card(title, quote(shown), note=note, rows=rows, tone=Tone.DOUBTFUL if nearest else _tone(shown))


def choices(receipts: Sequence[Receipt], chosen: int) -> list[discord.SelectOption]:
    """Every match as an option, by its key: who, and how it begins."""
    return [
        discord.SelectOption(
            label=label(f"{place}. {receipt.text}", 100),
            description=label(f"{receipt.chain}, {receipt.document.title}", 100),
            value=receipt.passage.key,
            default=place == chosen + 1,
        )
        for place, receipt in enumerate(receipts, 1)
    ]


def context(centre: Receipt, around: Sequence[Receipt]) -> list[list[str]]:
    """The paragraphs around a quote, on pages; the quote itself stands in bold."""
    blocks = []
    for _, sentences in groupby(around, key=lambda receipt: receipt.paragraph):
        blocks += _paragraph(list(sentences), centre)
    return paged(blocks, most=8, room=3_000)


def context_page(centre: Receipt, blocks: Sequence[str], rows: Sequence[Row]) -> Screen:
    return card(None, *blocks, f"— {source(centre)}", rows=rows, tone=_tone(centre))


def citations(receipt: Receipt, styles: Mapping[str, str]) -> Screen:
    """A citation in each style, in blocks that are easy to copy."""
    blocks = [f"**{style}**\n{_code(text)}" for style, text in styles.items()]
    return card("Cite", *blocks, note=f"For the words “{clip(receipt.text, 120)}”")


def _paragraph(sentences: Sequence[Receipt], centre: Receipt) -> list[str]:
    """A paragraph, its speaker before it; in pieces where it is very long."""
    speaker = sentences[0].speaker
    pieces = [_sentence(sentence, centre) for sentence in sentences]
    pages = paged(pieces, most=100, room=2_400)
    return [f"-# {clip(speaker.name, 80) if speaker else 'unnamed'}\n> {' '.join(page)}" for page in pages]


def _sentence(sentence: Receipt, centre: Receipt) -> str:
    inside = centre.passage.parent if centre.passage.parent is not None else centre.passage.place
    text = clip(sentence.text, 2_000)
    return f"**{text}**" if sentence.passage.place == inside else text


def _code(text: str) -> str:
    """As typed, in a block where nothing is markup."""
    return f"```\n{plain(text).replace('```', '` ` `')[:1_200]}\n```"


def _tone(receipt: Receipt) -> Tone:
    return Tone.PLAIN if receipt.passage.sure and not receipt.passage.damaged else Tone.DOUBTFUL
