"""/admin add, remove, attribute and undo: a server's own library, as its moderators and members see it."""

import pytest

from tests.conftest import buttons, shown, walk

LETTER = """A Letter on the Ferry

The ferry has carried us for forty years. It stopped for a week in May, and the island was quiet.

“We shall build a bridge of our own,” said Ms. Holm. Nobody on the quay laughed at her that day.

A voice in the fog said that “the bridge will cost us the ferry,” and few disagreed.
""".encode()
FILE = ("letter.txt", LETTER)


@pytest.fixture(autouse=True)
def quickly(reads_at_hand):
    pass


@pytest.fixture
async def added(moderator, general):
    answer = await moderator.slash(general, "admin add", file=FILE)
    await moderator.click(answer.response, label="Add it")
    return answer


async def test_an_upload_shows_what_was_understood_and_waits_for_a_word(moderator, alice, general):
    answer = await moderator.slash(general, "admin add", file=FILE, author="Ida Adler", date="May 2001")
    assert answer.ephemeral
    assert "### A Letter on the Ferry" in shown(answer)
    assert "**Authors** Ida Adler\n**Date** May 2001" in shown(answer)
    assert "Only this server will see it. Nothing is added yet." in shown(answer)
    assert set(buttons(answer.response)) == {"Add it", "Mend", "Leave it"}
    nothing = await alice.slash(general, "quote", text="nobody on the quay laughed at her that day")
    assert "laughed" not in shown(nothing)


async def test_what_was_added_is_quoted_with_its_receipt_and_only_here(discord_world, added, alice, general):
    words = "nobody on the quay laughed at her that day"
    assert "“Nobody on the quay laughed at her that day.”" in shown(
        await alice.slash(general, "quote", text=words)
    )
    assert "✓ Verbatim" in shown(await alice.slash(general, "verify", quote=words))
    other = discord_world.create_guild("Elsewhere")
    room = other.create_text_channel("room")
    eve = other.add_member(discord_world.create_user("eve"))
    for command, options in [
        ("quote", {"text": words}),
        ("verify", {"quote": words}),
        ("library", {}),
        ("summary", {}),
        ("timeline", {}),
    ]:
        answer = await eve.slash(room, command, **options)
        assert "laughed" not in shown(answer).replace(f"> {words}", "")
        assert "Letter on the Ferry" not in shown(answer)
    for command in ("quote", "summary", "timeline", "library"):
        assert not [
            choice
            for choice in await eve.autocomplete(room, command, "document", "")
            if "Letter" in choice["name"]
        ]


async def test_a_moderator_mends_what_the_text_says_wrongly(moderator, general):
    answer = await moderator.slash(general, "admin add", file=FILE)
    form = await moderator.click(answer.response, label="Mend")
    fields = [part["custom_id"] for part in walk(form.modal["components"]) if part["type"] == 4]
    await moderator.submit_modal(form, dict(zip(fields, ["Our Ferry", "Ida Adler", "2001", ""], strict=True)))
    assert "### Our Ferry" in shown(answer)
    assert "**Authors** Ida Adler\n**Date** 2001" in shown(answer)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"file": ("virus.exe", LETTER)}, "I cannot read files of this kind"),
        ({"file": ("empty.txt", b" ")}, "the file is empty"),
        ({"file": FILE, "date": "the day before"}, "the day before"),
        ({"file": FILE, "url": "ftp://ferry"}, "is no web address"),
    ],
)
async def test_what_cannot_be_taken_is_refused_in_a_sentence(moderator, general, options, words):
    answer = await moderator.slash(general, "admin add", **options)
    assert words in shown(answer)
    assert not answer.response or not buttons(answer.response)


async def test_a_title_that_would_ping_and_link_is_shown_as_it_is(moderator, general):
    answer = await moderator.slash(general, "admin add", file=FILE, title="@everyone [x](https://x.example)")
    raw = "".join(part["content"] for part in walk(answer.response.components) if part["type"] == 10)
    assert "\\@everyone [x\\](https\\://x.example)" in raw


async def test_removing_asks_first_and_can_be_undone(added, moderator, alice, general):
    (choice,) = await moderator.autocomplete(general, "admin remove", "document", "letter")
    asked = await moderator.slash(general, "admin remove", document=choice["value"])
    assert "Remove A Letter on the Ferry?" in shown(asked)
    await moderator.click(asked.response, label="Remove it")
    assert "is gone from here" in shown(asked)
    words = "nobody on the quay laughed at her that day"
    assert "laughed" not in shown(await alice.slash(general, "quote", text=words))
    await moderator.slash(general, "admin undo")
    assert "laughed" in shown(await alice.slash(general, "quote", text=words))


async def test_a_shared_document_is_only_hidden(moderator, alice, general):
    asked = await moderator.slash(general, "admin remove", document="harbour")
    assert "it is only hidden here" in shown(asked)
    await moderator.click(asked.response, label="Remove it")
    assert "The Harbour Question" not in shown(await alice.slash(general, "library"))


async def test_doubtful_passages_are_settled_one_by_one(added, moderator, general, app, server):
    asked = await moderator.slash(general, "admin attribute", document="A Letter on the Ferry")
    assert "Whose words are these?" in shown(asked)
    (menu,) = [part for part in walk(asked.response.components) if part["type"] == 3]
    assert menu["options"][-1]["label"] == "The source names nobody"
    before = shown(asked)
    await moderator.select(asked.response, ["-"], custom_id=menu["custom_id"])
    assert shown(asked) != before
    assert app.uploads.holdings(server.id).settled
    while "Skip" in buttons(asked.response):
        await moderator.click(asked.response, label="Skip")
    assert "That was all that is doubtful in **A Letter on the Ferry**." in shown(asked)


async def test_what_all_servers_share_only_the_bots_owners_settle(moderator, general, bot, app):
    answer = await moderator.slash(general, "admin attribute", document="harbour")
    assert "is shared by all servers" in shown(answer)
    bot.owner_id = moderator.id
    asked = await moderator.slash(general, "admin attribute", document="harbour")
    assert "“A harbour that is never dredged becomes a meadow.”" in shown(asked)
    (menu,) = [part for part in walk(asked.response.components) if part["type"] == 3]
    await moderator.select(asked.response, ["the-minister"], custom_id=menu["custom_id"])
    assert "`/admin reload` takes what you settled into use" in shown(asked)
    ((key, speaker),) = app.uploads.holdings(0).settled
    assert speaker == "the-minister"
    assert key.startswith("harbour#")
