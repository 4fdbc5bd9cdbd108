"""A library for rounds."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest

from bot.library.shelf import Library
from bot.quiz.material import Material, gather
from bot.store.corpus import Corpus, build
from tests.quiz.shelf import write_shelf


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    path = build(tmp_path, write_shelf(tmp_path / "sources"))
    async with await Corpus.open(path) as corpus:
        yield Library((corpus,), tmp_path / "sources")


@pytest.fixture
async def material(library: Library) -> Material:
    return await gather(library, Random(1))
