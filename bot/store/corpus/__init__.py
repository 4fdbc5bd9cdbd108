"""The corpus: documents, passages and what rests on them. Built anew at each load, then read only."""

from bot.store.corpus.build import build, can_index
from bot.store.corpus.current import current, make_current, open_current, previous, take_in
from bot.store.corpus.difference import Difference, difference
from bot.store.corpus.reader import Corpus, Counts, ended

__all__ = [
    "Corpus",
    "Counts",
    "Difference",
    "build",
    "can_index",
    "current",
    "difference",
    "ended",
    "make_current",
    "open_current",
    "previous",
    "take_in",
]
