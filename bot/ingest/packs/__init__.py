"""Packs: folders of reading guides in our own words, with locators into the source texts.

A pack names speakers and topics, settles attributions, adds claims, events, questions and notes. It never
changes a word of a source.
"""

from bot.ingest.packs.apply import Applied, apply, recognise, source_digest
from bot.ingest.packs.lint import lint
from bot.ingest.packs.load import load_pack, load_packs
from bot.ingest.packs.shapes import Pack, PackDocument

__all__ = [
    "Applied",
    "Pack",
    "PackDocument",
    "apply",
    "lint",
    "load_pack",
    "load_packs",
    "recognise",
    "source_digest",
]
