"""What a row of the languages holds. All words are case folded."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    commonest: frozenset[str]  # words by which the language is told from the others
    saying: frozenset[str]  # forms of verbs whose subject speaks: "said", "writes"
    thinking: frozenset[str]  # whose subject holds a view: "believes"; words in marks may follow
    reading: frozenset[str]  # whose object speaks where the subject is "I": "quote", "read"
    nouns_too: frozenset[str]  # of all these the forms that are nouns as well: "claim", "report"
    naming: frozenset[str]  # whose subject gives a name or a judgement: "called", "described"
    heralds: dict[str, tuple[tuple[str, ...], ...]]  # what stands before a source: "according to"
    trailers: frozenset[str]  # what stands behind a source: "zufolge"
    pronouns: dict[
        str, str
    ]  # "he" -> "m", "she" -> "f", "it" -> "n", "they" -> "p", "i" -> "1", "you" -> "2"
    copulas: frozenset[str]  # "is", "was": before what somebody is called
    possessives: dict[str, str]  # "his" -> "m", likewise
    utterances: frozenset[str]  # nouns for what one says: "words", "answer"
    nobody: frozenset[str]  # subjects that are no one in particular: "some", "one"
    determiners: frozenset[str]
    joins: frozenset[str]  # prepositions that may stand inside a name for someone: "director of"
    breaks: frozenset[str]  # words that end such a name: conjunctions, auxiliaries, other prepositions
    fillers: frozenset[str]  # what may stand between a speaker and the verb: "also", "has"
    objects: frozenset[str]  # pronouns that are never a subject: "him"
    auxiliaries: frozenset[str]  # by which the subject stands while the verb ends the clause
    relatives: frozenset[str]  # "who", "which"
    titles: dict[str, str]  # "mr." -> "m", "president" -> ""
    roles: frozenset[str]  # nouns for persons: "spokesman"
    gendered: dict[str, str]  # "father" -> "m"
    impersonal: frozenset[str]  # verbs that speak out of a text: "in seinem Brief heißt es"
    bodies: frozenset[str]  # nouns for bodies: "ministry", "times"
    works: frozenset[str]  # nouns for texts that can be said to say something: "report"
    negations: frozenset[str]
    modals: frozenset[str]  # that make speech a mere possibility: "might"
    subordinators: frozenset[str]  # that open a clause beside the point: "while", "although"
    supposing: frozenset[str]  # that make it a supposition: "suppose"
    terms: frozenset[str]  # after which marked words are a name or label: "so-called", "term"
    calendar: frozenset[str]
    particles: frozenset[str] = frozenset()  # small words inside names: "von", "de"
    that: frozenset[str] = field(default=frozenset())  # what opens a reported clause
    demonstratives: frozenset[str] = field(default=frozenset())  # open the sentence behind a block: "this is"
    drawn: frozenset[str] = field(default=frozenset())  # "taken" from a text
    sources: frozenset[str] = field(default=frozenset())  # the "from" of it
    ofs: frozenset[str] = field(default=frozenset())  # "the words of"


def phrases(*lines: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as words, by their first word, the longest first."""
    split = sorted((tuple(line.split()) for line in lines), key=len, reverse=True)
    return {first: tuple(line for line in split if line[0] == first) for first, *_ in split}


def words(text: str) -> frozenset[str]:
    """The words of a list, case folded (so "ß" is "ss"), as it is easiest to read and to add to."""
    return frozenset(text.casefold().split())
