"""/help: what one can do here, by task, and one command with its options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from discord import app_commands

from bot.client.tree import Tree
from cogs._cards.layout import card
from cogs._cards.markup import escape
from cogs._views import Screen

Command = app_commands.Command[Any, ..., Any]

TASKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Find the words", ("quote", "verify")),
    ("Get an overview", ("library", "summary", "timeline", "positions")),
    ("Play and learn", ("quiz", "review")),
    ("Every day", ("daily", "suggest")),
    ("About me and my data", ("privacy", "help")),
    ("For moderators", ("admin",)),
)
"""Top-level commands by what one wants to do; every command stands in one row."""


def overview(tree: Tree) -> Screen:
    found = leaves(tree)
    blocks = []
    for task, roots in TASKS:
        lines = [_line(tree, name, command) for name, command in found.items() if name.split()[0] in roots]
        if lines:
            blocks.append("\n".join([f"**{task}**", *lines]))
    menus = "On a message: **⋯ › Apps › Find the source** checks the words that stand in it."
    return card("What you can do here", *blocks, menus, note="/help and a command's name tells more.")


def one(tree: Tree, name: str) -> Screen:
    """A command with its options; `name` is one of `leaves`."""
    command = leaves(tree)[name]
    options = [
        f"- `{option.name}`{' (needed)' if option.required else ''}: {escape(str(option.description))}"
        for option in command.parameters
    ]
    return card(
        None,
        f"### {tree.mention(name)}\n{escape(command.description)}.",
        "\n".join(options) or "It has no options.",
    )


def leaves(tree: Tree) -> dict[str, Command]:
    """Every slash command that can be run, by its whole name ("quiz start")."""
    return dict(sorted(_leaves(tree)))


def _leaves(tree: Tree) -> Iterator[tuple[str, Command]]:
    for command in tree.walk_commands():
        if isinstance(command, app_commands.Command):
            yield command.qualified_name, command


def _line(tree: Tree, name: str, command: Command) -> str:
    return f"{tree.mention(name)} {escape(command.description)}"
