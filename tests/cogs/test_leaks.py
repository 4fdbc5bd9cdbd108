"""What one server uploads cannot be had in another by a forged button."""

import pytest

from tests.conftest import shown

SECRET = "Quillwater"
LETTER = f"""The {SECRET} Letter

By Orla {SECRET}

{SECRET} was flooded on 3 May 1998, and nobody on the hill had been told. The lower road was lost within the hour.

“The lower road will never be dry again,” said Orla {SECRET}. The {SECRET} mill has stood empty since that day.
""".encode()


@pytest.fixture
async def elsewhere(discord_world, reads_at_hand, moderator, general):
    """A moderator and a channel of another server, after the first has uploaded its letter."""
    answer = await moderator.slash(general, "admin add", file=("letter.txt", LETTER))
    await moderator.click(answer.response, label="Add it")
    assert SECRET in shown(await moderator.slash(general, "library"))
    server = discord_world.create_guild("Elsewhere")
    return server.add_member(server.owner), server.create_text_channel("room")


async def test_buttons_with_a_forged_key_show_nothing_of_it(discord_world, elsewhere, server, app):
    from discord import ui

    from cogs._marks import short_key
    from cogs._views import Screen

    eve, room = elsewhere
    (document,) = app.uploads.holdings(server.id).uploads
    passages = await app.library(server.id).text_of(document.id)
    keys = [passage.key for passage in passages]
    ids = [f"around:{keys[0]}", f"cite:{keys[0]}", f"turn:context:0:0>:{short_key(keys[0])}"]
    ids += [f"own-skip:{short_key(keys[0])}", f"own-remove:{short_key(keys[0]).partition('#')[0]}"]
    for id in ids:
        view = Screen().add_item(ui.ActionRow(ui.Button(label="Forged", custom_id=id)))
        message = await discord_world.bot.get_channel(room.id).send(view=view)
        answer = await eve.click(message, label="Forged")
        assert answer.ephemeral
        assert "from an earlier version" in shown(answer)
