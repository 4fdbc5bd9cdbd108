"""/library lists what can be read and shows each document's card."""

from tests.conftest import shown, walk


async def test_the_list_names_every_document(alice, general):
    answer = await alice.slash(general, "library")
    words = shown(answer)
    assert not answer.ephemeral
    assert words.startswith("### Library: 3 documents")
    assert "**The Harbour Question**\nIda Adler · Coast Review · 21 April 2014 · 60 words" in words


async def test_a_documents_card_says_whose_it_is_and_how_sure(alice, general):
    words = shown(await alice.slash(general, "library", document="the harbour question"))
    assert words.startswith("### The Harbour Question\n**Authors** Ida Adler (Harbour Office)\n")
    assert "**Published** 21 April 2014" in words
    assert "**Speakers** Ida Adler (6), the minister (1)" in words
    assert "**Attributions** 85 % sure (6 of 7 passages; 1 passage shown as unsure)" in words
    assert "**Found in it** 1 event, 1 claim" in words


async def test_a_card_is_picked_from_the_list_privately(alice, bob, general):
    answer = await alice.slash(general, "library")
    card = await bob.select(answer.response, ["reply"], custom_id="shelf")
    assert card.ephemeral
    assert "### A Reply from the Hill" in shown(card)


async def test_a_hostile_title_is_only_shown(alice, general):
    answer = await alice.slash(general, "library", document="signs")
    texts = "".join(part["content"] for part in walk(answer.response.components) if part["type"] == 10)
    assert r"\*\*Signs\*\* \@everyone [here\](https" in texts
    assert "the text does not say" not in texts


async def test_an_unknown_document_is_asked_back_with_the_nearest(alice, general):
    answer = await alice.slash(general, "library", document="The Harbor Qestion")
    assert answer.ephemeral
    assert "Did you mean “The Harbour Question”?" in shown(answer)
