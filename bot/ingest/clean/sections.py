"""Several speakers in one file, each under a heading that names them: "Eulogy by Ruth Adler"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from bot.ingest.clean.draft import Draft, Part, finished
from bot.ingest.names import is_name, names_in
from bot.ingest.shapes import Kind

SPOKEN = re.compile(
    r"(?:(?:opening|closing|prepared|welcome|concluding|introductory)\s+)?"
    r"(?:eulogy|remarks|tribute|address|speech|statement|words|testimony|letter|opinion|response|reply"
    r"|homily|sermon"
    r"|lecture|comments?|prayer|reading|rede|ansprache|nachruf|grußwort|discours|éloge|hommage|allocution)"
    r"\s+(?:(?:delivered|given|made|spoken|written|presented)\s+)?(?:by|of|from|von|de|des|du|par)\s+"
    r"(?:(?:his|her|their|the) [\w-]+(?: [\w-]+)?, )?",
    re.I,
)
PART = re.compile(
    r"(?:moderator|interviewer|interviewee|host|guest|chair\w*|proposer|opposer|reporter"
    r"|question(?:er)?|speaker|president"
    r"|narrator|judge|witness|counsel|clerk|secretary|präsident\w*|vorsitzende\w*|moderatorin)$",
    re.I,
)
_PLACE = re.compile(r"\s(?:at|to|on|in|before|during|for)\s")
_BY = re.compile(r"(?:by|von|par|por)\s+", re.I)


def find_sections(parts: Sequence[Part], small: Container[str]) -> dict[int, str]:
    """Parts that open a section and the name in them; none where fewer than two are named."""
    found = {index: name for index, part in enumerate(parts) if (name := _named(part, small))}
    return found if len(set(found.values())) > 1 else {}


def _named(part: Part, small: Container[str]) -> str | None:
    text = part.words.strip("*_ ")
    if len(text) > 120 or finished(text) or part.kind in (Kind.ASIDE, Kind.CAPTION, Kind.FOOTNOTE):
        return None
    if found := SPOKEN.match(text):
        return speaker_of(text[found.end() :])
    if found := _BY.match(text):
        names, _ = names_in(text[found.end() :])
        return names[0] if len(names) == 1 else None
    if part.kind is Kind.HEADING and PART.match(text):
        return text
    return text if part.kind is Kind.HEADING and part.level > 1 and is_name(text, small=small) else None


def speaker_of(text: str) -> str | None:
    """The name after "Speech by": a person's, or a post ("the Minister of Roads")."""
    head = _PLACE.split(text.split(",")[0])[0].strip(" .:*_")
    return head if is_name(head) or (head.lower().startswith("the ") and len(head.split()) <= 8) else None


def take_sections(draft: Draft) -> Draft:
    """Gives each section its speaker."""
    heads = find_sections(draft.parts, draft.small)
    if not heads or any(part.voice for part in draft.parts):
        return draft
    kept: list[Part] = []
    voice: str | None = None
    for index, part in enumerate(draft.parts):
        voice = heads.get(index, voice)
        kept.append(replace(part, voice=voice, unsigned=part.unsigned or voice is None))
    names = tuple(dict.fromkeys(heads.values()))
    metadata = replace(
        draft.metadata, authors=draft.metadata.authors if len(draft.metadata.authors) > 1 else names
    )
    return replace(draft, metadata=metadata).keep(kept).drop(dict.fromkeys(heads, "heading"))
