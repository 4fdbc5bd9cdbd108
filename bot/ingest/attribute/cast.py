"""Who is who in one document: merges the names under which a person or body appears."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from bot.ingest.attribute import names
from bot.ingest.attribute.names import Name
from bot.models import Speaker
from bot.text import slug

MISSPELT = 88
"""Likeness of surnames (rapidfuzz ratio, 0-100) above which the rarer is taken for a slip of the other.

Medvedev and Mevedev reach 93; Anderson and Andersen, two families, 87.5.
"""
SHORTEST_MISSPELT = 6
"""Letters of a surname below which likeness tells nothing."""

MOST_COMPARED = 300
"""Persons whose surnames a misspelt one is held against, so that a long list of names stays cheap."""

GIVEN_LIKENESS = 80
"""Likeness of given names above which two spellings (Dmitri, Dmitry) are one, the surname being the same."""


@dataclass(eq=False, slots=True)
class Person:
    """A person or body while its document is being read; `eq=False`, since two may share every name."""

    name: Name
    printed: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    gender: str = ""
    affiliation: str | None = None
    author: bool = False  # of the document: then even a pseudonym of one word is the name of somebody
    group: bool = False  # several, or one of a kind: "officials", "a spokesman"

    def add(self, name: Name) -> None:
        if len(name.given) > len(self.name.given) or (name.surname and not self.name.surname):
            self.name = name
        for printed in (name.printed, name.full):
            if printed and printed not in self.printed:
                self.printed.append(printed)
        self.titles += [title for title in name.titles if title not in self.titles]
        self.gender = self.gender or name.gender
        self.affiliation = self.affiliation or name.post


class Cast:
    """The persons and bodies of one document. Look-ups are by dictionary: the cost of a name is constant."""

    def __init__(self, document: str, known: Sequence[Speaker] = ()) -> None:
        self._document = document
        self._known = {
            names.key(name): speaker
            for speaker in reversed(known)
            for name in (*reversed(speaker.aliases), speaker.name)
        }
        self._by_key: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        self._by_letter: dict[str, list[Person]] = {}  # the first of the surname
        self._misspelt: dict[tuple[str, str], Person | None] = {}
        self.people: list[Person] = []

    def meet(self, name: Name, *, group: bool = False) -> Person:
        """The one who bears this name, new if nobody does."""
        person = self.find(name)
        if person is None:
            person = Person(name, group=group)
            self.people.append(person)
        person.add(name)
        self._index(person, name)
        return person

    def find(self, name: Name) -> Person | None:
        exact = self._by_key.get(names.key(name.printed))
        if not name.is_person or (exact and not exact.name.is_person):
            return exact
        fits = [person for person in self._by_surname.get(names.key(name.surname), ()) if _fits(person, name)]
        if fits:
            return fits[-1]
        if not name.given and not name.titles:
            given = self._by_given.get(names.key(name.surname), [])
            if len(set(given)) == 1:
                return given[0]
        return self._misspelling(name)

    def namesakes(self, name: Name) -> int:
        """How many could be meant by this name."""
        return sum(_fits(person, name) for person in self._by_surname.get(names.key(name.surname), ()))

    def by_initials(self, letters: str, pool: Sequence[Person]) -> Person | None:
        """The only one of the pool with these initials; a lone letter is a surname's, else a given name's."""
        persons = [person for person in pool if person.name.is_person]
        initials = [_initials(person.name) for person in persons]
        for way in range(len(initials[0]) if initials else 0):
            fits = [
                person
                for person, ways in zip(persons, initials, strict=True)
                if ways[way].casefold() == letters.casefold()
            ]
            if len(fits) == 1:
                return fits[0]
        return None

    def speakers(self, people: Iterable[Person]) -> dict[Person, Speaker]:
        """A speaker for each of these people, with the id by which the library knows them where it does."""
        taken: set[str] = set()
        found: dict[Person, Speaker] = {}
        for person in dict.fromkeys(people):
            speaker = self._speaker(person)
            number, plain = 2, speaker.id
            while speaker.id in taken:
                speaker = Speaker(f"{plain}-{number}", speaker.name, speaker.aliases, speaker.affiliation)
                number += 1
            taken.add(speaker.id)
            found[person] = speaker
        return found

    def _speaker(self, person: Person) -> Speaker:
        name = display(person)
        aliases = [
            alias for alias in _aliases(person) if names.key(alias) != names.key(name) or alias == name
        ]
        aliases = list(dict.fromkeys(alias for alias in aliases if alias != name))
        settled = person.author or bool(person.name.given) or (person.name.body and not person.group)
        known = self._known.get(names.key(name)) if settled else None
        if known:
            more = [alias for alias in aliases if alias not in (known.name, *known.aliases)]
            return Speaker(
                known.id, known.name, (*known.aliases, *more), known.affiliation or person.affiliation
            )
        identity = slug(name) if settled else slug(f"{name} in {self._document}", 200)
        return Speaker(identity, name, tuple(aliases), person.affiliation)

    def _index(self, person: Person, name: Name) -> None:
        for printed in (name.printed, name.full):
            self._by_key.setdefault(names.key(printed), person)
        if not name.is_person:
            return
        given = name.given[:1] if name.gender or name.titles else ()
        surname = names.key(name.surname)
        places = [(self._by_surname, surname), (self._by_letter, surname[:1])]
        for index, word in (*places, *((self._by_given, names.key(first)) for first in given)):
            bearers = index.setdefault(word, [])
            if bearers[-1:] == [person]:
                continue
            if index is self._by_surname and person in bearers:
                bearers.remove(person)
            bearers.append(person)

    def _misspelling(self, name: Name) -> Person | None:
        surname = names.key(name.surname)
        if len(surname) < SHORTEST_MISSPELT:
            return None
        given = names.key(name.given[0]) if name.given else ""
        if (given, surname) not in self._misspelt:
            pool = self._by_given.get(given, ()) if given else self._by_letter.get(surname[0], ())
            like = [
                person
                for person in pool[-MOST_COMPARED:]
                if fuzz.ratio(names.key(person.name.surname), surname) >= MISSPELT
            ]
            self._misspelt[given, surname] = like[0] if len(set(like)) == 1 else None
        person = self._misspelt[given, surname]
        return person if person and _fits(person, name) else None


def _fits(person: Person, name: Name) -> bool:
    """Whether one person can bear this name too: no given name and no gender speaks against it."""
    if person.gender and name.gender and person.gender != name.gender:
        return False
    return not person.name.given or not name.given or _same_given(person.name.given, name.given)


def _initials(name: Name) -> tuple[str, ...]:
    """The ways to shorten a name, the fullest first."""
    given = name.given[0][0] if name.given else ""
    whole = "".join(word[0] for word in (*name.given, name.surname))
    return (whole, given + name.surname[0], name.surname[0], given)


def _same_given(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two rows of given names can be one person's: Robert M., Robert Matthew, R."""
    first, second = names.key(some[0]), names.key(others[0])
    if not first or not second:
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return first == second or (first[0] == second[0] and fuzz.ratio(first, second) >= GIVEN_LIKENESS)


def display(person: Person) -> str:
    """The name to show: given name and surname; without a given name, the title and surname as printed."""
    name = person.name
    if name.given:
        return name.full
    if name.surname:
        return " ".join((*(names.proper(title) for title in person.titles[-1:]), name.surname))
    if name.body and not person.group:
        return name.printed
    shown = " ".join(names.proper(word) for word in name.printed.split())
    return shown[:1].upper() + shown[1:]


def _aliases(person: Person) -> list[str]:
    name = person.name
    found = list(person.printed)
    if name.surname:
        found += [name.surname, *(f"{names.proper(title)} {name.surname}" for title in person.titles)]
        if len(name.given) > 1:
            found.append(f"{name.given[0]} {name.surname}")
    return found
