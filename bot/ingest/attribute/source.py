"""Who a passage comes from, and how we know."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ingest.attribute.cast import Person
from bot.models import Attribution


@dataclass(frozen=True, slots=True)
class Source:
    """The speaker of a passage, or nobody; `via` are those who quote them, outermost first."""

    person: Person | None
    attribution: Attribution
    confidence: float
    cue: str | None = None
    via: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text[start:end]` of a sentence; `block`: the whole sentence is one of a block quotation."""

    start: int
    end: int
    source: Source
    block: bool = False
