"""Verifying: is that what they said, word for word?"""

from bot.library.verify.examine import Place
from bot.library.verify.occurrences import Difference
from bot.library.verify.verdict import Finding, Verdict, verify

__all__ = ["Difference", "Finding", "Place", "Verdict", "verify"]
