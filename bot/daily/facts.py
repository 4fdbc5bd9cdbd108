"""What a daily post can tell, and which of it is told when.

The order is settled by hashes, not by chance: a preview of the next days shows what will be posted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.library.shelf import Library
from bot.library.standalone import stands_alone
from bot.models import GAP, Attribution, Claim, Event, Passage, Precision, When
from bot.store.state.suggestions import Suggestion

QUOTES = 600
"""Passages that are looked at for strong quotes."""
SHORTEST, LONGEST = 8, 45
"""Words of a strong quote."""
_SPEAKING = frozenset({"i", "we", "you", "my", "our", "your"})


class Kind(StrEnum):
    CLAIM = "claim"
    EVENT = "event"
    QUOTE = "quote"
    SUGGESTED = "suggested"  # by a member, approved by a moderator; it rests on nothing


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to post: `text` in our own words (none for a quote), resting on passages (keys)."""

    id: str
    kind: Kind
    text: str | None
    document: str
    passages: tuple[str, ...]
    speaker: str | None = None
    when: When | None = None

    def is_of(self, day: date) -> bool:
        """Whether it is an event of this day of the year."""
        when = self.when
        return (
            when is not None
            and when.precision is Precision.DAY
            and when.start is not None
            and when.start[5:] == f"{day:%m-%d}"
        )


async def facts(library: Library) -> list[Fact]:
    """All that can be posted, each resting on a passage that is there."""
    claims, events = await library.claims(), await library.events()
    quotes = await library.sample(limit=QUOTES)
    found = [
        *(_claim(claim) for claim in claims),
        *(_event(event) for event in events),
        *(_quote(passage) for passage in quotes if _is_strong(passage)),
    ]
    there = await library.passages(key for fact in found for key in fact.passages)
    return [fact for fact in found if fact.passages and _reads_well(fact, there.get(fact.passages[0]))]


def suggested(waiting: Iterable[Suggestion]) -> list[Fact]:
    return [Fact(f"suggested:{one.id}", Kind.SUGGESTED, one.text, "", ()) for one in waiting]


def choose(
    found: Sequence[Fact],
    told: Mapping[str, int],
    day: date,
    seed: int,
    *,
    pinned: str | None = None,
) -> Fact | None:
    """The fact for a day: the pinned one, else an event of this day of the year, else any; none twice before
    all have been told.

    `told` says how often each has been told (or skipped), by id; `seed` is the server's id, so that servers
    differ.
    """
    if not found:
        return None
    for fact in found:
        if fact.id == pinned:
            return fact
    least = min(told.get(fact.id, 0) for fact in found)
    fresh = [fact for fact in found if told.get(fact.id, 0) == least]
    of_today = [fact for fact in fresh if fact.is_of(day)]
    return min(of_today or fresh, key=lambda fact: _lot(seed, least, fact.id))


def _lot(seed: int, turn: int, id: str) -> bytes:
    return hashlib.blake2b(f"{seed}/{turn}/{id}".encode(), digest_size=8).digest()


def _claim(claim: Claim) -> Fact:
    return Fact(f"claim:{claim.id}", Kind.CLAIM, claim.text, claim.document, claim.passages, claim.speaker)


def _event(event: Event) -> Fact:
    return Fact(f"event:{event.id}", Kind.EVENT, event.label, event.document, event.passages, when=event.when)


def _quote(passage: Passage) -> Fact:
    return Fact(f"quote:{passage.key}", Kind.QUOTE, None, passage.document, (passage.key,), passage.speaker)


def _reads_well(fact: Fact, passage: Passage | None) -> bool:
    """Whether a fact can be told by itself. A label cut from its sentence may lean on the sentences before."""
    if passage is None:
        return False
    if fact.kind is not Kind.EVENT or fact.text is None:
        return True
    words = fact.text.rstrip("….")
    cut = words.casefold() in passage.text.casefold()
    return not cut or (stands_alone(f"{words}.") and words.partition(" ")[0].casefold() not in _SPEAKING)


def _is_strong(passage: Passage) -> bool:
    """Whether a passage can stand alone under a name: whole, sure, neither curt nor long."""
    return (
        passage.speaker is not None
        and passage.sure
        and not passage.damaged
        and GAP not in passage.text
        and passage.attribution is not Attribution.REPORTED
        and passage.parent is None
        and SHORTEST <= len(passage.text.split()) <= LONGEST
        and stands_alone(passage.text)
    )
