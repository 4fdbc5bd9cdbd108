"""Files are whole or not there, and what a disk refuses has a name."""

import errno
import sqlite3
from pathlib import Path

import pytest

from bot.errors import BadStore, Fault, ReloadRunning
from bot.store.files import exclusive, fault_of, write_whole, writing


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.txt"
    for content in (b"first", b"", b"second"):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert [one.name for one in path.parent.iterdir()] == ["file.txt"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    (tmp_path / "file" / "inside").write_text("dear")
    with pytest.raises((BadStore, OSError)):
        write_whole(tmp_path / "file", b"new")
    assert (tmp_path / "file" / "inside").read_text() == "dear"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (OSError(errno.ENOSPC, "no space"), Fault.FULL),
        (OSError(errno.EDQUOT, "quota"), Fault.FULL),
        (OSError(errno.EROFS, "read-only"), Fault.READ_ONLY),
        (PermissionError(errno.EACCES, "no"), Fault.READ_ONLY),
        (FileNotFoundError(errno.ENOENT, "gone"), Fault.MISSING),
        (OSError(errno.EBADF, "a mistake of ours"), None),
        (ValueError("a mistake of ours"), None),
        (None, None),
    ],
)
def test_what_an_error_means_to_an_operator(error: BaseException | None, fault: Fault | None) -> None:
    assert fault_of(error) == fault


def test_what_an_error_of_sqlite_means_to_an_operator(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("only words " * 100)
    with pytest.raises(BadStore) as caught, writing(tmp_path / "words"):
        sqlite3.connect(tmp_path / "words").execute("SELECT * FROM sqlite_schema")
    assert caught.value.fault == Fault.DAMAGED
    with pytest.raises(sqlite3.OperationalError), writing(tmp_path):
        sqlite3.connect(":memory:").execute("a mistake of ours")


def test_one_at_a_time_and_the_next_when_it_is_done(tmp_path: Path) -> None:
    with exclusive(tmp_path / "lock"), pytest.raises(ReloadRunning), exclusive(tmp_path / "lock"):
        pass
    with exclusive(tmp_path / "lock"):
        pass
