"""Finds who is quoted in a block quotation: by its signature, or by the sentence behind it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ingest.attribute.cues import Cue, Sort, follows
from bot.ingest.attribute.cues.after import DASHES
from bot.ingest.attribute.cues.verbs import is_verb
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.marks import Quotation
from bot.ingest.attribute.phrases import FARTHEST, Phrase, Who, phrase_after, phrase_before
from bot.ingest.attribute.tokens import Token


def fills(quotation: Quotation, text: str) -> bool:
    """Whether a quotation is its whole paragraph."""
    return not text[: quotation.left].strip() and not text[quotation.right :].strip(" .,;:!?0123456789")


def signed(tokens: Sequence[Token], language: Language) -> Cue | None:
    """A last line of dash and name."""
    if len(tokens) < 2 or tokens[0].text not in DASHES:
        return None
    phrase = phrase_after(tokens, 1, language)
    return Cue(Sort.AFTER, tokens[0].text, phrase, True) if phrase else None


def follow_up(tokens: Sequence[Token], language: Language) -> Cue | None:
    """This is X's view taken from Y; these are the words of X; so wrote X."""
    if not tokens or tokens[0].low not in language.demonstratives:
        return None
    near = tokens[:FARTHEST]
    for place, token in enumerate(near):
        if token.low in language.drawn and place + 2 < len(near) and near[place + 1].low in language.sources:
            phrase = phrase_after(near, place + 2, language)
            if phrase:
                return Cue(Sort.AFTER, f"{token.text} {near[place + 1].text}", _work(phrase), True)
    for place, token in enumerate(near):
        if token.low in language.utterances and place and near[place - 1].low == "'s":
            phrase = phrase_before(near, place - 1, language)
        elif (
            token.low in language.utterances and place + 2 < len(near) and near[place + 1].low in language.ofs
        ):
            phrase = phrase_after(near, place + 2, language)
        else:
            continue
        if phrase and phrase.who is not Who.THING:
            return Cue(Sort.AFTER, token.text, phrase, True)
    if len(near) > 2 and (is_verb(near, 1, language) or near[1].is_capital):
        return follows(near, 1, language)
    return None


def _work(phrase: Phrase) -> Phrase:
    """What words are taken from is a text, whatever it is called."""
    if phrase.name or phrase.who is Who.WORK:
        return phrase
    return Phrase(Who.WORK, phrase.text, phrase.start, phrase.end, None, phrase.head, "n")
