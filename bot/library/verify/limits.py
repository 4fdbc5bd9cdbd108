"""What limits words that were quoted: the "but", "unless" or "not yet" after them, the "not" before.

A row is a language. `anywhere` limits wherever it stands in the rest of the sentence; `opening` only where it
opens a clause: right after the quote, or behind a comma, semicolon, colon, dash or bracket; `next` where it
opens the next sentence; `before` right before the quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.library.verify.texts import Text

Phrase = tuple[str, ...]

_CLAUSE = re.compile(r"[,;:(\u2013-\u2015]|\s-\s|--")


@dataclass(frozen=True, slots=True)
class Limits:
    anywhere: frozenset[Phrase]
    opening: frozenset[Phrase]
    next: frozenset[Phrase]
    before: frozenset[Phrase]


def limited_after(text: Text, end: int, said: Iterable[int]) -> str | None:
    """The words behind word `end` that limit what stands before it; None where nothing does.

    `said`: the words of whoever is quoted; another's "but" does not limit theirs.
    """
    theirs = sorted(number for number in said if number >= end)
    rest = [number for number in theirs if number < text.sentence_end(end - 1)]
    for place, number in enumerate(rest):
        opens = place == 0 or _opens_clause(text, number)
        keys = [text.keys[after] for after in rest[place : place + 4]]
        if _begins(keys, _ANYWHERE) or (opens and _begins(keys, _OPENING) and keys[:2] != ["but", "also"]):
            return text.shown(end, rest[-1] + 1)
    if rest or not theirs or theirs[0] != text.sentence_end(end - 1):
        return None
    following = text.sentence_end(theirs[0])
    keys = text.keys[theirs[0] : min(following, theirs[0] + 4)]
    return text.shown(theirs[0], following) if _begins(keys, _NEXT) else None


def limited_before(text: Text, start: int, said: Iterable[int]) -> str | None:
    """The "not" right before word `start`, where the same mouth says it in the same sentence."""
    if start == 0 or text.of[start - 1] != text.of[start] or start - 1 not in set(said):
        return None
    for length in (1, 2):
        if start >= length and tuple(text.keys[start - length : start]) in _BEFORE:
            return text.shown(start - length, start)
    return None


def negates(keys: Sequence[str]) -> bool:
    """Whether words that were left out turn the meaning of those around them."""
    negations = {phrase[0] for phrase in _BEFORE if len(phrase) == 1}
    return any(key in negations or key.endswith("n't") for key in keys)


def limits(keys: Sequence[str]) -> bool:
    """Whether words that were left out hold a limit."""
    return any(_begins(keys[at : at + 4], _ANYWHERE | _OPENING) for at in range(len(keys)))


def _opens_clause(text: Text, number: int) -> bool:
    before, word = text.words[number - 1], text.words[number]
    between = text.sentences[text.of[number]].text[before.end : word.start]
    return bool(_CLAUSE.search(between))


def _begins(keys: Sequence[str], phrases: frozenset[Phrase]) -> bool:
    return any(tuple(keys[:length]) in phrases for length in range(1, len(keys) + 1))


def _phrases(text: str) -> frozenset[Phrase]:
    return frozenset(tuple(phrase.split()) for phrase in text.split(","))


LANGUAGES = (
    Limits(
        anywhere=_phrases(
            "unless, except, not yet, only if, only when, only after, only until, but only, but not,"
            "provided that, on condition that, as long as, so long as, with the exception of"
        ),
        opening=_phrases(
            "but, yet, although, though, however, if, only, until, till, provided, providing, even if,"
            "even though, albeit, assuming, subject to, apart from, save for, barring"
        ),
        next=_phrases(
            "but, however, yet, nevertheless, nonetheless, even so, that said, on the other hand, except,"
            "unless"
        ),
        before=_phrases(
            "not, never, no, neither, nor, hardly, scarcely, barely, without, cannot, no longer, far from,"
            "don't, doesn't, didn't, won't, wouldn't, isn't, aren't, wasn't, weren't, can't, couldn't,"
            "shouldn't, haven't, hasn't, hadn't"
        ),
    ),
    Limits(
        anywhere=_phrases("es sei denn, außer, noch nicht, nur wenn, sofern, solange"),
        opening=_phrases("aber, jedoch, doch, obwohl, obgleich, wenn, nur, allerdings"),
        next=_phrases("aber, jedoch, doch, allerdings, dennoch, trotzdem, freilich"),
        before=_phrases("nicht, nie, niemals, kein, keine, keinen, keiner, kaum, weder, ohne"),
    ),
    Limits(
        anywhere=_phrases("sauf, à moins que, à moins de, pas encore, à condition que, pourvu que"),
        opening=_phrases("mais, cependant, toutefois, pourtant, bien que, quoique, si, tant que, seulement"),
        next=_phrases("mais, cependant, toutefois, pourtant, néanmoins"),
        before=_phrases("ne, pas, jamais, aucun, aucune, sans, ni"),
    ),
)

_ANYWHERE = frozenset(phrase for language in LANGUAGES for phrase in language.anywhere)
_OPENING = frozenset(phrase for language in LANGUAGES for phrase in language.opening)
_NEXT = frozenset(phrase for language in LANGUAGES for phrase in language.next)
_BEFORE = frozenset(phrase for language in LANGUAGES for phrase in language.before)
