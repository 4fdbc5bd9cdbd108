"""What counts as a word, and what parts two words."""

import pytest

from bot.library.verify.words import LOST, Joint, joined_alike, unbroken, words


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("We don’t “wait”.", ["we", "don't", "wait"]),
        ("‘feelings of the town’", ["feelings", "of", "the", "town"]),
        # whose, and of how many; unless the mark closes a quotation
        ("the states’ rights", ["the", "states'", "rights"]),
        ("the ‘free states’ of old", ["the", "free", "states", "of", "old"]),
        # signs and figures
        ("–5 percent, -5 and 5", ["-5", "percent", "-5", "and", "5"]),
        ("1990–1995, 6 - 7", ["1990", "1995", "6", "7"]),
        ("$34.8 or 3,5 %", ["$", "34.8", "or", "3,5", "%"]),
        (".5 and 10² but ½", [".5", "and", "10²", "but", "½"]),
        ("１９ ﬁne", ["19", "fine"]),
        # one word however it is printed
        ("U.S. US u.s.", ["us", "us", "us"]),
        ("co\u00adun\u200bcil cafe\u0301", ["council", "café"]),
        # marks of messages are nobody's words
        ("**bold** _thin_ `code` ~~gone~~ 🙂", ["bold", "thin", "code", "gone"]),
        ("had […] before", ["had", LOST, "before"]),
        ("灯台は", ["灯", "台", "は"]),
        ("", []),
    ],
)
def test_words_are_told_apart_by_what_carries_meaning(text, keys):
    assert [word.key for word in words(text)] == keys


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Rome–Oslo", "Rome-Oslo", True),
        ("the West—they", "the West – they", True),
        ("the West—they", "the West -- they", True),
        ("the West—they", "the West, they", True),
        ("long-term", "long- term", True),
        ("long-term", "long term", False),
    ],
)
def test_words_are_joined_alike_whatever_the_shape_of_the_dash(one, other, alike):
    first, second = words(one)[-1], words(other)[-1]
    assert first.key == second.key
    assert joined_alike(first.joint, second.joint) is alike


@pytest.mark.parametrize(
    ("text", "whole", "keys"),
    [
        ("nego-\ntiate now", "negotiate", ["negotiate", "now"]),
        ("nego-tiate now", "negotiate", ["negotiate", "now"]),
        ("nego\u00ad\ntiate", "negotiate", ["negotiate"]),
        ("re-\nsign", "resign", ["resign"]),
        # a prefix makes another word
        ("re-sign", "resign", ["re", "sign"]),
        ("not able", "notable", ["not", "able"]),
        ("long- term", "term", ["long", "term"]),
    ],
)
def test_a_word_broken_at_a_line_end_is_whole_where_the_source_has_it_so(text, whole, keys):
    assert [word.key for word in unbroken(words(text), {whole})] == keys


def test_places_count_from_the_beginning_of_the_text():
    text = "A lamp, a lamp-post."
    assert [text[word.start : word.end] for word in words(text, 2)] == ["lamp", "a", "lamp", "post"]
    assert words(text)[-1].joint is Joint.HYPHEN
