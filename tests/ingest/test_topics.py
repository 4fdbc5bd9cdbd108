"""Tests bot.ingest.topics: what documents keep coming back to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.topics import key_topics
from bot.models import Document, Passage, Reading, Speaker, Topic

PIER = """
The stone pier divides the island, and the council of Tidewater Bay knows it.
Ferries have landed at Tidewater Bay for a hundred years.
In winter the sea wall breaks, and then the ferries turn back.

Nobody on the council has ever built a stone pier.
Mr. Adler wants the sea wall first, and he says so to everybody.
A stone pier without a sea wall would be lost in a year.

Adler is right about the sea wall, since the wall of Tidewater Bay is a ruin.
The council will vote in May.
"""


def reading(text: str, id: str = "pier", title: str = "Notes", language: str = "en") -> Reading:
    paragraphs = [paragraph.splitlines() for paragraph in text.strip().split("\n\n")]
    lines = [(number, line) for number, paragraph in enumerate(paragraphs, 1) for line in paragraph]
    passages = tuple(
        Passage(f"{id}#{place}", id, place, number, line, ((0, 1),))
        for place, (number, line) in enumerate(lines)
    )
    return Reading(
        Document(id, title, language=language), (Speaker("adler", "Tom Adler", ("Mr. Adler",)),), passages
    )


def names(*readings: Reading, known: tuple[Topic, ...] = ()) -> list[str]:
    return [topic.name for topic in key_topics(readings, known)]


def test_phrases_that_come_again_are_topics_and_the_speakers_are_not() -> None:
    found = names(reading(PIER))
    assert {"Stone pier", "Tidewater Bay", "Sea wall"} <= set(found)
    assert not [name for name in found if "dler" in name]


def test_a_part_of_a_longer_phrase_is_no_topic_of_its_own() -> None:
    assert not {"Pier", "Sea", "Bay", "Tidewater"} & set(names(reading(PIER)))


def test_what_a_pack_names_already_is_left_out() -> None:
    known = (Topic("defences", "Sea defences", ("the wall", "sea wall")),)
    found = names(reading(PIER), known=known)
    assert "Sea wall" not in found and "Stone pier" in found


def test_documents_share_their_topics() -> None:
    topics = key_topics([reading(PIER), reading(PIER, "again")])
    assert [topic.name for topic in topics].count("Sea wall") == 1


def test_one_and_many_are_one_topic_under_either_name() -> None:
    text = "The ferry is late today.\n\nNobody takes the ferry now.\n\nThe ferries are for the summer."
    (topic,) = key_topics([reading(text + "\n\n" + "Bees hum.\n" * 9)])
    assert (topic.name, topic.aliases) == ("Ferry", ("ferries",))


def test_a_short_page_has_none() -> None:
    assert names(reading("Page not found.")) == []


def test_german_topics_come_without_their_articles() -> None:
    text = (
        "Die neue Fähre kommt im Mai.\n\nOhne die neue Fähre bleibt der Hafen leer.\n\n"
        "Der Rat hat die neue Fähre nie gewollt."
    )
    assert names(reading(text + "\n\n" + "Bienen summen.\n" * 9, language="de")) == ["Neue Fähre"]


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_gives_topics_with_names_and_ids_of_their_own(lines: list[str]) -> None:
    found = key_topics([reading("\n\n".join(lines * 2) or "x")])
    assert len({topic.id for topic in found}) == len(found)
    assert all(topic.name.strip() for topic in found)
