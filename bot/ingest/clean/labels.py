"""The heads of turns: "Mr. ADLER.", "The CHAIRMAN:", "Q:", "A.B.:", a name on a line of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ingest.clean.draft import Part, finished, shouted
from bot.ingest.clean.sections import PART
from bot.ingest.names import TITLE, is_name
from bot.ingest.shapes import Kind

UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆĈČĎĐĒĖĘĚĜĞĢĤĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŜŞŠŢŤŪŬŮŰŲŴŶŹŻŽ"
CAPS = rf"[{UPPER}][{UPPER}'’.-]*[{UPPER}]"
_LABELS = (
    # "Q:", "A.", "Question 3:"
    re.compile(r"(?P<name>Q|A|Question|Answer|Frage|Antwort|Réponse)\.?\s?\d{0,3}\s?[.:]\s+(?=\S)"),
    # initials, as two who talk by letter are marked
    re.compile(
        rf"(?P<name>[{UPPER}](?=:)|[{UPPER}]\.?\s?[{UPPER}]\.?(?:\s?[{UPPER}]\.?)?)\s?(?::"
        rf"|(?<=\.)\s?[–—-]"
        rf"|\s[–—])\s+(?=\S)"
    ),
    # "Mr. ADLER of Ohio.", "The PRESIDING OFFICER (Ms. Brandt):"
    re.compile(
        rf"(?P<name>(?:(?:The|{TITLE})\.?\s+){{0,3}}(?:Mc|Mac|De|Du|La|Le|Van|von"
        rf"|O['’])?{CAPS}(?:\s+(?:pro|{CAPS}|tempore|[{UPPER}]\.)){{0,4}}"
        rf"(?:\s+of\s+[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?)(?P<more>\s*[(\[][^()\[\]]{{1,80}}[)\]])?\s?(?P<end>[.:](?=\s)|\.\s?[–—]+|\.\s?-+(?=\s)|[–—])\s*(?=\S)"
    ),
    # "Anna Adler (Union):", "Dr. Anna Adler, Minister of Roads:", "Moderator:"
    re.compile(
        rf"(?P<name>[{UPPER}][\w.'’-]*(?:\s+[\w.'’/-]+){{0,6}}?)(?P<more>\s*[(\[][^()\[\]]{{1,80}}[)\]](?:\s*\([^()]{{1,60}}\))?|,\s[^:.?!]{{2,90}})?\s?(?P<end>:)(?:\s+|$)"
    ),
)
# "R.A. The dam would": initials in bold, without a colon
_INITIALS = re.compile(rf"(?P<name>[{UPPER}]\.\s?[{UPPER}]\.(?:\s?[{UPPER}]\.)?)\s+(?=[{UPPER}“\"‘'])")
LED = 5
_ALONE = re.compile(
    rf"(?P<name>(?:The\s+)?[{UPPER}][\w.'’ -]{{1,40}})(?P<more>\s*\([^()]{{1,60}}\)"
    rf"|,\s[^:.?!]{{2,60}})?\s?(?P<end>:?)$"
)
_NO_LABEL = re.compile(
    r"\b(?:note|example|abstract|summary|source|sources|update|editor's note|warning|however|first"
    r"|second|third|finally|indeed|conclusion"
    r"|ps|p\.s|namely|dear|follows?|following|reads?|this|these|that|those|here|there|it|we|i|he|she"
    r"|they|you|but|and|so|because|if"
    r"|when|is|are|was|were|has|have|had|said|says|asked|wrote|added)\b",
    re.I,
)
CROWD = re.compile(
    r"^(?:(?:an?|the|unidentified|unknown)\s+)?(?:audience(?: member)?|member(?:s)? of the audience"
    r"|heckler|protest[eo]r|crowd"
    r"|voices?|unidentified \w+|demonstrator|zwischenruf|zuruf|voix|le public)\s?\d{0,2}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Label:
    """The head of a turn: how many characters it takes, and who is named."""

    size: int
    name: str
    about: str | None = None
    form: int = 0
    in_brackets: bool = False  # what is told about the speaker, as parties are


def find_labels(parts: Sequence[Part]) -> dict[int, Label]:
    """The parts that begin a turn. One label alone is a colon in a text; several that return are voices."""
    seen = {index: label for index, part in enumerate(parts) if (label := _label(part, parts, index))}
    times = Counter(_key(label) for label in seen.values())
    if not _led_by_initials(parts, seen):
        seen = {index: label for index, label in seen.items() if label.form != LED}
    spoken = sum(1 for part in parts if len(part) > 40) or 1
    dense = sum(label.form != 4 for label in seen.values()) >= 0.3 * spoken
    strong = {
        index: label
        for index, label in seen.items()
        if _trusted(label, times[_key(label)], dense, len(parts[index]))
    }
    names = {_key(label) for label in strong.values()}
    crowd = {index: label for index, label in seen.items() if CROWD.search(label.name)}
    if len(strong) < 3 or (len(names) < 2 and len(strong) < 4):
        return crowd
    if len(names) < 2 and len(strong) < 0.2 * spoken:
        return crowd
    return crowd | {index: label for index, label in seen.items() if index in strong or _person(label)}


def _led_by_initials(parts: Sequence[Part], seen: dict[int, Label]) -> bool:
    """Initials without a colon are names of speakers only where nearly every paragraph begins with some."""
    led = [label.name for label in seen.values() if label.form == LED]
    return len(set(led)) > 1 and len(led) >= 0.4 * sum(len(part) > 20 for part in parts)


def _label(part: Part, parts: Sequence[Part], index: int) -> Label | None:
    if not part.words[0].isupper() or part.kind in (Kind.ASIDE, Kind.CAPTION, Kind.FOOTNOTE):
        return None
    if _in_sentence(part, parts, index):
        return None
    text = part.words[:200]
    for form, pattern in enumerate(_LABELS):
        found = pattern.match(text)
        if found and (form < 3 or not _NO_LABEL.search(found["name"])) and len(found["name"]) <= 60:
            if form == 2 and found["end"] == "." and not _titled_name(found["name"]):
                continue
            bracketed = "(" in (found.groupdict().get("more") or "")
            return Label(found.end(), found["name"].strip(), _about(found), form, bracketed)
    if led := _INITIALS.match(text):
        return Label(led.end(), led["name"].strip(), None, LED)
    after = parts[index + 1] if index + 1 < len(parts) else None
    return _lone_label(text) if after and after.gap <= 1 and len(after) > len(text) else None


def _lone_label(text: str) -> Label | None:
    """A name on a line of its own."""
    found = _ALONE.match(text) if len(text) <= 80 else None
    if not found or _NO_LABEL.search(found["name"]):
        return None
    named = shouted(found["name"]) or is_name(found["name"]) or found["end"]
    return Label(len(text), found["name"].strip(), _about(found), 4) if named else None


def _in_sentence(part: Part, parts: Sequence[Part], index: int) -> bool:
    """Whether a line only goes on with the one before it."""
    before = parts[index - 1] if index and part.kind is Kind.LINE and not part.gap else None
    return (
        before is not None
        and len(before) > 40
        and not finished(before.words)
        and before.words[-1] not in "):"
    )


def _titled_name(name: str) -> bool:
    return bool(re.match(rf"(?:The|{TITLE})\b", name))


def _about(found: re.Match[str]) -> str | None:
    more = found.groupdict().get("more")
    return more.strip(" ,()[]") if more else None


def _key(label: Label) -> str:
    return label.name.casefold().strip(". ")


def _trusted(label: Label, times: int, dense: bool, size: int) -> bool:
    """`dense`: so many paragraphs begin with a label that the text can only be a talk. `size`: of the part."""
    match label.form:
        case 0 | 5:
            return True
        case 1 | 2:
            return times > 1 or (label.form == 2 and _titled_name(label.name))
        case 3 if " " not in label.name:
            return bool(PART.match(label.name)) or (times > 2 and dense)
        case 3:
            set_apart = label.size >= size or label.in_brackets
            return is_name(label.name, least=1) and (times > 1 or (set_apart and " " in label.name))
        case _:
            return times > 1 and (shouted(label.name) or is_name(label.name, least=1))


def _person(label: Label) -> bool:
    """Whether a label that stands once in a transcript names someone."""
    return label.form in (2, 3) and (is_name(label.name) or shouted(label.name) or label.form == 2)
