"""Tests bot.library.salience: central sentences, unlike one another, balanced between those who speak."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.library.salience import Candidate, centrality, choose, likeness, stems, tfidf

TEXTS = (
    "The second pier will bring ferries to the island in winter.",
    "In winter the island has no ferries and no second pier.",
    "Ferries in winter need a second pier on the island.",
    "My grandmother kept bees behind the hill.",
)


def candidates(*texts: str, groups: str = "") -> list[Candidate]:
    return [Candidate(text, (groups or "a" * len(texts))[at], at) for at, text in enumerate(texts)]


def test_what_is_like_nothing_else_is_least_central() -> None:
    central = centrality(tfidf([stems(text) for text in TEXTS]))
    assert min(range(4), key=central.__getitem__) == 3
    assert all(0 <= share <= 1 for share in central)


def test_centrality_is_the_mean_likeness_to_all_others() -> None:
    vectors = tfidf([stems(text) for text in TEXTS])
    mean = [
        sum(likeness(one, other) for other in vectors if other is not one) / (len(vectors) - 1)
        for one in vectors
    ]
    assert centrality(vectors) == pytest.approx(mean)


def test_endings_and_scripts_without_spaces_do_not_hide_likeness() -> None:
    assert stems("Sanctions, sanctioned") == ["sancti", "sancti"]
    assert stems("港湾局が港湾を") == ["港湾", "湾局", "局が", "が港", "港湾", "湾を"]


def test_what_says_the_same_is_chosen_once() -> None:
    same = "The island needs a second pier before winter."
    again = "Before winter the island needs a second pier, they say."
    assert len(choose(candidates(same, again, *TEXTS[3:]), 3)) == 2


def test_a_small_group_is_heard_beside_a_large_one() -> None:
    chosen = choose(candidates(*TEXTS[:3], "A pier in winter costs the island too much.", groups="aaab"), 2)
    assert 3 in chosen


def test_a_title_speaks_for_a_sentence() -> None:
    chosen = choose(candidates(*TEXTS), 1, headings="Grandmother’s bees on the hill and behind it")
    assert chosen != [3]  # but does not make it central
    assert choose(candidates(TEXTS[0], TEXTS[2]), 1, headings="What we need") == [1]


@settings(deadline=None)
@given(st.lists(st.text(max_size=80), max_size=12), st.integers(0, 8))
def test_any_texts_give_at_most_so_many_in_order(texts: list[str], count: int) -> None:
    chosen = choose(candidates(*texts), count)
    assert chosen == sorted(set(chosen)) and len(chosen) <= count
