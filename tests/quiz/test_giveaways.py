"""What in a question would give its answer away: bot/quiz/giveaways.py."""

from __future__ import annotations

import pytest

from bot.models import Document, Speaker
from bot.quiz.giveaways import names_document, names_somebody, namesakes, speaks_of_itself


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("I walked down the road at three.", True),
        ("The town gave us nothing.", True),
        ("The US gave nothing.", False),  # a country, not a person
        ("The U.S. gave nothing.", False),
        ("As the author noted, the tide turned.", True),
        ("The reasons listed above are three.", True),
        ("This article looks at three towns.", True),
        ("The article of the treaty was never read.", False),
        ("It is good to be here in the north.", True),
        ("Thank you for the question.", True),
        ("The mine closed in the spring.", False),  # a pit
        ("Two hands on one rope can still pull in different ways.", False),
    ],
)
def test_words_that_point_at_their_speaker_or_the_occasion(text: str, gives: bool) -> None:
    assert speaks_of_itself(text) is gives


MINISTER = Speaker("m", "Foreign Minister Ada Holm", ("Mrs. Holm",))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The minister spoke of foreign trade.", False),  # titles and offices name nobody
        ("Nobody asked Holm.", True),
        ("Holm’s reply was short.", True),
        ("The Hölms of this world are many.", True),  # accents and the plural aside
        ("Adamant as ever, the council refused.", False),  # a name inside a word
    ],
)
def test_a_text_that_names_its_speaker(text: str, named: bool) -> None:
    assert names_somebody(text, [MINISTER]) is named


def test_a_name_made_of_titles_alone_still_names() -> None:
    assert names_somebody("The Chair closed the debate.", [Speaker("c", "The Chair")])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Holm", "Mr. Holm", True),
        ("Ada Holm", "Ada Lind", True),  # a first name is enough to be taken for the other
        ("Minister Holm", "Minister Lind", False),  # an office is not
    ],
)
def test_namesakes(one: str, other: str, same: bool) -> None:
    assert namesakes(Speaker("1", one), Speaker("2", other)) is same


def test_a_word_of_the_title_tells_the_document_only_where_other_titles_lack_it() -> None:
    right, other = Document("1", "The Ferry and the Town"), Document("2", "The Mill and the Town")
    assert names_document("No ferry ran that year.", right, [other], [])
    assert not names_document("The town slept.", right, [other], [])
    assert names_document("Holm wrote it all down.", right, [other], [MINISTER])
