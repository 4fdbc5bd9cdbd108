"""The words that a text in one language can date with, ready to be looked up.

Names of months and weekdays of all languages but English come from CLDR through Babel, loaded when asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.dates.languages import LANGUAGES
from bot.dates.roles import KERNELS, Column, Role
from bot.dates.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Phrase:
    words: tuple[str, ...]
    role: Role
    value: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """First word -> role -> phrases that begin with it, the longest first.

    `kernels` are the words one of which every date without figures has.
    `day_first` says that 5.6.2014 is the fifth of June; `nouns_are_capital`, that a number before a capital
    counts something; `years_follow_nouns`, that a budget of 2014 is "le budget 2014".
    """

    phrases: Mapping[str, Mapping[Role, tuple[Phrase, ...]]]
    kernels: frozenset[str]
    day_first: bool = False
    nouns_are_capital: bool = False
    years_follow_nouns: bool = False


@lru_cache(maxsize=16)
def lexicon(language: str | None = None) -> Lexicon:
    """English and one other language together: sources quote each other."""
    code = (language or "en").replace("_", "-").partition("-")[0].casefold()
    found: dict[str, dict[Role, set[Phrase]]] = defaultdict(lambda: defaultdict(set))
    for phrase in [*_phrases(LANGUAGES["en"]), *(() if code == "en" else _other(code))]:
        found[phrase.words[0]][phrase.role].add(phrase)
    return Lexicon(
        {
            word: {role: _longest_first(phrases) for role, phrases in roles.items()}
            for word, roles in found.items()
        },
        frozenset(word for word, roles in found.items() if not KERNELS.isdisjoint(roles)),
        day_first=code != "en",
        nouns_are_capital=code == "de",
        years_follow_nouns=code in {"fr", "es", "it", "pt"},
    )


def _longest_first(phrases: set[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))


def _other(code: str) -> Iterator[Phrase]:
    yield from _phrases(LANGUAGES.get(code, {}))
    yield from _calendar(code)


def _phrases(column: Column) -> Iterator[Phrase]:
    for role, values in column.items():
        for value, words in values.items():
            for phrase in words.split(","):
                yield Phrase(_parts(phrase), role, value)


def _parts(phrase: str) -> tuple[str, ...]:
    """As the tokens will be: words and marks apart."""
    return tuple(token.low for token in tokenize(phrase))


def _calendar(code: str) -> Iterator[Phrase]:
    """CLDR's months and weekdays of a language; nothing for one that it does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return
    for names, role in ((locale.months, Role.MONTH), (locale.days, Role.WEEKDAY)):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for value, name in names[context][width].items():
                    words = _parts(name.rstrip("."))
                    if not words or not words[0][0].isalpha():
                        continue  # 4月: written in figures, which the grammar reads anyway
                    if width == "wide":
                        yield Phrase(words, role, value)
                    elif role is Role.MONTH and len(words) == 1:
                        yield Phrase(words, Role.SHORT_MONTH, value)
