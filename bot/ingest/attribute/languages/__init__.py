"""The words by which a language tells who speaks: one row a language, English where none fits."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.ingest.attribute.languages.english import ENGLISH
from bot.ingest.attribute.languages.french import FRENCH
from bot.ingest.attribute.languages.german import GERMAN
from bot.ingest.attribute.languages.japanese import JAPANESE
from bot.ingest.attribute.languages.language import Language

__all__ = ["ENGLISH", "JAPANESE", "LANGUAGES", "Language", "language_of"]

SAMPLE = 40_000
"""Characters that are enough to tell a language by its commonest words."""

_WORD = re.compile(r"\w+")
_KANA = re.compile(r"[\u3040-\u30ff]")


def language_of(code: str | None, texts: Iterable[str]) -> Language:
    """The row for a BCP 47 code or, without one we know, for the words that the texts use most."""
    if code and (known := LANGUAGES.get(code.split("-")[0].casefold())):
        return known
    words: list[str] = []
    kana = 0
    length = 0
    for text in texts:
        words += _WORD.findall(text[:SAMPLE].casefold())
        kana += len(_KANA.findall(text[:SAMPLE]))
        length += len(text)
        if length > SAMPLE:
            break
    if kana * 5 > length:
        return JAPANESE
    return max(LANGUAGES.values(), key=lambda language: sum(word in language.commonest for word in words))


LANGUAGES: dict[str, Language] = {row.code: row for row in (ENGLISH, GERMAN, FRENCH, JAPANESE)}
