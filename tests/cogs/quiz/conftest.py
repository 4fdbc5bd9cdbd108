"""A library with enough in it for a round, and hands to play one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.store.corpus import build
from tests.conftest import buttons, read
from tests.quiz.shelf import SPEAKERS, TEXTS, write_shelf


@pytest.fixture(scope="session")
def tiny_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shelf")
    build(folder, write_shelf(folder / "sources"))
    return folder


def plain(message: Any) -> SimpleNamespace:
    """A message of a channel in the form in which answers to interactions come."""
    components = [component.to_dict() for component in message.components]
    return SimpleNamespace(content=message.content, components=components)


def right_option(card: str, labels: Iterable[str]) -> str:
    """The label of the right option of a who-said question."""
    words = card.partition("> ")[2].partition("\n")[0]
    author = next(author for _, author, _, text in TEXTS.values() if words in text)
    name = next(speaker.name for speaker in SPEAKERS if speaker.id == author)
    return next(label for label in labels if label.endswith(name))


class Play:
    """What one does in a channel where a round is going on."""

    def __init__(self, world: Any, channel: Any) -> None:
        self.world = world
        self.channel = channel

    @property
    def cards(self) -> list[str]:
        """What stands in the channel, oldest first."""
        return [read(plain(message)) for message in self.channel.history()]

    @property
    def card(self) -> str:
        return self.cards[-1]

    @property
    def message(self) -> Any:
        return self.channel.history()[-1]

    def right(self) -> str:
        """The label of the right option of the question that is open."""
        return right_option(self.card, self.buttons)

    def wrong(self) -> str:
        return next(label for label in self.buttons if ": " in label and label != self.right())

    @property
    def buttons(self) -> set[str]:
        return set(buttons(plain(self.message)))

    async def wait(self, seconds: float) -> None:
        await self.world.advance_time(seconds)


@pytest.fixture
def play(discord_world: Any, general: Any) -> Play:
    return Play(discord_world, general)


@pytest.fixture
def member(discord_world: Any, server: Any) -> Callable[[str], Any]:
    return lambda name: server.add_member(discord_world.create_user(name))
