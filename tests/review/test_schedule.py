"""When a card comes back: bot/review/schedule.py."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.review import GRADES, Grade, graded, intervals
from bot.store.state.cards import StoredCard

NOON = 1_767_268_800_000  # 1 January 2026, 12:00 UTC
FRESH = StoredCard("0123456789ab", "who-said:x", "{}", missed=True, added=NOON, due=NOON)

grades = st.sampled_from(GRADES)
pauses = st.integers(0, 400 * 24 * 3_600_000)


@settings(max_examples=300)
@given(st.lists(st.tuples(grades, pauses), min_size=1, max_size=30))
def test_cards_are_scheduled_exactly_as_fsrs_does_it(log: list[tuple[Grade, int]]) -> None:
    ours, at = FRESH, NOON
    theirs, scheduler = (
        Card(card_id=1, due=datetime.fromtimestamp(NOON / 1000, UTC)),
        Scheduler(enable_fuzzing=False),
    )
    for grade, pause in log:
        at += pause
        ours = graded(ours, grade, at)
        theirs, _ = scheduler.review_card(theirs, Rating(grade.value), datetime.fromtimestamp(at / 1000, UTC))
        assert ours.due == round(theirs.due.timestamp() * 1000)
    assert ours.reviews == len(log)


def test_better_grades_bring_a_card_back_later() -> None:
    learnt = graded(graded(FRESH, Grade.GOOD, NOON), Grade.GOOD, NOON + 600_000)
    days = list(intervals(learnt, NOON + 3 * 24 * 3_600_000).values())
    assert days == sorted(days)
    assert days[0] < timedelta(hours=1) < days[1]


def test_the_same_answers_always_give_the_same_days() -> None:
    assert graded(FRESH, Grade.EASY, NOON) == graded(FRESH, Grade.EASY, NOON)
