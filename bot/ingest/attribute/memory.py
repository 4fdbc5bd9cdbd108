"""Remembers who was spoken of, so that "he", "the minister" and "the paper" find their names."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ingest.attribute.cast import Cast, Person
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.languages.language import words
from bot.ingest.attribute.names import Name
from bot.ingest.attribute.phrases import Phrase, Who, sentence_subject
from bot.ingest.attribute.tokens import Token

LOOK_BACK = 4
"""Sentences behind which a pronoun no longer reaches."""

PRESS = words(
    """
        paper newspaper daily magazine weekly journal outlet agency zeitung quotidien journal
        """
)


@dataclass(frozen=True, slots=True)
class Meant:
    """Who a phrase means, with the certainty of the choice (0-1)."""

    person: Person | None
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Mention:
    person: Person
    sentence: int
    head: str  # "minister"
    subject: bool
    words: frozenset[str]  # of the name, title and post, case folded


class Memory:
    """What a reader has in mind at one sentence of a document, reading on from the first."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self._cast = cast
        self._language = language
        self._mentions: list[Mention] = []

    def meant(self, phrase: Phrase, sentence: int, owner: Person | None, others: list[Person]) -> Meant:
        """Who is meant by a phrase in the sentence of `owner`."""
        match phrase.who:
            case Who.NOBODY:
                return Meant(None)
            case Who.SELF:
                return Meant(owner)
            case Who.OTHER:
                return Meant(others[0] if len(others) == 1 else None)
            case Who.PRONOUN:
                return self._pronoun(phrase.gender, sentence)
            case Who.PERSON | Who.BODY if phrase.name:
                return self._named(phrase.name, phrase)
        return self._unnamed(phrase, sentence)

    def remember(self, person: Person, phrase: Phrase | None, sentence: int, *, subject: bool) -> None:
        head = phrase.head if phrase else ""
        told = " ".join((*person.titles, person.name.printed, person.affiliation or "", head))
        words = frozenset(told.casefold().replace(",", " ").split())
        self._mentions.append(Mention(person, sentence, head, subject, words))
        if len(self._mentions) > 400:
            del self._mentions[:200]

    def read(self, tokens: list[Token], sentence: int) -> None:
        """Takes note of whom a sentence is about, once its quotations are settled."""
        phrase = sentence_subject(tokens, self._language)
        if phrase and phrase.name and phrase.who in (Who.PERSON, Who.BODY):
            told = phrase.name.given or phrase.name.titles or phrase.name.body
            person = self._named(phrase.name, phrase).person if told else self._cast.find(phrase.name)
            if person:
                self.remember(person, phrase, sentence, subject=True)

    def last_subject(self, sentence: int) -> Person | None:
        """Whom the sentence before `sentence` is about."""
        for mention in reversed(self._mentions):
            if mention.sentence < sentence - 1:
                return None
            if mention.subject and mention.sentence == sentence - 1:
                return mention.person
        return None

    def _named(self, name: Name, phrase: Phrase) -> Meant:
        person = self._cast.meet(name)
        if phrase.affiliation and not person.affiliation and person.name.is_person:
            person.affiliation = phrase.affiliation
        rivals = self._cast.namesakes(name) if name.is_person and not name.given else 1
        return Meant(person, 1.0 if rivals <= 1 else 0.8)

    def _pronoun(self, gender: str, sentence: int) -> Meant:
        best: Mention | None = None
        rivals = set()
        for mention in reversed(self._mentions):
            if mention.sentence < sentence - LOOK_BACK:
                break
            if not _fits(mention.person, gender):
                continue
            best = best or mention
            if mention.sentence >= best.sentence - 1:
                rivals.add(mention.person)
        if best is None:
            return Meant(None)
        if gender in "mf" and not best.person.gender:
            best.person.gender = gender
        near = best.sentence >= sentence - 1
        return Meant(best.person, (1.0 if len(rivals) == 1 else 0.85) * (1.0 if near else 0.9))

    def _unnamed(self, phrase: Phrase, sentence: int) -> Meant:
        words = phrase.text.casefold().split()
        definite = words[0] in ("the", "der", "die", "das", "le", "la", "l'") or words[0].startswith(
            ("l'", "l’")
        )
        if definite and phrase.head and len(words) <= 3:
            for mention in reversed(self._mentions):
                if phrase.head in mention.words or (phrase.head in PRESS and mention.person.name.body):
                    return Meant(mention.person, 0.97)
        article = words[0] in self._language.determiners and len(words) > 1
        printed = phrase.text.partition(" ")[2] if article else phrase.text
        name = Name(printed, body=phrase.who in (Who.GROUP, Who.WORK))
        person = self._cast.meet(name, group=not _is_proper(printed))
        person.gender = person.gender or phrase.gender
        if article:
            person.add(Name(phrase.text, body=name.body))
        return Meant(person)


def _is_proper(printed: str) -> bool:
    words = [word for word in printed.split() if word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) * 2 > len(words)


def _fits(person: Person, gender: str) -> bool:
    if gender in ("m", "f"):
        if person.gender and person.gender != gender:
            return False
        return person.name.is_person or (not person.name.body and person.gender in ("", gender))
    if gender == "n":
        return not person.name.is_person or not (person.name.given or person.titles)
    return gender != "p" or person.gender == "p" or not person.name.is_person
