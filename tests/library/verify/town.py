"""A council's debate, made of templates by a seed: sentences that differ in what a false quote changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bot.models import Attribution, Contents, Document, Passage, Speaker
from bot.text import keys


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


PLACES = _listed(
    "harbour, mill, market hall, school, orchard, quarry, chapel, reservoir, bakery, tannery, windmill,"
    "station, library, brewery, sawmill, ferry, smithy, granary"
)
ROLES = _listed("the treasurer, the surveyor, the miller, the warden, the engineer, the archivist")
DEEDS = _listed("repaired, sold, flooded, painted, rebuilt, closed, leased, insured, fenced, measured")
TOOLS = _listed("lanterns, ladders, barrels, ropes, shutters, wagons, pumps, hinges, anchors, ledgers")
AIMS = _listed(
    "to keep the peace, to please the tenants, to spare the taxpayers, to honour an old promise,"
    "to shame the council, to shelter the travellers, to feed the horses, to warn the fishermen"
)
TERMS = _listed(
    "the tenants refuse, the frost comes early, a stranger pays, the river rises, the bank objects,"
    "the mayor resigns, the road is mended, the bells are sold"
)
NUMBERS = _listed("two, four, seven, nine, twelve, fifteen, twenty, forty")
AUTHORS = (Speaker("ms-adler", "Ms. Adler", ("Adler",)), Speaker("mr-brandt", "Mr. Brandt", ("Brandt",)))
QUOTED = Speaker("the-warden-of-the-locks", "The warden of the locks", ("the lock warden",))


@dataclass(frozen=True)
class Line:
    """A sentence with what can be done to it. `head` is what stands before its limit."""

    text: str
    author: Speaker
    head: str = ""
    inner: str = ""  # another's words in it


def line(rng: Random, author: Speaker) -> Line:
    place, other = rng.sample(PLACES, 2)
    tool, deed, aim, term = (rng.choice(those) for those in (TOOLS, DEEDS, AIMS, TERMS))
    number, year = rng.choice(NUMBERS), rng.randint(1800, 1999)
    match rng.randrange(7):
        case 0:
            text = f"In {year} the council {deed} the {place} with {number} {tool}, mostly {aim}."
            return Line(text, author)
        case 1:
            text = f"The {place} was not {deed} {aim}, whatever the {number} {tool} by the {other} suggest."
            return Line(text, author)
        case 2:
            head = f"We shall buy {number} {tool} for the {place} {aim}"
            limit = rng.choice(
                (
                    f", but only after {term}",
                    f" unless {term}",
                    f", if {term}",
                    f", though not yet for the {other}",
                )
            )
            return Line(f"{head}{limit}.", author, head=head)
        case 3:
            inner = f"I have never {deed} a {place} without {number} {tool} from the {other}"
            return Line(f"The warden of the locks told me, “{inner},” and looked away.", author, inner=inner)
        case 4:
            share = f"{rng.randint(2, 98)}.{rng.randint(1, 9)} percent"
            text = f"Since {year} the {place} has lost {share} of its {tool} to the {other}."
            return Line(text, author)
        case 5:
            role = rng.choice(ROLES)
            return Line(
                f"It is {role}’s old-fashioned view that the {place}—and the {other}—were {deed} {aim}.",
                author,
            )
        case _:
            what = f"{number} {tool} were {deed} {aim}"
            return Line(
                f"Nobody in the {place} can say why {what} when the {other} burned in {year}.", author
            )


def town(rng: Random, lines: int) -> dict[str, list[Line]]:
    """Two documents, one by each author; no sentence stands twice."""
    seen: set[str] = set()
    documents: dict[str, list[Line]] = {}
    for author in AUTHORS:
        mine = documents.setdefault(f"{author.id}-speaks", [])
        while len(mine) < lines:
            made = line(rng, author)
            if made.text not in seen:
                seen.add(made.text)
                mine.append(made)
    return documents


def contents(folder: Path, documents: dict[str, list[Line]]) -> Contents:
    """Their sources on disk, and what is read from them: sentences, and stretches of the warden's words."""
    read, passages = [], []
    for id, lines in documents.items():
        source = "\n".join(one.text for one in lines)
        (folder / f"{id}.txt").write_text(source, encoding="utf-8")
        digest = hashlib.sha256(source.encode()).hexdigest()
        read.append(Document(id, id, authors=(lines[0].author.id,), source_file=f"{id}.txt", digest=digest))
        passages += _passages(id, lines)
    return Contents(tuple(read), (*AUTHORS, QUOTED), passages=tuple(passages))


def _passages(id: str, lines: list[Line]) -> list[Passage]:
    found: list[Passage] = []
    start = 0
    for number, one in enumerate(lines):
        place = len(found)
        found.append(
            Passage(
                "", id, place, 1 + number // 5, one.text, ((start, start + len(one.text)),), one.author.id
            )
        )
        if one.inner:
            words = f"“{one.inner},”"
            at = start + one.text.index(words)
            found.append(
                Passage("", id, place + 1, 1 + number // 5, words, ((at, at + len(words)),), QUOTED.id,
                        Attribution.QUOTED, "told", (one.author.id,), parent=place)
            )  # fmt: skip
        start += len(one.text) + 1
    texts = [passage.text for passage in found]
    names = keys(id, texts, ["", *texts[:-1]])
    return [
        Passage(name, *(getattr(passage, field) for field in Passage.__slots__[1:]))
        for name, passage in zip(names, found, strict=True)
    ]
