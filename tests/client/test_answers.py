"""Errors come out by two doors, the command tree and the views, and both say the same."""

import logging
import re

import discord
import pytest
from discord import app_commands, ui

from bot.errors import BadStore, Fault, NothingFound
from cogs._views import Form, Live, Screen
from tests.conftest import buttons, shown


class Broken(Live["ui.Button"], template=r"broken:(?P<how>[a-z]+)"):
    async def press(self, interaction):
        fail(self.state["how"])


class Question(Form, title="Question"):
    async def on_submit(self, interaction):
        fail("known")

    answer = ui.Label(text="Answer", component=ui.TextInput(required=False))


class Plain(Screen):
    def __init__(self):
        super().__init__(timeout=60)
        button = ui.Button(label="Break")
        button.callback = self.broken
        self.add_item(ui.ActionRow(button))

    async def broken(self, interaction):
        fail("unknown")


def fail(how):
    if how == "known":
        raise NothingFound("*events*")
    if how == "disk":
        raise BadStore("/srv/secret/state.db", Fault.FULL)
    raise RuntimeError("the cellar is flooded")


@pytest.fixture
async def trouble(bot):
    """Commands and buttons that fail in every way."""

    @bot.tree.command(description="Fails")
    async def trouble(interaction: discord.Interaction, how: str):
        if how == "after":
            await interaction.response.send_message("Here.")
        if how == "button":
            row = [
                Broken(ui.Button(label=how, custom_id=f"broken:{how}"), {}) for how in ("known", "unknown")
            ]
            await interaction.response.send_message(view=Screen().add_item(ui.ActionRow(*row)))
        elif how == "form":
            await interaction.response.send_modal(Question())
        elif how == "plain":
            await interaction.response.send_message(view=Plain())
        elif how == "stranger":
            button = ui.Button(label="Old", custom_id="of-an-earlier-version")
            view = Screen().add_item(ui.ActionRow(button))
            await interaction.response.send_message(view=view)
            view.stop()
        elif how == "refused":
            raise app_commands.CheckFailure
        else:
            fail(how)

    bot.add_dynamic_items(Broken)
    await bot.tree.sync()
    return trouble


@pytest.mark.parametrize("how", ["known", "after"])
async def test_a_known_error_is_a_private_sentence_with_the_next_step(alice, general, trouble, bot, how):
    answer = await alice.slash(general, "trouble", how=how)
    last = answer.followups[-1] if answer.followups else answer.response
    assert last.ephemeral
    if how == "known":
        assert shown(answer) == "I found no *events* for that. Try fewer or wider options."
    bot.errors.clear()


async def test_an_unknown_error_is_an_apology_whose_reference_stands_in_the_log(
    alice, general, trouble, bot, caplog
):
    answer = await alice.slash(general, "trouble", how="unknown")
    assert answer.ephemeral
    assert "flooded" not in shown(answer)
    reference = re.search(r"\*\*([0-9A-F]{6})\*\*", shown(answer))[1]
    (record,) = [record for record in caplog.records if reference in record.getMessage()]
    assert "flooded" in str(record.exc_info)
    assert bot.errors == {"RuntimeError": 1}
    bot.errors.clear()


async def test_a_fault_of_the_disk_names_no_file_to_members(alice, general, trouble, bot, caplog):
    answer = await alice.slash(general, "trouble", how="disk")
    assert "/srv/secret" not in shown(answer)
    assert "the reference **" in shown(answer)
    assert bot.errors == {"BadStore": 1}
    bot.errors.clear()


@pytest.mark.parametrize(
    ("how", "label", "words"),
    [
        ("button", "known", "I found no"),
        ("button", "unknown", "Sorry, something went wrong"),
        ("plain", "Break", "Sorry, something went wrong"),
    ],
)
async def test_errors_of_buttons_are_answered_like_those_of_commands(
    alice, general, trouble, bot, how, label, words
):
    answer = await alice.slash(general, "trouble", how=how)
    pressed = await alice.click(answer.response, label=label)
    assert pressed.ephemeral
    assert words in shown(pressed)
    bot.errors.clear()


async def test_errors_of_forms_are_answered_too(alice, general, trouble):
    form = await alice.slash(general, "trouble", how="form")
    answer = await alice.submit_modal(form, {})
    assert answer.ephemeral
    assert "I found no" in shown(answer)


async def test_a_button_that_nobody_knows_any_more_is_answered(alice, general, trouble):
    answer = await alice.slash(general, "trouble", how="stranger")
    assert list(buttons(answer.response)) == ["Old"]
    pressed = await alice.click(answer.response, label="Old")
    assert pressed.ephemeral
    assert "from an earlier version" in shown(pressed)


async def test_who_may_not_is_told_who_may(alice, general, trouble):
    answer = await alice.slash(general, "trouble", how="refused")
    assert answer.ephemeral
    assert "That is for moderators" in shown(answer)


@pytest.mark.parametrize("code", [10062, 40060])
async def test_an_answer_that_discord_no_longer_takes_is_one_line_in_the_log(
    alice, general, trouble, discord_world, caplog, code
):
    caplog.set_level(logging.WARNING)
    discord_world.inject_error("POST", "/interactions/*/callback", status=400, code=code)
    await alice.slash(general, "trouble", how="plain")
    said = [record.levelname for record in caplog.records if record.name == "bot.client.answers"]
    assert said == ["WARNING"]


async def test_one_interaction_delivered_twice_has_one_effect(bot):
    class Again:
        id = 7

        def __init__(self):
            self.extras = {}

    assert [bot.takes(Again()), bot.takes(Again())] == [True, False]
