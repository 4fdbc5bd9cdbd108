"""Positions on a topic: each speaker's, with the words they rest on; then where they agree and where not."""

from __future__ import annotations

from collections.abc import Sequence

from bot.library.positions import Point, Position, Positions, Related
from bot.library.receipts import Receipt
from bot.models import Claim, Stance
from cogs._cards.layout import Row, card, paged
from cogs._cards.markup import clip, plural, quoted
from cogs._cards.quotes import doubts
from cogs._views import Screen

WORDS = 420
"""Characters of one passage under a claim."""
BLOCK = 1_500
"""Characters of one block: who argues more has several."""

HEADS = {
    Stance.AGREE: "Where they agree",
    Stance.DISAGREE: "Where they disagree",
    Stance.DIFFER: "Where they differ in weight or reason",
    Stance.SHIFT: "Where somebody came to say something else",
}


def position_pages(found: Positions) -> list[list[str]]:
    blocks = [block for position in found.positions for block in _position(position)]
    for kind, head in HEADS.items():
        related = [one for one in found.related if one.kind is kind]
        if related:
            blocks += _joined(f"**{head}**", [_relation(one, found) for one in related])
    if len(found.positions) == 2 and not found.related and all(one.points for one in found.positions):
        blocks.append("-# Whether they agree, no guide here says: their words are above.")
    return paged(blocks, most=8, room=3_300)


def positions(found: Positions, blocks: Sequence[str], rows: Sequence[Row]) -> Screen:
    names = " and ".join(clip(one.speaker.name, 60) for one in found.positions)
    whose = f": {names}" if len(found.positions) <= 2 else ""
    note = "Claims (▸) are our paraphrase; what stands between quotation marks is word for word."
    if found.more:
        note += f" {plural(found.more, 'other speaker')} on it: choose one with the option speaker."
    return card(f"Positions on {clip(found.topic.name, 100)}{whose}", *blocks, note=note, rows=rows)


def _position(position: Position) -> list[str]:
    speaker = position.speaker
    affiliation = f" ({clip(speaker.affiliation, 80)})" if speaker.affiliation else ""
    head = f"**{clip(speaker.name, 80)}**{affiliation}"
    if not position.points:
        return [f"{head}\nSilent on this: nothing sure is said on it in what can be read here."]
    return _joined(head, [_point(point) for point in position.points])


def _joined(head: str, parts: Sequence[str]) -> list[str]:
    """The parts under their head, in blocks of a size; those that follow say that they go on."""
    blocks = paged(parts, most=20, room=BLOCK)
    return ["\n".join([head if not number else f"{head} …", *block]) for number, block in enumerate(blocks)]


def _point(point: Point) -> str:
    words = [line for receipt in point.receipts for line in _words(receipt)]
    if point.claim is None:
        return "\n".join(words)
    missing = [] if words else ["-# Its passage cannot be shown: the source is not here, or has changed."]
    return "\n".join([f"▸ {clip(point.claim.text, 300)}", *words, *missing])


def _words(receipt: Receipt) -> list[str]:
    place = f"*{clip(receipt.document.title, 90)}*, paragraph {receipt.paragraph}"
    via = f", quoted by {clip(receipt.via[-1].name, 60)}" if receipt.via else ""
    return [f"> {quoted(receipt.text, WORDS)}", f"-# {place}{via}", *doubts(receipt)]


def _relation(related: Related, found: Positions) -> str:
    sides = "\n".join(f"▸ {_claim(claim, found)}" for claim in related.claims)
    return f"{clip(related.text, 240)}\n{sides}" if related.text else sides


def _claim(claim: Claim, found: Positions) -> str:
    speaker = found.speakers.get(claim.speaker)
    return f"{clip(speaker.name if speaker else claim.speaker, 60)}: {clip(claim.text, 240)}"
