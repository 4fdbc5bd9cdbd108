"""Decides whose words a quotation holds: by its cue, or by what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ingest.attribute import blocks, confidence, cues, japanese
from bot.ingest.attribute.cast import Person
from bot.ingest.attribute.cues import Cue
from bot.ingest.attribute.frames import Frame
from bot.ingest.attribute.languages import JAPANESE, Language
from bot.ingest.attribute.marks import Quotation
from bot.ingest.attribute.memory import Meant, Memory
from bot.ingest.attribute.scene import Scene, held
from bot.ingest.attribute.source import Source
from bot.ingest.attribute.terms import is_label
from bot.ingest.attribute.tokens import Token, tokenise
from bot.ingest.attribute.voices import Voices
from bot.ingest.shapes import Sentence
from bot.models import Attribution


class Settler:
    """Knows the document's sentences and voices, and what a reader has in mind by now."""

    def __init__(
        self, sentences: Sequence[Sentence], voices: Voices, memory: Memory, language: Language
    ) -> None:
        self._sentences, self._voices = sentences, voices
        self._memory, self._language = memory, language
        self.addressee: Person | None = None  # who spoke before the one who speaks now: "you"

    def settle(self, scene: Scene, index: int, quotation: Quotation) -> Source | None:
        """Whose words a quotation holds; None where it is nobody's: a term, a title, a scare quote."""
        first = scene.frames[index]
        last = held(scene.frames, index, quotation)[-1]
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
        for frame in held(scene.frames, index, quotation):
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
        others = self.others(scene)
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
            taken_up = taken_up and not cues.turns(first.tokens, place, self._language)
            if taken_up or cues.goes_on(first.tokens, place, self._language):
                return replace(scene.last_cue, near=True), first.tokens
        return cues.find_cue(first.tokens, place, self._language), first.tokens

    def _without_cue(self, scene: Scene, index: int, whole: bool) -> Source:
        """A quotation with no cue in its own sentence: what the sentences around it tell."""
        frame = scene.frames[index]
        lead = cues.lead_in(scene.frames[index - 1].tokens, self._language) if index else scene.lead
        signed = blocks.signed(self.tokens_of(frame.number + 1), self._language) if whole else None
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

    def others(self, scene: Scene) -> list[Person]:
        """Whom the owner of a scene speaks to, as far as the voices tell."""
        if self.addressee and self.addressee is not scene.owner:
            return [self.addressee]
        return self._voices.others(scene.owner)

    def tokens_of(self, number: int) -> list[Token]:
        return tokenise(self._sentences[number].text.text) if 0 <= number < len(self._sentences) else []
