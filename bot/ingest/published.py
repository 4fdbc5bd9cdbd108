"""The day a document was published, where a line of its own says so."""

from __future__ import annotations

import re

from bot.models import Precision, When

_MONTHS = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
)
_NUMBER = {name: number for row in _MONTHS for number, name in enumerate(row.split(), 1)} | {"sept": 9}
_MONTH = "|".join(sorted(_NUMBER, key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<number>\d{2})(?:-(?P<day>\d{2}))?(?!\d)"),
    re.compile(rf"\b(?P<month>{_MONTH})\.?,?\s+{_DAY}\s*,?\s+(?P<year>\d{{4}})\b", re.I),
    re.compile(
        rf"\b{_DAY}\s+(?:de\s+"
        rf"|of\s+)?(?P<month>{_MONTH})\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})\b",
        re.I,
    ),
    re.compile(rf"\b(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})\b", re.I),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})\b"),
    re.compile(r"^(?P<year>(?:1[5-9]|20)\d\d)$"),
)
_AROUND = re.compile(
    r"(?:first\s+)?(?:published|posted|updated|last\s+updated|date|publié|mis à jour|veröffentlicht"
    r"|stand|erschienen|issued"
    r"|on|le|am|vom|du|the|at|um|à|uhr|h|by|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|montag|dienstag"
    r"|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|mon|tue|wed|thu"
    r"|fri|sat|sun|[ap]\.?m\.?|gmt|utc|e[sd]t|[cp]e?[sd]?t|min(?:ute)?s?|read"
    r"|\d{1,2}[:h.]\d{2}(?::\d{2})?(?:\.\d+)?z?|t)\b",
    re.I,
)


def find_published(text: str) -> When | None:
    """The first date in a short text: a day, a month or a year."""
    for form in _FORMS:
        if found := form.search(text[:120]):
            return _when(found)
    return None


def is_date_line(text: str) -> bool:
    """Whether a line holds a date and hardly anything else ("Published on 3 May 2020, 10:15")."""
    if len(text) > 90:
        return False
    for form in _FORMS[:-1]:
        if found := form.search(text):
            rest = _AROUND.sub("", text[: found.start()] + " " + text[found.end() :])
            rest = _FORMS[1].sub("", rest)
            return sum(map(str.isalpha, rest)) <= 3
    return False


def _when(found: re.Match[str]) -> When | None:
    parts = found.groupdict()
    month = int(parts["number"]) if parts.get("number") else _NUMBER.get((parts.get("month") or "").lower())
    day = int(parts["day"]) if parts.get("day") else None
    year = parts["year"]
    if month is None:
        return When(year, None, Precision.YEAR)
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    if day is None:
        return When(f"{year}-{month:02}", None, Precision.MONTH)
    return When(f"{year}-{month:02}-{day:02}", None, Precision.DAY)
