"""A backup is whole, whoever writes meanwhile, and the way back is rehearsed here."""

import asyncio
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.errors import BadStore, Exists, Fault
from bot.store.state import State, settings
from bot.store.state.backup import KEPT_DAYS, back_up, back_up_daily, restore
from tests.store.test_state import another_program, text, url

ROWS = 400


async def fill(folder: Path, value: str) -> Path:
    async with await State.open(url(folder)) as state, state.write() as tx:
        for number in range(ROWS):
            await settings.keep_value(tx, f"name {number}", value)
    return folder / "state.db"


def values(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = connection.execute("SELECT value FROM kept").fetchall()
        assert len(found) == ROWS
        return {value for (value,) in found}
    finally:
        connection.close()


async def test_a_backup_while_the_bot_writes_is_of_one_moment(tmp_path: Path) -> None:
    path = await fill(tmp_path, "0")
    async with await State.open(url(tmp_path)) as state:

        async def write() -> None:
            for round in range(1, 30):
                async with state.write() as tx:
                    for number in range(0, ROWS, 20):
                        await settings.keep_value(tx, f"name {number}", str(round))

        writing = asyncio.create_task(write())
        for number in range(5):
            await asyncio.sleep(0.01)
            copy = await asyncio.to_thread(back_up, path, tmp_path / f"copy {number}.db")
            # each write changes all of its rows or none
            assert len(values(copy) - {"0"}) <= 1
        await writing


async def test_a_restored_backup_is_the_state_again_and_the_replaced_one_is_kept(tmp_path: Path) -> None:
    path = await fill(tmp_path, "old")
    back_up(path, tmp_path / "copy.db")
    await fill(tmp_path, "new")
    replaced = restore(tmp_path / "copy.db", path)
    assert values(path) == {"old"}
    assert replaced is not None and values(replaced) == {"new"}
    async with await State.open(url(tmp_path)) as state, state.read() as tx:
        assert await settings.kept_value(tx, "name 7") == "old"


async def test_a_lost_or_damaged_state_is_restored_too(tmp_path: Path) -> None:
    path = await fill(tmp_path, "old")
    back_up(path, tmp_path / "copy.db")
    path.unlink()
    assert restore(tmp_path / "copy.db", path) is None
    assert values(path) == {"old"}
    text(path)
    assert restore(tmp_path / "copy.db", path) is not None
    assert values(path) == {"old"}


async def test_a_state_in_use_is_not_replaced(tmp_path: Path) -> None:
    path = await fill(tmp_path, "old")
    back_up(path, tmp_path / "copy.db")
    async with await State.open(url(tmp_path)) as state, state.read() as tx:
        assert await settings.kept_value(tx, "name 7") == "old"
        with pytest.raises(BadStore) as caught:
            await asyncio.to_thread(restore, tmp_path / "copy.db", path)
    assert caught.value.fault == Fault.LOCKED
    assert not list(tmp_path.glob("*.replaced"))


@pytest.mark.parametrize(
    ("make", "fault"),
    [(text, Fault.DAMAGED), (another_program, Fault.FOREIGN), (lambda path: None, Fault.MISSING)],
)
async def test_what_is_no_backup_of_ours_is_not_restored(tmp_path: Path, make, fault: Fault) -> None:
    path = await fill(tmp_path, "old")
    make(tmp_path / "copy.db")
    with pytest.raises(BadStore) as caught:
        restore(tmp_path / "copy.db", path)
    assert caught.value.fault == fault
    assert values(path) == {"old"}


async def test_a_backup_of_a_newer_version_is_not_restored(tmp_path: Path) -> None:
    path = await fill(tmp_path, "old")
    copy = back_up(path, tmp_path / "copy.db")
    connection = sqlite3.connect(copy)
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(BadStore) as caught:
        restore(copy, path)
    assert caught.value.fault == Fault.FUTURE


async def test_nothing_is_overwritten_by_a_backup(tmp_path: Path) -> None:
    path = await fill(tmp_path, "old")
    (tmp_path / "copy.db").write_text("something dear")
    with pytest.raises(Exists):
        back_up(path, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "something dear"


def test_there_is_no_backup_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadStore) as caught:
        back_up(tmp_path / "state.db", tmp_path / "copy.db")
    assert caught.value.fault == Fault.MISSING
    assert not list(tmp_path.iterdir())


async def test_one_backup_a_day_is_kept_for_a_week(tmp_path: Path) -> None:
    path = await fill(tmp_path, "old")
    folder = tmp_path / "backups"
    first = date(2026, 2, 25)
    for day in range(KEPT_DAYS + 3):
        for _ in range(2):
            back_up_daily(path, folder, first + timedelta(days=day))
    kept = sorted(file.name for file in folder.iterdir())
    assert len(kept) == KEPT_DAYS
    assert (kept[0], kept[-1]) == ("state-2026-02-28.db", "state-2026-03-06.db")
