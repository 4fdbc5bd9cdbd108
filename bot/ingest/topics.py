"""Topics of documents that no pack knows: the phrases that they keep coming back to.

A phrase is a run of words between punctuation and the small words of its language. It is a topic where it
comes again in several paragraphs, mostly stands as a whole (after an article or a preposition, up to a
boundary), and is no part of a longer one that comes as often. Names of persons are none: they are speakers.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.ingest.attribute.languages import Language, language_of
from bot.ingest.attribute.languages.language import words
from bot.models import Passage, Reading, Topic
from bot.text import slug

LONGEST = 3  # words of a phrase
OFTEN, OFTEN_ALONE = 2, 3  # times that a phrase of two words comes; of one word or three
EVERY = 250  # sentences of a document for each further time
FEW = 8  # times that are not many, however short the document
EVERYWHERE = 0.35  # share of the sentences from which a word is what all is about, and tells nothing apart
PER_DOCUMENT, IN_ALL = 8, 300

_TOKEN = re.compile(r"[^\W\d_][\w]*(?:[.'’\-–][\w]+)*|\S")
_BEFORE_VERBS = frozenset({"to", "zu"})
_POSSESSIVE = re.compile(r"['’]s?$")

# nouns that any text has, and what only measures or compares
_GENERAL = words(
    """
    time year day week month hour minute way part thing people person man country countries world issue
    question problem fact case result reason means effort respect impact example number side end point kind
    lot life work more most other many much several few own same whole next last first second good better
    best great right clear such like give given make made
    jahr tag zeit teil frage fall weg land mensch leute grund ende
    an année jour temps fois pays partie question cas fait gens fin
    """
)

Stem = tuple[str, ...]


@dataclass(slots=True)
class _Phrase:
    """How a phrase comes in one document."""

    surfaces: Counter[str] = field(default_factory=Counter)
    paragraphs: set[int] = field(default_factory=set)
    whole: int = 0  # times that it is a whole run
    led: int = 0  # times that an article or a preposition stands before it
    proper: int = 0  # times that all its words have capitals inside a sentence

    @property
    def times(self) -> int:
        return self.surfaces.total()


def key_topics(readings: Sequence[Reading], known: Iterable[Topic] = ()) -> tuple[Topic, ...]:
    """A few topics for each document, most telling first; whatever several documents share is one.

    What a known topic is called already is left out.
    """
    persons = _persons(readings)
    scored = {reading.document.id: _scored(reading, persons) for reading in readings}
    shared = Counter(stem for phrases in scored.values() for stem in phrases)
    surfaces: defaultdict[Stem, Counter[str]] = defaultdict(Counter)
    worth: Counter[Stem] = Counter()
    for phrases in scored.values():
        ranked = sorted(phrases, key=lambda stem: -phrases[stem][0] * (1 + math.log(shared[stem])))
        for stem in ranked[:PER_DOCUMENT]:
            score, names = phrases[stem]
            worth[stem] += score  # type: ignore[assignment]
            surfaces[stem].update(names)
    taken = {slug(name) for topic in known for name in (topic.id, topic.name, *topic.aliases)}
    return tuple(_topics((surfaces[stem] for stem, _ in worth.most_common(IN_ALL)), taken))


def _topics(named: Iterable[Counter[str]], taken: Iterable[str]) -> Iterator[Topic]:
    seen = set(taken)
    for surfaces in named:
        (name, _), *others = surfaces.most_common()
        id = slug(name)
        if id not in seen:
            seen.add(id)
            aliases = dict.fromkeys(other for other, _ in others if other.casefold() != name.casefold())
            yield Topic(id, name[0].upper() + name[1:], tuple(aliases))


def _scored(reading: Reading, persons: set[Stem]) -> dict[Stem, tuple[float, Counter[str]]]:
    """The phrases of a document that can be topics, with how telling they are."""
    sentences = [passage for passage in reading.passages if passage.parent is None]
    language = language_of(reading.document.language, (passage.text for passage in sentences))
    phrases = _phrases(sentences, language)
    kept = {
        stem: phrase
        for stem, phrase in phrases.items()
        if stem not in persons and _is_topic(stem, phrase, len(sentences))
    }
    titled = {_stem(word) for word in _TOKEN.findall(reading.document.title)}
    return {
        stem: (_weight(stem, phrase, titled), phrase.surfaces)
        for stem, phrase in kept.items()
        if not _is_part(stem, phrase, kept)
    }


def _weight(stem: Stem, phrase: _Phrase, titled: set[str]) -> float:
    """Often, long, a name or in the title: the more of these the better."""
    named = phrase.proper > phrase.times / 2 or len(stem) > 1
    return phrase.times * len(stem) * (1.5 if named else 1.0) * (1.5 if titled & set(stem) else 1.0)


def _persons(readings: Iterable[Reading]) -> set[Stem]:
    """Whole names and family names of speakers who are persons, as far as their names tell."""
    found: set[Stem] = set()
    for reading in readings:
        bodies = language_of(reading.document.language or "en", ()).bodies
        for speaker in reading.speakers:
            stem = tuple(_stem(word) for word in _TOKEN.findall(speaker.name) if word[0].isalpha())
            if 2 <= len(stem) <= 4 and not bodies & set(speaker.name.casefold().split()):
                found |= {stem, stem[-1:], stem[-2:]}
    return found


def _phrases(sentences: Iterable[Passage], language: Language) -> dict[Stem, _Phrase]:
    found: defaultdict[Stem, _Phrase] = defaultdict(_Phrase)
    small = _small_words(language)
    german = language.code == "de"
    verbs = language.saying | language.thinking | language.naming
    leads = (language.determiners | language.joins | language.possessives.keys()) - _BEFORE_VERBS
    titles = language.titles.keys() | language.roles
    for sentence in sentences:
        for place, before, run in _runs(_TOKEN.findall(sentence.text), small, verbs, german):
            names_person = before.casefold() in titles or any(word.casefold() in titles for word in run)
            for start in range(len(run)):
                for end in range(start + 1, min(len(run), start + LONGEST) + 1):
                    if names_person and start + 1 < end:
                        continue
                    phrase = found[tuple(_stem(word) for word in run[start:end])]
                    phrase.surfaces[" ".join(_bare(run[start:end], place + start == 0))] += 1
                    phrase.paragraphs.add(sentence.paragraph)
                    phrase.whole += (start, end) == (0, len(run))
                    phrase.led += start == 0 and before.casefold() in leads and end == len(run)
                    inside = run[max(start, 1 - place) : end]
                    phrase.proper += bool(inside) and all(word[0].isupper() for word in inside)
    return found


def _runs(
    tokens: Sequence[str], small: frozenset[str], verbs: frozenset[str], nouns_have_capitals: bool
) -> Iterator[tuple[int, str, list[str]]]:
    """The runs of words between boundaries: where each begins, the token before it, its words.

    What looks like a verb is a boundary, but not with a capital inside a sentence ("States"). Where nouns
    have capitals, as in German, a run ends with its noun.
    """
    run: list[str] = []
    begin, before = 0, ""
    for place, token in enumerate([*tokens, "."]):
        folded = token.casefold()
        is_verb = folded in verbs and (place == 0 or token[0].islower())
        if token[0].isalpha() and len(token) > 1 and folded not in small and not is_verb:
            if not run:
                begin, before = place, tokens[place - 1] if place else ""
            run.append(token)
            ends = nouns_have_capitals and place > 0 and token[0].isupper()
            if not (ends or _POSSESSIVE.search(token)):
                continue
        if run:
            yield begin, before, run
            run = []


def _is_topic(stem: Stem, phrase: _Phrase, sentences: int) -> bool:
    least = (OFTEN if len(stem) == 2 else OFTEN_ALONE) + sentences // EVERY
    if phrase.times < least or len(phrase.paragraphs) < 2 or max(map(len, stem)) < 4:
        return False
    if phrase.times > max(EVERYWHERE * sentences, FEW) or _GENERAL & {stem[0], stem[-1]}:
        return False
    if phrase.proper > phrase.times / 2:
        return phrase.whole >= phrase.times / (2 if len(stem) == 1 else 3)
    # a noun mostly comes behind an article or a preposition; verbs and adverbs do not
    return phrase.whole >= phrase.times / 2 and phrase.led >= phrase.times / 3


def _is_part(stem: Stem, phrase: _Phrase, kept: dict[Stem, _Phrase]) -> bool:
    """Whether a phrase mostly comes inside a longer one, or is one that a part of it says as well."""
    return any(
        other.times > phrase.times / 2
        for longer, other in kept.items()
        if len(longer) > len(stem) and _within(stem, longer)
    )


def _within(short: Stem, long: Stem) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _small_words(language: Language) -> frozenset[str]:
    """The words that bear no topic: articles, prepositions, pronouns, auxiliaries, names of months."""
    return (
        language.commonest
        | language.determiners
        | language.joins
        | language.breaks
        | language.fillers
        | language.relatives
        | language.nobody
        | language.titles.keys()
        | language.negations
        | language.modals
        | language.that
        | language.calendar
        | language.pronouns.keys()
        | language.possessives.keys()
    )


def _bare(words: Sequence[str], first: bool) -> list[str]:
    """As written, without an ending "'s"; a sentence's first word in small letters."""
    bare = [_POSSESSIVE.sub("", word) for word in words]
    return [bare[0].lower(), *bare[1:]] if first and not bare[0].isupper() else bare


def _stem(word: str) -> str:
    """Small, and without the ending of an English, German or French plural."""
    bare = _POSSESSIVE.sub("", word).casefold()
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if bare.endswith(ending) and len(bare) > 4 and not bare.endswith("ss"):
            return bare.removesuffix(ending) + instead
    return bare
