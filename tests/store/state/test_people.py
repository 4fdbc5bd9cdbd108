"""A person's traces are all known, and none is left when they are erased."""

import pytest
from sqlalchemy import BigInteger, String, insert, select

from bot.store.state import State, metadata, people, servers, settings

PERSON, OTHER = 111_111_111_111_111_111, 222_222_222_222_222_222
SERVER, ANOTHER = 333_333_333_333_333_333, 444_444_444_444_444_444

# what a column of this type may hold that is no person: a new name has to be put here, or into TRACES
NO_PERSON = {
    "id", "added", "at", "guild", "guild_id", "channel", "open_channel", "message", "table_message", "round",
    "moderator_role_id", "notice_channel_id",
    # times
    "due", "lease", "tried", "next_at", "reported", "opened", "deadline", "started", "ended",
    "clicked", "left",
}  # fmt: skip


@pytest.fixture
async def state(tmp_path):
    async with await State.open(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") as state:
        yield state


KEYS = {"identity", "date", "name", "fact", "source_file"}


async def fill(tx, person, server):
    """A row in every table, about one person in one server; the server's id makes keys unique."""
    await tx.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table in metadata.sorted_tables:
        await tx.execute(insert(table).values({c.name: sample(c, person, server) for c in table.columns}))


def sample(column, person, server):
    if any(column is trace.column for trace in people.TRACES):
        return person
    if column.name in (*servers.GUILD, "id", "round", "open_channel"):
        return server
    if column.name in KEYS:
        return f"{column.name} {server}"
    return column.name if isinstance(column.type, String) else 1


def test_every_column_that_could_hold_a_person_is_known():
    traced = {trace.column for trace in people.TRACES}
    for table in metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, BigInteger) and column not in traced:
                assert column.name in NO_PERSON, f"{table.name}.{column.name}"


async def test_whoever_is_erased_is_named_nowhere_and_others_keep_what_is_theirs(state):
    async with state.write() as tx:
        await fill(tx, PERSON, SERVER)
        await fill(tx, OTHER, ANOTHER)
        assert {held.what for held in await people.held_on(tx, PERSON)} == {t.what for t in people.TRACES}
        before = await people.held_on(tx, OTHER)
    async with state.write() as tx:
        await people.erase(tx, PERSON)
    async with state.read() as tx:
        assert await people.held_on(tx, PERSON) == []
        assert await people.held_on(tx, OTHER) == before
        assert str(PERSON) not in await everything(tx)


async def test_a_purged_server_leaves_nothing_and_others_keep_what_is_theirs(state):
    async with state.write() as tx:
        await fill(tx, PERSON, SERVER)
        await fill(tx, OTHER, ANOTHER)
        await servers.purge(tx, SERVER)
    async with state.read() as tx:
        assert str(SERVER) not in (await everything(tx)).replace(f"name {SERVER}", "")
        assert await servers.servers_with_data(tx) == [ANOTHER]
        assert await people.held_on(tx, OTHER)


async def everything(tx):
    return str([list(await tx.execute(select(table))) for table in metadata.sorted_tables])


async def test_servers_that_left_while_the_bot_was_away_are_found_and_those_back_are_not_purged(state):
    async with state.write() as tx:
        for server in (SERVER, ANOTHER):
            await settings.set_server(tx, settings.ServerSettings(server))
        await servers.mark_left(tx, ANOTHER, at=5)
        await servers.compare(tx, [ANOTHER], at=10)
        assert await servers.left_before(tx, 11) == [SERVER]
        await servers.compare(tx, [], at=20)
        assert await servers.left_before(tx, 11) == [SERVER]
        assert await servers.left_before(tx, 21) == [SERVER, ANOTHER]
