"""What each paragraph of the text is: running text, heading, item of a list, block quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.ingest.clean.draft import Draft, Part, finished, punctuated, shouted, starts_low, titled
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Kind

_MARK = re.compile(r"(?:[•‣▪●◦·∙*–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,4}\))\s+(?=\S)")
_PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"', "»": "«"}
_QUOTED = 25  # words from which a paragraph in quotation marks is a block quotation
_HEADING = 14  # words that a heading has at most
_DATED = re.compile(r"(?:c(?:irca|a)?\.? )?\d{3,4}\b|\d{1,2}\.? [A-ZÀ-Þ]|[A-ZÀ-Þ]\w+ \d{1,4}\b")
_RULE = re.compile(r"[\W_]+$")


def tell_kinds(draft: Draft) -> Draft:
    """Headings go out, list marks are cut off, block quotations are marked."""
    reasons = _lists_of_names(draft.parts)
    items = _unmarked_items(draft.parts)
    kept: list[Part] = []
    cut: list[tuple[str, Mapped]] = []
    for index, part in enumerate(draft.parts):
        text = part.words
        if _RULE.match(text) and "…" not in text:
            reasons[index] = "rule"
        elif index in reasons:
            pass
        elif index in items:
            part = replace(part, kind=Kind.ITEM)
        elif part.kind is Kind.LINE and (mark := _MARK.match(text)) and _in_list(draft.parts, index):
            cut.append(("list mark", part.text[: mark.end()]))
            part = replace(part, kind=Kind.ITEM, text=part.text[mark.end() :].strip())
        elif part.kind is Kind.HEADING or (part.kind is Kind.LINE and _is_heading(draft.parts, index)):
            reasons[index] = "heading"
        elif part.kind in (Kind.LINE, Kind.PARAGRAPH):
            part = replace(part, kind=Kind.QUOTE if _is_quotation(text) else Kind.PARAGRAPH)
        kept.append(part)
    return draft.keep(kept).drop(reasons).without(cut)


def _runs(parts: tuple[Part, ...]) -> Iterator[list[int]]:
    """Stretches of lines that follow each other and end nothing."""
    run: list[int] = []
    for index, part in enumerate(parts):
        if part.kind is Kind.LINE and not punctuated(part.words) and len(part) <= 160:
            run.append(index)
            continue
        yield run
        run = []
    yield run


def _lists_of_names(parts: tuple[Part, ...]) -> dict[int, str]:
    """Four lines or more of three words at most: who voted, who was present, the cells of a table."""
    found: dict[int, str] = {}
    for run in _runs(parts):
        words = sum(len(parts[index].words.split()) for index in run)
        if (
            len(run) >= 4
            and words <= 3 * len(run)
            and not any(_MARK.match(parts[index].words) for index in run)
        ):
            found |= dict.fromkeys(run, "list of names")
    return found


def _unmarked_items(parts: tuple[Part, ...]) -> set[int]:
    """Lines in a row that end nothing, of which two begin with a date or are long, are a list."""
    found: set[int] = set()
    for run in _runs(parts):
        listed = [index for index in run if _is_item(parts[index].words)]
        if len(run) >= 3 and len(listed) >= 2:
            found |= set(listed)
    return found


def _is_item(text: str) -> bool:
    words = len(text.split())
    return not shouted(text) and (words > 5 or (words > 3 and bool(_DATED.match(text))))


def _is_heading(parts: tuple[Part, ...], index: int) -> bool:
    """Few words without an end mark over a paragraph that begins anew."""
    part = parts[index]
    text = part.words
    words = len(text.split())
    loud = shouted(text) and words > 1 and not text.endswith((".", ":", ","))
    if (
        words > _HEADING
        or (punctuated(text.rstrip("?")) and not loud)
        or starts_low(text)
        or (_MARK.match(text) and not titled(text))
    ):
        return False
    before, after = parts[index - 1] if index else None, parts[index + 1] if index + 1 < len(parts) else None
    if before is not None and not finished(before.words) and before.words.endswith((",", "-", "–", ":")):
        return False
    if after is None:
        return shouted(text)
    if text.endswith("?") and not titled(text):
        return False
    over = len(after) > len(text) or not punctuated(after.words)
    return (over or titled(text) or shouted(text)) and not starts_low(after.words)


def _in_list(parts: tuple[Part, ...], index: int) -> bool:
    mark = parts[index].words[:1]
    near = parts[max(0, index - 2) : index] + parts[index + 1 : index + 3]
    return mark in "•‣▪●◦·∙" or any(_MARK.match(part.words) for part in near)


def _is_quotation(text: str) -> bool:
    """A whole paragraph between one pair of quotation marks."""
    closing = _PAIRS.get(text[:1])
    if closing is None or len(text.split()) < _QUOTED:
        return False
    inside = text[1:].rstrip(" .,;")
    return (
        inside.endswith(closing)
        and inside.count(closing) == 1
        and (text[0] == closing or text[0] not in inside)
    )
