"""`which-document`: words, letter for letter. From which document?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from bot.models import Document, Passage
from bot.quiz.asked import Asked, Choice
from bot.quiz.giveaways import names_document, speaks_of_itself
from bot.quiz.material import Material
from bot.quiz.modes.mode import OPTIONS, Mode, mixed_up
from bot.quiz.modes.who_said import leans
from bot.text import fold


def questions(material: Material, rng: Random) -> Iterator[Asked]:
    standing = defaultdict(set)
    for passage in material.everything:
        standing[fold(passage.text)].add(passage.document)
    passages = [passage for passage in material.passages if not leans(passage.text)]
    rng.shuffle(passages)
    for passage in passages:
        if asked := _question(material, rng, passage, standing[fold(passage.text)]):
            yield asked


def _question(material: Material, rng: Random, passage: Passage, standing: set[str]) -> Asked | None:
    right = material.documents[passage.document]
    others = [one for one in _others(material, rng, right) if one.id not in standing][: OPTIONS - 1]
    authors = [
        material.speakers[id] for one in (right, *others) for id in one.authors if id in material.speakers
    ]
    if (
        not others
        or standing != {right.id}
        or speaks_of_itself(passage.text)
        or names_document(passage.text, right, others, authors)
    ):
        return None
    choices, rank = mixed_up(
        rng,
        Choice(right.title, f"It stands there, in paragraph {passage.paragraph}."),
        [Choice(other.title, _why_not(material, other)) for other in others],
    )
    return Asked(
        id=f"{MODE.name}:{passage.key}",
        mode=MODE.name,
        prompt="Which document is this from?",
        choices=choices,
        right=rank,
        words=passage.text,
        passages=(passage.key,),
        speaker=passage.speaker,
        document=right.id,
    )


def _others(material: Material, rng: Random, right: Document) -> list[Document]:
    """Other documents that were read, the nearest first: these are the easiest to mistake."""
    read = {passage.document for passage in material.everything} - {right.id}
    titles = {fold(right.title)}
    found = [material.documents[id] for id in sorted(read)]
    rng.shuffle(found)
    found.sort(key=lambda one: material.nearness(one.id, right.id), reverse=True)
    different = []
    for one in found:
        if fold(one.title) not in titles:
            titles.add(fold(one.title))
            different.append(one)
    return different


def _why_not(material: Material, other: Document) -> str:
    authors = [material.speakers[id].name for id in other.authors if id in material.speakers]
    by = f" It is by {' and '.join(authors)}." if authors else ""
    return f"These words do not stand in it.{by}"


MODE = Mode("which-document", "a quote, word for word: where does it stand?", questions)
