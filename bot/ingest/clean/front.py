"""What stands before the text: labels, title, deck, byline, date line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.ingest.clean.draft import Draft, Part, finished, punctuated, shouted, titled
from bot.ingest.clean.page import chrome, is_link_item
from bot.ingest.names import is_name, is_role, names_in
from bot.ingest.published import find_published, is_date_line
from bot.ingest.shapes import Kind, Metadata

_BYLINE = re.compile(
    r"(?:(?:written |posted |story |text )?by|von|par|por|di|door|author|autor|auteur)\s*:?\s+(?=\S)", re.I
)
_EDITED = re.compile(r"(?:edited by|editors?|herausgegeben von|sous la direction de)\s*:?\s+(?=\S)", re.I)
_HOUSE = re.compile(
    r"\b(?:blogs?|times|post|news|journal|review|gazette|institute|center|centre|magazine|herald"
    r"|tribune|press|daily"
    r"|weekly|chronicle|society|foundation|fund|association|council|university|observer|guardian"
    r"|zeitung|le monde"
    r"|revue|courier|quarterly|bulletin|telegraph|standard|report)\b",
    re.I,
)
_RUNNING_LABEL = re.compile(r"^[^.?!]{2,40}\s[|/>»·]\s[^.?!]{2,60}$")
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright(?:\s*©)?)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by\s+)?([^.|,\d]{3,80})", re.I
)
_PROSE = 80  # characters from which on a finished line is a paragraph
_REACH = 14  # parts after the first paragraph in which a byline may still show that it was a deck


def prose(part: Part) -> bool:
    """Whether a part is a paragraph of running text."""
    if part.kind in (Kind.HEADING, Kind.ASIDE, Kind.CAPTION, Kind.FOOTNOTE):
        return False
    text = part.words.rstrip("*_ ")
    ends = finished(text) or text.endswith((":", ",", ";", "—", "–", "-"))
    return (len(text) >= _PROSE or len(text.split()) >= 14) and ends and chrome(part) is None


def take_front(draft: Draft) -> Draft:
    """Reads title, deck, byline and date off what stands before the text, and drops it."""
    parts = draft.parts
    head = _head_length(parts)
    reasons: dict[int, str] = {}
    metadata = draft.metadata
    candidates: list[int] = []
    for index, part in enumerate(parts[:head]):
        if reason := _label(part, index, parts):
            reasons[index] = reason
            metadata = _learn(metadata, reason, part.words)
        else:
            candidates.append(index)
    title = _title(parts, candidates, metadata)
    reasons |= dict.fromkeys(title, "title")
    after = [index for index in candidates if title and index > title[-1]]
    metadata = _entitled(metadata, parts, title, after)
    for index in candidates:
        reasons.setdefault(index, "deck" if index in after else "label")
    if not title and not metadata.title:
        return _inner_title(replace(draft, metadata=metadata).drop(reasons))
    if title and title[0] > 0 and not metadata.outlet and _is_house(parts[0]):
        metadata = replace(metadata, outlet=parts[0].words)
    return replace(draft, metadata=metadata).drop(reasons)


def _head_length(parts: Sequence[Part]) -> int:
    """How many parts stand before the text. A byline or date after a paragraph tells that it was a deck."""
    first = next((index for index, part in enumerate(parts) if prose(part)), 0)
    if first == 0 and not (parts and len(parts) > 1 and _marks_front(parts[1])):
        return 0
    decks = 0
    head = first
    for index in range(first, min(first + _REACH, len(parts))):
        if _marks_front(parts[index]):
            if decks <= 2:
                head = index + 1
        elif prose(parts[index]):
            decks += 1
        if decks > 2:
            break
    while (
        head < len(parts)
        and not prose(parts[head])
        and _label(parts[head], head, parts) in ("credit", "caption", "button")
    ):
        head += 1
    return head - _last_heading(parts, head)


def _last_heading(parts: Sequence[Part], head: int) -> int:
    """1 where the last part of the head is the first heading of the text and not its title."""
    return 0


def _marks_front(part: Part) -> bool:
    return len(part) < 160 and (is_date_line(part.words) or _byline(part) is not None)


def _byline(part: Part) -> tuple[str, ...] | None:
    """The names in "By A. Adler and B. Brandt"."""
    text = part.words.strip("*_ ")
    found = _BYLINE.match(text)
    if not found or len(text) > 200 or (finished(text) and len(text.split()) > 12):
        return None
    names, _ = names_in(text[found.end() :])
    return names or None


def _label(part: Part, index: int, parts: Sequence[Part]) -> str | None:
    text = part.words
    if _byline(part):
        return "byline"
    if _EDITED.match(text) and len(part) < 120 and names_in(text[_EDITED.match(text).end() :])[0]:  # type: ignore[union-attr]
        return "editors"
    if is_date_line(text):
        return "date line"
    if is_link_item(part):
        return "navigation"
    if reason := chrome(part, at_edge=True):
        return reason
    if _RUNNING_LABEL.match(text) and len(text.split()) <= 8 and part.kind is not Kind.HEADING:
        return "label"
    if index and is_name(text) and _near_mark(index, parts):
        return "byline"
    return None


def _near_mark(index: int, parts: Sequence[Part]) -> bool:
    """A name alone is a byline where a date or the text follows, and something stands before it."""
    after = parts[index + 1] if index + 1 < len(parts) else None
    return after is not None and (is_date_line(after.words) or prose(after) or is_role(after.words))


def _learn(metadata: Metadata, reason: str, text: str) -> Metadata:
    match reason:
        case "byline" if not metadata.authors:
            found = _BYLINE.match(text.strip("*_ "))
            names, house = names_in(text.strip("*_ ")[found.end() if found else 0 :])
            where = {names[-1]: house} if house and len(names) == 1 else {}
            return replace(metadata, authors=names, affiliations={**metadata.affiliations, **where})
        case "editors" if not metadata.editors:
            found = _EDITED.match(text)
            return replace(metadata, editors=names_in(text[found.end() if found else 0 :])[0])
        case "date line" if not metadata.published:
            return replace(metadata, published=find_published(text))
    return metadata


def _title(parts: Sequence[Part], candidates: list[int], metadata: Metadata) -> list[int]:
    """The indices of the title: one part, or two where the first ends in a colon or is printed twice."""
    if metadata.title:
        return [index for index in candidates if _same(parts[index].words, metadata.title)]
    times = Counter(parts[index].words.casefold() for index in candidates)
    best, score = -1, 0.0
    for index in candidates:
        points = _title_score(parts[index], times[parts[index].words.casefold()])
        if points > score:
            best, score = index, points
    if best < 0:
        return []
    found = [i for i in candidates if parts[i].words.casefold() == parts[best].words.casefold()]
    after = best + 1
    if parts[best].words.endswith(":") and after in candidates:
        found.append(after)
    before = best - 1
    if before in candidates and parts[before].words.endswith(":"):
        found.insert(0, before)
    return found


def _title_score(part: Part, times: int) -> float:
    words = len(part.words.split())
    if (
        finished(part.words.rstrip("?!"))
        and not part.words.endswith(("?", "!"))
        and part.kind is not Kind.HEADING
    ):
        return 0
    score = min(words, 5) + 6 * (times > 1) + 2 * titled(part.words) - 10 * (words > 25)
    if part.kind is Kind.HEADING:
        score += 12 - 2 * part.level
    return score


def _inner_title(draft: Draft) -> Draft:
    """A title under an introduction: the only headings of the text. The introduction is nobody's named."""
    parts = draft.parts
    found = [index for index, part in enumerate(parts) if _is_over_text(parts, index)]
    if not found or found[0] > len(parts) / 2 or found[-1] - found[0] != len(found) - 1 or len(found) > 3:
        return draft
    best = max(found, key=lambda index: _title_score(parts[index], 1))
    metadata = replace(draft.metadata, title=parts[best].words)
    introduced = [replace(part, unsigned=index < found[0]) for index, part in enumerate(parts)]
    return replace(draft, metadata=metadata).keep(introduced).drop(dict.fromkeys(found, "title"))


def _is_over_text(parts: Sequence[Part], index: int) -> bool:
    """A short line in title case or capitals over text or over another such line."""
    part = parts[index]
    short = len(part) <= 120 and not punctuated(part.words) and (titled(part.words) or shouted(part.words))
    if not short or is_name(part.words) or is_role(part.words) or index + 1 >= len(parts):
        return False
    return prose(parts[index + 1]) or (
        not punctuated(parts[index + 1].words) and _is_over_text(parts, index + 1)
    )


def _entitled(metadata: Metadata, parts: Sequence[Part], title: list[int], after: list[int]) -> Metadata:
    if title and not metadata.title:
        printed = dict.fromkeys(parts[index].words for index in title)
        metadata = replace(metadata, title=" ".join(printed))
    deck = next((parts[i].words for i in after if i not in title and len(parts[i].words.split()) >= 5), None)
    if deck and not metadata.subtitle:
        metadata = replace(metadata, subtitle=deck)
    return metadata


def _is_house(part: Part) -> bool:
    return len(part) <= 60 and titled(part.words) and bool(_HOUSE.search(part.words))


def _same(text: str, title: str) -> bool:
    def letters(words: str) -> str:
        return "".join(filter(str.isalnum, words.casefold()))

    return bool(letters(text)) and letters(text) == letters(title)


def copyright_holder(text: str) -> str | None:
    found = _HOLDER.search(text)
    name = found[1].strip() if found else ""
    return name if len(name.split()) >= 2 and titled(name) else None
