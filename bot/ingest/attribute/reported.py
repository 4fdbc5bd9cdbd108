"""Finds speech that is told without quotation marks: X said that ...; according to X, ..."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.ingest.attribute.cues import herald_at
from bot.ingest.attribute.cues.verbs import is_hearing, is_idle, is_verb, subject_of
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.phrases import Phrase, Who
from bot.ingest.attribute.tokens import Token

LISTENERS = 6
"""Words within which "that" follows a verb that names its listeners: "told the council that"."""

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
    if not tokens or tokens[0].low in language.nobody:
        return  # "whoever reads it will find that"
    herald = herald_at(tokens, 0, language)
    if herald and herald.phrase and herald.phrase.end < len(tokens) and tokens[herald.phrase.end].text == ",":
        yield from _told(tokens, herald.phrase.end + 1, herald.phrase, herald.words)
        return
    for place in range(1, len(tokens) - 1):
        if not is_verb(tokens, place, language) or tokens[place].low in language.naming:
            continue
        reach = LISTENERS if is_hearing(tokens[place].low) else 1
        that = next(
            (
                n
                for n in range(place + 1, min(len(tokens), place + 1 + reach))
                if tokens[n].low in language.that
            ),
            None,
        )
        if that is None:
            continue
        phrase = _teller(tokens, place, language)
        if phrase and not is_idle(tokens, 0, place, phrase, language):
            yield from _told(tokens, that + 1, phrase, tokens[place].text)
        return


def _teller(tokens: Sequence[Token], verb: int, language: Language) -> Phrase | None:
    """Whose verb it is, where that is plain: no participle, no clause with who, no unknown noun."""
    before = tokens[verb - 1]
    if before.low in language.relatives or (tokens[verb].low.endswith("ing") and before.text != ","):
        return None
    phrase = subject_of(tokens, verb, language)
    if phrase is None or phrase.who not in NAMED:
        return None
    return (
        None if phrase.who is Who.ROLE and not phrase.name and phrase.head not in language.roles else phrase
    )


def _ends(tokens: Sequence[Token], place: int) -> bool:
    """Whether the statement ends here and the author goes on: "; it did not", ", but that is untrue"."""
    if tokens[place].text in (";", "—", "–"):
        return True
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return tokens[place].text == "," and following in ("but", "yet", "although", "though", "aber", "mais")


def _told(tokens: Sequence[Token], start: int, phrase: Phrase, words: str) -> Iterator[Told]:
    end = next((n for n in range(start, len(tokens)) if _ends(tokens, n)), len(tokens))
    while end > start and tokens[end - 1].text in (".", "!", "?", ","):
        end -= 1
    inside = tokens[start:end]
    if sum(token.is_word for token in inside) >= FEWEST and not any(token.is_quotation for token in inside):
        yield Told(inside[0].start, inside[-1].end, phrase, words)
