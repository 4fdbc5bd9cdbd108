"""What stands before the text: labels, title, deck, byline, date line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from bot.ingest.clean.byline import byline_of, editors_of, learn, sets_front
from bot.ingest.clean.draft import Draft, Part, finished, punctuated, shouted, titled
from bot.ingest.clean.labels import find_labels
from bot.ingest.clean.page import chrome, is_link_item
from bot.ingest.clean.sections import SPOKEN, find_sections
from bot.ingest.clean.signatures import is_salutation
from bot.ingest.names import is_name, is_role, names_in
from bot.ingest.published import is_date_line
from bot.ingest.shapes import Kind, Metadata

_HOUSE = re.compile(
    r"\b(?:blogs?|times|post|news|journal|review|gazette|institute|center|centre|magazine|herald"
    r"|tribune|press"
    r"|daily|weekly|chronicle|society|foundation|fund|association|council|university|observer|guardian"
    r"|zeitung"
    r"|le monde|revue|courier|quarterly|bulletin|telegraph|standard|report)\b",
    re.I,
)
_RUNNING_LABEL = re.compile(r"[^.?!]{2,40}\s[|/>»·]\s[^.?!]{2,60}$")
_NUMBERED = re.compile(r"\b(?:No|Nr|N°)\.? ?(?:\d|[IVXLC])")
_SENTENCE_END = re.compile(r"[.!…](?:\s?[\"”’»)]){0,3}$")
_BRACKETED = re.compile(r"[\[(].*[\])]$")
_PROSE = 80  # characters from which on a finished line is a paragraph in any case
_SENTENCE = 6  # words that a short paragraph has at least
_LONGEST = 300  # parts that may stand before a text, menus and all
_REACH = 14  # parts after the first paragraph in which a byline may still show that it was a deck


def prose(part: Part) -> bool:
    """Whether a part is a paragraph of running text."""
    if part.kind in (Kind.HEADING, Kind.ASIDE, Kind.CAPTION, Kind.FOOTNOTE) or chrome(part):
        return False
    text = part.words.rstrip("*_ ")
    words = len(text.split())
    if (
        words >= _SENTENCE
        and re.search(r"[.…](?:\s?[\"”’»)]){0,3}$", text)
        and not shouted(text)
        and not is_date_line(text)
    ):
        return True
    ends = finished(text) or text.endswith((":", ",", ";", "—", "–", "-"))
    return (len(text) >= _PROSE or words >= 14) and ends


def take_front(draft: Draft) -> Draft:
    """Reads title, deck, byline and date off what stands before the text, and drops it."""
    parts = draft.parts
    head = _head_length(parts, draft.small)
    reasons: dict[int, str] = {}
    metadata = draft.metadata
    candidates: list[int] = []
    for index, part in enumerate(parts[:head]):
        if reason := _label(part, index, parts, draft.small):
            reasons[index] = reason
            metadata = learn(metadata, reason, part.words)
        else:
            candidates.append(index)
    title = _title(parts, candidates, metadata)
    reasons |= dict.fromkeys(title, "title")
    after = [index for index in candidates if title and index > title[-1]]
    metadata = _entitled(metadata, parts, title, after)
    for index in candidates:
        reasons.setdefault(index, "deck" if index in after else "label")
    if not title and not metadata.title:
        metadata = replace(metadata, title=_spoken_title(parts[:head]))
    if not title and not metadata.title:
        return _inner_title(replace(draft, metadata=metadata).drop(reasons))
    if title and title[0] > 0 and not metadata.outlet and _is_house(parts[0]):
        metadata = replace(metadata, outlet=parts[0].words)
    return replace(draft, metadata=metadata).drop(reasons)


def _head_length(parts: Sequence[Part], small: Container[str]) -> int:
    """How many parts stand before the text. A byline or date after a paragraph tells that it was a deck."""
    limit = min(_text_begins(parts, small), _LONGEST)
    first = next((index for index, part in enumerate(parts[:limit]) if prose(part)), limit)
    if first == len(parts):
        first = next(
            (i for i, part in enumerate(parts) if finished(part.words) and not _label(part, i, parts, small)),
            0,
        )
    decks, head = 0, first
    for index in range(first, min(first + _REACH, limit)):
        if sets_front(parts[index]) or (decks <= 1 and _returns_as_author(parts, index, small)):
            head = index + 1
        elif prose(parts[index]):
            decks += 1
        if decks > 2:
            break
    if head > first and head > len(parts) // 2:
        head = first
    while head < limit and _leads_in(parts, head, small):
        head += 1
    return _before_headings(parts, _before_sentences(parts, head, small))


def _returns_as_author(parts: Sequence[Part], index: int, small: Container[str]) -> bool:
    """A name alone on its line, of which the end of the text speaks again."""
    name = parts[index].words
    if parts[index].kind is Kind.HEADING or not is_name(name, small=small):
        return False
    return any(part.words.startswith(name) for part in parts[max(index + 1, len(parts) - 6) :])


def _leads_in(parts: Sequence[Part], index: int, small: Container[str]) -> bool:
    """What may still stand between the byline and the text: buttons, credits, short lines that end nothing."""
    part = parts[index]
    if prose(part) or part.kind is Kind.HEADING:
        return False
    if _label(part, index, parts, small) in ("credit", "caption", "button"):
        return True
    after = parts[index + 1] if index + 1 < len(parts) else None
    short = part.kind is Kind.LINE and len(part) <= 40 and not punctuated(part.words)
    return short and after is not None and not prose(after)


def _text_begins(parts: Sequence[Part], small: Container[str]) -> int:
    """The first part that belongs to the text for certain: a turn, a section, a salutation."""
    marks = [*find_labels(parts), *find_sections(parts, small)]
    marks += [index for index, part in enumerate(parts) if index and is_salutation(part.words)][:1]
    return min(marks, default=len(parts))


def _before_sentences(parts: Sequence[Part], head: int, small: Container[str]) -> int:
    """A short sentence between the last line of the front and the text is text already."""
    while head > 1:
        part = parts[head - 1]
        sentence = (
            _SENTENCE_END.search(part.words) and not shouted(part.words) and part.kind is not Kind.HEADING
        )
        if not sentence or _label(part, head - 1, parts, small):
            return head
        head -= 1
    return head


def _before_headings(parts: Sequence[Part], head: int) -> int:
    """The first heading of the text stands right over it, under a title of a higher level."""
    titles = [part.level for part in parts[:head] if part.kind is Kind.HEADING]
    while (
        head
        and parts[head - 1].kind is Kind.HEADING
        and len(titles) > 1
        and parts[head - 1].level > min(titles)
    ):
        head -= 1
    return head


def _label(part: Part, index: int, parts: Sequence[Part], small: Container[str]) -> str | None:
    text = part.words
    if byline_of(text):
        return "byline"
    if editors_of(text):
        return "editors"
    if is_date_line(text):
        return "date line"
    if is_link_item(part):
        return "navigation"
    if is_salutation(text) and index:
        return "salutation"
    if reason := chrome(part, at_edge=True):
        return reason
    if part.kind is Kind.HEADING:
        return None
    if _BRACKETED.match(text) or (_RUNNING_LABEL.match(text) and len(text.split()) <= 8):
        return "label"
    if index and _is_byline(text, small) and _near_mark(index, parts):
        return "byline"
    return None


def _is_byline(text: str, small: Container[str]) -> bool:
    """Names and nothing else."""
    names, rest = names_in(text) if len(text) <= 120 else ((), None)
    return bool(names) and not rest and all(is_name(name, small=small) for name in names)


def _near_mark(index: int, parts: Sequence[Part]) -> bool:
    """A name alone is a byline where a date, a post or the text follows."""
    after = parts[index + 1] if index + 1 < len(parts) else None
    return after is not None and (is_date_line(after.words) or prose(after) or is_role(after.words))


def _title(parts: Sequence[Part], candidates: list[int], metadata: Metadata) -> list[int]:
    """The indices of the title: one part, or two where the first ends in a colon or it is printed twice."""
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
    if parts[best].words.endswith(":") and best + 1 in candidates:
        found.append(best + 1)
    if best - 1 in candidates and parts[best - 1].words.endswith(":"):
        found.insert(0, best - 1)
    return found


def _title_score(part: Part, times: int) -> float:
    words = len(part.words.split())
    sentence = part.words.endswith((".", ".”", ".'", '."')) and not (shouted(part.words) and words <= 12)
    if (sentence or part.words.endswith((",", ";", "—", "–", "-"))) and part.kind is not Kind.HEADING:
        return 0
    figures = sum(map(str.isdigit, part.words)) > 0.15 * len(part)
    numbered = bool(_NUMBERED.search(part.words))
    score = (
        min(words, 5)
        + 2 * numbered
        - 4 * figures
        + 6 * (times > 1)
        + 2 * titled(part.words)
        - 10 * (words > 25)
    )
    if part.kind is Kind.HEADING:
        score += 12 - 2 * part.level
    return score


def _inner_title(draft: Draft) -> Draft:
    """A title under an introduction: the only headings of the text. The introduction is nobody's named."""
    parts = draft.parts
    found = [index for index, part in enumerate(parts) if _is_over_text(parts, index, draft.small)]
    if not found or found[0] > len(parts) / 2 or found[-1] - found[0] != len(found) - 1 or len(found) > 3:
        return draft
    best = max(found, key=lambda index: _title_score(parts[index], 1))
    metadata = replace(draft.metadata, title=parts[best].words)
    introduced = [replace(part, unsigned=index < found[0]) for index, part in enumerate(parts)]
    return replace(draft, metadata=metadata).keep(introduced).drop(dict.fromkeys(found, "title"))


def _spoken_title(head: Sequence[Part]) -> str | None:
    """A line that tells who speaks where entitles a speech that has no other title."""
    return next((part.words for part in head if SPOKEN.match(part.words)), None)


def _is_over_text(parts: Sequence[Part], index: int, small: Container[str]) -> bool:
    """A short line in title case or capitals over text, or over one or two more such lines."""
    for part in parts[index : index + 3]:
        if prose(part):
            return part is not parts[index]
        short = (
            len(part) <= 120 and not punctuated(part.words) and (titled(part.words) or shouted(part.words))
        )
        if not short or is_name(part.words, small=small) or is_role(part.words):
            return False
    return False


def _entitled(metadata: Metadata, parts: Sequence[Part], title: list[int], after: list[int]) -> Metadata:
    if title and not metadata.title:
        printed = dict.fromkeys(parts[index].words for index in title)
        metadata = replace(metadata, title=" ".join(printed))
    deck = next((parts[i].words for i in after if i not in title and len(parts[i].words.split()) >= 5), None)
    if deck and not metadata.subtitle:
        metadata = replace(metadata, subtitle=deck)
    return metadata


def _is_house(part: Part) -> bool:
    return (
        part.kind is not Kind.ASIDE
        and not is_link_item(part)
        and len(part) <= 60
        and titled(part.words)
        and bool(_HOUSE.search(part.words))
    )


def _same(text: str, title: str) -> bool:
    def letters(words: str) -> str:
        return "".join(filter(str.isalnum, words.casefold()))

    return bool(letters(text)) and letters(text) == letters(title)
