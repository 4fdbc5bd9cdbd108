"""/timeline: dated events in order, with a picture."""

from __future__ import annotations

from datetime import date

from discord import app_commands
from discord.ext import commands

from bot.client import Colloquy
from bot.errors import Outdated
from bot.library.picture import picture
from bot.library.receipts import receipts
from bot.library.shelf import Library
from bot.library.timeline import Timeline, period, timeline
from cogs._cards import timeline as cards
from cogs._marks import marked, marks
from cogs._options import DocumentOption, SpeakerOption, TopicOption
from cogs._reply import reply
from cogs._views import Interaction, Screen, base36, pages, turns

When = app_commands.Range[str, 1, 40]


class Timelines(commands.Cog):
    @app_commands.command(name="timeline")
    @app_commands.rename(from_="from")
    @app_commands.describe(
        topic="Only what has to do with this topic",
        document="Only what this document tells",
        speaker="Only what this speaker tells",
        from_="From when on: 2014, May 2014 or 2014-05-05",
        to="Until when: 2014, May 2014 or 2014-05-05",
    )
    async def timeline(
        self,
        interaction: Interaction,
        topic: TopicOption | None = None,
        document: DocumentOption | None = None,
        speaker: SpeakerOption | None = None,
        from_: When | None = None,
        to: When | None = None,
    ) -> None:
        """Show dated events in order, each with the words that tell of it"""
        library = interaction.client.app.library(interaction.guild_id)
        found = await timeline(library, topic=topic, document=document, speaker=speaker, from_=from_, to=to)
        await interaction.response.defer()
        state = f"{marks(topic, document, speaker)}.{_packed(from_, to)}"
        screen = await _page(library, found, 0, interaction.user.id, state)
        await reply(interaction, screen, files=screen.files)


async def _page(library: Library, found: Timeline, page: int, owner: int, state: str) -> Screen:
    count = cards.page_count(found)
    page = min(page, count - 1)
    entries = cards.page_of(found, page)
    passages = [telling.passages[0] for entry in entries for telling in entry.tellings]
    cut = {
        passage.key: receipt
        for passage, receipt in zip(passages, await receipts(library, passages), strict=True)
    }
    others = [row.day for row in cards.picture_rows(found.entries)]
    drawn = await picture(cards.picture_rows(entries), found.first, found.last, others)
    rows = turns("timeline", page, count, owner, state)
    return cards.page(found, entries, cut, picture=drawn, rows=rows)


@pages("timeline")
async def _turned(interaction: Interaction, state: str, page: int, owner: int) -> Screen:
    library = interaction.client.app.library(interaction.guild_id)
    ids, _, packed = state.rpartition(".")
    topic, document, speaker = await marked(library, ("topic", "document", "speaker"), ids)
    from_, to = _unpacked(packed)
    found = await timeline(library, topic=topic, document=document, speaker=speaker, from_=from_, to=to)
    return await _page(library, found, page, owner, state)


def _packed(from_: str | None, to: str | None) -> str:
    """A period in few characters: the numbers of its days in base 36."""
    return "-".join(base36(day.toordinal()) for day in period(from_, to))


def _unpacked(packed: str) -> tuple[str | None, str | None]:
    try:
        first, last = (date.fromordinal(int(day, 36)) for day in packed.split("-"))
    except ValueError:
        raise Outdated from None
    return (
        first.isoformat() if first > date.min else None,
        last.isoformat() if last < date.max else None,
    )


async def setup(bot: Colloquy) -> None:
    await bot.add_cog(Timelines())
