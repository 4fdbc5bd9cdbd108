"""A few words for an event, cut from the sentence that dates it, so that they read well in a timeline."""

from __future__ import annotations

import re

LONGEST = 100  # characters of a label

_SEGMENT = re.compile(r"[,;:()–—]+\s*|\s-\s")
_OPENERS = re.compile(
    r"(?:however|moreover|furthermore|in addition|additionally|nevertheless|nonetheless|meanwhile|indeed|"
    r"instead|therefore|thus|still|yet|but|and|so|also|similarly|likewise|in fact|of course|for example|"
    r"for instance|as a result|in turn|in particular|finally|then)\b,?\s+",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:as|when|while|although|though|because|if|whereas|where|which|who|that|and|or|but)\s+"
)
_LEADING_DATE = re.compile(r"[\s,;:–—-]+")
_DANGLING = re.compile(
    r"\s+(?:the|a|an|of|in|on|at|to|for|with|and|or|but|by|from|that|which|who|as|its|his|her|their|our|is|was|be|"
    r"after|before|between|into|over|than|he|she|it|they|we|i|has|had|have|will|would|not|no)$",
    re.IGNORECASE,
)
_PAIRS = (("“", "”"), ("‘", "’"), ("(", ")"), ("«", "»"), ("„", "“"))


def label(text: str, start: int, end: int, *, adverbial: bool) -> str:
    """The part of a sentence that tells what happened at the date in `[start, end)`.

    `adverbial` says that the date merely tells when; if it opens the sentence, it can go.
    """
    opener = _OPENERS.match(text)
    first = opener.end() if opener and opener.end() <= start else 0
    mark = _LEADING_DATE.match(text, end)
    if adverbial and mark and not text[first:start].strip() and mark.end() < len(text):
        first = start = end = mark.end()
    words, at = text[first:], start - first
    return _tidied(_shortened(words.rstrip(" .;,:"), at, end - start))


def _shortened(words: str, at: int, length: int) -> str:
    """At most `LONGEST` characters that hold the date, cut between clauses where that can be."""
    if len(words) <= LONGEST:
        return words
    first, last = _segment(words, at)
    last = max(last, min(at + length, len(words)))
    if last - first > LONGEST:
        return _cut(words, first, last, at, length)
    while (wider := _widened(words, first, last)) and wider[1] - wider[0] <= LONGEST:
        first, last = wider
    part = words[first:last].strip(" ,;:–—(")
    subordinate = _SUBORDINATE.match(part)
    return part[subordinate.end() :] if subordinate and (first or last < len(words)) else part


def _segment(words: str, at: int) -> tuple[int, int]:
    """The stretch between marks in which the date stands."""
    first = 0
    for mark in _SEGMENT.finditer(words):
        if mark.start() >= at:
            return first, mark.start()
        first = mark.end()
    return first, len(words)


def _widened(words: str, first: int, last: int) -> tuple[int, int] | None:
    """One clause more: the one after, or else the one before."""
    if last < len(words):
        mark = _SEGMENT.match(words, last)
        after = _SEGMENT.search(words, mark.end()) if mark else None
        wider = first, after.start() if after else len(words)
        if wider[1] - wider[0] <= LONGEST or not first:
            return wider
    if first:
        before = 0
        for mark in _SEGMENT.finditer(words, 0, max(first - 1, 0)):
            if mark.end() < first:
                before = mark.end()
        return before, last
    return None


def _cut(words: str, first: int, last: int, at: int, length: int) -> str:
    """A clause too long to show: its beginning if the date stands there, else the stretch up to it."""
    if at + length - first <= LONGEST:
        cut = words[first : first + LONGEST - 1]
        return _DANGLING.sub("", cut.rpartition(" ")[0].rstrip(" ,;:")) + "…"
    start = max(at + length - LONGEST + 2, first)
    cut = words[start : at + length]
    return "…" + cut.partition(" ")[2]


def _tidied(words: str) -> str:
    """With a capital, without half a pair of quotation marks or brackets."""
    for opening, closing in _PAIRS:
        if words.count(opening) > words.count(closing) and opening != closing:
            words = words.replace(opening, "")
        elif closing not in "’" and words.count(closing) > words.count(opening):
            words = words.replace(closing, "")
    if words.count('"') % 2:
        words = words.replace('"', "")
    words = " ".join(words.split())
    return words[:1].upper() + words[1:]
