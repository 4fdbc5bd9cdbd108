"""The corpus: documents, passages and what rests on them. Built anew at each load, then read only."""

from bot.store.corpus.build import build
from bot.store.corpus.reader import Corpus, Counts

__all__ = ["Corpus", "Counts", "build"]
