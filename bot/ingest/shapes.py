"""What travels between the stages of reading: format -> clean -> segment -> attribute, date."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.ingest.mapped import Mapped
from bot.models import Omission, Reading, When


class Kind(StrEnum):
    """What a block of a source is. A `LINE` is as it stands in a text whose layout is still to be found out."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"  # a block quotation
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    ASIDE = "aside"  # navigation, banners, tables of links: outside the running text


@dataclass(frozen=True, slots=True)
class Block:
    kind: Kind
    text: Mapped
    page: int = 0  # of a PDF, from 0
    level: int = 0  # of a heading, from 1


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source says of itself. Names are as printed; `None` where it is silent."""

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    affiliations: dict[str, str] = field(
        default_factory=dict
    )  # author's name -> "Director, Institute of ..."
    editors: tuple[str, ...] = ()
    outlet: str | None = None
    published: When | None = None
    kind: str | None = None
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format's reader makes of a file."""

    text: str  # what offsets point into: the decoded file, or the text extracted from it
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    is_file: bool = True  # whether `text` is the decoded file itself


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, in reading order, white space single, hyphens at line ends mended.

    `voice` is the name of who speaks, as printed ("Mr. Shinji Hyodo", "The CHAIRMAN", "Q"), where a turn,
    a column or a signature tells; `None` leaves it to the document's author. `unsigned` says that the text
    names nobody here (an editor's introduction): then no one is named.
    `GAP` in the text marks lost words.
    """

    text: Mapped
    kind: Kind = Kind.PARAGRAPH
    voice: str | None = None
    voice_sure: bool = True
    unsigned: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A source, cleaned: its body in reading order, and what was left out."""

    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body. `paragraph` counts from 1."""

    text: Mapped
    paragraph: int
    kind: Kind = Kind.PARAGRAPH
    voice: str | None = None
    voice_sure: bool = True
    unsigned: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """One source by itself. `folded`: the digest of its folded text, the same for two copies of one text."""

    reading: Reading
    folded: str
    certain: bool = False  # a pack knows this very text, not only its title
