"""Finds the stretches of sentences that are another's words, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.ingest.attribute import confidence, cues
from bot.ingest.attribute.cast import Cast, Person
from bot.ingest.attribute.cues import Cue
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.marks import Quotation, find_quotations
from bot.ingest.attribute.memory import Meant, Memory
from bot.ingest.attribute.source import Source
from bot.ingest.attribute.terms import is_label
from bot.ingest.attribute.tokens import Token, hollow, tokenise
from bot.ingest.attribute.voices import Voices
from bot.ingest.shapes import Sentence
from bot.models import Attribution


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text[start:end]` of a sentence; `block`: the whole sentence is one of a block quotation."""

    start: int
    end: int
    source: Source
    block: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence of a paragraph with its outermost quotations hollowed out."""

    number: int
    start: int  # in the paragraph's text
    text: str
    tokens: list[Token]
    quotations: list[Quotation]

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def place(self, quotation: Quotation) -> int:
        """Which token the quotation is."""
        left = max(quotation.left - self.start, 0)
        return next(n for n, token in enumerate(self.tokens) if token.end > left)


def find_stretches(
    sentences: Sequence[Sentence], owners: Sequence[Source], voices: Voices, cast: Cast, language: Language
) -> dict[int, list[Stretch]]:
    """The stretches of each sentence that has any, by the sentence's number."""
    reader = Reader(sentences, owners, voices, cast, language)
    for _, group in groupby(range(len(sentences)), key=lambda n: (sentences[n].paragraph, sentences[n].kind)):
        reader.read(list(group))
    return reader.stretches


class Reader:
    """Reads a document paragraph by paragraph and remembers who spoke last."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        owners: Sequence[Source],
        voices: Voices,
        cast: Cast,
        language: Language,
    ) -> None:
        self.stretches: dict[int, list[Stretch]] = {}
        self._sentences, self._owners, self._voices = sentences, owners, voices
        self._language = language
        self._memory = Memory(cast, language)
        self._open: Source | None = None  # of a quotation that the paragraph before left open
        self._last: Source | None = None  # of the last quotation in this paragraph

    def read(self, numbers: list[int]) -> None:
        texts = [self._sentences[number].text.text for number in numbers]
        text = " ".join(texts)
        quotations = find_quotations(text, carried=self._open is not None)
        frames = _frames(numbers, texts, quotations)
        outermost = [quotation for quotation in quotations if quotation.level == 1]
        self._last = self._open if outermost and outermost[0].resumed else None
        still_open: Source | None = None
        settled = 0
        for frame in frames:
            while settled < len(outermost) and outermost[settled].left < frame.end:
                quotation = outermost[settled]
                source = self._settle(frames, quotation, text)
                settled += 1
                if source is None:
                    continue
                self._last = source
                still_open = source if quotation.lasting and not quotation.closed else None
                for part in frames:
                    self._add(part, quotation, source)
            self._memory.read(frame.tokens, frame.number)
        self._open = still_open

    def _settle(self, frames: list[Frame], quotation: Quotation, text: str) -> Source | None:
        """Whose words a quotation holds; None where it is nobody's: a term, a title, a scare quote."""
        first = next(frame for frame in frames if frame.end > quotation.left)
        last = next((frame for frame in frames if frame.end >= quotation.right), frames[-1])
        owner = self._owners[first.number]
        cue = self._cue(frames, first, last, quotation)
        if is_label(text, quotation, first.tokens, first.place(quotation), cue, self._language):
            return None
        via = (owner.person,) if owner.person else ()
        if cue and cue.phrase:
            others = self._voices.others(owner.person)
            meant = (
                Meant(None) if cue.idle else self._memory.meant(cue.phrase, last.number, owner.person, others)
            )
            if meant.person:
                self._memory.remember(meant.person, cue.phrase, last.number, subject=True)
            sure = confidence.of_cue(cue, meant.certainty) if meant.person else confidence.UNATTRIBUTED
            if owner.person is meant.person:
                via = ()
            return Source(meant.person, Attribution.QUOTED, sure, cue.words, via)
        return self._without_cue(first, quotation, via)

    def _cue(self, frames: list[Frame], first: Frame, last: Frame, quotation: Quotation) -> Cue | None:
        behind = cues.after(last.tokens, last.place(quotation), self._language)
        if behind:
            return behind
        return cues.find_cue(first.tokens, first.place(quotation), self._language)

    def _without_cue(self, first: Frame, quotation: Quotation, via: tuple[Person, ...]) -> Source:
        if self._last and self._last.person:
            sure = min(confidence.SAME_SPEAKER_GOES_ON, self._last.confidence)
            return replace(self._last, confidence=sure)
        alone = quotation.left <= first.start
        subject = self._memory.last_subject(first.number) if alone else None
        if subject:
            return Source(subject, Attribution.QUOTED, confidence.SENTENCE_BEFORE, None, via)
        return Source(None, Attribution.QUOTED, confidence.UNATTRIBUTED, None, via)

    def _add(self, frame: Frame, quotation: Quotation, source: Source) -> None:
        start, end = max(quotation.start, frame.start), min(quotation.end, frame.end)
        if start < end:
            self.stretches.setdefault(frame.number, []).append(
                Stretch(start - frame.start, end - frame.start, source)
            )


def _frames(numbers: list[int], texts: list[str], quotations: list[Quotation]) -> list[Frame]:
    frames: list[Frame] = []
    start = 0
    outermost = [quotation for quotation in quotations if quotation.level == 1]
    for number, text in zip(numbers, texts, strict=True):
        end = start + len(text)
        inside = [q for q in outermost if q.left < end and q.right > start]
        holes = [(max(q.left - start, 0), min(q.right - start, len(text))) for q in inside]
        frames.append(Frame(number, start, text, tokenise(hollow(text, holes)), inside))
        start = end + 1
    return frames
