"""Tests bot.library.names: choices while one types, and what a name means."""

from __future__ import annotations

import pytest

from bot.errors import Unknown
from bot.library.names import Choice, resolve, suggest
from bot.models import Contents, Document, Passage, Precision, Speaker, Topic, When
from tests.library.conftest import Shelve


def passage(document: str, place: int, speaker: str) -> Passage:
    return Passage(f"{document}#{place:012}", document, place, 1, "Ferries are slow.", ((0, 17),), speaker)


def harbour() -> Contents:
    return Contents(
        documents=(
            Document("tides", "Notes on the tides", words=900),
            Document("ferry-1", "The ferry question", outlet="Quay Letter", words=500),
            Document(
                "ferry-2", "The ferry question", published=When("1999", None, Precision.YEAR), words=400
            ),
        ),
        speakers=(
            Speaker("adler", "Ms. Adler", ("Adler",), "Harbour Board"),
            Speaker("oduya", "Mr. Oduya", ("Oduya",)),
            Speaker("berg", "Mr. Berg", ("Adler’s deputy",)),
        ),
        topics=(Topic("fares", "fares", ("ticket prices", "the fare")), Topic("dredging", "dredging")),
        passages=(
            passage("tides", 0, "oduya"),
            passage("tides", 1, "oduya"),
            passage("ferry-1", 0, "adler"),
            passage("ferry-2", 0, "berg"),
        ),
    )


async def test_with_nothing_typed_the_most_used_come_first(shelve: Shelve) -> None:
    library = await shelve(harbour())
    assert (await suggest(library, "speaker", ""))[0] == Choice("Mr. Oduya", "oduya")
    assert (await suggest(library, "document", ""))[0].value == "tides"


async def test_documents_of_one_title_are_told_apart(shelve: Shelve) -> None:
    library = await shelve(harbour())
    assert await suggest(library, "document", "ferry") == [
        Choice("The ferry question (Quay Letter)", "ferry-1"),
        Choice("The ferry question (1999)", "ferry-2"),
    ]


async def test_a_topic_is_found_by_its_alias(shelve: Shelve) -> None:
    library = await shelve(harbour())
    assert await suggest(library, "topic", "ticket") == [Choice("fares", "fares")]
    assert await resolve(library, "topic", "Ticket Prices") == "fares"


async def test_names_fit_discords_limits(shelve: Shelve) -> None:
    long = Contents(
        documents=tuple(Document(f"d{n}", "A very long title " * 20 + "\u202e\x07") for n in range(40))
    )
    choices = await suggest(await shelve(long), "document", "a very")
    assert len(choices) == len({choice.name for choice in choices}) == 25
    assert all(0 < len(choice.name) <= 100 and choice.name.isprintable() for choice in choices)


async def test_what_is_hidden_is_not_suggested(shelve: Shelve) -> None:
    library = await shelve(harbour(), hidden=frozenset({"tides"}))
    assert "tides" not in {choice.value for choice in await suggest(library, "document", "")}
    assert {choice.value for choice in await suggest(library, "speaker", "")} == {"adler", "berg"}
    with pytest.raises(Unknown):
        await resolve(library, "document", "tides")


async def test_two_corpora_answer_as_one(shelve: Shelve) -> None:
    own = Contents(
        documents=(Document("minutes", "Ferry minutes", words=50),),
        speakers=(Speaker("adler", "Adler, the chair"),),
        passages=(passage("minutes", 0, "adler"),),
    )
    library = await shelve(harbour(), own)
    found = [choice.value for choice in await suggest(library, "document", "ferry")]
    assert found == ["minutes", "ferry-1", "ferry-2"]
    assert [choice.value for choice in await suggest(library, "speaker", "adler")].count("adler") == 1


@pytest.mark.parametrize(
    ("kind", "text", "id"),
    [
        ("speaker", "adler", "adler"),  # an id
        ("speaker", "MS. ADLER", "adler"),  # a name
        ("speaker", "Oduya", "oduya"),  # an alias
        ("document", "notes on", "tides"),  # a beginning that only one has
        ("document", "tides the", "tides"),
    ],
)
async def test_a_name_resolves(shelve: Shelve, kind: str, text: str, id: str) -> None:
    assert await resolve(await shelve(harbour()), kind, text) == id  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "text", "nearest"),
    [
        ("speaker", "Odyua", ("Mr. Oduya",)),  # misspelt: asked back, never taken
        ("document", "the ferry question", ("The ferry question (Quay Letter)", "The ferry question (1999)")),
        ("document", "", ()),
        ("topic", "weather", ()),
    ],
)
async def test_what_is_unclear_is_asked_back(
    shelve: Shelve, kind: str, text: str, nearest: tuple[str, ...]
) -> None:
    with pytest.raises(Unknown) as refused:
        await resolve(await shelve(harbour()), kind, text)  # type: ignore[arg-type]
    assert refused.value == Unknown(kind, text, nearest)
