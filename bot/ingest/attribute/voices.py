"""Whose sentence it is: the voice that a label, column or signature names, else the document's author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ingest.attribute import confidence, names
from bot.ingest.attribute.cast import Cast, Person
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.phrases import names_in
from bot.ingest.attribute.source import Source
from bot.ingest.attribute.tokens import tokenise
from bot.ingest.shapes import Metadata, Sentence
from bot.models import Attribution

INTRODUCTION = 12
"""Sentences that may introduce who is interviewed."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,3}$")
_ASKING = frozenset(["q", "question", "frage", "f"])
_ANSWERING = frozenset(["a", "answer", "antwort", "réponse", "r"])
_TWO_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]\S* [^\W\d_a-zß-ÿ]")
_WITH = re.compile(r"\b(?:with|mit|avec)\s+((?:[A-ZÀ-Þ][\w.'’-]*\s?){1,5})")


class Voices:
    """The authors and voices of one document, merged under their fullest names."""

    def __init__(
        self, cast: Cast, metadata: Metadata, sentences: Sequence[Sentence], language: Language
    ) -> None:
        self._cast = cast
        self._metadata = metadata
        self.authors = [self._author(name) for name in metadata.authors if name.strip()]
        labels = list(dict.fromkeys(s.voice for s in sentences if s.voice and _has_letters(s.voice)))
        for sentence in sentences:
            if not _TWO_CAPITALS.search(sentence.text.text):
                continue
            for name in names_in(tokenise(sentence.text.text), language):
                if name.given or name.titles:
                    cast.meet(name)
        self._introduced = self._introduction(sentences, language)
        self._voices: dict[str, Person] = {}
        # the fullest labels first, so that "ADLER:" and "A.:" find the name they shorten
        for label in sorted(labels, key=_shortness):
            self._voices[label] = self._voice(label, labels)
        self.sole = self.authors[0] if len(self.authors) == 1 else None

    def owner(self, sentence: Sentence) -> Source:
        """Who the source says this sentence is by."""
        if sentence.unsigned:
            return Source(None, Attribution.AUTHOR, confidence.NO_AUTHOR)
        if sentence.voice and sentence.voice in self._voices:
            sure = confidence.VOICE if sentence.voice_sure else confidence.UNSURE_VOICE
            return Source(self._voices[sentence.voice], Attribution.AUTHOR, sure)
        if self.sole:
            sure = confidence.ONE_AUTHOR if sentence.voice_sure else confidence.UNSURE_VOICE
            return Source(self.sole, Attribution.AUTHOR, sure)
        if self.authors:
            return Source(self.authors[0], Attribution.AUTHOR, confidence.SEVERAL_AUTHORS)
        return Source(None, Attribution.AUTHOR, confidence.NO_AUTHOR)

    def others(self, person: Person | None) -> list[Person]:
        """The voices besides this one."""
        return [other for other in dict.fromkeys(self._voices.values()) if other is not person]

    def _introduction(self, sentences: Sequence[Sentence], language: Language) -> Person | None:
        """The only person that the sentences before the first question or answer name."""
        found: list[Person] = []
        for sentence in sentences[:INTRODUCTION]:
            if _is_part(sentence.voice):
                break
            found += [
                self._cast.meet(name)
                for name in names_in(tokenise(sentence.text.text), language)
                if name.given
            ]
        people = [person for person in dict.fromkeys(found) if person not in self.authors]
        return people[0] if len(people) == 1 else None

    def _author(self, printed: str) -> Person:
        person = self._cast.meet(names.parse(printed, label=True))
        person.author = True
        person.affiliation = self._metadata.affiliations.get(printed) or person.affiliation
        return person

    def _voice(self, label: str, labels: Sequence[str]) -> Person:
        plain = label.strip().strip(".:–—- ")
        low = plain.casefold()
        if low in _ASKING and any(other.strip(".: ").casefold() in _ANSWERING for other in labels):
            return self._asker() or self._part("Interviewer", label)
        if low in _ANSWERING and any(other.strip(".: ").casefold() in _ASKING for other in labels):
            return self._answerer() or self._part("Interviewee", label)
        letters = "".join(letter for letter in plain if letter.isalpha())
        if (
            _INITIALS.fullmatch(label.strip().rstrip(":–—- "))
            and len(letters) <= 3
            and plain.upper() == plain
        ):
            pool = list(dict.fromkeys((*self._voices.values(), *self.authors, *self._cast.people)))
            for people in (list(self._voices.values()), self.authors, pool):
                person = self._cast.by_initials(letters, people)
                if person:
                    return person
            return self._part(plain, label)
        name = names.parse(label, label=True)
        part = not name.is_person and (not name.body or name.printed.split()[-1].casefold() in names.ROLES)
        return self._cast.meet(name, group=part)

    def _answerer(self) -> Person | None:
        for text in (self._metadata.title, self._metadata.subtitle):
            found = _WITH.search(text or "")
            if found:
                return self._cast.meet(names.parse(found[1].strip()))
        return self._introduced

    def _asker(self) -> Person | None:
        answerer = self._answerer()
        others = [author for author in self.authors if author is not answerer]
        return others[0] if answerer and len(others) == 1 else None

    def _part(self, part: str, label: str) -> Person:
        name = names.Name(part)
        person = self._cast.meet(name, group=True)
        person.add(names.Name(label.strip().rstrip(":")))
        return person


def _has_letters(label: str) -> bool:
    return any(letter.isalnum() for letter in label)


def _is_part(voice: str | None) -> bool:
    return bool(voice) and (voice or "").strip(".: ").casefold() in _ASKING | _ANSWERING


def _shortness(label: str) -> tuple[int, int]:
    name = names.parse(label, label=True)
    return (-len(name.given), -len(label))
