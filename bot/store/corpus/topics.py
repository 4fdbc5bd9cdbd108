"""Which passages and events a topic's names stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bot.models import Contents, Topic

_PARTS = re.compile(r"[\s\-\u2010-\u2015]+")


def topic_rows(contents: Contents) -> Iterator[tuple[str, Iterable[tuple[Any, ...]]]]:
    """The rows of passage_topic and event_topic.

    An event is on a topic where its label names it or a passage it rests on does.
    """
    matchers = {topic.id: matchers_of(topic) for topic in contents.topics}
    rows = [
        (topic, row)
        for row, passage in enumerate(contents.passages, 1)
        for topic, names in matchers.items()
        if names_topic(names, passage.text)
    ]
    yield "passage_topic", sorted(rows)
    keys = {(topic, contents.passages[row - 1].key) for topic, row in rows}
    yield (
        "event_topic",
        sorted(
            (topic, event.id)
            for event in contents.events
            for topic, names in matchers.items()
            if names_topic(names, event.label) or any((topic, key) in keys for key in event.passages)
        ),
    )


def names_topic(matchers: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(matcher.search(text) for matcher in matchers)


def matchers_of(topic: Topic) -> tuple[re.Pattern[str], ...]:
    """Patterns for a topic's names as whole words, with or without an English plural.

    A short name in capitals (an acronym such as "WHO") counts only in capitals.
    """
    loose: list[str] = []
    strict: list[str] = []
    for name in (topic.name, *topic.aliases):
        words = [re.escape(word) for word in _PARTS.split(name) if word]
        if words:
            (strict if name.isupper() and len(name) <= 5 else loose).append(
                r"[\s\-\u2010-\u2015]".join(words)
            )
    found = ((loose, re.IGNORECASE), (strict, re.NOFLAG))
    return tuple(
        re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?:e?s)?(?!\w)", flags) for names, flags in found if names
    )
