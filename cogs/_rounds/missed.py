"""What somebody did not answer right in a round, for them alone."""

from __future__ import annotations

from bot.errors import Outdated
from bot.quiz import keeping
from bot.quiz.table import missed
from cogs._cards import quiz as cards
from cogs._cards.layout import card, paged
from cogs._rounds.evidence import receipt_of
from cogs._views import Interaction, Screen, base36, pages, turns

TITLE = "What you missed"


@pages("missed")
async def missed_page(interaction: Interaction, state: str, page: int, owner: int) -> Screen:
    """`state`: the round's id in base 36. Whoever presses sees what they themselves missed."""
    kept = await keeping.round_of(interaction.client.app.state, int(state, 36))
    if kept is None or kept.round.guild != interaction.guild_id:
        raise Outdated
    round, user = kept.round, interaction.user.id
    numbers = missed(round.questions, round.played, user)
    if not numbers:
        played = any(reply.user == user for replies in round.played for reply in replies)
        return card(TITLE, "Nothing: all right." if played else "You did not play in this round.")
    blocks = [
        cards.missed(
            round, number, user, await receipt_of(interaction.client, round.guild, round.questions[number])
        )
        for number in numbers
    ]
    leaves = paged(blocks, most=5)
    page = min(page, len(leaves) - 1)
    rows = turns("missed", page, len(leaves), owner, base36(round.id))
    return card(TITLE, *leaves[page], rows=rows)
