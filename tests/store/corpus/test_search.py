"""The search index: terms, budget, misspellings, and text that means something to FTS5."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.corpus.search import build_index, candidates, holding, terms

PASSAGES = (
    "The ferry to the northern harbour runs twice a week in winter.",
    "Nobody repaired the lighthouse, although the council had promised it.",
    "The lighthouse keeper’s logbook names every ferry that was late.",
    "A café opened beside the harbour in the spring.",
    "港の灯台は夜に光る。",
)


@pytest.fixture
def index():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE passage (row INTEGER PRIMARY KEY, text TEXT)")
    connection.executemany("INSERT INTO passage VALUES (?, ?)", enumerate(PASSAGES, 1))
    build_index(connection, enumerate(PASSAGES, 1))
    yield connection
    connection.close()


def rows(index, text, **options):
    return [found.row for found in candidates(index, terms(text), limit=10, **options)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The keeper’s “log”", ["the", "keeper", "log"]),
        ("We don't know", ["we", "dont", "know"]),
        ("Café, CAFÉ", ["cafe", "cafe"]),
        ("long-term", ["long", "term"]),
        ("the U.S.-led A.B.", ["the", "us", "led", "ab"]),
        # scripts without spaces: each character is a word, and pairs of them find the rest
        ("灯台 on", ["灯", "台", "on"]),
        ('*_\0"', []),
    ],
)
def test_words_are_indexed_without_what_differs_between_prints(text, words):
    assert terms(text) == words


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("the keeper of the lighthouse kept a logbook", 3),
        ("nobody repaired the lighthouse", 2),
        ("a lihgthouse nobody repaird", 2),
        ("cafe by the harbor", 4),
        ("灯台は夜", 5),
    ],
)
def test_the_passage_that_shares_the_rarest_words_comes_first(index, text, first):
    assert rows(index, text)[0] == first


def test_words_that_stand_nowhere_find_nothing(index):
    assert rows(index, "xylophones quarrel") == []


def test_a_filter_leaves_other_rows_out(index):
    assert rows(index, "the lighthouse", among={3}) == [3]


def test_few_rows_are_read_through_whatever_the_budget(index):
    assert rows(index, "the café in spring", among=[2, 4], postings=0) == [4, 2]


def test_the_budget_of_postings_also_caps_the_first_term(index):
    assert len(rows(index, "the", postings=2)) == 2


def test_words_that_stand_whole_are_found_by_their_pairs(index):
    assert holding(index, terms("names every ferry that was late"), limit=10) == [3]
    assert holding(index, terms("late was that ferry every names"), limit=10) == []


@given(st.text() | st.text(alphabet='"*^():-+_{}\0 ANDORNEAR', max_size=60))
def test_no_text_breaks_the_query(text):
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE TABLE passage (row INTEGER PRIMARY KEY, text TEXT)")
        connection.execute("INSERT INTO passage VALUES (1, ?)", (text,))
        build_index(connection, [(1, text)])
        found = [one.row for one in candidates(connection, terms(text), limit=10)]
        assert found == ([1] if terms(text) else [])
        assert holding(connection, terms(text), limit=1) == found
    finally:
        connection.close()


def test_a_query_of_thousands_of_words_is_answered(index):
    assert rows(index, "the ferry was late and nobody repaired the lighthouse " * 600)
