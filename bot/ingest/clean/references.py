"""What reference works and papers put behind or before their text: contents, reference lists, edit links."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from bot.ingest.clean.draft import Draft, Part, punctuated
from bot.ingest.clean.front import prose
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Kind

_HEADING = re.compile(
    r"(?:notes?(?: and references)?|references?|bibliography|further reading|external links|see also"
    r"|works cited|footnotes"
    r"|endnotes|literature(?: cited)?|sources|citations|einzelnachweise|literatur|weblinks|siehe auch"
    r"|anmerkungen"
    r"|notes et références|références|liens externes|voir aussi|bibliographie|bibliografía|referencias)$",
    re.I,
)
_EDIT = re.compile(
    r"\s?\[\s?(?:edit(?: source)?|modifier(?: le code)?"
    r"|bearbeiten(?: \| quelltext bearbeiten)?|editar)\s?\]",
    re.I,
)
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+|^[•*·–-]\s+")
_REFERENCE = re.compile(
    r"\^|\[\d{1,3}\]|\d{1,3}[.)]\s|.{0,200}(?:\(\d{4}[a-z]?\)|\bretrieved\b"
    r"|\bisbn\b|https?://|\bpp?\. \d|\bibid\b)",
    re.I,
)


def drop_references(draft: Draft) -> Draft:
    draft = _without_edit_links(draft)
    parts = draft.parts
    reasons = _contents(parts)
    inside = False
    for index, part in enumerate(parts):
        if index > len(parts) // 3 and len(part) <= 40 and _HEADING.match(part.words):
            inside = True
            reasons[index] = "heading"
        elif inside and _is_reference(part):
            reasons[index] = "reference list"
        elif inside:
            inside = False
    return draft.drop(reasons)


def _is_reference(part: Part) -> bool:
    if part.kind is Kind.FOOTNOTE or _REFERENCE.match(part.words):
        return True
    return part.kind is not Kind.HEADING and not prose(part) and not punctuated(part.words)


def _contents(parts: tuple[Part, ...]) -> dict[int, str]:
    """Three lines or more in a row that stand again further down, where the headings are that they list."""
    titles = [
        _NUMBER.sub("", part.words).casefold() if len(part) <= 100 and not punctuated(part.words) else ""
        for part in parts
    ]
    left = Counter(filter(None, titles))
    found: dict[int, str] = {}
    run: list[int] = []
    for index, title in enumerate(titles):
        left[title] -= 1
        if title and left[title] > 0:
            run.append(index)
            continue
        if len(run) >= 3 or (len(run) >= 2 and _NUMBER.match(parts[run[0]].words)):
            found |= dict.fromkeys(run, "contents")
        run = []
    return found


def _without_edit_links(draft: Draft) -> Draft:
    cut: list[tuple[str, Mapped]] = []
    kept: list[Part] = []
    for part in draft.parts:
        found = _EDIT.search(part.words) if "[" in part.words[-40:] else None
        if found:
            cut.append(("button", part.text[found.start() : found.end()]))
            part = replace(
                part, text=Mapped.join([part.text[: found.start()], part.text[found.end() :]]).strip()
            )
        if part.words:
            kept.append(part)
    return draft.keep(kept).without(cut)
