"""Finds dates in a text, in one pass: each token is looked at with a bounded number of neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left

from bot.dates.forms.year import APOSTROPHES
from bot.dates.lexicon import lexicon
from bot.dates.ranges import pair, ranged
from bot.dates.reader import Reader
from bot.dates.roles import Role
from bot.dates.tokens import tokenize
from bot.dates.values import Bound, Found, Partial, Relative
from bot.dates.years import plausible

_BOUNDS = (
    (Role.SINCE, Bound.SINCE),
    (Role.UNTIL, Bound.UNTIL),
    (Role.BY, Bound.BY),
    (Role.BEFORE, Bound.BEFORE),
    (Role.AFTER, Bound.AFTER),
)
_PAIRS = (  # first word, second word, whether a dash will do for it
    (Role.BETWEEN, Role.AND, False),
    (Role.FROM, Role.TO, True),
)
REACH = 8
"""Tokens before a date's kernel in which it can begin: "by the beginning of the last year"."""
_DIGIT = re.compile(r"[\d'’‘]")
_WORD = re.compile(r"[^\W\d_]+")


def find_dates(text: str, language: str | None = None) -> tuple[Found, ...]:
    """The dates in a text, in order, without overlaps. `language` is BCP 47; English is read as well."""
    words = lexicon(language)
    if not _DIGIT.search(text) and words.kernels.isdisjoint(_WORD.findall(text.casefold())):
        return ()
    reader = Reader(tokenize(text), words)
    found: list[Found] = []
    at, ended = 0, -1
    kernels = _kernels(reader)
    while (at := _candidate(reader, kernels, at)) < len(reader.tokens):
        hit = _expression(reader, at) or _one_more_year(reader, at, ended, found)
        if hit is None:
            at += 1
            continue
        found.append(hit[0])
        at = ended = hit[1]
    return tuple(found)


def _kernels(reader: Reader) -> list[int]:
    """The places of the tokens without which there is no date: figures, months, units and their like."""
    known = reader.lexicon.kernels
    return [
        at
        for at, token in enumerate(reader.tokens)
        if token.number or token.low in APOSTROPHES or token.low in known
    ]


def _candidate(reader: Reader, kernels: list[int], at: int) -> int:
    """The next token, from `at` on, that can begin a date: one that the grammar knows, with a kernel near."""
    known = reader.lexicon.phrases
    while True:
        place = bisect_left(kernels, at)
        if place == len(kernels):
            return len(reader.tokens)
        for near in range(max(at, kernels[place] - REACH), kernels[place] + 1):
            token = reader.tokens[near]
            if near == kernels[place] or token.low in known:
                return near
        at = kernels[place]


def _expression(reader: Reader, at: int) -> tuple[Found, int] | None:
    for opening, joint, dash in _PAIRS:
        if (phrase := reader.phrase(at, opening)) and (both := pair(reader, phrase[1], joint, dash)):
            return _made(reader, at, phrase[1], both[2], both[0], both[1], Bound.BETWEEN), both[2]
    for role, bound in _BOUNDS:
        if (phrase := reader.phrase(at, role)) and (point := ranged(reader, phrase[1])):
            first, last, end = point
            return _made(reader, at, phrase[1], end, first, last, Bound.AT if last else bound), end
    if point := ranged(reader, at):
        return _made(reader, at, at, point[2], point[0], point[1], Bound.AT), point[2]
    return None


def _made(
    reader: Reader,
    at: int,
    core: int,
    end: int,
    first: Partial | Relative,
    last: Partial | Relative | None,
    bound: Bound,
) -> Found:
    return Found(
        reader.token(at).start, reader.token(end - 1).end, first, last, bound, reader.token(core).start
    )


def _one_more_year(reader: Reader, at: int, ended: int, found: list[Found]) -> tuple[Found, int] | None:
    """The 1998 and the 2002 of "in 1994, 1998 and 2002"."""
    if not found or not ended < at <= ended + 2 or not plausible(reader, at):
        return None
    first = found[-1].first
    joints = [reader.token(n) for n in range(ended, at)]
    if not isinstance(first, Partial) or first.year is None or first.month or found[-1].last:
        return None
    if any(
        joint.low != "," and joint.low not in {"and", "or", "&", "und", "et", "y", "oder", "ou"}
        for joint in joints
    ):
        return None
    return _made(reader, at, at, at + 1, Partial(int(reader.token(at).text)), None, Bound.AT), at + 1
