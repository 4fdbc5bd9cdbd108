"""How sure an attribution is, by how we came to it: the share of our own test texts in which it was right.

0.9 and above is sure: shown without a caveat and fit for a quiz. See tests/ingest/attribute for the texts.
"""

from __future__ import annotations

from bot.ingest.attribute.cues import Cue, Sort
from bot.ingest.attribute.phrases import Who

ONE_AUTHOR = 0.98
VOICE = 0.97
UNSURE_VOICE = 0.6
SEVERAL_AUTHORS = 0.55
NO_AUTHOR = 0.5
INSIDE_QUOTATION = 0.5
"""Of the author, for a sentence that stands wholly inside another's quotation."""

SAME_SPEAKER_GOES_ON = 0.9
SAME_SPEAKER_PERHAPS = 0.6
SENTENCE_BEFORE = 0.7
UNATTRIBUTED = 0.5
BLOCK = 0.9
REPORTED = 0.9

SORTS: dict[Sort, float] = {
    Sort.AFTER: 0.97,
    Sort.BEFORE: 0.95,
    Sort.HERALD: 0.96,
    Sort.NAMING: 0.8,
    Sort.THOUGHT: 0.75,
}

WHO: dict[Who, float] = {
    Who.PERSON: 1.0,
    Who.BODY: 1.0,
    Who.ROLE: 0.93,
    Who.GROUP: 0.95,
    Who.WORK: 0.97,
    Who.PRONOUN: 0.93,
    Who.SELF: 0.95,
    Who.OTHER: 0.7,
    Who.THING: 0.6,
    Who.NOBODY: 0.5,
}

SHARED = 0.75
"""For words that two speak together."""

FAR = 0.97
"""For words between the verb and the marks: “X said of the plan that it was ‘...’”."""


def of_cue(cue: Cue, certainty: float = 1.0) -> float:
    """`certainty` is that of the name: less than 1 where a pronoun or namesake leaves a choice."""
    if cue.idle:
        return UNATTRIBUTED
    near = (1.0 if cue.near else FAR) * (SHARED if cue.shared else 1.0)
    who = WHO[cue.phrase.who] if cue.phrase else 1.0
    return round(SORTS[cue.sort] * who * near * certainty, 2)
