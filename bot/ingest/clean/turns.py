"""Who speaks, where the text says so at the head of a turn, and where only the record itself speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.ingest.clean.byline import voices_announced
from bot.ingest.clean.draft import Draft, Part
from bot.ingest.clean.labels import CAPS, CROWD, LED, UPPER, Label, find_labels
from bot.ingest.mapped import Mapped
from bot.ingest.names import TITLE
from bot.ingest.shapes import Kind, Metadata

_FULL = re.compile(rf"[{UPPER}][a-zà-ÿ'’-]+(?:\s[{UPPER}][\w.'’-]*){{1,3}}")
_NARRATION = re.compile(
    rf"(?:(?:The|Mr|Mrs|Ms|Miss"
    rf"|Dr)\.?\s+){{1,2}}{CAPS}(?:\s+{CAPS})*(?:\s+pro tempore)?(?:\s+of\s+[A-Z]\w+)?(?:,[^,]{{1,60}},)?\s+[a-z]+ed\b"
    r"|The (?:\w+ ){0,3}clerk (?:will |shall )?(?:read|called|proceeded|reported|resumed)\b"
    r"|The (?:bill|amendment|motion|resolution|joint resolution|nomination|yeas and nays|question"
    r"|result|preamble|report|message|Senate|House)\b"
    r"[^.]{0,80}\b(?:was|were) (?:ordered|agreed|rejected|passed|read|laid|taken|announced|considered"
    r"|recessed|adjourned|referred|confirmed)\b"
    r"|There being no objection, the\b"
)
# "The Chaplain, Dr. Field, offered the following prayer:"
_INTRODUCED = re.compile(
    rf"(?:^|, )(?P<name>(?:{TITLE}\.? )?(?:[{UPPER}][\w.'’-]* ?){{2,4}}),? (?:offered|delivered|made"
    rf"|gave|submitted|read)"
    r" the following \w+(?: \w+){0,4}:$"
)
_SHORT = 300  # characters of a line that introduces a speaker


@dataclass(slots=True)
class _Floor:
    """Who has the word, from paragraph to paragraph."""

    full: dict[str, str]  # initials and the names they stand for
    voice: str | None = None
    crowd: str | None = None  # who calls from the audience, for one paragraph
    introduced: bool = False  # by the record, up to the next heading
    inserted: bool = False  # what the record prints is read out or handed in, and not said by who spoke last

    def turn(self, part: Part, label: Label | None) -> None:
        """Takes up a label, or a heading where one ends the turn."""
        self.crowd = None
        if label and CROWD.search(label.name):
            self.crowd = label.name
        elif label:
            self.voice, self.introduced = self.full.get(label.name, label.name), False
        elif self.introduced and part.kind is Kind.HEADING:
            self.voice, self.introduced = None, False
        self.inserted = self.inserted and not label

    def spoken(self, part: Part, label: Label | None) -> Part:
        """The paragraph with the voice that has the word."""
        found = _INTRODUCED.search(part.words) if len(part) < _SHORT and not label else None
        if found:
            self.voice, self.introduced = found["name"], True
            return replace(part, voice=None, unsigned=True)
        if self.voice and not label and _narrates(part):
            self.inserted = part.words.endswith(":")
            return replace(part, voice=None, unsigned=True)
        return replace(
            part, voice=None if self.inserted else self.crowd or self.voice, unsigned=self.inserted
        )


def take_turns(draft: Draft) -> Draft:
    """Cuts the labels off and gives every paragraph its voice until the next label."""
    labels = find_labels(draft.parts)
    if not labels:
        return draft
    kept: list[Part] = []
    cut: list[tuple[str, Mapped]] = []
    affiliations = dict(draft.metadata.affiliations)
    floor = _Floor(_full_names(labels, draft))
    for index, part in enumerate(draft.parts):
        label = labels.get(index)
        floor.turn(part, label)
        if label:
            if label.about:
                affiliations.setdefault(floor.crowd or floor.voice or label.name, label.about)
            cut.append(("speaker label", part.text[: label.size]))
            part = replace(part, text=part.text[label.size :].strip())
        if part.words:
            kept.append(floor.spoken(part, label))
    metadata = replace(draft.metadata, affiliations=affiliations)
    return replace(draft, metadata=_with_authors(metadata, labels, floor.full)).keep(kept).without(cut)


def _with_authors(metadata: Metadata, labels: dict[int, Label], full: dict[str, str]) -> Metadata:
    """The voices that the title announces, or whose initials stand for names, write a talk together."""
    announced = voices_announced(metadata.title or "") or voices_announced(metadata.subtitle or "")
    if len(announced) < 2:
        announced = tuple(dict.fromkeys(full.get(label.name, "") for label in labels.values()))
    if metadata.authors or len(announced) < 2 or not all(announced):
        return metadata
    return replace(metadata, authors=announced)


def _full_names(labels: dict[int, Label], draft: Draft) -> dict[str, str]:
    """Initials and the full names that they stand for, where authors, title or introduction give just one."""
    short = {label.name for label in labels.values() if label.form in (1, LED)}
    if not short:
        return {}
    first = min(labels)
    head = [
        draft.metadata.title or "",
        draft.metadata.subtitle or "",
        *(part.words for part in draft.parts[:first]),
    ]
    dropped = [text.text for reason, text in draft.dropped if reason in ("deck", "label", "byline", "title")]
    names = {
        *draft.metadata.authors,
        *(found for text in (*head, *dropped) for found in _FULL.findall(text[:2000])),
    }
    full: dict[str, str] = {}
    for initials in short:
        letters = "".join(filter(str.isalpha, initials))
        fitting = {name for name in names if "".join(word[0] for word in name.split()) == letters}
        if len(fitting) == 1:
            full[initials] = fitting.pop()
    return full


def _narrates(part: Part) -> bool:
    """The record itself speaks: "Mr. ADLER addressed the Chair.", "The clerk read as follows:"."""
    return len(part) < 400 and bool(_NARRATION.match(part.words))
