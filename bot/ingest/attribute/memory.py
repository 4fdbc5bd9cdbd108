"""Remembers who was spoken of, so that "he", "the minister" and "the paper" find their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ingest.attribute.cast import Cast, Person, display
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.languages.language import words
from bot.ingest.attribute.names import Name
from bot.ingest.attribute.phrases import Phrase, Who, names_in, sentence_subject
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
    subject: bool
    words: frozenset[str]  # of the name, title and post, case folded


class Memory:
    """What a reader has in mind at one sentence of a document, reading on from the first."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self._cast = cast
        self._language = language
        self._mentions: list[Mention] = []
        self._last: tuple[int, Phrase | None] = (-1, None)  # whom or what the last sentence is about

    def meant(
        self,
        phrase: Phrase,
        sentence: int,
        owner: Person | None,
        others: Sequence[Person] = (),
        tokens: Sequence[Token] = (),
    ) -> Meant:
        """Who is meant by a phrase in the sentence of `owner`, whose words are `tokens`."""
        match phrase.who:
            case Who.NOBODY:
                return Meant(None)
            case Who.SELF:
                return Meant(owner)
            case Who.OTHER:
                return Meant(others[0] if len(others) == 1 else None)
            case Who.PRONOUN:
                here = self._named_here(phrase, tokens)
                return Meant(here, 0.97) if here else self._pronoun(phrase.gender, sentence)
            case Who.PERSON | Who.BODY if phrase.name:
                return self._named(phrase.name, phrase)
        return self._unnamed(phrase, sentence, owner)

    def remember(self, person: Person, phrase: Phrase | None, sentence: int, *, subject: bool) -> None:
        head = phrase.head if phrase else ""
        told = " ".join((*person.titles, person.name.printed, person.affiliation or "", head))
        words = frozenset(told.casefold().replace(",", " ").split())
        self._mentions.append(Mention(person, sentence, subject, words))
        if len(self._mentions) > 400:
            del self._mentions[:200]

    def read(self, tokens: list[Token], sentence: int) -> None:
        """Takes note of whom a sentence is about and whom it names."""
        phrase = sentence_subject(tokens, self._language)
        self._last = (sentence, phrase)
        about: Person | None = None
        if phrase and phrase.name and phrase.who in (Who.PERSON, Who.BODY):
            told = phrase.name.given or phrase.name.titles or phrase.name.body
            about = self._named(phrase.name, phrase).person if told else self._cast.find(phrase.name)
        for name in names_in(tokens, self._language):
            person = self._cast.find(name)
            if person and person is not about:
                self.remember(person, None, sentence, subject=False)
        if about:
            self.remember(about, phrase, sentence, subject=True)

    def last_subject(self, sentence: int) -> Person | None:
        """Whom the sentence before `sentence` is about."""
        for mention in reversed(self._mentions):
            if mention.sentence < sentence - 1:
                return None
            if mention.subject and mention.sentence == sentence - 1:
                return mention.person
        return None

    def last_work(self, sentence: int) -> Person | None:
        """The text or body that the sentence before `sentence` is about."""
        number, phrase = self._last
        if phrase and number == sentence - 1 and phrase.who in (Who.WORK, Who.GROUP, Who.ROLE):
            return self._unnamed(phrase, sentence, None).person
        return self.last_subject(sentence)

    def _named(self, name: Name, phrase: Phrase) -> Meant:
        person = self._cast.meet(name)
        if phrase.affiliation and not person.affiliation and person.name.is_person:
            person.affiliation = phrase.affiliation
        rivals = self._cast.namesakes(name) if name.is_person and not name.given else 1
        return Meant(person, 1.0 if rivals <= 1 else 0.8)

    def _named_here(self, phrase: Phrase, tokens: Sequence[Token]) -> Person | None:
        """Whom a pronoun means by what stands before it in its own sentence."""
        for name in names_in(tokens[: phrase.start], self._language):
            person = self._cast.find(name)
            if person and _fits(person, phrase.gender):
                return person
        return None

    def _pronoun(self, gender: str, sentence: int) -> Meant:
        """The last fitting one: of one sentence whom it is about, of several sentences the nearest."""
        best: Mention | None = None
        rivals: set[Person] = set()
        for mention in reversed(self._mentions):
            if mention.sentence < sentence - LOOK_BACK or (best and mention.sentence < best.sentence):
                break
            if _fits(mention.person, gender):
                rivals.add(mention.person)
                if best is None or (mention.subject and not best.subject):
                    best = mention
        if best is None:
            return Meant(None)
        if gender in "mf" and not best.person.gender:
            best.person.gender = gender
        alone = 1.0 if len(rivals) == 1 else 0.95 if best.subject else 0.8
        near = 1.0 if best.sentence >= sentence - 1 else 0.9
        return Meant(best.person, alone * near)

    def _unnamed(self, phrase: Phrase, sentence: int, owner: Person | None) -> Meant:
        words = phrase.text.casefold().split()
        code = self._language.possessives.get(words[0])
        if code and len(words) > 1 and phrase.who is not Who.WORK:
            holder = owner if code == "1" else self._pronoun(code, sentence).person
            if holder and code != "2":
                name = Name(f"{display(holder)}'s {phrase.text.partition(' ')[2]}")
                return Meant(self._cast.meet(name, group=True), 0.95)
        definite = words[0] in ("the", "der", "die", "das", "le", "la", "l'") or words[0].startswith(
            ("l'", "l’")
        )
        if definite and phrase.head and len(words) <= 3:
            for mention in reversed(self._mentions):
                if phrase.head in mention.words or (phrase.head in PRESS and mention.person.name.body):
                    return Meant(mention.person, 0.97)
        article = words[0] in self._language.determiners and len(words) > 1 and words[1] != "of"
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
        known = person.name.given or person.titles or person.gender
        return person.gender in ("", gender) and not person.name.body and bool(known)
    if gender == "n":
        return person.gender in ("", "n") and not (person.name.given or person.titles)
    return gender != "p" or person.gender == "p" or person.name.body
