"""Reads the words for someone out of a sentence."""

from bot.ingest.attribute.phrases.describe import UTTERED, names_in
from bot.ingest.attribute.phrases.find import phrase_after, phrase_before, sentence_subject
from bot.ingest.attribute.phrases.phrase import FARTHEST, Phrase, Who

__all__ = [
    "FARTHEST",
    "UTTERED",
    "Phrase",
    "Who",
    "names_in",
    "phrase_after",
    "phrase_before",
    "sentence_subject",
]
