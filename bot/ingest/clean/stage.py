"""Applause, interjections and the like: what is heard or noted, not said by the speaker."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.ingest.clean.draft import Draft, Part, finished
from bot.ingest.clean.labels import UPPER
from bot.ingest.mapped import Mapped

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
# "(Tom Brandt [Union]: Hear, hear! – Laughter)" between two sentences
_INTERJECTION = re.compile(
    rf"(?<=[.!?…:])\s*\((?=[^()]{{2,400}}[:\[–])[^()]{{2,400}}\)(?=\s*(?:$|[{UPPER}„“\"(]))"
)
# "(Hisses.)", "(Prolonged cheering.)"
_NOISE = re.compile(r"(?<=[.!?…”\"’'])\s*[(\[][A-Z][a-z]+(?: [a-z]+){0,2}\.?[)\]](?=\s*(?:$|[A-Z“\"(]))")
_BRACKETED = re.compile(r"(?:\((?:[^()]|\([^()]{0,200}\)){0,1500}\)|\[[^\[\]]{0,1500}\])[.\s]*$")


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
