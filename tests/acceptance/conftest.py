"""The bot as its own process against a Discord on 127.0.0.1, which checks each request against Discord's own
description. That Discord is no part of this repository: it lies in `shared/acceptance` beside the checkout,
or where COLLOQUY_LOOPBACK says; without it these tests are skipped."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LOOPBACK = Path(os.environ.get("COLLOQUY_LOOPBACK") or CHECKOUT.parent / "shared" / "acceptance")


def pytest_collection_modifyitems(items):
    absent = pytest.mark.skip(
        reason=f"no loopback Discord in {LOOPBACK}: set COLLOQUY_LOOPBACK to its folder"
    )
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.wire)
            if not (LOOPBACK / "loopback.py").is_file():
                item.add_marker(absent)


@pytest.fixture
async def discord():
    """A Discord with one server; at the end nothing the bot sent may have broken Discord's description."""
    if str(LOOPBACK) not in sys.path:
        sys.path.insert(0, str(LOOPBACK))
    from loopback import Loopback

    async with Loopback() as world:
        yield world
        assert not world.violations
        assert not world.unhandled


@pytest.fixture
def wire_data(tmp_path, tiny_data) -> Path:
    return Path(shutil.copytree(tiny_data, tmp_path / "data"))


@pytest.fixture
def process(discord, wire_data):
    """Makes the bot's process; `async with process() as bot` starts it and waits until it is ready."""

    def make(**options):
        settings = {"DATA_DIR": str(wire_data), **options.pop("env", {})}
        return discord.bot([sys.executable, "-m", "bot", "run"], cwd=CHECKOUT, env=settings, **options)

    return make


@pytest.fixture
async def bot(process):
    async with process() as running:
        yield running
