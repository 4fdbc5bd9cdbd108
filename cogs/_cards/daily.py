"""The daily post, and what moderators see of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.daily.facts import Kind
from bot.daily.poller import Shown
from bot.store.state.daily import CLAIMED, SENT, Post, Schedule
from bot.store.state.suggestions import Suggestion
from cogs._cards import quotes
from cogs._cards.layout import Row, Tone, card
from cogs._cards.markup import clip, label, plain
from cogs._cards.when import in_words
from cogs._views import Screen

WORDS = 900
"""Characters of each quote under a fact."""
RECEIPTS = 2

_HEADS = {
    Kind.CLAIM: "A position",
    Kind.EVENT: "On the timeline",
    Kind.QUOTE: "In their words",
    Kind.SUGGESTED: "From the group",
}


@dataclass(frozen=True, slots=True)
class Day:
    """A date with the fact that is meant for it; `None` where there is nothing to post."""

    day: date
    at: int  # epoch seconds
    shown: Shown | None
    pinned: bool = False


def post(shown: Shown, day: date, rows: Sequence[Row]) -> Screen:
    """The daily post itself: a fact in our words, and the words of the source that it rests on."""
    blocks = [*([_told(shown, 600)] if shown.fact.text else []), *_words(shown)]
    note = "suggested by a member; not from the documents" if shown.fact.kind is Kind.SUGGESTED else None
    return card(_head(shown, day), *blocks, note=note, rows=rows, tone=Tone.GOOD)


def thread_name(shown: Shown, day: date) -> str:
    return label(f"{day.isoformat()}: {shown.fact.text or shown.receipts[0].text}", 100)


def status(schedule: Schedule | None, last: Sequence[Post], looked: int | None) -> Screen:
    """`looked`: epoch seconds of the poller's last look."""
    if schedule is None:
        return card("No daily post is set up", "Choose where and when with /daily set.", *_history(last))
    where = f"In <#{schedule.channel}> at {clock(schedule.minute)}, {clip(schedule.zone, 64)}"
    thread = ", with a thread to discuss it" if schedule.thread else ""
    if schedule.paused:
        state = f"⚠ Paused: {clip(schedule.paused, 300)}. Mend that, then run /daily set again."
    else:
        state = f"Next: <t:{schedule.next_at // 1000}:F> (<t:{schedule.next_at // 1000}:R>)"
    note = f"last looked <t:{looked}:R>" if looked else None
    tone = Tone.DOUBTFUL if schedule.paused else Tone.PLAIN
    return card("The daily post", f"{where}{thread}.\n{state}", *_history(last), note=note, tone=tone)


def changed(schedule: Schedule) -> Screen:
    at = schedule.next_at // 1000
    thread = " A thread to discuss it opens with each." if schedule.thread else ""
    return card(
        "The daily post is set",
        f"In <#{schedule.channel}>, every day at {clock(schedule.minute)}, {schedule.zone}.{thread}\n"
        f"The next one comes <t:{at}:F> (<t:{at}:R>).",
        note="/daily preview shows what comes; /daily off ends it.",
        tone=Tone.GOOD,
    )


def off() -> Screen:
    return card("The daily post is off", "Nothing more is posted. /daily set brings it back.")


def paused(channel: int, reason: str) -> Screen:
    return card(
        "The daily post has paused",
        f"I could not post in <#{channel}>: {clip(reason, 300)}. Mend that, then run /daily set again.",
        tone=Tone.DOUBTFUL,
    )


def suggested() -> Screen:
    return card(None, "Thank you. The moderators will look at it.", tone=Tone.GOOD)


def suggestion_notice(suggestion: Suggestion) -> Screen:
    who = f"<@{suggestion.author}> suggests a fact for the daily post:"
    return card("A suggestion", f"{who}\n> {clip(suggestion.text, 600)}", note="/admin inbox decides on it")


def preview(days: Sequence[Day], rows: Sequence[Row] = ()) -> Screen:
    return card("What comes next", "\n".join(_preview(day) for day in days), rows=rows)


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _head(shown: Shown, day: date) -> str:
    fact = shown.fact
    if fact.is_of(day) and fact.when and fact.when.start:
        years = day.year - int(fact.when.start[:4])
        return f"On this day, {years} {'year' if years == 1 else 'years'} ago" if years > 0 else "Today"
    return _HEADS[fact.kind]


def _told(shown: Shown, limit: int) -> str:
    """The fact in our own words, with its date or whose position it is; a quote as it stands."""
    fact = shown.fact
    if fact.text is None:
        return clip(shown.receipts[0].text, limit)
    if fact.kind is Kind.EVENT and fact.when:
        return f"**{in_words(fact.when)}** {clip(fact.text, limit)}"
    speaker = shown.receipts[0].speaker if shown.receipts else None
    return f"**{clip(speaker.name, 80)}**: {clip(fact.text, limit)}" if speaker else clip(fact.text, limit)


def _words(shown: Shown) -> list[str]:
    return [quotes.quote(receipt, WORDS) for receipt in shown.receipts[:RECEIPTS]]


def _history(last: Sequence[Post]) -> list[str]:
    return ["\n".join(["**Before**", *map(_past, last)])] if last else []


def _past(post: Post) -> str:
    if post.state == SENT:
        link = f"https://discord.com/channels/{post.guild}/{post.channel}/{post.message}"
        return f"- {post.date}: [posted]({link})" if post.message else f"- {post.date}: posted"
    if post.state == CLAIMED:
        return f"- {post.date}: on its way"
    return f"- {post.date}: left out, because {clip(post.reason or 'it was late', 200)}"


def _preview(day: Day) -> str:
    told = _told(day.shown, 160) if day.shown else "nothing to post"
    pinned = " 📌" if day.pinned else ""
    return f"- <t:{day.at}:D>{pinned} {told}"


def option(day: Day) -> tuple[str, str]:
    """A day in a menu: its date, and what is meant for it."""
    shown = day.shown
    words = (shown.fact.text or shown.receipts[0].text) if shown else "nothing"
    return label(day.day.isoformat(), 100), label(plain(words), 100)
