"""A disk that is full or may not be written to: one clear line, nothing half written, the old library."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.test_app import TIDES

resource = pytest.importorskip("resource", reason="limits of a process are a matter of POSIX")


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes: what a write meets then is what it meets on a full disk."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("size", [0, 100, 5_000, 20_000, 50_000, 100_000])
def test_a_full_disk_is_one_line_and_the_old_library_stays(
    bot: Command, lamps: Path, tides: Path, data: Path, size: int
) -> None:
    assert bot("load", lamps).code == 0
    before, exported = files(data), bot("export").out
    with room_for(size):
        answer = bot("load", tides)
    assert answer.code == 1
    (complaint,) = answer.complaints
    assert "the disk is full" in complaint
    assert bot("export").out == exported
    # what is left over is out of sight, and the next load that has room sweeps it away
    assert all(name.startswith((".", "sources/.", "state.db-")) for name in files(data) - before)
    assert bot("load", tides).code == 0
    assert (data / "sources" / "tides.txt").read_text() == TIDES


def test_a_first_load_on_a_full_disk_leaves_nothing_to_be_taken_for_a_library(
    bot: Command, lamps: Path, data: Path
) -> None:
    with room_for(50_000):
        assert bot("load", lamps).code == 1
    assert "python -m bot load" in bot("find", "lamps").err
    assert bot("load", lamps).code == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_one_line(
    bot: Command, lamps: Path, tides: Path, data: Path
) -> None:
    bot("load", lamps)
    data.chmod(0o555)
    try:
        answer = bot("load", tides)
    finally:
        data.chmod(0o755)
    assert answer.code == 1
    (complaint,) = answer.complaints
    assert "cannot be written to" in complaint
