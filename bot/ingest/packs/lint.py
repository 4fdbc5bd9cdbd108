"""Holds packs to themselves and to the sources: names known, keys found, claims in the right mouth.

Each check is a function that yields problems; the tuple at the end is all of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.ingest.packs.form import hint
from bot.ingest.packs.located import line_of
from bot.ingest.packs.shapes import Pack, PackDocument
from bot.models import Claim, Event, Note, Passage, Problem, Question
from bot.text import fold

WRONG_OPTIONS = 3
"""A question offers its answer and at least so many wrong options."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document of a pack, and the passages of its source by key; `None` where no source is at hand."""

    pack: Pack
    known: PackDocument
    passages: Mapping[str, Sequence[Passage]] | None
    modes: tuple[str, ...]

    def problem(self, what: str, at: str | None = None) -> Problem:
        return Problem(str(self.known.path), what, line_of(at))


def lint(packs: Iterable[Pack], passages: Iterable[Passage] = (), modes: Iterable[str] = ()) -> list[Problem]:
    """What is wrong in packs that could be read.

    `passages` are those of the sources at hand, as they are once the packs lie over them; `modes` names the
    quiz modes. A document without passages is held to everything but its keys.
    """
    found: dict[str, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for passage in passages:
        found[passage.document][passage.key].append(passage)
    problems: list[Problem] = []
    for pack in packs:
        problems += _names(pack)
        problems += _doubles(pack)
        for known in pack.documents:
            case = Case(pack, known, found.get(known.document.id), tuple(modes))
            problems += [problem for check in CHECKS for problem in check(case)]
    return problems


def _names(pack: Pack) -> Iterator[Problem]:
    """An id or alias in `pack.toml` that two topics or two speakers share."""
    path = pack.path / "pack.toml"
    for kind, rows in (("topic", pack.topics), ("speaker", pack.speakers)):
        for name, times in Counter(row.id for row in rows).items():
            if times > 1:
                yield Problem(
                    str(path), f"has the {kind} “{name}” {times} times", _line_with(pack, f'"{name}"')
                )
        owners: dict[str, str] = {}
        for row in rows:
            for name in {fold(name): name for name in (row.name, *row.aliases)}.values():
                other = owners.setdefault(fold(name), row.id)
                if other != row.id:
                    what = f"gives the name “{name}” to two {kind}s: “{other}” and “{row.id}”"
                    yield Problem(str(path), what, _line_with(pack, f'"{name}"'))


def _line_with(pack: Pack, text: str) -> int | None:
    """The last line of `pack.toml` that holds a text: of doubles, the later one is the slip."""
    lines = (pack.path / "pack.toml").read_text("utf-8").splitlines()
    found = [number for number, line in enumerate(lines, 1) if text in line]
    return found[-1] if found else None


def _doubles(pack: Pack) -> Iterator[Problem]:
    """Ids must be unique in a whole pack, since cards and rounds name claims and questions by them."""
    seen: dict[tuple[str, str], str] = {}
    for known in pack.documents:
        named = [
            ("document", known.document.id),
            *(("claim", claim.id) for claim in known.claims),
            *(("event", event.id) for event in known.events),
            *(("question", question.id) for question in known.questions),
        ]
        for kind, name in named:
            if name and (kind, name) in seen:
                what = f"uses the {kind} id “{name}” again, which {seen[kind, name]} has"
                yield Problem(str(known.path), what, line_of(name))
            seen.setdefault((kind, name), known.path.name)


def _speakers(case: Case) -> Iterator[Problem]:
    ids = [speaker.id for speaker in case.pack.speakers]
    known = case.known
    used = [
        *known.document.authors,
        *(claim.speaker for claim in known.claims),
        *(voice.speaker for voice in known.voices),
        *(one.speaker for one in known.attributions if one.speaker is not None),
    ]
    for name in used:
        if name and name not in ids:
            yield case.problem(
                f"names a speaker “{name}” whom pack.toml does not list{hint(name, ids)}", name
            )


def _topics(case: Case) -> Iterator[Problem]:
    ids = [topic.id for topic in case.pack.topics]
    used = [
        *(claim.topic for claim in case.known.claims),
        *(q.topic for q in case.known.questions if q.topic),
    ]
    for name in used:
        if name and name not in ids:
            yield case.problem(f"names a topic “{name}” that pack.toml does not list{hint(name, ids)}", name)


def _keys(case: Case) -> Iterator[Problem]:
    for key in _locators(case.known):
        document, mark, _ = key.partition("#")
        if not mark or document != case.known.document.id:
            yield case.problem(
                f"wants keys of its own document ({case.known.document.id}#…), not “{key}”", key
            )
        elif case.passages is not None and len(case.passages.get(key, ())) != 1:
            known = [name for name, rows in case.passages.items() if len(rows) == 1]
            times = len(case.passages.get(key, ()))
            what = "names more than one passage" if times else "names no passage of the source"
            yield case.problem(f"has a key “{key}” that {what}{hint(key, known)}", key)


def _locators(known: PackDocument) -> Iterator[str]:
    for record in _records(known):
        yield from record.passages
    for voice in known.voices:
        yield from (voice.first, voice.last)
    for one in known.attributions:
        yield one.passage


def _records(known: PackDocument) -> list[Claim | Event | Question | Note]:
    return [*known.claims, *known.events, *known.questions, *known.notes]


def _mouths(case: Case) -> Iterator[Problem]:
    """A claim's passages are its speaker's own. (The passages are those that the pack was laid over.)"""
    for claim in case.known.claims:
        for key in claim.passages:
            rows = case.passages.get(key, ()) if case.passages is not None else ()
            if len(rows) == 1 and rows[0].speaker != claim.speaker:
                said = rows[0].speaker or "nobody named"
                yield case.problem(f"gives “{claim.speaker}” a claim whose passage “{key}” is by {said}", key)


def _relations(case: Case) -> Iterator[Problem]:
    ids = [claim.id for known in case.pack.documents for claim in known.claims]
    for relation in case.known.relations:
        for name in relation.claims:
            if name not in ids:
                yield case.problem(
                    f"relates a claim “{name}” that the pack does not have{hint(name, ids)}", name
                )


def _questions(case: Case) -> Iterator[Problem]:
    for question in case.known.questions:
        options = [fold(question.answer), *(fold(option.text) for option in question.wrong)]
        if len(set(options)) < len(options):
            yield case.problem(f"offers the same option twice in question “{question.id}”", question.id)
        if len(question.wrong) < WRONG_OPTIONS:
            yield case.problem(
                f"needs {WRONG_OPTIONS} wrong options in question “{question.id}”", question.id
            )
        if fold(question.answer) and fold(question.answer) in fold(question.prompt):
            yield case.problem(f"gives the answer away in question “{question.id}”", question.id)
        if case.modes and question.mode not in case.modes:
            what = f"knows no quiz mode “{question.mode}”{hint(question.mode, case.modes)}"
            yield case.problem(what, question.mode)


def _link(case: Case) -> Iterator[Problem]:
    url = case.known.document.url
    if url is not None and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname):
        yield case.problem(f"wants a link that starts with https://, not “{url}”", url)


def _guide(case: Case) -> Iterator[Problem]:
    if not case.known.document.guide:
        yield Problem(str(case.known.path), "has no reading guide below the front matter")


CHECKS: tuple[Callable[[Case], Iterator[Problem]], ...] = (
    _speakers,
    _topics,
    _keys,
    _mouths,
    _relations,
    _questions,
    _link,
    _guide,
)
