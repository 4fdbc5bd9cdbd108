"""The buttons of a round. Each carries the round's id, so it works after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from discord import ui

from bot.quiz.asked import Asked
from bot.quiz.round import Phase, Round
from cogs._cards import quiz as cards
from cogs._cards.layout import Row
from cogs._notices import tell_moderators
from cogs._reply import reply
from cogs._rounds.missed import missed_page
from cogs._views import Interaction, Live, base36

if TYPE_CHECKING:
    from cogs._rounds.rounds import Rounds

ROUND = r"(?P<round>[0-9a-z]{1,13})"
NUMBER = r"(?P<number>[0-9]{1,2})"


def rounds_of(interaction: Interaction) -> Rounds:
    cog: Any = interaction.client.get_cog("quiz")
    rounds: Rounds = cog.rounds
    return rounds


class _OfRound(Live[ui.Button[Any]], template=r"(?!)"):
    @property
    def round(self) -> int:
        return int(self.state["round"], 36)


class Option(_OfRound, template=rf"quiz:{ROUND}:{NUMBER}:(?P<option>[0-9])"):
    """An answer to a question."""

    @classmethod
    def of(cls, round: Round, number: int, rank: int) -> Self:
        id = f"quiz:{base36(round.id)}:{number}:{rank}"
        text = cards.button(rank, round.questions[number].choices[rank])
        return cls(ui.Button(label=text, custom_id=id), {})

    async def press(self, interaction: Interaction) -> None:
        sentence = await rounds_of(interaction).answer(
            interaction, self.round, int(self.state["number"]), int(self.state["option"])
        )
        await interaction.response.send_message(sentence, ephemeral=True)


class Control(_OfRound, template=rf"quizdo:(?P<what>skip|next|stop):{ROUND}"):
    """What the starter and moderators can do."""

    @classmethod
    def of(cls, round: Round, what: str, text: str) -> Self:
        return cls(ui.Button(label=text, custom_id=f"quizdo:{what}:{base36(round.id)}"), {})

    async def press(self, interaction: Interaction) -> None:
        await rounds_of(interaction).control(interaction, self.round, self.state["what"])
        await interaction.response.defer()


class Missed(_OfRound, template=rf"quizmissed:{ROUND}"):
    """What the one who presses did not know, privately."""

    async def press(self, interaction: Interaction) -> None:
        page = await missed_page(interaction, self.state["round"], 0, interaction.user.id)
        await reply(interaction, page, private=True)


class Again(_OfRound, template=rf"quizagain:{ROUND}"):
    """A new round like this one."""

    async def press(self, interaction: Interaction) -> None:
        await rounds_of(interaction).again(interaction, self.round)
        await interaction.response.defer()


class Report(_OfRound, template=rf"quizreport:{ROUND}:{NUMBER}"):
    """Tells the moderators that something is wrong with a question."""

    async def press(self, interaction: Interaction) -> None:
        asked = await rounds_of(interaction).report(interaction, self.round, int(self.state["number"]))
        await interaction.response.send_message(
            "Thank you. The question rests until a moderator has looked at it.", ephemeral=True
        )
        if asked is not None:
            notice = cards.report_notice(asked, interaction.user.id)
            await tell_moderators(interaction.client, interaction.guild_id or 0, notice)


def of_question(round: Round, number: int) -> list[Row]:
    asked: Asked = round.questions[number]
    options = [Option.of(round, number, rank) for rank in range(len(asked.choices))]
    rows: list[Row] = [ui.ActionRow(*options[start : start + 5]) for start in range(0, len(options), 5)]
    return [*rows, ui.ActionRow(Control.of(round, "skip", "Skip"), Control.of(round, "stop", "Stop"))]


def of_answer(round: Round, number: int) -> list[Row]:
    report = Report(ui.Button(label="Report", custom_id=f"quizreport:{base36(round.id)}:{number}"), {})
    paused = round.phase is Phase.PAUSED and number == round.number
    controls = [Control.of(round, "next", "Continue"), Control.of(round, "stop", "Stop")] if paused else []
    return [ui.ActionRow(*controls, report)]


def of_table(round: Round) -> list[Row]:
    id = base36(round.id)
    again = Again(ui.Button(label="Play again", custom_id=f"quizagain:{id}"), {})
    if not any(round.played):
        return [ui.ActionRow(again)]
    return [ui.ActionRow(Missed(ui.Button(label="What I missed", custom_id=f"quizmissed:{id}"), {}), again)]


def is_of_question(custom_id: str, round: int, number: int) -> bool:
    """Whether a message with this button shows the question or its answer."""
    id = base36(round)
    return custom_id.startswith(f"quiz:{id}:{number}:") or custom_id == f"quizreport:{id}:{number}"


def is_of_table(custom_id: str, round: int) -> bool:
    return custom_id == f"quizagain:{base36(round)}"


LIVE: tuple[type[Live[Any]], ...] = (Option, Control, Missed, Again, Report)
