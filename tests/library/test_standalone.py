"""Tests bot.library.standalone: which sentences can be read without those around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.standalone import stands_alone


@pytest.mark.parametrize(
    "text",
    [
        "The harbour needs a second pier before the winter storms.",
        "“The harbour needs a second pier,” said the engineer.",
        "When the board met in May, it had no quorum.",  # the pronoun's noun stands before it
        "Ms. Adler said she would resign.",
        "We shall not pay for empty boats.",  # the speaker speaks of themselves
        "Those who pay the fares should set them.",
        "Such an order as the king gave was never seen again.",
        "This year the ferries stopped in October.",  # points at the time of speaking
        "If there is a storm, the ferries stay in harbour.",
        "La jetée doit être reconstruite avant l’hiver.",
        "Die Fähre muss im Winter fahren.",
        "港は冬の前に修理されなければならない。",
    ],
)
def test_a_clear_sentence_stands_alone(text: str) -> None:
    assert stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        # words that join it to the sentence before
        "However, the pier stood for another year.",
        "But nobody asked the fishermen.",
        "The pier, however, stood for another year.",
        "The board also raised the fares.",
        "In other words, the pier was lost.",
        "For example, the ferry to the north cape stopped.",
        "On the other hand, fares have fallen.",
        "Second, the harbour is too shallow.",
        "Allerdings blieb die Mole noch ein Jahr stehen.",
        "Cependant, la jetée a tenu encore un an.",
        # words that stand for something named before
        "This was the end of the matter.",
        "These two reasons settled the vote for years.",
        "Both are wrong about the tides.",
        "It was clear to everybody in the room.",
        "They left the island in autumn.",
        "Their boats were sold in autumn.",
        "When they left, the harbour fell silent.",
        "As a sailor, he knew the tides well.",
        "With respect to the northern pier, this plan is better.",
        "Whoever reads it will find the harbour paid for.",
        "Most of them had seen the river rise.",
        "Since then the harbour has been empty.",
        "If not, the question is on the harbour.",
        "The minister did not say that; a heckler did.",
        "The former was cheaper and the latter was safer.",
        "Der Rat sah die Sache anders, und dies war sein Fehler, wie er sagte:",
        # not whole
        "and so the pier was built at last.",
        "The harbour of the north",
        "THE TIDES",
        "“The pier is lost, said the engineer.",
        "The pier (built in spring was lost.",
        "Forget the pier.",
        "",
    ],
)
def test_a_sentence_that_leans_on_another_does_not(text: str) -> None:
    assert not stands_alone(text)


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    assert stands_alone(text) in (True, False)
