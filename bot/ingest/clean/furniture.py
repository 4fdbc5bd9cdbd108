"""What a page carries beside its text: page numbers, running heads, bare links."""

from __future__ import annotations

import re
from collections import defaultdict

from bot.ingest.clean.draft import Draft, Part, finished, punctuated
from bot.ingest.shapes import Kind

_LINK = re.compile(r"<?(?:https?://|www\.)\S+>?$", re.I)
_PAGE = re.compile(
    r"(?:[-–—\[( ]*(?:page|seite|p\.|pg\.?)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|von"
    r"|sur)\s*\d{1,4})?[-–—\]) ]*"
    r"|\[\[?page [A-Z]{0,2}\d+\]?\])$",
    re.I,
)
_CONTACT = re.compile(r"\S+@\S+\.\w+|\b(?:tel|fax|phone|[TF])\b[.:]?\s*\+?[\d ()-]{7,}", re.I)
_DIGITS = re.compile(r"\d+")
_RUNNING = 70  # characters that a running head has at most


def drop_furniture(draft: Draft) -> Draft:
    """Lines that are nothing but a page number or a link, and short lines that return on page after page."""
    repeated = _running_heads(draft.parts)
    reasons: dict[int, str] = {}
    for index, part in enumerate(draft.parts):
        if part.kind is not Kind.LINE:
            continue
        text = part.words
        if _LINK.match(text):
            reasons[index] = "link"
        elif _PAGE.match(text) and _alone(draft.parts, index):
            reasons[index] = "page number"
        elif _DIGITS.sub("#", text) in repeated:
            reasons[index] = "page furniture"
        elif len(text) < 120 and _CONTACT.search(text) and not finished(text):
            reasons[index] = "address"
    return draft.drop(reasons)


def _alone(parts: tuple[Part, ...], index: int) -> bool:
    """A number that is a line of a sentence is none of a page: it stands between finished lines or apart."""
    part = parts[index]
    after = parts[index + 1] if index + 1 < len(parts) else None
    apart = part.gap > 0 or index == 0 or part.page != parts[index - 1].page
    ends = after is None or after.gap > 0 or after.indent > 0 or after.page != part.page
    return not finished(part.words) and (apart or ends or finished(parts[index - 1].words))


def _running_heads(parts: tuple[Part, ...]) -> set[str]:
    """Lines without an end mark that return, numbers aside, at the edges of pages or far apart."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, part in enumerate(parts):
        text = part.words
        if (
            part.kind is Kind.LINE
            and len(text) <= _RUNNING
            and not punctuated(text)
            and any(map(str.isalpha, text))
        ):
            places[_DIGITS.sub("#", text)].append(index)
    found = set()
    for text, at in places.items():
        edges = sum(_at_edge(parts, index) for index in at)
        isolated = sum(_isolated(parts, index) for index in at)
        far = len(at) > 1 and (at[-1] - at[0]) / (len(at) - 1) >= 15
        if (edges >= 3 and edges >= 0.6 * len(at)) or (
            len(at) >= 3 and far and isolated == len(at) and "#" in text
        ):
            found.add(text)
    return found


def _at_edge(parts: tuple[Part, ...], index: int) -> bool:
    page = parts[index].page
    near = parts[max(0, index - 2) : index + 3]
    return any(part.page != page for part in near)


def _isolated(parts: tuple[Part, ...], index: int) -> bool:
    after = parts[index + 1] if index + 1 < len(parts) else None
    return parts[index].gap > 0 and (after is None or after.gap > 0)
