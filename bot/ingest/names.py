"""Names of persons as bylines and signatures print them."""

from __future__ import annotations

import re
from collections.abc import Container

TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Hon|Rev|Fr|Herr|Frau|Mme|M|Mlle|Sen"
    r"|Senator|Rep"
    r"|Representative|Gov|Governor|President|Judge|Justice|Ambassador|Amb|Gen|General|Col|Capt|Lt|St)"
)
_NAME = re.compile(
    rf"(?:{TITLE}\.?\s+)*(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*|al-\w+)"
    r"(?:\s+(?:(?:von|van|de|der|den|du|da|di|del|la|le|bin|ibn|zu|y|dos|el"
    r"|al)\s+)*(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*|al-\w+)){0,4}"
    r"(?:,?\s+(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D|LL\.?M|Esq)\.?)*$"
)
_AND = re.compile(
    r"\s*(?:,\s*(?:and|und|et|y|&)\s+|\s(?:and|und|et|y|&|with|mit|avec)\s|;\s*|\s[|·•]\s)\s*", re.I
)
_ROLE = re.compile(
    r"\b(?:director|professor|fellow|editor|president|chair(?:man|woman|person)?|minister|secretary"
    r"|analyst|author"
    r"|researcher|scholar|lecturer|correspondent|columnist|reporter|writer|head|dean|founder|ambassador"
    r"|member"
    r"|senator|representative|manager|officer|chief|student|teacher|resident|citizen|institute"
    r"|university|center"
    r"|centre|college|department|school|foundation|council|association|society|direktor|professorin"
    r"|leiter|leiterin"
    r"|directeur|directrice|professeur|chercheu[rs]e?|ministre|former|retired|emeritus|associate|staff)\b",
    re.I,
)
_NO_NAME = re.compile(
    r"\b(?:the|of|for|and|in|on|at|news|times|post|staff|desk|team|editors?|editorial|correspondent|agency"
    r"|our|your|this|that|more|why|how|what|who|read|all|about|share|university|institute|center|centre"
    r"|policy"
    r"|commentary|opinion|analysis|research|foreign|january|february|march|april|june|july|august"
    r"|september|october"
    r"|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.I,
)


def is_name(text: str, *, least: int = 2, small: Container[str] = ()) -> bool:
    """Whether a line is a person's name and nothing else.

    `small`: the words that the document also writes in small letters; headings are made of these ("Nuclear
    Power"), names are not.
    """
    text = text.strip(" *_—–-")
    words = text.split()
    if 2 * sum(word.strip(".,'’").lower() in small for word in words) >= len(words):
        return False
    return (
        least <= len(words) <= 6
        and len(text) <= 60
        and not _NO_NAME.search(text)
        and not any(map(str.isdigit, text))
        and bool(_NAME.match(text))
    )


def is_role(text: str) -> bool:
    """Whether a short line tells a person's post, house or place."""
    return len(text) <= 120 and not text.endswith((".", "?", "!", ":")) and bool(_ROLE.search(text))


def names_in(text: str) -> tuple[tuple[str, ...], str | None]:
    """The names of a byline ("A. Adler and B. Brandt, Institute of Roads"), and what follows them."""
    names: list[str] = []
    rest: list[str] = []
    for piece in _AND.split(text.strip(" .,*_")):
        head, *tail = [part.strip() for part in piece.split(",")]
        if not rest and is_name(head, least=1):
            names.append(head)
            for part in tail:
                if is_name(part) and not rest and not is_role(part):
                    names.append(part)
                else:
                    rest.append(part)
        else:
            rest.append(piece.strip())
    return tuple(names), ", ".join(filter(None, rest)) or None
