"""Cues behind the marks, or between commas within them: “...,” said X; « ..., dit-elle, ... »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ingest.attribute.cues.cue import Cue, Sort
from bot.ingest.attribute.cues.heralds import herald_at
from bot.ingest.attribute.cues.verbs import is_idle, is_shared, verb_from, verbs_in
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.phrases import FARTHEST, Phrase, Who, phrase_after, phrase_before
from bot.ingest.attribute.tokens import Token

DASHES = ("–", "—", "-", "―", "~")

INSIDE = frozenset((Who.PERSON, Who.BODY, Who.ROLE, Who.PRONOUN))
"""Who may be named within the marks."""


def after(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """“...,” said X; “...,” X, who was there, said; “...,” as X put it; “...” — X; “...” (X, 1999)."""
    start = quotation + 1
    if start >= len(tokens):
        return None
    signed = _signed(tokens, start, language)
    if signed:
        return signed
    if tokens[start].text in (",", "?", "!", *DASHES):
        start += 1
    if start < len(tokens) - 2 and tokens[start].low in ("as", "wie", "comme"):
        start += 1
    elif start < len(tokens) - 2 and tokens[start + 1].low in ("how", "all"):
        start += 2  # “...,” is how X put it, was all that X would say
    if start >= len(tokens) or not tokens[start].is_word:
        return None
    return follows(tokens, start, language)


def follows(tokens: Sequence[Token], start: int, language: Language) -> Cue | None:
    """said X, X said, according to X, beginning at `start`."""
    cue = herald_at(tokens, start, language) or _inverted(tokens, start, language)
    if cue:
        return cue
    verb = verb_from(tokens, start, language, 4)
    if verb is not None and tokens[min(verb + 1, len(tokens) - 1)].low in language.objects:
        return None  # when he says “...,” ask him
    if verb is not None and tokens[verb].low not in language.naming and not tokens[verb].low.endswith("ing"):
        phrase = phrase_after(tokens, verb + 1, language)
        if phrase and (phrase.who is not Who.THING or _ends_clause(tokens, phrase, language)):
            return _cue(tokens, start, verb, phrase, language)
    for verb in verbs_in(tokens, start + 1, min(len(tokens), start + FARTHEST), language):
        phrase = phrase_before(tokens, verb, language)
        if phrase is None or phrase.start != start or tokens[verb].low in language.naming:
            continue
        if phrase.who is not Who.THING or tokens[start].low in language.determiners:
            return _cue(tokens, start, verb, phrase, language)
    return None


def _ends_clause(tokens: Sequence[Token], phrase: Phrase, language: Language) -> bool:
    """Whether an unknown noun can only be the speaker: “...,” cried the crowd."""
    stops = phrase.end >= len(tokens) or tokens[phrase.end].text in (".", ",", "!")
    return stops and tokens[phrase.start].low in language.determiners and phrase.end - phrase.start <= 4


def _cue(tokens: Sequence[Token], start: int, verb: int, phrase: Phrase, language: Language) -> Cue:
    if phrase.who is Who.THING:
        phrase = replace(phrase, who=Who.ROLE)  # an unknown noun that speaks is somebody
    idle = is_idle(tokens, start, verb, phrase, language)
    return Cue(Sort.AFTER, tokens[verb].text, phrase, True, idle, shared=is_shared(tokens, phrase))


def _signed(tokens: Sequence[Token], start: int, language: Language) -> Cue | None:
    """“...” — X, or “...” (X, 1999), with nothing behind."""
    opening = tokens[start].text
    if opening not in (*DASHES, "(") or start + 1 >= len(tokens):
        return None
    phrase = phrase_after(tokens, start + 1, language)
    if phrase is None or phrase.who not in (Who.PERSON, Who.BODY, Who.WORK):
        return None
    behind = tokens[phrase.end].text if phrase.end < len(tokens) else "."
    if opening == "(" and phrase.who is Who.WORK:
        return None
    fits = behind in (",", ")", ".") if opening == "(" else behind in (",", ".", "(")
    if not fits or verbs_in(tokens, phrase.end, len(tokens), language):
        return None
    return Cue(Sort.AFTER, opening, phrase, True)


def _inverted(tokens: Sequence[Token], start: int, language: Language) -> Cue | None:
    """dit-il, a-t-elle ajouté: verb and pronoun in one word."""
    place = start + (tokens[start].low in language.fillers)
    if place >= len(tokens):
        return None
    verb, _, pronoun = tokens[place].low.replace("-t-", "-").rpartition("-")
    if not verb or pronoun not in language.pronouns:
        return None
    words = [verb, *(token.low for token in tokens[place + 1 : place + 3])]
    if not any(word in language.saying for word in words):
        return None
    code = language.pronouns[pronoun]
    who = {"1": Who.SELF, "2": Who.OTHER}.get(code, Who.PRONOUN)
    return Cue(Sort.AFTER, tokens[place].text, Phrase(who, pronoun, place, place + 1, gender=code), True)


def inside(tokens: Sequence[Token], language: Language) -> tuple[Cue, int, int] | None:
    """A cue within the marks, and the offsets of its words: « Oui, dit-elle, nous verrons. »"""
    for place in range(len(tokens) - 2):
        if tokens[place].text not in (",", "?", "!") or not tokens[place + 1].is_word:
            continue
        cue = _inverted(tokens, place + 1, language)
        if cue and cue.phrase:
            end = cue.phrase.end
            while end < len(tokens) and tokens[end].is_word:
                end += 1
            return cue, tokens[place].start, tokens[end - 1].end
        verb = verb_from(tokens, place + 1, language, 2)
        phrase = phrase_after(tokens, verb + 1, language) if verb is not None else None
        if verb is None or phrase is None or phrase.who not in INSIDE:
            continue
        end = phrase.end
        if end == len(tokens) or tokens[end].text in (",", "."):
            return Cue(Sort.AFTER, tokens[verb].text, phrase, True), tokens[place].start, tokens[end - 1].end
    return None


def at_end(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """The plan was “a mistake” from the start, X said."""
    for place in range(quotation + 1, len(tokens) - 1):
        if tokens[place].is_quotation:
            return None
        if tokens[place].text == ",":
            cue = follows(tokens, place + 1, language)
            if cue:
                return cue
    return None
