"""Words, numbers and marks of a text, with what is no running text (links, addresses) left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHUNK = re.compile(r"\S+")
# the marks of year, month and day in Chinese, Japanese and Korean stand between figures and words
_TOKEN = re.compile(r"\d+|(?<=\d)[年月日년월일]|[^\W\d_]+|[^\w\s]|_")
_LINK_MARKS = ("://", "www.", "@", "doi.org", ".html", ".htm", ".pdf", ".com/", ".org/", ".gov/", ".net/")

_SHORTEST_LINK = 5


@dataclass(frozen=True, slots=True)
class Token:
    """`low` is case folded; `glued` says that no white space parts it from the token before."""

    text: str
    low: str
    start: int
    end: int
    glued: bool

    @property
    def number(self) -> bool:
        return self.text[0].isdecimal()

    @property
    def word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


NOTHING = Token("\n", "\n", -1, -1, False)
"""Stands before the first token and after the last."""


def tokenize(text: str) -> list[Token]:
    """In linear time. Each link becomes one token that is neither word nor number."""
    tokens: list[Token] = []
    for chunk in _CHUNK.finditer(text):
        words = chunk.group()
        if len(words) > _SHORTEST_LINK and any(mark in words.casefold() for mark in _LINK_MARKS):
            tokens.append(Token("\ufffc", "\ufffc", chunk.start(), chunk.end(), False))
            continue
        base = chunk.start()
        for found in _TOKEN.finditer(words):
            word = found.group()
            glued = bool(tokens) and tokens[-1].end == base + found.start()
            tokens.append(Token(word, word.casefold(), base + found.start(), base + found.end(), glued))
    return tokens


def word_set(words: str) -> frozenset[str]:
    """The words of a table that is written as running text."""
    return frozenset(words.split())
