"""Cues before the marks: X said, “...”; X said that Y “...”; Here is what X said."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ingest.attribute.cues.cue import Cue, Sort
from bot.ingest.attribute.cues.verbs import BE, earlier, is_idle, is_shared, is_verb, subject_of, verbs_in
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.phrases import FARTHEST, Phrase, Who, phrase_after, phrase_before
from bot.ingest.attribute.tokens import Token

LINKS = frozenset(
    ("and", "or", "as", "nor", "but", "that", "also", "the", "a", "an", "und", "et", "dass", "que")
)
"""What may stand between two quotations under one cue."""


def before(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """The nearest verb before the marks that governs them."""
    start = max(0, quotation - FARTHEST)
    start = max((n + 1 for n in range(start, quotation) if tokens[n].is_quotation), default=start)
    orphan: Cue | None = None  # a verb that is nobody's: "that is to say", "if not to say"
    for verb in reversed(verbs_in(tokens, start, quotation, language)):
        between = tokens[verb + 1 : quotation]
        if any(token.text == ";" for token in between):
            return None
        if _is_aside(tokens, start, verb, quotation, language):
            continue
        if _is_passive(tokens, verb, language) and verbs_in(tokens, start, verb, language):
            continue  # X said that it was known as “...”
        phrase = subject_of(tokens, verb, language)
        if tokens[verb].low in language.reading and (phrase is None or phrase.who in READERS):
            return _read_out(tokens, verb, quotation, language)
        words = [token for token in between if token.is_word and not _is_small(token, language)]
        near = not words or between[-1].text == ":"
        if phrase is None:
            orphan = orphan or (Cue(Sort.BEFORE, tokens[verb].text, None, near, True) if near else None)
            continue
        idle = is_idle(tokens, 0, verb, phrase, language)
        handed_on = _quoted_by(tokens, verb, quotation, language)
        if handed_on:
            return Cue(Sort.BEFORE, tokens[verb].text, handed_on, True, idle, phrase)
        outer = _reporter(tokens, start, phrase.start, language)
        return Cue(
            _sort(tokens[verb], language),
            tokens[verb].text,
            phrase,
            near,
            idle,
            outer,
            is_shared(tokens, phrase),
        )
    return orphan


def _is_small(token: Token, language: Language) -> bool:
    """Whether a word between a verb and the marks leaves them near: "that", "perhaps", "out"."""
    small = token.low in language.that or token.low in language.fillers or token.low in ("out", "perhaps")
    return small or token.low.endswith("ly")


HANDING_ON = frozenset(("quote", "quoti", "cites", "cited", "recit", "zitie"))
"""How verbs begin whose subject hands on another's words."""

READERS = frozenset((Who.SELF, Who.THING, Who.NOBODY))


def _sort(verb: Token, language: Language) -> Sort:
    if verb.low in language.naming or verb.low[:5] in HANDING_ON:
        return Sort.NAMING  # who quotes has the words from somebody
    return Sort.BEFORE if verb.low in language.saying or "-" in verb.low else Sort.THOUGHT


def _is_passive(tokens: Sequence[Token], verb: int, language: Language) -> bool:
    behind = [token.low for token in tokens[verb + 1 : verb + 4]]
    sort = language.naming | language.thinking | language.reading  # "it will be said" is speech
    passive = verb > 0 and tokens[verb - 1].low in BE and tokens[verb].low in sort
    return passive and "by" not in behind and "as" not in behind


def _is_aside(tokens: Sequence[Token], start: int, verb: int, quotation: int, language: Language) -> bool:
    """Whether the verb stands in a clause that ends before the marks: X said that while he agreed, “...”."""
    between = tokens[verb + 1 : quotation]
    told = [token for token in between if token.is_word and token.low not in language.pronouns]
    if not told or not between[0].is_word or not any(token.text == "," for token in between):
        return False
    if _opens_aside(tokens, start, verb, language):
        return True
    # X said, and I wrote it down, “...”
    coordinated = any(
        tokens[place].text == "," and tokens[place + 1].low in ("and", "und", "et")
        for place in range(max(start, verb - 4), verb)
    )
    return coordinated and bool(verbs_in(tokens, start, verb, language))


def _opens_aside(tokens: Sequence[Token], start: int, verb: int, language: Language) -> bool:
    for place in range(verb - 1, max(start, verb - 8) - 1, -1):
        if tokens[place].text == ",":
            return False
        if tokens[place].low in language.subordinators:
            return True
    return False


def _read_out(tokens: Sequence[Token], verb: int, quotation: int, language: Language) -> Cue:
    """I quote: “...”; let me read from the letter: “...”; I quote the Charter."""
    start = verb + 1
    while start < quotation and (tokens[start].low in language.sources or tokens[start].low == "in"):
        start += 1
    phrase = phrase_after(tokens, start, language) if start < quotation else None
    if phrase is None or phrase.who in READERS:
        phrase = earlier(tokens, verb, language)  # "the letter says, and I quote"
    if phrase and phrase.who in READERS:
        phrase = None
    return Cue(Sort.BEFORE, tokens[verb].text, phrase, True)


def _quoted_by(tokens: Sequence[Token], verb: int, quotation: int, language: Language) -> Phrase | None:
    """Whom X quotes: X cites the old charter: “...”."""
    if tokens[verb].low[:5] not in HANDING_ON or tokens[quotation - 1].text != ":":
        return None
    start = verb + 1 + (tokens[verb + 1].low in (*language.sources, "aus"))
    phrase = phrase_after(tokens, start, language)
    return phrase if phrase and phrase.who in (Who.PERSON, Who.BODY, Who.WORK, Who.ROLE) else None


def _reporter(tokens: Sequence[Token], start: int, end: int, language: Language) -> Phrase | None:
    """Who hands on what the one at `end` said: the paper reported that X said, quoted X as saying."""
    for verb in reversed(verbs_in(tokens, start, end, language)):
        reports = any(token.low in language.that for token in tokens[verb + 1 : end]) or verb + 1 == end
        phrase = phrase_before(tokens, verb, language) if reports else None
        if phrase and phrase.who in (Who.PERSON, Who.BODY, Who.WORK, Who.GROUP, Who.ROLE):
            return phrase
    return None


def lead_in(tokens: Sequence[Token], language: Language) -> Cue | None:
    """Who speaks next by the end of a sentence: "Here is what X said.", "X wrote to the council:"."""
    verbs = verbs_in(tokens, max(0, len(tokens) - FARTHEST), len(tokens), language)
    if not verbs:
        return None
    verb = verbs[-1]
    asks = len(tokens) > verb + 2 and tokens[-2].low in ("question", "questions")
    if tokens[-1].text != ":" and not asks and any(token.is_word for token in tokens[verb + 1 :]):
        return None
    phrase = subject_of(tokens, verb, language)
    if tokens[verb].low in language.reading and (phrase is None or phrase.who in READERS):
        return _read_out(tokens, verb, len(tokens), language)
    if phrase is None:
        return None
    return Cue(Sort.BEFORE, tokens[verb].text, phrase, False, is_idle(tokens, 0, verb, phrase, language))


def goes_on(tokens: Sequence[Token], quotation: int, language: Language) -> bool:
    """Whether the cue of the quotation before holds here too: X called it “...” and “...”."""
    linked = True
    for place in range(quotation - 1, -1, -1):
        token = tokens[place]
        if token.is_quotation:
            return linked
        if token.is_word and token.low not in LINKS:
            linked = False
        if is_verb(tokens, place, language):
            return False
        if token.low in language.that and place and tokens[place - 1].low in ("and", "but", "und", "et"):
            linked = True  # X said that it was “...” and that it would “...”
    return False


def turns(tokens: Sequence[Token], quotation: int, language: Language) -> bool:
    """Whether another speaks from here on: X praised “...,” while Y found it “...”."""
    place = quotation - 1
    while place > 0 and not tokens[place - 1].is_quotation:
        place -= 1
    return place < quotation - 1 and tokens[place].low in (*language.subordinators, "but")
