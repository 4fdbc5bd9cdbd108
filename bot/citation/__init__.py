"""Citations of a passage: as the style manuals want them, and as BibTeX."""

from bot.citation.cited import Cited
from bot.citation.styles import STYLES, cite

__all__ = ["STYLES", "Cited", "cite"]
