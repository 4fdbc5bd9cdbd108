"""/verify says whether that is what they said; Find the source does so for a message, privately."""

import pytest

from tests.conftest import buttons, shown

VERDICTS = [
    # quote, speaker, what one reads
    (
        "Two hands on one rope can still pull different ways",
        None,
        ["✓ Verbatim", "“Two hands on one rope can still pull different ways.”", "**Ida Adler**"],
    ),
    # a changed word is struck out, and the source's own stands beside it
    (
        "Two hands on one rope can still pull similar ways",
        None,
        ["≠ Altered", "- given: ~~similar~~ · in the source: **different**", "**Ida Adler**"],
    ),
    (
        "Two hands on one rope can pull different ways",
        None,
        ["≠ Altered", "- left out: **still**"],
    ),
    (
        "Two hands on one long rope can still pull different ways",
        None,
        ["≠ Altered", "- put in: ~~long~~"],
    ),
    # right as far as it goes
    (
        "We may deepen the channel",
        "Ida Adler",
        ["✂ Cut short", "leave out what limits them: **but only once the sea wall stands"],
    ),
    (
        "Two hands on one rope can still pull different ways",
        "Jonas Berg",
        ["⇄ Misattributed", "not from Jonas Berg: they are from **Ida Adler**"],
    ),
    (
        "The ferry will run again before winter",
        "the minister",
        ["✓ Verbatim", "**the minister, quoted by Ida Adler**"],
    ),
    ("Purple elephants negotiate lunar treaties every fortnight", None, ["✗ Not found"]),
    ("two hands", None, ["… Too short to tell", "Give four or more."]),
]


@pytest.mark.parametrize(("quote", "speaker", "read"), VERDICTS)
async def test_a_verdict_says_what_was_found_and_shows_the_source(alice, general, quote, speaker, read):
    options = {"quote": quote} | ({"speaker": speaker} if speaker else {})
    answer = await alice.slash(general, "verify", **options)
    for words in read:
        assert words in shown(answer)


async def test_the_source_of_a_message_is_found_privately(alice, bob, general):
    message = await bob.send(
        general, "As she put it: “Two hands on one rope can still pull different ways.” True?"
    )
    answer = await alice.context_menu(general, "Find the source", message)
    assert answer.ephemeral
    assert "✓ Verbatim" in shown(answer)
    assert set(buttons(answer.response)) == {"In context", "Cite"}


async def test_a_message_without_words_is_answered_with_what_to_do(alice, bob, general):
    message = await bob.send(general, "", attachments=[("map.png", b"\x89PNG")])
    answer = await alice.context_menu(general, "Find the source", message)
    assert answer.ephemeral
    assert shown(answer) == "I found no words in that message. Choose one that holds text."


async def test_a_quote_full_of_markup_does_no_harm(alice, general):
    answer = await alice.slash(general, "verify", quote="@everyone **look** <@123456789012345678> " * 100)
    assert "Not found" in shown(answer)


async def test_words_whose_source_has_changed_are_not_shown(alice, general, data_dir):
    source = data_dir / "sources" / "harbour.txt"
    source.write_text(source.read_text() + "\n\nAn addition.")
    answer = await alice.slash(general, "verify", quote="Two hands on one rope can still pull ways")
    assert answer.ephemeral
    assert "different" not in shown(answer)
    assert "The Harbour Question" in shown(answer)
