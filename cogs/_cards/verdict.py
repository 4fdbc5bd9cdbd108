"""/verify: what was found out about a quote. Differences are told in words, not by colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.library.receipts import Receipt
from bot.library.verify import Difference, Finding, Verdict
from cogs._cards.layout import Row, Tone, card
from cogs._cards.markup import clip, plural, quoted
from cogs._cards.quotes import doubts, quote, source
from cogs._views import Screen

ASKED, SHOWN, DIFFERENCES, PLACES = 500, 1_600, 8, 5

TITLES = {
    Finding.VERBATIM: ("✓ Verbatim", Tone.GOOD),
    Finding.ALTERED: ("≠ Altered", Tone.BAD),
    Finding.CUT_SHORT: ("✂ Cut short", Tone.DOUBTFUL),
    Finding.MISATTRIBUTED: ("⇄ Misattributed", Tone.BAD),
    Finding.NOT_FOUND: ("✗ Not found", Tone.BAD),
    Finding.TOO_SHORT: ("… Too short to tell", Tone.PLAIN),
}


def verdict(
    asked: str,
    speaker: str | None,
    found: Verdict,
    cut: Sequence[Receipt],
    others: Sequence[Receipt],
    rows: Sequence[Row],
) -> Screen:
    """`cut`: the receipts of the sentences the words stand in, or of the nearest if any; `others`: where else.

    `speaker`: the name of whoever is said to have said it.
    """
    title, tone = TITLES[found.finding]
    return card(
        title,
        f"> {clip(' '.join(asked.split()), ASKED)}\n{_told(found, speaker, cut)}",
        *_differences(found.differences),
        *([_shown(cut)] if cut else []),
        *(["\n".join(["-# Also in", *(f"- {source(one)}" for one in others)])] if others else []),
        rows=rows,
        tone=tone,
    )


def _told(found: Verdict, speaker: str | None, cut: Sequence[Receipt]) -> str:
    """The verdict in a sentence or two."""
    match found.finding:
        case Finding.VERBATIM:
            return f"These words stand there, one by one{_times(found)}."
        case Finding.ALTERED:
            return "These words do not stand there as they are given. What differs:"
        case Finding.CUT_SHORT:
            limit = clip(found.limit or "", 300)
            return f"The words are right, but they leave out what limits them: **{limit}**"
        case Finding.MISATTRIBUTED:
            whose = clip(cut[0].chain, 120) if cut else "somebody else"
            return (
                f"These words stand there, but not from {clip(speaker or '', 80)}: they are from **{whose}**."
            )
        case Finding.NOT_FOUND if found.passage:
            return "These words stand in no document here. The nearest there is:"
        case Finding.NOT_FOUND:
            return "These words stand in no document here, and nothing here is like them."
        case Finding.TOO_SHORT:
            return "So few words could stand anywhere. Give four or more."


def _times(found: Verdict) -> str:
    return f", in {plural(len(found.places), 'place')}" if len(found.places) > 1 else ""


def _differences(differences: Sequence[Difference]) -> list[str]:
    lines = [_difference(one) for one in differences[:DIFFERENCES]]
    if len(differences) > DIFFERENCES:
        lines.append(f"and {plural(len(differences) - DIFFERENCES, 'more')}")
    return ["\n".join(lines)] if lines else []


def _difference(one: Difference) -> str:
    """Each kind of change says in words what it is."""
    said, stands = clip(one.said, 150), clip(one.source, 150)
    if not one.said:
        return f"- left out: **{stands}**"
    if not one.source:
        return f"- put in: ~~{said}~~"
    return f"- given: ~~{said}~~ · in the source: **{stands}**"


def _shown(cut: Sequence[Receipt]) -> str:
    """The sentences the words stand in, each between its own marks, under one receipt."""
    if len(cut) == 1:
        return quote(cut[0], SHOWN)
    words = " ".join(quoted(one.text, SHOWN // len(cut)) for one in cut)
    return "\n".join([words, f"— {source(cut[0])}", *doubts(cut[0])])
