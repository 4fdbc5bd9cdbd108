"""Which words are a date, and which date they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates import Context, find_dates, published, resolve


def read(text: str, language: str | None = None) -> list[str]:
    """Each date as "start/end precision"; "?" where it needs another date to stand on."""
    found = []
    for date in find_dates(text, language):
        when = resolve(date, Context())
        span = f"{when.start or ''}/{when.end or ''}".rstrip("/") if when else "?"
        found.append(f"{span} {when.precision}" if when else span)
    return found


DATES = [
    # day, month, year in the orders that English uses
    ("The accord was signed on 5 May 2014.", ["2014-05-05 day"]),
    ("The accord was signed on May 5th, 2014.", ["2014-05-05 day"]),
    ("It was dated the 5th of May, 1763.", ["1763-05-05 day"]),
    ("On the fourth of July 1776 bells rang.", ["1776-07-04 day"]),
    ("Sunday, March 3, 2013 was cold.", ["2013-03-03 day"]),
    ("Dec. 7, 1941 changed that.", ["1941-12-07 day"]),
    ("The bridge opened in May 2014.", ["2014-05 month"]),
    ("The bridge opened in June of 1989.", ["1989-06 month"]),
    # figures: with dots the day comes first; with slashes only what cannot be otherwise is sure
    ("Signed 5.6.2014 in Bern.", ["2014-06-05 day"]),
    ("Signed 25/12/2014.", ["2014-12-25 day"]),
    ("Signed 12/25/2014.", ["2014-12-25 day"]),
    ("Signed 5/6/2014.", ["2014 approximate"]),
    ("Updated 2014-04-21T10:15:00Z.", ["2014-04-21 day"]),
    ("Updated 2014-04.", ["2014-04 month"]),
    # a bare year needs a reason
    ("Prices rose in 2014.", ["2014 year"]),
    ("The 1956 treaty holds.", ["1956 year"]),
    ("The disputed 1987 vote was annulled.", ["1987 year"]),
    ("The 1936 games were filmed.", ["1936 year"]),
    ("The treaty (1956) holds.", ["1956 year"]),
    ("1856: the first bridge.", ["1856 year"]),
    ("1989 was a year of open doors.", ["1989 year"]),
    ("In 1994, 1998 and 2002 they voted.", ["1994 year", "1998 year", "2002 year"]),
    ("The summer of '68 was hot.", ["1968-06/1968-08 range"]),
    # open and closed ranges
    ("It has stood since September 5, 2013.", ["2013-09-05 range"]),
    ("It must be done by 2021.", ["/2021 range"]),
    ("It was rare before 1900.", ["/1900 range"]),
    ("She led the council from 2012 to 2020.", ["2012/2020 range"]),
    ("She led it between 2012 and 2020.", ["2012/2020 range"]),
    ("The war of 1914–1918 ended it.", ["1914/1918 range"]),
    ("In 2014-15 it fell.", ["2014/2015 range"]),
    ("They met May 5-7, 2014.", ["2014-05-05/2014-05-07 range"]),
    ("They met 5 to 7 May 2014.", ["2014-05-05/2014-05-07 range"]),
    ("They met on March 3 and 4, 2015.", ["2015-03-03/2015-03-04 range"]),
    ("It ran from May to July 2014.", ["2014-05/2014-07 range"]),
    ("It ran from November to March 2014.", ["2013-11/2014-03 range"]),
    # seasons, quarters, decades are ranges; "early", "about" make a date approximate
    ("They met in the fall of 2019.", ["2019-09/2019-11 range"]),
    ("The winter of 1941 was hard.", ["1941-12/1942-02 range"]),
    ("Sales fell in the first quarter of 2015.", ["2015-01/2015-03 range"]),
    ("Sales fell in Q1 2015.", ["2015-01/2015-03 range"]),
    ("Sales fell in the second half of 2015.", ["2015-07/2015-12 range"]),
    ("It was common in the 1990s.", ["1990/1999 range"]),
    ("It was common in the '60s.", ["1960/1969 range"]),
    ("It was common in the early 1990s.", ["1990/1999 approximate"]),
    ("It began in early 2014.", ["2014 approximate"]),
    ("It began around 1850.", ["1850 approximate"]),
    ("It began circa 1850.", ["1850 approximate"]),
    # what another date must fix
    ("They came last week.", ["?"]),
    ("They came on February 20.", ["?"]),
    ("They came in December.", ["?"]),
    ("They came earlier that day.", ["?"]),
    ("They came two years ago.", ["?"]),
    ("A February report says so.", ["?"]),
]

NO_DATES = [
    "Growth fell to 2 percent, then 1.5 %.",
    "It cost $2014 or €1999.",
    "About 1956 people came, and 2000 soldiers.",
    "It took 2014 kilometres and 1800 hours.",
    "At 2015 hours the gate closed; by 2030 hours it was dark.",
    "See page 1956, note 1812 and paragraph 1790.",
    "Resolution 1973 was passed, as was bill no. 1984.",
    "Call 202-555-1980 or +41 44 1956 1957.",
    "The S-400 and the Tu-1952 flew.",
    "The office is at 1744 Elm Street.",
    "He may 5 times refuse; they march 10 miles.",
    "Some 2,014 ballots and 1,956.5 tons were counted.",
    "Read https://example.org/2014/05/05/report-1999 first.",
    "Write to desk.1956@example.org for it.",
    "Psalm 1 and verse 3 are read 24/7.",
    "They lost in the fall of the city.",
]

OTHER_LANGUAGES = [
    ("de", "Das Gesetz gilt seit dem 5. Mai 2014.", ["2014-05-05 range"]),
    ("de", "Am 27. Januar 1990 tagte der Rat.", ["1990-01-27 day"]),
    ("de", "Von 1990 bis 1994 stieg der Preis.", ["1990/1994 range"]),
    ("de", "In den 1990er Jahren war das anders.", ["1990/1999 range"]),
    ("de", "Anfang 2014 begann der Bau.", ["2014 approximate"]),
    ("de", "Die Drucksache 12/1956 liegt vor.", []),
    ("fr", "Le 5 mai 2014, le conseil a voté.", ["2014-05-05 day"]),
    ("fr", "Le 1er janvier 2010, tout change.", ["2010-01-01 day"]),
    ("fr", "Entre 2010 et 2012, rien ne bouge.", ["2010/2012 range"]),
    ("fr", "Dans les années 1990, on dansait.", ["1990/1999 range"]),
    ("fr", "La mairie date de fin 2013.", ["2013 approximate"]),
    ("es", "El 5 de mayo de 2014 llovió.", ["2014-05-05 day"]),
    ("ru", "Это было 5 мая 2014 года.", ["2014-05-05 day"]),
    ("ja", "会議は2014年4月21日に開かれた。", ["2014-04-21 day"]),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_a_date_is_found_and_read(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_date_ends_where_its_words_end() -> None:
    for text, words in [
        ("会議は2014年4月21日に開かれた。", "2014年4月21日"),
        ("They met on May 5th, 2014, at noon.", "May 5th, 2014"),
        ("Since the early 1990s it grew.", "the early 1990s"),
    ]:
        (found,) = find_dates(text, "ja")
        assert text[found.core : found.end] == words


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("language", "text", "expected"), OTHER_LANGUAGES)
def test_other_languages_have_months_too(language: str, text: str, expected: list[str]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Posted on 21.04.2014", "2014-04-21"),
        ("Mon, 21 Apr 2014 10:00:00 GMT", "2014-04-21"),
        ("2014-04-21T10:00:00+02:00", "2014-04-21"),
        ("20140421", "2014-04-21"),
        ("Apr 21, 2014 | 3 min read", "2014-04-21"),
        ("April 2017", "2017-04"),
        ("2017", "2017"),
        ("a while ago", None),
        ("", None),
    ],
)
def test_a_line_of_metadata_gives_the_day_of_publication(line: str, expected: str | None) -> None:
    when = published(line)
    assert (when.start if when else None) == expected


@given(st.text(max_size=200))
def test_any_text_is_read_without_fault_and_spans_lie_inside(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert end <= found.start <= found.core < found.end <= len(text)
        resolve(found, Context())
        end = found.end


WORDS = "in since May 5 2014 5th of the - – , . 1990s last week year ago two early '"
WORDS += " 14 / 12 21 T10 : next Friday to and"


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=25), st.sampled_from(["", " "]))
def test_any_heap_of_date_words_is_read_without_fault(words: list[str], gap: str) -> None:
    text = gap.join(words)
    for found in find_dates(text):
        assert text[found.core : found.end].strip()
        resolve(found, Context())
