"""Reads one record of a pack field by field, and gathers what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from rapidfuzz import process

from bot.ingest.packs.located import Rows, Table, Word
from bot.models import Basis, Precision, Problem, When

E = TypeVar("E", bound=StrEnum)

_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
NEAR = 60
"""Likeness (0-100) from which a known name is offered for an unknown one."""


class Form:
    """A record with named fields; every read notes what is missing or malformed, with its line."""

    def __init__(self, path: str, table: Table, problems: list[Problem], fields: Iterable[str]) -> None:
        self.path, self.table, self.problems = path, table, problems
        known = list(fields)
        for name, value in table.items():
            if name not in known:
                self.fault(f"has no use for a field “{name}”{hint(name, known)}", value)

    def fault(self, what: str, at: Word | Table | Rows | None = None) -> None:
        self.problems.append(Problem(self.path, what, at.line if at is not None else self.table.line))

    def word(self, name: str, *, needed: bool = False) -> str | None:
        value = self.table.get(name)
        if isinstance(value, Word) and value.strip():
            return value.stripped()
        if value is not None and not isinstance(value, Word):
            self.fault(f"wants one word or sentence for “{name}”", value)
        elif needed:
            self.fault(f"needs “{name}”", value)
        return None

    def words(self, name: str) -> tuple[str, ...]:
        value = self.table.get(name)
        if value is None:
            return ()
        if isinstance(value, Word):
            return (value.stripped(),) if value else ()
        words = [row for row in value if isinstance(row, Word)] if isinstance(value, Rows) else []
        if isinstance(value, Rows) and len(words) == len(value):
            return tuple(word.stripped() for word in words)
        self.fault(f"wants a list of words for “{name}”", value)
        return ()

    def records(self, name: str, fields: Sequence[str]) -> list[Form]:
        value = self.table.get(name)
        if value is None:
            return []
        rows = value if isinstance(value, Rows) else []
        good = [row for row in rows if isinstance(row, Table)]
        if not isinstance(value, Rows) or len(good) < len(rows):
            self.fault(f"wants a list of records for “{name}”", value)
        return [Form(self.path, row, self.problems, fields) for row in good]

    def one_of(self, name: str, kinds: type[E], default: E) -> E:
        value = self.word(name)
        if value is None:
            return default
        try:
            return kinds(value)
        except ValueError:
            known = [kind.value for kind in kinds]
            self.fault(f"knows no {name} “{value}”{hint(value, known)}", self.table[name])
            return default

    def iso(self, name: str) -> str | None:
        """A date as fine as it is known: 2014, 2014-04 or 2014-04-21."""
        value = self.word(name)
        if value is None:
            return None
        found = _ISO.fullmatch(value)
        try:
            if found is None:
                raise ValueError
            year, month, day = found.groups()
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            self.fault(f"wants a date such as 2014, 2014-04 or 2014-04-21, not “{value}”", self.table[name])
            return None
        return value

    def when(self, start: str = "start", end: str = "end") -> When | None:
        """An interval and its basis; the fineness of the date is its precision where none is given."""
        first, last = self.iso(start), self.iso(end)
        if first is None and last is None:
            return None
        if first and last and last < first[: len(last)]:
            self.fault(f"ends ({last}) before it starts ({first})", self.table[end])
        fine = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(first or last or "")]
        natural = Precision.RANGE if last else fine
        return When(
            first,
            last,
            self.one_of("precision", Precision, natural),
            self.one_of("basis", Basis, Basis.STATED),
        )


def hint(value: str, known: Iterable[str]) -> str:
    """A clause that offers the nearest known name, or nothing."""
    best = process.extractOne(value, list(known), score_cutoff=NEAR)
    return f": did you mean “{best[0]}”?" if best else ""
