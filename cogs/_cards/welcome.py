"""The one message that a server gets when it adds the bot."""

from __future__ import annotations

from collections.abc import Sequence

from bot.client.tree import Tree
from cogs._cards.layout import Row, card
from cogs._views import Screen


def welcome(tree: Tree, rows: Sequence[Row]) -> Screen:
    return card(
        "Hello, readers",
        f"I know the texts your group reads, word for word. {tree.mention('quote')} finds a passage, "
        f"{tree.mention('verify')} tells whether that is what they said, {tree.mention('timeline')} puts "
        f"dates in order, {tree.mention('quiz start')} begins a round.\n"
        f"{tree.mention('library')} lists what can be read, {tree.mention('help')} all that I can do.",
        note=f"I read no messages. {tree.mention('privacy show')} shows what is stored on you.",
        rows=rows,
    )


def daily(tree: Tree, moderator: bool) -> str:
    if not moderator:
        return "That is for moderators: members with the Manage Server permission."
    return (
        f"Use {tree.mention('daily set')}: choose a channel, a time such as 09:00, and your time zone. "
        "I then post one fact a day from the library, with its passage."
    )
