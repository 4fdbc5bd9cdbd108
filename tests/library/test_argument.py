"""Tests bot.library.argument: what takes a position and what only tells."""

from __future__ import annotations

import pytest

from bot.library.argument import ARGUES, argument_weight


@pytest.mark.parametrize(
    "text",
    [
        "The council should build a second pier.",
        "Without a pier the school will close, because nobody can land.",
        "I think that the fares are too high, and that is a mistake.",
        "It is unlikely that ferries return, and little is done.",
        "Der Rat muss die Mole bauen.",
        "Il faut reconstruire la jetée.",
    ],
)
def test_a_sentence_that_says_what_ought_to_be_or_will_follow_argues(text: str) -> None:
    assert argument_weight(text) >= ARGUES


@pytest.mark.parametrize(
    "text",
    ["The pier was built in 1998.", "Ms. Adler met the board in May.", "Die Mole ist grau.", ""],
)
def test_a_sentence_that_tells_what_was_does_not(text: str) -> None:
    assert argument_weight(text) < ARGUES
