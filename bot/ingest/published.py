"""Lines of their own that tell when a document was published."""

from __future__ import annotations

import re

from bot.dates import Found, Partial, find_dates, published
from bot.ingest.words import PUBLISHED
from bot.models import Precision, When

_LANGUAGES = ("en", "de", "fr", "es", "it", "nl")  # a line is too short to tell its language
_LONGEST = 110  # characters of a date line
_BESIDE = 10  # words that a place or an outlet beside the date takes at most
_PRINTED_IN = re.compile(r"(?:from|for|in) the [^.]{3,60}\.\s+", re.I)  # how old papers name their paper
_AROUND = re.compile(rf"\b(?:{PUBLISHED}|\d{{1,2}}[:h.]\d{{2}}(?::\d{{2}})?z?)\b", re.I)
_YEAR = re.compile(r"\d{4}|\d[./]\d{1,2}[./]\d\d")
_PARTED = re.compile(r"[,|(–—·•:;-]\s*(?:den |le |the |on )?$", re.I)
_PARTS = re.compile(r"\s*[,|)–—·•;.-]")


def is_date_line(text: str) -> bool:
    """Whether a line holds a date and no more than words of publishing, a clock time, a place or an outlet.

    "Published on 3 May 2020, 10:15", "Rivertown Courier, 12 May 2015", but not "The Night of May 3, 2003".
    """
    text = _PRINTED_IN.sub("", text, count=1)
    if len(text) > _LONGEST or not _YEAR.search(text):
        return False
    dates = _dates(text)
    if not dates:
        return False
    first, last = dates[0], dates[-1]
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    if sum(map(str.isalpha, _AROUND.sub("", rest))) <= 3:
        return True
    before, after = text[: first.start].rstrip(), text[last.end :].strip(" ).]")
    beside = len(rest.split()) <= _BESIDE and not re.search(r"[.?!]\s", rest)
    return beside and bool(
        (not after and _PARTED.search(text[: first.start])) or (not before and _PARTS.match(text, last.end))
    )


def find_published(text: str) -> When | None:
    """The date in a line of metadata, whatever its language."""
    best: When | None = None
    for language in _LANGUAGES:
        when = published(text, language)
        if when and when.precision is Precision.DAY:
            return when
        best = best or when
    return best


def _dates(text: str) -> list[Found]:
    for language in _LANGUAGES:
        if dates := [found for found in find_dates(text, language) if _is_whole(found)]:
            return dates
    return []


def _is_whole(found: Found) -> bool:
    first = found.first
    return isinstance(first, Partial) and first.whole and first.years == 1 and first.month is not None
