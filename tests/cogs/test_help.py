"""/help answers privately, everywhere, and names the nearest command where there is none."""

from tests.conftest import shown


async def test_help_lists_commands_by_task_with_mentions_one_can_click(bot, alice, general):
    answer = await alice.slash(general, "help")
    assert answer.ephemeral
    assert f"</help:{bot.commands_tree.ids['help']}> Show what you can do here" in shown(answer)
    assert "**About me and my data**" in shown(answer)


async def test_help_tells_about_one_command(alice, general):
    answer = await alice.slash(general, "help", command="/help")
    assert "- `command`: The command you want to know more about" in shown(answer)


async def test_help_works_in_direct_messages(alice):
    assert "What you can do here" in shown(await alice.user.slash("help"))


async def test_a_misspelt_command_is_answered_with_the_nearest(alice, general):
    answer = await alice.slash(general, "help", command="halp")
    assert answer.ephemeral
    assert "I know no command “halp”. Did you mean “/help”?" in shown(answer)


async def test_commands_are_suggested_while_one_types(alice, general):
    assert {"name": "/help", "value": "help"} in await alice.autocomplete(general, "help", "command", "/he")
