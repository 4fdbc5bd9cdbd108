"""How the dated statements of a document become its events."""

from __future__ import annotations

import pytest

from bot.ingest.date import date_events
from bot.models import Basis, Event, EventKind, Passage, Precision, When

MAY_2014 = When("2014-05-14", None, Precision.DAY)  # a Wednesday


def document(*paragraphs: str) -> list[Passage]:
    """Passages of a text whose sentences are parted by line breaks; keys are k0, k1, ..."""
    sentences = [
        (number, sentence.strip())
        for number, paragraph in enumerate(paragraphs, 1)
        for sentence in paragraph.strip().split("\n")
    ]
    return [
        Passage(f"k{place}", "doc", place, number, sentence, ((0, len(sentence)),))
        for place, (number, sentence) in enumerate(sentences)
    ]


def dates(events: tuple[Event, ...]) -> list[str]:
    return [f"{event.when.start or ''}/{event.when.end or ''}".rstrip("/") for event in events]


RESOLVED = [
    # through the day of publication
    ("The council met last week.", "2014-05-05/2014-05-11"),
    ("The council met on Tuesday.", "2014-05-13"),
    ("The council will meet on Friday.", "2014-05-16"),
    ("The council met yesterday.", "2014-05-13"),
    ("The council met in December.", "2013-12"),
    ("The council met on February 20.", "2014-02-20"),
    ("The council will meet in December.", "2014-12"),
    ("The council meets again on May 20.", "2014-05-20"),  # close ahead: nobody means last year's
    ("A February report of the council says so.", "2014-02"),
    ("The council was founded two years ago.", "2012"),
    ("The council votes next month.", "2014-06"),
    ("The council sat over the weekend and again this morning.", "2014-05-10/2014-05-11 2014-05-14"),
    ("The council was founded a century ago, more or less.", "1914"),
    ("It fell this past April, in the spring of last year and last fall.",
     "2014-04 2013-03/2013-05 2013-09/2013-11"),
    ("The council met in December last year.", "2013-12"),
    ("The rate rose this year.", "2014"),
    # told before in the same paragraph
    ("The council was founded in 1956.\nIn October, it first met.", "1956 1956-10"),
    ("The council first met on March 3, 1956.\nThat day it snowed.\nThe following year it rained.",
     "1956-03-03 1956-03-03 1957"),
    # a date in a name fixes nothing
    ("The 1956 treaty was discussed.\nIn April, they met again.", "1956 2014-04"),
]  # fmt: skip

UNDATED = [
    # nothing fixes it
    ("The council met last week, and again on Tuesday.", ""),
    ("The council met on February 20.", ""),
    # the nearest date told before does, forwards or backwards, whichever is nearer
    ("Until the fall of 2023 it waited.\nIn December, it acted.\nOn February 20, it spoke.",
     "2023-09/2023-11 2023-12 2024-02-20"),
    ("It acted in June 2019.\nA study had warned of it in March.", "2019-06 2019-03"),
    # a date that is long gone, or part of a name, fixes nothing
    ("The 1956 treaty stands.\nOn June 4 they met.", "1956"),
    ("In 1956 they met.\n" + "The sea is blue.\n" * 16 + "On June 4 they met again.", "1956"),
    # a day that is named in full elsewhere is that day
    ("On March 3, 1956 the dike broke.\n" + "The sea is blue.\n" * 16 + "All came back to March 3.",
     "1956-03-03 1956-03-03"),
    ("On September 11 they wept.\nOn September 11, 2001 the towers fell.", "2001-09-11 2001-09-11"),
    # what describes a thing belongs to the time of writing: near the newest date of the text
    ("Trade fell in 2023.\nA February report explains why.\nIt rose again in January 2024.",
     "2023 2024-02 2024-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_an_incomplete_date_is_resolved_through_the_day_of_publication(text: str, expected: str) -> None:
    assert " ".join(dates(date_events(document(text), MAY_2014, "doc"))) == expected


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_without_a_day_of_publication_the_nearest_told_date_stands_in(text: str, expected: str) -> None:
    assert " ".join(dates(date_events(document(text), None, "doc"))) == expected


def test_a_resolved_date_says_so() -> None:
    stated, resolved = date_events(document("It began in March 2014.\nIt ended last week."), MAY_2014, "doc")
    assert (stated.when.basis, resolved.when.basis) == (Basis.STATED, Basis.RESOLVED)


@pytest.mark.parametrize(
    "text",
    [
        "Twice as many came as in January 2013.",
        "The price is higher than in 1998.",
        "Copyright 2014 by the council.",
        "© 2014, all rights reserved.",
        "See Adler et al. 2009 for details.",
        "It was common in the 18th century.",
    ],
)
def test_what_is_merely_compared_or_cited_is_no_event(text: str) -> None:
    assert date_events(document(text), MAY_2014, "doc") == ()


def test_one_event_told_twice_rests_on_both_passages() -> None:
    (event,) = date_events(
        document(
            "Much changed with the inundation in 1953.", "The great inundation in February 1953 broke dikes."
        ),
        None,
        "doc",
    )
    assert event.passages == ("k0", "k1")
    assert event.when.start == "1953-02"


def test_a_thing_that_is_named_by_its_year_is_one_event_however_often_it_is_named() -> None:
    (event,) = date_events(
        document(
            "The 1964 Harbour Act was late.",
            "We voted for the Act of 1964.",
            "Nobody reads the 1964 act today.",
        ),
        None,
        "doc",
    )
    assert event.passages == ("k0", "k1", "k2")


def test_two_things_of_one_month_stay_two_events() -> None:
    events = date_events(
        document("The summit in December 2016 changed little.", "The minister came late in December 2016."),
        None,
        "doc",
    )
    assert len(events) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In 2013, trade reached $34 billion.", EventKind.STATISTIC),
        ("In 2013, the minister announced a reform.", EventKind.STATEMENT),
        ("The term of the mayor will expire in 2021.", EventKind.FORECAST),
        ("In 2013, the bridge fell.", EventKind.EVENT),
    ],
)
def test_an_event_knows_its_kind(text: str, kind: EventKind) -> None:
    (event,) = date_events(document(text), None, "doc")
    assert event.kind is kind


@pytest.mark.parametrize(
    ("text", "label"),
    [
        # the date stands beside the label anyway, so an opening one goes
        ("In April 2012, the talks were concluded.", "The talks were concluded"),
        ("However, in 2012 the talks were concluded.", "The talks were concluded"),
        # of two dated statements each has its own words
        ("It was shown on 3 May 1912, and in 1914 the tower was sold.", "It was shown on 3 May 1912"),
        # a date within the clause stays
        ("The bridge fell in 2012.", "The bridge fell in 2012"),
    ],
)
def test_a_label_reads_well_beside_its_date(text: str, label: str) -> None:
    event = date_events(document(text), None, "doc")[0]
    assert event.label == label


def test_ids_are_stable_and_unique() -> None:
    passages = document("It fell in 2012.\nIt fell in 2012 again and in 2013.")
    ids = [event.id for event in date_events(passages, None, "doc")]
    assert len(set(ids)) == len(ids)
    assert ids == [event.id for event in date_events(passages, None, "doc")]
