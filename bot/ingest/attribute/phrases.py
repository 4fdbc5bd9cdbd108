"""Reads the words for someone ("its director, Ms. Adler", "a spokesman for it") out of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.ingest.attribute import names
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.languages.language import words
from bot.ingest.attribute.names import Name
from bot.ingest.attribute.tokens import Token


class Who(StrEnum):
    """What kind of someone a phrase names."""

    PERSON = "person"  # by name
    BODY = "body"  # by name
    ROLE = "role"  # one person, by part or office: "the minister"
    GROUP = "group"  # several, or a body without a name: "officials", "the ministry"
    WORK = "work"  # a text: "the report"
    PRONOUN = "pronoun"
    SELF = "self"  # "I", "we": whoever is speaking
    OTHER = "other"  # "you": whoever is spoken to
    NOBODY = "nobody"  # "some", "one"
    THING = "thing"  # none of these, as far as the words tell


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words `tokens[start:end]` for someone. `head` is the noun that says what they are."""

    who: Who
    text: str
    start: int
    end: int
    name: Name | None = None
    head: str = ""
    gender: str = ""  # "m", "f", "n", "p" (several), "" (untold)
    affiliation: str | None = None


LONGEST_NAME = 7
"""Words of a person's name with titles."""

FARTHEST = 30
"""Tokens to look across for the speaker of a verb: the longest apposition that reads well."""


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

SEVERAL = frozenset(("many", "some", "most", "several", "few", "all", "other", "two", "three"))
"""Before a name in the plural: "many Norwegians" are not a Mr. Norwegians."""


def phrase_before(tokens: Sequence[Token], end: int, language: Language) -> Phrase | None:
    """The phrase that ends right before `tokens[end]`, beyond adverbs, dates, appositions and relatives."""
    end = _before_fillers(tokens, end, language)
    if end <= 0:
        return None
    if tokens[end - 1].text not in (",", "–", "—", ")"):
        return _ending_at(tokens, end, language)
    inner = tokens[end - 1].text == ")"
    close = end - 1
    for _ in range(4):
        opening = _comma_before(tokens, close, "(" if inner else tokens[close].text)
        if opening is None:
            return _ending_at(tokens, close, language)
        within = _ending_at(tokens, close, language)
        if within and within.who is Who.PERSON and within.start == opening + 1 and within.name:
            outer = _ending_at(tokens, opening, language)
            return replace(within, affiliation=outer.text if outer else None)
        outer = _ending_at(tokens, opening, language)
        named = _named_before(tokens, outer, language) if outer else None
        if named:
            return named
        if outer and outer.who is not Who.THING:
            apposition = _text(tokens, opening + 1, close)
            relative = tokens[opening + 1].low in language.relatives
            return outer if relative else replace(outer, affiliation=apposition)
        if tokens[opening].text != tokens[close].text:
            return outer
        close = opening
    return None


def _named_before(tokens: Sequence[Token], phrase: Phrase, language: Language) -> Phrase | None:
    """The name to which a phrase is the apposition: "Ms. Adler, the mayor of the town"."""
    if phrase.name or phrase.start < 2 or tokens[phrase.start - 1].text != ",":
        return None
    name = _ending_at(tokens, phrase.start - 1, language)
    if name and name.who is Who.PERSON:
        return replace(name, affiliation=phrase.text)
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
            if not _join_goes_on(tokens, end, limit, language):
                break
            headed = False
        elif token.low in language.particles and _between_capitals(tokens, end):
            pass
        elif (
            (_ends_phrase(token, language) and end > start)
            or (not token.is_capital and headed and not _is_noun(token, language))
            or (token.is_capital and end > start and token.low in language.determiners)
        ):
            break
        headed = _is_noun(token, language) or (token.is_capital and token.low not in language.determiners)
        end += 1
    phrase = describe(tokens, start, end, language) if end > start else None
    if phrase and phrase.who is Who.PERSON and not phrase.affiliation:
        return replace(phrase, affiliation=_post_behind(tokens, end, language))
    if phrase and phrase.who is Who.ROLE and end + 1 < limit and tokens[end].text == ",":
        name = phrase_after(tokens, end + 1, language)  # "the mayor, Ms. Adler"
        if name and name.who is Who.PERSON and name.start == end + 1 and not name.head:
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
    if start >= len(tokens):
        return None
    first = tokens[start].low
    introduces = first in language.joins or first in language.breaks or first.endswith("ly")
    if introduces and first not in language.pronouns and first not in language.determiners:
        comma = next(
            (n for n in range(start, min(len(tokens), start + FARTHEST)) if tokens[n].text == ","), None
        )
        if comma is None or comma + 1 >= len(tokens):
            return None
        start = comma + 1
    return phrase_after(tokens, start, language)


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
        return token.is_word and not _is_starter(token, language)
    return begun and token.low in names.PARTICLES and token.low != "of"


def describe(tokens: Sequence[Token], start: int, end: int, language: Language) -> Phrase | None:
    """What `tokens[start:end]` name."""
    spoken = [token for token in tokens[start:end] if token.is_word]
    if not spoken:
        return None
    first = spoken[0].low
    text = _text(tokens, start, end)
    if len(spoken) == 1 and first in language.pronouns:
        code = language.pronouns[first]
        who = {"1": Who.SELF, "2": Who.OTHER}.get(code, Who.PRONOUN)
        return Phrase(who, text, start, end, gender=code)
    if len(spoken) == 1 and first in language.nobody:
        return Phrase(Who.NOBODY, text, start, end)
    if first in ("one", "some", "many", "most", "two") and len(spoken) > 2 and spoken[1].low == "of":
        return Phrase(Who.ROLE if first == "one" else Who.GROUP, text, start, end, head=first)
    if spoken[-1].text[0].isdigit() and len(spoken) > 1 and spoken[-2].low in language.works | DIVISIONS:
        return Phrase(Who.WORK, text, start, end, head=spoken[-2].low, gender="n")
    run = _name_run(tokens, start, end, language)
    if run and run[1] - run[0] == 1 and tokens[run[0]].low.endswith("s") and first in SEVERAL:
        return Phrase(Who.GROUP, text, start, end, head=_singular(tokens[run[0]].low), gender="p")
    if run and run[1] == _core_end(tokens, start, end, language):
        return _named(tokens, start, end, run, language)
    return _unnamed(tokens, start, end, text, language)


def _named(
    tokens: Sequence[Token], start: int, end: int, run: tuple[int, int], language: Language
) -> Phrase | None:
    first, last = run
    before = [token for token in tokens[start:first] if token.is_word]
    role = next((t.low for t in reversed(before) if _singular(t.low) in language.roles), "")
    printed = _text(tokens, first, last)
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
    where = _text(tokens, last, end).removeprefix("of ").removeprefix("at ") or None
    told = _text(tokens, start, first) if role else None
    if name.is_person:
        return Phrase(Who.PERSON, printed, start, end, name, role, name.gender, told or where)
    if name.titles and not name.body:
        office = _text(tokens, first, end)
        return Phrase(Who.ROLE, office, start, end, name, name.titles[-1].casefold(), name.gender, where)
    return Phrase(Who.BODY, printed, start, end, name, gender="n", affiliation=where)


def _unnamed(tokens: Sequence[Token], start: int, end: int, text: str, language: Language) -> Phrase:
    core = _core_end(tokens, start, end, language)
    words = [token.low for token in tokens[start:core] if token.is_word]
    head = words[-1] if words else ""
    one = _singular(head)
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
    if possessive > start and _singular(tokens[core - 1].low) in UTTERED:
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
        if (token.is_word and token.is_capital and not _is_starter(token, language)) or (
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
        if tokens[place].low in language.joins and not _between_capitals(tokens, place):
            return place
        if tokens[place].low in language.joins and tokens[place - 1].low in language.roles:
            return place
        if tokens[place].low in language.joins and _is_person_run(tokens, start, place, language):
            return place
    return end


def _is_person_run(tokens: Sequence[Token], start: int, end: int, language: Language) -> bool:
    words = [t for t in tokens[start:end] if t.is_word and t.is_capital and not _is_starter(t, language)]
    return len(words) >= 2 and names.parse(" ".join(word.text for word in words)).is_person


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
            if not _joined(tokens, start, language):
                break
        elif token.low in language.joins or (token.low in language.particles and not token.is_capital):
            # the preposition must hang on a noun: "analysts in the capital", not "left in the morning"
            if start == end or not (_joined(tokens, start, language) or _between_capitals(tokens, start - 1)):
                break
            start -= 1
        elif token.low in language.pronouns or token.low in language.nobody:
            if start == end:
                start -= 1
            break
        elif _ends_phrase(token, language):
            break
        elif not token.is_capital and start < end and tokens[start].is_capital:
            step = _before_name(tokens, start, language)
            if not step:
                break
            start -= step
        else:
            start -= 1
    return describe(tokens, start, end, language) if start < end else None


def _before_name(tokens: Sequence[Token], start: int, language: Language) -> int:
    """How many small words before a name belong to it: "the outspoken", "foreign ministry spokesman"."""
    run = 0
    for token in reversed(tokens[max(0, start - 4) : start]):
        if not token.is_word or token.low in language.breaks or token.low in language.saying:
            break
        if token.low in language.determiners:
            return run
        if token.is_capital or token.low in language.joins:
            break
        run += 1
    nearest = _singular(tokens[start - 1].low)
    return run if nearest in language.roles or nearest in language.bodies or nearest in language.titles else 0


def _joined(tokens: Sequence[Token], start: int, language: Language) -> bool:
    """Whether what begins at `start` hangs by a preposition on a noun before it."""
    place = start - 1
    if place >= 0 and tokens[place].low not in language.joins:
        place = start  # `start` may be the preposition itself
        if place >= len(tokens) or tokens[place - 1].low not in language.joins:
            return False
        place -= 1
    if place < 1:
        return False
    before = tokens[place - 1]
    if before.low in ("one", "some", "many", "most") or before.text.isdigit():
        return tokens[place].low == "of"
    if not before.is_word or not _is_noun(before, language) or tokens[place].low in ("on", "to", "with"):
        return False
    return tokens[place].low not in ("in", "at", "from") or not before.is_capital


def _join_goes_on(tokens: Sequence[Token], place: int, limit: int, language: Language) -> bool:
    """Whether the preposition at `place` still belongs to the phrase."""
    if place + 1 >= limit:
        return False
    following = tokens[place + 1]
    if following.low in language.calendar or following.text[0].isdigit() or not following.is_word:
        return False
    if tokens[place].low in ("of", "for", "von", "des", "für", "de", "du", "des"):
        return following.low not in language.breaks
    capital = following.is_capital or (
        following.low in language.determiners and place + 2 < limit and tokens[place + 2].is_capital
    )
    return capital and tokens[place].low not in ("on", "to", "with")


def _between_capitals(tokens: Sequence[Token], place: int) -> bool:
    if not 0 < place < len(tokens) - 1:
        return False
    after = tokens[place + 1]
    if after.low == "the" and place + 2 < len(tokens):
        after = tokens[place + 2]
    return tokens[place - 1].is_capital and after.is_capital


def _ends_phrase(token: Token, language: Language) -> bool:
    if token.low in language.calendar:
        return True
    if token.low in language.breaks:
        return True
    return (
        not token.is_capital and token.low in language.saying and _singular(token.low) not in language.works
    )


def _is_starter(token: Token, language: Language) -> bool:
    """A small word that has a capital only because it begins the sentence."""
    return (
        token.low in language.determiners
        or token.low in language.breaks
        or token.low in language.pronouns
        or token.low in language.nobody
        or token.low in language.calendar
        or (token.low in language.joins)
        or token.low in language.fillers
    )


def _is_noun(token: Token, language: Language) -> bool:
    if token.is_capital:
        return token.low not in language.determiners
    one = _singular(token.low)
    return one in language.roles or one in language.bodies or one in language.works


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("men",)):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _before_fillers(tokens: Sequence[Token], end: int, language: Language) -> int:
    """`end` moved left over adverbs, auxiliaries and dates between a speaker and the verb."""
    while end > 0:
        token = tokens[end - 1]
        if token.low == "to" and end > 2 and tokens[end - 2].low not in language.fillers:
            end -= 2  # "rose to say"
        elif token.low == "'s" and end > 1 and tokens[end - 2].low in language.pronouns:
            end -= 1  # "she's said"
        elif token.low in language.fillers or (token.low.endswith("ly") and not token.is_capital):
            end -= 1
        elif token.low in language.calendar or token.text.isdigit():
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


def _comma_before(tokens: Sequence[Token], close: int, mark: str) -> int | None:
    for place in range(close - 1, max(-1, close - FARTHEST), -1):
        if tokens[place].text == mark:
            return place
        if tokens[place].text in (";", ":") or tokens[place].is_quotation:
            return None
    return None


def _text(tokens: Sequence[Token], start: int, end: int) -> str:
    parts: list[str] = []
    for before, token in zip([None, *tokens[start:end]], tokens[start:end], strict=False):
        if before is not None and token.start > before.end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts)
