"""From rows to values."""

from __future__ import annotations

import json
import sqlite3

from bot.models import (
    Attribution,
    Basis,
    Claim,
    Document,
    Event,
    EventKind,
    Note,
    Option,
    Passage,
    Precision,
    Question,
    Relation,
    Speaker,
    Stance,
    Topic,
    When,
)

PASSAGE = """passage.key, passage.document, passage.place, passage.paragraph, passage.text, passage.spans,
             passage.speaker, passage.attribution, passage.cue, passage.via, passage.confidence,
             passage.damaged, passage.parent"""
"""The columns that `passage` takes; the next ones are those that the functions of their names take."""

DOCUMENT = """document.*,
       (SELECT json_group_array(speaker) FROM (SELECT speaker FROM document_author
                                               WHERE document = document.id ORDER BY position)) AS authors"""
SPEAKER = """speaker.*,
       (SELECT json_group_array(alias) FROM (SELECT alias FROM speaker_alias WHERE speaker = speaker.id
                                              ORDER BY position)) AS aliases"""
TOPIC = """topic.*,
       (SELECT json_group_array(alias) FROM (SELECT alias FROM topic_alias WHERE topic = topic.id
                                              ORDER BY position)) AS aliases"""
CLAIM = """claim.*,
       (SELECT json_group_array(key) FROM (SELECT key FROM claim_passage WHERE claim = claim.id
                                              ORDER BY position)) AS passages"""
EVENT = """event.*,
       (SELECT json_group_array(key) FROM (SELECT key FROM event_passage WHERE event = event.id
                                              ORDER BY position)) AS passages"""


def passage(row: sqlite3.Row) -> Passage:
    return Passage(
        key=row["key"],
        document=row["document"],
        place=row["place"],
        paragraph=row["paragraph"],
        text=row["text"],
        spans=tuple((start, end) for start, end in json.loads(row["spans"])),
        speaker=row["speaker"],
        attribution=Attribution(row["attribution"]),
        cue=row["cue"],
        via=_strings(row["via"]),
        confidence=row["confidence"],
        damaged=bool(row["damaged"]),
        parent=row["parent"],
    )


def document(row: sqlite3.Row) -> Document:
    return Document(
        id=row["id"],
        title=row["title"],
        subtitle=row["subtitle"],
        authors=_strings(row["authors"]),
        outlet=row["outlet"],
        published=_published(row),
        kind=row["kind"],
        language=row["language"],
        url=row["url"],
        source_file=row["source_file"],
        text_file=row["text_file"],
        digest=row["digest"],
        text_digest=row["text_digest"],
        words=row["words"],
        pack=row["pack"],
        guide=row["guide"],
    )


def _published(row: sqlite3.Row) -> When | None:
    if row["published_precision"] is None:
        return None
    precision, basis = Precision(row["published_precision"]), Basis(row["published_basis"])
    return When(row["published_start"], row["published_end"], precision, basis)


def speaker(row: sqlite3.Row) -> Speaker:
    return Speaker(row["id"], row["name"], _strings(row["aliases"]), row["affiliation"])


def topic(row: sqlite3.Row) -> Topic:
    return Topic(row["id"], row["name"], _strings(row["aliases"]))


def claim(row: sqlite3.Row) -> Claim:
    return Claim(
        row["id"], row["document"], row["speaker"], row["topic"], row["text"], _strings(row["passages"])
    )


def event(row: sqlite3.Row) -> Event:
    when = When(row["start"], row["end"], Precision(row["precision"]), Basis(row["basis"]))
    return Event(
        row["id"], row["document"], when, row["label"], _strings(row["passages"]), EventKind(row["kind"])
    )


def relation(row: sqlite3.Row) -> Relation:
    return Relation(Stance(row["kind"]), (row["one"], row["other"]), row["text"])


def question(row: sqlite3.Row) -> Question:
    wrong = tuple(Option(text, reason) for text, reason in json.loads(row["wrong"]))
    return Question(
        row["id"],
        row["document"],
        row["mode"],
        row["prompt"],
        row["answer"],
        row["reason"],
        wrong,
        _strings(row["passages"]),
        row["topic"],
    )


def note(row: sqlite3.Row) -> Note:
    return Note(row["document"], row["text"], _strings(row["passages"]))


def _strings(value: str) -> tuple[str, ...]:
    return tuple(json.loads(value))
