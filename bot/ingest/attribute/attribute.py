"""Makes passages of sentences: each with its speaker, and each stretch in it that is another's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.ingest.attribute import confidence
from bot.ingest.attribute.cast import Cast, Person
from bot.ingest.attribute.languages import language_of
from bot.ingest.attribute.source import Source, Stretch
from bot.ingest.attribute.sources import find_stretches
from bot.ingest.attribute.voices import Voices
from bot.ingest.mapped import Mapped, bridged
from bot.ingest.shapes import Metadata, Sentence
from bot.models import GAP, Attribution, Passage, Speaker
from bot.text import keys


@dataclass(frozen=True, slots=True)
class Attributed:
    """A document's passages in reading order, those who speak in it, and the ids of its authors."""

    passages: tuple[Passage, ...]
    speakers: tuple[Speaker, ...]
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage before its key and its speaker's id are known."""

    text: Mapped
    paragraph: int
    source: Source
    parent: int | None = None


def attribute(
    sentences: Sequence[Sentence],
    metadata: Metadata,
    document: str,
    source: str,
    known: Sequence[Speaker] = (),
) -> Attributed:
    """Who says each sentence, and each stretch of it in quotation marks.

    `source` is the text that the sentences' offsets point into; `known` are speakers of packs or of the
    library, whose ids are taken over where a full name is the same.
    """
    language = language_of(metadata.language, (sentence.text.text for sentence in sentences))
    cast = Cast(document, known)
    voices = Voices(cast, metadata, sentences, language)
    owners = [voices.owner(sentence) for sentence in sentences]
    stretches = find_stretches(sentences, owners, voices, cast, language)
    drafts = list(_drafts(sentences, owners, stretches))
    people = (person for draft in drafts for person in (draft.source.person, *draft.source.via) if person)
    speakers = cast.speakers((*voices.authors, *people))
    return Attributed(
        tuple(_passages(drafts, document, source, speakers)),
        tuple(speakers.values()),
        tuple(speakers[author].id for author in voices.authors),
    )


def _drafts(
    sentences: Sequence[Sentence], owners: Sequence[Source], stretches: dict[int, list[Stretch]]
) -> Iterator[Draft]:
    place = 0
    for number, (sentence, owner) in enumerate(zip(sentences, owners, strict=True)):
        parent = place
        inside = stretches.get(number, [])
        block = next((stretch for stretch in inside if stretch.block), None)
        if not block and any(_covers(stretch, sentence, owner) for stretch in inside):
            owner = replace(owner, confidence=min(owner.confidence, confidence.INSIDE_QUOTATION))
        yield Draft(sentence.text, sentence.paragraph, block.source if block else owner)
        place += 1
        for stretch in inside:
            text = sentence.text[stretch.start : stretch.end].strip()
            if not stretch.block and text.text:
                yield Draft(text, sentence.paragraph, stretch.source, parent)
                place += 1


def _covers(stretch: Stretch, sentence: Sentence, owner: Source) -> bool:
    """Whether the whole sentence is another's words."""
    if stretch.source.attribution is not Attribution.QUOTED or stretch.source.person is owner.person:
        return False
    text = sentence.text.text
    return not any(letter.isalnum() for letter in text[: stretch.start] + text[stretch.end :])


def _passages(
    drafts: Sequence[Draft], document: str, source: str, speakers: dict[Person, Speaker]
) -> Iterator[Passage]:
    before: list[str] = []
    last = ""
    for draft in drafts:
        before.append(last)
        if draft.parent is None:
            last = draft.text.text
    texts = [draft.text.text for draft in drafts]
    for place, (draft, key) in enumerate(zip(drafts, keys(document, texts, before), strict=True)):
        who = draft.source
        yield Passage(
            key=key,
            document=document,
            place=place,
            paragraph=draft.paragraph,
            text=draft.text.text,
            spans=bridged(draft.text.spans(), source),
            speaker=speakers[who.person].id if who.person else None,
            attribution=who.attribution,
            cue=who.cue,
            via=tuple(speakers[person].id for person in who.via),
            confidence=who.confidence,
            damaged=GAP.strip() in draft.text.text,
            parent=draft.parent,
        )
