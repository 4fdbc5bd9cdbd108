"""From a file's blocks to its body in reading order: named steps, one after the other."""

from __future__ import annotations

from dataclasses import replace

from bot.ingest.clean.back import drop_back, drop_teasers
from bot.ingest.clean.byline import take_dateline
from bot.ingest.clean.columns import stitch_columns
from bot.ingest.clean.draft import Draft, Part, Step
from bot.ingest.clean.footnotes import drop_footnotes
from bot.ingest.clean.front import take_front
from bot.ingest.clean.furniture import drop_furniture
from bot.ingest.clean.kinds import tell_kinds
from bot.ingest.clean.lines import parts_of, single_spaced
from bot.ingest.clean.metadata import take_metadata
from bot.ingest.clean.omissions import omissions_of
from bot.ingest.clean.paragraphs import join_lines
from bot.ingest.clean.pull_quotes import drop_pull_quotes
from bot.ingest.clean.references import drop_references
from bot.ingest.clean.repeats import drop_repeats
from bot.ingest.clean.sections import take_sections
from bot.ingest.clean.signatures import drop_salutations, take_signatures
from bot.ingest.clean.stage import drop_stage_directions
from bot.ingest.clean.turns import take_turns
from bot.ingest.shapes import Extract, Layout, Paragraph

__all__ = ["STEPS", "clean"]


def clean(extract: Extract, authors: tuple[str, ...] = ()) -> Layout:
    """The body of a source, what it says of itself, and what was left out and why.

    `authors` are names that are known beforehand, from a pack; they go before what the source says.
    """
    metadata = replace(extract.metadata, authors=authors or extract.metadata.authors)
    draft = Draft(parts_of(extract.blocks), metadata)
    for step in STEPS.values():
        draft = step(draft)
    paragraphs = tuple(map(_paragraph, draft.parts))
    return Layout(paragraphs, draft.metadata, omissions_of(extract, paragraphs, draft.dropped))


def _paragraph(part: Part) -> Paragraph:
    return Paragraph(part.text, part.kind, part.voice, part.voice_sure, part.unsigned)


STEPS: dict[str, Step] = {
    "take metadata": take_metadata,
    "drop furniture": drop_furniture,
    "close up double spacing": single_spaced,
    "drop footnotes": drop_footnotes,
    "drop pull quotes": drop_pull_quotes,
    "stitch columns": stitch_columns,
    "join lines": join_lines,
    "take front": take_front,
    "drop references": drop_references,
    "take datelines": take_dateline,
    "drop teasers": drop_teasers,
    "take turns": take_turns,
    "take sections": take_sections,
    "take signatures": take_signatures,
    "drop back": drop_back,
    "drop repeats": drop_repeats,
    "drop salutations": drop_salutations,
    "drop stage directions": drop_stage_directions,
    "tell kinds": tell_kinds,
}
