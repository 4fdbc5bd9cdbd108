"""Tests bot.store.corpus.topics: where a topic's names stand."""

from __future__ import annotations

import pytest

from bot.models import Contents, Event, Passage, Precision, Topic, When
from bot.store.corpus.topics import Named, topic_rows

TOPICS = (
    Topic("harbour", "The harbour", ("port", "U.S. quay", "sea-wall")),
    Topic("who", "WHO", ("World Health Organization",)),
    Topic("港", "港湾"),
)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Every port is shut.", {"harbour"}),
        ("All ports are shut.", {"harbour"}),  # a plural
        ("PORT AUTHORITY", {"harbour"}),
        ("The report is long.", set()),  # only whole words
        ("It lies in the harbour-mouth.", {"harbour"}),
        ("A harbour lies there.", set()),  # the name is "the harbour"
        ("The U.S. quay is shut.", {"harbour"}),
        ("The sea wall, the sea-wall, the sea–wall.", {"harbour"}),  # a space or any hyphen
        ("The WHO is right.", {"who"}),
        ("Who is right?", set()),  # an acronym has its capitals
        ("関東港湾局が決めた。", {"港"}),  # a script without spaces
        ("", set()),
    ],
)
def test_a_text_is_on_the_topics_that_it_names(text: str, topics: set[str]) -> None:
    assert Named(TOPICS).in_text(text) == topics


def test_an_event_is_on_the_topics_of_its_label_and_of_its_passages() -> None:
    when = When("1998", None, Precision.YEAR)
    contents = Contents(
        topics=TOPICS,
        passages=(Passage("d#1", "d", 0, 1, "The port burned.", ((0, 1),)),),
        events=(Event("e1", "d", when, "A fire", ("d#1",)), Event("e2", "d", when, "The WHO meets")),
    )
    rows = {table: list(its) for table, its in topic_rows(contents)}
    assert rows == {"passage_topic": [("harbour", 1)], "event_topic": [("harbour", "e1"), ("who", "e2")]}
