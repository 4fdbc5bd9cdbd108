"""Lines that name who wrote, edited or published a text, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.ingest.clean.draft import Draft, Part, finished, titled
from bot.ingest.clean.sections import SPOKEN, speaker_of
from bot.ingest.mapped import Mapped
from bot.ingest.names import names_in
from bot.ingest.published import find_published, is_date_line
from bot.ingest.shapes import Metadata

_BYLINE = re.compile(
    r"(?:(?:written |posted |story |text |reporting |writing |delivered |given |spoken |presented |told )?by|von"
    r"|par|por|di|door|author|autor"
    r"|auteur)\s*:?\s+(?=\S)",
    re.I,
)
_EDITED = re.compile(
    r"(?:edited by|editing by|editors?|herausgegeben von|sous la direction de)\s*:?\s+(?=\S)", re.I
)
_BETWEEN = re.compile(
    r"\bbetween\s+(.{5,120})$|\b(?:interview|conversation|gespräch|entretien)\s+(?:with|mit"
    r"|avec)\s+(.{5,80})$",
    re.I,
)
_SEPARATOR = re.compile(r"[,·|•–—.]\s")
_END = re.compile(r"\.\s")
_IN_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
WIRE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}(?:, [A-Z][\w. ]{1,30})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?)"
    r"\s\((?P<house>[A-Z][\w .&-]{1,40})\)\s?[-–—]{1,2}\s?(?=\S)"
)
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright(?:\s*©)?)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by\s+)?([^.|,\d]{3,80})", re.I
)


def byline_of(text: str) -> tuple[str, ...]:
    """The names in "By A. Adler and B. Brandt", "Speech by the Minister of Roads"; none in other lines."""
    text = text.strip("*_( ")
    if len(text) > 200 or (finished(text) and len(text.split()) > 12):
        return ()
    if spoken := SPOKEN.match(text):
        name = None if finished(text) else speaker_of(text[spoken.end() :])
        return (name,) if name else ()
    for end in _END.finditer(text):
        if is_date_line(text[end.end() :]):
            text = text[: end.start()]  # "Par A. Adler. Publié le 3 mai 2019"
            break
    found = _BYLINE.match(text)
    names, rest = names_in(re.split(r"[;)]", text[found.end() :])[0]) if found else ((), None)
    # "By God, we did it" has a capital as well: one word alone, or a sentence, must be all there is
    doubtful = finished(text) or any(" " not in name for name in names)
    return () if doubtful and rest else names


def editors_of(text: str) -> tuple[str, ...]:
    found = _EDITED.match(text) if len(text) < 120 else None
    return names_in(text[found.end() :])[0] if found else ()


def voices_announced(text: str) -> tuple[str, ...]:
    """Who talks, where a title says so: "between A and B", "an interview with C"."""
    found = _BETWEEN.search(text)
    return names_in(_IN_BRACKETS.sub("", next(filter(None, found.groups()))))[0] if found else ()


def take_dateline(draft: Draft) -> Draft:
    """Cuts "RIVERTOWN (River News) -" off the first paragraphs; the house in brackets is the outlet."""
    kept: list[Part] = []
    cut: list[tuple[str, Mapped]] = []
    metadata = draft.metadata
    for part in draft.parts:
        found = WIRE.match(part.words) if len(part) > 60 else None
        if found:
            cut.append(("dateline", part.text[: found.end()]))
            metadata = replace(metadata, outlet=metadata.outlet or found["house"].strip())
            part = replace(part, text=part.text[found.end() :].strip())
        kept.append(part)
    return replace(draft, metadata=metadata).keep(kept).without(cut)


def sets_front(part: Part) -> bool:
    """Whether a part can only stand before a text."""
    return len(part) < 160 and (is_date_line(part.words) or bool(byline_of(part.words)))


def learn(metadata: Metadata, reason: str, text: str) -> Metadata:
    """What a line before or after the text adds to the metadata."""
    match reason:
        case "byline":
            metadata = _with_authors(metadata, text)
            dated = next((piece for piece in _dated_pieces(text) if is_date_line(piece)), None)
            if not metadata.published and dated:
                metadata = replace(metadata, published=find_published(dated))
        case "editors" if not metadata.editors:
            return replace(metadata, editors=editors_of(text))
        case "date line" if not metadata.published:
            return replace(metadata, published=find_published(text))
        case "label" if not metadata.published and len(text.split()) <= 16 and text.startswith(("[", "(")):
            return replace(metadata, published=find_published(text))
        case "copyright" if not metadata.outlet:
            return replace(metadata, outlet=_copyright_holder(text))
    return metadata


def _dated_pieces(text: str) -> Iterator[str]:
    """The ends of a byline, from each of its separators on."""
    for found in _SEPARATOR.finditer(text[:200]):
        yield text[found.end() : 200].strip("*_) ")


def _with_authors(metadata: Metadata, text: str) -> Metadata:
    names = byline_of(text) or names_in(text.strip("*_ "))[0]
    if metadata.authors or not names:
        return metadata
    found = _BYLINE.match(text.strip("*_ "))
    house = names_in(text.strip("*_ ")[found.end() :])[1] if found else None
    about = {names[0]: house} if house and len(names) == 1 and not is_date_line(house) else {}
    return replace(metadata, authors=names, affiliations={**metadata.affiliations, **about})


def _copyright_holder(text: str) -> str | None:
    found = _HOLDER.search(text)
    name = found[1].strip() if found else ""
    return name if len(name.split()) >= 2 and titled(name) else None
