"""What a pack holds, before it meets the sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.models import Claim, Document, Event, Note, Question, Relation, Speaker, Topic


@dataclass(frozen=True, slots=True)
class Voice:
    """From one passage to another (keys, both included) a speaker holds the floor."""

    speaker: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A passage (key) whose speaker the pack knows for sure; `None` says that the source names nobody."""

    passage: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class PackDocument:
    """One document's file in a pack."""

    path: Path
    document: Document
    digests: tuple[str, ...] = ()  # of folded source texts by which the document is known
    voices: tuple[Voice, ...] = ()
    attributions: tuple[Settled, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """`sources` are texts of our own that come with the pack; other sources the group brings itself."""

    id: str
    path: Path
    title: str
    language: str | None = None
    topics: tuple[Topic, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    documents: tuple[PackDocument, ...] = ()
    sources: tuple[Path, ...] = ()
