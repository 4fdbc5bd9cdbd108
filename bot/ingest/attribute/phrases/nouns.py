"""Which words can belong to a phrase for someone, and which end it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.languages.language import words
from bot.ingest.attribute.tokens import Token

NEAR = words(
    """
    aide adviser advisor ambassador assistant consultant counsel deputy envoy heir letter memo memorandum
    message note secretary witness
    """
)
"""Nouns that have a "to" behind them."""


def singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("men",)):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_noun(token: Token, language: Language) -> bool:
    if token.is_capital:
        return token.low not in language.determiners
    one = singular(token.low)
    return one in language.roles or one in language.bodies or one in language.works


def is_starter(token: Token, language: Language) -> bool:
    """A small word that has a capital only because it begins the sentence."""
    return (
        token.low in language.determiners
        or token.low in language.breaks
        or token.low in language.pronouns
        or token.low in language.nobody
        or token.low in language.calendar
        or (token.low in language.joins)
        or token.low in language.fillers
    )


def ends_phrase(token: Token, language: Language) -> bool:
    if token.low in language.calendar:
        return True
    if token.low in language.breaks:
        return True
    return not token.is_capital and token.low in language.saying and singular(token.low) not in language.works


def between_capitals(tokens: Sequence[Token], place: int) -> bool:
    if not 0 < place < len(tokens) - 1:
        return False
    after = tokens[place + 1]
    if after.low == "the" and place + 2 < len(tokens):
        after = tokens[place + 2]
    return tokens[place - 1].is_capital and after.is_capital


def joined(tokens: Sequence[Token], start: int, language: Language) -> bool:
    """Whether what begins at `start` hangs by a preposition on a noun before it."""
    place = start - 1
    if place >= 0 and tokens[place].low not in language.joins:
        place = start  # `start` may be the preposition itself
        if place >= len(tokens) or tokens[place - 1].low not in language.joins:
            return False
        place -= 1
    if place < 1:
        return False
    before = tokens[place - 1]
    if before.low in ("one", "some", "many", "most") or before.text.isdigit():
        return tokens[place].low == "of"
    if before.low in ("close", "familiar", "next"):  # "a source close to the talks"
        return True
    if tokens[place].low == "of" and place > 1 and tokens[place - 2].low in language.determiners:
        return before.is_word  # "the foes of the plan", whatever the noun
    if tokens[place].low == "to" and not before.is_capital and language.code == "en":
        return singular(before.low) in NEAR  # "an aide to Ms. Adler"
    if not before.is_word or not is_noun(before, language) or tokens[place].low in ("on", "to", "with"):
        return False
    named = before.is_capital and singular(before.low) not in language.roles
    return tokens[place].low not in ("in", "at", "from") or not named


def join_goes_on(tokens: Sequence[Token], place: int, limit: int, language: Language) -> bool:
    """Whether the preposition at `place` still belongs to the phrase."""
    if place + 1 >= limit:
        return False
    following = tokens[place + 1]
    if following.low in language.calendar or following.text[0].isdigit() or not following.is_word:
        return False
    if tokens[place].low in ("of", "for", "von", "des", "für", "de", "du", "des"):
        return following.low not in language.breaks
    capital = following.is_capital or (
        following.low in language.determiners and place + 2 < limit and tokens[place + 2].is_capital
    )
    return capital and tokens[place].low not in ("on", "to", "with")


def before_name(tokens: Sequence[Token], start: int, language: Language) -> int:
    """How many small words before a name belong to it: "the outspoken", "foreign ministry spokesman"."""
    run = 0
    for token in reversed(tokens[max(0, start - 4) : start]):
        if not token.is_word or token.low in language.breaks or token.low in language.saying:
            break
        if token.low in language.determiners:
            return run
        if token.is_capital or token.low in language.joins:
            break
        run += 1
    nearest = singular(tokens[start - 1].low)
    return run if nearest in language.roles or nearest in language.bodies or nearest in language.titles else 0


def text_of(tokens: Sequence[Token], start: int, end: int) -> str:
    parts: list[str] = []
    for before, token in zip([None, *tokens[start:end]], tokens[start:end], strict=False):
        if before is not None and token.start > before.end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)
