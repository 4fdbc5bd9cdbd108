"""Footnotes under the text and the marks that point to them."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.ingest.clean.draft import Draft, Part, finished, starts_low
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Kind

_NOTE = re.compile(r"\[?(\d{1,3})[\].]?\s+(?=[\"“„«‘'(\[]*[^\W\d_])")
# a mark hangs at a word or at the end mark after it: "countries.4", "said”12", "law,3"
_MARK = re.compile(
    r"(?<=[a-zà-ÿ][a-zà-ÿ])(\d{1,3})(?=[\s.,;:)”\"]|$)"
    r"|(?<=[.,;:!?”’\"')\]])(\d{1,3})(?=\s|$)"
)
_BRACKETED = re.compile(r"(?<=[^\s\[(])\[(\d{1,3})\](?=[\s.,;:!?”’\"')\[]|$)")
_ROUND = re.compile(r"(?<=[a-zà-ÿ.,;:!?”’\"')])\((\d{1,2})\)(?=[\s.,;:]|$)")
_DECIMAL = re.compile(r"\d[.,]$|[$€£¥]\S*$")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}\.$")
_NEW_SENTENCE = re.compile(r"\s+[\"“„«‘(]?[^\W\d_a-z]|\s*$")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]+")
_DIGIT = re.compile(r"\d")
_SEQUENCE = 4  # marks in order that cannot be chance
_LONGEST = 14  # lines that one note has at most


def drop_footnotes(draft: Draft) -> Draft:
    """Notes are numbered in order; each has its mark further up, and ends where the text takes up again."""
    marks = _marks(draft.parts)
    reasons: dict[int, str] = {}
    known: set[int] = set()
    last = 0
    index = 0
    while index < len(draft.parts):
        number = _number(draft.parts, index, last)
        if number is None or number not in marks or marks[number] >= index:
            index += 1
            continue
        end = _end_of_note(draft.parts, index, number)
        reasons |= dict.fromkeys(range(index, end), "footnote")
        known.add(number)
        last, index = number, end
    left = draft.drop(reasons)
    known = known or _in_sequence(left.parts) or _in_brackets(left.parts)
    return _without_marks(left, known) if known else _without_superscripts(left)


def _in_brackets(parts: tuple[Part, ...]) -> set[int]:
    """Two numbers or more in square brackets that hang at words can be nothing but marks."""
    found = {int(mark[1]) for part in parts if "[" in part.words for mark in _BRACKETED.finditer(part.words)}
    return found if len(found) > 1 else set()


def _in_sequence(parts: tuple[Part, ...]) -> set[int]:
    """Marks whose notes stand elsewhere: 1, 2, 3 and on in the order of the text, anew in each chapter."""
    expected, longest = 1, 0
    for part in parts:
        for mark in _MARK.finditer(part.words) if _DIGIT.search(part.words) else ():
            number = int(mark[1] or mark[2])
            if _is_decimal(part.words, mark):
                continue
            if number == expected:
                expected += 1
                longest = max(longest, number)
            elif number == 1:
                expected = 2
    return set(range(1, longest + 1)) if longest >= _SEQUENCE else set()


def _marks(parts: tuple[Part, ...]) -> dict[int, int]:
    """The line in which each number first hangs at a word."""
    found: dict[int, int] = {}
    for index, part in enumerate(parts):
        if part.kind in (Kind.LINE, Kind.PARAGRAPH, Kind.QUOTE) and _DIGIT.search(part.words):
            for mark in _MARK.finditer(part.words):
                if not _is_decimal(part.words, mark):
                    found.setdefault(int(mark[1] or mark[2]), index)
            for pattern in (_BRACKETED, _ROUND):
                for mark in pattern.finditer(part.words):
                    found.setdefault(int(mark[1]), index)
    return found


def _is_decimal(text: str, mark: re.Match[str]) -> bool:
    """ "3.5 million" is a number; "in 2016.5 He" is a year, an end and a mark."""
    year = _YEAR.search(text[max(0, mark.start() - 6) : mark.start()])
    if year and _NEW_SENTENCE.match(text, mark.end()):
        return False
    return bool(_DECIMAL.search(text[max(0, mark.start() - 40) : mark.start()]))


def _number(parts: tuple[Part, ...], index: int, last: int) -> int | None:
    part = parts[index]
    note = _NOTE.match(part.words) if part.kind is Kind.LINE else None
    if note is None or (last and not last < int(note[1]) <= last + 3):
        return None  # the first may have any number: the text may be cut from a longer one
    return int(note[1])


def _end_of_note(parts: tuple[Part, ...], start: int, number: int) -> int:
    """Up to the next note, an empty line, a new page, or a line that takes up the broken sentence."""
    for index in range(start + 1, min(start + _LONGEST, len(parts))):
        before, part = parts[index - 1], parts[index]
        new_page = part.page != before.page or part.indent > parts[start].indent
        taken_up = finished(before.words) and starts_low(part.words)
        if part.gap or new_page or taken_up or _number(parts, index, number) is not None:
            return index
    return min(start + _LONGEST, len(parts))


def _without_marks(draft: Draft, known: set[int]) -> Draft:
    cut: list[tuple[str, Mapped]] = []
    parts = []
    for part in draft.parts:
        spans = [
            found.span()
            for pattern in (_MARK, _BRACKETED, _ROUND)
            for found in pattern.finditer(part.words)
            if int(next(filter(None, found.groups()))) in known and not _is_decimal(part.words, found)
        ]
        parts.append(_cut(part, sorted(spans), cut))
    return draft.keep(parts).without(cut)


def _without_superscripts(draft: Draft) -> Draft:
    cut: list[tuple[str, Mapped]] = []
    parts = [
        _cut(part, [found.span() for found in _SUPERSCRIPT.finditer(part.words)], cut)
        if part.kind is not Kind.FOOTNOTE
        else part
        for part in draft.parts
    ]
    return draft.keep(parts).without(cut)


def _cut(part: Part, spans: list[tuple[int, int]], dropped: list[tuple[str, Mapped]]) -> Part:
    if not spans:
        return part
    dropped += [("footnote mark", part.text[start:end]) for start, end in spans]
    edges = [0, *(edge for span in spans for edge in span), len(part.text)]
    pieces = [part.text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    return replace(part, text=Mapped.join(pieces))
