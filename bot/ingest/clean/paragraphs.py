"""Lines become paragraphs: what was wrapped is joined, also over empty lines and pages."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.ingest.clean.draft import Draft, Part, finished, punctuated, shouted, starts_low, titled
from bot.ingest.clean.labels import Label, find_labels
from bot.ingest.clean.lines import widths, wrapped
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Kind
from bot.models import GAP

_BROKEN = re.compile(r"[^\W\d_]-$")
_GLUED_DASH = re.compile(r"\w[–—]$")
_BULLETS = "•‣▪●◦·∙"
_BULLET = re.compile(r"(?:[•‣▪●◦·∙*–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
_CENTRED = 12  # characters
_SMALL = re.compile(r"(?<![@#/.\w])[a-zà-öø-ÿ][\w'’]*")
_SAMPLE = 300_000  # characters that tell which words a text writes in small letters
_LAST_WORD = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"([^\W\d_]+)(-?)")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_START = re.compile(r"[\"“„«‘'(\[]*[A-ZÀ-ÖØ-ÞĀ-Ž0-9]")


@dataclass(frozen=True, slots=True)
class _Page:
    """How a text is set."""

    wrapped: bool
    widths: list[int]  # of the column around each line
    margin: int  # where lines begin that are not set in
    labels: dict[int, Label]  # lines that begin a turn


def _margin(parts: Sequence[Part]) -> int:
    """The smallest indent that many lines have."""
    indents = Counter(part.indent for part in parts if part.kind is Kind.LINE)
    return min((indent for indent, times in indents.items() if times >= 0.12 * indents.total()), default=0)


def join_lines(draft: Draft) -> Draft:
    """Every run of lines that make a paragraph becomes one part."""
    draft = draft.keep(_centred(draft.parts))
    labels = find_labels(draft.parts)
    page = _Page(wrapped(draft.parts), widths(draft.parts), _margin(draft.parts), labels)
    runs: list[list[int]] = []
    for index, part in enumerate(draft.parts):
        joins = runs and part.kind is Kind.LINE and _goes_on(draft.parts, runs[-1][-1], page, len(runs[-1]))
        if joins:
            runs[-1].append(index)
        else:
            runs.append([index])
    broken = any(part.words.endswith("-") for part in draft.parts)
    vocabulary = _vocabulary(draft.parts) if broken else Counter()
    joined = draft.keep(_joined([draft.parts[index] for index in run], vocabulary) for run in runs)
    return replace(joined, small=_small_words(draft.parts))


def _small_words(parts: Sequence[Part]) -> frozenset[str]:
    found: set[str] = set()
    size = 0
    for part in parts:
        found.update(_SMALL.findall(part.words))
        size += len(part)
        if size > _SAMPLE:
            break
    return frozenset(found)


def _centred(parts: Sequence[Part]) -> Iterator[Part]:
    """Lines set far in from where the others begin, as headings and letterheads are in typescript."""
    usual = sorted(part.indent for part in parts)[len(parts) // 2] if parts else 0
    for part in parts:
        far = part.kind is Kind.LINE and part.indent >= usual + _CENTRED and len(part) <= 60
        yield replace(part, kind=Kind.HEADING, level=2) if far else part


def _goes_on(parts: Sequence[Part], index: int, page: _Page, lines: int) -> bool:
    """Whether the line after `index` belongs to the same paragraph, of which `lines` lines stand so far."""
    before, after = parts[index], parts[index + 1]
    if before.kind is not Kind.LINE or before.flow != after.flow:
        return False
    if before.torn:
        return True
    if index + 1 in page.labels or (index in page.labels and page.labels[index].size == len(before)):
        return False
    if page.labels and (_opens_bracket(before, after) or _closes_bracket(parts[index + 1 - lines], before)):
        return False
    text, follows = before.words, after.words
    if not page.wrapped:
        return _sentence_goes_on(before, after)
    if text.endswith(":") and after.indent >= page.margin + 2:
        return False
    open_end = not finished(text)
    if _begins_item(before, follows) and (follows[0] in _BULLETS or len(before) < page.widths[index] * 0.95):
        return False
    width = max(page.widths[index], page.widths[index + 1])
    room = width - len(before)
    first = len(follows.split(maxsplit=1)[0])
    if after.gap:
        if open_end and starts_low(follows):
            return not heading_like(parts, index, width) or lines > 1
        return open_end and len(before) > 0.8 * width and lines > 1 and len(after) > 0.5 * width
    if heading_like(parts, index, width) and lines == 1:
        return False
    if open_end:
        ends_here = room > first + 1 and heading_like(parts, index + 1, width) and not starts_low(follows)
        return not ends_here or not _set_apart(parts, index + 1)
    if len(after) <= 0.7 * width and heading_like(parts, index + 1, width):
        return False
    if after.indent >= min(before.indent, page.margin) + 2 and (
        lines > 1 or before.indent >= page.margin + 2
    ):
        return False
    short = room > first + 1 + 0.06 * width
    return not (short and _SENTENCE_START.match(follows))


def _opens_bracket(before: Part, after: Part) -> bool:
    """In a talk, an interjection noted in brackets stands by itself."""
    return after.words[0] in "([" and (finished(before.words) or before.words[-1] in ")]")


def _closes_bracket(first: Part, last: Part) -> bool:
    return first.words[0] in "([" and last.words[-1] in ")]" and not finished(first.words[:1])


def _begins_item(before: Part, follows: str) -> bool:
    """A list's mark, and not a dash or number in the middle of a sentence."""
    text = before.words
    ends = finished(text) or text.endswith((":", ";"))
    return bool(_BULLET.match(follows)) and (ends or follows[0] in _BULLETS or text[0] == follows[0])


def _sentence_goes_on(before: Part, after: Part) -> bool:
    """An empty line or a line end stands inside a sentence: nothing ends, and a small letter follows."""
    text, follows = before.words, after.words
    if not after.gap and (_BROKEN.search(text) or (_GLUED_DASH.search(text) and len(before) > 20)):
        return starts_low(follows) or text[-1] in "–—"
    if len(before) <= 30 or finished(text) or not starts_low(follows):
        return False
    if not after.gap:
        return True
    ends = text.endswith((":", ";")) or _BULLET.match(follows)
    return not ends and (len(after) > 20 or finished(follows))


def _set_apart(parts: Sequence[Part], index: int) -> bool:
    return index + 1 >= len(parts) or parts[index + 1].gap > 0 or parts[index].gap > 0


def heading_like(parts: Sequence[Part], index: int, width: int) -> bool:
    """A short line in capitals or title case that ends nothing, at the start of something new."""
    part = parts[index]
    text = part.words
    if len(part) > 0.8 * width or punctuated(text) or starts_low(text) or len(text.split()) > 12:
        return False
    if not (titled(text) or shouted(text)):
        return False
    starts = (
        index == 0 or part.gap > 0 or finished(parts[index - 1].words) or _is_short_title(parts[index - 1])
    )
    follows = parts[index + 1] if index + 1 < len(parts) else None
    return starts and (follows is None or not starts_low(follows.words))


def _is_short_title(part: Part) -> bool:
    return len(part) < 60 and not punctuated(part.words) and (shouted(part.words) or titled(part.words))


def _vocabulary(parts: Sequence[Part]) -> Counter[str]:
    return Counter(word.casefold() for part in parts for word in _LETTERS.findall(part.words))


def _joined(run: list[Part], vocabulary: Counter[str]) -> Part:
    if len(run) == 1:
        return run[0]
    texts: list[Mapped] = []
    for before, after in itertools.pairwise(run):
        text = before.text
        if before.torn:
            texts += [text, Mapped.added(GAP)]
        elif ends := _LAST_WORD.search(text.text):
            texts.append(text if _keeps_hyphen(ends, after.words, vocabulary) else _without_hyphen(text))
        elif text.text.endswith("\u00ad"):
            texts.append(_without_hyphen(text))
        elif text.text[-1] in "–—" and text.text[-2:-1].isalnum():
            texts.append(text)
        else:
            texts += [text, Mapped.added(" ")]
    texts.append(run[-1].text)
    return replace(run[0], text=Mapped.join(texts), torn=run[-1].torn)


def _without_hyphen(text: Mapped) -> Mapped:
    """The last letter takes the place of the hyphen with it, so that no gap is left in the source."""
    last = len(text) - 1
    ends = text.ends[:last]
    if ends:
        ends[-1] = text.ends[last]
    return Mapped(text.text[:last], text.starts[:last], ends)


def _keeps_hyphen(left: re.Match[str], follows: str, vocabulary: Counter[str]) -> bool:
    """A hyphen at a line's end stays where the word is known with it, or its second half is a name."""
    right = _FIRST_WORD.match(follows)
    if not right or right[1][0].isupper() or right[2]:
        return True
    whole = (left[1] + right[1]).casefold()
    return vocabulary[f"{left[1]}-{right[1]}".casefold()] > vocabulary[whole]
