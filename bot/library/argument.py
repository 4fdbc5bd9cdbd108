"""Whether a sentence argues: says what should be, what will follow, what is thought, rather than what was."""

from __future__ import annotations

import re

_WEIGHTS = (
    # what ought to be
    (
        3,
        r"should|ought to|must|(?:has|have|had) to|needs? to|needs|it is time|sollte[nst]?|müssen|muss|doit"
        r"|devrait|il faut",
    ),
    # what can or cannot be, and what would follow
    (
        2,
        r"cannot|can't|can’t|will not|won't|won’t|would|could|unlikely|likely|may well|impossible|will|kann"
        r"|wird|würde|peut",
    ),
    # what is thought of it
    (
        2,
        r"i (?:think|believe|argue|hold|contend|doubt)|we (?:think|believe|hold)|in my (?:view|opinion)"
        r"|argues?|meiner meinung|je (?:crois|pense)",
    ),
    # what it rests on
    (
        1,
        r"because|therefore|since|unless|only if|the reason|depends on|so long as|weil|parce que|donc",
    ),
    # what it is worth
    (
        1,
        r"better|best|worse|worst|wrong|right|mistake|fails?|failed|crucial|essential|important|dangerous"
        r"|unwise|wise|little|hardly|scarcely|never|not|no|falsch|besser|mieux|jamais|pas",
    ),
)
_CUES = tuple((weight, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for weight, words in _WEIGHTS)

ARGUES = 3
"""The weight from which a sentence takes a position."""


def argument_weight(text: str) -> int:
    """How much of an argument a sentence bears, from 0; each kind of cue counts once."""
    return sum(weight for weight, cue in _CUES if cue.search(text))
