"""What points from a quotation at its speaker."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.ingest.attribute.phrases import Phrase


class Sort(StrEnum):
    """How the words around a quotation point at its speaker, the plainest first."""

    AFTER = "after"  # “...,” said X / “...,” X said
    BEFORE = "before"  # X said, “...”
    HERALD = "herald"  # according to X, “...”; X's words: “...”
    NAMING = "naming"  # X called it “...”
    THOUGHT = "thought"  # X believes it “...”


@dataclass(frozen=True, slots=True)
class Cue:
    """`words` point from a quotation to `phrase`. `idle`: nobody says it (denied, supposed, possible)."""

    sort: Sort
    words: str
    phrase: Phrase | None
    near: bool  # nothing but a comma, a colon or "that" between the verb and the marks
    idle: bool = False
    outer: Phrase | None = None  # who reports that X said it
    shared: bool = False  # X and Y said it: X or Y is one of two

    @property
    def is_speech(self) -> bool:
        return self.sort in (Sort.AFTER, Sort.BEFORE, Sort.HERALD)
