"""A real browser on the page of `try`: headless Chromium, the bot as its own process, nothing simulated.

Without Chromium (Debian: `apt-get install chromium`) or Playwright these tests are skipped, and say so.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.player import Player

CHECKOUT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = pytest.mark.skip(reason="no Chromium on this machine: install the package chromium")
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(missing)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page of a fresh `try` is, with the packs of this checkout."""
    data = tmp_path_factory.mktemp("data")
    shutil.copytree(CHECKOUT / "data" / "packs", data / "packs")
    command = [sys.executable, "-m", "bot", "try", "--port", "0", "--no-browser"]
    env = {**os.environ, "DATA_DIR": str(data)}
    with subprocess.Popen(command, cwd=CHECKOUT, env=env, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = next(line for line in process.stderr if "http://" in line)
        found = re.search(r"http://\S+", told)
        assert found is not None
        yield found.group()
        process.send_signal(signal.SIGTERM)
        process.stderr.read()
    assert process.returncode == 0


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def enter(browser: Any, address: str) -> Iterator[Any]:
    """`enter("Member A")` opens the page as that person; at the end no page may have complained."""
    players: list[Player] = []

    def entered(name: str, **options: Any) -> Player:
        player = Player(browser.new_context(**options).new_page(), address, name)
        players.append(player)
        return player

    yield entered
    for player in players:
        assert player.complaints == []
        player.page.context.close()
