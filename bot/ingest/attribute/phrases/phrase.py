"""The words for someone in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.ingest.attribute.names import Name


class Who(StrEnum):
    """What kind of someone a phrase names."""

    PERSON = "person"  # by name
    BODY = "body"  # by name
    ROLE = "role"  # one person, by part or office: "the minister"
    GROUP = "group"  # several, or a body without a name: "officials", "the ministry"
    WORK = "work"  # a text: "the report"
    PRONOUN = "pronoun"
    SELF = "self"  # "I", "we": whoever is speaking
    OTHER = "other"  # "you": whoever is spoken to
    NOBODY = "nobody"  # "some", "one"
    THING = "thing"  # none of these, as far as the words tell


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words `tokens[start:end]` for someone. `head` is the noun that says what they are."""

    who: Who
    text: str
    start: int
    end: int
    name: Name | None = None
    head: str = ""
    gender: str = ""  # "m", "f", "n", "p" (several), "" (untold)
    affiliation: str | None = None


FARTHEST = 30
"""Tokens to look across for the speaker of a verb: the longest apposition that reads well."""
