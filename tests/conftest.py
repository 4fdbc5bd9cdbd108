"""A running bot in a simulated Discord, over a tiny library: for tests of what a person sees."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.tiny import write_library

MARKED = re.compile(r"\\([^0-9A-Za-z\s])")


@pytest.fixture(scope="session")
def tiny_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the tiny library's sources, its corpus and an empty state, made once for all tests."""
    from bot.app.reload import made_by
    from bot.store.corpus import build, make_current
    from bot.store.state import State

    folder = tmp_path_factory.mktemp("tiny")
    make_current(folder, build(folder, write_library(folder / "sources"), made_by()))

    async def make_state() -> None:
        await (await State.open(f"sqlite+aiosqlite:///{folder / 'state.db'}")).close()

    asyncio.run(make_state())
    return folder


@pytest.fixture
def data_dir(tiny_data: Path, tmp_path: Path) -> Path:
    """A test's own copy of it."""
    return Path(shutil.copytree(tiny_data, tmp_path / "data"))


@pytest.fixture
async def app(data_dir: Path) -> AsyncIterator[Any]:
    from bot.app import App
    from bot.config import read_config

    config = read_config({"DATA_DIR": str(data_dir)}, dotenv=data_dir / "none")
    async with App(config) as app:
        yield app


@pytest.fixture
def reads_at_hand(app: Any) -> None:
    """Uploads are read in this process: the process apart has its own tests, and costs a second each time."""
    from bot.ingest.understand import read_source

    async def at_hand(name: str, data: bytes, document: str) -> Any:
        return read_source(name, data, document=document).reading

    app.uploads.read = at_hand


@pytest.fixture
async def discord_world(app: Any) -> AsyncIterator[Any]:
    """The simulated Discord with the bot in it. At the end all that it sent must have kept Discord's limits,
    and nothing may have gone wrong that a test did not expect (and clear from `bot.errors`)."""
    import simcord

    from bot.client import Colloquy

    env = simcord.Env(Colloquy(app, shard_count=1), check_errors=False)
    await env.start()
    try:
        yield env
        unexpected = dict(env.bot.errors)
    finally:
        await env.shutdown()
    assert not unexpected
    assert not [fault for request in env.http_requests for fault in faults_of(request.json)]


@pytest.fixture
def bot(discord_world: Any) -> Any:
    return discord_world.bot


@pytest.fixture
def server(discord_world: Any) -> Any:
    return discord_world.create_guild("Readers")


@pytest.fixture
def general(server: Any) -> Any:
    return server.create_text_channel("general")


@pytest.fixture
def alice(discord_world: Any, server: Any) -> Any:
    return server.add_member(discord_world.create_user("alice"))


@pytest.fixture
def bob(discord_world: Any, server: Any) -> Any:
    return server.add_member(discord_world.create_user("bob"))


@pytest.fixture
def moderator(discord_world: Any, server: Any) -> Any:
    import discord

    role = server.create_role("keepers", permissions=discord.Permissions(manage_guild=True))
    return server.add_member(discord_world.create_user("mona"), roles=[role])


def shown(answer: Any) -> str:
    """What a person reads in an answer, all its messages together, without the escapes that Discord hides."""
    messages = [message for message in (answer.response, *answer.followups) if message is not None]
    return "\n".join(read(message) for message in messages)


def read(message: Any) -> str:
    """What a person reads in one message."""
    parts = list(walk(message.components))
    texts = [message.content, *(part["content"] for part in parts if part["type"] == 10)]
    return MARKED.sub(r"\1", "\n".join(filter(None, texts)))


def buttons(message: Any) -> dict[str, SimpleNamespace]:
    """The buttons of a message by their labels."""
    return {
        part["label"]: SimpleNamespace(custom_id=part.get("custom_id"), off=part.get("disabled", False))
        for part in walk(message.components)
        if part["type"] == 2
    }


def walk(components: Any) -> Iterator[dict[str, Any]]:
    for part in components:
        yield part
        yield from walk(part.get("components") or ())
        yield from walk([part[key] for key in ("accessory", "component") if part.get(key)])


def faults_of(body: Any) -> list[str]:
    """What Discord would find wrong with a message, an answer or choices; and whom it could ping."""
    from cogs._cards.limits import faults

    if not isinstance(body, dict):
        return []
    message = body.get("data", body)
    found = faults(message.get("components") or ())
    if len(message.get("content") or "") > 2_000:
        found.append("more than 2,000 characters of content")
    if len(message.get("choices") or ()) > 25:
        found.append("more than 25 choices")
    if ("content" in message or "components" in message) and message.get("allowed_mentions") not in (
        None,
        {"parse": []},
    ):
        found.append("somebody could be pinged")
    return found
