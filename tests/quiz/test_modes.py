"""The modes of the quiz: bot/quiz/modes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bot.app import App
from bot.config import read_config
from bot.errors import TooLittle
from bot.models import Claim, Note, Precision, Relation, Speaker, Stance, When
from bot.quiz.draw import draw
from bot.quiz.material import Material, gather
from bot.quiz.modes import MIXED, MODES
from bot.quiz.modes.fill_the_gap import places
from bot.quiz.modes.really_said import changed
from bot.quiz.modes.when import spoken
from tests.quiz.fairness import unfair
from tests.quiz.shelf import ADLER, BERG, DAHL, SPEAKERS

SAMPLE = Path(__file__).parents[2] / "data" / "packs" / "sample"


@pytest.fixture
async def sample(tmp_path: Path) -> Material:
    """The sample pack, read as anybody's documents are read."""
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "sample").symlink_to(SAMPLE)
    async with App(read_config({"DATA_DIR": str(tmp_path)}, dotenv=tmp_path / "none")) as app:
        return await gather(app.library(None), Random(1))


@pytest.mark.parametrize("mode", MODES)
async def test_every_question_of_every_mode_is_fair(material: Material, mode: str) -> None:
    asked = [one for seed in range(20) for one in MODES[mode].questions(material, Random(seed))]
    assert asked
    assert {one.mode for one in asked} == {mode}
    assert [(one.words, fault) for one in asked for fault in unfair(material, one)] == []


@pytest.mark.parametrize("mode", MODES)
async def test_the_right_option_stands_anywhere(material: Material, mode: str) -> None:
    asked = [one for seed in range(20) for one in MODES[mode].questions(material, Random(seed))]
    assert len({one.right for one in asked}) == max(len(one.choices) for one in asked)


async def test_rounds_on_the_sample_documents_are_fair(sample: Material) -> None:
    for seed in range(40):
        asked = draw(sample, MIXED, 10, Random(seed))
        assert len(asked) == 10
        assert len({key for one in asked for key in one.passages}) == sum(
            len(set(one.passages)) for one in asked
        )
        assert [(one.words, fault) for one in asked for fault in unfair(sample, one)] == []


async def test_a_mixed_round_takes_turns_between_the_modes(material: Material) -> None:
    assert {one.mode for one in draw(material, MIXED, 12, Random(1))} == set(MODES)


async def test_a_library_with_one_voice_still_gives_fair_questions(material: Material) -> None:
    alone = replace(
        material,
        documents={id: one for id, one in material.documents.items() if id == "hill"},
        speakers={BERG: SPEAKERS[1]},
        passages=tuple(one for one in material.passages if one.document == "hill"),
        everything=tuple(one for one in material.everything if one.document == "hill"),
        claims=(),
        events=(),
        all_claims=(),
        all_events=(),
    )
    for mode in ("who-said", "which-document"):
        with pytest.raises(TooLittle) as raised:
            draw(alone, mode, 5, Random(1))
        assert "really-said" in raised.value.others
    for one in draw(alone, "really-said", 5, Random(1)):
        assert [choice.text for choice in one.choices] == ["Yes, word for word", "No, a word was changed"]
        assert unfair(alone, one) == []


async def test_whoever_agrees_is_no_wrong_option(material: Material) -> None:
    asked = {one.id: one for one in MODES["who-argued"].questions(material, Random(1))}
    assert {choice.text for choice in asked["who-argued:hill:leave"].choices} == {"Jonas Berg", "Ida Adler"}
    agreeing = replace(material, relations=(*material.relations, Relation(Stance.AGREE, ("keep", "leave"))))
    assert "who-argued:hill:leave" not in {
        one.id for one in MODES["who-argued"].questions(agreeing, Random(1))
    }


async def test_claims_that_read_alike_may_be_one_position(material: Material) -> None:
    text = "Giving up the old port would save much money."
    claims = (*material.claims, Claim("too", "glass", DAHL, "harbour", text))
    alike = replace(material, relations=(), claims=claims, all_claims=claims)
    asked = {one.id: one for one in MODES["who-argued"].questions(alike, Random(1))}
    assert "Clara Dahl" not in {choice.text for choice in asked["who-argued:hill:leave"].choices}


async def test_a_namesake_is_no_wrong_option(material: Material) -> None:
    namesake = replace(material, speakers={**material.speakers, DAHL: Speaker(DAHL, "Clara Adler")})
    for one in MODES["who-said"].questions(namesake, Random(1)):
        names = {choice.text for choice in one.choices}
        assert not {"Ida Adler", "Clara Adler"} <= names


async def test_words_that_two_have_said_are_asked_of_neither(material: Material) -> None:
    twin = replace(material.passages[0], key="glass#twin", document="glass", speaker=DAHL)
    both = replace(material, everything=(*material.everything, twin))
    for one in MODES["who-said"].questions(both, Random(1)):
        if one.words == twin.text:
            assert "Clara Dahl" not in {choice.text for choice in one.choices}


async def test_an_event_whose_passage_has_a_note_is_not_asked_about(material: Material) -> None:
    event = next(event for event in material.events if event.id == "flood")
    noted = replace(material, notes=(Note("glass", "A slip of the pen.", event.passages),))
    assert "when:glass:flood" in {one.id for one in MODES["when"].questions(material, Random(1))}
    assert "when:glass:flood" not in {one.id for one in MODES["when"].questions(noted, Random(1))}


async def test_an_event_that_two_date_differently_is_not_asked_about(material: Material) -> None:
    event = next(event for event in material.events if event.id == "flood")
    other = replace(event, id="flood-2", document="hill", when=When("1973", None, Precision.YEAR))
    contested = replace(material, all_events=(*material.all_events, other))
    assert "when:glass:flood" not in {one.id for one in MODES["when"].questions(contested, Random(1))}


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When("2014-04-21", None, Precision.DAY), "21 April 2014"),
        (When("2014-04", None, Precision.MONTH), "April 2014"),
        (When("1998", "2003", Precision.RANGE), "1998 to 2003"),
    ],
)
def test_dates_are_options_in_words(when: When, words: str) -> None:
    assert spoken(when) == words


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("The road is open.", "The road is not open."),
        ("The road is not open.", "The road is open."),
        ("The road was never open.", "The road was always open."),
        ("More people came before noon.", "More people came after noon."),
        ("It began in 1974.", "It began in 1971."),
        ("It began in 1902.", "It began in 1906."),  # stays in its century
        ("They ask for four boats.", "They ask for three boats."),
    ],
)
def test_a_sentence_is_altered_by_one_word_that_turns_its_sense(text: str, after: str) -> None:
    assert after in [change.text for change in changed(text)]


def test_a_sentence_that_nothing_in_it_can_turn_is_left_alone() -> None:
    assert changed("Bread comes from inland.") == []


async def test_who_says_most_is_not_the_answer_most_often(material: Material) -> None:
    few = replace(
        material,
        passages=tuple(one for one in material.passages if one.document != "ropes")
        + tuple(one for one in material.passages if one.document == "ropes")[:4],
    )
    asked = draw(few, "who-said", 6, Random(1))
    assert sum(one.speaker == ADLER for one in asked) == 2


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("The quarrel is almost 70-year-old stuff.", ["quarrel", "stuff"]),  # a number inside a word
        ("Within the G-7 nobody objected.", ["objected"]),
        ("The harbour and the harbour’s walls stood firm.", ["walls", "stood"]),  # another form gives it away
        ("In 1974 they built a bridge.", ["1974", "built", "bridge"]),
        ("Berlin was told what Paris thought.", ["thought"]),  # no names, nothing short
    ],
)
def test_words_that_can_be_left_out(text: str, left_out: list[str]) -> None:
    assert [place.word for place in places(text)] == left_out
