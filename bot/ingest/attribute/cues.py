"""Finds who is said to speak the words between quotation marks, by the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.phrases import FARTHEST, Phrase, Who, phrase_after, phrase_before, sentence_subject
from bot.ingest.attribute.tokens import Token

CONJUNCTIONS = frozenset(("and", "but", "while", "that", "or", "und", "aber", "et", "mais", "denn"))


INSIDE = frozenset((Who.PERSON, Who.BODY, Who.ROLE, Who.PRONOUN))
"""Who may be named within the marks."""


class Sort(StrEnum):
    """How the words around a quotation point at its speaker, the plainest first."""

    AFTER = "after"  # “...,” said X / “...,” X said
    BEFORE = "before"  # X said, “...”
    HERALD = "herald"  # according to X, “...”
    NAMING = "naming"  # X called it “...”
    THOUGHT = "thought"  # X believes it “...”


@dataclass(frozen=True, slots=True)
class Cue:
    """`words` point from a quotation to `phrase`. `idle`: nobody says it (denied, supposed, possible)."""

    sort: Sort
    words: str
    phrase: Phrase | None
    near: bool  # nothing but a comma, a colon or "that" between the verb and the marks
    idle: bool = False
    outer: Phrase | None = None  # who reports that X said it

    @property
    def is_speech(self) -> bool:
        return self.sort in (Sort.AFTER, Sort.BEFORE, Sort.HERALD)


def find_cue(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """The cue for the quotation that is `tokens[quotation]`, within its sentence."""
    return (
        after(tokens, quotation, language)
        or herald_before(tokens, quotation, language)
        or possessor_before(tokens, quotation, language)
        or before(tokens, quotation, language)
        or at_end(tokens, quotation, language)
    )


def after(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """“...,” said X; “...,” X, who was there, said; “...,” according to X."""
    start = quotation + 1
    if start < len(tokens) and tokens[start].text in (",", "–", "—", "-", "?", "!"):
        start += 1
    if start >= len(tokens) or not tokens[start].is_word:
        return None
    return follows(tokens, start, language)


def follows(tokens: Sequence[Token], start: int, language: Language) -> Cue | None:
    """said X, X said, according to X, beginning at `start`."""
    herald = herald_at(tokens, start, language)
    if herald:
        return herald
    inverted = _inverted(tokens, start, language)
    if inverted:
        return inverted
    verb = _verb_from(tokens, start, language, 4)
    if verb is not None and not tokens[verb].low.endswith("ing"):
        phrase = phrase_after(tokens, verb + 1, language)
        if phrase and phrase.who is not Who.THING:
            return Cue(
                Sort.AFTER, tokens[verb].text, phrase, True, is_idle(tokens, start, verb, phrase, language)
            )
    for verb in _verbs(tokens, start + 1, min(len(tokens), start + FARTHEST), language):
        phrase = phrase_before(tokens, verb, language)
        if phrase and phrase.start == start and phrase.who is not Who.THING:
            return Cue(
                Sort.AFTER, tokens[verb].text, phrase, True, is_idle(tokens, start, verb, phrase, language)
            )
    return None


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
        start = place + 1
        inverted = _inverted(tokens, start, language)
        if inverted and inverted.phrase:
            end = inverted.phrase.end + (tokens[start].low in language.fillers)
            while end < len(tokens) and tokens[end].is_word:
                end += 1
            return inverted, tokens[place].start, tokens[end - 1].end
        verb = _verb_from(tokens, start, language, 2)
        phrase = phrase_after(tokens, verb + 1, language) if verb is not None else None
        if phrase and verb is not None and phrase.who in INSIDE:
            end = phrase.end
            if end == len(tokens) or tokens[end].text in (",", "."):
                return (
                    Cue(Sort.AFTER, tokens[verb].text, phrase, True),
                    tokens[place].start,
                    tokens[end - 1].end,
                )
    return None


def herald_at(tokens: Sequence[Token], start: int, language: Language) -> Cue | None:
    """according to X, in the words of X, X zufolge, where a clause begins at `start`."""
    if start and tokens[start - 1].is_word and tokens[start - 1].low not in CONJUNCTIONS:
        return None
    for words in language.heralds.get(tokens[start].low, ()):
        end = start + len(words)
        if tuple(token.low for token in tokens[start:end]) == words:
            phrase = phrase_after(tokens, end, language)
            if phrase and phrase.who not in (Who.NOBODY, Who.THING):
                return Cue(Sort.HERALD, " ".join(words), phrase, True)
    for trailer in language.trailers:
        for place in range(start + 1, min(len(tokens), start + 8)):
            if (tokens[place].low,) == trailer:
                phrase = phrase_before(tokens, place, language)
                if phrase and phrase.start == start:
                    return Cue(Sort.HERALD, tokens[place].text, replace(phrase, end=place + 1), True)
    return None


def herald_before(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    for start in range(max(0, quotation - FARTHEST), quotation):
        cue = herald_at(tokens, start, language)
        if cue and cue.phrase and cue.phrase.end <= quotation:
            between = tokens[cue.phrase.end : quotation]
            if not any(is_verb(tokens, cue.phrase.end + n, language) for n in range(len(between))):
                return cue
    return None


def possessor_before(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """X's words still ring: “...”; her answer was “...”."""
    if not quotation or (
        tokens[quotation - 1].text != ":" and tokens[quotation - 1].low not in ("was", "is")
    ):
        return None
    for place in range(max(1, quotation - FARTHEST), quotation):
        if tokens[place].low not in language.utterances:
            continue
        if tokens[place - 1].low == "'s":
            phrase = phrase_before(tokens, place - 1, language)
        else:
            phrase = _possessive(tokens, place - 1, language)
        if phrase and phrase.who not in (Who.NOBODY, Who.THING):
            return Cue(Sort.HERALD, tokens[place].text, phrase, True)
    return None


def _possessive(tokens: Sequence[Token], place: int, language: Language) -> Phrase | None:
    """Her answer, in his last words."""
    for owner in range(place, max(-1, place - 2), -1):
        code = language.possessives.get(tokens[owner].low)
        if code:
            who = {"1": Who.SELF, "2": Who.OTHER}.get(code, Who.PRONOUN)
            return Phrase(who, tokens[owner].text, owner, owner + 1, gender=code)
    return None


def goes_on(tokens: Sequence[Token], quotation: int) -> bool:
    """Whether the cue of the quotation before holds here too: X called it “...” and “...”."""
    for place in range(quotation - 1, -1, -1):
        token = tokens[place]
        if token.is_quotation:
            return True
        if token.is_word and token.low not in ("and", "or", "as", "nor", "the", "a", "an", "und", "et"):
            return False
    return False


def lead_in(tokens: Sequence[Token], language: Language) -> Cue | None:
    """Who speaks next by the end of a sentence: "Here is what X said.", "X wrote to the council:"."""
    verbs = _verbs(tokens, max(0, len(tokens) - FARTHEST), len(tokens), language)
    if not verbs or not tokens:
        return None
    verb = verbs[-1]
    if tokens[-1].text != ":" and any(token.is_word for token in tokens[verb + 1 :]):
        return None
    phrase = subject_of(tokens, verb, language)
    if phrase is None:
        return None
    return Cue(Sort.BEFORE, tokens[verb].text, phrase, False, is_idle(tokens, 0, verb, phrase, language))


def before(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """X said, “...”; X said that Y “...”: the nearest verb before the marks."""
    start = max(0, quotation - FARTHEST)
    start = max((n + 1 for n in range(start, quotation) if tokens[n].is_quotation), default=start)
    for verb in reversed(_verbs(tokens, start, quotation, language)):
        between = tokens[verb + 1 : quotation]
        if any(token.text == ";" or token.is_quotation for token in between):
            return None
        phrase = subject_of(tokens, verb, language)
        if phrase is None:
            continue
        near = not [token for token in between if token.is_word and token.low not in language.that] or (
            bool(between) and between[-1].text == ":"
        )
        sort = Sort.BEFORE
        if tokens[verb].low in language.naming:
            sort = Sort.NAMING
        elif tokens[verb].low not in language.saying:
            sort = Sort.THOUGHT
        idle = is_idle(tokens, 0, verb, phrase, language)
        outer = _reporter(tokens, start, phrase.start, language)
        return Cue(sort, tokens[verb].text, phrase, near, idle, outer)
    return None


def _reporter(tokens: Sequence[Token], start: int, end: int, language: Language) -> Phrase | None:
    """Who hands on what the one at `end` said: the paper reported that X said, quoted X as saying."""
    for verb in reversed(_verbs(tokens, start, end, language)):
        reports = any(token.low in language.that for token in tokens[verb + 1 : end]) or verb + 1 == end
        phrase = phrase_before(tokens, verb, language) if reports else None
        if phrase and phrase.who in (Who.PERSON, Who.BODY, Who.WORK, Who.GROUP, Who.ROLE):
            return phrase
    return None


def at_end(tokens: Sequence[Token], quotation: int, language: Language) -> Cue | None:
    """The plan was “a mistake” from the start, X said."""
    end = len(tokens)
    for place in range(quotation + 1, end):
        if tokens[place].is_quotation:
            return None
        if tokens[place].text == "," and place + 1 < end:
            cue = follows(tokens, place + 1, language)
            if cue:
                return cue
    return None


def subject_of(tokens: Sequence[Token], verb: int, language: Language) -> Phrase | None:
    """Whose verb it is: who stands right before it, behind a "by", or whom the sentence is about."""
    if tokens[verb - 1].low in ("was", "were", "been", "is", "being") or tokens[verb + 1 : verb + 2] == []:
        by = next((n for n in range(verb + 1, min(len(tokens), verb + 4)) if tokens[n].low == "by"), None)
        if by is not None:
            return phrase_after(tokens, by + 1, language)
    if verb > 1 and tokens[verb - 1].low == "as" and tokens[verb].low.endswith("ing"):
        # "The paper quoted X as saying", "X was quoted as saying"
        quoting = verb - 2 if is_verb(tokens, verb - 2, language) else None
        return phrase_before(tokens, quoting if quoting is not None else verb - 1, language)
    if verb and (tokens[verb - 1].is_quotation or (verb > 1 and tokens[verb - 2].is_quotation)):
        return phrase_after(tokens, verb + 1, language)  # “...,” said X, “...”
    phrase = phrase_before(tokens, verb, language) if verb else None
    if phrase and phrase.who is not Who.THING:
        return phrase
    if tokens[verb].low.endswith("ing"):
        return sentence_subject(tokens[:verb], language)
    return phrase


def is_verb(tokens: Sequence[Token], place: int, language: Language) -> bool:
    """Whether a word with the form of a verb of speech is one: "the report", "a claim" are not."""
    token = tokens[place]
    low = token.low.replace("-t-", "-")
    if "-" in low:
        low = low.partition("-")[0]
    if not (low in language.saying or low in language.naming or low in language.thinking):
        return False
    if place == 0:
        return True
    if token.is_capital:
        return False
    before = tokens[place - 1].low
    return before not in language.determiners or before in language.pronouns


def is_idle(tokens: Sequence[Token], start: int, verb: int, phrase: Phrase, language: Language) -> bool:
    """Whether the sentence denies, supposes or merely allows that anybody said it."""
    if phrase.who is Who.NOBODY:
        return True
    around = tokens[max(start, verb - 4) : verb]
    if any(token.low in language.negations or token.low.endswith(("n't", "n’t")) for token in around):
        return True
    if any(token.low in language.supposing for token in tokens[max(start, phrase.start - 4) : phrase.start]):
        return True
    return any(token.low in ("might", "may", "could") for token in around)


def _verb_from(tokens: Sequence[Token], start: int, language: Language, reach: int) -> int | None:
    for place in range(start, min(len(tokens), start + reach)):
        if is_verb(tokens, place, language):
            return place
        if tokens[place].low not in language.fillers:
            return None
    return None


def _verbs(tokens: Sequence[Token], start: int, end: int, language: Language) -> list[int]:
    found: list[int] = []
    for place in range(start, end):
        if tokens[place].is_quotation:
            break
        if is_verb(tokens, place, language):
            found.append(place)
    return found
