"""What a page carries beside its text: page numbers, running heads, bare links."""

from __future__ import annotations

import re
from collections import defaultdict

from bot.ingest.clean.draft import Draft, Part, finished, punctuated, shouted
from bot.ingest.shapes import Kind

_LINK = re.compile(r"<?(?:https?://|www\.)\S+>?$", re.I)
_PAGE = re.compile(
    r"(?:[-–—\[( ]*(?:page|seite|p\.|pg\.?)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|von"
    r"|sur)\s*\d{1,4})?[-–—\]) ]*"
    r"|\[\[?page [A-Z]{0,2}\d+\]?\])$",
    re.I,
)
_CONTACT = re.compile(r"\S+@\S+\.\w+|\b(?:tel|fax|phone|[TF])\b[.:]?\s*\+?[\d ()-]{7,}", re.I)
_CLOCK = re.compile(
    r"(?:\{time\}|□|\[?time\]?:?)\s*\d{3,4}$|[(\[{]?\d{1,2}[.:h]\d{2}(?::\d{2})?\s?(?:[ap]\.?\s?m\.?"
    r"|uhr|h|hours)?[)\]}]?\.?$|[(\[{]\d{4}[)\]}]$|\d{4} (?:hours|hrs)\.?$",
    re.I,
)
_FIGURES = re.compile(r"\d[\d ()-]{5,40}\d")
_CHAPTER = re.compile(
    r"\W*(?:chapter|part|section|article|title|book|volume|no|kapitel|teil"
    r"|chapitre)\b",
    re.I,
)
_MARGIN = re.compile(r"\([A-D]\)$")
_NUMBER = re.compile(r"^\d{1,4}\s+|\s+\d{1,4}$")
_LONG = 25  # characters that do not return by chance with another number
_RUNNING = 120  # characters that a running head has at most


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
        elif len(text) <= 30 and _CLOCK.match(text):
            reasons[index] = "clock time"
        elif len(text) <= 30 and _PAGE.match(text) and _alone(draft.parts, index):
            reasons[index] = "page number"
        elif (
            _bare(text) in repeated and (_NUMBER.search(text) or _at_edge(draft.parts, index))
        ) or _MARGIN.match(text):
            reasons[index] = "page furniture"
        elif (
            len(text) < 120
            and ("@" in text or _FIGURES.search(text))
            and _CONTACT.search(text)
            and not finished(text)
            and _begins(draft.parts, index, reasons)
        ):
            reasons[index] = "address"
    return draft.drop(reasons)


def _begins(parts: tuple[Part, ...], index: int, reasons: dict[int, str]) -> bool:
    """Whether a line does not go on with a sentence."""
    return parts[index].gap > 0 or not index or index - 1 in reasons or finished(parts[index - 1].words)


def _alone(parts: tuple[Part, ...], index: int) -> bool:
    """A number that is a line of a sentence is none of a page: it stands between finished lines or apart."""
    part = parts[index]
    after = parts[index + 1] if index + 1 < len(parts) else None
    apart = part.gap > 0 or index == 0 or part.page != parts[index - 1].page
    ends = after is None or after.gap > 0 or after.indent > 0 or after.page != part.page
    return not finished(part.words) and (apart or ends or finished(parts[index - 1].words))


def _running_heads(parts: tuple[Part, ...]) -> set[str]:
    """Lines without an end mark that return at the edges of pages, or far apart with a page's number."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, part in enumerate(parts):
        if part.kind is Kind.LINE and len(part) <= _RUNNING and not _ends(_bare(part.words)):
            places[_bare(part.words)].append(index)
    return {text for text, at in places.items() if text and _returns(parts, at)} | _paged(parts)


def _paged(parts: tuple[Part, ...]) -> set[str]:
    """Lines in capitals that stand apart with numbers that follow each other: the heads of left and right pages."""
    found: list[tuple[int, str]] = []
    for index, part in enumerate(parts):
        number = _NUMBER.search(part.words) if part.kind is Kind.LINE and len(part) <= _RUNNING else None
        if number and shouted(part.words) and _isolated(parts, index) and not _CHAPTER.match(part.words):
            found.append((int(number.group()), _bare(part.words)))
    follows = {n for n, _ in found} & {n + 1 for n, _ in found}
    return {text for number, text in found if number in follows or number + 1 in follows}


def _ends(text: str) -> bool:
    return text.endswith((".", ",", ";", ":")) or (punctuated(text) and not shouted(text))


def _bare(text: str) -> str:
    """A running head without its page number."""
    return _NUMBER.sub("", text, count=1).strip() if any(map(str.isalpha, text)) else ""


def _returns(parts: tuple[Part, ...], at: list[int]) -> bool:
    apart = [index for index in at if _isolated(parts, index)]
    edges = [index for index in at if _at_edge(parts, index)]
    if len(edges) >= 3 and len(edges) >= 0.6 * len(at):
        return True
    numbered = [index for index in at if _NUMBER.search(parts[index].words)]
    if len({parts[index].words for index in numbered}) > 1 and len(_bare(parts[at[0]].words)) > _LONG:
        return True
    if len(at) < 2 or not numbered or any(index not in apart for index in numbered):
        return False
    far = (at[-1] - at[0]) / (len(at) - 1) >= 8
    return far and (len({parts[index].words for index in numbered}) >= 2 or shouted(parts[at[0]].words))


def _at_edge(parts: tuple[Part, ...], index: int) -> bool:
    page = parts[index].page
    near = parts[max(0, index - 2) : index + 3]
    return any(part.page != page for part in near)


def _isolated(parts: tuple[Part, ...], index: int) -> bool:
    after = parts[index + 1] if index + 1 < len(parts) else None
    return (index == 0 or parts[index].gap > 0) and (after is None or after.gap > 0)
