"""Paragraphs become sentences. The library finds the candidates; our rules mend what it misses.

Measured on sentences of our own: "U.S." may end a sentence or not, and marks that close a quotation after
its full stop belong to the sentence that they close.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Paragraph, Sentence

_SPACE = re.compile(r"\s+")
_STARTERS = (
    "The|A|An|This|That|These|Those|It|He|She|We|They|I|You|But|And|Yet|In|On|At|As|If|When|While|For|However|Moreover|Such|Its|His|Her|Their|Our"
    "|There|Here|What|Why|How|Who|With|After|Before|Since|Although|Despite|Because|Then|Now|Today|Some|Many|Most|No|Not|Nor|So|To|From|By"
)
# an abbreviation that also ends sentences, before a word that begins them
_ABBREVIATED = re.compile(
    rf"\b(?:[A-Z]\.){{2,}}[\"”’)]*\s+(?=(?:{_STARTERS})\b)|\b(?:etc|[ap]\.m|Inc|Ltd|Co|Corp|Jr"
    rf"|Sr)\.[\"”’)]*\s+(?=(?:{_STARTERS})\b)"
)
# after these a full stop ends nothing
_NO_END = re.compile(
    r"(?:^|[\s(\[\"“‘'’—–-])(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Gen|Adm|Col|Capt|Cmdr|Lt"
    r"|Maj|Sgt|Rev|Hon|Amb|Pres|Sec|St|Mt|Ft"
    r"|vs|cf|viz|e\.g|i\.e|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|bzw|z\.\s?B|d\.\s?h"
    r"|u\.\s?a|Hr|Fr|M|MM|Mme|Mlle|ed|eds|(?:[A-Z]\.){1,4}[A-Z]|[A-Za-z])\.[\"”’)]*$"
)
# nor after these, where a number follows
_NUMBERED = re.compile(r"(?:^|[\s(])(?:No|Nos|Art|Arts|Fig|Figs|Vol|Sec|Secs|Nr|Abs|pp?|ch|Ch|Kap)\.$")
_FIGURE = re.compile(r"[\dIVXLC]")
_INITIALS = re.compile(r"(?:^|\s)(?:[A-Z]\.\s?){1,3}$")
_OPEN_END = re.compile(r"[,;:—–-]\s*$")
_CLOSERS = re.compile(r"[\"”’»“')\]]+(?=\s|$)")
_LOW = re.compile(r"[\"“”„«»‘’'(\[—–…-]*\s?[a-zà-öø-ÿ]")
_MISSED = re.compile(r"[.?!…][\"”’»)\]]{0,3}\s+(?=[\"“„«‘(\[]{0,2}[A-ZÀ-ÖØ-Þ])")
_ENDS = re.compile(r"[.?!…][\"”’»“')\]]*$")
_STRETCH = 8_000  # characters
_NEAR = 60  # characters on either side that tell whether a sentence ends
_DAY = re.compile(r"(?:^|\s)\d{1,2}\.$")
_MONTH = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert"
    r"|Legislaturperiode|Wahlperiode|Sitzung)\b"
)


def segment(paragraphs: Iterable[Paragraph], language: str = "en") -> list[Sentence]:
    """The sentences of a text, in reading order, white space single."""
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs, 1):
        text = single_spaced(paragraph.text)
        for start, end in _sentences(text.text, language):
            sentence = text[start:end].strip()
            if sentence.text:
                found.append(
                    Sentence(
                        sentence,
                        number,
                        paragraph.kind,
                        paragraph.voice,
                        paragraph.voice_sure,
                        paragraph.unsigned,
                    )
                )
    return found


def single_spaced(text: Mapped) -> Mapped:
    """White space of any kind and length as one space, which stands where the first of it stood."""
    if not re.search(r"\s\s|[^\S ]", text.text):
        return text
    pieces: list[Mapped] = []
    last = 0
    for space in _SPACE.finditer(text.text):
        pieces.append(text[last : space.start()])
        one = text[space.start() : space.start() + 1]
        pieces.append(Mapped(" ", one.starts, one.ends))
        last = space.end()
    pieces.append(text[last:])
    return Mapped.join(pieces)


def _sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end."""
    cuts = _candidates(text, language)
    start = 0
    for cut in cuts:
        if cut <= start or not _parts(text, start, cut):
            continue
        yield start, cut
        start = cut
    if start < len(text):
        yield start, len(text)


def _candidates(text: str, language: str) -> list[int]:
    cuts = {
        start + boundary["end_index"]
        for start, end in _stretches(text)
        for boundary in get_sentence_boundaries(language, text[start:end])
    }
    cuts |= {found.end() for found in _ABBREVIATED.finditer(text)}
    cuts |= {found.end() for found in _MISSED.finditer(text)}
    return sorted(_behind_closers(text, cut) for cut in cuts if 0 < cut <= len(text))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Pieces that the library is given; its time grows with the square of a text without sentence ends."""
    start = 0
    while len(text) - start > _STRETCH:
        space = text.rfind(" ", start + _STRETCH // 2, start + _STRETCH) + 1
        end = space or start + _STRETCH
        yield start, end
        start = end
    yield start, len(text)


def _behind_closers(text: str, cut: int) -> int:
    """Closing marks belong to the sentence that they close."""
    closers = None if text[cut - 1 : cut].isspace() or cut == len(text) else _CLOSERS.match(text, cut)
    return closers.end() if closers else cut


def _parts(text: str, start: int, cut: int) -> bool:
    """Whether a sentence really ends at a candidate."""
    tail, after = text[max(start, cut - _NEAR) : cut].rstrip()[-24:], text[cut : cut + _NEAR].lstrip()
    if not tail or not after:
        return bool(tail)
    if not _ENDS.search(tail) or _OPEN_END.search(tail):
        return False
    if _LOW.match(after):
        return False
    if _NO_END.search(tail) and not _ABBREVIATED.search(text, max(start, cut - 12), cut + 12):
        return False
    if _NUMBERED.search(tail) and _FIGURE.match(after):
        return False
    return not (_DAY.search(tail) and _MONTH.match(after))
