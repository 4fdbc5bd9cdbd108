"""When a card comes back: FSRS, the Free Spaced Repetition Scheduler, by its own library `fsrs`.

The library's defaults hold (90 % wished to be remembered; learning steps of 1 and 10 minutes), without its random
spread of intervals, so that the same answers always give the same days.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from bot.store.state.cards import StoredCard

if TYPE_CHECKING:
    from fsrs import Card, Scheduler


class Grade(IntEnum):
    """How well it was remembered; the numbers are those of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


GRADES = tuple(Grade)


def graded(card: StoredCard, grade: Grade, now: int) -> StoredCard:
    """The card after a review at `now`, in milliseconds since 1970 (UTC)."""
    from fsrs import Rating

    reviewed, _ = _scheduler().review_card(_fsrs(card), Rating(grade), _moment(now))
    return replace(
        card,
        schedule=json.dumps(reviewed.to_dict()),
        due=round(reviewed.due.timestamp() * 1000),
        reviews=card.reviews + 1,
    )


def intervals(card: StoredCard, now: int) -> dict[Grade, timedelta]:
    """For each grade, after how long the card would come back."""
    return {grade: timedelta(milliseconds=(graded(card, grade, now).due or now) - now) for grade in GRADES}


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)


def _fsrs(card: StoredCard) -> Card:
    from fsrs import Card

    if card.schedule is not None:
        return Card.from_dict(json.loads(card.schedule))
    return Card(card_id=card.added, due=_moment(card.due if card.due is not None else card.added))


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC)
