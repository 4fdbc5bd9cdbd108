"""Finding quotes that are half remembered, filtered, or of nobody."""

from dataclasses import replace
from random import Random

import pytest

from bot.errors import EmptyLibrary
from bot.library.quotes import Query, at_random, find
from bot.models import Attribution, Claim, Contents, Document, Passage, Speaker, Topic

ADLER, BRANDT, KEEPER = "ms-adler", "mr-brandt", "the-keeper"
SPEAKERS = tuple(Speaker(id, name) for id, name in
                 ((ADLER, "Ms. Adler"), (BRANDT, "Mr. Brandt"), (KEEPER, "The keeper")))  # fmt: skip
HARBOUR = (
    (ADLER, "The ferry to the northern harbour has not run on Sundays since the winter of 1875."),
    (ADLER, "Nobody on the council will say who forgot to repair the lighthouse."),
    (ADLER, "“I trim the lamp every night, but the glass is cracked,” the keeper told me."),
    (ADLER, "A town that lets its lamp go dark should not be surprised by wrecks."),
    (ADLER, "Wait and see."),
    (ADLER, "The fishermen’s islands lie two hours out, where no boat of ours goes."),
)
MARKET = (
    (BRANDT, "A new ferry would cost four islands’ worth of taxes."),
    (BRANDT, "The lighthouse can wait until the market hall has a roof."),
    (BRANDT, "No boat of theirs goes where our fishermen’s islands lie, two hours out."),
)


@pytest.fixture
async def library(shelve, write):
    harbour, market = (
        write(Document(id, title), said)
        for id, title, said in (("harbour", "The Harbour", HARBOUR), ("market", "The Market", MARKET))
    )
    lamp = harbour[1][2]
    start, end = lamp.spans[0][0], lamp.text.index("”") + 1
    said = Passage(
        "harbour#lamp", "harbour", 10, 1, lamp.text[:end], ((start, start + end),),
        KEEPER, Attribution.QUOTED, "told", (ADLER,), parent=2,
    )  # fmt: skip
    passages = (*harbour[1][:3], said, *harbour[1][3:], *market[1])
    return await shelve(Contents((harbour[0], market[0]), SPEAKERS, passages=passages))


async def texts(library, text=None, limit=5, **filters):
    return [match.passage.text for match in await find(library, Query(text, **filters), limit)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("The ferry to the northern harbour has not run on Sundays since the winter of 1875.", HARBOUR[0][1]),
        ("the nothern ferry hasn't sailed on a Sunday since 1875", HARBOUR[0][1]),
        ("a town with a dark lamp should not be suprised by wrecks", HARBOUR[3][1]),
        ("council forgot to repair lighthouse", HARBOUR[1][1]),
        # the same words in another order, said by another
        ("fishermen’s islands lie two hours out where no boat goes", HARBOUR[5][1]),
        ("no boat of theirs goes to the fishermen's islands", MARKET[2][1]),
    ],
)
async def test_a_half_remembered_line_comes_back_whole(library, said, meant):
    assert (await texts(library, said))[0] == meant


async def test_only_words_that_stand_there_score_above_94(library):
    scores = [
        (await find(library, Query(said)))[0].score
        for said in (
            "“the ferry to the Northern harbour has not run”",
            "the ferry to the northern harbour has now run",
            "the ferry to the northern harbor has not run",
        )
    ]
    assert scores[0] == 100
    assert max(scores[1:]) < 95


async def test_a_quote_over_two_sentences_brings_both(library):
    said = "should not be surprised by wrecks wait and see"
    found = await find(library, Query(said), 2)
    assert [match.passage.text for match in found] == [HARBOUR[3][1], HARBOUR[4][1]]
    assert found[0].score == 100


async def test_a_sentence_and_the_stretch_in_it_are_one_match(library):
    words = "I trim the lamp every night, but the glass is cracked"
    assert await texts(library, words) == ["“I trim the lamp every night, but the glass is cracked,”"] + [
        text for text in await texts(library, words) if "trim" not in text
    ]
    assert (await texts(library, f"{words} the keeper told me"))[0] == HARBOUR[2][1]


async def test_filters_keep_to_a_speaker_or_a_document(library):
    assert await texts(library, "the lighthouse", speaker=BRANDT, limit=1) == [MARKET[1][1]]
    assert await texts(library, "the lighthouse", document="harbour", limit=1) == [HARBOUR[1][1]]
    assert len(await texts(library, document="market")) == 3


async def test_a_topic_that_a_speaker_does_not_name_brings_what_they_say_beside_it(library):
    found = await find(library, Query("lighthouse", speaker=KEEPER))
    assert [match.passage.speaker for match in found] == [KEEPER]
    assert found[0].score < 50


async def test_of_what_a_speaker_says_on_a_topic_what_their_claims_rest_on_comes_first(shelve, write):
    said = [(ADLER, text) for text in ("The lamp is dark.", "The lamp is lit.", "The lamp is for all.")]
    document, passages = write(Document("harbour", "The Harbour"), said)
    claim = Claim("c1", "harbour", ADLER, "light", "Light is a common good.", (passages[2].key,))
    topic = Topic("light", "Light", ("lamp",))
    library = await shelve(
        Contents((document,), SPEAKERS, topics=(topic,), passages=passages, claims=(claim,))
    )
    assert (await texts(library, "Lamp", speaker=ADLER))[0] == "The lamp is for all."


async def test_who_says_nothing_has_no_quotes(library):
    assert await find(library, Query("lighthouse", speaker="the-mayor")) == []
    assert await find(library, Query(speaker="the-mayor")) == []


async def test_words_that_are_in_no_document_find_nothing(library):
    assert await find(library, Query("xylophones quarrel quietly")) == []


async def test_what_is_merely_the_nearest_is_not_taken_for_what_was_meant(library):
    nearest = await find(library, Query("poets rent gulls by the hour"))
    meant = await find(library, Query("the lighthouse waits until the market has its roof"))
    assert [found[0].likely for found in (nearest, meant)] == [False, True]


async def test_hidden_documents_are_not_found(library):
    assert MARKET[1][1] not in await texts(replace(library, hidden=frozenset({"market"})), "the market hall")


async def test_a_random_quote_is_a_sentence_that_can_stand_alone(library):
    drawn = {(await at_random(library, Random(seed))).passage.text for seed in range(60)}
    assert drawn == {text for _, text in (*HARBOUR, *MARKET) if len(text) >= 50}


async def test_an_empty_library_has_no_random_quote(shelve):
    with pytest.raises(EmptyLibrary):
        await at_random(await shelve(Contents()), Random(1))


@pytest.mark.parametrize("text", ['"', "NEAR(a b) OR -c*", "\0", "the ferry " * 600, "…", "日本"])
async def test_any_text_is_answered(library, text):
    assert len(await texts(library, text)) <= 5
