"""`really-said`: a sentence and a name. Word for word, altered, or another's?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bot.models import Passage, Speaker
from bot.quiz.asked import Asked, Choice
from bot.quiz.giveaways import names_somebody, speaks_of_itself
from bot.quiz.material import Material, sayers
from bot.quiz.modes.mode import Mode
from bot.quiz.modes.who_said import in_turn
from bot.quiz.rivals import co_authors, rivals
from bot.text import fold

REAL, ALTERED, ANOTHERS = "Yes, word for word", "No, a word was changed", "No, somebody else said it"

# each turns the sense; to and fro
_OPPOSITES = (
    "more less|most least|many few|all some|always never|everybody nobody|increase decrease|rising falling|"
    "increased decreased|increasing decreasing|rise fall|rose fell|stronger weaker|strong weak|before after|"
    "strengthen weaken|north south|east west|northern southern|eastern western|larger smaller|large small|"
    "higher lower|high low|first last|better worse|best worst|good bad|possible impossible|likely unlikely|"
    "support oppose|supported opposed|easy difficult|early late|earlier later|longer shorter|long short|"
    "young old|new old|public private|internal external|begin end|began ended|success failure|true false|"
    "safe dangerous|rich poor|above below|inside outside|wide narrow|cheap dear|summer winter|gain lose|"
    "morning evening|two three|three four|four five|five six|twenty thirty|million billion|gained lost|"
    "hundreds thousands|win lose|friends enemies|without with|with without|cannot can|can cannot|must may"
)
_PAIRS: dict[str, str] = {}
for _pair in _OPPOSITES.split("|"):
    _one, _other = _pair.split(" ")
    _PAIRS.setdefault(_one, _other)
    _PAIRS.setdefault(_other, _one)

_OPPOSITE = re.compile(rf"\b(?:{'|'.join(_PAIRS)})\b")
_NOT = re.compile(
    r"\b(?P<verb>is|are|was|were|will|would|should|could|has|have|had|do|does|did|may|might) not\b"
)
_VERB = re.compile(r"\b(?P<verb>is|are|was|were|will|should|could)\b(?! (?:not|no|never|nothing|neither)\b)")
_YEAR = re.compile(r"\b(?P<century>1[5-9]|20)(?P<year>\d\d)\b")


Said = dict[str, set[str]]
"""Who stands behind each text, folded."""


@dataclass(frozen=True, slots=True)
class Change:
    """A text with one word changed, and what stood there before and after."""

    text: str
    before: str
    after: str


def questions(material: Material, rng: Random) -> Iterator[Asked]:
    said = sayers(material)
    kinds = list(_KINDS)
    for passage in in_turn(material.passages, rng):
        speaker = material.speakers.get(passage.speaker or "")
        if speaker is None or speaks_of_itself(passage.text) or names_somebody(passage.text, [speaker]):
            continue
        rng.shuffle(kinds)
        for kind in kinds:
            if asked := kind(material, rng, passage, speaker, said):
                yield asked
                break


def _real(material: Material, rng: Random, passage: Passage, speaker: Speaker, said: Said) -> Asked:
    return _asked(
        material, passage, speaker, passage.text, REAL,
        {
            REAL: f"So it stands in “{_title(material, passage)}”.",
            ALTERED: "No word is changed.",
            ANOTHERS: f"The words are {speaker.name}’s.",
        },
    )  # fmt: skip


def _altered(material: Material, rng: Random, passage: Passage, speaker: Speaker, said: Said) -> Asked | None:
    changes = [change for change in changed(passage.text) if fold(change.text) not in said]
    if not changes or not _english(material, passage):
        return None
    change = rng.choice(changes)
    here = f"The text has “{change.before}”, not “{change.after}”."
    return _asked(
        material, passage, speaker, change.text, ALTERED,
        {REAL: here, ALTERED: here, ANOTHERS: f"{speaker.name} said it, with another word."},
    )  # fmt: skip


def _anothers(
    material: Material, rng: Random, passage: Passage, speaker: Speaker, said: Said
) -> Asked | None:
    barred = said[fold(passage.text)] | set(passage.via) | co_authors(material, passage)
    others = rivals(material, rng, speaker, passage.document, text=passage.text, barred=barred, most=3)
    if not others:
        return None
    named = rng.choice(others)
    return _asked(
        material, passage, named, passage.text, ANOTHERS,
        {
            REAL: f"{speaker.name} said it, in “{_title(material, passage)}”.",
            ALTERED: "No word is changed; the name is wrong.",
            ANOTHERS: f"{speaker.name} said it, in “{_title(material, passage)}”.",
        },
    )  # fmt: skip


def _asked(
    material: Material, passage: Passage, named: Speaker, words: str, right: str, reasons: dict[str, str]
) -> Asked:
    """Where the library knows one voice alone, nobody else can have said it, and it is not offered."""
    alone = len({one.speaker for one in material.everything if one.sure and one.speaker}) < 2
    options = [text for text in (REAL, ALTERED, ANOTHERS) if not (alone and text == ANOTHERS)]
    return Asked(
        id=f"{MODE.name}:{passage.key}",
        mode=MODE.name,
        prompt=f"Did {named.name} say this?",
        choices=tuple(Choice(text, reasons[text]) for text in options),
        right=options.index(right),
        words=words,
        passages=(passage.key,),
        speaker=passage.speaker,
        document=passage.document,
    )


def changed(text: str) -> list[Change]:
    """What the text could be altered to: one word each time, and always another sense."""
    found = [_change(text, hit, _PAIRS[hit[0]]) for hit in _OPPOSITE.finditer(text)]
    found += [_change(text, hit, hit["verb"]) for hit in _NOT.finditer(text)]
    found += [_change(text, hit, f"{hit['verb']} not") for hit in _VERB.finditer(text)]
    found += [_change(text, hit, _other_year(hit)) for hit in _YEAR.finditer(text)]
    return found


def _change(text: str, hit: re.Match[str], after: str) -> Change:
    return Change(text[: hit.start()] + after + text[hit.end() :], hit[0], after)


def _other_year(hit: re.Match[str]) -> str:
    """Some years off, in the same century."""
    year = int(hit["year"])
    return f"{hit['century']}{year - 3 if year >= 3 else year + 4:02}"


def _english(material: Material, passage: Passage) -> bool:
    return (material.documents[passage.document].language or "en").startswith("en")


def _title(material: Material, passage: Passage) -> str:
    return material.documents[passage.document].title


_KINDS = (_real, _altered, _anothers)
MODE = Mode("really-said", "a sentence and a name: real, altered or another’s?", questions)
