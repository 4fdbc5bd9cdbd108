"""A load that is killed at any of its writes leaves the old library or the new one, never a mix."""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import App
from bot.config import read_config
from tests.test_app import LAMPS, TIDES

pytestmark = pytest.mark.long

ROOT = Path(__file__).parent.parent


async def first_start(folder: Path) -> None:
    async with App(read_config({"DATA_DIR": str(folder)}, folder / "none")):
        pass


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder on a disk of memory, where there is one: each life flushes a dozen times."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.mark.skipif(os.name == "nt", reason="needs fork and SIGKILL")
def test_a_load_killed_at_any_write_leaves_the_old_or_the_new(quick: Path) -> None:
    template, incoming, work = (quick / name for name in ("template", "incoming", "work"))
    (template / "sources").mkdir(parents=True)
    (template / "sources" / "lamps.txt").write_text(LAMPS)
    incoming.mkdir()
    (incoming / "lamps.txt").write_text(LAMPS.replace("burn until morning", "burn until midnight"))
    (incoming / "tides.txt").write_text(TIDES)
    asyncio.run(first_start(template))
    work.mkdir()
    done = subprocess.run(
        [sys.executable, "tests/kill_reload.py", template, incoming, work],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    lives = [json.loads(line) for line in done.stdout.splitlines()]
    texts = [{id: document["text"] for id, document in life.items()} for life in lives]
    old, new = texts[0], texts[-1]
    assert set(old) == {"the-lamps-of-our-street"}
    assert set(new) == {"the-lamps-of-our-street", "the-tide-tables"}
    # it was killed early and late, and once it had begun to be new it stayed new
    turn = texts.index(new)
    assert 2 < turn < len(texts)
    assert texts == [old] * turn + [new] * (len(texts) - turn)
    for life in lives:
        for document in life.values():
            # words whose source is not theirs any more are withheld, not shown otherwise
            assert document["shown"] in ([], document["text"])
    assert all(document["shown"] for document in lives[-1].values())
