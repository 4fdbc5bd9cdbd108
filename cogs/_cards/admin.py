"""What moderators see: what a reload would change, how the bot is, who changed what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.app import Reload
from bot.models import Problem
from bot.store.corpus import Counts, Difference
from bot.store.state.audit import AuditEntry
from bot.store.state.daily import Schedule
from bot.store.state.people import FORGOTTEN
from cogs._cards.layout import Row, Tone, card
from cogs._cards.markup import clip, plural
from cogs._views import Screen

NAMES, PROBLEMS, ENTRIES = 12, 10, 10


@dataclass(frozen=True, slots=True)
class Status:
    """How the bot is. `latency`: seconds between a heartbeat and its answer; NaN before the first."""

    fingerprint: str
    counts: Counts
    latency: float
    errors: Mapping[str, int]
    log: Sequence[AuditEntry]
    schedule: Schedule | None = None


def reloaded(reload: Reload, *, swapped: bool) -> Screen:
    note = "The new library is in use." if swapped else "Nothing was changed: this was a dry run."
    return card("Reload", *_changes(reload), note=note, tone=_tone(reload))


def asked(reload: Reload, rows: Sequence[Row]) -> Screen:
    """Before passages are lost, somebody has to say so."""
    question = "**Something would be lost.** Take the new library into use?"
    return card("Reload", *_changes(reload), question, rows=rows, tone=Tone.DOUBTFUL)


def answered(sentence: str) -> Screen:
    return card(None, sentence)


def status(status: Status) -> Screen:
    counts = status.counts
    sure = f"{counts.sure / counts.passages:.0%} of them surely attributed" if counts.passages else "none yet"
    return card(
        "Status",
        f"**Library** `{status.fingerprint}`\n"
        f"{plural(counts.documents, 'document')} · {plural(counts.passages, 'passage')}, {sure} · "
        f"{plural(counts.speakers, 'speaker')} · {plural(counts.topics, 'topic')} · "
        f"{plural(counts.claims, 'claim')} · {plural(counts.events, 'event')} · "
        f"{plural(counts.questions, 'question')}",
        f"**Last reload** {_last_reload(status.log)}\n**Next daily post** {_next_post(status.schedule)}",
        f"**Latency** {_milliseconds(status.latency)}\n**Errors since the start** {_errors(status.errors)}",
        "\n".join(
            ["**Audit log**", *map(_entry, status.log[:ENTRIES])] if status.log else ["**Audit log** empty"]
        ),
    )


def _changes(reload: Reload) -> list[str]:
    change = reload.difference
    lines = [
        _named("New documents", change.documents_new),
        _named("Changed documents", change.documents_changed),
        _named("Documents gone", change.documents_gone),
        f"**Passages** {change.passages_new:,} new, {change.passages_changed:,} with another speaker, "
        f"{len(change.passages_gone):,} gone",
        _named("Claims that lose a passage", change.claims_lost),
        _named("Questions that lose a passage", change.questions_lost),
        f"**Cards to be retired** {reload.cards_lost:,}" if reload.cards_lost else None,
    ]
    told = "\n".join(filter(None, lines)) if change else "Nothing has changed."
    return [told, *_problems(reload.read.problems)]


def _named(what: str, ids: Sequence[str]) -> str | None:
    if not ids:
        return None
    more = f" and {len(ids) - NAMES} more" if len(ids) > NAMES else ""
    return f"**{what}** {', '.join(clip(id, 70) for id in ids[:NAMES])}{more}"


def _problems(problems: Sequence[Problem]) -> list[str]:
    if not problems:
        return []
    lines = [_problem(problem) for problem in problems[:PROBLEMS]]
    more = [f"and {len(problems) - PROBLEMS} more"] if len(problems) > PROBLEMS else []
    return ["\n".join([f"**{plural(len(problems), 'error')}**", *lines, *more])]


def _problem(problem: Problem) -> str:
    # file and folder: enough to find it, and nothing of how the host's disk is laid out
    path = "/".join(Path(problem.path).parts[-2:]).replace("`", "'")[-80:]
    line = f", line {problem.line}" if problem.line else ""
    return f"- `{path}`{line}: {clip(problem.what, 160)}"


def is_loss(change: Difference) -> bool:
    return bool(change.documents_gone or change.passages_gone or change.claims_lost or change.questions_lost)


def _tone(reload: Reload) -> Tone:
    return Tone.DOUBTFUL if reload.read.problems else Tone.GOOD


def _last_reload(log: Sequence[AuditEntry]) -> str:
    at = next((entry.at for entry in log if entry.action in ("reload", "undo")), None)
    return f"<t:{at // 1000}:R>" if at is not None else "before the log begins"


def _next_post(schedule: Schedule | None) -> str:
    if schedule is None:
        return "none set: `/daily set`"
    return "paused: `/daily status`" if schedule.paused else f"<t:{schedule.next_at // 1000}:F>"


def _entry(entry: AuditEntry) -> str:
    named = {None: "the program", FORGOTTEN: "somebody since erased"}
    who = named.get(entry.user_id, f"<@{entry.user_id}>")
    what = " ".join(filter(None, (entry.action, entry.subject)))
    change = " → ".join(clip(value, 60) for value in (entry.before, entry.after) if value)
    return f"- <t:{entry.at // 1000}:f> {who}: {clip(what, 100)}" + (f" ({change})" if change else "")


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds == seconds else "not measured yet"


def _errors(errors: Mapping[str, int]) -> str:
    return ", ".join(f"{plural(times, name, name)}" for name, times in sorted(errors.items())) or "none"
