"""A timeline puts events in order and what several documents tell of one event together."""

import pytest

from bot.errors import EmptyLibrary, NotADate, NothingFound
from bot.library.timeline import period, timeline
from bot.models import Contents, Document, Event, EventKind, Precision, When

A, B, C = (
    Document(id, title) for id, title in (("a", "First Letter"), ("b", "Second Letter"), ("c", "Third"))
)
SAID = ("The dike broke in the great flood.", "A council was founded.", "The price of salt rose.")


def event(document, when, label, passage, kind=EventKind.EVENT):
    return Event(f"{document}-{when.start}-{label}", document, when, label, (passage.key,), kind)


def day(text):
    return When(text, None, {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(text)])


@pytest.fixture
def told(write, shelve):
    """A library of documents that tell events: (document, date, label) for each."""

    async def library(*events):
        written = {document.id: write(document, [(None, words) for words in SAID]) for document in (A, B, C)}
        return await shelve(
            Contents(
                documents=tuple(document for document, _ in written.values()),
                passages=tuple(passage for _, passages in written.values() for passage in passages),
                events=tuple(
                    event(document, when, label, written[document][1][0]) for document, when, label in events
                ),
            )
        )

    return library


async def labels(library, **filters):
    return [entry.label for entry in (await timeline(library, **filters)).entries]


async def test_events_stand_in_order_of_time(told):
    library = await told(
        ("a", day("1960"), "Third thing"),
        ("a", day("1953-02-01"), "First thing"),
        ("b", day("1953-04"), "Second"),
    )
    assert await labels(library) == ["First thing", "Second", "Third thing"]


async def test_one_event_in_two_documents_is_one_entry_with_the_finer_date(told):
    library = await told(
        ("a", day("1953"), "A flood breaks the northern dikes"),
        ("b", day("1953-02-01"), "Dikes break in the northern flood"),
    )
    (entry,) = (await timeline(library)).entries
    assert entry.when == day("1953-02-01")
    assert [telling.document.id for telling in entry.tellings] == ["b", "a"]
    assert not entry.disputed


async def test_different_datings_stand_side_by_side(told):
    library = await told(
        ("a", day("1953"), "The northern flood breaks the dikes"),
        ("b", day("1954"), "The northern flood breaks the dikes"),
    )
    (entry,) = (await timeline(library)).entries
    assert entry.disputed
    assert {telling.event.when.start for telling in entry.tellings} == {"1953", "1954"}


async def test_things_that_merely_share_a_year_stay_apart(told):
    library = await told(
        ("a", day("1953"), "The northern flood breaks the dikes"),
        ("b", day("1953"), "A council of salt traders"),
    )
    assert len(await labels(library)) == 2


async def test_one_document_may_tell_two_like_things(told):
    library = await told(
        ("a", day("1953-02"), "Minister visits the capital city"),
        ("a", day("1953-02"), "Minister leaves the capital city"),
    )
    assert len(await labels(library)) == 2


@pytest.mark.parametrize(
    ("from_", "to", "expected"),
    [
        ("1953", None, ["May", "Sixties"]),
        ("June 1953", None, ["Sixties"]),
        (None, "1953-05-04", ["Early"]),
        ("1953-05-05", "May 1953", ["May"]),
        ("1960", "1953", ["May", "Sixties"]),  # the wrong way round
        ("1965", None, ["Sixties"]),  # a range that reaches into the period
    ],
)
async def test_a_period_holds_what_touches_it(told, from_, to, expected):
    library = await told(
        ("a", day("1950"), "Early"),
        ("a", day("1953-05-05"), "May"),
        ("a", When("1960", "1969", Precision.RANGE), "Sixties"),
    )
    assert await labels(library, from_=from_, to=to) == expected


async def test_a_period_that_holds_nothing_is_said_so(told):
    with pytest.raises(NothingFound):
        await timeline(await told(("a", day("1950"), "Early")), from_="2001")


async def test_an_empty_library_says_so(shelve):
    with pytest.raises(EmptyLibrary):
        await timeline(await shelve(Contents()))


def test_what_is_no_date_is_refused():
    with pytest.raises(NotADate):
        period("some day", None)
