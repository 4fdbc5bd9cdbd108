"""The rules of cleaning, each a table of lines of our own with the reason for the rule."""

from __future__ import annotations

import pytest

from bot.ingest.clean import clean
from bot.ingest.clean.byline import byline_of
from bot.ingest.clean.page import is_caption, is_credit
from bot.ingest.clean.signatures import is_salutation, is_valediction
from bot.ingest.formats import extract
from bot.ingest.names import is_name, names_in
from bot.ingest.published import find_published, is_date_line

NAMES = (
    # line                               is a name   why
    ("Ruth Adler", True, "two words with capitals"),
    ("Dr. Ruth M. Adler", True, "a title and an initial"),
    ("Anna von der Heide", True, "small words that belong to names"),
    ("The Ferry Office", False, "articles begin no name"),
    ("Foreign Policy", False, "words of headings"),
    ("Adler", False, "one word may be anything"),
    ("Ruth Adler is here", False, "a sentence"),
    ("May 1999", False, "digits"),
)


@pytest.mark.parametrize(("line", "expected", "why"), NAMES)
def test_names_are_told_from_other_short_lines(line, expected, why):
    assert is_name(line) is expected, why


def test_a_heading_is_no_name_where_the_text_writes_its_words_small():
    assert is_name("Nuclear Power")
    assert not is_name("Nuclear Power", small={"nuclear", "power"})


BYLINES = (
    # line                                         names                            what follows
    ("A. Adler and B. Brandt", ("A. Adler", "B. Brandt"), None),
    ("Ruth Adler, Tom Brandt and Clara Denn", ("Ruth Adler", "Tom Brandt", "Clara Denn"), None),
    ("Ruth Adler, Institute of Rivers", ("Ruth Adler",), "Institute of Rivers"),
    ("Ruth Adler | The Courier", ("Ruth Adler",), "The Courier"),
)


@pytest.mark.parametrize(("line", "names", "rest"), BYLINES)
def test_a_byline_gives_its_names_and_what_follows(line, names, rest):
    assert names_in(line) == (names, rest)


AUTHORS = (
    # line                                               authors                       why
    ("By Ruth Adler", ("Ruth Adler",), "the plain case"),
    ("*By Ruth Adler*", ("Ruth Adler",), "emphasis is markup"),
    ("Von Ruth Adler und Tom Brandt", ("Ruth Adler", "Tom Brandt"), "in other languages"),
    ("Speech by the Minister of Roads", ("the Minister of Roads",), "a post instead of a name"),
    ("Eulogy delivered by his daughter, Ruth Adler", ("Ruth Adler",), "how she is related is not her name"),
    ("By the river we sat down.", (), "a sentence that begins alike"),
    ("By God, we did it.", (), "and one with a capital"),
    ("Words of the wise.", (), "a phrase that is no title of a speech"),
    ("Par Ruth Adler. Publié le 4 mai 1999", ("Ruth Adler",), "a date in the same line"),
)


@pytest.mark.parametrize(("line", "authors", "why"), AUTHORS)
def test_authors_are_read_off_bylines(line, authors, why):
    assert byline_of(line) == authors, why


DATES = (
    # line                                           published       why
    ("Published on May 4, 1999", "1999-05-04", "words of publishing"),
    ("4. Mai 1999, 10:15 Uhr", "1999-05-04", "German, with a clock time"),
    ("Publié le 4 mai 1999 à 10h12", "1999-05-04", "French"),
    ("May 1999", "1999-05", "a month is enough"),
    ("Valley Courier, 12 May 2015", "2015-05-12", "an outlet before it"),
    ("From the Valley Packet. Tuesday, May 4, 1999.", "1999-05-04", "how old papers name their paper"),
    ("The Night of May 3, 2003", None, "a title that tells of a day"),
    ("It was sold on May 3, 2003.", None, "a sentence"),
    ("1999", None, "a year alone may be anything"),
)


@pytest.mark.parametrize(("line", "published", "why"), DATES)
def test_a_date_line_holds_a_date_and_hardly_more(line, published, why):
    assert is_date_line(line) is (published is not None), why
    if published:
        assert find_published(line).start == published, why


CREDITS = (
    ("Photo: R. Brandt", is_credit, True),
    ("Old Pier/ Shutterstock", is_credit, True),
    ("A boat in the fog, seen from the pier (Wikimedia Commons)", is_caption, True),
    ("The mayor on her pier, May 6. COURIER/Tom Brandt", is_caption, False),
    ("The treaty of the two banks of the river (1855)", is_caption, False),
    ("We met at the source of the river.", is_credit, False),
)


@pytest.mark.parametrize(("line", "rule", "expected"), CREDITS)
def test_captions_and_credits_are_told_by_their_shape(line, rule, expected):
    assert rule(line) is expected


GREETINGS = (
    ("To the Editor:", is_salutation, True),
    ("Dear Ms. Adler,", is_salutation, True),
    ("To the Inhabitants of the County of Rivertown.", is_salutation, True),
    ("To the north there is nothing.", is_salutation, False),
    ("Yours faithfully,", is_valediction, True),
    ("Yours is the river.", is_valediction, False),
)


@pytest.mark.parametrize(("line", "rule", "expected"), GREETINGS)
def test_letters_open_and_close_with_set_phrases(line, rule, expected):
    assert rule(line) is expected


BODIES = (
    # text, paragraphs parted by |                                                  why
    ("The council of the town had voted for the bridge and\nthe river rose.", "a wrapped line goes on"),
    ("The council of the town had voted for the bridge and\n\nthe river rose.", "over an empty line as well"),
    ("Nobody could have meas-\nured the river on that night in the dark of it.", "a hyphen at a line's end"),
    (
        "It is a well-\nknown fact of the river. A well-known fact is seldom true.",
        "a hyphen that the word has",
    ),
    ("He took the Rivertown–\nOverhill road, which is the longer of the two there.", "a dash between names"),
)
READ = (
    "The council of the town had voted for the bridge and the river rose.",
    "The council of the town had voted for the bridge and the river rose.",
    "Nobody could have measured the river on that night in the dark of it.",
    "It is a well-known fact of the river. A well-known fact is seldom true.",
    "He took the Rivertown–Overhill road, which is the longer of the two there.",
)


@pytest.mark.parametrize(
    ("given", "expected", "why"), [(*row[:1], read, row[1]) for row, read in zip(BODIES, READ, strict=True)]
)
def test_lines_are_joined_as_they_were_written(given, expected, why):
    assert body(given) == [expected], why


def body(text: str, name: str = "a.txt") -> list[str]:
    return [part.text.text for part in clean(extract(name, text.encode())).paragraphs]


def omitted(text: str, name: str = "a.txt") -> dict[str, str]:
    return {left.reason: left.opening for left in clean(extract(name, text.encode())).omissions}


def test_a_footnote_goes_and_takes_its_mark_along():
    text = (
        "The gauge had been read every day since the flood of the year.1 Nobody\n"
        "could say by whom, and nobody asked while the water stood so\n"
        "low.\n\n1 Council paper 12, The Gauge, p. 4.\n"
    )
    assert body(text) == [
        "The gauge had been read every day since the flood of the year. Nobody could say by whom, "
        "and nobody asked while the water stood so low."
    ]
    assert omitted(text)["footnote"].startswith("1 Council paper")


def test_numbers_that_are_no_marks_stay():
    text = "The river rose by 3.5 metres in 2003. It fell in the G7 summer by 4.5, as version 2.1 says.\n"
    assert body(text) == [text.strip()]


def test_what_is_left_out_is_told_with_its_reason():
    text = "The ferry left the pier at noon, and it was full.\n\n© 2001 The Valley Courier. All rights reserved.\n"
    assert omitted(text) == {"copyright": "© 2001 The Valley Courier. All rights reserved."}


KEPT = (
    # a paragraph of the text that resembles what pages carry        why it stays
    ("Join the queue, they said, and we did.", "it asks nobody to subscribe"),
    ("Share your bread with the ferryman.", "it is no button"),
    ("He holds views of his own on the author of the plan.", "people hold views"),
    ("Copyright is a river without a bridge.", "it claims no right"),
    ("More on the bridge is said below.", "a sentence, not the head of a list"),
)


@pytest.mark.parametrize(("paragraph", "why"), KEPT)
def test_sentences_that_resemble_page_parts_stay(paragraph, why):
    around = "The ferry left the pier at noon, and it was as full as it had ever been before."
    assert body(f"{around}\n\n{paragraph}\n\n{around}\n") == [around, paragraph, around], why


def test_two_headings_of_names_make_no_letters():
    text = "\n\n".join(
        [
            "What the River Costs",
            "The cost of nuclear power is high, and foreign trade cannot pay for it in the end.",
            "Nuclear Power",
            "It was said that power is cheap where nuclear waste is free, and so it is.",
            "Foreign Trade",
            "It was said that trade is free where foreign goods are cheap, and so they are.",
        ]
    )
    layout = clean(extract("a.txt", text.encode()))
    assert {part.voice for part in layout.paragraphs} == {None}
    assert layout.metadata.authors == ()
