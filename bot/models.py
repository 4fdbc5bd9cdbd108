"""The values that travel between the layers: plain, frozen, and ignorant of Discord and of SQL.

The words are the contract's: document, passage, key, speaker, attribution, claim, event.
Offsets are counted in characters (code points), half open: `[start, end)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]

SURE = 0.9
"""An attribution of this confidence or more is sure; below, it is shown as unsure and never quizzed on."""

GAP = " […] "
"""Stands in a damaged passage wherever its source has lost words."""


class Attribution(StrEnum):
    """How a passage comes to its speaker."""

    AUTHOR = "author"  # the author or voice whose sentence it is
    QUOTED = "quoted"  # another's words, inside quotation marks or a block quotation
    REPORTED = "reported"  # another's speech, in the author's words


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    APPROXIMATE = "approximate"


class Basis(StrEnum):
    STATED = "stated"  # the text gives the date whole
    RESOLVED = "resolved"  # relative or yearless, fixed through another date
    APPROXIMATE = "approximate"


class EventKind(StrEnum):
    EVENT = "event"
    STATEMENT = "statement"
    STATISTIC = "statistic"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class When:
    """An interval of time. `start` and `end` are ISO dates as fine as they are known: "2014", "2014-04", "2014-04-21".

    A single day, month or year has no `end`; an open range lacks one of the two.
    """

    start: str | None
    end: str | None
    precision: Precision
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body that says something."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source text. Without `source_file` only its pack's guide is known."""

    id: str
    title: str
    subtitle: str | None = None
    authors: tuple[str, ...] = ()  # speaker ids, in the order of the byline
    outlet: str | None = None
    published: When | None = None
    kind: str | None = None  # commentary, debate, speech, ...
    language: str | None = None  # BCP 47
    url: str | None = None
    source_file: str | None = None  # its name in the folder of sources
    text_file: str | None = None  # for pdf, docx, epub: the extracted text that spans point into
    digest: str | None = None  # SHA-256 of the source file's bytes, hex
    text_digest: str | None = None  # SHA-256 of the extracted text's UTF-8 bytes, hex
    words: int = 0
    pack: str | None = None
    guide: str | None = None  # the pack's reading guide, in our own words (Markdown)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a document, or a stretch in it that is another's words.

    `place` is its rank in the document's reading order, from 0; a stretch follows the sentence that holds it
    and names that sentence's place as `parent`.
    """

    key: str
    document: str
    place: int
    paragraph: int
    text: str
    spans: tuple[Span, ...]
    speaker: str | None = None
    attribution: Attribution = Attribution.AUTHOR
    cue: str | None = None  # "said", "according to"
    via: tuple[str, ...] = ()  # ids of those who quote the speaker, outermost first
    confidence: float = 1.0
    damaged: bool = False
    parent: int | None = None

    @property
    def sure(self) -> bool:
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One position, in our own words, held by one speaker on one topic, resting on passages (keys)."""

    id: str
    document: str
    speaker: str
    topic: str
    text: str
    passages: tuple[str, ...] = ()


class Stance(StrEnum):
    """How two claims stand to one another."""

    AGREE = "agree"
    DISAGREE = "disagree"
    DIFFER = "differ"  # another weight or another reason, without contradiction
    SHIFT = "shift"  # one speaker, who says something else later


@dataclass(frozen=True, slots=True)
class Relation:
    """What a pack says of two claims (ids). `text` says in our own words what they agree or part on."""

    kind: Stance
    claims: tuple[str, str]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date, resting on passages (keys)."""

    id: str
    document: str
    when: When
    label: str
    passages: tuple[str, ...] = ()
    kind: EventKind = EventKind.EVENT


@dataclass(frozen=True, slots=True)
class Option:
    """A wrong option of a question, and why it is wrong."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """A hand-made quiz question of a pack."""

    id: str
    document: str
    mode: str
    prompt: str
    answer: str
    reason: str  # why the answer is right
    wrong: tuple[Option, ...]
    passages: tuple[str, ...] = ()
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's note on a document or on some of its passages, such as a slip of the source."""

    document: str
    text: str
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Omission:
    """A stretch of a source that is not body text, and why it was left out."""

    reason: str  # "navigation", "footnote", "teaser", ...
    characters: int
    opening: str  # its first words, for the report to the operator


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a pack or source. `line` counts from 1."""

    path: str
    what: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of one source."""

    document: Document
    speakers: tuple[Speaker, ...]
    passages: tuple[Passage, ...]
    events: tuple[Event, ...] = ()
    omissions: tuple[Omission, ...] = ()
    extracted: str | None = None  # the text that spans point into, where that is not the file itself


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a corpus is built from."""

    documents: tuple[Document, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    topics: tuple[Topic, ...] = ()
    passages: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()
