"""Tests bot.library.positions: claims first, own words where there are none, silence said as silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import NothingFound, Unknown
from bot.library.positions import MOST, Position, positions
from bot.models import Claim, Contents, Document, Relation, Speaker, Stance, Topic
from tests.library.conftest import Shelve, Write

SAID = [
    ("adler", "The island must build a second pier before the winter storms."),
    ("adler", "The pier was painted in May."),
    ("oduya", "A second pier would double the fares, and nobody should want that."),
    ("oduya", "This pier should be mended."),
    ("berg", "The fares need no pier to rise."),
    ("chen", "Ferries are blue."),
]


@pytest.fixture
def island(write: Write) -> Contents:
    document, passages = write(Document("pier", "The second pier"), SAID)
    return Contents(
        documents=(document,),
        speakers=tuple(Speaker(id, id.title()) for id in ("adler", "oduya", "berg", "chen")),
        topics=(Topic("pier", "the pier", ("pier",)), Topic("fares", "fares"), Topic("bees", "bees")),
        passages=passages,
        claims=(
            Claim("c1", "pier", "adler", "pier", "A pier is needed soon.", (passages[0].key,)),
            Claim("c2", "pier", "berg", "fares", "Fares rise anyway.", (passages[4].key,)),
            Claim("c3", "pier", "berg", "pier", "A pier changes little.", ("pier#gone",)),
        ),
        relations=(
            Relation(Stance.DISAGREE, ("c1", "c3"), "Whether it matters."),
            Relation(Stance.AGREE, ("c2", "c2")),
            Relation(Stance.DIFFER, ("c1", "gone")),
        ),
    )


def argued(position: Position) -> list[tuple[str | None, list[str]]]:
    return [
        (point.claim.text if point.claim else None, [receipt.text for receipt in point.receipts])
        for point in position.points
    ]


async def test_claims_come_with_what_they_rest_on_and_others_with_their_own_words(
    shelve: Shelve, island: Contents
) -> None:
    found = await positions(await shelve(island), "pier")
    assert {position.speaker.id: argued(position) for position in found.positions} == {
        "adler": [("A pier is needed soon.", [SAID[0][1]])],
        "berg": [("A pier changes little.", [])],  # its passage is gone, and nothing takes its place
        "oduya": [(None, [SAID[2][1]])],  # what takes a position and stands alone
    }


async def test_two_speakers_stand_side_by_side_with_what_is_between_them(
    shelve: Shelve, island: Contents
) -> None:
    found = await positions(await shelve(island), "pier", "berg", "adler")
    assert [position.speaker.id for position in found.positions] == ["berg", "adler"]
    assert [(one.kind, one.text) for one in found.related] == [(Stance.DISAGREE, "Whether it matters.")]


async def test_who_says_nothing_on_it_is_silent(shelve: Shelve, island: Contents) -> None:
    found = await positions(await shelve(island), "pier", "chen", "adler")
    assert [len(position.points) for position in found.positions] == [0, 1]
    assert found.related == ()


async def test_a_topic_on_which_nobody_argues_has_no_positions(shelve: Shelve, island: Contents) -> None:
    library = await shelve(island)
    with pytest.raises(NothingFound):
        await positions(library, "bees")
    with pytest.raises(Unknown):
        await positions(library, "wasps")


async def test_of_very_many_who_argue_those_who_argue_most_are_shown(shelve: Shelve) -> None:
    speakers = tuple(Speaker(f"s{number}", f"Speaker {number}") for number in range(MOST + 3))
    claims = [Claim(f"c{n}", "pier", one.id, "pier", "A pier is needed.") for n, one in enumerate(speakers)]
    claims.append(Claim("last", "pier", speakers[-1].id, "pier", "A pier is needed soon."))
    contents = Contents(
        documents=(Document("pier", "The pier"),),
        speakers=speakers,
        topics=(Topic("pier", "the pier"),),
        claims=tuple(claims),
    )
    found = await positions(await shelve(contents), "pier")
    assert (len(found.positions), found.more) == (MOST, 3)
    assert found.positions[0].speaker == speakers[-1]


async def test_a_changed_source_leaves_the_claim_without_its_words(
    shelve: Shelve, island: Contents, tmp_path: Path
) -> None:
    library = await shelve(island)
    (tmp_path / "pier.txt").write_text("Something else.", encoding="utf-8")
    found = await positions(library, "pier")
    assert {position.speaker.id: argued(position) for position in found.positions} == {
        "adler": [("A pier is needed soon.", [])],
        "berg": [("A pier changes little.", [])],
    }
