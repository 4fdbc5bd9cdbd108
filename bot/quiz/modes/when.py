"""`when`: something that happened, or was said. When?"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from random import Random

from rapidfuzz import fuzz

from bot.dates import find_dates
from bot.models import Basis, Event, EventKind, Precision, When
from bot.quiz.asked import Asked, Choice
from bot.quiz.giveaways import speaks_of_itself
from bot.quiz.material import Material
from bot.quiz.modes.mode import OPTIONS, Mode, mixed_up
from bot.quiz.modes.who_said import leans

BLANK = "_____"
NEAR = 6
"""Wrong dates are drawn from so many of the nearest."""
FAR = 25
"""Years: a date farther off than this would be no temptation."""
SAME = 80.0
"""Events whose labels are more alike than this (rapidfuzz, 0-100) may be one event, dated twice."""
# points at what stands elsewhere, or was cut short
_POINTING = re.compile(r"\b(?:again|the same|likewise|the conversation)\b|…$", re.IGNORECASE)
FARTHEST = 9
"""Years by which a date of our own making is off, at most."""


def questions(material: Material, rng: Random) -> Iterator[Asked]:
    times = Counter(event.label for event in material.all_events)
    noted = {key for note in material.notes for key in note.passages}
    events = list(material.events)
    rng.shuffle(events)
    for event in events:
        if noted & set(event.passages) or times[event.label] > 1 or not _clear(event.when):
            continue
        if not material.stands(event.document, event.passages):
            continue
        if not _contested(material, event) and (asked := _question(material, rng, event)):
            yield asked


def _question(material: Material, rng: Random, event: Event) -> Asked | None:
    label = _blanked(event)
    wrong = _wrong(material, rng, event)
    if label is None or len(wrong) < OPTIONS - 1:
        return None
    title = material.documents[event.document].title
    choices, rank = mixed_up(rng, Choice(spoken(event.when), f"So it stands in “{title}”."), wrong)
    return Asked(
        id=f"{MODE.name}:{event.document}:{event.id}",
        mode=MODE.name,
        prompt="When was this?",
        choices=choices,
        right=rank,
        words=label,
        passages=event.passages,
        document=event.document,
    )


def _clear(when: When) -> bool:
    """A date that the text gives whole, with no open end."""
    whole = when.precision is not Precision.RANGE or when.end is not None
    return (
        when.basis is Basis.STATED
        and when.precision is not Precision.APPROXIMATE
        and whole
        and bool(when.start)
    )


def _blanked(event: Event) -> str | None:
    """The label without its date; None where another date in it would help, or it does not stand alone."""
    label = event.label
    if leans(label) or _POINTING.search(label) or speaks_of_itself(label) or event.kind is EventKind.FORECAST:
        return None
    dates = find_dates(label)
    if len(dates) > 1:
        return None
    return label[: dates[0].core] + BLANK + label[dates[0].end :] if dates else label


def _contested(material: Material, event: Event) -> bool:
    """Whether something that may be the same event has another date elsewhere."""
    return any(
        other.id != event.id
        and other.when != event.when
        and fuzz.token_set_ratio(other.label, event.label) > SAME
        for other in material.all_events
    )


def _wrong(material: Material, rng: Random, event: Event) -> list[Choice]:
    """Dates of other events that look alike and are near in time; where these are too few, of our own."""
    taken = [event.when]
    found: list[Choice] = []
    for other in _near(material, rng, event):
        if not any(_overlap(other.when, one) for one in taken):
            taken.append(other.when)
            found.append(Choice(spoken(other.when), f"Then: {_without_date(other)}"))
            if len(found) == OPTIONS - 1:
                return found
    years = [
        years
        for years in range(-FARTHEST, FARTHEST + 1)
        if years and _plausible(material, event, _year(event.when) + years)
    ]
    rng.shuffle(years)
    for year in years:
        made = _shifted(event.when, year)
        if len(found) < OPTIONS - 1 and not any(_overlap(made, one) for one in taken):
            taken.append(made)
            found.append(Choice(spoken(made), "Nothing here is dated so."))
    return found


def _near(material: Material, rng: Random, event: Event) -> list[Event]:
    others = [
        other
        for other in material.all_events
        if other.id != event.id
        and _clear(other.when)
        and _form(other.when) == _form(event.when)
        and _plausible(material, event, _year(other.when))
    ]
    others.sort(
        key=lambda other: abs(_year(other.when) - _year(event.when)) / _weight(material, event, other)
    )
    nearest = others[:NEAR]
    rng.shuffle(nearest)
    return nearest


def _weight(material: Material, event: Event, other: Event) -> float:
    """Years count less between documents that speak of the same."""
    return 0.05 + material.nearness(event.document, other.document)


def _form(when: When) -> tuple[Precision, int, int]:
    """How a date looks: a range of years among days would stick out."""
    return when.precision, len(when.start or ""), len(when.end or "")


def _without_date(event: Event) -> str:
    return event.label if event.label.endswith(("…", ".", "!", "?")) else f"{event.label}."


def _plausible(material: Material, event: Event, year: int) -> bool:
    """Whether a year is not far from the event's, nor after its document was published."""
    published = material.documents[event.document].published
    last = max(_year(event.when), _year(published) if published else year)
    return abs(year - _year(event.when)) <= FAR and year <= last


def _year(when: When) -> int:
    return int((when.start or when.end or "0")[:4])


def _shifted(when: When, years: int) -> When:
    def moved(iso: str | None) -> str | None:
        # the 29th of February is a day of few years
        return iso and f"{int(iso[:4]) + years:04}{iso[4:]}".replace("-02-29", "-02-28")

    return When(moved(when.start), moved(when.end), when.precision, when.basis)


def _overlap(one: When, other: When) -> bool:
    """Whether two dates share a day; a month or year is all its days."""
    first, second = _bounds(one), _bounds(other)
    return first[0] <= second[1] and second[0] <= first[1]


def _bounds(when: When) -> tuple[str, str]:
    start = when.start or "0000"
    end = when.end or start
    # "2014" covers "2014-01" to "2014-99": as texts they compare in the order of time
    return start, f"{end}-99"


def spoken(when: When) -> str:
    """ "21 April 2014", "April 2014", "2014", "1998 to 2003" """
    assert when.start is not None
    return " to ".join(_point(iso) for iso in (when.start, when.end) if iso)


def _point(iso: str) -> str:
    year, *rest = iso.split("-")
    month = calendar.month_name[int(rest[0])] if rest else None
    day = str(int(rest[1])) if len(rest) > 1 else None
    return " ".join(part for part in (day, month, year) if part)


MODE = Mode("when", "something that happened: when?", questions)
