"""A tiny library of our own writing: two voices on a harbour, and a text that tries to misuse Discord.

Sources lie on disk, and every passage's spans point into them, so its words can be cut and checked.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from bot.models import (
    Attribution,
    Claim,
    Contents,
    Document,
    Event,
    Passage,
    Precision,
    Speaker,
    Topic,
    When,
)
from bot.text import keys


@dataclass(frozen=True)
class Words:
    """A sentence, or a stretch of the sentence before it that is another's."""

    text: str
    speaker: str
    quoted: str | None = None  # who is quoted in it, and is the speaker of the stretch
    stretch: str | None = None
    confidence: float = 1.0


ADLER, BERG, MINISTER = "ida-adler", "jonas-berg", "the-minister"

HARBOUR = [
    [
        Words("The town lives by its harbour and always has.", ADLER),
        Words("Two hands on one rope can still pull different ways.", ADLER),
        Words("We may deepen the channel, but only once the sea wall stands.", ADLER),
    ],
    [
        Words(
            "“The ferry will run again before winter,” the minister said.",
            ADLER,
            MINISTER,
            "The ferry will run again before winter,",
        ),
        Words("Nobody who waited on the quay in 1998 believes that.", ADLER),
    ],
    [Words("A harbour that is never dredged becomes a meadow.", ADLER, confidence=0.6)],
]
REPLY = [
    [
        Words("The harbour is not the town.", BERG),
        Words("Four boats left in March 2003 and none came back to stay.", BERG),
        Words("Let the water keep what it has taken.", BERG),
    ]
]
SIGNS = [
    [
        Words("The sign read *no entry* and below it ||nobody|| in small letters.", BERG),
        Words("Somebody had written @everyone and <@123456789012345678> across it.", BERG),
        Words("# This line begins with a mark that would shout.", BERG),
    ]
]

SPEAKERS = (
    Speaker(ADLER, "Ida Adler", ("Ms. Adler",), "Harbour Office"),
    Speaker(BERG, "Jonas Berg", ("Mr. Berg",)),
    Speaker(MINISTER, "the minister"),
)
TOPICS = (Topic("harbour", "The harbour", ("port",)), Topic("signs", "Signs"))


def write_library(sources: Path) -> Contents:
    """Writes the sources into a folder and gives what a corpus is built from."""
    sources.mkdir(parents=True, exist_ok=True)
    documents = [
        _document("harbour", "The Harbour Question", (ADLER,), "2014-04-21", "Coast Review"),
        _document("reply", "A Reply from the Hill", (BERG,), "2014-05", "Coast Review"),
        _document("signs", "**Signs** @everyone [here](https://x.example)", (BERG,), "2015", None),
    ]
    texts = [HARBOUR, REPLY, SIGNS]
    written = [_write(document, text, sources) for document, text in zip(documents, texts, strict=True)]
    passages = [passage for _, its in written for passage in its]
    by_text = {passage.text: passage.key for passage in passages}
    return Contents(
        documents=tuple(document for document, _ in written),
        speakers=SPEAKERS,
        topics=TOPICS,
        passages=tuple(passages),
        claims=(
            Claim("c1", "harbour", ADLER, "harbour", "The harbour must be kept open.",
                  (by_text["A harbour that is never dredged becomes a meadow."],)),
            Claim("c2", "reply", BERG, "harbour", "The harbour should be given up.",
                  (by_text["Let the water keep what it has taken."],)),
        ),
        events=(
            Event("e1", "harbour", When("1998", None, Precision.YEAR), "People wait on the quay.",
                  (by_text["Nobody who waited on the quay in 1998 believes that."],)),
            Event("e2", "reply", When("2003-03", None, Precision.MONTH), "Four boats leave.",
                  (by_text["Four boats left in March 2003 and none came back to stay."],)),
        ),
    )  # fmt: skip


def _document(id: str, title: str, authors: tuple[str, ...], published: str, outlet: str | None) -> Document:
    precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(published)]
    return Document(
        id, title, authors=authors, outlet=outlet, published=When(published, None, precision),
        kind="commentary", language="en", source_file=f"{id}.txt",
    )  # fmt: skip


def _write(document: Document, text: list[list[Words]], sources: Path) -> tuple[Document, list[Passage]]:
    source = "\n\n".join(" ".join(words.text for words in paragraph) for paragraph in text)
    (sources / str(document.source_file)).write_bytes(source.encode())
    found: list[Passage] = []
    before: list[str] = []  # for each passage, the sentence before it or before the one that holds it
    last = ""
    for number, paragraph in enumerate(text, 1):
        for words in paragraph:
            sentence = _passage(document.id, len(found), number, words.text, source, words)
            found.append(sentence)
            before.append(last)
            if words.stretch:
                found.append(_stretch(sentence, words, source))
                before.append(last)
            last = words.text
    named = keys(document.id, [passage.text for passage in found], before)
    digest = hashlib.sha256(source.encode()).hexdigest()
    return (
        replace(document, digest=digest, words=len(source.split())),
        [replace(passage, key=key) for passage, key in zip(found, named, strict=True)],
    )


def _passage(document: str, place: int, paragraph: int, text: str, source: str, words: Words) -> Passage:
    start = source.index(text)
    return Passage(
        "", document, place, paragraph, text, ((start, start + len(text)),), words.speaker,
        confidence=words.confidence,
    )  # fmt: skip


def _stretch(sentence: Passage, words: Words, source: str) -> Passage:
    assert words.stretch
    start = source.index(words.stretch)
    return replace(
        sentence, place=sentence.place + 1, text=words.stretch, spans=((start, start + len(words.stretch)),),
        speaker=words.quoted, attribution=Attribution.QUOTED, cue="said", via=(words.speaker,),
        parent=sentence.place,
    )  # fmt: skip
