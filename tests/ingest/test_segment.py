"""Where sentences end. Every row is a rule with its reason."""

from __future__ import annotations

import pytest

from bot.ingest.mapped import Mapped
from bot.ingest.segment import segment
from bot.ingest.shapes import Paragraph

SENTENCES = (
    # given, with | where a sentence must end                                                  why
    ("We waited. | Nobody came.", "the plain case"),
    ("Ms. Adler met Dr. Brandt. | They spoke.", "titles end nothing"),
    ("The law is of the U.S. | The treaty is not.", "an abbreviation may end a sentence before a starter"),
    ("The U.S. Navy sailed. | It returned.", "and mostly does not"),
    ("It rose by 3.5 percent in J. R. Adler's time. | Then it fell.", "decimals and initials"),
    ("“We wait.” | He sat down.", "closing marks belong to the sentence they close"),
    ("“We wait,” he said. | “And then? | We go.”", "a quotation goes on after the speaker's name"),
    ("He asked: “Why now?” and left. | Nobody knew.", "a quotation that ends a sentence inside a sentence"),
    ("Wait… and see. | Then go.", "an ellipsis before a small letter"),
    ("Am 3. Oktober kam er. | Dann ging er.", "German writes days with a full stop"),
    ("« Nous attendons », dit-il. | Puis il partit.", "French quotation marks with spaces"),
    ("Is it over? | No! | Not yet.", "all end marks"),
)


@pytest.mark.parametrize(("given", "why"), SENTENCES)
def test_sentences_end_where_a_reader_would_end_them(given, why):
    expected = given.split(" | ")
    text = given.replace(" | ", " ")
    assert [sentence.text.text for sentence in segment([Paragraph(Mapped.of(text))])] == expected, why


def test_white_space_becomes_single_and_keeps_its_place():
    text = "One  two\n three."
    (sentence,) = segment([Paragraph(Mapped.of(text))])
    assert sentence.text.text == "One two three."
    assert [text[start:end] for start, end in sentence.text.spans()][-1].endswith("three.")
