"""Cuts a sentence into words and marks, with each quotation in it as one token."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

HOLES = "\ue000\ue001"
"""Private characters that stand in for the letters of a quotation, in turn, so that neighbours stay two."""

_TOKEN = re.compile(r"\ue000+|\ue001+|[^\W_]+(?:[.&'’‑‐-][^\W_]+)*|[^\w\s]|_")
_ABBREVIATED = re.compile(
    r"(?:[A-Za-zÀ-Þ]|.*\.[A-Za-zÀ-Þ]|Mrs?|Ms|Mme|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Rev|Hon|Jr|Sr)$"
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_SHORTENED = re.compile(r"['’](?:d|ve|ll|re|m)$", re.IGNORECASE)
"""English auxiliaries that lost their vowel: she'd, they've."""

_ELIDED = re.compile(r"(?:[ldjnsctm]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)
"""French small words that lost their vowel: l'institut, qu'elle."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, a possessive `'s`, or a quotation; `low` is the word case folded."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_quotation(self) -> bool:
        return self.text[0] in HOLES

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def hollow(text: str, quotations: Iterable[tuple[int, int]]) -> str:
    """The text with the letters of each quotation (with its marks) replaced, length kept."""
    for hole in HOLES:
        text = text.replace(hole, " ")
    parts: list[str] = []
    last = 0
    for number, (left, right) in enumerate(quotations):
        parts += (text[last:left], HOLES[number % 2] * (right - left))
        last = right
    return "".join((*parts, text[last:]))


def tokenise(text: str) -> list[Token]:
    """The tokens of a hollowed sentence."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        word, start, end = found[0], found.start(), found.end()
        if word == "." and tokens and tokens[-1].end == start and _ABBREVIATED.match(tokens[-1].text):
            last = tokens.pop()
            tokens.append(Token(last.text + ".", last.low + ".", last.start, end))
        elif word[-2:] in _POSSESSIVE and len(word) > 2:
            tokens.append(Token(word[:-2], word[:-2].casefold(), start, end - 2))
            tokens.append(Token(word[-2:], "'s", end - 2, end))
        elif (short := _SHORTENED.search(word)) and short.start():
            cut = start + short.start()
            tokens.append(Token(word[: short.start()], _low(word[: short.start()]), start, cut))
            tokens.append(Token(short[0], _low(short[0]), cut, end))
        elif (elided := _ELIDED.match(word)) and word[-2:] not in _POSSESSIVE:
            middle = start + elided.end()
            tokens.append(Token(elided[0], _low(elided[0]), start, middle))
            tokens.append(Token(word[elided.end() :], _low(word[elided.end() :]), middle, end))
        elif word in "'’" and tokens and tokens[-1].end == start and tokens[-1].low.endswith("s"):
            tokens.append(Token(word, "'s", start, end))
        else:
            tokens.append(Token(word, _low(word), start, end))
    return tokens


def _low(word: str) -> str:
    return word.casefold().replace("’", "'")
