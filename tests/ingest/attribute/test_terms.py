"""What stands in quotation marks and is nobody's words: a row for each kind."""

from __future__ import annotations

import pytest

from tests.ingest.attribute.scene import quoted, read, said

NOT_SAID = [
    # so-called
    "The so-called “pivot” to the sea was late.",
    # the name of a project before or after a noun
    "The “pivot” plan came late, said Anna Adler.",
    "Anna Adler said the “pivot” plan came late.",
    "The town's “pivot” to the sea was late.",
    # a word spoken of as a word
    "The word “quay” has an odd spelling.",
    "They use the term “managed retreat from the coast” for it.",
    # a slogan
    "The approach of “boats for everyone,” which includes “harbours that look to the whole sea,” is new.",
    # a title of a work, whoever wrote it
    "Anna Adler wrote “A Short History of the Tides” in a single winter.",
    "Her essay “Tides and Markets” won a prize.",
    "The chapter titled “What the Boats Carried” is the best.",
    # a nickname and a label given by nobody in particular
    "The ferry, known as “the old lady of the bay,” still runs.",
    "Some call it a “marriage of convenience without divorce,” but it works.",
    "He is nicknamed “the eel” in the port.",
    # scare quotes
    "Their “freedom” was bought with a loan.",
    "After seventy years of “war”, the two towns made peace.",
    "It is a “new” plan or an “old” plan.",
    # a portrayal of oneself by a label
    "This shows the town's view of its neighbour as an “unfriendly” place.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_names_titles_and_scare_quotes_are_nobodys_words(text: str) -> None:
    assert [passage for passage in quoted(read(text)) if passage.speaker] == []


SAID_THOUGH_SHORT = [
    # a predicate in a reported clause is the speaker's word
    ("Anna Adler said the plan was a “disgrace.”", "Anna Adler", "disgrace."),
    ("Anna Adler called the plan “a disgrace to the coast.”", "Anna Adler", "a disgrace to the coast."),
    ("Anna Adler said that the town “would not waver.”", "Anna Adler", "would not waver."),
    # a whole sentence, however short
    ("“Never,” said Anna Adler.", "Anna Adler", "Never,"),
    ("Anna Adler said: “No.”", "Anna Adler", "No."),
]


@pytest.mark.parametrize(("text", "speaker", "words"), SAID_THOUGH_SHORT)
def test_a_few_words_in_marks_are_said_where_a_verb_of_speech_governs_them(
    text: str, speaker: str, words: str
) -> None:
    assert said(read(text)) == [(speaker, words)]
