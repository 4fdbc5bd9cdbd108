"""Drawing the questions of a round: bot/quiz/draw.py and bot/quiz/material.py."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from bot.errors import EmptyLibrary, TooLittle
from bot.library.shelf import Library
from bot.models import Attribution, Option, Question
from bot.quiz.draw import draw, questions
from bot.quiz.material import Material, askable
from bot.quiz.modes import MIXED
from tests.quiz.shelf import BERG, SPEAKERS

PROMPT = Question(
    "q1",
    "hill",
    "who-said",
    "Who wanted the farmers to be asked?",
    "Jonas Berg",
    "He says so.",
    (Option("Clara Dahl", "She speaks of glass."), Option("Jonas berg", "The same one again.")),
)


async def test_a_round_asks_nothing_twice(library: Library) -> None:
    asked = await questions(library, "who-said", 20, Random(3))
    assert len({one.id for one in asked}) == len(asked) == 20
    assert len({key for one in asked for key in one.passages}) == 20


async def test_chance_is_an_argument(library: Library) -> None:
    assert await questions(library, MIXED, 5, Random(3)) == await questions(library, MIXED, 5, Random(3))


async def test_what_was_asked_lately_comes_only_when_nothing_else_is_left(material: Material) -> None:
    all_of_them = draw(material, "who-said", 50, Random(1))
    lately = {one.id for one in all_of_them[:5]}
    fewer = draw(material, "who-said", len(all_of_them) - 5, Random(2), recent=lately)
    assert not lately & {one.id for one in fewer}
    more = draw(material, "who-said", len(all_of_them), Random(2), recent=lately)
    assert {one.id for one in more[-5:]} == lately


async def test_a_reported_question_rests(material: Material) -> None:
    resting = {one.id for one in draw(material, "who-said", 5, Random(1))}
    assert not resting & {one.id for one in draw(material, "who-said", 50, Random(1), resting=resting)}


async def test_where_fewer_can_be_asked_the_round_is_shorter(library: Library) -> None:
    asked = await questions(library, "who-said", 50, Random(1), document="glass")
    assert 3 <= len(asked) <= 10
    assert {one.document for one in asked} == {"glass"}


async def test_a_mode_with_too_little_material_says_which_would_do(material: Material) -> None:
    one_voice = replace(material, speakers={BERG: SPEAKERS[1]})
    with pytest.raises(TooLittle) as raised:
        draw(one_voice, "who-said", 10, Random(1))
    assert raised.value.mode == "who-said"
    assert "who-said" not in raised.value.others


async def test_words_that_their_source_has_lost_are_not_asked_about(library: Library) -> None:
    source = library.sources / "ropes.txt"
    source.write_text(source.read_text().replace("rope", "cord"))
    asked = await questions(library, "who-said", 50, Random(1))
    assert {one.document for one in asked} == {"hill", "glass"}


async def test_an_empty_library_is_no_fault_of_the_mode(tmp_path: object) -> None:
    with pytest.raises(EmptyLibrary):
        await questions(Library((), None), "who-said", 5, Random(1))  # type: ignore[arg-type]


async def test_a_question_of_a_pack_is_asked_without_options_that_say_the_same(material: Material) -> None:
    own = replace(material, passages=(), questions=(PROMPT,))
    (asked,) = draw(own, "who-said", 1, Random(1))
    assert asked.prompt == PROMPT.prompt
    assert asked.answer.text == "Jonas Berg"
    assert [choice.text for choice in asked.choices if choice != asked.answer] == ["Clara Dahl"]


async def test_a_question_of_a_pack_whose_passage_is_gone_is_not_asked(material: Material) -> None:
    lost = replace(material, passages=(), questions=(replace(PROMPT, passages=("hill#000000000000",)),))
    with pytest.raises(TooLittle):
        draw(lost, "who-said", 1, Random(1))


async def test_a_pack_without_its_sources_is_played_on_its_claims_events_and_questions(
    material: Material,
) -> None:
    documents = {id: replace(one, source_file=None) for id, one in material.documents.items()}
    bare = replace(
        material, documents=documents, passages=(), everything=(), resting_on={}, questions=(PROMPT,)
    )
    assert {one.mode for one in draw(bare, MIXED, 8, Random(1))} == {"who-said", "who-argued", "when"}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"confidence": 0.89}, "not sure who says it"),
        ({"damaged": True}, "words are lost"),
        ({"text": "The tide went out and […] came back at noon."}, "words are lost"),
        ({"speaker": None}, "nobody is named"),
        ({"attribution": Attribution.REPORTED}, "not their own words"),
        ({"text": "Too short to know."}, "too short"),
        ({"text": "word " * 46 + "end."}, "too long to read"),
        ({"text": "A heading that has quite a lot of words"}, "no sentence"),
    ],
)
async def test_what_is_not_asked_about(material: Material, change: dict[str, object], why: str) -> None:
    (passage,) = askable([material.passages[0]])
    assert askable([replace(passage, **change)]) == [], why


async def test_a_sentence_that_holds_anothers_words_is_not_asked_about(material: Material) -> None:
    sentence = material.passages[0]
    stretch = replace(sentence, key="ropes#other", place=99, parent=sentence.place, speaker=BERG)
    assert askable([sentence, stretch]) == [stretch]


async def test_a_key_that_names_two_passages_is_not_asked_about(material: Material) -> None:
    sentence = material.passages[0]
    assert askable([sentence, replace(sentence, place=99)]) == []
