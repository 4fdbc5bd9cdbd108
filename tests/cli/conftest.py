"""The command line in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main
from tests.test_app import LAMPS, TIDES


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()


Command = Callable[..., Answer]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty DATA_DIR, with nothing of this machine's own settings around it."""
    for name in ("DISCORD_TOKEN", "DATABASE_URL", "DYNO", "K_SERVICE", "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


@pytest.fixture
def bot(data: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command and gives back what it said."""

    def run(*words: object) -> Answer:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return run


@pytest.fixture
def lamps(tmp_path: Path) -> Path:
    path = tmp_path / "lamps.txt"
    path.write_text(LAMPS)
    return path


@pytest.fixture
def tides(tmp_path: Path) -> Path:
    path = tmp_path / "tides.txt"
    path.write_text(TIDES)
    return path
