"""/quote finds the words, shows whose they are and where they stand, and opens the way to the rest."""

import pytest

from tests.conftest import buttons, shown, walk
from tests.tiny import ADLER, BERG


async def test_a_half_remembered_line_comes_back_whole_with_its_receipt(alice, general):
    answer = await alice.slash(general, "quote", text="two hands at the same rope can pull diferent ways")
    assert not answer.ephemeral
    assert shown(answer).startswith(
        "“Two hands on one rope can still pull different ways.”\n"
        "— **Ida Adler**, *The Harbour Question* (Coast Review, 21 April 2014), paragraph 1"
    )


async def test_without_options_one_comes_at_random(alice, general):
    answer = await alice.slash(general, "quote")
    assert "— **" in shown(answer)
    assert set(buttons(answer.response)) == {"In context", "Cite"}


async def test_who_is_quoted_is_named_before_who_quotes(alice, general):
    answer = await alice.slash(general, "quote", text="ferry will run again", speaker="the minister")
    assert "— **the minister, quoted by Ida Adler**" in shown(answer)


async def test_an_unsure_speaker_is_shown_as_unsure(alice, general):
    answer = await alice.slash(general, "quote", text="a harbour never dredged becomes a meadow")
    assert "⚠ Unsure: whether this is Ida Adler is not settled." in shown(answer)


async def test_nothing_like_it_is_said_privately(alice, general):
    answer = await alice.slash(general, "quote", text="qwxzv jkpl")
    assert answer.ephemeral
    assert "I found no passages for that." in shown(answer)


async def test_where_nothing_says_it_the_nearest_is_shown_as_such(alice, general):
    answer = await alice.slash(general, "quote", text="seven hands on a bell that nobody rang in winter")
    assert shown(answer).startswith("### Nothing here says that. The nearest there is:\n“")
    assert "Next" not in buttons(answer.response)


async def test_one_leafs_through_the_matches_of_a_speaker(alice, general):
    answer = await alice.slash(general, "quote", speaker=ADLER)
    first = shown(answer)
    assert buttons(answer.response)["Previous"].off
    await alice.click(answer.response, label="Next")
    second = shown(answer)
    assert first != second
    assert "2 of 6" in buttons(answer.response)
    await alice.click(answer.response, label="Previous")
    assert shown(answer) == first


async def test_another_member_gets_a_private_copy_to_leaf_through(alice, bob, general):
    answer = await alice.slash(general, "quote", speaker=ADLER)
    first = shown(answer)
    copy = await bob.click(answer.response, label="Next")
    assert copy.ephemeral
    assert "2 of 6" in buttons(copy.response)
    assert shown(answer) == first


async def test_a_match_is_chosen_from_the_menu(alice, general):
    answer = await alice.slash(general, "quote", speaker=BERG, document="reply")
    (menu,) = [part for part in walk(answer.response.components) if part["type"] == 3]
    assert [option["label"] for option in menu["options"]] == [
        "1. The harbour is not the town.",
        "2. Four boats left in March 2003 and none came back to stay.",
        "3. Let the water keep what it has taken.",
    ]
    await alice.select(answer.response, [menu["options"][2]["value"]], custom_id=menu["custom_id"])
    assert shown(answer).startswith("“Let the water keep what it has taken.”")


async def test_pages_turn_after_a_restart(alice, general, discord_world, app):
    from bot.client import Colloquy

    answer = await alice.slash(general, "quote", speaker=ADLER)
    await discord_world.restart_bot(Colloquy(app, shard_count=1))
    await alice.click(answer.response, label="Next")
    assert "2 of 6" in buttons(answer.response)


async def test_the_paragraphs_around_are_shown_privately_with_the_quote_in_bold(alice, general):
    answer = await alice.slash(general, "quote", text="two hands on one rope")
    near = await alice.click(answer.response, label="In context")
    assert near.ephemeral
    assert "> The town lives by its harbour and always has. **Two hands on one rope" in shown(near)
    assert "The ferry will run again before winter" in shown(near)


async def test_a_quote_is_cited_in_every_style(alice, general):
    answer = await alice.slash(general, "quote", text="two hands on one rope")
    cited = await alice.click(answer.response, label="Cite")
    assert cited.ephemeral
    for style in ("APA", "MLA", "Chicago", "BibTeX"):
        assert f"**{style}**" in shown(cited)
    assert "Adler, I. (2014, April 21)" in shown(cited)


async def test_a_changed_source_withholds_the_words(alice, general, data_dir):
    answer = await alice.slash(general, "quote", text="two hands on one rope")
    source = data_dir / "sources" / "harbour.txt"
    source.write_text(source.read_text().replace("Two hands", "Ten hands"))
    again = await alice.slash(general, "quote", text="two hands on one rope", document="harbour")
    assert again.ephemeral
    assert "Ten hands" not in shown(again)
    assert "Two hands" not in shown(again)
    near = await alice.click(answer.response, label="In context")
    assert near.ephemeral
    assert "Two hands" not in shown(near)


HOSTILE = [
    "entry below nobody in small letters",
    "somebody had written everyone",
    "begins with a mark that would shout",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_markup_in_a_document_is_shown_as_it_was_written(alice, general, text):
    answer = await alice.slash(general, "quote", text=text, document="signs")
    raw = "\n".join(part["content"] for part in walk(answer.response.components) if part["type"] == 10)
    for live in ("<@123456789012345678>", "@everyone", "*no entry*", "||nobody||", "](https://"):
        assert live not in raw.replace("\\" + live, "")
    assert "**Signs** @everyone [here](https://x.example)" in shown(answer)


async def test_names_are_suggested_and_a_wrong_one_is_answered_with_the_nearest(alice, general):
    assert {"name": "Ida Adler", "value": ADLER} in await alice.autocomplete(
        general, "quote", "speaker", "adl"
    )
    answer = await alice.slash(general, "quote", speaker="Ida Adlr Smythe")
    assert answer.ephemeral
    assert "I know no speaker “Ida Adlr Smythe”" in shown(answer)


@pytest.mark.parametrize(
    "id", ["turn:quote:0:9>:", "turn:nothing:0:1>:", "turn:context:0:0>:zzz", "around:gone#0"]
)
async def test_forged_or_outdated_buttons_get_a_friendly_answer(alice, general, discord_world, id):
    from discord import ui

    from cogs._views import Screen

    channel = discord_world.bot.get_channel(general.id)
    message = await channel.send(
        view=Screen().add_item(ui.ActionRow(ui.Button(label="Forged", custom_id=id)))
    )
    answer = await alice.click(message, label="Forged")
    assert answer.ephemeral
    assert "from an earlier version" in shown(answer)
