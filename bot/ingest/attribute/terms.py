"""Tells words that someone said from names, titles, slogans and scare quotes, which are nobody's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ingest.attribute.cues import Cue, Sort
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.marks import Quotation
from bot.ingest.attribute.phrases import Who
from bot.ingest.attribute.tokens import Token

LONGEST_LABEL = 10
"""Words of a name or slogan in the place of a noun; more than that are somebody's words."""

FEWEST_SAID = 6
"""Words from which marks without any cue are taken for a quotation."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def is_label(
    text: str,
    quotation: Quotation,
    tokens: Sequence[Token],
    place: int,
    cue: Cue | None,
    language: Language,
) -> bool:
    """Whether the marks hold a name, a title or a scare quote. `tokens[place]` is the quotation."""
    words = _WORD.findall(text[quotation.start : quotation.end])
    if not words:
        return True
    before = tokens[place - 1].low if place else ""
    if before in language.terms and before not in language.naming:
        return len(words) <= LONGEST_LABEL
    spoken = cue is not None and cue.sort in (Sort.AFTER, Sort.BEFORE, Sort.HERALD) and not cue.idle
    if spoken and cue is not None and (cue.near or cue.sort is not Sort.BEFORE):
        return False
    if _is_title(words, language):
        return True
    noun = (
        before in language.determiners
        or before in ("as", "of", "'s", "includes", "like")
        or (
            place > 0
            and tokens[place - 1].is_word
            and before not in language.breaks
            and place + 1 < len(tokens)
            and tokens[place + 1].is_word
        )
    )
    if cue is not None and cue.phrase is not None and cue.phrase.who not in (Who.NOBODY, Who.THING):
        if cue.sort is Sort.BEFORE:
            return noun and len(words) <= 3
        return noun and len(words) <= 2
    return (noun and len(words) <= LONGEST_LABEL) or len(words) < FEWEST_SAID


def _is_title(words: list[str], language: Language) -> bool:
    """Capitals on every word that is not a small one: the title of a work."""
    if len(words) < 2:
        return False
    small = language.joins | language.breaks | language.determiners | language.particles
    return all(word[0].isupper() or word[0].isdigit() or word.casefold() in small for word in words) and (
        words[-1][0].isupper()
    )
