"""Folding, keys and slugs: how texts are compared and passages named."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

KEY_DIGITS = 12
TWIN_DIGITS = 6

# white space, hyphens, dashes, quotation marks and what is invisible: all that differs between
# two prints of the same words
_NOT_FOLDED = re.compile(
    r"[\s\u00ad\u200b-\u200d\u2060\ufeff\-\u2010-\u2015\u2212"
    r"'\"`\u00b4\u02bc\u2018-\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb\u300c-\u300f]+"
)
_NOT_SLUG = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """NFKC, case folded, without white space, hyphens, dashes and quotation marks.

    For keys and for finding candidates; never for verifying, where words are compared as words.
    """
    return _NOT_FOLDED.sub("", unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=16)  # the stretches of one sentence ask for that sentence again and again
def digest(text: str, digits: int) -> str:
    """The first hex digits of the SHA-256 of the folded text."""
    return hashlib.sha256(fold(text).encode()).hexdigest()[:digits]


def keys(document: str, texts: Sequence[str], before: Sequence[str]) -> list[str]:
    """The keys of a document's passages, in order; `before[i]` is the text of the sentence before `texts[i]`.

    A text that stands once is `document#12 digits`; twins add `~` and 6 digits of the sentence before.
    Twins that even those leave alike share a key, and such a key names nothing.
    """
    names = [digest(text, KEY_DIGITS) for text in texts]
    times = Counter(names)
    return [
        f"{document}#{name}" + (f"~{digest(previous, TWIN_DIGITS)}" if times[name] > 1 else "")
        for name, previous in zip(names, before, strict=True)
    ]


def slug(text: str, limit: int = 60) -> str:
    """Lower-case words joined by hyphens, at most `limit` characters, cut at a word; letters of any script stay."""
    words = _NOT_SLUG.sub("-", unicodedata.normalize("NFKC", text).casefold()).strip("-")
    if len(words) <= limit:
        return words or "untitled"
    return words[: limit + 1].rpartition("-")[0] or words[:limit]
