"""What is cited, and the parts of it that styles ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.models import Attribution, Document, Precision, Speaker

_TITLES = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Hon|Gen|Col|Sen|Rep|Amb|Ambassador|President"
    r"|Senator|Minister|Herr|Frau|M|Mme)\.? )+"
)
_SUFFIX = re.compile(r",? (Jr\.?|Sr\.?|II|III|IV)$")
_NAME = re.compile(r"[^\W\d_][\w.'’\-]*")
_PARTICLES = frozenset(
    (
        "al",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "van",
        "von",
        "zu",
    )
)
# words that a body's name holds and a person's does not
_BODY = re.compile(
    r"\b(?:the|agency|archives?|association|board|bureau|cent(?:er|re)|chair|church|club|college|commission|committee"
    r"|company|corporation|council|court|department|editors?|embassy|federation|foundation|gazette|government|group"
    r"|house|institut[eo]?|journal|league|library|ministry|museum|news|office|organi[sz]ation|parliament|party|press"
    r"|review|school|senate|service|society|staff|team|times|tribune|union|university)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage to cite: its document with who wrote it, whose words it holds, and where it stands."""

    document: Document
    authors: tuple[Speaker, ...]  # of the document, in the order of the byline
    speaker: Speaker | None
    attribution: Attribution
    paragraph: int

    @property
    def secondhand(self) -> str | None:
        """The speaker's name, where the words are not those of the document's one author."""
        return None if self.speaker is None or self.authors == (self.speaker,) else self.speaker.name

    @property
    def is_voice(self) -> bool:
        """Whether the document lets the speaker speak, as a debate does, and not only quotes."""
        return self.attribution is Attribution.AUTHOR


def name_parts(name: str) -> dict[str, str]:
    """A name as CSL wants it: family and given name of a person; whole ("literal") what may be a body.

    Wrong only in looks where it guesses wrong: every word of the name stays.
    """
    bare = _TITLES.sub("", name, count=1) if _TITLES.match(name) else name
    suffix = _SUFFIX.search(bare)
    words = bare[: suffix.start()].split() if suffix else bare.split()
    if not 2 <= len(words) <= 5 or _BODY.search(bare) or not all(_NAME.fullmatch(word) for word in words):
        return {"literal": name}
    if any(word[0].islower() and word not in _PARTICLES for word in words) or bare.isupper():
        return {"literal": name}
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    parts = {"family": " ".join(words[first:]), "given": " ".join(words[:first])}
    return parts | ({"suffix": suffix[1]} if suffix else {})


def date_parts(document: Document) -> list[int]:
    """Year, month and day of publication, as far as they are known and one; empty where the year is not."""
    published = document.published
    if published is None or not published.start:
        return []
    parts = [int(part) for part in published.start.split("-")]
    if published.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return parts
    # a season or a range: the year is all that a citation can say
    return parts[:1] if (published.end or published.start)[:4] == published.start[:4] else []
