"""Finds the stretches of sentences that are another's words, and whose they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bot.ingest.attribute import blocks, confidence, cues
from bot.ingest.attribute.cast import Cast, Person
from bot.ingest.attribute.cues import Cue
from bot.ingest.attribute.frames import Frame, frames_of
from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.marks import Quotation, find_quotations, with_marks
from bot.ingest.attribute.memory import Memory
from bot.ingest.attribute.reported import find_reported
from bot.ingest.attribute.scene import Scene, held, without
from bot.ingest.attribute.settle import Settler
from bot.ingest.attribute.source import Source, Stretch
from bot.ingest.attribute.voices import Voices
from bot.ingest.shapes import Kind, Sentence
from bot.models import Attribution

DEEPEST = 3
"""Quotations within quotations that are still told apart."""


def find_stretches(
    sentences: Sequence[Sentence], owners: Sequence[Source], voices: Voices, cast: Cast, language: Language
) -> dict[int, list[Stretch]]:
    """The stretches of each sentence that has any, by the sentence's number."""
    reader = Reader(sentences, owners, voices, cast, language)
    for _, group in groupby(range(len(sentences)), key=lambda n: _same_scene(sentences[n])):
        reader.read(list(group))
    return reader.stretches


def _same_scene(sentence: Sentence) -> tuple[int, Kind, str | None]:
    return (sentence.paragraph, sentence.kind, sentence.voice)


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
        self._settler = Settler(sentences, voices, self._memory, language)
        self._open: Source | None = None  # of a quotation that the paragraph before left open
        self._block: Source | None = None  # of the block quotation that is being read
        self._lead: Cue | None = None  # of the last sentence before this paragraph
        self._voice: str | None = None
        self._starts: dict[int, int] = {}  # where each sentence of this paragraph begins in its text

    def read(self, numbers: list[int]) -> None:
        """Reads the sentences of one paragraph."""
        self._turn_to(numbers[0])
        texts = [self._sentences[number].text.text for number in numbers]
        text = with_marks(" ".join(texts))
        bounds: list[tuple[int, int, int]] = []
        start = 0
        for number, own in zip(numbers, texts, strict=True):
            bounds.append((number, start, start + len(own)))
            start += len(own) + 1
        self._starts = {number: start for number, start, _ in bounds}
        quotations = find_quotations(text, carried=self._open is not None)
        if quotations and quotations[-1].lasting and not self._taken_up(numbers[-1] + 1, text, quotations):
            quotations = [replace(quotation, lasting=False) for quotation in quotations]
        level, scene = self._scene(numbers, text, bounds, quotations)
        self._read_scene(scene, quotations, level)
        self._lead = cues.lead_in(scene.frames[-1].tokens, self._language)

    def _turn_to(self, number: int) -> None:
        """Takes note where another voice begins."""
        voice = self._sentences[number].voice
        if voice != self._voice:
            self._open, self._voice = None, voice
            self._settler.addressee = self._owners[number - 1].person if number else None

    def _scene(
        self,
        numbers: list[int],
        text: str,
        bounds: list[tuple[int, int, int]],
        quotations: list[Quotation],
    ) -> tuple[int, Scene]:
        """The paragraph as it is to be read, and the level of quotations that counts as outermost in it."""
        outermost = [quotation for quotation in quotations if quotation.level == 1]
        owner = self._owners[numbers[0]].person
        via = (owner,) if owner else ()
        block = self._block = self._block_source(numbers, text, outermost)
        if block:
            for number in numbers:
                self.stretches.setdefault(number, []).append(Stretch(0, 0, block, block=True))
            owner, via = block.person, (*block.via, *((block.person,) if block.person else ()))
        wrapped = block is not None and len(outermost) == 1 and blocks.fills(outermost[0], text)
        level = 2 if wrapped else 1
        counted = [quotation for quotation in quotations if quotation.level == level]
        last = self._open if outermost and outermost[0].resumed else None
        return level, Scene(
            text, frames_of(text, bounds, counted), counted, owner, via, last, lead=self._lead
        )

    def _read_scene(self, scene: Scene, quotations: Sequence[Quotation], level: int) -> None:
        settled = 0
        still_open: Source | None = None
        for index, frame in enumerate(scene.frames):
            while settled < len(scene.quotations) and scene.quotations[settled].left < frame.end:
                quotation = scene.quotations[settled]
                source = self._settler.settle(scene, index, quotation)
                settled += 1
                if source is None:
                    continue
                scene.last, scene.last_frame = source, index
                broken_off = scene.text[quotation.start : quotation.end].rstrip().endswith((",", "—", "–"))
                scene.interrupted = broken_off and scene.last_cue is not None
                still_open = source if quotation.lasting and not quotation.closed else None
                self._add(scene, index, quotation, source)
                if level < DEEPEST:
                    self._read_inside(scene, index, quotation, source, quotations, level)
            if level == 1:
                self._report(scene, frame)
            others = self._settler.others(scene)
            self._memory.read(frame.tokens, frame.number, scene.owner, others)
        if level == 1:
            self._open = still_open

    def _read_inside(
        self,
        scene: Scene,
        index: int,
        quotation: Quotation,
        source: Source,
        quotations: Sequence[Quotation],
        level: int,
    ) -> None:
        """What is quoted within a quotation, by the words around it there."""
        inner = []
        place = bisect_left(quotations, quotation.start, key=lambda q: q.left)
        while place < len(quotations) and quotations[place].left < quotation.end:
            if quotations[place].level == level + 1:
                inner.append(quotations[place])
            place += 1
        if not inner:
            return
        bounds = [
            (frame.number, max(frame.start, quotation.start), min(frame.end, quotation.end))
            for frame in held(scene.frames, index, quotation)
        ]
        via = (*source.via, *((source.person,) if source.person else ()))
        inside = Scene(scene.text, frames_of(scene.text, bounds, inner), inner, source.person, via)
        self._read_scene(inside, quotations, level + 1)

    def _block_source(self, numbers: list[int], text: str, outermost: list[Quotation]) -> Source | None:
        """Who is quoted in a paragraph that is a block quotation; None where it is none."""
        indented = self._sentences[numbers[0]].kind is Kind.QUOTE
        alone = len(outermost) == 1 and len(numbers) > 1 and blocks.fills(outermost[0], text)
        if not indented and not alone:
            return None
        if self._block and indented and self._sentences[numbers[0] - 1].kind is Kind.QUOTE:
            return self._block  # goes on from the paragraph before
        behind = blocks.follow_up(self._settler.tokens_of(numbers[-1] + 1), self._language)
        lead = self._lead if self._lead and not self._lead.idle else None
        if not indented and not behind and not (lead and self._ends_in_colon(numbers[0] - 1)):
            return None
        owner = self._owners[numbers[0]].person
        via: tuple[Person, ...] = (owner,) if owner else ()
        named = blocks.signed(self._settler.tokens_of(numbers[-1]), self._language) if indented else None
        for cue in (named, behind, lead):
            if cue and cue.phrase:
                meant = self._memory.meant(cue.phrase, numbers[0], owner, self._voices.others(owner))
                if meant.person:
                    sure = round(confidence.BLOCK * meant.certainty, 2)
                    via = tuple(person for person in via if person is not meant.person)
                    return Source(meant.person, Attribution.QUOTED, sure, cue.words, via)
        subject = self._memory.last_subject(numbers[0])
        if subject is owner:
            subject = None
        sure = confidence.SENTENCE_BEFORE if subject else confidence.UNATTRIBUTED
        return Source(subject, Attribution.QUOTED, sure, None, via)

    def _report(self, scene: Scene, frame: Frame) -> None:
        """Speech told without marks."""
        for told in find_reported(frame.tokens, self._language):
            meant = self._memory.meant(told.phrase, frame.number, scene.owner, [])
            if meant.person and meant.person is not scene.owner:
                sure = round(confidence.REPORTED * confidence.WHO[told.phrase.who] * meant.certainty, 2)
                source = Source(meant.person, Attribution.REPORTED, sure, told.words, scene.via)
                self._memory.remember(meant.person, told.phrase, frame.number, subject=True)
                self.stretches.setdefault(frame.number, []).append(Stretch(told.start, told.end, source))

    def _taken_up(self, number: int, text: str, quotations: list[Quotation]) -> bool:
        """Whether sentence `number`, which begins a paragraph, opens with the mark that stays open here."""
        mark = next(text[quotation.left] for quotation in quotations if quotation.lasting)
        return number < len(self._sentences) and with_marks(
            self._sentences[number].text.text
        ).lstrip().startswith(mark)

    def _ends_in_colon(self, number: int) -> bool:
        return number >= 0 and self._sentences[number].text.text.rstrip().endswith(":")

    def _add(self, scene: Scene, index: int, quotation: Quotation, source: Source) -> None:
        for frame in held(scene.frames, index, quotation):
            start, end = max(quotation.start, frame.start), min(quotation.end, frame.end)
            offset = self._starts[frame.number]
            for left, right in without(scene.cut, start, end, scene.text):
                self.stretches.setdefault(frame.number, []).append(
                    Stretch(left - offset, right - offset, source)
                )
        scene.cut = None
