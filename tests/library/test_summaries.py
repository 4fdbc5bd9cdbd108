"""Tests bot.library.summaries: few sentences for many, each cut from its source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import EmptyLibrary, NothingFound
from bot.library.standalone import stands_alone
from bot.library.summaries import SENTENCES, Length, Summary, summary
from bot.models import Attribution, Claim, Contents, Document, Passage, Speaker, Topic
from tests.library.conftest import Shelve, Write

PIER = [
    ("adler", "The island must build a second pier before the winter storms."),
    ("adler", "However, nobody has asked what the pier will cost."),
    ("adler", "A second pier would let two ferries land on the island at once."),
    ("adler", "This is what every captain has wanted since the big storm."),
    ("adler", "The old pier was built for fishing boats and not for ferries."),
    ("adler", "Captains of the ferries refuse to land at the old pier in a storm."),
    ("adler", "My grandmother kept bees on the hill."),
    ("adler", "Without a pier for the winter the island loses its doctor and its school."),
    ("adler", "They will not come back in spring."),
    ("oduya", "The island cannot pay for a second pier out of its fares."),
    ("oduya", "Fares on the ferries have doubled, and half the seats are empty."),
    ("oduya", "A second pier would double the fares again before a single ferry lands."),
    ("oduya", "It would be cheaper to mend the old pier every spring."),
    ("oduya", "The doctor and the school need a road on the island more than a pier."),
    ("oduya", "An old pier that is mended every spring is pier enough."),
]
FARES = [
    ("berg", "Fares on the ferries should be free for everybody who lives on the island."),
    ("berg", "Empty seats earn nothing, and full ferries keep the school open."),
    ("berg", "Free fares would cost less than the second pier that the board wants."),
    ("berg", "Both figures were given to the board in May."),
]


@pytest.fixture
def island(write: Write) -> Contents:
    pier, pier_text = write(Document("pier", "The second pier", guide=GUIDE), PIER)
    fares, fares_text = write(Document("fares", "Free ferries"), FARES)
    return Contents(
        documents=(pier, fares),
        speakers=tuple(Speaker(id, id.title()) for id in ("adler", "oduya", "berg")),
        topics=(Topic("school", "the school", ("school",)),),
        passages=pier_text + fares_text,
    )


GUIDE = """# What it is about

Two islanders argue about a pier,
and what it would cost.

## The first speaker

- wants the pier

She thinks of the winter.
"""


def speakers_of(found: Summary) -> set[str | None]:
    return {receipt.passage.speaker for receipt in found.sentences}


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("about", [{"document": "pier"}, {"topic": "school"}, {"speaker": "berg"}, {}])
async def test_a_summary_keeps_its_promises(
    shelve: Shelve, island: Contents, about: dict[str, str], length: Length
) -> None:
    found = await summary(await shelve(island), **about, length=length)
    places = [(receipt.document.id, receipt.passage.place) for receipt in found.sentences]
    assert places == sorted(places, key=lambda place: (place[0] != "pier", place))  # reading order
    assert 0 < len(found.sentences) <= SENTENCES[length][1]
    assert all(stands_alone(receipt.text) and receipt.passage.sure for receipt in found.sentences)


async def test_every_voice_of_a_debate_is_heard(shelve: Shelve, island: Contents) -> None:
    library = await shelve(island)
    assert speakers_of(await summary(library, document="pier", length=Length.BRIEF)) == {"adler", "oduya"}
    assert speakers_of(await summary(library)) == {"adler", "oduya", "berg"}


async def test_what_has_nothing_to_do_with_the_rest_is_left_out(shelve: Shelve, island: Contents) -> None:
    found = await summary(await shelve(island), document="pier")
    assert not [receipt.text for receipt in found.sentences if "ees" in receipt.text]


async def test_what_is_said_twice_stands_once(shelve: Shelve, write: Write) -> None:
    twice = [
        ("adler", "The second pier must be built before the winter."),
        ("adler", "Before the winter the second pier must be built."),
        ("adler", "Ferries bring the doctor to the island."),
        ("adler", "The pier and the ferries keep the island alive."),
    ]
    document, passages = write(Document("pier", "The pier"), twice)
    found = await summary(await shelve(Contents(documents=(document,), passages=passages)), document="pier")
    assert len([receipt for receipt in found.sentences if "winter" in receipt.text]) == 1


async def test_the_guide_comes_first_and_only_for_the_whole_document(
    shelve: Shelve, island: Contents
) -> None:
    library = await shelve(island)
    opening = "Two islanders argue about a pier, and what it would cost."
    assert (await summary(library, document="pier")).guide == (opening,)
    detailed = await summary(library, document="pier", length=Length.DETAILED)
    assert detailed.guide == (opening, "She thinks of the winter.")
    assert (await summary(library, document="pier", speaker="oduya")).guide == ()


async def test_a_guide_alone_is_an_answer(shelve: Shelve) -> None:
    library = await shelve(Contents(documents=(Document("pier", "The second pier", guide=GUIDE),)))
    found = await summary(library, document="pier", length=Length.BRIEF)
    assert (len(found.guide), found.sentences) == (1, ())


async def test_claims_stand_in_where_the_sources_are_not_here(shelve: Shelve) -> None:
    claim = Claim("c", "pier", "oduya", "fares", "The pier costs too much.")
    library = await shelve(
        Contents(
            documents=(Document("pier", "The second pier", guide=GUIDE),),
            speakers=(Speaker("oduya", "Mr. Oduya"),),
            claims=(claim,),
        )
    )
    assert (await summary(library, speaker="oduya")).claims == ((Speaker("oduya", "Mr. Oduya"), claim),)
    assert (await summary(library, document="pier")).claims == ()  # the guide says it


async def test_a_speaker_is_heard_where_others_quote_them(shelve: Shelve, write: Write) -> None:
    line = "The board answered at once, and Mr. Oduya said: “The island cannot pay for a second pier.”"
    document, (sentence,) = write(Document("report", "A report"), [("adler", line)])
    start = line.index("The island")
    text = line[start:-1]
    stretch = Passage(
        "report#1",
        "report",
        1,
        1,
        text,
        ((start, start + len(text)),),
        "oduya",
        Attribution.QUOTED,
        via=("adler",),
        parent=0,
    )
    library = await shelve(
        Contents(
            documents=(document,), speakers=(Speaker("oduya", "Mr. Oduya"),), passages=(sentence, stretch)
        )
    )
    assert [receipt.text for receipt in (await summary(library, speaker="oduya")).sentences] == [text]
    assert [receipt.text for receipt in (await summary(library, document="report")).sentences] == [line]


async def test_a_changed_source_withholds_its_sentences(
    shelve: Shelve, island: Contents, tmp_path: Path
) -> None:
    library = await shelve(island)
    (tmp_path / "fares.txt").write_text("Something else.", encoding="utf-8")
    found = await summary(library, speaker="berg")
    assert (found.sentences, found.withheld) == ((), ("Free ferries",))


async def test_an_unsigned_document_is_summed_up_and_a_doubtful_speaker_is_not_heard(
    shelve: Shelve, write: Write
) -> None:
    lines = [
        (None, "The pier stands empty in the winter storms."),
        ("adler", "The pier is mended in spring."),
    ]
    document, (unsigned, doubtful) = write(Document("pier", "The pier"), lines)
    passages = (replace(unsigned, confidence=0.5), replace(doubtful, confidence=0.5))
    library = await shelve(Contents(documents=(document,), passages=passages))
    assert [receipt.text for receipt in (await summary(library, document="pier")).sentences] == [lines[0][1]]


async def test_nothing_sure_is_no_answer(shelve: Shelve, write: Write) -> None:
    document, _ = write(Document("pier", "The pier"), PIER)
    with pytest.raises(NothingFound):
        await summary(await shelve(Contents(documents=(document,))), document="pier")
    with pytest.raises(EmptyLibrary):
        await summary(await shelve(Contents()))
