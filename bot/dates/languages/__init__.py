"""The words that dates are made of, language by language. To teach one, add a file and a row."""

from __future__ import annotations

from bot.dates.languages.english import ENGLISH
from bot.dates.languages.french import FRENCH
from bot.dates.languages.german import GERMAN
from bot.dates.languages.italian import ITALIAN
from bot.dates.languages.russian import RUSSIAN
from bot.dates.languages.spanish import SPANISH
from bot.dates.roles import Column

LANGUAGES: dict[str, Column] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "ru": RUSSIAN,
}
"""By ISO 639 code."""
