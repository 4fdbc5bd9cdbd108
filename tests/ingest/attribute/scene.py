"""Builds sentences for the tests of attribution: one a line, a blank line between paragraphs."""

from __future__ import annotations

from bot.ingest.attribute import Attributed, attribute
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Kind, Metadata, Sentence
from bot.models import Attribution, Passage


def sentences(text: str) -> list[Sentence]:
    """A line may begin with a voice in square brackets, and with `> ` where it is a block quotation."""
    found: list[Sentence] = []
    paragraph, start, voice = 1, 0, None
    for line in text.splitlines(keepends=True):
        plain = line.strip()
        if not plain:
            paragraph += bool(found) and found[-1].paragraph == paragraph
        else:
            kind = Kind.PARAGRAPH
            left = start + line.index(plain)
            if plain.startswith("["):
                voice, _, plain = plain[1:].partition("] ")
                left += len(voice) + 3
            if plain.startswith("> "):
                kind, plain, left = Kind.QUOTE, plain[2:], left + 2
            found.append(Sentence(Mapped.of(plain, left), paragraph, kind, voice))
        start += len(line)
    return found


def read(text: str, *authors: str, language: str | None = None, **metadata: str) -> Attributed:
    about = Metadata(authors=authors, language=language, **metadata)  # type: ignore[arg-type]
    return attribute(sentences(text), about, "scene", text)


def said(result: Attributed) -> list[tuple[str | None, str]]:
    """The stretches in quotation marks: name and words."""
    names = {speaker.id: speaker.name for speaker in result.speakers}
    return [(names.get(p.speaker or ""), p.text) for p in quoted(result)]


def quoted(result: Attributed) -> list[Passage]:
    return [passage for passage in result.passages if passage.attribution is Attribution.QUOTED]


def names(result: Attributed) -> list[str]:
    return [speaker.name for speaker in result.speakers]
