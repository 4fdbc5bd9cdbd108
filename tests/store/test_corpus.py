"""A corpus gives back what it was built from, and is whole or not there."""

import asyncio
import gc
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import BadStore, Fault
from bot.models import (
    Attribution,
    Basis,
    Claim,
    Contents,
    Document,
    Event,
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
from bot.store.corpus import Corpus, build

SPRING = When("2019-03", "2019-05", Precision.RANGE, Basis.RESOLVED)
HARBOUR = Document(
    id="harbour",
    title="The Harbour Debate",
    authors=("proposer", "opposer"),
    published=When("2019-06-01", None, Precision.DAY),
    source_file="harbour.txt",
    digest="ab" * 32,
    words=1200,
)
LETTER = Document(id="letter", title="A Letter", authors=("opposer",))
TIDES = "The tides were here before the harbour."
PASSAGES = (
    Passage(
        "harbour#1", "harbour", 0, 1, "“Close the harbour,” said the pilot.", ((0, 9), (12, 40)), "proposer"
    ),
    Passage(
        "harbour#2", "harbour", 1, 1, "Close the harbour,", ((1, 9), (12, 20)), "pilot",
        Attribution.QUOTED, "said", ("proposer",), 0.95, parent=0,
    ),
    Passage("harbour#3", "harbour", 2, 2, TIDES, ((50, 90),), "opposer", confidence=0.6),
    Passage("harbour#4~a", "harbour", 3, 3, "No.", ((91, 94),), "opposer", damaged=True),
    Passage("harbour#4~a", "harbour", 4, 4, "No.", ((95, 98),), "opposer"),
    Passage("letter#5", "letter", 0, 1, "WHO closes the ports, and who pays?", ((0, 35),), "opposer"),
)  # fmt: skip
CONTENTS = Contents(
    documents=(HARBOUR, LETTER),
    speakers=(
        Speaker("proposer", "Proposer", ("the proposing side",)),
        Speaker("opposer", "Opposer"),
        Speaker("pilot", "The pilot", affiliation="Harbour Office"),
    ),
    topics=(Topic("closure", "Closure", ("port", "close the harbour")), Topic("health", "Health", ("WHO",))),
    passages=PASSAGES,
    claims=(
        Claim(
            "c1", "harbour", "proposer", "closure", "The harbour should close.", ("harbour#1", "harbour#2")
        ),
    ),
    relations=(Relation(Stance.DISAGREE, ("c1", "c2"), "whether to close"),),
    events=(
        Event("e1", "harbour", SPRING, "The ports reopen", ()),
        Event("e2", "letter", When(None, "2020", Precision.RANGE), "A vote", ("harbour#2", "letter#5")),
    ),
    questions=(
        Question(
            "q1",
            "harbour",
            "who-argued",
            "Who?",
            "Proposer",
            "He says so.",
            (Option("Opposer", "He does not."),),
        ),
    ),
    notes=(Note("harbour", "The pilot is not named.", ("harbour#1",)),),
)


@pytest.fixture
async def corpus(tmp_path: Path):
    async with await Corpus.open(build(tmp_path, CONTENTS)) as corpus:
        yield corpus


async def test_what_went_in_comes_out(corpus: Corpus) -> None:
    assert await corpus.documents() == list(CONTENTS.documents)
    assert await corpus.document("letter") == LETTER
    assert await corpus.speakers() == list(CONTENTS.speakers)
    assert await corpus.speaker("pilot") == CONTENTS.speakers[2]
    assert await corpus.topics() == list(CONTENTS.topics)
    assert await corpus.text_of("harbour") == list(PASSAGES[:5])
    assert await corpus.claims() == list(CONTENTS.claims)
    assert await corpus.relations() == list(CONTENTS.relations)
    assert await corpus.events() == list(CONTENTS.events)
    assert await corpus.questions() == list(CONTENTS.questions)
    assert await corpus.notes() == list(CONTENTS.notes)
    counts = await corpus.counts()
    assert (counts.documents, counts.passages, counts.sure, counts.events) == (2, 6, 5, 2)


async def test_a_key_that_stands_twice_names_nothing(corpus: Corpus) -> None:
    found = await corpus.passages(["harbour#3", "harbour#4~a", "gone#1"])
    assert found == {"harbour#3": PASSAGES[2]}
    assert await corpus.passage("harbour#4~a") is None


async def test_around_a_passage_are_whole_sentences_of_near_paragraphs(corpus: Corpus) -> None:
    assert [p.place for p in await corpus.around(PASSAGES[2])] == [0, 2, 3]
    assert [p.place for p in await corpus.around(PASSAGES[2], paragraphs=0)] == [2]


async def test_a_speakers_words_are_their_own_and_not_those_reported_of_them(tmp_path: Path) -> None:
    reported = replace(PASSAGES[1], key="harbour#9", attribution=Attribution.REPORTED, place=5)
    path = build(tmp_path, replace(CONTENTS, passages=(*PASSAGES, reported)))
    async with await Corpus.open(path) as corpus:
        assert await corpus.said_by("pilot", limit=9) == [PASSAGES[1]]
        assert len(await corpus.said_by("opposer", limit=2)) == 2


async def test_topics_go_by_names_and_aliases_as_whole_words(corpus: Corpus) -> None:
    assert [p.key for p in await corpus.about("closure", limit=9)] == ["harbour#1", "harbour#2", "letter#5"]
    assert [p.key for p in await corpus.about("closure", speaker="pilot", limit=9)] == ["harbour#2"]
    # an acronym is not the word that is spelt like it, and a passage is on a topic but once
    assert [p.key for p in await corpus.about("health", limit=9)] == ["letter#5"]


async def test_events_are_found_by_topic_speaker_and_document(corpus: Corpus) -> None:
    assert [e.id for e in await corpus.events(topic="closure")] == ["e1", "e2"]
    assert [e.id for e in await corpus.events(speaker="pilot")] == ["e2"]
    assert [e.id for e in await corpus.events(document="harbour")] == ["e1"]


async def test_claims_are_found_by_topic_speaker_and_document(corpus: Corpus) -> None:
    assert await corpus.claims(topic="closure", speaker="proposer", document="harbour") == list(
        CONTENTS.claims
    )
    assert await corpus.claims(speaker="opposer") == []


async def test_who_speaks_only_in_hidden_documents_is_hidden(corpus: Corpus) -> None:
    assert [s.id for s in await corpus.speakers(without=["harbour"])] == ["opposer"]


def test_the_same_contents_make_the_same_file_and_a_comma_makes_another(tmp_path: Path) -> None:
    first = build(tmp_path, CONTENTS)
    assert build(tmp_path, CONTENTS) == first
    changed = replace(CONTENTS, passages=(replace(PASSAGES[0], text="“Close the harbour”, said the pilot."),))
    assert build(tmp_path, changed) != first
    assert build(tmp_path, CONTENTS, made_by="another version") != first
    assert {path.suffix for path in tmp_path.iterdir()} == {".db"}


@pytest.mark.parametrize("whole", [Contents(), CONTENTS])
async def test_an_empty_corpus_opens_like_a_full_one(tmp_path: Path, whole: Contents) -> None:
    async with await Corpus.open(build(tmp_path, whole)) as corpus:
        assert len(await corpus.documents()) == len(whole.documents)


async def test_what_is_no_corpus_of_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("these are only words" * 100)
    sqlite3.connect(tmp_path / "foreign.db").executescript(
        "CREATE TABLE meta (name, value)"
    ).connection.close()
    torn = build(tmp_path, CONTENTS)
    torn.write_bytes(torn.read_bytes()[:8192])
    for name, fault in (
        ("text.db", Fault.OUTDATED),
        ("foreign.db", Fault.OUTDATED),
        ("none.db", Fault.MISSING),
        (torn.name, Fault.OUTDATED),
    ):
        with pytest.raises(BadStore) as caught:
            await Corpus.open(tmp_path / name)
        assert caught.value.fault == fault, name


async def test_nothing_can_be_written_to_a_corpus(corpus: Corpus) -> None:
    with pytest.raises(sqlite3.OperationalError):
        await corpus.ask(lambda connection: connection.execute("DELETE FROM passage"))


def test_where_the_disk_refuses_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BadStore) as caught:
        build(tmp_path / "file", CONTENTS)
    assert caught.value.fault == Fault.READ_ONLY
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


async def test_a_corpus_that_nobody_holds_any_more_closes_itself(tmp_path: Path) -> None:
    before = threading.active_count()
    corpus = await Corpus.open(build(tmp_path, CONTENTS))
    assert threading.active_count() == before + 1
    del corpus
    gc.collect()
    for _ in range(100):
        if threading.active_count() == before:
            break
        await asyncio.sleep(0.01)
    assert threading.active_count() == before
