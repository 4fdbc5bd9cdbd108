"""Screens, buttons and forms: the second entrance for errors, and paging that survives a restart.

What must work after a restart is a `Live` item: its whole state stands in its custom id. discord.py forgets a
Live item's class when a view that mixes it with ordinary items ends, so a screen holds either the one kind or
the other, and is built anew for every answer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Self, TypeVar

import discord
from discord import ui

from bot.client import Colloquy
from bot.errors import Outdated
from cogs._cards.limits import check

Interaction = discord.Interaction[Colloquy]
Press = TypeVar("Press", bound="ui.Button[Any] | ui.Select[Any]")

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Screen(ui.LayoutView):
    """An answer made of components. Without a `timeout` it may hold only Live items, links and text.

    `files` are the pictures that it shows; they are sent with it.
    """

    def __init__(self, *, timeout: float | None = None) -> None:
        super().__init__(timeout=timeout)
        self.files: list[discord.File] = []

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        return _client(interaction).takes(interaction)

    async def on_error(self, interaction: discord.Interaction[Any], error: Exception, item: Any, /) -> None:
        await _client(interaction).answer_error(interaction, error)


class Form(ui.Modal):
    """A form to fill in. Forms do not survive a restart: one sent after it is answered as outdated."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        return _client(interaction).takes(interaction)

    # a form has no item that failed, so discord.py calls this without one
    async def on_error(  # type: ignore[override]
        self, interaction: discord.Interaction[Any], error: Exception, /
    ) -> None:
        await _client(interaction).answer_error(interaction, error)


class Live(ui.DynamicItem[Press], template=r"(?!)"):
    """A button or menu that carries its state, the named groups of its template, in its custom id.

    A subclass gives a template and says in `press` what happens; errors come to the same entrance.
    """

    def __init__(self, item: Press, state: Mapping[str, str]) -> None:
        super().__init__(item)
        self.state = state

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Any, match: Any, /) -> Self:
        return cls(item, match.groupdict())

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        return _client(interaction).takes(interaction)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            await self.press(interaction)
        except Exception as error:
            await _client(interaction).answer_error(interaction, error)

    async def press(self, interaction: Interaction) -> None:
        raise NotImplementedError


Render = Callable[[Interaction, str, int, int], Awaitable[Screen]]
"""Draws a page: of the interaction, the state, the page from 0, the id of the person who turns."""

PAGES: dict[str, Render] = {}
"""What can be leafed through, by the name in the custom id; filled by `pages`."""


def pages(kind: str) -> Callable[[Render], Render]:
    """Registers what draws the pages of a kind: a short lower-case name."""

    def register(render: Render) -> Render:
        PAGES[kind] = render
        return render

    return register


class Turn(
    Live[ui.Button[Any]],
    template=r"turn:(?P<kind>[a-z-]{1,16}):(?P<owner>[0-9a-z]{1,13}):(?P<page>[0-9]{1,4})(?P<way>[<>=]):(?P<state>.*)",
):
    """A button to another page."""

    @classmethod
    def to(cls, kind: str, owner: int, page: int, way: str, state: str, *, text: str, off: bool) -> Self:
        id = f"turn:{kind}:{base36(owner)}:{max(page, 0)}{way}:{state}"
        return cls(ui.Button(label=text, custom_id=id, disabled=off), {})

    async def press(self, interaction: Interaction) -> None:
        render = PAGES.get(self.state["kind"])
        if render is None:
            raise Outdated
        screen = await render(interaction, self.state["state"], int(self.state["page"]), interaction.user.id)
        await leaf(interaction, screen, self.state["owner"])


async def leaf(interaction: Interaction, screen: Screen, owner: str) -> None:
    """Puts a page in the place of the one before; who did not ask the question gets a private copy instead.

    `owner`: the id in base 36, as custom ids carry it.
    """
    check(screen)
    if int(owner, 36) == interaction.user.id:
        await interaction.response.edit_message(view=screen, attachments=screen.files)
    else:
        await interaction.response.send_message(view=screen, ephemeral=True, files=screen.files)


def turns(kind: str, page: int, count: int, owner: int, state: str = "") -> list[ui.ActionRow[Any]]:
    """The buttons that leaf through `count` pages, `page` being the one shown, from 0; none for one page."""
    if count < 2:
        return []
    previous = Turn.to(kind, owner, page - 1, "<", state, text="Previous", off=page == 0)
    here = Turn.to(kind, owner, page, "=", state, text=f"{page + 1} of {count}", off=True)
    following = Turn.to(kind, owner, page + 1, ">", state, text="Next", off=page + 1 >= count)
    return [ui.ActionRow(previous, here, following)]


def base36(number: int) -> str:
    """A number in as few characters as a custom id can hold safely; `int(text, 36)` reads it."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits or "0"


def _client(interaction: discord.Interaction[Any]) -> Colloquy:
    client = interaction.client
    assert isinstance(client, Colloquy)
    return client


async def setup(bot: Colloquy) -> None:
    bot.add_dynamic_items(Turn)
