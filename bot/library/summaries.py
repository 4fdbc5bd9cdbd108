"""Summaries: the sentences that stand for a document, a speaker or a topic, each cut from its source."""

from __future__ import annotations

import asyncio
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bot.errors import EmptyLibrary, NothingFound, Withheld
from bot.library.argument import ARGUES, argument_weight
from bot.library.receipts import Receipt, receipts
from bot.library.salience import Candidate, choose, stems
from bot.library.shelf import Library
from bot.library.standalone import stands_alone
from bot.models import Attribution, Claim, Document, Passage, Speaker

SAMPLE = 1_500  # sentences looked at, however many there are
LEAST_OF_STRETCH = 8  # words of a quotation inside a sentence that can stand alone
ON_LOOP = 60  # sentences that are compared in a few milliseconds

_MARKUP_LINE = re.compile(r"\s*(?:#|[-*+>] |\d+[.)] |\||```|!\[)")


class Length(StrEnum):
    """How long a summary is; `SENTENCES` says how many sentences that means."""

    BRIEF = "brief"
    STANDARD = "standard"
    DETAILED = "detailed"


@dataclass(frozen=True, slots=True)
class Summary:
    """`guide` is our own paraphrase, never to be shown as the document's words."""

    document: Document | None
    guide: tuple[str, ...]  # its opening paragraphs
    sentences: tuple[Receipt, ...]  # in reading order
    claims: tuple[tuple[Speaker, Claim], ...] = ()  # a pack's, in our own words, where there is nothing else
    withheld: tuple[str, ...] = ()  # titles of documents whose source has changed since they were loaded


async def summary(
    library: Library,
    *,
    document: str | None = None,
    speaker: str | None = None,
    topic: str | None = None,
    length: Length = Length.STANDARD,
) -> Summary:
    """What a document, a speaker, a topic, or several of these say in few sentences; or all there is.

    Where the sources are not here, a pack's claims stand in. Raises EmptyLibrary where nothing is loaded,
    NothingFound where no sentence is sure and clear on its own and no claim is known.
    """
    about = await library.document(document) if document else None
    guide = guide_opening(about, length) if about and not (speaker or topic) else ()
    passages = await library.sample(document=document, speaker=speaker, topic=topic, limit=SAMPLE)
    titles = await _titles(library, passages)
    if len(passages) <= ON_LOOP:
        chosen = _chosen(passages, speaker, length, titles)
    else:
        chosen = await asyncio.to_thread(_chosen, passages, speaker, length, titles)
    found = await receipts(library, chosen)
    sentences = tuple(one for one in found if isinstance(one, Receipt))
    withheld = dict.fromkeys(one.document for one in found if isinstance(one, Withheld))
    claims = () if guide or sentences else await _claims(library, document, speaker, topic, length)
    if not (guide or sentences or claims or withheld):
        if not await library.documents():
            raise EmptyLibrary
        raise NothingFound("sentences that are sure and clear on their own")
    return Summary(about, guide, sentences, claims, tuple(withheld))


async def _claims(
    library: Library, document: str | None, speaker: str | None, topic: str | None, length: Length
) -> tuple[tuple[Speaker, Claim], ...]:
    claims = await library.claims(document=document, speaker=speaker, topic=topic)
    first = claims[: SENTENCES[length][1]]
    return tuple([(who, claim) for claim in first if (who := await library.speaker(claim.speaker))])


def guide_opening(document: Document, length: Length) -> tuple[str, ...]:
    """The first paragraphs of a document's reading guide, headings and lists left out."""
    blocks = re.split(r"\n\s*\n", (document.guide or "").strip())
    paragraphs = [" ".join(block.split()) for block in blocks if block and not _MARKUP_LINE.match(block)]
    return tuple(paragraphs[: 2 if length is Length.DETAILED else 1])


def _is_clear(passage: Passage, speaker: str | None) -> bool:
    """Whether a passage may stand for a text; a stretch of another's words, only for the one who said it."""
    if passage.parent is not None and (speaker is None or len(passage.text.split()) < LEAST_OF_STRETCH):
        return False
    if passage.attribution is not Attribution.AUTHOR and passage.speaker != speaker:
        return False
    return stands_alone(passage.text)


def _chosen(passages: Sequence[Passage], speaker: str | None, length: Length, titles: str) -> list[Passage]:
    clear = [passage for passage in passages if _is_clear(passage, speaker)]
    least, most = SENTENCES[length]
    count = max(least, min(most, math.isqrt(len(clear))))
    return [clear[number] for number in choose(_candidates(passages, clear), count, titles)]


def _candidates(passages: Sequence[Passage], clear: Sequence[Passage]) -> list[Candidate]:
    before = _sentences_before(passages)
    size = Counter(_voice(passage) for passage in passages)
    ranks: defaultdict[str, int] = defaultdict(int)
    depth: dict[str, float] = {}
    for passage in passages:
        voice = _voice(passage)
        depth[passage.key] = ranks[voice] / size[voice]
        ranks[voice] += 1
    return [
        Candidate(
            passage.text,
            _voice(passage),
            passage.paragraph,
            depth[passage.key],
            _worth(passage.text, before.get((passage.document, passage.place), "")),
        )
        for passage in clear
    ]


def _voice(passage: Passage) -> str:
    return f"{passage.document} {passage.speaker}"


def _sentences_before(passages: Sequence[Passage]) -> dict[tuple[str, int], str]:
    """By document and place, the sentence that stands before, where it is known."""
    sentences = [passage for passage in passages if passage.parent is None]
    return {
        (after.document, after.place): one.text
        for one, after in pairwise(sentences)
        if one.document == after.document
    }


def _worth(text: str, before: str) -> float:
    worth = 1.2 if argument_weight(text) >= ARGUES else 1.0
    # "The announcement came late": which one, the sentence before says
    article, *nouns = text.split()[:4]
    if article in _ARTICLES:
        known = set(stems(before))
        lower = [noun for noun in nouns if noun.islower()]
        if any(stem in known for noun in lower for stem in stems(noun)):
            worth *= 0.4
    return worth


async def _titles(library: Library, passages: Sequence[Passage]) -> str:
    ids = {passage.document for passage in passages}
    if len(ids) > MANY:
        return ""
    return " ".join([document.title for id in sorted(ids) if (document := await library.document(id))])


MANY = 12  # documents whose titles still say what they have in common
_ARTICLES = frozenset({"The", "Der", "Die", "Das", "Le", "La", "Les"})

SENTENCES: dict[Length, tuple[int, int]] = {
    Length.BRIEF: (1, 2),
    Length.STANDARD: (4, 6),
    Length.DETAILED: (8, 12),
}
"""At least and at most so many sentences, where there are as many."""
