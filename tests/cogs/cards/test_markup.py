"""What a document or a person writes is shown as written, and can do nothing in Discord."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs._cards.markup import clip, escape, label, plural, quoted

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)


def seen(sent: str) -> str:
    """What Discord shows of a text: a backslash before a sign is gone."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", sent)


HARMLESS = [
    # written, sent to Discord
    ("Plain words stay.", "Plain words stay."),
    ("two*stars*here", r"two\*stars\*here"),
    ("__under__", r"\_\_under\_\_"),
    ("||hidden||", r"\|\|hidden\|\|"),
    ("`code`", r"\`code\`"),
    ("~~gone~~", r"\~\~gone\~\~"),
    # a heading, a quotation, small print and lists, but only where a line begins
    ("# loud", r"\# loud"),
    ("not a # heading", "not a # heading"),
    ("> cited", r"\> cited"),
    ("-# small", r"\-# small"),
    ("a well-known fact", "a well-known fact"),
    ("  - item", r"  \- item"),
    ("first\n1. item", "first\n1\\. item"),
    ("12) item", r"12\) item"),
    ("1956 was a year", "1956 was a year"),
    # pings, and the marks that Discord turns into names, times, emoji and commands
    ("@everyone", r"\@everyone"),
    ("<@123456789012345678>", r"\<\@123456789012345678>"),
    ("<#1>", r"\<#1>"),
    ("<t:0:F>", r"\<t:0:F>"),
    ("</quote:1>", r"\</quote:1>"),
    ("<:e:1>", r"\<:e:1>"),
    # links: masked, and those that link themselves
    ("[here](https://x.example)", r"[here\](https\://x.example)"),
    ("[the islands]", r"[the islands\]"),
    ("the [four] islands", "the [four] islands"),
    # a backslash of the author's own is no escape
    (r"\*", r"\\\*"),
    # what hides or turns the text is dropped
    ("abc\u202edef\u2066g\u200bh\x00i\ufeff", "abcdefghi"),
    ("tab\there", "tab here"),
    ("half \ud800 pair", "half  pair"),
    # emoji held together by a joiner stay whole
    ("👩\u200d🚀", "👩\u200d🚀"),
    # as many marks as any script needs, and no tower of them
    ("e" + "\u0301" * 9, "e" + "\u0301" * 4),
]


@pytest.mark.parametrize(("written", "sent"), HARMLESS)
def test_markup_in_a_text_is_shown_and_not_obeyed(written, sent):
    assert escape(written) == sent


@given(ANY_TEXT)
def test_escaped_text_is_at_most_twice_as_long_and_shows_every_visible_sign(text):
    sent = escape(text)
    assert len(sent) <= 2 * len(text)
    assert [sign for sign in seen(sent) if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
    sent.encode()


@given(ANY_TEXT, st.integers(2, 120))
def test_a_cut_text_keeps_its_limit_and_ends_in_no_half_escape(text, limit):
    sent = clip(text, limit)
    assert len(sent) <= limit
    assert (len(sent) - len(sent.rstrip("\\"))) % 2 == 0 or sent == escape(text)
    assert sent == escape(text) or sent.endswith("…")


CUTS = [
    # text, limit, sent
    ("one two three", 13, "one two three"),
    ("one two three", 11, "one two…"),
    ("****", 6, r"\*\*…"),
    ("ab👩\u200d🚀cd", 5, "ab…"),
    ("abe\u0301f", 4, "ab…"),
    ("🇯🇵🇷🇺x", 4, "🇯🇵…"),
]


@pytest.mark.parametrize(("text", "limit", "sent"), CUTS)
def test_a_cut_falls_between_words_or_at_least_between_characters(text, limit, sent):
    assert clip(text, limit) == sent


def test_the_sign_of_a_cut_stands_outside_the_quotation_marks():
    assert quoted("Short enough.") == "“Short enough.”"
    assert quoted("word " * 20, limit=24) == "“word word word word” … (cut here for its length)"


def test_a_mark_of_the_sources_own_that_has_no_partner_is_not_doubled():
    assert quoted("“We shall see, and so on.") == "“We shall see, and so on.”"
    assert quoted("and so on.”") == "“and so on.”"
    assert quoted("“We shall,” she said.") == "““We shall,” she said.”"


def test_a_label_is_one_plain_line_and_never_empty():
    assert label("two\nlines *as they are*", 40) == "two lines *as they are*"
    assert label("\u200b", 40) == "–"
    assert len(label("x" * 200, 100)) == 100


def test_counts_have_their_plural():
    assert [plural(1, "passage"), plural(1200, "passage"), plural(0, "reply", "replies")] == [
        "1 passage", "1,200 passages", "0 replies",
    ]  # fmt: skip


def test_no_cut_splits_a_letter_from_its_mark():
    text = "ne\u0301e " * 40
    for limit in range(2, 80):
        assert not unicodedata.combining(clip(text, limit)[-2:-1] or "a") or clip(text, limit)[-3:-2] == "e"
