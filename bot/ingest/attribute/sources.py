"""Finds the stretches of sentences that are another's words, and whose they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.ingest.attribute import blocks, confidence, cues, japanese
from bot.ingest.attribute.cast import Cast, Person
from bot.ingest.attribute.cues import Cue
from bot.ingest.attribute.frames import Frame, frames_of
from bot.ingest.attribute.languages import JAPANESE, Language
from bot.ingest.attribute.marks import Quotation, find_quotations, with_marks
from bot.ingest.attribute.memory import Meant, Memory
from bot.ingest.attribute.reported import find_reported
from bot.ingest.attribute.source import Source, Stretch
from bot.ingest.attribute.terms import is_label
from bot.ingest.attribute.tokens import Token, tokenise
from bot.ingest.attribute.voices import Voices
from bot.ingest.shapes import Kind, Sentence
from bot.models import Attribution, Span

DEEPEST = 3
"""Quotations within quotations that are still told apart."""


@dataclass(slots=True)
class Scene:
    """One paragraph, or the inside of one quotation, while it is read: whose it is, and who spoke last."""

    text: str
    frames: list[Frame]
    quotations: list[Quotation]  # of one level
    owner: Person | None
    via: tuple[Person, ...]
    last: Source | None = None
    last_cue: Cue | None = None
    last_frame: int = -1
    lead: Cue | None = None  # of the sentence before the paragraph
    interrupted: bool = False  # the last quotation broke off with a comma for its cue
    cut: tuple[int, int] | None = None  # the words of a cue within the marks


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
        self._open: Source | None = None  # of a quotation that the paragraph before left open
        self._block: Source | None = None  # of the block quotation that is being read
        self._lead: Cue | None = None  # of the last sentence before this paragraph
        self._voice: str | None = None
        self._addressee: Person | None = None  # who spoke before the one who speaks now: "you"
        self._starts: dict[int, int] = {}  # where each sentence of this paragraph begins in its text

    def read(self, numbers: list[int]) -> None:
        """Reads the sentences of one paragraph."""
        first = self._sentences[numbers[0]]
        if first.voice != self._voice:
            self._open, self._voice = None, first.voice
            self._addressee = self._owners[numbers[0] - 1].person if numbers[0] else None
        bounds: list[tuple[int, int, int]] = []
        self._starts = {}
        start = 0
        for number in numbers:
            end = start + len(self._sentences[number].text.text)
            bounds.append((number, start, end))
            self._starts[number] = start
            start = end + 1
        text = with_marks(" ".join(self._sentences[number].text.text for number in numbers))
        quotations = find_quotations(text, carried=self._open is not None)
        if quotations and quotations[-1].lasting and not self._taken_up(numbers[-1] + 1, text, quotations):
            quotations = [replace(quotation, lasting=False) for quotation in quotations]
        outermost = [quotation for quotation in quotations if quotation.level == 1]
        block = self._block_source(numbers, text, outermost)
        self._block = block
        if block:
            for number in numbers:
                self.stretches.setdefault(number, []).append(Stretch(0, 0, block, block=True))
        owner = self._owners[numbers[0]].person
        wrapped = bool(block) and len(outermost) == 1 and blocks.fills(outermost[0], text)
        level = 2 if wrapped else 1
        scene = Scene(
            text,
            frames_of(text, bounds, [q for q in quotations if q.level == level]),
            [q for q in quotations if q.level == level],
            block.person if block else owner,
            (*block.via, *((block.person,) if block.person else ()))
            if block
            else ((owner,) if owner else ()),
            last=self._open if outermost and outermost[0].resumed else None,
            lead=self._lead,
        )
        self._read_scene(scene, quotations, level)
        self._lead = cues.lead_in(scene.frames[-1].tokens, self._language)

    def _read_scene(self, scene: Scene, quotations: Sequence[Quotation], level: int) -> None:
        settled = 0
        still_open: Source | None = None
        for index, frame in enumerate(scene.frames):
            while settled < len(scene.quotations) and scene.quotations[settled].left < frame.end:
                quotation = scene.quotations[settled]
                source = self._settle(scene, index, quotation)
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
            others = self._others(scene)
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
            for frame in _held(scene.frames, index, quotation)
        ]
        via = (*source.via, *((source.person,) if source.person else ()))
        inside = Scene(scene.text, frames_of(scene.text, bounds, inner), inner, source.person, via)
        self._read_scene(inside, quotations, level + 1)

    def _settle(self, scene: Scene, index: int, quotation: Quotation) -> Source | None:
        """Whose words a quotation holds; None where it is nobody's: a term, a title, a scare quote."""
        first = scene.frames[index]
        last = _held(scene.frames, index, quotation)[-1]
        cue, tokens = self._cue(scene, index, last, quotation)
        whole = quotation.left <= first.start and (first.is_hollow or last is not first)
        place = first.place(quotation)
        if is_label(scene.text, quotation, first.tokens, place, cue, self._language, whole=whole):
            return None
        if quotation.level > 1 and (cue is None or cue.idle):
            return None  # marks within a quotation are terms more often than not
        if cue is None:
            cue = self._cue_inside(scene, index, quotation)
        if cue is None:
            return self._without_cue(scene, index, whole)
        scene.last_cue = cue
        return self._by_cue(scene, cue, last.number, tokens)

    def _cue_inside(self, scene: Scene, index: int, quotation: Quotation) -> Cue | None:
        """A cue between commas within the marks; its words are cut out of the stretch."""
        for frame in _held(scene.frames, index, quotation):
            start, end = max(quotation.start, frame.start), min(quotation.end, frame.end)
            found = cues.inside(tokenise(scene.text[start:end]), self._language)
            if found:
                cue, left, right = found
                scene.cut = (start + left, start + right)
                return cue
        return None

    def _by_cue(self, scene: Scene, cue: Cue, sentence: int, tokens: Sequence[Token] = ()) -> Source:
        meant = Meant(None) if cue.idle else self._meant(scene, cue, sentence, tokens)
        if meant.person is None:
            return Source(None, Attribution.QUOTED, confidence.UNATTRIBUTED, cue.words, scene.via)
        via = scene.via
        if cue.outer:
            outer = self._memory.meant(cue.outer, sentence, scene.owner, [])
            via = (*via, *((outer.person,) if outer.person else ()))
        via = tuple(person for person in via if person is not meant.person)
        return Source(
            meant.person, Attribution.QUOTED, confidence.of_cue(cue, meant.certainty), cue.words, via
        )

    def _meant(self, scene: Scene, cue: Cue, sentence: int, tokens: Sequence[Token]) -> Meant:
        if cue.phrase is None:  # "I quote:"
            return Meant(self._memory.last_work(sentence), 0.8)
        others = self._others(scene)
        meant = self._memory.meant(cue.phrase, sentence, scene.owner, others, tokens)
        if meant.person:
            self._memory.remember(meant.person, cue.phrase, sentence, subject=True)
        return meant

    def _cue(
        self, scene: Scene, index: int, last: Frame, quotation: Quotation
    ) -> tuple[Cue | None, list[Token]]:
        """The cue for a quotation, and the words of the sentence in which it stands."""
        first = scene.frames[index]
        if self._language is JAPANESE:
            return japanese.find_cue(scene.text, quotation.left, quotation.right), []
        behind = cues.after(last.tokens, last.place(quotation), self._language)
        if behind:
            return behind, last.tokens
        place = first.place(quotation)
        if scene.last_cue and scene.last_frame == index:
            taken_up = scene.interrupted and scene.text[quotation.start : quotation.start + 1].islower()
            if taken_up or cues.goes_on(first.tokens, place, self._language):
                return replace(scene.last_cue, near=True), first.tokens
        return cues.find_cue(first.tokens, place, self._language), first.tokens

    def _without_cue(self, scene: Scene, index: int, whole: bool) -> Source:
        """A quotation with no cue in its own sentence: what the sentences around it tell."""
        frame = scene.frames[index]
        lead = cues.lead_in(scene.frames[index - 1].tokens, self._language) if index else scene.lead
        signed = blocks.signed(self._tokens(frame.number + 1), self._language) if whole else None
        if signed:
            return self._by_cue(scene, signed, frame.number)
        if whole and lead and (scene.last is None or scene.last_frame < index - 1):
            return self._by_cue(scene, lead, frame.number)
        if scene.last and scene.last.person and (whole or scene.last_frame >= index - 1):
            near = whole and scene.last_frame >= index - 1
            sure = confidence.SAME_SPEAKER_GOES_ON if near else confidence.SAME_SPEAKER_PERHAPS
            return replace(scene.last, confidence=min(sure, scene.last.confidence))
        subject = self._memory.last_subject(frame.number) if whole else None
        if subject:
            via = tuple(person for person in scene.via if person is not subject)
            return Source(subject, Attribution.QUOTED, confidence.SENTENCE_BEFORE, None, via)
        return Source(None, Attribution.QUOTED, confidence.UNATTRIBUTED, None, scene.via)

    def _block_source(self, numbers: list[int], text: str, outermost: list[Quotation]) -> Source | None:
        """Who is quoted in a paragraph that is a block quotation; None where it is none."""
        indented = self._sentences[numbers[0]].kind is Kind.QUOTE
        alone = len(outermost) == 1 and len(numbers) > 1 and blocks.fills(outermost[0], text)
        if not indented and not alone:
            return None
        if self._block and indented and self._sentences[numbers[0] - 1].kind is Kind.QUOTE:
            return self._block  # goes on from the paragraph before
        behind = blocks.follow_up(self._tokens(numbers[-1] + 1), self._language)
        lead = self._lead if self._lead and not self._lead.idle else None
        if not indented and not behind and not (lead and self._ends_in_colon(numbers[0] - 1)):
            return None
        owner = self._owners[numbers[0]].person
        via: tuple[Person, ...] = (owner,) if owner else ()
        named = blocks.signed(self._tokens(numbers[-1]), self._language) if indented else None
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

    def _others(self, scene: Scene) -> list[Person]:
        """Whom the owner of a scene speaks to, as far as the voices tell."""
        if self._addressee and self._addressee is not scene.owner:
            return [self._addressee]
        return self._voices.others(scene.owner)

    def _tokens(self, number: int) -> list[Token]:
        return tokenise(self._sentences[number].text.text) if 0 <= number < len(self._sentences) else []

    def _ends_in_colon(self, number: int) -> bool:
        return number >= 0 and self._sentences[number].text.text.rstrip().endswith(":")

    def _add(self, scene: Scene, index: int, quotation: Quotation, source: Source) -> None:
        for frame in _held(scene.frames, index, quotation):
            start, end = max(quotation.start, frame.start), min(quotation.end, frame.end)
            offset = self._starts[frame.number]
            for left, right in _without(scene.cut, start, end, scene.text):
                self.stretches.setdefault(frame.number, []).append(
                    Stretch(left - offset, right - offset, source)
                )
        scene.cut = None


def _held(frames: list[Frame], index: int, quotation: Quotation) -> list[Frame]:
    """The frames that a quotation touches; one whose closing mark is missing ends with its sentence."""
    if not quotation.closed and not quotation.lasting:
        return [frames[index]]
    found = [frames[index]]
    while index + len(found) < len(frames) and frames[index + len(found)].holds(quotation):
        found.append(frames[index + len(found)])
    return found


def _without(cut: tuple[int, int] | None, start: int, end: int, text: str) -> list[Span]:
    """`[start, end)` without the cut and the stop behind it; nothing that is empty."""
    if cut is None or not start <= cut[0] < end:
        return [(start, end)] if start < end else []
    behind = cut[1]
    while behind < end and not text[behind].isalnum():
        behind += 1
    return [(left, right) for left, right in ((start, cut[0]), (behind, end)) if left < right]
