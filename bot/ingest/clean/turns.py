"""Who speaks, where the text says so at the head of a turn: "Mr. ADLER.", "The CHAIRMAN:", "Q:", "A.B.:"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ingest.clean.byline import voices_announced
from bot.ingest.clean.draft import Draft, Part, finished, shouted
from bot.ingest.clean.sections import PART
from bot.ingest.mapped import Mapped
from bot.ingest.names import TITLE, is_name
from bot.ingest.shapes import Kind

_UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆĈČĎĐĒĖĘĚĜĞĢĤĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŜŞŠŢŤŪŬŮŰŲŴŶŹŻŽ"
_CAPS = rf"[{_UPPER}][{_UPPER}'’.-]*[{_UPPER}]"
_LABELS = (
    # "Q:", "A.", "Question 3:"
    re.compile(r"(?P<name>Q|A|Question|Answer|Frage|Antwort|Réponse)\.?\s?\d{0,3}\s?[.:]\s+(?=\S)"),
    # initials, as two who talk by letter are marked
    re.compile(
        rf"(?P<name>[{_UPPER}](?=:)|[{_UPPER}]\.?\s?[{_UPPER}]\.?(?:\s?[{_UPPER}]\.?)?)\s?(?::"
        rf"|(?<=\.)\s?[–—-]"
        rf"|\s[–—])\s+(?=\S)"
    ),
    # "Mr. ADLER of Ohio.", "The PRESIDING OFFICER (Ms. Brandt):"
    re.compile(
        rf"(?P<name>(?:(?:The|{TITLE})\.?\s+){{0,3}}(?:Mc|Mac|De|Du|La|Le|Van|von"
        rf"|O['’])?{_CAPS}(?:\s+(?:pro|{_CAPS}|tempore|[{_UPPER}]\.)){{0,4}}"
        rf"(?:\s+of\s+[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?)(?P<more>\s*[(\[][^()\[\]]{{1,80}}[)\]])?\s?(?P<end>[.:](?=\s)|\.\s?[–—-]+|[–—])\s*(?=\S)"
    ),
    # "Anna Adler (Union):", "Dr. Anna Adler, Minister of Roads:", "Moderator:"
    re.compile(
        rf"(?P<name>[{_UPPER}][\w.'’-]*(?:\s+[\w.'’/-]+){{0,6}}?)(?P<more>\s*[(\[][^()\[\]]{{1,80}}[)\]](?:\s*\([^()]{{1,60}}\))?|,\s[^:.?!]{{2,90}})?\s?(?P<end>:)(?:\s+|$)"
    ),
)
# "R.A. The dam would": initials in bold, without a colon
_INITIALS = re.compile(rf"(?P<name>[{_UPPER}]\.\s?[{_UPPER}]\.(?:\s?[{_UPPER}]\.)?)\s+(?=[{_UPPER}“\"‘'])")
_LED = 5
_ALONE = re.compile(
    rf"(?P<name>(?:The\s+)?[{_UPPER}][\w.'’ -]{{1,40}})(?P<more>\s*\([^()]{{1,60}}\)"
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
_CROWD = re.compile(
    r"^(?:(?:an?|the|unidentified|unknown)\s+)?(?:audience(?: member)?|member(?:s)? of the audience"
    r"|heckler|protest[eo]r|crowd"
    r"|voices?|unidentified \w+|demonstrator|zwischenruf|zuruf|voix|le public)\s?\d{0,2}$",
    re.I,
)
_STAGE_WORDS = (
    r"applause|hiss\w*|groan\w*|murmurs?|jeers?|whistl\w+|sensation|chants?|chanting|gasps?|cries of"
    r"|a voice|voices?|laughter|cheer\w*|laughs|crosstalk|interruptions?|interjections?|interposing"
    r"|inaudible"
    r"|unintelligible|pause|silence|music|boos|booing|hear, hear"
    r"|disorder|uproar|shouts?|beifall|heiterkeit|zurufe?|lachen|widerspruch|unruhe|glocke"
    r"|applaudissements|rires|exclamations|protestations|murmures|vifs?"
    r"|standing ovation|recess|audience|aplausos|risas|applausi"
)
_STAGE = re.compile(rf"\s?[(\[]\s?(?:[\w' ,–-]{{0,30}}\b)?(?:{_STAGE_WORDS})\b[^()\[\]]{{0,300}}[)\]]", re.I)
_FULL = re.compile(rf"[{_UPPER}][a-zà-ÿ'’-]+(?:\s[{_UPPER}][\w.'’-]*){{1,3}}")
_NARRATION = re.compile(
    rf"(?:(?:The|Mr|Mrs|Ms|Miss"
    rf"|Dr)\.?\s+){{1,2}}{_CAPS}(?:\s+{_CAPS})*(?:\s+pro tempore)?(?:\s+of\s+[A-Z]\w+)?(?:,[^,]{{1,60}},)?\s+[a-z]+ed\b"
    r"|The (?:\w+ ){0,3}clerk (?:will |shall )?(?:read|called|proceeded|reported|resumed)\b"
    r"|The (?:bill|amendment|motion|resolution|joint resolution|nomination|yeas and nays|question"
    r"|result|preamble|report|message|Senate|House)\b"
    r"[^.]{0,80}\b(?:was|were) (?:ordered|agreed|rejected|passed|read|laid|taken|announced|considered"
    r"|recessed|adjourned|referred|confirmed)\b"
    r"|There being no objection, the\b"
)
# "(Tom Brandt [Union]: Hear, hear! – Laughter)" between two sentences
_INTERJECTION = re.compile(
    rf"(?<=[.!?…:])\s*\((?=[^()]{{2,400}}[:\[–])[^()]{{2,400}}\)(?=\s*(?:$|[{_UPPER}„“\"(]))"
)
# "The Chaplain, Dr. Field, offered the following prayer:"
_INTRODUCED = re.compile(
    rf"(?:^|, )(?P<name>(?:{TITLE}\.? )?(?:[{_UPPER}][\w.'’-]* ?){{2,4}}),? (?:offered|delivered|made"
    rf"|gave|submitted|read)"
    r" the following \w+(?: \w+){0,4}:$"
)
# "(Hisses.)", "(Prolonged cheering.)"
_NOISE = re.compile(r"(?<=[.!?…”\"’'])\s*[(\[][A-Z][a-z]+(?: [a-z]+){0,2}\.?[)\]](?=\s*(?:$|[A-Z“\"(]))")
_BRACKETED = re.compile(r"(?:\((?:[^()]|\([^()]{0,200}\)){0,1500}\)|\[[^\[\]]{0,1500}\])[.\s]*$")


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
        seen = {index: label for index, label in seen.items() if label.form != _LED}
    spoken = sum(1 for part in parts if len(part) > 40) or 1
    dense = sum(label.form != 4 for label in seen.values()) >= 0.3 * spoken
    strong = {
        index: label
        for index, label in seen.items()
        if _trusted(label, times[_key(label)], dense, len(parts[index]))
    }
    names = {_key(label) for label in strong.values()}
    crowd = {index: label for index, label in seen.items() if _CROWD.search(label.name)}
    if len(strong) < 3 or (len(names) < 2 and len(strong) < 4):
        return crowd
    if len(names) < 2 and len(strong) < 0.2 * spoken:
        return crowd
    return crowd | {index: label for index, label in seen.items() if index in strong or _person(label)}


def _led_by_initials(parts: Sequence[Part], seen: dict[int, Label]) -> bool:
    """Initials without a colon are names of speakers only where nearly every paragraph begins with some."""
    led = [label.name for label in seen.values() if label.form == _LED]
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
        return Label(led.end(), led["name"].strip(), None, _LED)
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


def take_turns(draft: Draft) -> Draft:
    """Cuts the labels off and gives every paragraph its voice until the next label."""
    labels = find_labels(draft.parts)
    if not labels:
        return draft
    kept: list[Part] = []
    cut: list[tuple[str, Mapped]] = []
    affiliations = dict(draft.metadata.affiliations)
    full = _full_names(labels, draft)
    voice: str | None = None
    aside: str | None = None
    inserted = introduced_voice = False
    for index, part in enumerate(draft.parts):
        label = labels.get(index)
        aside = None
        if label and _CROWD.search(label.name):
            aside = label.name
        elif introduced_voice and (label or part.kind is Kind.HEADING):
            voice, introduced_voice = full.get(label.name, label.name) if label else None, False
        elif label:
            voice = full.get(label.name, label.name)
        if label:
            if label.about:
                affiliations.setdefault(aside or voice or label.name, label.about)
            cut.append(("speaker label", part.text[: label.size]))
            part = replace(part, text=part.text[label.size :].strip())
            if not part.words:
                continue
        introduced = _INTRODUCED.search(part.words) if len(part) < 300 else None
        if introduced and not label:
            voice, introduced_voice = introduced["name"], True
            kept.append(replace(part, voice=None, unsigned=True))
        elif voice and not label and _narrates(part):
            # what the record then prints is read out or handed in, and not said by who spoke last
            inserted = part.words.endswith(":")
            kept.append(replace(part, voice=None, unsigned=True))
        else:
            inserted = inserted and not label
            kept.append(replace(part, voice=None if inserted else aside or voice, unsigned=inserted))
    metadata = replace(draft.metadata, affiliations=affiliations)
    announced = voices_announced(metadata.title or "") or voices_announced(metadata.subtitle or "")
    announced = (
        announced
        if len(announced) > 1
        else tuple(dict.fromkeys(full.get(label.name, "") for label in labels.values()))
    )
    if len(announced) > 1 and all(announced) and not metadata.authors:
        metadata = replace(metadata, authors=announced)
    return replace(draft, metadata=metadata).keep(kept).without(cut)


def _full_names(labels: dict[int, Label], draft: Draft) -> dict[str, str]:
    """Initials and the full names that they stand for, where authors, title or introduction give just one."""
    short = {label.name for label in labels.values() if label.form in (1, _LED)}
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


def drop_stage_directions(draft: Draft) -> Draft:
    """Applause, interjections and clock times: what is heard or noted, not said by the speaker."""
    transcript = any(part.voice for part in draft.parts)
    noted = sum(
        len(_STAGE.findall(part.words)) for part in draft.parts if "(" in part.words or "[" in part.words
    )
    speech = transcript or noted >= 2
    reasons: dict[int, str] = {}
    kept: list[Part] = []
    cut: list[tuple[str, Mapped]] = []
    for index, part in enumerate(draft.parts):
        text = part.words
        if _BRACKETED.match(text) and (speech or _STAGE.match(text)):
            reasons[index] = "stage direction"
        elif "(" in text or "[" in text:
            part = _without_stage(part, transcript, speech, cut)
        kept.append(part)
    return draft.keep(kept).drop(reasons).without(cut)


def _without_stage(part: Part, transcript: bool, speech: bool, cut: list[tuple[str, Mapped]]) -> Part:
    spans = [
        found.span() for found in _STAGE.finditer(part.words) if transcript or _is_noise(part.words, found)
    ]
    if speech:
        spans += [found.span() for found in _NOISE.finditer(part.words)]
    if transcript:
        spans += [found.span() for found in _INTERJECTION.finditer(part.words)]
    if not spans:
        return part
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
    cut += [("stage direction", part.text[start:end]) for start, end in merged]
    edges = [0, *(edge for span in merged for edge in span), len(part)]
    pieces = [part.text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    return replace(part, text=Mapped.join(pieces).strip())


def _is_noise(text: str, found: re.Match[str]) -> bool:
    """Whether a bracket outside of transcripts is a stage direction: short, and between sentences."""
    inside = found.group().strip()
    if len(inside.split()) > 6:
        return False
    before = text[: found.start()].rstrip()
    return inside[0] == "[" or not before or finished(before) or before.endswith((":", ",", "—", "–"))
