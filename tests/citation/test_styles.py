"""Tests bot.citation: entries and places in the text, as the manuals want them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.citation import STYLES, Cited, cite
from bot.models import Attribution, Document, Precision, Speaker, When

ADLER = Speaker("adler", "Dr. Jane Quinn Adler")
BERG = Speaker("berg", "Ola van der Berg")
BOARD = Speaker("board", "The Harbour Board")

PLAIN = Cited(
    Document(
        "rivers",
        "Two rivers",
        outlet="Coast Review",
        published=When("2014-04-21", None, Precision.DAY),
        url="https://example.org/rivers",
    ),
    (ADLER,),
    ADLER,
    Attribution.AUTHOR,
    3,
)
QUESTION = replace(PLAIN, document=replace(PLAIN.document, title="Will two rivers meet?", url=None))
UNSIGNED = replace(PLAIN, authors=(), speaker=None)
UNDATED = replace(PLAIN, document=replace(PLAIN.document, published=None))
BARE = replace(UNSIGNED, document=Document("tides", "Tides & ports_1"))
PASSED_ON = replace(PLAIN, speaker=BOARD, attribution=Attribution.QUOTED)
DEBATE = replace(PLAIN, authors=(ADLER, BERG), speaker=BERG)
SEASON = replace(
    PLAIN, document=replace(PLAIN.document, published=When("2014-03", "2014-05", Precision.RANGE))
)


@pytest.mark.parametrize(
    ("style", "cited", "entry", "place"),
    [
        (
            "APA",
            PLAIN,
            "Adler, J. Q. (2014, April 21). Two rivers. Coast Review. https://example.org/rivers",
            "In the text: (Adler, 2014, para. 3)",
        ),
        (
            "MLA",
            PLAIN,
            "Adler, Jane Quinn. “Two Rivers.” Coast Review, 21 Apr. 2014, https://example.org/rivers.",
            "In the text: (Adler, par. 3)",
        ),
        (
            "Chicago",
            PLAIN,
            "Adler, Jane Quinn. “Two Rivers.” Coast Review, April 21, 2014. https://example.org/rivers.",
            "Note: Jane Quinn Adler, “Two Rivers,” Coast Review, April 21, 2014, para. 3, "
            "https://example.org/rivers.",
        ),
        # no full stop after a question mark
        (
            "APA",
            QUESTION,
            "Adler, J. Q. (2014, April 21). Will two rivers meet? Coast Review.",
            "In the text: (Adler, 2014, para. 3)",
        ),
        (
            "MLA",
            QUESTION,
            "Adler, Jane Quinn. “Will Two Rivers Meet?” Coast Review, 21 Apr. 2014.",
            "In the text: (Adler, par. 3)",
        ),
        # without an author the title stands first, once
        (
            "APA",
            UNSIGNED,
            "Two rivers. (2014, April 21). Coast Review. https://example.org/rivers",
            "In the text: (“Two rivers,” 2014, para. 3)",
        ),
        (
            "MLA",
            UNSIGNED,
            "“Two rivers.” Coast Review, 21 Apr. 2014, https://example.org/rivers.",
            "In the text: (“Two rivers,” par. 3)",
        ),
        # without a date: n.d. where the style has it
        (
            "APA",
            UNDATED,
            "Adler, J. Q. (n.d.). Two rivers. Coast Review. https://example.org/rivers",
            "In the text: (Adler, n.d., para. 3)",
        ),
        (
            "MLA",
            UNDATED,
            "Adler, Jane Quinn. “Two Rivers.” Coast Review, https://example.org/rivers.",
            "In the text: (Adler, par. 3)",
        ),
        ("APA", BARE, "Tides & ports_1. (n.d.).", "In the text: (“Tides & ports_1,” n.d., para. 3)"),
        # a season is only its year
        (
            "APA",
            SEASON,
            "Adler, J. Q. (2014). Two rivers. Coast Review. https://example.org/rivers",
            "In the text: (Adler, 2014, para. 3)",
        ),
    ],
)
def test_a_citation_is_as_its_style_wants_it(style: str, cited: Cited, entry: str, place: str) -> None:
    assert cite(cited, style) == f"{entry}\n{place}"


@pytest.mark.parametrize(
    ("style", "cited", "place"),
    [
        ("APA", PASSED_ON, "(The Harbour Board, as cited in Adler, 2014, para. 3)"),
        ("MLA", PASSED_ON, "(The Harbour Board, qtd. in Adler, par. 3)"),
        ("Chicago", PASSED_ON, "The Harbour Board, quoted in Jane Quinn Adler, "),
        ("BibTeX", PASSED_ON, "note = {The Harbour Board, as cited there, paragraph 3}"),
        # a voice of a debate is not cited second hand
        ("APA", DEBATE, "(Ola van der Berg, in Adler & van der Berg, 2014, para. 3)"),
        ("Chicago", DEBATE, "Ola van der Berg, in Jane Quinn Adler and Ola van der Berg, "),
        ("BibTeX", DEBATE, "author = {Adler, Jane Quinn and van der Berg, Ola}"),
    ],
)
def test_whose_words_they_are_stays_clear(style: str, cited: Cited, place: str) -> None:
    assert place in cite(cited, style)


def test_bibtex_is_an_entry_that_latex_takes() -> None:
    assert cite(PLAIN, "BibTeX").splitlines() == [
        "@article{adler2014two,",
        "  author = {Adler, Jane Quinn},",
        "  title = {{Two rivers}},",
        "  journal = {Coast Review},",
        "  year = {2014},",
        "  month = apr,",
        "  day = {21},",
        "  url = {https://example.org/rivers},",
        "  note = {paragraph 3},",
        "}",
    ]
    assert r"title = {{Tides \& ports\_1}}" in cite(BARE, "BibTeX")


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@settings(max_examples=20, deadline=None)
@given(title=texts, author=texts, outlet=texts | st.none(), style=st.sampled_from(sorted(STYLES)))
def test_any_title_and_name_can_be_cited(title: str, author: str, outlet: str | None, style: str) -> None:
    speaker = Speaker("x", author)
    cited = Cited(Document("d", title, outlet=outlet), (speaker,), speaker, Attribution.AUTHOR, 1)
    assert cite(cited, style)
