"""Makes the README's pictures: `python -m tests.browser.screenshots` writes them into docs/."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHECKOUT, CHROMIUM, FLAGS
from tests.browser.player import Player

DOCS = CHECKOUT / "docs"
SIZE = {"width": 720, "height": 620}


def main() -> None:
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        shutil.copytree(CHECKOUT / "data" / "packs", Path(data) / "packs")
        command = [sys.executable, "-m", "bot", "try", "--port", "0", "--no-browser"]
        env = {**os.environ, "DATA_DIR": data}
        with subprocess.Popen(command, cwd=CHECKOUT, env=env, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr is not None
            told = next(line for line in process.stderr if "http://" in line)
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_context(viewport=SIZE, device_scale_factor=2).new_page()
            _take(Player(page, re.findall(r"http://\S+", told)[0], "Member A"))
            browser.close()
            process.terminate()
            process.stderr.read()


def _take(member: Player) -> None:
    member.run("/quote", text="lamp in an empty street is no service only a habit")
    _keep(member, "quote")
    member.run("/verify", quote="A lamp that lights an empty street is a public service; it is a habit.")
    _keep(member, "verify")
    member.go_to("quiz")
    member.run("/quiz start", mode="who-argued", questions="1", seconds="5")
    member.page.wait_for_selector("#messages >> text=Question 1 of 1")
    _keep(member, "round")


def _keep(member: Player, name: str) -> None:
    member.page.wait_for_timeout(400)
    member.page.screenshot(path=DOCS / f"{name}.png")


if __name__ == "__main__":
    main()
