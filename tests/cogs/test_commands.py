"""Every command there is, against Discord's limits and the house's own rules."""

import pytest

from cogs._cards.help import TASKS, leaves

LONGEST_DESCRIPTION, LARGEST_COMMAND = 100, 8_000
IN_MESSAGES_TOO = {"help", "privacy"}


@pytest.fixture
def payload(bot):
    return bot.commands_tree.payload()


def size(part):
    """Characters that Discord counts: names, descriptions and values, of all that is nested in a command."""
    own = sum(len(str(part.get(field, ""))) for field in ("name", "description", "value"))
    return own + sum(size(inner) for key in ("options", "choices") for inner in part.get(key) or ())


def nested(part):
    yield part
    for inner in part.get("options") or ():
        yield from nested(inner)


def test_names_are_unique(payload):
    names = [(command["name"], command.get("type", 1)) for command in payload]
    assert len(names) == len(set(names))


def test_everything_is_described_by_its_author_and_shortly(payload):
    for command in payload:
        for part in nested(command) if command.get("type", 1) == 1 else ():
            assert 3 < len(part["description"]) <= LONGEST_DESCRIPTION, (command["name"], part["name"])


def test_no_command_is_larger_than_discord_takes(payload):
    assert max(map(size, payload)) < LARGEST_COMMAND


def test_commands_are_for_servers_and_two_for_direct_messages_too(payload):
    for command in payload:
        assert command["contexts"] == ([0, 1] if command["name"] in IN_MESSAGES_TOO else [0]), command["name"]
        assert command["integration_types"] == [0]


def test_moderators_commands_are_hidden_from_others(payload):
    hidden = {command["name"] for command in payload if command.get("default_member_permissions")}
    assert hidden == {command["name"] for command in payload} & {"admin", "daily"}


def test_help_has_every_command_under_one_task(bot):
    roots = {name.split()[0] for name in leaves(bot.commands_tree)}
    listed = [root for _, names in TASKS for root in names]
    assert len(listed) == len(set(listed))
    assert roots <= set(listed)


async def test_help_shows_every_command_within_discords_limits(bot, alice, general):
    from cogs._cards import help as cards
    from cogs._cards.limits import check

    overview = cards.overview(bot.commands_tree)
    check(overview)
    assert "not shown" not in str(overview.to_components())
    for name in leaves(bot.commands_tree):
        check(cards.one(bot.commands_tree, name))
