"""/review: one's own cards, privately; and taking them along."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from typing import Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot import review
from bot.client import Colloquy
from bot.errors import NothingFound, Outdated, Withheld
from bot.library.receipts import Receipt, receipts
from bot.quiz.asked import Asked, loads
from bot.review import GRADES, Grade, graded, intervals
from bot.store.state import cards as kept
from bot.store.state.cards import StoredCard
from cogs._cards import review as cards
from cogs._cards.layout import Row
from cogs._reply import reply
from cogs._views import Interaction, Live, Screen

MARK = r"(?P<mark>[0-9a-f]{12})"
LEFT, DONE = r"(?P<left>[0-9]{1,2})", r"(?P<done>[0-9]{1,2})"
TITLE = "Colloquy"


class Review(commands.Cog):
    @app_commands.command()
    @app_commands.describe(cards="How many cards at most: 1 to 50")
    async def review(self, interaction: Interaction, cards: app_commands.Range[int, 1, 50] = 10) -> None:
        """Review privately what you missed in the quiz, when it is due"""
        await reply(interaction, await _next(interaction, cards, 0), private=True)


class Reveal(Live[ui.Button[Any]], template=rf"review:turn:{MARK}:{LEFT}:{DONE}"):
    """Turns a card over."""

    async def press(self, interaction: Interaction) -> None:
        left, done = int(self.state["left"]), int(self.state["done"])
        screen = await _back(interaction, self.state["mark"], left, done)
        await interaction.response.edit_message(view=screen)


class Rate(
    Live[ui.Button[Any]],
    template=rf"review:(?P<grade>[1-4]):{MARK}:(?P<reviews>[0-9]{{1,6}}):{LEFT}:{DONE}",
):
    """How well a card was known; the next one follows."""

    @classmethod
    def of(cls, card: StoredCard, grade: Grade, label: str, left: int, done: int) -> Self:
        id = f"review:{grade.value}:{card.mark}:{card.reviews}:{left}:{done}"
        return cls(ui.Button(label=label, custom_id=id), {})

    async def press(self, interaction: Interaction) -> None:
        card = await _card(interaction, self.state["mark"])
        if card.reviews != int(self.state["reviews"]):
            raise Outdated
        after = graded(card, Grade(int(self.state["grade"])), _now())
        async with interaction.client.app.state.write() as tx:
            written = await kept.put_review(tx, *_who(interaction), after, reviews=card.reviews)
        if not written:
            raise Outdated
        screen = await _next(interaction, int(self.state["left"]) - 1, int(self.state["done"]) + 1)
        await interaction.response.edit_message(view=screen)


class Export(Live[ui.Button[Any]], template=r"review:export"):
    """Asks which cards, and in which form."""

    async def press(self, interaction: Interaction) -> None:
        async with interaction.client.app.state.read() as tx:
            missed = await kept.all_cards(tx, *_who(interaction), missed=True)
            every = await kept.all_cards(tx, *_who(interaction), missed=False)
        if not every:
            raise NothingFound("cards")
        files = [File.of(form, which) for which in ("missed", "all") for form in ("anki", "csv")]
        row: Row = ui.ActionRow(*files)
        await reply(interaction, cards.export((len(missed), len(every)), [row]), private=True)


class File(Live[ui.Button[Any]], template=r"review:(?P<form>anki|csv):(?P<which>missed|all)"):
    """Sends the cards as a file."""

    @classmethod
    def of(cls, form: str, which: str) -> Self:
        name = "Anki" if form == "anki" else "CSV"
        return cls(ui.Button(label=f"{name}, {which}", custom_id=f"review:{form}:{which}"), {})

    async def press(self, interaction: Interaction) -> None:
        async with interaction.client.app.state.read() as tx:
            found = await kept.all_cards(tx, *_who(interaction), missed=self.state["which"] == "missed")
        if not found:
            raise NothingFound("cards")
        asked = [loads(card.snapshot) for card in found]
        flashcards = [
            cards.flashcard(*pair) for pair in zip(asked, await _evidence(interaction, asked), strict=True)
        ]
        if self.state["form"] == "anki":
            data, name = await asyncio.to_thread(review.anki, flashcards, TITLE), "colloquy.apkg"
        else:
            data, name = review.csv(flashcards), "colloquy.csv"
        await interaction.response.send_message(file=discord.File(io.BytesIO(data), name), ephemeral=True)


class All(Live[ui.Button[Any]], template=r"review:everything"):
    """What was answered right is to be reviewed as well."""

    async def press(self, interaction: Interaction) -> None:
        async with interaction.client.app.state.write() as tx:
            await kept.schedule_all(tx, *_who(interaction), at=_now())
        await interaction.response.edit_message(view=await _next(interaction, 10, 0))


async def _next(interaction: Interaction, left: int, done: int) -> Screen:
    """The next card that is due, or that there is none. Cards whose passage is gone are set aside."""
    async with interaction.client.app.state.read() as tx:
        due = await kept.due_cards(tx, *_who(interaction), now=_now(), limit=max(left, 0))
    asked = [loads(card.snapshot) for card in due]
    gone = await _gone(interaction, asked)
    lost = [card.mark for card, one in zip(due, asked, strict=True) if one.id in gone]
    if lost:
        async with interaction.client.app.state.write() as tx:
            await kept.retire(tx, *_who(interaction), lost)
    standing = [(card, one) for card, one in zip(due, asked, strict=True) if one.id not in gone]
    if not standing:
        return await _nothing(interaction, done, len(lost))
    card, one = standing[0]
    turn = Reveal(ui.Button(label="Reveal", custom_id=f"review:turn:{card.mark}:{left}:{done}"), {})
    rows: list[Row] = [ui.ActionRow(turn, _export())]
    return cards.front(one, len(standing), len(lost), rows)


async def _nothing(interaction: Interaction, done: int, retired: int) -> Screen:
    async with interaction.client.app.state.read() as tx:
        due = await kept.next_due(tx, *_who(interaction))
        more = await kept.count_unscheduled(tx, *_who(interaction))
    buttons: list[Live[Any]] = [_export()]
    if more:
        buttons.append(
            All(ui.Button(label=f"Review the {more} I knew as well", custom_id="review:everything"), {})
        )
    return cards.done(done, due, retired, [ui.ActionRow(*buttons)])


async def _back(interaction: Interaction, mark: str, left: int, done: int) -> Screen:
    card = await _card(interaction, mark)
    asked = loads(card.snapshot)
    (evidence,) = await _evidence(interaction, [asked])
    after = intervals(card, _now())
    labels = {grade: f"{grade.name.capitalize()}: {cards.interval(after[grade])}" for grade in GRADES}
    row: Row = ui.ActionRow(*(Rate.of(card, grade, labels[grade], left, done) for grade in GRADES))
    return cards.back(asked, left, evidence, [row])


async def _card(interaction: Interaction, mark: str) -> StoredCard:
    async with interaction.client.app.state.read() as tx:
        card = await kept.card_of(tx, *_who(interaction), mark)
    if card is None:
        raise Outdated
    return card


async def _evidence(interaction: Interaction, asked: Sequence[Asked]) -> list[Receipt | Withheld | None]:
    """For each question the words it rests on first, cut from their source now."""
    library = interaction.client.app.library(interaction.guild_id)
    keys = [one.passages[0] if one.passages else None for one in asked]
    passages = await library.passages([key for key in keys if key])
    cut = await receipts(library, list(passages.values()))
    found = dict(zip(passages, cut, strict=True))
    return [None if key is None else found.get(key, Withheld(key.partition("#")[0])) for key in keys]


async def _gone(interaction: Interaction, asked: Sequence[Asked]) -> set[str]:
    """The ids of the questions of whose passages one is not there any more."""
    library = interaction.client.app.library(interaction.guild_id)
    there = await library.passages([key for one in asked for key in one.passages])
    return {one.id for one in asked if any(key not in there for key in one.passages)}


def _export() -> Export:
    return Export(ui.Button(label="Export", custom_id="review:export"), {})


def _who(interaction: Interaction) -> tuple[int, int]:
    """Server and person: what one answers in a server is reviewed there, since its documents may be its own."""
    return interaction.guild_id or 0, interaction.user.id


def _now() -> int:
    return int(discord.utils.utcnow().timestamp() * 1000)


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(Reveal, Rate, Export, File, All)
    await bot.add_cog(Review())
