"""Dated statements become events: resolved, labelled, and told once each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.dates import Bound, Context, Found, Partial, find_dates, resolve
from bot.dates.intervals import bounds
from bot.ingest.date.kinds import kind_of, looks_ahead
from bot.ingest.date.labels import label
from bot.ingest.date.merge import merged
from bot.ingest.date.telling import Telling
from bot.models import Event, Passage, Span, When
from bot.text import digest

_NOT_TOLD = re.compile(
    r"©|\(c\) \d{4}|\bcopyright\b|\ball rights reserved\b|"
    r"\bet al\b|\bibid\b|\bisbn\b|\bdoi:|\bpp\. ?\d|\bvol\. ?\d",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\b(?:as|than) (?:in|during|on|at)|\b(?:than|versus|vs\.?)|\bcompared (?:with|to)(?: \w+){0,3}|"
    r"\bim vergleich (?:zu|zum)|\bgegenüber|\bpar rapport à|"
    r"\brelative to|\b(?:up|down) from(?: \S+){0,4} in)(?: the)?\s*$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:in|on|during|by|since|until|from|between|before|after|im|am|seit|en|le|depuis|early|late)\s*$",
    re.IGNORECASE,
)


_AFTER_HEAD = re.compile(r"\s?[:–—-]\s")
_REMEMBERED = 15  # passages after which a date no longer fixes others
_YEAR = 4  # characters of a date that is no finer than a year
_NEAR = 80  # characters before a date that can say what it is


def date_events(
    passages: Sequence[Passage], published: When | None, document: str, language: str | None = None
) -> tuple[Event, ...]:
    """One event for each dated statement, in reading order; one told twice has several passages.

    Only whole sentences are read: a stretch that is another's words stands in one of them anyway.
    """
    sentences = [passage for passage in passages if passage.parent is None]
    tellings = merged(list(_tellings(sentences, published, language)))
    ids: set[str] = set()
    return tuple(_event(group, published, document, ids) for group in tellings)


def _tellings(
    sentences: Sequence[Passage], published: When | None, language: str | None
) -> Iterator[Telling]:
    found = [(passage, _dates_of(passage.text, language)) for passage in sentences]
    latest = _latest(date for _, dates in found for date in dates)
    known = _known(date for _, dates in found for date in dates)
    told: Telling | None = None
    for passage, dates in found:
        tellings: list[Telling] = []
        for place, date in enumerate(dates):
            if told and passage.place - told.passage.place > _REMEMBERED:
                told = None
            ahead = looks_ahead(passage.text, date)
            context = Context(
                published, told.when if told else None, _near(told, passage), latest, ahead, known
            )
            when = resolve(date, context)
            if when is None or _too_wide(date):
                continue
            telling = Telling(passage, date, when, _adverbial(passage.text, date), _beside(dates, place))
            if telling.adverbial or len(when.start or "") > _YEAR:
                told = telling
            tellings.append(telling)
        yield from _without_head(tellings)


def _without_head(tellings: list[Telling]) -> list[Telling]:
    """An entry of a list that opens with its year ("1978: ... on February 16") is dated by the finer date."""
    if len(tellings) < 2:
        return tellings
    head, (first, last) = tellings[0], bounds(tellings[0].when)
    opens = head.found.start == 0 and _AFTER_HEAD.match(head.passage.text, head.found.end)
    within = any(first <= bounds(other.when)[0] and bounds(other.when)[1] <= last for other in tellings[1:])
    return tellings[1:] if opens and within else tellings


def _dates_of(text: str, language: str | None) -> tuple[Found, ...]:
    """The dates a sentence tells of: none in a notice or a reference, and none it merely compares with."""
    if _NOT_TOLD.search(text):
        return ()
    return tuple(
        date for date in find_dates(text, language) if not _COMPARED.search(_before(text, date.core))
    )


def _latest(dates: Iterator[Found]) -> When | None:
    """The newest stated date that is not ahead: our nearest guess at when an undated text was written."""
    stated = [
        when
        for date in dates
        if isinstance(date.first, Partial)
        and date.bound not in (Bound.BY, Bound.UNTIL)
        and not date.first.vague
        if (when := resolve(date, Context())) is not None and len(when.start or "") > 4
    ]
    return max(stated, key=lambda when: bounds(when)[1], default=None)


def _known(dates: Iterator[Found]) -> dict[tuple[int, int], int]:
    """The year of each day that is named in full, where it is always the same."""
    years: dict[tuple[int, int], set[int]] = {}
    for date in dates:
        for one in (date.first, date.last):
            if isinstance(one, Partial) and one.year and one.month and one.day:
                years.setdefault((one.month, one.day), set()).add(one.year)
    return {day: min(found) for day, found in years.items() if len(found) == 1}


def _adverbial(text: str, date: Found) -> bool:
    """Whether a date tells when ("in 1956, ...") and is no part of a name ("the 1956 treaty")."""
    year_alone = isinstance(date.first, Partial) and date.first.month is None and date.first.years == 1
    if year_alone and text[date.core : date.core + 4].casefold() == "the ":
        return False
    if date.core < _NEAR and not text[: date.core].strip():
        return text[date.end : date.end + 2].strip()[:1] in {",", ":", "–", "—", "-"}
    return _PREPOSITION.search(_before(text, date.core)) is not None


def _near(told: Telling | None, passage: Passage) -> bool:
    return told is not None and told.adverbial and told.passage.paragraph == passage.paragraph


def _too_wide(date: Found) -> bool:
    """A century places nothing."""
    return isinstance(date.first, Partial) and date.first.years > 10


def _event(group: Sequence[Telling], published: When | None, document: str, ids: set[str]) -> Event:
    told = max(group, key=lambda telling: len(telling.when.start or telling.when.end or ""))
    text, when = told.passage.text, told.when
    merely_when = told.adverbial and told.found.bound is Bound.AT
    words = label(text, (_lead(told), told.found.end), adverbial=merely_when, others=told.beside)
    name = f"{document}@{when.start or when.end}-{digest(text + text[told.found.start : told.found.end], 6)}"
    while name in ids:
        name += "+"
    ids.add(name)
    keys = tuple(dict.fromkeys(telling.passage.key for telling in group))
    return Event(name, document, when, words, keys, kind_of(text, told.found, when, published))


def _lead(told: Telling) -> int:
    """Where the date and its preposition begin."""
    before = _before(told.passage.text, told.found.start)
    lead = _PREPOSITION.search(before)
    return told.found.start - len(before) + lead.start() if lead and told.adverbial else told.found.start


def _before(text: str, at: int) -> str:
    return text[max(at - _NEAR, 0) : at]


def _beside(dates: Sequence[Found], place: int) -> tuple[Span, ...]:
    neighbours = [dates[near] for near in (place - 1, place + 1) if 0 <= near < len(dates)]
    return tuple((date.start, date.end) for date in neighbours)


__all__ = ["date_events"]
