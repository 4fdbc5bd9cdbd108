"""Review: what a person has missed comes back over weeks, and can be taken along."""

from bot.review.export import Flashcard, anki, csv
from bot.review.schedule import GRADES, Grade, graded, intervals

__all__ = ["GRADES", "Flashcard", "Grade", "anki", "csv", "graded", "intervals"]
