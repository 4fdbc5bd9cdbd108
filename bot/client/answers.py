"""What a person is told when something goes wrong: always privately, always with a next step.

Both entrances of errors, the command tree's and the views', come here.
"""

from __future__ import annotations

import logging
import secrets

import discord
from discord import app_commands

from bot.client.markup import escape
from bot.errors import BadSettings, BadStore, ColloquyError, NotAllowed, Outdated, explain

log = logging.getLogger(__name__)

UNKNOWN_INTERACTION, ALREADY_ANSWERED = 10062, 40060
OPERATORS = (BadStore, BadSettings)
"""Faults that only whoever runs the bot can mend, and whose words name files: members get a reference."""
_LOST = {
    UNKNOWN_INTERACTION: "came too late: Discord had given up waiting for an answer",
    ALREADY_ANSWERED: "was answered already, by another running copy of this bot",
}


async def answer_error(interaction: discord.Interaction, error: BaseException) -> BaseException | None:
    """Turns an error into a private answer. An unknown one gets a reference that also stands in the log.

    Returns the error where it is one that nobody foresaw.
    """
    cause = _cause(error)
    if isinstance(cause, discord.HTTPException) and cause.code in _LOST:
        log.warning("%s %s", _name(interaction), _LOST[cause.code])
    elif isinstance(cause, ColloquyError) and not isinstance(cause, OPERATORS):
        await tell(interaction, escape(explain(cause)))
    else:
        reference = secrets.token_hex(3).upper()
        log.error("%s failed, reference %s", _name(interaction), reference, exc_info=cause)
        await tell(
            interaction,
            f"Sorry, something went wrong on my side. Please try again; if it happens again, tell whoever "
            f"runs this bot the reference **{reference}**.",
        )
        return cause
    return None


async def tell(interaction: discord.Interaction, sentence: str) -> None:
    """Says a sentence to the one who acted and to nobody else, whether or not there was an answer before."""
    try:
        if interaction.response.is_done():
            await interaction.followup.send(sentence, ephemeral=True)
        else:
            await interaction.response.send_message(sentence, ephemeral=True)
    except discord.HTTPException as error:
        log.warning("%s could not be answered: %s", _name(interaction), error)


def _cause(error: BaseException) -> BaseException:
    """What discord.py has wrapped; its own refusals become ours."""
    match error:
        case app_commands.CommandInvokeError():
            return error.original
        case app_commands.TransformerError() if error.__cause__ is not None:
            return error.__cause__
        case app_commands.CheckFailure():
            return NotAllowed()
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return Outdated()
        case _:
            return error


def _name(interaction: discord.Interaction) -> str:
    """What was done, in words for the log; never what was typed."""
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    return f"{interaction.type.name} {dict(interaction.data or {}).get('custom_id', '')}"
