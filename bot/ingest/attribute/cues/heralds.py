"""Words that announce a source without a verb: according to X; in X's words; X's claim that; a proverb:"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ingest.attribute.cues.cue import Cue, Sort
from bot.ingest.attribute.cues.verbs import BE, CONJUNCTIONS, verbs_in
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.phrases import FARTHEST, Phrase, Who, phrase_after, phrase_before, sentence_subject
from bot.ingest.attribute.tokens import Token


def herald_at(tokens: Sequence[Token], start: int, language: Language) -> Cue | None:
    """according to X, in the words of X, X zufolge, where a clause begins at `start`."""
    if start and tokens[start - 1].is_word and tokens[start - 1].low not in CONJUNCTIONS:
        return None
    for words in language.heralds.get(tokens[start].low, ()):
        end = start + len(words)
        if tuple(token.low for token in tokens[start:end]) == words:
            phrase = phrase_after(tokens, end, language)
            if phrase and phrase.who is not Who.NOBODY:
                return Cue(Sort.HERALD, " ".join(words), phrase, True)
    for place in range(start + 1, min(len(tokens), start + 8) if language.trailers else start):
        if tokens[place].low in language.trailers:
            phrase = phrase_before(tokens, place, language)
            if phrase and phrase.start == start:
                return Cue(Sort.HERALD, tokens[place].text, replace(phrase, end=place + 1), True)
    return None


def herald_before(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """The same, before the marks, with no verb of speech between."""
    for start in range(max(0, quotation - FARTHEST), quotation):
        cue = herald_at(tokens, start, language)
        if cue and cue.phrase and cue.phrase.end <= quotation:
            verbs = verbs_in(tokens, cue.phrase.end, quotation, language)
            if not any(tokens[verb - 1].low not in BE for verb in verbs):
                return cue
    return None


def possessor_before(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """X's words still ring: “...”; in her words, “...”; X's claim that it is “...”."""
    last = tokens[quotation - 1] if quotation else None
    leads = last is not None and last.low in (":", ",", "as")
    answers = last is not None and last.low in ("is", "was", "ist", "war", "est", "était")
    for place in range(quotation - 1, max(0, quotation - FARTHEST), -1):
        if tokens[place].is_quotation or tokens[place].text == ";":
            return None
        claims = tokens[place + 1].low in language.that or (
            tokens[place + 1].low in language.ofs and last is not None and last.low in language.that
        )
        if tokens[place].low not in language.utterances:
            continue
        if not (leads or claims or (answers and quotation - place <= 3)):
            continue
        holder = place - 2 if tokens[place - 2].low == "'s" else place - 1  # "Dad's favourite line"
        if tokens[holder].low == "'s":
            phrase = phrase_before(tokens, holder, language)
        elif tokens[place + 1].low in language.ofs and last is not None and (last.text == ":" or claims):
            phrase = phrase_after(tokens, place + 2, language)  # the words of the charter are these
        else:
            phrase = _possessive(tokens, place - 1, language)
        if phrase and phrase.who not in (Who.NOBODY, Who.THING):
            return Cue(Sort.HERALD, tokens[place].text, phrase, True)
    return None


def colon_before(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """There is an old proverb: “...”; X hit back within the hour: “...”."""
    if quotation < 2 or tokens[quotation - 1].text != ":":
        return None
    phrase = phrase_before(tokens, quotation - 1, language)
    if phrase and phrase.who is Who.WORK:
        return Cue(Sort.HERALD, ":", phrase, True)
    phrase = sentence_subject(tokens[:quotation], language)
    if phrase is None or phrase.who not in (Who.PERSON, Who.BODY, Who.ROLE, Who.PRONOUN, Who.WORK):
        return None
    return Cue(Sort.NAMING, ":", phrase, True)


def _possessive(tokens: Sequence[Token], place: int, language: Language) -> Phrase | None:
    """Her answer, in his last words."""
    for owner in range(place, max(-1, place - 2), -1):
        code = language.possessives.get(tokens[owner].low)
        if code:
            who = {"1": Who.SELF, "2": Who.OTHER}.get(code, Who.PRONOUN)
            return Phrase(who, tokens[owner].text, owner, owner + 1, gender=code)
    return None
