"""Remembers who was spoken of, so that "he", "the minister" and "the paper" find their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.ingest.attribute.cast import Cast, Person, display
from bot.ingest.attribute.cues.verbs import subject_of, verbs_in
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.languages.language import words
from bot.ingest.attribute.names import Name
from bot.ingest.attribute.phrases import (
    FARTHEST,
    UTTERED,
    Phrase,
    Who,
    names_in,
    phrase_after,
    sentence_subject,
)
from bot.ingest.attribute.tokens import Token

LOOK_BACK = 4
"""Sentences behind which a pronoun seldom reaches."""

FAR_BACK = 30
"""Sentences behind which it never does."""

LONGEST = 400
"""Mentions that are kept in mind, so that a sentence late in a document costs no more than an early one."""

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
                if here:
                    return Meant(here, 0.97)
                return self._role_here(phrase, sentence, owner, tokens) or self._pronoun(
                    phrase.gender, sentence
                )
            case Who.PERSON | Who.BODY if phrase.name:
                return self._named(phrase.name, phrase)
        return self._unnamed(phrase, sentence, owner, others[0] if len(others) == 1 else None)

    def remember(self, person: Person, phrase: Phrase | None, sentence: int, *, subject: bool) -> None:
        told = f"{phrase.text} {phrase.head}" if phrase else ""
        words = " ".join((*person.titles, person.name.printed, person.affiliation or "", told))
        found = frozenset(words.casefold().replace(",", " ").split())
        self._mentions.append(Mention(person, sentence, subject, found))
        if len(self._mentions) > 2 * LONGEST:
            del self._mentions[:LONGEST]

    def read(
        self, tokens: list[Token], sentence: int, owner: Person | None, others: Sequence[Person]
    ) -> None:
        """Takes note of whom a sentence of `owner` is about and whom it names."""
        phrase = sentence_subject(tokens, self._language)
        self._last = (sentence, phrase)
        about = self._about(phrase, sentence, owner) if phrase else None
        for name in names_in(tokens, self._language):
            person = self._cast.find(name)
            if person and person is not about:
                self.remember(person, None, sentence, subject=False)
        for other in self._others_in(tokens):
            meant = self.meant(other, sentence, owner, others)
            if meant.person and meant.person is not about:
                self.remember(meant.person, other, sentence, subject=False)
        if about:
            self.remember(about, phrase, sentence, subject=True)
        for verb in verbs_in(tokens, 1, len(tokens), self._language)[:3]:
            teller = subject_of(tokens, verb, self._language)
            if teller and self._is_somebody(teller) and (about is None or teller != phrase):
                told = self.meant(teller, sentence, owner, others).person
                if told and told is not about:
                    self.remember(told, teller, sentence, subject=True)

    def _is_somebody(self, phrase: Phrase) -> bool:
        return phrase.who is Who.PERSON or (phrase.who is Who.ROLE and phrase.head in self._language.roles)

    def _about(self, phrase: Phrase, sentence: int, owner: Person | None) -> Person | None:
        """Whom the subject of a sentence means; a bare word with a capital only where it is known."""
        if phrase.name and phrase.who in (Who.PERSON, Who.BODY):
            kin = phrase.name.printed.casefold() in self._language.gendered  # "Grandpa"
            told = phrase.name.given or phrase.name.titles or phrase.name.body or kin
            told = told or phrase.affiliation is not None
            return self._named(phrase.name, phrase).person if told else self._cast.find(phrase.name)
        if phrase.who in (Who.ROLE, Who.GROUP, Who.WORK):
            return self._unnamed(phrase, sentence, owner).person
        if phrase.who is Who.PRONOUN and phrase.gender in "mf":
            return self._pronoun(phrase.gender, sentence).person
        return None

    def _others_in(self, tokens: Sequence[Token]) -> Iterator[Phrase]:
        """Kin ("my father"), texts ("a letter") and subjects of second clauses that a sentence speaks of."""
        addressed = 1 + next((n for n, token in enumerate(tokens[:5]) if token.text == ","), -1)
        if not tokens or self._language.possessives.get(tokens[0].low) != "1":
            addressed = 0
        elif not tokens[addressed - 2].low.endswith("s"):
            addressed = 0  # "My friends, ...": to them, not about them
        for place in range(addressed, len(tokens) - 1):
            low, following = tokens[place].low, tokens[place + 1].low
            kin = low in self._language.possessives and following in self._language.gendered
            text = low in self._language.determiners and following in self._language.works
            clause = (
                tokens[place].text in ("and", "but", "und", "et") and place and tokens[place - 1].text == ","
            )
            start = place + 1 if clause else place
            phrase = phrase_after(tokens, start, self._language) if kin or text or clause else None
            if phrase and phrase.who in (Who.ROLE, Who.WORK, Who.BODY, Who.GROUP):
                yield phrase

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
        person.gender = person.gender or self._language.gendered.get(name.printed.casefold(), "")
        if phrase.affiliation and not person.affiliation and person.name.is_person:
            person.affiliation = phrase.affiliation
        rivals = self._cast.namesakes(name) if name.is_person and not name.given else 1
        return Meant(person, 1.0 if rivals <= 1 else 0.8)

    def _named_here(self, phrase: Phrase, tokens: Sequence[Token]) -> Person | None:
        """Whom a pronoun means by what stands before it in its own sentence."""
        for name in names_in(tokens[: phrase.start], self._language):
            person = self._cast.find(name) or (self._cast.meet(name) if phrase.gender == "n" else None)
            if person and _fits(person, phrase.gender):
                return person
        return None

    def _role_here(
        self, phrase: Phrase, sentence: int, owner: Person | None, tokens: Sequence[Token]
    ) -> Meant | None:
        """The colleague said it well when she said: the subject of the sentence, where it is one person."""
        subject = sentence_subject(tokens[: min(phrase.start, 2 * FARTHEST)], self._language)
        if subject is None or subject.who is not (Who.GROUP if phrase.gender == "p" else Who.ROLE):
            return None
        if phrase.gender not in "mfp":
            return None
        person = self._unnamed(subject, sentence, owner).person
        return Meant(person, 0.9) if person and person.gender in ("", phrase.gender) else None

    def _pronoun(self, gender: str, sentence: int) -> Meant:
        """The last fitting one: the nearest, then whose gender is known, then whom the sentence is about."""
        for sure in (True, False):
            fits = self._fitting(gender, sentence, sure)
            if not fits:
                continue
            best = max(fits, key=lambda mention: (mention.person.gender == gender, mention.subject))
            if gender in "mf" and not best.person.gender:
                best.person.gender = gender
            rivals = {mention.person for mention in fits}
            alone = 1.0 if len(rivals) == 1 else 0.95 if best.subject else 0.8
            back = sentence - best.sentence
            near = 1.0 if back <= 1 else 0.9 if back <= LOOK_BACK else 0.7
            return Meant(best.person, alone * near * (1.0 if sure else 0.85))
        return Meant(None)

    def _fitting(self, gender: str, sentence: int, sure: bool) -> list[Mention]:
        """Who fits a pronoun in the nearest sentence that has anybody; `sure`: known to be a person."""
        found: list[Mention] = []
        for mention in reversed(self._mentions[-LONGEST:]):
            if mention.sentence < sentence - FAR_BACK or (found and mention.sentence < found[0].sentence):
                break
            if _fits(mention.person, gender) or (not sure and _may_be(mention.person, gender)):
                found.append(mention)
        return found

    def _unnamed(
        self, phrase: Phrase, sentence: int, owner: Person | None, other: Person | None = None
    ) -> Meant:
        words = phrase.text.casefold().split()
        code = self._language.possessives.get(words[0])
        own = phrase.who is not Who.WORK or phrase.head in UTTERED
        if code and len(words) > 1 and own:
            holder = owner if code == "1" else other if code == "2" else self._pronoun(code, sentence).person
            if holder and phrase.who is Who.WORK:
                return Meant(holder, 0.93)
            if holder:
                kin = self._cast.meet(
                    Name(f"{display(holder)}'s {phrase.text.partition(' ')[2]}"), group=True
                )
                kin.gender = kin.gender or self._language.gendered.get(phrase.head, "")
                return Meant(kin, 0.95)
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
        if phrase.who is Who.ROLE and not person.titles:
            person.titles.append(phrase.head or printed)  # known to be a person
        person.gender = person.gender or phrase.gender or self._language.gendered.get(phrase.head, "")
        if article:
            person.add(Name(phrase.text, body=name.body))
        return Meant(person)


def _is_proper(printed: str) -> bool:
    words = [word for word in printed.split() if word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) * 2 > len(words)


def _fits(person: Person, gender: str) -> bool:
    if gender in ("m", "f"):
        known = person.name.given or person.titles or person.gender or person.group
        return person.gender in ("", gender) and not person.name.body and bool(known)
    if gender == "n":
        return person.gender in ("", "n") and not (person.name.given or person.titles)
    return gender != "p" or person.gender == "p" or person.name.body


def _may_be(person: Person, gender: str) -> bool:
    """Whether a bare surname may be a man's or a woman's; it may also be a town."""
    return gender in ("m", "f") and person.name.is_person and not person.gender
