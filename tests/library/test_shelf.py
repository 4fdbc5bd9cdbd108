"""Tests bot.library.shelf: several corpora answer as one, and what is hidden stays hidden."""

from __future__ import annotations

from bot.library.shelf import Library
from bot.models import (
    Claim,
    Contents,
    Document,
    Event,
    Note,
    Passage,
    Precision,
    Question,
    Speaker,
    Topic,
    When,
)
from tests.library.conftest import Shelve


def contents(document: str, *speakers: Speaker) -> Contents:
    key = f"{document}#000000000001"
    when = When("1998", None, Precision.YEAR)
    return Contents(
        documents=(Document(document, f"On {document}"),),
        speakers=speakers,
        topics=(Topic("ferry", f"ferries of {document}", ("ferry",)),),
        passages=tuple(
            Passage(key, document, 0, 1, f"The ferry of {document} is late.", ((0, 1),), speaker.id)
            for speaker in speakers[:1]
        ),
        claims=(Claim(f"claim-{document}", document, speakers[0].id, "ferry", "It is late.", (key,)),),
        events=(Event(f"event-{document}", document, when, "A ferry is late.", (key,)),),
        questions=(Question(f"q-{document}", document, "when", "When?", "1998", "It says so.", ()),),
        notes=(Note(document, "A slip."),),
    )


SHARED = contents("tides", Speaker("adler", "Ms. Adler", ("Adler",)), Speaker("berg", "Mr. Berg"))
OWN = contents("minutes", Speaker("adler", "Ingrid Adler", ("Adler", "I. A."), "the council"))


async def ids(library: Library) -> dict[str, list[str]]:
    """All that a library lets one see, by the ids of documents it belongs to."""
    return {
        "documents": [document.id for document in await library.documents()],
        "passages": [passage.document for passage in await library.about("ferry", limit=9)],
        "said": [passage.document for passage in await library.said_by("adler", limit=9)],
        "sample": [passage.document for passage in await library.sample(limit=9)],
        "claims": [claim.document for claim in await library.claims()],
        "events": [event.document for event in await library.events()],
        "questions": [question.document for question in await library.questions()],
        "notes": [note.document for note in await library.notes()],
    }


async def test_two_corpora_answer_as_one(shelve: Shelve) -> None:
    library = await shelve(SHARED, OWN)
    assert all(its == ["tides", "minutes"] for its in (await ids(library)).values())
    keys = ["minutes#000000000001", "tides#000000000001", "tides#000000000009"]
    assert set(await library.passages(keys)) == set(keys[:2])
    assert [passage.document for passage in await library.text_of("minutes")] == ["minutes"]


async def test_whom_both_know_is_one_speaker_under_the_first_name(shelve: Shelve) -> None:
    library = await shelve(SHARED, OWN)
    adler = Speaker("adler", "Ms. Adler", ("Adler", "Ingrid Adler", "I. A."), "the council")
    assert await library.speakers() == [adler, Speaker("berg", "Mr. Berg")]
    assert await library.speaker("adler") == adler
    assert [topic.name for topic in await library.topics()] == ["ferries of tides"]


async def test_what_is_hidden_is_nowhere(shelve: Shelve) -> None:
    library = await shelve(SHARED, OWN, hidden=frozenset({"tides"}))
    assert all(its == ["minutes"] for its in (await ids(library)).values())
    assert await library.document("tides") is None
    assert await library.passage("tides#000000000001") is None
    assert await library.text_of("tides") == []
    assert await library.counted("tides") is None
    (passage,) = SHARED.passages
    assert await library.around(passage) == []
    assert [speaker.id for speaker in await library.speakers()] == ["adler"]  # berg is only there


async def test_without_corpora_there_is_nothing(shelve: Shelve) -> None:
    library = await shelve()
    assert not any((await ids(library)).values())
    assert await library.speaker("adler") is None
