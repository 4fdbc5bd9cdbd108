"""What in a question would give its answer away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bot.models import Document, Speaker

# where and when it was said, and who is in the room
_OCCASION = re.compile(
    r"""\b(?:
      as\ (?:i|we|he|she|they|the\ author)\ (?:\w+\ )?
        (?:said|say|noted|note|mentioned|argued|argue|wrote|write|showed|explained)
    | (?:said|noted|mentioned|discussed|described|outlined|argued|explained|listed|cited)
        \ (?:above|below|earlier|before)
    | (?:this|the\ present)\ (?:article|essay|paper|brief|report|debate|speech|talk|column|interview
        |commentary|chapter|study|motion|conference|hall|room|podium|panel|symposium|lecture|letter|book
        |chronicle|note|seminar)
    | here\ in | gathered\ here | here\ today | today\ in
    | you\ (?:said|say|sat|told|spoke|mentioned|wrote|asked) | asked\ you
    | ladies\ and\ gentlemen | thank\ you | good\ (?:morning|afternoon|evening)
    | chair(?:man|woman|person)? | mr\.?\ president | madam | your\ (?:excellency|excellencies|honou?r)
    | opponents? | colleagues? | interviewer | interviewee | listeners? | readers? | audience
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|us|Us|[Oo]urs?|[Oo]urselves)\b(?!\.\w)")
_WORD = re.compile(r"[^\W_]+")

# words of names that many share: they tell nobody apart
_TITLES = """
    mr mrs ms dr sir dame lord lady prof professor president minister prime foreign deputy vice former
    general secretary ambassador director chair chairman senator the of and for on in at to a an de la le
    van von der al party government state states united national ministry institute university center
    centre council office
"""
_COMMON = frozenset(_TITLES.split())
_SHORTEST = 3


def speaks_of_itself(text: str) -> bool:
    """Whether a text says "I" or "we", or names the occasion on which it was said."""
    return bool(_FIRST_PERSON.search(text) or _OCCASION.search(text))


def names_of(speaker: Speaker) -> tuple[str, ...]:
    return (speaker.name, *speaker.aliases)


def telling(names: Iterable[str]) -> frozenset[str]:
    """The words of names that point at somebody: not titles, not offices, not articles; folded.

    Where a name has only such words, as "The Chair" has, all of them count.
    """
    found: set[str] = set()
    for name in names:
        words = {word for word in _words(name) if len(word) >= _SHORTEST}
        found |= (words - _COMMON) or words - {"the", "and", "for"}
    return frozenset(found)


def names_somebody(text: str, speakers: Iterable[Speaker]) -> bool:
    """Whether a word of any of their names stands in the text."""
    return bool(set(_words(text)) & telling(name for speaker in speakers for name in names_of(speaker)))


def namesakes(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers share a telling word of their names: they could be taken for one another."""
    return bool(telling(names_of(one)) & telling(names_of(other)))


def names_document(
    text: str, right: Document, others: Iterable[Document], authors: Iterable[Speaker]
) -> bool:
    """Whether a text names a document: by a word of its title that others lack, outlet, authors."""
    rest = [telling([other.title]) for other in others]
    of_all = frozenset.intersection(*rest) if rest else frozenset[str]()
    title = telling([right.title, right.subtitle or ""]) - of_all
    outlet = telling([right.outlet] if right.outlet else [])
    return bool(set(_words(text)) & (title | outlet)) or names_somebody(text, authors)


def _words(text: str) -> list[str]:
    """Small letters, without accents and without the English possessive and plural s."""
    plain = unicodedata.normalize("NFKD", text.replace("’s", "").replace("'s", "")).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [_singular(word) for word in _WORD.findall(letters)]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
