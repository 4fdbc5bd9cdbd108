"""Gives every sentence, and every stretch in quotation marks, to the one who says it."""

from bot.ingest.attribute.attribute import Attributed, attribute

__all__ = ["Attributed", "attribute"]
