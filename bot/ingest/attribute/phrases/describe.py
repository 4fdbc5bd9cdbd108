"""Tells what kind of someone a phrase names: "its director, Ms. Adler", "a spokesman for it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.ingest.attribute import names
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.languages.language import words
from bot.ingest.attribute.names import Name
from bot.ingest.attribute.phrases.nouns import between_capitals, is_noun, is_starter, singular, text_of
from bot.ingest.attribute.phrases.phrase import Phrase, Who
from bot.ingest.attribute.tokens import Token

LONGEST_NAME = 7
"""Words of a person's name with titles."""


DIVISIONS = frozenset(["section", "title", "rule", "paragraph", "amendment", "part", "artikel", "titre"])
"""Parts of laws and treaties that speak under a number: "Section 4 provides"."""

UTTERED = words(
    """
    statement letter email e-mail note memo message tweet post report essay article column editorial memoir
    diary brief filing announcement release
    """
)
"""Texts by which their owner speaks; a country's constitution speaks for itself."""

NEWSPAPERS = frozenset(
    ("times", "post", "guardian", "daily", "herald", "journal", "tribune", "telegraph", "gazette", "observer")
)
"""Last words of names to which the article belongs."""

ADDRESSES = frozenset(
    ("mr", "mr.", "mrs.", "ms.", "madam", "madame", "monsieur", "m.", "mme", "herr", "frau", "sir")
)
"""With an office behind them they address somebody and name nobody."""

SEVERAL = frozenset(("many", "some", "most", "several", "few", "all", "other", "two", "three"))
"""Before a name in the plural: "many Norwegians" are not a Mr. Norwegians."""


def describe(tokens: Sequence[Token], start: int, end: int, language: Language) -> Phrase | None:
    """What `tokens[start:end]` name."""
    spoken = [token for token in tokens[start:end] if token.is_word]
    if not spoken:
        return None
    first = spoken[0].low
    text = text_of(tokens, start, end)
    if len(spoken) == 1 and first in language.pronouns:
        code = language.pronouns[first]
        who = {"1": Who.SELF, "2": Who.OTHER}.get(code, Who.PRONOUN)
        return Phrase(who, text, start, end, gender=code)
    if len(spoken) == 1 and first in language.nobody:
        return Phrase(Who.NOBODY, text, start, end)
    if first in ("any", "no", "every", "each", "kein", "keine", "aucun", "aucune"):
        return Phrase(Who.NOBODY, text, start, end)
    if first in ("one", "some", "many", "most", "two") and len(spoken) > 2 and spoken[1].low == "of":
        return Phrase(Who.ROLE if first == "one" else Who.GROUP, text, start, end, head=first)
    if spoken[-1].text[0].isdigit() and len(spoken) > 1 and spoken[-2].low in language.works | DIVISIONS:
        return Phrase(Who.WORK, text, start, end, head=spoken[-2].low, gender="n")
    if spoken[-1].text.isdigit() and len(spoken) > 1 and spoken[-2].low in language.roles:
        return Phrase(Who.ROLE, text, start, end, head=spoken[-2].low)
    run = _name_run(tokens, start, end, language)
    if run and run[1] - run[0] == 1 and tokens[run[0]].low.endswith("s") and first in SEVERAL:
        return Phrase(Who.GROUP, text, start, end, head=singular(tokens[run[0]].low), gender="p")
    if run and _is_common(tokens, start, run, language):
        return Phrase(Who.THING, text, start, end, head=tokens[run[0]].low)
    if run and run[1] == _core_end(tokens, start, end, language):
        return _named(tokens, start, end, run, language)
    return _unnamed(tokens, start, end, text, language)


def _is_common(tokens: Sequence[Token], start: int, run: tuple[int, int], language: Language) -> bool:
    """Whether a German noun behind an article is a common one: they all have capitals."""
    low = tokens[run[0]].low
    known = low in language.roles or low in language.bodies or low in language.works or low in language.titles
    behind_article = run[0] > start and tokens[start].low in language.determiners
    return language.code == "de" and run[1] - run[0] == 1 and behind_article and not known


def _named(
    tokens: Sequence[Token], start: int, end: int, run: tuple[int, int], language: Language
) -> Phrase | None:
    first, last = run
    before = [token for token in tokens[start:first] if token.is_word]
    role = next((t.low for t in reversed(before) if singular(t.low) in language.roles), "")
    printed = text_of(tokens, first, last)
    article = tokens[first - 1] if first > start else None
    opens = (
        first == 1 and tokens[last - 1].low not in NEWSPAPERS
    )  # a capital of the sentence, not of the name
    if article and article.is_capital and article.low == "the" and not role and not opens:
        printed = f"{article.text} {printed}"
    name = names.parse(printed)
    if article and article.low == "the" and not role and not name.titles:
        name = names.parse(f"The {printed.removeprefix('The ')}")
        name = Name(printed, name.titles, body=True)
    where = text_of(tokens, last, end).removeprefix("of ").removeprefix("at ") or None
    told = text_of(tokens, start, first) if role else None
    if name.is_person:
        return Phrase(Who.PERSON, printed, start, end, name, role, name.gender, told or where)
    if name.titles and not name.body and name.titles[0].split()[0].casefold() in ADDRESSES:
        return Phrase(Who.THING, printed, start, end, gender=name.gender)  # "Mr. President, ..."
    if name.titles and not name.body:
        office = text_of(tokens, first, end)
        return Phrase(Who.ROLE, office, start, end, name, name.titles[-1].casefold(), name.gender, where)
    return Phrase(Who.BODY, printed, start, end, name, gender="n", affiliation=where)


def _unnamed(tokens: Sequence[Token], start: int, end: int, text: str, language: Language) -> Phrase:
    core = _core_end(tokens, start, end, language)
    if core < end and tokens[core].low.endswith("ed"):
        text = text_of(tokens, start, core)
    words = [token.low for token in tokens[start:core] if token.is_word]
    head = words[-1] if words else ""
    one = singular(head)
    if head in language.works or one in language.works:
        by = _whose_work(tokens, start, core, end, language)
        if by:
            return replace(by, head=one)
        return Phrase(Who.WORK, text, start, end, head=one, gender="n")
    if head in language.roles or one.removeprefix("vice-") in language.roles:
        several = head not in language.roles
        return Phrase(
            Who.GROUP if several else Who.ROLE, text, start, end, head=one, gender="p" if several else ""
        )
    if head in language.bodies or one in language.bodies:
        return Phrase(Who.GROUP, text, start, end, head=one, gender="n")
    return Phrase(Who.THING, text, start, end, head=one)


def _whose_work(
    tokens: Sequence[Token], start: int, core: int, end: int, language: Language
) -> Phrase | None:
    """A report from the ministry, the ministry's statement: the ministry's words."""
    possessive = max((n for n in range(start, core) if tokens[n].low == "'s"), default=-1)
    if possessive > start and singular(tokens[core - 1].low) in UTTERED:
        holder = describe(tokens, start, possessive, language)
        return holder if holder and holder.who is not Who.THING else None
    if core >= end or tokens[core].low not in language.sources:
        return None
    owner = describe(tokens, core + 1, end, language)
    return owner if owner and owner.who in (Who.BODY, Who.PERSON, Who.GROUP) else None


def _name_run(tokens: Sequence[Token], start: int, end: int, language: Language) -> tuple[int, int] | None:
    """The last run of capitals before any preposition that follows one: a name with its titles."""
    core = _core_end(tokens, start, end, language)
    last = core
    first = last
    while first > start:
        token = tokens[first - 1]
        inside = token.low in language.particles and first < last and first - 1 > start
        if token.low == "'s" and first < last and first - 1 > start:
            first -= 1
            continue
        if (token.is_word and token.is_capital and not is_starter(token, language)) or (
            inside and tokens[first - 2].is_capital and not token.is_capital
        ):
            first -= 1
        else:
            break
    while first < last and (tokens[first].low == "'s" or not tokens[first].is_capital):
        first += 1
    return (first, last) if first < last else None


def _core_end(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """Where "of the ministry" begins, unless the name itself has it ("Institute of Harbours")."""
    for place in range(start + 1, end):
        if tokens[place].low in ("close", "familiar"):
            return place
        if (
            tokens[place].low.endswith("ed")
            and not tokens[place].is_capital
            and is_noun(tokens[place - 1], language)
        ):
            return place  # "a letter dated", "officials interviewed"
        if tokens[place].low in language.joins and not between_capitals(tokens, place):
            return place
        if tokens[place].low in language.joins and singular(tokens[place - 1].low) in language.roles:
            return place
        if tokens[place].low in language.joins and _is_person_run(tokens, start, place, language):
            return place
    return end


def _is_person_run(tokens: Sequence[Token], start: int, end: int, language: Language) -> bool:
    words = [t for t in tokens[start:end] if t.is_word and t.is_capital and not is_starter(t, language)]
    return len(words) >= 2 and names.parse(" ".join(word.text for word in words)).is_person


def names_in(tokens: Sequence[Token], language: Language) -> Iterator[Name]:
    """The names of persons in a sentence: runs of capitals, small words that begin a sentence aside."""
    run: list[str] = []
    for token in (*tokens, None):
        if token and _is_of_name(token, bool(run), language):
            run.append(token.text)
            continue
        while run and run[-1].casefold() in names.PARTICLES:
            run.pop()
        if run and len(run) <= LONGEST_NAME:
            name = names.parse(" ".join(run))
            if name.is_person:
                yield name
        run = []


def _is_of_name(token: Token, begun: bool, language: Language) -> bool:
    if token.is_capital:
        return token.is_word and not is_starter(token, language)
    return begun and token.low in names.PARTICLES and token.low != "of"
