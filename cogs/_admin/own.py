"""/admin add, remove and attribute: the server's own library."""

from __future__ import annotations

from collections import Counter
from typing import Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.errors import NotAllowed, Outdated, SharedDocument
from bot.library.receipts import receipt
from bot.library.shelf import Library
from bot.models import Document, Passage, Speaker
from bot.store.state.sources import SHARED
from bot.uploads import About, Draft, understood
from cogs._cards import uploads as cards
from cogs._marks import marked, marks, short_key, whole_key
from cogs._moderators import is_moderator
from cogs._options import DocumentOption
from cogs._passage import around
from cogs._reply import reply
from cogs._views import Form, Interaction, Live, Screen

PATIENCE = 600.0
"""Seconds that a proposal waits for a moderator's word."""
MARK = "[0-9a-f]{8}"

Title = app_commands.Range[str, 1, 200]
Name = app_commands.Range[str, 1, 100]
Typed = app_commands.Range[str, 1, 40]
Address = app_commands.Range[str, 1, 500]


class Own(commands.Cog):
    @app_commands.command()
    @app_commands.describe(
        file="A txt, md, html, pdf, docx or epub file, 10 MB at most",
        title="Its title, where the text does not say it rightly",
        author="Who wrote it",
        date="When it was published: 2014-04-21, April 2014, 2014",
        url="Where it can be read",
    )
    async def add(
        self,
        interaction: Interaction,
        file: discord.Attachment,
        title: Title | None = None,
        author: Name | None = None,
        date: Typed | None = None,
        url: Address | None = None,
    ) -> None:
        """Add a document to this server's library; only this server sees it"""
        uploads, guild_id = interaction.client.app.uploads, _server(interaction)
        about = About(title, author, date, url)
        about.check()
        uploads.check(guild_id, file.filename, file.size)
        await interaction.response.defer(ephemeral=True, thinking=True)
        draft = await uploads.draft(guild_id, file.filename, await file.read(), about)
        await reply(interaction, Proposal(draft).drawn())

    @app_commands.command()
    @app_commands.describe(document="What to remove")
    async def remove(self, interaction: Interaction, document: DocumentOption) -> None:
        """Remove a document from this server's library, or hide one that all servers share"""
        found = await _document(_library(interaction), document)
        own = interaction.client.app.uploads.holdings(_server(interaction)).upload(document) is not None
        await reply(
            interaction, cards.removal(found, own, [ui.ActionRow[Any](Remove.of(document))]), private=True
        )

    @app_commands.command()
    @app_commands.describe(document="Whose doubtful passages to settle")
    async def attribute(self, interaction: Interaction, document: DocumentOption) -> None:
        """Settle, one by one, whose words the doubtful passages of a document are"""
        found = await _document(_library(interaction), document)
        await _may_settle(interaction, found)
        await reply(interaction, await _next_doubtful(interaction, found, -1), private=True)


class Proposal:
    """A draft and the ways on from it. It waits in memory: a restart forgets it, and nothing is added."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def drawn(self) -> Screen:
        ways = {
            "Add it": (self.add, discord.ButtonStyle.success),
            "Mend": (self.mend, discord.ButtonStyle.secondary),
            "Leave it": (self.leave, discord.ButtonStyle.secondary),
        }
        row = ui.ActionRow[Any]()
        for text, (way, style) in ways.items():
            button = ui.Button[Any](label=text, style=style)
            button.callback = way  # type: ignore[method-assign]
            row.add_item(button)
        screen = cards.proposed(understood(self.draft.reading), [row])
        screen.timeout = PATIENCE
        return screen

    async def add(self, interaction: discord.Interaction[Any]) -> None:
        await _insist(interaction)
        await interaction.response.defer()
        uploads = interaction.client.app.uploads
        await uploads.add(_server(interaction), self.draft, interaction.user.id)
        await reply(interaction, cards.added(self.draft.reading.document.title))

    async def mend(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_modal(Mend(self.draft))

    async def leave(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.edit_message(view=cards.told("Nothing was added."))


class Mend(Form, title="What is it?"):
    """What a moderator knows better than the text."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        told = understood(draft.reading)
        self.name = _field(self, "Title", told.document.title, 200)
        self.author = _field(self, "Author", draft.upload.author or "", 100)
        self.date = _field(self, "Date: 2014-04-21, April 2014 or 2014", draft.upload.published or "", 40)
        self.url = _field(self, "Link", told.document.url or "", 500)

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        said = (field.value.strip() or None for field in (self.name, self.author, self.date, self.url))
        await interaction.response.edit_message(view=Proposal(self.draft.mended(About(*said))).drawn())


class Remove(Live["ui.Button[Any]"], template=rf"own-remove:(?P<document>{MARK})"):
    """Does what was asked about."""

    @classmethod
    def of(cls, document: str) -> Self:
        style = discord.ButtonStyle.danger
        return cls(ui.Button(label="Remove it", style=style, custom_id=f"own-remove:{marks(document)}"), {})

    async def press(self, interaction: Interaction) -> None:
        await _insist(interaction)
        library = _library(interaction)
        found = await _of_mark(library, self.state["document"])
        await interaction.client.app.uploads.remove(_server(interaction), found.id, interaction.user.id)
        await interaction.response.edit_message(view=cards.removed(found.title))


class Settle(Live["ui.Select[Any]"], template=rf"own-settle:(?P<key>{MARK}#[0-9a-f~]{{12,19}})"):
    """The menu of those whose words a passage may be."""

    @classmethod
    def of(cls, passage: Passage, speakers: list[Speaker]) -> Self:
        menu = ui.Select[Any](
            custom_id=f"own-settle:{short_key(passage.key)}",
            placeholder="They are from …",
            options=cards.candidates(speakers, passage.speaker),
        )
        return cls(menu, {})

    async def press(self, interaction: Interaction) -> None:
        await _insist(interaction)
        library = _library(interaction)
        passage = await _of_key(library, self.state["key"])
        speaker = None if self.item.values[0] == cards.NOBODY else self.item.values[0]
        uploads, user_id = interaction.client.app.uploads, interaction.user.id
        if await _may_settle(interaction, await _document(library, passage.document)):
            await uploads.settle(_server(interaction), passage.key, speaker, user_id)
        else:
            await uploads.settle_shared(passage.key, speaker, user_id)
        await _go_on(interaction, passage)


class Skip(Live["ui.Button[Any]"], template=rf"own-skip:(?P<key>{MARK}#[0-9a-f~]{{12,19}})"):
    @classmethod
    def of(cls, passage: Passage) -> Self:
        return cls(ui.Button(label="Skip", custom_id=f"own-skip:{short_key(passage.key)}"), {})

    async def press(self, interaction: Interaction) -> None:
        await _go_on(interaction, await _of_key(_library(interaction), self.state["key"]))


async def _go_on(interaction: Interaction, passage: Passage) -> None:
    document = await _document(_library(interaction), passage.document)
    await interaction.response.edit_message(view=await _next_doubtful(interaction, document, passage.place))


async def _may_settle(interaction: Interaction, document: Document) -> bool:
    """Whether a document is the server's own. Raises SharedDocument where it is not, for all but the bot's owners."""
    own = interaction.client.app.uploads.holdings(_server(interaction)).upload(document.id) is not None
    if not own and not await interaction.client.is_owner(interaction.user):
        raise SharedDocument(document.title)
    return own


async def _next_doubtful(interaction: Interaction, document: Document, after: int) -> Screen:
    """The first doubtful passage behind a place that has a key of its own, and is not settled since."""
    library, uploads = _library(interaction), interaction.client.app.uploads
    text = await library.text_of(document.id)
    times = Counter(passage.key for passage in text)
    times.update(key for key, _ in uploads.holdings(SHARED).settled)
    left = [one for one in text if one.place > after and not one.sure and times[one.key] == 1]
    if not left:
        own = uploads.holdings(_server(interaction)).upload(document.id) is not None
        return cards.settled(document.title, own=own)
    shown = await receipt(library, left[0])
    heard = Counter(passage.speaker for passage in text if passage.speaker)
    speakers = [await library.speaker(id) or Speaker(id, id) for id, _ in heard.most_common(24)]
    menu = ui.ActionRow[Any](Settle.of(left[0], speakers))
    ways = around(shown).add_item(Skip.of(left[0]))
    return cards.doubtful(shown, len(left), [menu, ways])


async def _document(library: Library, id: str) -> Document:
    document = await library.document(id)
    if document is None:
        raise Outdated
    return document


async def _of_mark(library: Library, mark: str) -> Document:
    (id,) = await marked(library, ["document"], mark)
    return await _document(library, id or "")


async def _of_key(library: Library, short: str) -> Passage:
    passage = await library.passage(await whole_key(library, short))
    if passage is None:
        raise Outdated
    return passage


async def _insist(interaction: Interaction) -> None:
    if not await is_moderator(interaction):
        raise NotAllowed


def _field(form: ui.Modal, text: str, value: str, most: int) -> ui.TextInput[Any]:
    field = ui.TextInput[Any](default=value[:most], max_length=most, required=False)
    form.add_item(ui.Label(text=text, component=field))
    return field


def _library(interaction: Interaction) -> Library:
    return interaction.client.app.library(interaction.guild_id)


def _server(interaction: Interaction) -> int:
    assert interaction.guild_id is not None
    return interaction.guild_id
