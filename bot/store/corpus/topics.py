"""Which passages and events a topic's names stand in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.models import Contents, Topic

ACRONYM = 5  # letters of a name in capitals that counts only in capitals, such as "WHO"

_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"[\s\-\u2010-\u2015]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def topic_rows(contents: Contents) -> Iterator[tuple[str, Iterable[tuple[Any, ...]]]]:
    """The rows of passage_topic and event_topic.

    An event is on a topic where its label names it or a passage it rests on does.
    """
    named = Named(contents.topics)
    rows: list[tuple[str, int]] = []
    by_key: defaultdict[str, set[str]] = defaultdict(set)
    for row, passage in enumerate(contents.passages, 1):
        for topic in named.in_text(passage.text):
            rows.append((topic, row))
            by_key[passage.key].add(topic)
    yield "passage_topic", sorted(rows)
    of_events = {
        (topic, event.id)
        for event in contents.events
        for topics in (named.in_text(event.label), *(by_key.get(key, ()) for key in event.passages))
        for topic in topics
    }
    yield "event_topic", sorted(of_events)


class Named:
    """The names of topics, by the words they begin with: a text is only held against those it can hold."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._by_word: defaultdict[str, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
        self._anywhere: list[tuple[str, re.Pattern[str]]] = []
        for topic in topics:
            for name in dict.fromkeys((topic.name, *topic.aliases)):
                self._add(topic.id, name)

    def _add(self, topic: str, name: str) -> None:
        words = [word for word in _PARTS.split(name) if word]
        if not words:
            return
        entry = (topic, _pattern(name, words))
        first = _WORD.search(name)
        if first is None or _UNSPACED.search(name):
            self._anywhere.append(entry)
            return
        begins = first[0].casefold()
        # a name of one word may come with the ending of a plural
        for word in (begins, f"{begins}s", f"{begins}es") if len(words) == 1 else (begins,):
            self._by_word[word].append(entry)

    def in_text(self, text: str) -> set[str]:
        """The ids of the topics that a text names."""
        candidates = [
            entry
            for word in set(_WORD.findall(text.casefold())) & self._by_word.keys()
            for entry in self._by_word[word]
        ]
        found: set[str] = set()
        for topic, pattern in [*candidates, *self._anywhere]:
            if topic not in found and pattern.search(text):
                found.add(topic)
        return found


def _pattern(name: str, words: Sequence[str]) -> re.Pattern[str]:
    """A name as whole words, with or without an English plural; in scripts without spaces, anywhere."""
    if _UNSPACED.search(name):
        return re.compile(re.escape(name))
    flags = re.NOFLAG if name.isupper() and len(name) <= ACRONYM else re.IGNORECASE
    joined = r"[\s\-\u2010-\u2015]".join(map(re.escape, words))
    return re.compile(rf"(?<!\w){joined}(?:e?s)?(?!\w)", flags)
