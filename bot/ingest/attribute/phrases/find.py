"""Finds the words for someone before or behind a place in a sentence, or at its beginning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.languages.language import words
from bot.ingest.attribute.phrases.describe import describe
from bot.ingest.attribute.phrases.nouns import (
    before_name,
    between_capitals,
    ends_phrase,
    is_noun,
    join_goes_on,
    joined,
    text_of,
)
from bot.ingest.attribute.phrases.phrase import FARTHEST, Phrase, Who
from bot.ingest.attribute.tokens import Token

TIMES = words(
    "week month year night morning evening afternoon weekend day time spring summer fall autumn winter"
)
"""After "last" or "this" they may stand between a speaker and the verb."""


TOLD = frozenset(("written", "recorded", "quoted", "stated", "reported", "emailed"))
"""Participles that may stand before a statement: "her written statement"."""


def phrase_before(tokens: Sequence[Token], end: int, language: Language) -> Phrase | None:
    """The phrase that ends right before `tokens[end]`, beyond adverbs, dates, appositions and relatives."""
    end = _before_fillers(tokens, end, language)
    if end <= 0:
        return None
    if end > 1 and tokens[end - 1].low in language.relatives - language.that:
        if tokens[end - 2].text == ",":
            return phrase_before(tokens, end - 1, language)  # "it was Ms. Adler, after all, who"
        phrase = _ending_at(tokens, end - 1, language)
        return phrase if phrase and phrase.who in (Who.PERSON, Who.ROLE, Who.GROUP) else None
    if tokens[end - 1].text not in (",", "–", "—", ")"):
        phrase = _ending_at(tokens, end, language)
        if phrase and phrase.who is Who.THING and phrase.start > 1:
            start = phrase.start - 1
            if language.pronouns.get(tokens[start].low) == "1":  # "a man I met"
                return _ending_at(tokens, start, language)
        return phrase
    inner = tokens[end - 1].text == ")"
    close = end - 1
    for _ in range(4):
        opening = _comma_before(tokens, close, "(" if inner else tokens[close].text)
        if opening is None:
            return _ending_at(tokens, close, language)
        within = _ending_at(tokens, close, language)
        outer = _ending_at(tokens, opening, language)
        if within and within.start == opening + 1 and _is_the_name(within, outer):
            return replace(within, affiliation=outer.text if outer else None)
        unnamed = outer is None or outer.who is Who.NOBODY
        if unnamed and tokens[opening - 1].low in language.relatives - language.that:
            return phrase_before(tokens, opening - 1, language)  # "who, years later, said"
        named = _named_before(tokens, outer, language) if outer else None
        if named:
            return named
        if outer and outer.who is not Who.THING:
            apposition = text_of(tokens, opening + 1, close)
            relative = tokens[opening + 1].low in language.relatives
            return outer if relative else replace(outer, affiliation=apposition)
        if tokens[opening].text != tokens[close].text:
            return outer
        close = opening
    return None


def _is_the_name(within: Phrase, outer: Phrase | None) -> bool:
    """Whether an apposition is the speaker's name, as in "its director, Ruth", not "Mr. Berg, a Democrat"."""
    if within.who is not Who.PERSON or within.name is None:
        return False
    return bool(within.name.given or within.name.titles or (outer and outer.who is Who.ROLE))


def _named_before(tokens: Sequence[Token], phrase: Phrase, language: Language) -> Phrase | None:
    """The name to which a phrase is the apposition: "Ms. Adler, the mayor of the town"."""
    if phrase.name or phrase.start < 2 or tokens[phrase.start - 1].text != ",":
        return None
    name = _ending_at(tokens, phrase.start - 1, language)
    if name and name.who is Who.PERSON:
        return replace(name, affiliation=phrase.text)
    return None


def _ending_at(tokens: Sequence[Token], end: int, language: Language) -> Phrase | None:
    """The phrase whose last word is `tokens[end - 1]`."""
    start = end
    lowest = max(0, end - FARTHEST)
    while start > lowest:
        token = tokens[start - 1]
        if token.low == "'s":
            start -= 1
            continue
        if not token.is_word:
            break
        if token.low in language.determiners:
            start -= 1
            if not joined(tokens, start, language):
                break
        elif token.low in language.joins or (token.low in language.particles and not token.is_capital):
            # the preposition must hang on a noun: "analysts in the capital", not "left in the morning"
            if start == end or not (joined(tokens, start, language) or between_capitals(tokens, start - 1)):
                break
            start -= 1
        elif token.low in language.pronouns or token.low in language.nobody:
            if start == end:
                start -= 1
            break
        elif start > 1 and tokens[start - 2].low == "'s" and token.low in TOLD:
            start -= 1
        elif ends_phrase(token, language):
            break
        elif not token.is_capital and start < end and tokens[start].is_capital:
            step = before_name(tokens, start, language)
            if not step:
                break
            start -= step
        else:
            start -= 1
    return describe(tokens, start, end, language) if start < end else None


def _before_fillers(tokens: Sequence[Token], end: int, language: Language) -> int:
    """`end` moved left over adverbs, auxiliaries and dates between a speaker and the verb."""
    while end > 0:
        token = tokens[end - 1]
        if token.low == "to" and end > 2 and tokens[end - 2].low not in language.fillers:
            if tokens[end - 3].low in language.determiners - language.nobody:
                return 0  # "a right to say"
            end -= 2  # "rose to say"
        elif token.low == "'s" and end > 1 and tokens[end - 2].low in language.pronouns:
            end -= 1  # "she's said"
        elif token.low in language.fillers or (token.low.endswith("ly") and not token.is_capital):
            end -= 1
        elif token.low in TIMES and end > 1 and tokens[end - 2].low in ("last", "this", "next", "that"):
            end -= 2
        elif token.low in language.calendar or (token.text.isdigit() and _is_date(tokens, end - 1, language)):
            start = end - 1
            while start > 0 and (
                tokens[start - 1].low in language.calendar
                or tokens[start - 1].low in ("on", "in", "last", "this", "of", "am", "le", "en")
                or tokens[start - 1].text.isdigit()
            ):
                start -= 1
            end = start
        else:
            break
    return end


def _is_date(tokens: Sequence[Token], place: int, language: Language) -> bool:
    """Whether a number belongs to a date; "Section 9" does not."""
    before = tokens[place - 1].low if place else ""
    return before in language.calendar or before in ("in", "on", ",", "since", "of")


def _comma_before(tokens: Sequence[Token], close: int, mark: str) -> int | None:
    for place in range(close - 1, max(-1, close - FARTHEST), -1):
        if tokens[place].text == mark:
            return place
        if tokens[place].text in (";", ":") or tokens[place].is_quotation:
            return None
    return None


def phrase_after(tokens: Sequence[Token], start: int, language: Language) -> Phrase | None:
    """The phrase that begins at `tokens[start]`."""
    end = start
    limit = min(len(tokens), start + FARTHEST)
    headed = False
    while end < limit:
        token = tokens[end]
        if token.low == "'s":
            end += 1
            headed = False
            continue
        if not token.is_word:
            break
        if end == start and (token.low in language.pronouns or token.low in language.nobody):
            following = tokens[end + 1].low if end + 1 < limit else ""
            if token.low not in language.determiners or not following or following in language.breaks:
                end += 1
                break
        elif token.low in language.joins and end > start:
            if not join_goes_on(tokens, end, limit, language):
                break
            headed = False
        elif token.low in language.particles and between_capitals(tokens, end):
            pass
        elif (
            (ends_phrase(token, language) and end > start)
            or (not token.is_capital and headed and not is_noun(token, language))
            or (token.is_capital and end > start and token.low in language.determiners)
        ):
            break
        headed = is_noun(token, language) or (token.is_capital and token.low not in language.determiners)
        end += 1
    phrase = describe(tokens, start, end, language) if end > start else None
    if phrase and phrase.who is Who.PERSON and not phrase.affiliation:
        return replace(phrase, affiliation=_post_behind(tokens, end, language))
    named = 0 < end < limit and "named" in (tokens[end].low, tokens[end - 1].low)
    if phrase and named and phrase.who in (Who.ROLE, Who.THING):  # "a welder named Rosa"
        name = phrase_after(tokens, end + (tokens[end].low == "named"), language)
        if name and name.who is Who.PERSON:
            return replace(name, start=phrase.start, affiliation=phrase.text)
    if phrase and phrase.who in (Who.ROLE, Who.THING) and end + 1 < limit and tokens[end].text == ",":
        name = phrase_after(tokens, end + 1, language)  # "the mayor, Ms. Adler"
        if name and name.who is Who.PERSON and name.start == end + 1:
            return replace(name, affiliation=phrase.text)
    return phrase


def _post_behind(tokens: Sequence[Token], end: int, language: Language) -> str | None:
    """The post in an apposition behind a name: ", director of the institute"."""
    if end + 1 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].is_capital:
        return None
    post = phrase_after(tokens, end + 1, language)
    return post.text if post and post.who is Who.ROLE else None


def sentence_subject(tokens: Sequence[Token], language: Language) -> Phrase | None:
    """Whom or what a sentence begins with, behind an introduction that ends in a comma."""
    start = 0
    while start < len(tokens) and (
        not tokens[start].is_word or tokens[start].low in ("but", "and", "yet", "so")
    ):
        if tokens[start].is_quotation:
            return None
        start += 1
    if start >= len(tokens) or tokens[start].low in language.saying:
        return None
    first = tokens[start].low
    introduces = first in language.joins or first in language.breaks or first.endswith(("ly", "ed", "ing"))
    dated = tokens[start + 1].text if introduces and start + 2 < len(tokens) else ""
    if dated.isdigit() and tokens[start + 2].is_word:
        start, introduces = start + 2, False  # "In 2016 the commission"
    if introduces and first not in language.pronouns and first not in language.determiners:
        comma = next(
            (n for n in range(start, min(len(tokens), start + FARTHEST)) if tokens[n].text == ","), None
        )
        if comma is None or comma + 1 >= len(tokens):
            return None
        start = comma + 1
        opening = tokens[start].low
        if opening in language.breaks and opening not in language.pronouns:
            return None  # ", because", ", and": another clause
    phrase = phrase_after(tokens, start, language)
    own = language.possessives.get(tokens[start].low) == "1"
    if phrase and own and phrase.gender == "p" and tokens[min(phrase.end, len(tokens) - 1)].text == ",":
        return None  # "My friends, ...": spoken to
    return phrase
