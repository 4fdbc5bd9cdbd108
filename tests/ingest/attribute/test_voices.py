"""Whose sentence it is, and which names are one speaker's."""

from __future__ import annotations

import pytest

from bot.ingest.attribute import attribute
from bot.ingest.shapes import Metadata
from bot.models import SURE, Speaker
from tests.ingest.attribute.scene import names, read, said, sentences


def speakers(text: str, *authors: str, **metadata: str) -> list[str | None]:
    """Who says each sentence, by name."""
    result = read(text, *authors, **metadata)
    by_id = {speaker.id: speaker.name for speaker in result.speakers}
    return [by_id.get(passage.speaker or "") for passage in result.passages if passage.parent is None]


LABELS = [
    # a title is not part of the name
    (["Mr. Bernd Berg", "Dr. Berg", "BERG"], ["Bernd Berg"]),
    # capitals are a way of printing
    (["ANNA ADLER", "Ms. ADLER", "Adler:"], ["Anna Adler"]),
    # the bare surname may come first
    (["Adler", "Anna Adler"], ["Anna Adler"]),
    # a party or constituency behind the name is a post
    (["Anna Adler (Harbour Party)", "Anna Adler"], ["Anna Adler"]),
    (["Anna Adler, Minister of Tides", "Minister Adler"], ["Anna Adler"]),
    # middle names and their initials
    (["Robert Matthew Berg", "Robert M. Berg", "R. Berg", "Robert Berg"], ["Robert Matthew Berg"]),
    # two spellings of one given name
    (["Dmitri Berg", "Dmitry Berg"], ["Dmitri Berg"]),
    # initials stand for the one who bears them
    (["Anna Adler", "Bernd Berg", "A.", "B."], ["Anna Adler", "Bernd Berg"]),
    (["Anna Adler", "Bernd Berg", "AA", "BB"], ["Anna Adler", "Bernd Berg"]),
    # initials that nobody bears are a speaker of their own
    (["X", "Y"], ["X", "Y"]),
    # namesakes stay apart
    (["Anna Adler", "Bernd Adler"], ["Anna Adler", "Bernd Adler"]),
    (["Mr. Adler", "Mrs. Adler"], ["Mr. Adler", "Mrs. Adler"]),
    # an office is a speaker where no name stands with it
    (["The CHAIRMAN", "The Chairman"], ["The Chairman"]),
    (["Proposer", "Opposer", "PROPOSER"], ["Proposer", "Opposer"]),
    # of a name in two orders the surname is the part in capitals
    (["ADLER Anna", "Anna Adler"], ["Anna Adler"]),
    # particles belong to the surname
    (["Ludwig van der Berg", "Mr. van der Berg"], ["Ludwig van der Berg"]),
    # a seat is no part of the name
    (["Mr. ADLER of Ohio", "Mr. ADLER"], ["Mr. Adler"]),
    (["Mr. VAN HOLT", "Senator Van Holt"], ["Mr. Van Holt"]),
    # German and French labels
    (["Vizepräsident Dr. h. c. Bernd Berg", "Abg. Berg, MdB"], ["Bernd Berg"]),
    (["Präsidentin Anna Adler", "Anna Adler (SPD)"], ["Anna Adler"]),
    (["Dr. Bernd Berg, Bundesminister für Häfen", "Bernd Berg"], ["Bernd Berg"]),
    (["M. Bernard Berg", "Mme Anne Adler"], ["Bernard Berg", "Anne Adler"]),
    # generations
    (["Bernd Berg Jr.", "Bernd Berg, Jr."], ["Bernd Berg"]),
    # a pseudonym is a name
    (["A Friend of the Harbour"], ["A Friend of the Harbour"]),
    (["PUBLICOLA"], ["Publicola"]),
    # bodies sign as well
    (["The Harbour Board"], ["The Harbour Board"]),
]


@pytest.mark.parametrize(("labels", "expected"), LABELS)
def test_the_labels_of_one_voice_are_one_speaker(labels: list[str], expected: list[str]) -> None:
    text = "\n\n".join(f"[{label}] The tide is rising number {n}." for n, label in enumerate(labels))
    assert names(read(text)) == expected


def test_without_a_voice_a_sentence_is_the_authors() -> None:
    result = read("The tide is rising.\nWe shall see.", "Anna Adler")
    assert [passage.speaker for passage in result.passages] == ["anna-adler"] * 2
    assert result.authors == ("anna-adler",)
    assert all(passage.sure for passage in result.passages)


def test_of_two_authors_neither_is_surely_the_one() -> None:
    result = read("The tide is rising.", "Anna Adler", "Bernd Berg")
    assert result.authors == ("anna-adler", "bernd-berg")
    assert result.passages[0].speaker == "anna-adler"
    assert not result.passages[0].sure


def test_an_anonymous_text_has_no_speaker() -> None:
    result = read("The tide is rising.")
    assert result.passages[0].speaker is None
    assert not result.passages[0].sure


def test_questions_and_answers_go_to_the_interviewer_and_the_interviewee() -> None:
    text = "[Q] Who owns the quay?\n\n[A] The town does.\n\n[Q] Since when?"
    assert speakers(text) == ["Interviewer", "Interviewee", "Interviewer"]


def test_the_title_of_an_interview_names_who_answers() -> None:
    text = "[Q] Who owns the quay?\n\n[A] The town does."
    assert speakers(text, title="An interview with Anna Adler") == ["Interviewer", "Anna Adler"]
    assert speakers(text, "Bernd Berg", title="An interview with Anna Adler") == ["Bernd Berg", "Anna Adler"]


def test_a_misspelt_surname_is_taken_for_the_one_it_is_like() -> None:
    text = "President Dmitry Medlenko spoke at noon.\nMedlenkko said: “We shall wait.”\nHe added, “And see.”"
    result = read(text)
    assert said(result) == [("Dmitry Medlenko", "We shall wait."), ("Dmitry Medlenko", "And see.")]
    assert "Medlenkko" in result.speakers[0].aliases


def test_two_families_of_like_names_stay_apart() -> None:
    text = "Anna Andersen said: “We shall wait.”\nBernd Anderson said: “We shall not.”"
    assert [name for name, _ in said(read(text))] == ["Anna Andersen", "Bernd Anderson"]


def test_a_surname_finds_the_full_name_that_comes_later() -> None:
    text = "Adler said: “We shall wait.”\nIt was the first time that Anna Adler spoke."
    assert said(read(text)) == [("Anna Adler", "We shall wait.")]


def test_a_known_speaker_keeps_the_librarys_id_and_aliases() -> None:
    known = Speaker("adler", "Anna Adler", ("The Harbourmistress",))
    text = "The tide is rising."
    result = attribute(sentences(text), Metadata(authors=("Dr. Anna Adler",)), "scene", text, [known])
    assert result.authors == ("adler",)
    assert "The Harbourmistress" in result.speakers[0].aliases


def test_a_bare_surname_is_not_taken_for_somebody_of_another_document() -> None:
    known = Speaker("adler", "Anna Adler", ("Adler", "Mr. Adler"))
    text = "[Mr. ADLER] The tide is rising."
    result = attribute(sentences(text), Metadata(), "scene", text, [known])
    assert result.speakers[0].id != "adler"


def test_an_office_is_a_speaker_of_its_own_document() -> None:
    assert read("[The CHAIRMAN] The tide is rising.").speakers[0].id == "the-chairman-in-scene"


def test_a_speaker_carries_the_post_printed_with_the_name() -> None:
    result = read("“We shall wait,” said Anna Adler, director of the Institute for Tides.")
    assert result.speakers[0].affiliation == "director of the Institute for Tides"


def test_a_voice_that_is_not_sure_makes_unsure_passages() -> None:
    text = "[Anna Adler] The tide is rising."
    (sentence,) = sentences(text)
    unsure = type(sentence)(sentence.text, 1, sentence.kind, sentence.voice, voice_sure=False)
    result = attribute([unsure], Metadata(), "scene", text)
    assert result.passages[0].speaker == "anna-adler"
    assert result.passages[0].confidence < SURE
