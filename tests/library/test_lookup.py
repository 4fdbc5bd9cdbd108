"""Tests bot.library.lookup: what is typed finds what is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.library.lookup import Entry, Fit, Lookup, plain

ENTRIES = (
    Entry("adler", "Dr. Ingrid Adler", ("Adler", "I. Adler"), 40),
    Entry("adler-2", "Tom Adler", ("Adler",), 5),
    Entry("harbour-board", "The Harbour Board", ("the Board", "HB"), 12),
    Entry("oduya", "Chiamaka Oduya", (), 30),
    Entry("bear", "Bear Society", (), 1),
    Entry("muller", "Jörg Müller-Lüdenscheidt", (), 3),
    Entry("kanto", "関東港湾局", ("Kanto Port Office",), 2),
)


def ids(typed: str, limit: int = 25) -> list[str]:
    return [hit.entry.id for hit in Lookup(ENTRIES).find(typed, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Chiam", "oduya"),  # the beginning
        ("odu", "oduya"),  # the beginning of a word inside
        ("the board", "harbour-board"),  # an alias
        ("hb", "harbour-board"),
        ("kanto", "kanto"),
        ("港湾", "kanto"),  # a script without spaces: inside the name
        ("board harb", "harbour-board"),  # words in any order
        ("adler ing", "adler"),
        ("muller", "muller"),  # without its accents
        ("ludenscheidt", "muller"),
        ("ingird adler", "adler"),  # two letters swapped
        ("adelr", "adler"),
        ("habour bord", "harbour-board"),  # a slip in each word
        ("chimaka", "oduya"),
        ("denscheid", "muller"),  # inside a word
        ("o'duya", "oduya"),
        ("adler", "adler"),  # of namesakes the one with more to read comes first
    ],
)
def test_what_is_typed_finds_what_is_meant(typed: str, first: str) -> None:
    assert ids(typed)[:1] == [first]


def test_with_nothing_typed_the_heaviest_come_first() -> None:
    assert ids("", limit=3) == ["adler", "oduya", "harbour-board"]
    assert ids("  ", limit=1) == ["adler"]


@pytest.mark.parametrize("typed", ["zzzzqqqq", "!!!", "\x00", "x" * 6000, "%_*'\"--"])
def test_what_fits_nothing_finds_nothing(typed: str) -> None:
    assert ids(typed) == []


def test_a_misspelling_does_not_crowd_what_fits() -> None:
    hits = Lookup(ENTRIES).find("bear", 25)
    assert [(hit.entry.id, hit.fit) for hit in hits] == [("bear", Fit.START)]


def test_a_whole_name_comes_before_a_heavier_one_that_it_begins() -> None:
    lookup = Lookup([Entry("a", "Port", (), 1), Entry("b", "Portfolio", (), 99)])
    assert [hit.entry.id for hit in lookup.find("port", 25)] == ["a", "b"]


def test_a_name_stands_before_the_same_word_as_an_alias() -> None:
    lookup = Lookup([Entry("a", "Adler"), Entry("b", "Tom", ("Adler",))])
    assert [entry.id for entry in lookup.named("ADLER")] == ["a"]
    assert [entry.id for entry in Lookup(ENTRIES).named("adler")] == ["adler", "adler-2"]


names = st.text(max_size=40) | st.sampled_from([entry.name for entry in ENTRIES])


@settings(deadline=None)
@given(st.lists(names, max_size=12), names, st.integers(1, 25))
def test_any_names_and_any_typing_stay_within_the_limit_and_repeat_nothing(
    known: list[str], typed: str, limit: int
) -> None:
    found = Lookup(Entry(str(number), name) for number, name in enumerate(known)).find(typed, limit)
    assert len({hit.entry.id for hit in found}) == len(found) <= limit


@settings(deadline=None)
@given(st.lists(names, min_size=1, max_size=12), st.data())
def test_every_beginning_of_a_name_finds_it(known: list[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(known))
    typed = plain(name)[: data.draw(st.integers(1, 12))]
    if typed.strip():
        found = Lookup(Entry(str(number), name) for number, name in enumerate(known)).find(typed, 25)
        assert name in {hit.entry.name for hit in found}
