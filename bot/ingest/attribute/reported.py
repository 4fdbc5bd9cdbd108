"""Finds speech that is told without quotation marks: X said that ...; according to X, ..."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.ingest.attribute.cues import herald_at
from bot.ingest.attribute.cues.verbs import is_idle, is_verb, subject_of
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.phrases import Phrase, Who
from bot.ingest.attribute.tokens import Token

FEWEST = 4
"""Words that a reported statement has at least."""

NAMED = frozenset({Who.PERSON, Who.BODY, Who.ROLE, Who.GROUP, Who.WORK, Who.PRONOUN})


@dataclass(frozen=True, slots=True)
class Told:
    """`text[start:end]` of the sentence are what `phrase` is said to have said."""

    start: int
    end: int
    phrase: Phrase
    words: str


def find_reported(tokens: Sequence[Token], language: Language) -> Iterator[Told]:
    """The first reported statement of a sentence; conservative: a plain verb and "that", or a herald."""
    herald = herald_at(tokens, 0, language) if tokens else None
    if herald and herald.phrase and herald.phrase.end < len(tokens) and tokens[herald.phrase.end].text == ",":
        yield from _told(tokens, herald.phrase.end + 1, herald.phrase, herald.words)
        return
    for place in range(1, len(tokens) - 1):
        if tokens[place + 1].low not in language.that or not is_verb(tokens, place, language):
            continue
        if tokens[place].low in language.naming:
            continue
        phrase = subject_of(tokens, place, language)
        if phrase and phrase.who in NAMED and not is_idle(tokens, 0, place, phrase, language):
            yield from _told(tokens, place + 2, phrase, tokens[place].text)
        return


def _told(tokens: Sequence[Token], start: int, phrase: Phrase, words: str) -> Iterator[Told]:
    end = next((n for n in range(start, len(tokens)) if tokens[n].text in (";", "—", "–")), len(tokens))
    while end > start and tokens[end - 1].text in (".", "!", "?", ","):
        end -= 1
    inside = tokens[start:end]
    if sum(token.is_word for token in inside) >= FEWEST and not any(token.is_quotation for token in inside):
        yield Told(inside[0].start, inside[-1].end, phrase, words)
