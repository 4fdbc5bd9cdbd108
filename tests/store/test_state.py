"""The state keeps what was written, refuses what it must not touch, and lets go of its threads."""

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from bot.errors import BadStore, Fault
from bot.store.state import State, audit, settings, sources
from bot.store.state.audit import AuditEntry
from bot.store.state.settings import ServerSettings

SQLITE = "sqlite+aiosqlite:///"


def url(folder: Path) -> str:
    return f"{SQLITE}{folder / 'state.db'}"


@pytest.fixture
async def state(tmp_path: Path):
    async with await State.open(url(tmp_path)) as state:
        yield state


async def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    async with await State.open(url(tmp_path)) as state, state.write() as tx:
        await settings.keep_value(tx, "commands", "abc")
    async with await State.open(url(tmp_path)) as state, state.read() as tx:
        assert await settings.kept_value(tx, "commands") == "abc"
        assert await settings.kept_value(tx, "other") is None


async def test_a_block_that_fails_has_never_been(state: State) -> None:
    with pytest.raises(ZeroDivisionError):
        async with state.write() as tx:
            await settings.keep_value(tx, "commands", "abc")
            raise ZeroDivisionError
    async with state.read() as tx:
        assert await settings.kept_value(tx, "commands") is None


async def test_a_writer_that_is_cancelled_leaves_nothing_and_stops_nobody(state: State) -> None:
    async def write(forever: bool) -> None:
        async with state.write() as tx:
            await settings.keep_value(tx, "who", "cancelled" if forever else "next")
            if forever:
                await asyncio.sleep(60)

    first = asyncio.create_task(write(True))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(write(False))
    first.cancel()
    await second
    async with state.read() as tx:
        assert await settings.kept_value(tx, "who") == "next"


async def test_writers_queue_and_none_is_lost(state: State) -> None:
    async def add(number: int) -> None:
        async with state.write() as tx:
            count = int(await settings.kept_value(tx, "count") or 0)
            await asyncio.sleep(0)
            await settings.keep_value(tx, "count", str(count + 1))

    await asyncio.gather(*map(add, range(50)))
    async with state.read() as tx:
        assert await settings.kept_value(tx, "count") == "50"


async def test_readers_do_not_wait_for_the_writer_and_see_one_moment(state: State) -> None:
    async with state.read() as old:
        assert await settings.kept_value(old, "name") is None
        async with state.write() as tx:
            await settings.keep_value(tx, "name", "new")
        assert await settings.kept_value(old, "name") is None
    async with state.read() as tx:
        assert await settings.kept_value(tx, "name") == "new"


async def test_server_settings_are_kept_whole_and_replaced_whole(state: State) -> None:
    async with state.write() as tx:
        assert await settings.server_settings(tx, 7) == ServerSettings(7)
        await settings.set_server(tx, ServerSettings(7, moderator_role_id=1, notice_channel_id=2))
        await settings.set_server(tx, ServerSettings(7, moderator_role_id=3))
        assert await settings.server_settings(tx, 7) == ServerSettings(7, moderator_role_id=3)
        assert await settings.server_settings(tx, 8) == ServerSettings(8)


async def test_a_source_keeps_its_document_and_servers_do_not_share_them(state: State) -> None:
    async with state.write() as tx:
        await sources.keep_source_documents(tx, {"a.txt": "tides", "b.txt": "ports"})
        await sources.keep_source_documents(tx, {"a.txt": "high-tides"})
        await sources.keep_source_documents(tx, {"a.txt": "ours"}, guild_id=5)
    async with state.read() as tx:
        assert await sources.source_documents(tx) == {"a.txt": "high-tides", "b.txt": "ports"}
        assert await sources.source_documents(tx, guild_id=5) == {"a.txt": "ours"}


async def test_the_audit_log_shows_a_server_its_own_and_what_touched_all_newest_first(state: State) -> None:
    own, shared, other = (AuditEntry(at, guild, 9, "reload") for at, guild in ((1, 5), (2, None), (3, 6)))
    async with state.write() as tx:
        for entry in (own, shared, other):
            await audit.add_audit_entry(tx, entry)
        assert await audit.audit_log(tx, 5, limit=10) == [shared, own]
        assert await audit.audit_log(tx, 5, limit=1) == [shared]


def text(path: Path) -> None:
    path.write_text("only words " * 200)


def another_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA application_id = 77; CREATE TABLE recipe (name)")
    connection.close()


def unmarked_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE recipe (name)")
    connection.close()


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (text, Fault.DAMAGED),
        (another_program, Fault.FOREIGN),
        (unmarked_program, Fault.FOREIGN),
        (folder, Fault.READ_ONLY),
    ],
)
async def test_what_is_no_state_of_ours_is_refused_and_left_alone(tmp_path: Path, make, fault: Fault) -> None:
    path = tmp_path / "state.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(BadStore) as caught:
        await State.open(url(tmp_path))
    assert caught.value.fault == fault
    assert before is None or path.read_bytes() == before


async def test_a_torn_file_is_refused(tmp_path: Path) -> None:
    async with await State.open(url(tmp_path)) as state, state.write() as tx:
        for number in range(300):
            await settings.keep_value(tx, f"name {number}", "value " * 20)
    path = tmp_path / "state.db"
    data = bytearray(path.read_bytes())
    data[8192:16384] = b"\xa5" * 8192
    path.write_bytes(data)
    with pytest.raises(BadStore) as caught:
        await State.open(url(tmp_path))
    assert caught.value.fault == Fault.DAMAGED


async def test_a_schema_from_the_future_is_refused(tmp_path: Path) -> None:
    async with await State.open(url(tmp_path)):
        pass
    connection = sqlite3.connect(tmp_path / "state.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(BadStore) as caught:
        await State.open(url(tmp_path))
    assert caught.value.fault == Fault.FUTURE


async def test_a_full_disk_is_said_and_the_block_has_never_been(state: State) -> None:
    with pytest.raises(BadStore) as caught:
        async with state.write() as tx:
            await settings.keep_value(tx, "small", "x")
            (pages,) = (await tx.exec_driver_sql("PRAGMA page_count")).one()
            await tx.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            await settings.keep_value(tx, "large", "x" * 1_000_000)
    assert caught.value.fault == Fault.FULL
    async with state.read() as tx:
        assert await settings.kept_value(tx, "small") is None


async def test_a_file_that_another_process_keeps_locked_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.state.sqlite.BUSY_MS", 20)
    async with await State.open(url(tmp_path)) as state:
        other = sqlite3.connect(tmp_path / "state.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BadStore) as caught:
            async with state.write():
                pass
        other.close()
        assert caught.value.fault == Fault.LOCKED
        async with state.write() as tx:
            await settings.keep_value(tx, "after", "x")


async def test_no_thread_outlives_a_state_not_even_one_that_could_not_open(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    async with await State.open(url(tmp_path)) as state, state.read(), state.write():
        pass
    unmarked_program(tmp_path / "other.db")
    with pytest.raises(BadStore):
        await State.open(f"{SQLITE}{tmp_path / 'other.db'}")
    left = [thread for thread in set(threading.enumerate()) - before if "asyncio" not in thread.name]
    assert left == []
