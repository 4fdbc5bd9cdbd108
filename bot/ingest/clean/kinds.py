"""What each paragraph of the text is: running text, heading, item of a list, block quotation."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.ingest.clean.draft import Draft, Part, finished, punctuated, shouted, starts_low, titled
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Kind

_MARK = re.compile(r"(?:[•‣▪●◦·∙*–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,4}\))\s+(?=\S)")
_PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"', "»": "«"}
_QUOTED = 25  # words from which a paragraph in quotation marks is a block quotation
_HEADING = 14  # words that a heading has at most
_RULE = re.compile(r"[\W_]+$")


def tell_kinds(draft: Draft) -> Draft:
    """Headings go out, list marks are cut off, block quotations are marked."""
    reasons: dict[int, str] = {}
    kept: list[Part] = []
    cut: list[tuple[str, Mapped]] = []
    for index, part in enumerate(draft.parts):
        text = part.words
        if _RULE.match(text) and "…" not in text:
            reasons[index] = "rule"
        elif part.kind is Kind.HEADING or (part.kind is Kind.LINE and _is_heading(draft.parts, index)):
            reasons[index] = "heading"
        elif part.kind is Kind.LINE and (mark := _MARK.match(text)) and _in_list(draft.parts, index):
            cut.append(("list mark", part.text[: mark.end()]))
            part = replace(part, kind=Kind.ITEM, text=part.text[mark.end() :].strip())
        elif part.kind in (Kind.LINE, Kind.PARAGRAPH):
            part = replace(part, kind=Kind.QUOTE if _is_quotation(text) else Kind.PARAGRAPH)
        kept.append(part)
    return draft.keep(kept).drop(reasons).without(cut)


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
    return (len(after) > len(text) or titled(text) or shouted(text)) and not starts_low(after.words)


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
