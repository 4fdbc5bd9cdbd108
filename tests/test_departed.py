"""Servers that removed the bot."""

import pytest

from bot.departed import DAY, forget_servers
from bot.store.state import State, servers, settings

HERE, GONE = 333_333_333_333_333_333, 444_444_444_444_444_444
START = 1_800_000_000.0


@pytest.fixture
async def state(tmp_path):
    async with await State.open(f"sqlite+aiosqlite:///{tmp_path / 'state.db'}") as state:
        async with state.write() as tx:
            for server in (HERE, GONE):
                await settings.set_server(tx, settings.ServerSettings(server, moderator_role_id=1))
        yield state


async def kept(state):
    async with state.read() as tx:
        return await servers.servers_with_data(tx)


async def test_a_server_that_removed_the_bot_is_forgotten_after_30_days_and_not_before(state):
    for day in (0, 1, 29.9):
        assert await forget_servers(state, [HERE], START + day * DAY) == []
    assert await kept(state) == [HERE, GONE]
    assert await forget_servers(state, [HERE], START + 30.1 * DAY) == [GONE]
    assert await kept(state) == [HERE]


async def test_a_server_that_asks_the_bot_back_keeps_all(state):
    await forget_servers(state, [HERE], START)
    await forget_servers(state, [HERE, GONE], START + 20 * DAY)
    assert await forget_servers(state, [HERE], START + 40 * DAY) == []
    assert await kept(state) == [HERE, GONE]
