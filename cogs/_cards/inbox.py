"""/admin inbox: what waits for a moderator's word, the first of each kind in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.quiz.asked import Asked
from bot.store.state.daily import Schedule
from bot.store.state.reports import QuestionReport
from bot.store.state.suggestions import Suggestion
from cogs._cards.layout import Row, Tone, card
from cogs._cards.markup import clip, plural
from cogs._views import Screen


@dataclass(frozen=True, slots=True)
class Inbox:
    """`lost`: keys of passages whose speaker was settled, and which are not there any more."""

    suggestions: Sequence[Suggestion]
    reports: Sequence[tuple[QuestionReport, Asked]]
    schedule: Schedule | None
    lost: Sequence[str]

    def __bool__(self) -> bool:
        return bool(self.suggestions or self.reports or self.lost or (self.schedule and self.schedule.paused))


def inbox(waiting: Inbox, rows: Sequence[Row]) -> Screen:
    blocks = [
        *(_suggestion(waiting.suggestions[0], len(waiting.suggestions)) if waiting.suggestions else []),
        *(_report(*waiting.reports[0], len(waiting.reports)) if waiting.reports else []),
        *(_paused(waiting.schedule) if waiting.schedule and waiting.schedule.paused else []),
        *(_lost(waiting.lost) if waiting.lost else []),
    ]
    return card(
        "Inbox",
        *(blocks or ["Nothing waits for you."]),
        rows=rows,
        tone=Tone.DOUBTFUL if waiting else Tone.GOOD,
    )


def _suggestion(first: Suggestion, count: int) -> list[str]:
    return [
        f"**{plural(count, 'suggested fact')}**\n> {clip(' '.join(first.text.split()), 700)}\n"
        f"-# from <@{first.author}>, <t:{first.at // 1000}:R>"
    ]


def _report(report: QuestionReport, asked: Asked, count: int) -> list[str]:
    wrong = ", ".join(clip(choice.text, 80) for choice in asked.choices if choice is not asked.answer)
    lines = [
        f"**{plural(count, 'reported question')}**",
        clip(asked.prompt, 400),
        *([f"> {clip(asked.words, 500)}"] if asked.words else []),
        f"Right: **{clip(asked.answer.text, 150)}** · wrong: {wrong}",
        f"-# reported {plural(report.times, 'time')}, first by <@{report.reporter}>, "
        f"<t:{report.reported // 1000}:R>; it rests until you decide",
        *([f"-# they say: {clip(report.note, 300)}"] if report.note else []),
    ]
    return ["\n".join(lines)]


def _paused(schedule: Schedule) -> list[str]:
    reason = clip(schedule.paused or "", 300)
    return [
        f"**The daily post is paused**\nIn <#{schedule.channel}>: {reason}\n"
        "`/admin doctor` shows what is missing; `/daily set` starts it again."
    ]


def _lost(keys: Sequence[str]) -> list[str]:
    named = "\n".join(f"- {clip(key, 90)}" for key in keys[:10])
    return [
        f"**{plural(len(keys), 'settled attribution')} without a passage**\n{named}\n"
        "-# The text is read otherwise now. Nothing was moved to a look-alike: settle them anew."
    ]
