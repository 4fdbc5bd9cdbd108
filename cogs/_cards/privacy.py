"""/privacy: what is stored on a person, in words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.store.state.people import Held
from cogs._cards.layout import card
from cogs._cards.markup import plural
from cogs._views import Screen

ALWAYS = (
    "I keep no messages and no names: only your Discord id beside what you did here, such as answers in quiz "
    "rounds, so that scores can be shown. I never read the messages of a channel. Whoever runs this bot can "
    "see what is stored."
)
WAYS = "-# /privacy export gives you all of it as a file; /privacy delete erases it at once, in every server."


def held(found: Sequence[Held]) -> Screen:
    lines = [f"- {one.what}: {plural(len(one.rows), 'entry', 'entries')}" for one in found]
    stored = "\n".join(["**Stored on you**", *lines]) if lines else "**Stored on you** nothing"
    return card("Privacy", stored, ALWAYS, WAYS)


def exported(found: Sequence[Held]) -> str:
    return "All that is stored on you." if found else "Nothing is stored on you."


def erased(found: Sequence[Held]) -> str:
    if not found:
        return "Nothing was stored on you."
    return "All that was stored on you is erased. This file holds what it was; I keep no copy."
