"""Which fact is told when."""

from datetime import date, timedelta

import pytest

from bot.daily.facts import Fact, Kind, choose, facts
from bot.daily.poller import first_shown
from bot.models import Contents, Document, Event, Precision, When

FACTS = [Fact(f"claim:{n}", Kind.CLAIM, f"Claim {n}", "doc", (f"doc#{n}",)) for n in range(7)]
FLOOD = When("1953-05-05", None, Precision.DAY)
OF_MAY = Fact("event:may", Kind.EVENT, "The dike broke", "doc", ("doc#9",), when=FLOOD)
DAY = date(2026, 5, 4)


def told_over(days, found, seed=1, first=DAY, skipped=()):
    told = dict.fromkeys(skipped, 1)
    order = []
    for n in range(days):
        fact = choose(found, told, first + timedelta(days=n), seed)
        assert fact is not None
        told[fact.id] = told.get(fact.id, 0) + 1
        order.append(fact.id)
    return order


def test_none_is_told_twice_before_all_are_told():
    order = told_over(21, FACTS)
    for start in (0, 7, 14):
        assert len(set(order[start : start + 7])) == 7


def test_the_order_is_settled_but_differs_between_servers_and_turns():
    assert told_over(7, FACTS) == told_over(7, FACTS)
    assert told_over(7, FACTS, seed=1) != told_over(7, FACTS, seed=2)
    order = told_over(14, FACTS)
    assert order[:7] != order[7:]


def test_an_event_of_this_day_comes_first():
    order = told_over(8, [*FACTS, OF_MAY])
    assert order.index("event:may") == 1  # 5 May, the second day


def test_an_event_of_this_day_is_no_exception_from_the_turn():
    assert choose([*FACTS, OF_MAY], {"event:may": 1}, date(2026, 5, 5), 1) != OF_MAY


def test_what_is_pinned_comes_whatever_the_turn():
    assert choose(FACTS, {"claim:3": 5}, DAY, 1, pinned="claim:3") == FACTS[3]


def test_what_is_skipped_waits_until_all_others_are_told():
    assert told_over(7, FACTS, skipped=("claim:3",))[:6].count("claim:3") == 0


def test_where_there_is_nothing_nothing_is_chosen():
    assert choose([], {}, DAY, 1) is None


async def test_a_source_that_has_changed_gives_no_facts(app, data_dir):
    library = app.library(None)
    found = await facts(library)
    (data_dir / "sources" / "harbour.txt").write_text("The harbour is dry.")
    told = {}
    for _ in range(2 * len(found)):
        shown = await first_shown(library, found, told, "2026-05-04", 1)
        assert shown.fact.document != "harbour"
        told[shown.fact.id] = told.get(shown.fact.id, 0) + 1
    for name in ("reply.txt", "signs.txt"):
        (data_dir / "sources" / name).unlink()
    assert await first_shown(library, found, {}, "2026-05-04", 1) is None


@pytest.mark.parametrize(
    ("label", "sentence", "told"),
    [
        ("The dike broke in 1953", "The dike broke in 1953.", True),
        ("It broke again in 1954", "It broke again in 1954.", False),  # what broke?
        ("I was there in 1954", "I was there in 1954.", False),  # who?
        ("The dike breaks again", "It broke again in 1954.", True),  # a pack's own words
    ],
)
async def test_an_event_is_told_only_in_words_that_stand_alone(write, shelve, label, sentence, told):
    document, (passage,) = write(Document("doc", "On Dikes"), [(None, sentence)])
    event = Event("e", "doc", When("1953", None, Precision.YEAR), label, (passage.key,))
    library = await shelve(Contents(documents=(document,), passages=(passage,), events=(event,)))
    assert [fact.text for fact in await facts(library) if fact.kind is Kind.EVENT] == [label] * told


async def test_claims_events_and_strong_quotes_of_a_library_are_facts(app):
    found = await facts(app.library(None))
    assert {fact.kind for fact in found} == {Kind.CLAIM, Kind.EVENT, Kind.QUOTE}
    texts = {fact.id: fact.text for fact in found}
    assert "The harbour must be kept open." in texts.values()
    quoted = [fact for fact in found if fact.kind is Kind.QUOTE]
    library = app.library(None)
    words = [(await library.passage(fact.passages[0])).text for fact in quoted]
    assert "Two hands on one rope can still pull different ways." in words
    assert "A harbour that is never dredged becomes a meadow." not in words  # not sure whose it is
