"""Finds what stands between quotation marks in a paragraph, of whatever shape, balanced or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

CLOSERS = {
    "“": "”",
    "„": "“”",
    '"': '"',
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "”": "”",
}
"""An opening mark and the marks that properly close it."""

MISMATCHED = {"“": "\"'’", "„": '"', '"': "”“", "‘": "'”\"", "'": "’"}
"""What closes a mark for want of the proper one: typists mix them."""

SINGLE = frozenset("‘‚'‹›")
MARKS = frozenset("".join(CLOSERS) + "".join(CLOSERS.values()))
BEFORE_OPENING = frozenset("([{—–-/:;,.!?…¿¡")
DEEPEST = 4
"""Quotations within quotations that anybody prints."""

_BACKTICK = re.compile(r"(?<!\w)`(?=\w)")

ELISIONS = ("tis", "twas", "em ", "til ", "cause ", "round ", "n’", "n'")


def with_marks(text: str) -> str:
    """The text with marks typed as ``...'' and `...' turned into “ ” and ‘ ', no letter moved."""
    if "`" not in text:
        return text
    text = text.replace("``", " “").replace("''", "” ")
    return _BACKTICK.sub("‘", text)


@dataclass(frozen=True, slots=True)
class Quotation:
    """`text[start:end]` are the words, `text[left:right]` the words with their marks.

    `level` counts from 1, the outermost. `closed` is false where the closing mark is missing, `resumed` is
    true where the paragraph before left a quotation open and this one takes it up with a mark of its own.
    `lasting`: it is still open at the end of its paragraph.
    """

    left: int
    start: int
    end: int
    right: int
    level: int
    closed: bool = True
    resumed: bool = False
    lasting: bool = False


def find_quotations(text: str, *, carried: bool = False) -> list[Quotation]:
    """The quotations of a paragraph by their place; `carried`: the paragraph before left one open."""
    found: list[Quotation] = []
    opened: list[int] = []
    last_single = _last_closers(text)

    def close(depth: int, start_of_mark: int, end_of_mark: int, proper: bool) -> None:
        while len(opened) > depth:
            left = opened.pop()
            closes = proper and len(opened) == depth
            if closes or text[left] not in SINGLE or start_of_mark < len(text):
                found.append(
                    Quotation(
                        left,
                        left + 1,
                        start_of_mark,
                        end_of_mark if len(opened) == depth else start_of_mark,
                        len(opened) + 1,
                        closes,
                        carried and left == 0,
                        start_of_mark == len(text),
                    )
                )

    for place, mark in enumerate(text):
        if mark not in MARKS or _is_apostrophe(text, place, opened, last_single):
            continue
        depth = _closes(text, place, opened)
        if depth is not None:
            close(depth, place, place + 1, True)
        elif _opens(text, place):
            if opened and (text[opened[-1]] == mark or len(opened) == DEEPEST):
                close(0 if len(opened) == DEEPEST else len(opened) - 1, place, place, False)
            opened.append(place)
    close(0, len(text), len(text), False)
    return sorted((q for q in found if text[q.start : q.end].strip()), key=lambda q: (q.left, q.level))


def _closes(text: str, place: int, opened: list[int]) -> int | None:
    """The depth of the open mark that the one at `place` closes."""
    mark, before = text[place], text[place - 1 : place]
    for depth in range(len(opened) - 1, -1, -1):
        opener = text[opened[depth]]
        if mark in CLOSERS[opener]:
            if mark in "“‘" and _opens(text, place) and (not before or before.isspace()):
                continue
            return depth
    if opened and before and not before.isspace():
        for depth in range(len(opened) - 1, -1, -1):
            if mark in MISMATCHED.get(text[opened[depth]], ""):
                return depth
    return None


def _opens(text: str, place: int) -> bool:
    mark, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if mark not in CLOSERS or not after:
        return False
    if mark in "«「『„":
        return True
    if mark == '"' and before.isdigit():
        return False  # inches
    free_before = not before or before.isspace() or before in BEFORE_OPENING or before in MARKS
    return free_before and not after.isspace()


def _is_apostrophe(text: str, place: int, opened: list[int], last_single: int) -> bool:
    mark = text[place]
    if mark not in "'’‘‚":
        return False
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if mark == "‚":
        return not after.isalnum() or before.isalnum()
    if before.isalnum() and after.isalnum():
        return True
    if mark in "’'" and any(text[left] in "‘‚'" for left in opened):
        return _is_plural_possessive(text, place) or before.isspace()
    if mark == "’":
        # one opened “ and closed ’ is a slip; a bare ’ after letters is an apostrophe
        return True
    if text.startswith(ELISIONS, place + 1) or after.isdigit():
        return True
    return mark == "'" and last_single <= place


def _is_plural_possessive(text: str, place: int) -> bool:
    """ "the islands’ fate" inside single marks: an s before, a word behind, a better closing mark to come."""
    if text[place - 1 : place] != "s" or not text[place + 1 : place + 3].strip().isalpha():
        return False
    rest = text[place + 1 : place + 200]
    for offset, letter in enumerate(rest):
        if letter in "“‘":
            return False
        if letter in "’'" and not (rest[offset + 1 : offset + 2].isalnum()):
            return True
    return False


def _last_closers(text: str) -> int:
    """The place of the last straight single mark that could close a quotation; -1 without one."""
    for place in range(len(text) - 1, 0, -1):
        if text[place] == "'" and not text[place - 1].isspace() and not text[place + 1 : place + 2].isalnum():
            return place
    return -1
