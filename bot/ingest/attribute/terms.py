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

LONGEST_ATTRIBUTE = 3
"""Words of a scare quote that a speaker may use: she said the “pivot” plan came late."""

FEWEST_PREDICATED = 3
"""Words from which what stands in a reported clause is the speaker's wording, wherever in the clause."""

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
    *,
    whole: bool,
) -> bool:
    """Whether the marks hold a name, a title or a scare quote.

    `tokens[place]` is the quotation; `whole`: there is nothing else in the sentence.
    """
    inside = text[quotation.start : quotation.end].strip()
    words = _WORD.findall(inside)
    if whole or not words:
        return not words and not inside
    before = tokens[place - 1].low if place else ""
    if before == "as" and place > 1 and tokens[place - 2].low in language.terms:
        return len(words) <= LONGEST_LABEL  # known as
    if before in language.terms and before not in language.naming:
        return len(words) <= LONGEST_LABEL
    if _is_attribute(tokens, place, language) and len(words) <= LONGEST_ATTRIBUTE and inside[-1] not in ",?!":
        return True
    if _is_title(words, language) and (cue is None or before in language.works or before in language.joins):
        return True
    if _is_title(words, language) and before not in (",", ":", *language.that) and inside[-1] not in ",?!":
        return True
    if cue and cue.sort is Sort.BEFORE and not cue.near and len(words) < FEWEST_PREDICATED:
        return not _is_predicate(tokens, place, language, several=len(words) > 1)
    if cue and cue.words.startswith(("call", "dub", "nenn")) and cue.phrase and cue.phrase.gender == "p":
        return len(words) <= LONGEST_ATTRIBUTE  # what sailors call “a dry fish”
    if cue is None or cue.phrase is None or cue.phrase.who in (Who.NOBODY, Who.THING):
        spoken = cue is not None and (cue.near or cue.sort in (Sort.AFTER, Sort.HERALD)) and cue.is_speech
        return not spoken and (
            (_is_noun(tokens, place, language) and len(words) <= LONGEST_LABEL) or len(words) < FEWEST_SAID
        )
    return False


def _is_predicate(tokens: Sequence[Token], place: int, language: Language, *, several: bool) -> bool:
    """Whether the quotation is what a reported clause says: X said the plan was (a) “...”, that it “...”."""
    before = place - 1
    while before > 0 and (tokens[before].low in language.determiners or tokens[before].low.endswith("ly")):
        before -= 1
    if before >= 0 and (tokens[before].low in language.copulas or tokens[before].low in language.pronouns):
        return True
    if tokens[place - 1].low in language.joins:
        return False  # "they speak of “...”"
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    free = behind is None or not behind.is_word or behind.low in language.determiners | language.joins
    return before == place - 1 and several and free


def _is_attribute(tokens: Sequence[Token], place: int, language: Language) -> bool:
    """Whether the quotation stands between an article and a noun, where no predicate can."""
    before = tokens[place - 1].low if place else ""
    if before not in language.determiners and before != "'s":
        return False
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return behind is not None and behind.is_word and behind.low not in language.joins | language.breaks


def _is_noun(tokens: Sequence[Token], place: int, language: Language) -> bool:
    """Whether the quotation stands where a noun does: the “...”, as “...”, approach of “...”."""
    if not place:
        return False
    before = tokens[place - 1]
    if before.low in language.that and place > 1 and not tokens[place - 2].is_word:
        return False  # "a maxim of the ancients, that “...”"
    if before.low in language.determiners or before.low in ("as", "of", "'s", "includes", "like"):
        return True
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return before.is_word and before.low not in language.breaks and behind is not None and behind.is_word


def _is_title(words: list[str], language: Language) -> bool:
    """Capitals on every word that is not a small one: the title of a work."""
    if len(words) < 2 or not words[-1][0].isupper() or language.code == "de":
        return False  # German nouns have capitals anyway
    small = language.joins | language.breaks | language.determiners | language.particles
    return all(word[0].isupper() or word[0].isdigit() or word.casefold() in small for word in words)
