"""Words as a verdict compares them: one by one, in order.

White space, hyphens at line ends, the shape of quotation marks and dashes, capitals and punctuation are set
aside. What carries meaning counts: apostrophes inside words, word boundaries, hyphens inside words, digits
with their points and signs, currency, percent. Marks of emphasis (`*`, `_`) are nobody's words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from bot.models import GAP

LOST = "\0"
"""The key of a place where the source has lost words: equal to nothing that anyone can quote."""

SHORTEST_PART = 3

_HYPHENS = r"\-\u2010\u2011\u00ac"
_DASHES = rf"{_HYPHENS}\u2012-\u2015\u2212"
_APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u2032\u0060\u00b4\uff07"
# what parts words; anything else is a letter of some script, or a sign that is better compared than dropped
_BETWEEN = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u02bc\u060c\u061b\u061f\u06d4\u0964\u0965\u2000-\u200a\u200e-\u205f\u2061-\u206f\u20a0-\u20cf"
    r"\u2190-\u27bf\u2e00-\u2e7f\u3000-\u303f\ufe0e\ufe0f\ufe30-\ufe6f"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\U0001f000-\U0001faff\0"
)
# scripts written without spaces: each character is compared as a word
_UNSPACED = r"\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^{_BETWEEN}{_UNSPACED}]"
_TOKEN = re.compile(
    rf"(?P<lost>\[…\])"
    rf"|(?P<initials>(?<!{_LETTER})(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!{_LETTER}))?)"
    rf"|(?P<number>(?:(?<![\w.])\.)?\d+(?:[.,:]\d+)*{_LETTER}*)"
    rf"|(?P<word>{_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)*)"
    rf"|(?P<unspaced>[{_UNSPACED}])"
    r"|(?P<sign>[%‰$&#@/\\+=<>×÷±°§≤≥≠≈^\u00a2-\u00a5\u20a0-\u20cf])"
)
_SIGNED = re.compile(rf"(?:^|[^\w{_DASHES}])[-\u2010-\u2013\u2212]$")
_SOFT = re.compile(rf"[{_HYPHENS}]\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ANY_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_ANY_DASH = re.compile(f"[{_DASHES}]")


class Joint(IntEnum):
    """How a word hangs on the one before it."""

    SPACE = 0  # white space or punctuation
    HYPHEN = 1  # a hyphen or short dash, tight on both sides: "long-term", "2014–15"
    DASH = 2  # a dash that parts clauses
    LINE = 3  # a hyphen and white space: perhaps the end of a line


@dataclass(frozen=True, slots=True)
class Word:
    """`key` is what is compared; the word stands at `[start, end)` of its text."""

    key: str
    start: int
    end: int
    joint: Joint = Joint.SPACE


def words(text: str, first: int = 0, last: int | None = None) -> list[Word]:
    """The words of a text, in order, or of its characters `[first, last)`."""
    return [
        Word(word.key, first + word.start, first + word.end, word.joint) for word in _words(text[first:last])
    ]


def _words(text: str) -> Iterator[Word]:
    end = 0
    was_number = opened = False
    for found in _TOKEN.finditer(text):
        gap = text[end : found.start()]
        if text[end - 1 : end] == "\u00ad":  # a hyphen that shows only at a line end: here is one
            gap = f"-{gap}"
        kind, key = found.lastgroup, _key(found)
        opened = opened or bool(gap and gap[-1] in "'\u2018\u201b`\u2032" and kind == "word")
        start, end = found.span()
        range_of_numbers = was_number and len(gap.strip()) == 1  # “6 - 7”: no sign, whatever the spaces
        if (
            kind in ("number", "sign")
            and not range_of_numbers
            and _SIGNED.search(text[max(0, start - 2) : start])
        ):
            key, gap = f"-{key}", gap[:-1]
        if kind == "word" and key.endswith("s") and _ANY_APOSTROPHE.match(text, end):
            # “the states’ rights”, unless the mark closes ‘the states’
            key, opened = (key, False) if opened else (f"{key}'", False)
        yield Word(key, start, end, _joint(gap))
        was_number = kind == "number"


def _key(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "lost":
            return LOST
        case "initials":
            return found[0].replace(".", "").casefold()
        case _:
            return _ANY_APOSTROPHE.sub("'", _plain(_INVISIBLE.sub("", found[0]))).casefold()


def _plain(word: str) -> str:
    """NFKC, but a raised or circled figure or a fraction stays what it is: 10² is not 102."""
    if word.isascii():
        return word
    return "".join(
        part if unicodedata.category(part) == "No" else unicodedata.normalize("NFKC", part)
        for part in unicodedata.normalize("NFC", word)
    )


def _joint(gap: str) -> Joint:
    if not gap or not _ANY_DASH.search(gap):
        return Joint.SPACE
    if len(gap) == 1 and gap in "-\u2010\u2011\u2012\u2013":
        return Joint.HYPHEN
    return Joint.LINE if _SOFT.fullmatch(gap) else Joint.DASH


def joined_alike(one: Joint, other: Joint) -> bool:
    """Whether two words are parted in the same way, the shape of dashes and the ends of lines aside."""
    if Joint.LINE in (one, other):
        return True
    return one is other or {one, other} != {Joint.SPACE, Joint.HYPHEN}


def one_word(first: Word, second: Word) -> str | None:
    """The key of two words that a hyphen may have parted at the end of a line, as one; else None.

    Scans lose the line end and keep the hyphen, or lose both. A part of two letters may be a prefix that
    makes another word (re-sign), so there the line end itself must still show.
    """
    if second.joint is Joint.LINE or (
        second.joint is Joint.HYPHEN and min(len(first.key), len(second.key)) >= SHORTEST_PART
    ):
        return first.key + second.key
    return None


def unbroken(said: list[Word], vocabulary: frozenset[str] | set[str]) -> list[Word]:
    """Words that a hyphen has broken in two, put together where the source has them whole."""
    whole: list[Word] = []
    for word in said:
        if whole and (key := one_word(whole[-1], word)) in vocabulary and key:
            before = whole.pop()
            word = Word(key, before.start, word.end, before.joint)
        whole.append(word)
    return whole


assert _TOKEN.fullmatch(GAP.strip()), "the mark of lost words must be told from words"
