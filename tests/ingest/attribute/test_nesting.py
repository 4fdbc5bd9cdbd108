"""Block quotations, quotations within quotations and over paragraphs, who quotes whom, reports."""

from __future__ import annotations

import pytest

from bot.models import SURE, Attribution, Passage
from tests.ingest.attribute.scene import quoted, read, said


def chain(passage: Passage) -> tuple[str | None, ...]:
    return (*passage.via, passage.speaker)


def test_a_block_quotation_is_the_words_of_the_text_that_the_next_sentence_names() -> None:
    result = read(
        "[Bernd Berg] > The town will keep its quay.\n> It will not sell it.\n\n"
        "[Bernd Berg] This is the council's view taken from its first Harbour Strategy of 2013.\n",
    )
    first, second, own = result.passages
    assert {first.attribution, second.attribution} == {Attribution.QUOTED}
    assert chain(first) == ("bernd-berg", "harbour-strategy")
    assert chain(own) == ("bernd-berg",)


def test_a_paragraph_in_marks_is_a_block_quotation_where_its_source_stands_behind_it() -> None:
    result = read(
        "“The town will keep its quay.\nIt will not sell it.”\n\n"
        "These are the words of Anna Adler, the mayor.",
        "Bernd Berg",
    )
    assert [chain(p) for p in quoted(result)] == [("bernd-berg", "anna-adler")] * 2
    assert [p.parent for p in quoted(result)] == [None, None]


def test_a_block_quotation_is_the_words_of_whom_the_sentence_before_lets_speak() -> None:
    result = read(
        "Anna Adler wrote to the council:\n\n> The town will keep its quay.\n> We shall see.", "Bernd Berg"
    )
    assert [chain(p) for p in quoted(result)] == [("bernd-berg", "anna-adler")] * 2


def test_a_block_quotation_may_be_signed() -> None:
    result = read("> The town will keep its quay.\n> — Anna Adler", "Bernd Berg")
    assert quoted(result)[0].speaker == "anna-adler"


def test_a_block_quotation_of_two_paragraphs_is_one_speakers() -> None:
    result = read("Anna Adler wrote:\n\n> The town will keep its quay.\n\n> We shall see.", "Bernd Berg")
    assert [p.speaker for p in quoted(result)] == ["anna-adler"] * 2


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    result = read(
        "Anna Adler said: “The town will keep its quay.\n\n“It will not sell it.”\n\nThe hall was silent.",
    )
    assert said(result) == [
        ("Anna Adler", "The town will keep its quay."),
        ("Anna Adler", "It will not sell it."),
    ]


def test_a_closing_mark_that_is_missing_costs_no_more_than_its_sentence() -> None:
    result = read("Anna Adler said: “The town will keep its quay.\nThe hall was silent.\n\nWe left.")
    assert said(result) == [("Anna Adler", "The town will keep its quay.")]


def test_within_a_quotation_the_words_around_tell_who_speaks() -> None:
    result = read(
        "“My neighbour told me, ‘Never sell your boat,’ and I never did,” said Anna Adler.", "Bernd Berg"
    )
    assert said(result) == [
        ("Anna Adler", "My neighbour told me, ‘Never sell your boat,’ and I never did,"),
        ("Anna Adler's neighbour", "Never sell your boat,"),
    ]
    assert quoted(result)[1].via == ("bernd-berg", "anna-adler")


def test_terms_within_a_quotation_are_no_quotation() -> None:
    result = read("“They are not ‘disputed waters,’ but ours,” said Anna Adler.")
    assert said(result) == [("Anna Adler", "They are not ‘disputed waters,’ but ours,")]


def test_the_paper_that_hands_words_on_stands_in_the_chain() -> None:
    result = read(
        "The Harbour Times reported that Anna Adler said “we shall wait for the tide.”", "Bernd Berg"
    )
    assert chain(quoted(result)[0]) == ("bernd-berg", "the-harbour-times", "anna-adler")
    result = read("The Harbour Times quoted Anna Adler as saying, “We shall wait.”", "Bernd Berg")
    assert chain(quoted(result)[0]) == ("bernd-berg", "the-harbour-times", "anna-adler")


def test_a_sentence_wholly_within_anothers_quotation_is_not_surely_the_authors() -> None:
    result = read("“We shall wait.\nThe tide will turn.\nThen we shall see,” said Anna Adler.", "Bernd Berg")
    middle = [p for p in result.passages if p.text == "The tide will turn."]
    assert [(p.speaker, p.attribution) for p in middle] == [
        ("bernd-berg", Attribution.AUTHOR),
        ("anna-adler", Attribution.QUOTED),
    ]
    assert middle[0].confidence < SURE <= middle[1].confidence
    assert middle[0].key != middle[1].key


REPORTED = [
    ("Anna Adler said that the town would keep its quay.", "Anna Adler", "the town would keep its quay"),
    ("According to The Harbour Times, the quay stays closed.", "The Harbour Times", "the quay stays closed"),
    (
        "A February report from TIDE, the harbour union, claims that 150 boats were sold.",
        "TIDE",
        "150 boats were sold",
    ),
    # the author's own "but" is no part of it
    (
        "Adler claims that nobody had ever asked her, but that is untrue.",
        "Adler",
        "nobody had ever asked her",
    ),
    # listeners before "that"
    ("Adler told the council that she had not read the report.", "Adler", "she had not read the report"),
    # what is denied is what others say
    ("Anna Adler denied that she had ever sold the quay.", None, None),
    # a participle for a noun, a clause that says which woman
    ("Behind it is the strategic thinking that the town must sell its quay.", None, None),
    ("The woman who believes that the town must sell its quay is wrong.", None, None),
    ("Some analysts in Norway and Iceland believe that the tide will turn.", None, None),
    ("One might say that the tide will turn.", None, None),
    ("Anna Adler never said that the town would keep its quay.", None, None),
    ("It is said that the town would keep its quay.", None, None),
    ("I believe that the town will keep its quay.", None, None),
]


@pytest.mark.parametrize(("text", "speaker", "words"), REPORTED)
def test_speech_told_without_marks_is_reported_never_quoted(
    text: str, speaker: str | None, words: str | None
) -> None:
    result = read(text, "Bernd Berg")
    names = {s.id: s.name for s in result.speakers}
    reported = [p for p in result.passages if p.attribution is Attribution.REPORTED]
    if speaker is None:
        assert not [p for p in reported if p.cue in ("denied", "thinking", "believes")]
    else:
        assert [(names[p.speaker or ""], p.text) for p in reported] == [(speaker, words)]
    assert not quoted(result)
    assert all(names[p.speaker or ""] != "Bernd Berg" for p in reported)
