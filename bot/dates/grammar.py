"""Finds dates in a text, in one pass: each token is looked at with a bounded number of neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from bot.dates.calendar import APOSTROPHES, FORMS, days_in, month_at, year_at
from bot.dates.lexicon import UNITS, Role, lexicon
from bot.dates.reader import Reader
from bot.dates.tokens import tokenize
from bot.dates.values import Anchor, Bound, Found, Partial, Relative, Unit
from bot.dates.years import counts, plausible

Point = tuple[Partial | Relative, int]

_BOUNDS = (
    (Role.SINCE, Bound.SINCE),
    (Role.UNTIL, Bound.UNTIL),
    (Role.BY, Bound.BY),
    (Role.BEFORE, Bound.BEFORE),
    (Role.AFTER, Bound.AFTER),
)
_PAIRS = (  # first word, second word, whether a dash will do for it
    (Role.BETWEEN, Role.AND, False),
    (Role.FROM, Role.TO, True),
)
REACH = 8
"""Tokens before a date's kernel in which it can begin: "by the beginning of the last year"."""
_DIGIT = re.compile(r"[\d'’‘]")
_WORD = re.compile(r"[^\W\d_]+")
_DASHES = frozenset("-–—")
_NAMED_DAYS = frozenset({"black", "good", "holy", "easter", "ash", "palm", "bloody", "fat", "super", "cyber"})
_PAPERS = frozenset({"times", "mail", "telegraph", "post", "mirror", "express", "herald", "morning", "night"})
_OWN = frozenset({"his", "her", "their", "my", "our", "your"})


def find_dates(text: str, language: str | None = None) -> tuple[Found, ...]:
    """The dates in a text, in order, without overlaps. `language` is BCP 47; English is read as well."""
    words = lexicon(language)
    if not _DIGIT.search(text) and words.kernels.isdisjoint(_WORD.findall(text.casefold())):
        return ()
    reader = Reader(tokenize(text), words)
    found: list[Found] = []
    at, ended = 0, -1
    kernels = _kernels(reader)
    while (at := _candidate(reader, kernels, at)) < len(reader.tokens):
        hit = _expression(reader, at) or _one_more_year(reader, at, ended, found)
        if hit is None:
            at += 1
            continue
        found.append(hit[0])
        at = ended = hit[1]
    return tuple(found)


def _kernels(reader: Reader) -> list[int]:
    """The places of the tokens without which there is no date: figures, months, units and their like."""
    known = reader.lexicon.kernels
    return [
        at
        for at, token in enumerate(reader.tokens)
        if token.number or token.low in APOSTROPHES or token.low in known
    ]


def _candidate(reader: Reader, kernels: list[int], at: int) -> int:
    """The next token, from `at` on, that can begin a date: one that the grammar knows, with a kernel near."""
    known = reader.lexicon.phrases
    while True:
        place = bisect_left(kernels, at)
        if place == len(kernels):
            return len(reader.tokens)
        for near in range(max(at, kernels[place] - REACH), kernels[place] + 1):
            token = reader.tokens[near]
            if near == kernels[place] or token.low in known:
                return near
        at = kernels[place]


def _expression(reader: Reader, at: int) -> tuple[Found, int] | None:
    for opening, joint, dash in _PAIRS:
        if (phrase := reader.phrase(at, opening)) and (pair := _pair(reader, phrase[1], joint, dash)):
            return _made(reader, at, phrase[1], pair[2], pair[0], pair[1], Bound.BETWEEN), pair[2]
    for role, bound in _BOUNDS:
        if (phrase := reader.phrase(at, role)) and (point := _ranged(reader, phrase[1])):
            first, last, end = point
            return _made(reader, at, phrase[1], end, first, last, Bound.AT if last else bound), end
    if point := _ranged(reader, at):
        return _made(reader, at, at, point[2], point[0], point[1], Bound.AT), point[2]
    return None


def _made(
    reader: Reader,
    at: int,
    core: int,
    end: int,
    first: Partial | Relative,
    last: Partial | Relative | None,
    bound: Bound,
) -> Found:
    return Found(
        reader.token(at).start, reader.token(end - 1).end, first, last, bound, reader.token(core).start
    )


def _one_more_year(reader: Reader, at: int, ended: int, found: list[Found]) -> tuple[Found, int] | None:
    """The 1998 and the 2002 of "in 1994, 1998 and 2002"."""
    if not found or not ended < at <= ended + 2 or not plausible(reader, at):
        return None
    first = found[-1].first
    joints = [reader.token(n) for n in range(ended, at)]
    if not isinstance(first, Partial) or first.year is None or first.month or found[-1].last:
        return None
    if any(
        joint.low != "," and joint.low not in {"and", "or", "&", "und", "et", "y", "oder", "ou"}
        for joint in joints
    ):
        return None
    return _made(reader, at, at, at + 1, Partial(int(reader.token(at).text)), None, Bound.AT), at + 1


def _pair(
    reader: Reader, at: int, joint: Role, dash: bool
) -> tuple[Partial | Relative, Partial | Relative, int] | None:
    first = _point(reader, at, expected=True) or _loose_year(reader, at)
    if not first:
        return None
    between = reader.phrase(first[1], joint)
    end = between[1] if between else first[1] + 1 if dash and reader.token(first[1]).low in _DASHES else None
    if end is None:
        return None
    last = (
        _point(reader, end, expected=True) or _loose_year(reader, end) or _second_day(reader, end, first[0])
    )
    if not last or (_is_bare_year(last[0]) and counts(reader, last[1] - 1)):
        return None
    return _completed(first[0], last[0]), last[0], last[1]


def _is_bare_year(date: Partial | Relative) -> bool:
    return isinstance(date, Partial) and date.whole and date.month is None and date.years == 1


def _loose_year(reader: Reader, at: int) -> Point | None:
    """The number in "between 1956 and ..."; the word before is reason enough."""
    return year_at(reader, at) if plausible(reader, at) else None


def _ranged(reader: Reader, at: int) -> tuple[Partial | Relative, Partial | Relative | None, int] | None:
    """One date, or two joined by a dash, "to", "through"; two days or months of one year also by "and"."""
    if days := _days(reader, at):
        return days
    first = _point(reader, at)
    if not first:
        return None
    last = _second(reader, first)
    if last:
        if _is_bare_year(last[0]) and counts(reader, last[1] - 1):
            return None
        return _completed(first[0], last[0]), last[0], last[1]
    return first[0], None, first[1]


def _second(reader: Reader, first: Point) -> Point | None:
    date, at = first
    if not isinstance(date, Partial) or date.weekday is not None:
        return None
    mark = reader.token(at)
    if mark.low == "/" and mark.glued:
        return _second_year(reader, at + 1, date)
    if mark.low in _DASHES and (mark.low != "—" or (mark.glued and reader.token(at + 1).glued)):
        return (
            _second_year(reader, at + 1, date)
            or _second_day(reader, at + 1, date)
            or _later_than(date, _point(reader, at + 1, expected=True))
        )
    if to := reader.phrase(at, Role.TO):
        return (
            _later_than(date, _point(reader, to[1], expected=True))
            or _second_year(reader, to[1], date)
            or _second_day(reader, to[1], date)
        )
    if not date.whole and date.month and (joint := reader.phrase(at, Role.AND)):
        last = _point(reader, joint[1], expected=True)
        if last and isinstance(last[0], Partial) and last[0].whole and last[0].month:
            return last
        return _second_day(reader, joint[1], date) if date.day else None
    return None


def _later_than(date: Partial, last: Point | None) -> Point | None:
    if last is None or not isinstance(last[0], Partial) or last[0].weekday is not None:
        return None
    if date.year and last[0].year and last[0].year < date.year:
        return None
    return last


def _second_year(reader: Reader, at: int, first: Partial) -> Point | None:
    """The end of 2014-2018, 2014-18 and 2014/15."""
    token = reader.token(at)
    if first.year is None or first.month or not token.number or first.years > 1:
        return None
    if len(token.text) == 2 and token.glued and int(token.text) > first.year % 100:
        return Partial(first.year - first.year % 100 + int(token.text)), at + 1
    found = year_at(reader, at)
    return found if found and found[0].year and found[0].year > first.year else None


def _second_day(reader: Reader, at: int, first: Partial | Relative) -> Point | None:
    """The 7 of May 5-7, with the year that may follow it."""
    if not isinstance(first, Partial) or not (first.month and first.day):
        return None
    token = reader.token(at)
    if (
        not token.number
        or len(token.text) > 2
        or not first.day < int(token.text) <= days_in(first.year, first.month)
    ):
        return None
    if reader.token(at + 1).glued and reader.token(at + 1).low not in ",.;:)th":
        return None
    date, end = replace(first, day=int(token.text)), at + 1
    if reader.token(end).low == "th":
        end += 1
    after = end + 1 if reader.token(end).low == "," else end
    if first.year is None and (year := year_at(reader, after)):
        return replace(date, year=year[0].year), year[1]
    return date, end


def _days(reader: Reader, at: int) -> tuple[Partial, Partial, int] | None:
    """5-7 May 2014, 5 and 6 May, vom 5. bis 7. Mai."""
    token = reader.token(at)
    if not token.number or len(token.text) > 2 or not 1 <= int(token.text) <= 31:
        return None
    end = at + 1
    if reader.token(end).low == "." and reader.token(end).glued:
        end += 1
    if reader.token(end).low in _DASHES:
        end += 1
    elif joint := reader.phrase(end, Role.TO) or reader.phrase(end, Role.AND):
        end = joint[1]
    else:
        return None
    last = _point(reader, end, expected=True)
    if not last or not isinstance(last[0], Partial) or not last[0].day or last[0].day <= int(token.text):
        return None
    return replace(last[0], day=int(token.text)), last[0], last[1]


def _completed(first: Partial | Relative, last: Partial | Relative) -> Partial | Relative:
    """The first date of a range with what only the second one says: the year of "from May to July 2014"."""
    if isinstance(first, Partial) and isinstance(last, Partial) and first.year is None and last.year:
        turned = bool(first.month and last.month and first.month > last.month)
        return replace(first, year=last.year - turned)
    return first


def _point(reader: Reader, at: int, expected: bool = False) -> Point | None:
    """One date with what stands before it: "about", "the", "early", "the end of", a weekday."""
    vague = reader.role(at, Role.ABOUT)
    at = reader.skip(at, Role.ABOUT)
    part = reader.phrase(at, Role.PART)
    if not part and not reader.role(at, Role.NEIGHBOUR) and not reader.role(at, Role.THAT):
        at = reader.skip(at, Role.THE)
        part = reader.phrase(at, Role.PART)
    if part:
        at = part[1] + 1 if reader.token(part[1]).low == "-" and reader.token(part[1]).glued else part[1]
        at = reader.skip(reader.skip(at, Role.OF), Role.THE)
        vague = expected = True
    at = _past_weekday(reader, at)
    if year_at(reader, reader.skip(at, Role.YEAR)):
        at = reader.skip(at, Role.YEAR)
    found = relative(reader, at) or _calendar_date(reader, at, expected)
    return (replace(found[0], vague=True), found[1]) if found and vague else found


def _calendar_date(reader: Reader, at: int, expected: bool) -> Point | None:
    for form in FORMS:
        if found := form(reader, at, expected):
            date, end = found
            return _of_relative_year(reader, date, end)
    return _weekday(reader, at)


def _of_relative_year(reader: Reader, date: Partial, at: int) -> Point:
    """March last year, May of that year, le 5 mars dernier."""
    if date.whole or date.of_writing:
        return date, at
    end = reader.skip(at + 1 if reader.token(at).low == "," else at, Role.OF)
    if (year := relative(reader, end)) and isinstance(year[0], Relative) and year[0].unit is Unit.YEAR:
        return replace(date, of=year[0]), year[1]
    direction = reader.phrase(at, Role.DIRECTION)
    if direction and direction[0] and direction[1] == at + 1:
        return replace(date, direction=direction[0]), direction[1]
    return date, at


def _past_weekday(reader: Reader, at: int) -> int:
    """Past "Sunday," where a date follows."""
    if not (weekday := reader.phrase(at, Role.WEEKDAY)):
        return at
    end = weekday[1]
    if reader.token(end).low in {",", "."}:
        end += 1
    end = reader.skip(end, Role.THE)
    token = reader.token(end)
    return (
        end
        if month_at(reader, end) or (token.number and len(token.text) <= 2 and _dated(reader, end))
        else at
    )


def _dated(reader: Reader, at: int) -> bool:
    return any(form(reader, at, False) for form in FORMS)


def _weekday(reader: Reader, at: int) -> Point | None:
    found = reader.phrase(at, Role.WEEKDAY)
    if not found or reader.token(at - 1).low in _NAMED_DAYS or reader.token(found[1]).low in _PAPERS:
        return None
    return _of_relative_week(Partial(weekday=found[0]), reader, found[1])


def _of_relative_week(date: Partial, reader: Reader, at: int) -> Point:
    direction = reader.phrase(at, Role.DIRECTION)
    if direction and direction[0]:
        end = reader.skip(direction[1], Role.UNIT)
        return replace(date, direction=direction[0]), end
    return date, at


def relative(reader: Reader, at: int) -> Point | None:
    """last week, next March, yesterday, two years ago, that day, the following year, a month later."""
    if days := reader.phrase(at, Role.DAYS):
        return Relative(Unit.DAY, days[0]), days[1]
    for role in (Role.NEIGHBOUR, Role.THAT):
        if (phrase := reader.phrase(at, role)) and (unit := reader.phrase(phrase[1], Role.UNIT)):
            if UNITS[unit[0]] is Unit.DECADE or reader.token(at - 1).low in {"over", "within", "for"}:
                return None
            return Relative(UNITS[unit[0]], phrase[0], Anchor.TEXT), unit[1]
    return _directed(reader, at) or _counted(reader, at)


def _directed(reader: Reader, at: int) -> Point | None:
    if direction := reader.phrase(at, Role.DIRECTION):
        shift, end = direction
        if unit := reader.phrase(end, Role.UNIT):
            kind = UNITS[unit[0]]
            return None if kind in (Unit.DAY, Unit.DECADE) else (Relative(kind, shift), unit[1])
        for role in (Role.MONTH, Role.SEASON, Role.WEEKDAY):
            if named := reader.phrase(end, role):
                return _named(role, named[0], shift), named[1]
        return None
    unit = reader.phrase(at, Role.UNIT)  # la semaine dernière
    if unit and (direction := reader.phrase(unit[1], Role.DIRECTION)) and direction[0]:
        kind = UNITS[unit[0]]
        if kind not in (Unit.DAY, Unit.DECADE) and reader.token(unit[1]).low not in {"last", "next"}:
            return Relative(kind, direction[0]), direction[1]
    return None


def _named(role: Role, value: int, direction: int) -> Partial:
    if role is Role.WEEKDAY:
        return Partial(weekday=value, direction=direction)
    return Partial(month=value, months=3 if role is Role.SEASON else 1, direction=direction)


def _counted(reader: Reader, at: int) -> Point | None:
    if ago := reader.phrase(at, Role.AGO_FIRST):
        count = _count(reader, reader.skip(ago[1], Role.ABOUT))
        if count and (unit := reader.phrase(count[1], Role.UNIT)):
            return Relative(UNITS[unit[0]], -count[0], vague=True), unit[1]
    count = _count(reader, at)
    if not count or not (unit := reader.phrase(count[1], Role.UNIT)):
        return None
    if ago := reader.phrase(unit[1], Role.AGO):
        return Relative(UNITS[unit[0]], -count[0], vague=True), ago[1]
    if (later := reader.phrase(unit[1], Role.LATER)) and (later[0] > 0 or reader.starts_clause(at)):
        return Relative(UNITS[unit[0]], later[0] * count[0], Anchor.TEXT, vague=count[0] > 1), later[1]
    return None


def _count(reader: Reader, at: int) -> tuple[int, int] | None:
    token = reader.token(at)
    if token.number and len(token.text) <= 3 and not token.glued:
        return int(token.text), at + 1
    count = reader.phrase(at, Role.NUMBER)
    if count and count[0] % 10 == 0 and reader.token(count[1]).low == "-":  # forty-two
        ones = reader.phrase(count[1] + 1, Role.NUMBER)
        if ones and ones[0] < 10:
            return count[0] + ones[0], ones[1]
    return count
