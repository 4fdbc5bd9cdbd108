"""Reads packs from disk: `pack.toml`, one Markdown file a document, and `sources/` of our own writing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from bot.ingest.packs.form import Form
from bot.ingest.packs.located import front_matter
from bot.ingest.packs.shapes import Pack, PackDocument, Settled, Voice
from bot.models import (
    Claim,
    Document,
    Event,
    EventKind,
    Note,
    Option,
    Problem,
    Question,
    Relation,
    Speaker,
    Stance,
    Topic,
)

T = TypeVar("T")

DOCUMENT = [
    *[
        "document",
        "title",
        "subtitle",
        "authors",
        "outlet",
        "published",
        "precision",
        "basis",
        "kind",
        "language",
    ],
    *["url", "digests", "voices", "attributions", "claims", "relations", "events", "questions", "notes"],
]
VOICE = ["speaker", "first", "last"]
SETTLED = ["passage", "speaker"]
CLAIM = ["id", "speaker", "topic", "text", "passages"]
RELATION = ["kind", "claims", "text"]
EVENT = ["id", "start", "end", "precision", "basis", "kind", "label", "passages"]
QUESTION = ["id", "mode", "topic", "prompt", "answer", "reason", "wrong", "passages"]
OPTION = ["text", "reason"]
NOTE = ["text", "passages"]


def load_packs(folder: Path) -> tuple[tuple[Pack, ...], list[Problem]]:
    """Every pack of a folder, and what is wrong in them. A pack without a sound `pack.toml` is left out."""
    problems: list[Problem] = []
    packs = [load_pack(path, problems) for path in sorted(folder.glob("*/")) if not path.name.startswith(".")]
    return tuple(pack for pack in packs if pack is not None), problems


def load_pack(path: Path, problems: list[Problem]) -> Pack | None:
    table = _toml(path / "pack.toml", problems)
    if table is None:
        return None
    return Pack(
        id=path.name,
        path=path,
        title=str(table.get("title") or path.name),
        language=table.get("language"),
        topics=tuple(
            Topic(row["id"], row["name"], tuple(row.get("aliases", ()))) for row in _rows(table, "topics")
        ),
        speakers=tuple(
            Speaker(row["id"], row["name"], tuple(row.get("aliases", ())), row.get("affiliation"))
            for row in _rows(table, "speakers")
        ),
        documents=tuple(_documents(path, table.get("language"), problems)),
        sources=tuple(sorted(p for p in path.glob("sources/*") if p.is_file() and p.name[0] != ".")),
    )


def _toml(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    """The table of a `pack.toml` whose rows all have an id and a name, or None."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        problems.append(Problem(str(path.parent), "is no pack: it has no pack.toml"))
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(Problem(str(path), f"cannot be read: {error}", _line_in(error)))
        return None
    for kind in ("topics", "speakers"):
        for number, row in enumerate(_rows(table, kind), 1):
            for field in ("id", "name"):
                if not isinstance(row.get(field), str):
                    problems.append(Problem(str(path), f"needs “{field}” in number {number} of [[{kind}]]"))
                    return None
    return table


def _rows(table: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    rows = table.get(kind, [])
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _line_in(error: Exception) -> int | None:
    """The line that tomllib names in its message."""
    words = str(error).replace(",", " ").split()
    return int(words[words.index("line") + 1]) if "line" in words else None


def _documents(pack: Path, language: str | None, problems: list[Problem]) -> Iterable[PackDocument]:
    for path in sorted(pack.glob("*.md")):
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(str(path), f"cannot be read: {error}"))
            continue
        table, body = front_matter(str(path), text, problems)
        if table:
            yield _document(pack.name, path, Form(str(path), table, problems, DOCUMENT), body, language)


def _document(pack: str, path: Path, form: Form, body: str, language: str | None) -> PackDocument:
    name = form.word("document", needed=True) or path.stem
    return PackDocument(
        path=path,
        document=Document(
            id=name,
            title=form.word("title", needed=True) or name,
            subtitle=form.word("subtitle"),
            authors=form.words("authors"),
            outlet=form.word("outlet"),
            published=form.when("published"),
            kind=form.word("kind"),
            language=form.word("language") or language,
            url=form.word("url"),
            pack=pack,
            guide=body or None,
        ),
        digests=form.words("digests"),
        voices=tuple(_voice(row) for row in form.records("voices", VOICE)),
        attributions=tuple(_settled(row) for row in form.records("attributions", SETTLED)),
        claims=tuple(_claim(name, row) for row in form.records("claims", CLAIM)),
        relations=_sound(_relation(row) for row in form.records("relations", RELATION)),
        events=_sound(_event(name, row) for row in form.records("events", EVENT)),
        questions=tuple(_question(name, row) for row in form.records("questions", QUESTION)),
        notes=tuple(_note(name, row) for row in form.records("notes", NOTE)),
    )


def _need(form: Form, name: str) -> str:
    return form.word(name, needed=True) or ""


def _sound(records: Iterable[T | None]) -> tuple[T, ...]:
    """Those that could be read; of the others a problem was noted."""
    return tuple(record for record in records if record is not None)


def _voice(form: Form) -> Voice:
    return Voice(_need(form, "speaker"), _need(form, "first"), _need(form, "last"))


def _settled(form: Form) -> Settled:
    return Settled(_need(form, "passage"), form.word("speaker"))


def _note(document: str, form: Form) -> Note:
    return Note(document, _need(form, "text"), form.words("passages"))


def _claim(document: str, form: Form) -> Claim:
    if not form.words("passages"):
        form.fault("is a claim without evidence: name its passages")
    return Claim(
        id=_need(form, "id"),
        document=document,
        speaker=_need(form, "speaker"),
        topic=_need(form, "topic"),
        text=_need(form, "text"),
        passages=form.words("passages"),
    )


def _relation(form: Form) -> Relation | None:
    claims = form.words("claims")
    if len(claims) != 2:
        form.fault("is a relation of two claims: name both in “claims”")
        return None
    return Relation(form.one_of("kind", Stance, Stance.DIFFER), (claims[0], claims[1]), form.word("text"))


def _event(document: str, form: Form) -> Event | None:
    when = form.when()
    if when is None:
        if form.word("start") is None and form.word("end") is None:
            form.fault("is an event without a date: give “start” or “end”")
        return None
    kind = form.one_of("kind", EventKind, EventKind.EVENT)
    return Event(_need(form, "id"), document, when, _need(form, "label"), form.words("passages"), kind)


def _question(document: str, form: Form) -> Question:
    wrong = tuple(Option(_need(row, "text"), _need(row, "reason")) for row in form.records("wrong", OPTION))
    return Question(
        id=_need(form, "id"),
        document=document,
        mode=_need(form, "mode"),
        prompt=_need(form, "prompt"),
        answer=_need(form, "answer"),
        reason=_need(form, "reason"),
        wrong=wrong,
        passages=form.words("passages"),
        topic=form.word("topic"),
    )
