"""What stands after the text: signature, note on the author, tags, disclaimers, teasers, other articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from bot.ingest.clean.byline import learn
from bot.ingest.clean.draft import Draft, Part, finished
from bot.ingest.clean.front import prose
from bot.ingest.clean.page import chrome, is_about, is_link_item, read_more, related
from bot.ingest.clean.signatures import is_valediction
from bot.ingest.names import is_name, is_role
from bot.ingest.published import is_date_line
from bot.ingest.shapes import Kind, Metadata

_BIO = re.compile(
    r"\b(?:is|was|are|has been|serves|served|teaches|writes|works|worked|holds|lives|directs|leads"
    r"|covers|reports"
    r"|ist|war|lehrt|arbeitet|schreibt|est|était|enseigne|travaille)\b"
)
_PSEUDONYM = re.compile(
    r"(?!\W*(?:THE END|END|FINIS|FIN|ENDE|AMEN)\b)[\W_]{0,3}(?:AN? "
    r"|THE )?[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{1,20}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.-]{0,20}){0,2}\W{0,2}$"
)
_FOREIGN = 0.45  # share of the text that other articles behind it have at most
_ABOUT_HOUSE = re.compile(r"(?:the\s+)?([A-ZÀ-Þ][^.,;]{5,90}?)\s+\(([A-Z][A-Z&|.]{1,9})\)", re.I)


def drop_teasers(draft: Draft) -> Draft:
    """Cuts off other articles and lists of them, wherever they begin."""
    parts = draft.parts
    cut = _teaser_start(parts)
    reasons = {index: chrome(parts[index], at_edge=True) or "teaser" for index in range(cut, len(parts))}
    return replace(draft, metadata=_learnt(draft.metadata, parts, reasons)).drop(reasons)


def drop_back(draft: Draft) -> Draft:
    """Cuts behind the end of the text, and drops page parts within it."""
    parts = draft.parts
    end = _end_of_text(parts, len(parts), draft.small)
    reasons = {index: _reason_behind(parts[index]) for index in range(end, len(parts))}
    metadata = draft.metadata
    for index in range(end):
        if reason := chrome(parts[index]):
            reasons[index] = reason
        elif (
            is_link_item(parts[index])
            and len(parts[index].words.split()) <= 5
            and _in_link_list(parts, index)
        ):
            reasons[index] = "navigation"
    metadata = _learnt(metadata, parts, reasons)
    for index in _bios(parts, end, metadata):
        reasons[index] = "about the author"
    return replace(draft, metadata=metadata).drop(reasons)


def _teaser_start(parts: Sequence[Part]) -> int:
    """Where other articles and lists of them begin; the number of parts where none do."""
    first = next((index for index, part in enumerate(parts) if prose(part)), len(parts))
    for index in range(first + 1, len(parts)):
        if _opens_teasers(parts, index) and _is_rest(parts, first, index):
            return index
    return len(parts)


def _opens_teasers(parts: Sequence[Part], index: int) -> bool:
    part = parts[index]
    if part.kind is Kind.ASIDE or finished(part.words):
        return False
    behind = parts[index + 1 : index + 12]
    if related(part.words):
        # under a list's heading stand titles, under a heading of the text stands text
        return not behind or not prose(behind[0]) or any(not finished(other.words) for other in behind[1:3])
    if len(part) > 120 or not any(read_more(other.words) for other in behind):
        return False
    times = Counter(other.words for other in parts[index : index + 6])
    return times[part.words] > 1 or "|" in part.words


def _is_rest(parts: Sequence[Part], first: int, index: int) -> bool:
    """Whether what follows is much less than the text, in pieces no longer than teasers are."""
    before = sum(len(part) for part in parts[first:index] if prose(part))
    after = [part for part in parts[index:] if prose(part)]
    size = sum(map(len, after))
    markers = sum(read_more(part.words) for part in parts[index:])
    teasing = markers >= 1 or size <= 220 * max(len(after), 1)
    return size <= _FOREIGN * before and teasing


def _end_of_text(parts: Sequence[Part], cut: int, small: Container[str]) -> int:
    """Behind the last paragraph that is text and no note, disclaimer or advertisement."""
    end = min(_about_start(parts, cut), _author_note(parts, cut))
    while end > 0:
        part = parts[end - 1]
        edge = chrome(part, at_edge=True) or (is_link_item(part) and "navigation")
        signed = _is_signature_line(parts, end - 1, small) or is_pseudonym(parts, end - 1)
        if edge or signed or is_date_line(part.words):
            end -= 1
        else:
            break
    return end


def _author_note(parts: Sequence[Part], cut: int) -> int:
    """A name alone on its line, and under it at the end a paragraph that speaks of this person."""
    for index in range(max(cut * 2 // 3, 1), cut - 1):
        name, note = parts[index].words, parts[index + 1].words
        if (
            is_name(name)
            and note.startswith(name)
            and _BIO.search(note[: len(name) + 60])
            and cut - index <= 6
        ):
            return index
    return cut


def _about_start(parts: Sequence[Part], cut: int) -> int:
    """The heading "About ..." in the last third, where only notes follow."""
    for index in range(cut * 2 // 3, cut):
        if is_about(parts[index].words):
            start = index
            while start and (chrome(parts[start - 1], at_edge=True) or _stray(parts[start - 1])):
                start -= 1
            return start if start and finished(parts[start - 1].words) else cut
    return cut


def _stray(part: Part) -> bool:
    """A few words or signs that end nothing, such as a running foot."""
    return len(part) <= 30 and not finished(part.words)


def _reason_behind(part: Part) -> str:
    if reason := chrome(part, at_edge=True):
        return reason
    if is_link_item(part):
        return "navigation"
    if is_about(part.words):
        return "about the author"
    if is_name(part.words) or _PSEUDONYM.match(part.words):
        return "signature"
    if is_date_line(part.words):
        return "date line"
    if is_role(part.words) and len(part) < 100:
        return "signature"
    return "page furniture" if _stray(part) else "about the author"


def _is_signature_line(parts: Sequence[Part], index: int, small: Container[str]) -> bool:
    part = parts[index]
    if not index or len(part) > 120 or finished(part.words) or part.kind is Kind.HEADING:
        return False
    if is_valediction(parts[index - 1].words) and len(part) <= 60:
        return True
    return is_name(part.words, small=small) or (is_role(part.words) and is_name(parts[index - 1].words))


def is_pseudonym(parts: Sequence[Part], index: int) -> bool:
    """One to three words in capitals under the last sentence: "AGRICOLA.", "A FARMER"."""
    text = parts[index].words
    return (
        index > 0
        and bool(_PSEUDONYM.match(text))
        and parts[index].kind is not Kind.HEADING
        and finished(parts[index - 1].words)
        and prose(parts[index - 1])
        and index >= len(parts) - 5
    )


def _in_link_list(parts: Sequence[Part], index: int) -> bool:
    near = parts[max(0, index - 2) : index + 3]
    figures = any(any(map(str.isdigit, part.words)) for part in near)
    return not figures and sum(is_link_item(part) and len(part) < 40 for part in near) >= 3


def _bios(parts: Sequence[Part], end: int, metadata: Metadata) -> list[int]:
    """The last paragraphs of the text that speak of their author by name, as of a third person."""
    found = []
    for index in range(end - 1, max(end - 4, 0), -1):
        text = parts[index].words
        if any(
            text[:120].lstrip("*_ ").startswith(name) and _BIO.search(text[: len(name) + 60])
            for name in metadata.authors
        ):
            found.append(index)
        elif not (found == [] and is_name(text)):
            break
    return found


def _learnt(metadata: Metadata, parts: Sequence[Part], reasons: dict[int, str]) -> Metadata:
    for index in reasons:
        metadata = _learn(metadata, parts, index, reasons)
    return metadata


def _learn(metadata: Metadata, parts: Sequence[Part], index: int, reasons: dict[int, str]) -> Metadata:
    text = parts[index].words
    match reasons.get(index):
        case "signature" if is_name(text) or _PSEUDONYM.match(text):
            text = text.strip(" —–-*_.,")
            where = (
                parts[index + 1].words if index + 1 < len(parts) and is_role(parts[index + 1].words) else None
            )
            if not metadata.authors:
                metadata = replace(metadata, authors=(text,))
            if where and text in metadata.authors:
                metadata = replace(metadata, affiliations={**metadata.affiliations, text: where})
        case "copyright" | "date line" | "byline" | "editors" as reason:
            metadata = learn(metadata, reason, text)
        case "about the author" if not metadata.outlet and index and is_about(parts[index - 1].words):
            if (house := _ABOUT_HOUSE.match(text)) and house[2].upper() in parts[index - 1].words.upper():
                metadata = replace(metadata, outlet=house[1])
    return metadata
