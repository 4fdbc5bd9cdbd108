"""What one server uploads, no command, menu or suggestion shows in another."""

from __future__ import annotations

import json

from tests.cogs.test_every_command import OPTIONS
from tests.cogs.test_leaks import LETTER, SECRET

NEAR = ["the lower road will never be dry again", "the mill has stood empty since that day", "flooded"]


def calls():
    for name, choices in OPTIONS.items():
        yield from ((name, options) for options in choices)
    for text in NEAR:
        yield "quote", {"text": text}
        yield "verify", {"quote": text}


def suggested(commands):
    """Every option that suggests something while one types, with its command."""
    for command in commands:
        for words, leaf in walked(command, command["name"]):
            for option in leaf.get("options") or ():
                if option.get("autocomplete"):
                    yield words, option["name"]


def walked(part, words):
    inner = [option for option in part.get("options") or () if option["type"] < 3]
    for option in inner:
        yield from walked(option, f"{words} {option['name']}")
    if not inner:
        yield words, part


async def test_no_answer_and_no_suggestion_in_another_server_holds_a_word_of_it(discord, bot):
    mona = discord.user("mona", permissions={"manage_guild"})
    answer = await discord.slash(mona, "general", "admin add", {"file": ("letter.txt", LETTER)})
    await answer.click("Add it")
    await discord.until(lambda: "is in this server's library" in answer.text)
    assert SECRET in (await discord.slash(mona, "general", "library")).text

    other = discord.add_guild("Elsewhere", ["room", "posts"])
    eve, room = discord.user("eve", permissions={"manage_guild"}, guild=other), discord.channel("room")
    before = len(discord.requests)
    for name, options in calls():
        given = options | ({"channel": discord.channel("posts")} if name == "daily set" else {})
        assert (await discord.slash(eve, room, name, given)).ack_ms is not None, (name, options)
    for name, option in suggested(discord.commands.values()):
        for typed in ("", SECRET, SECRET[:3].lower()):
            assert (await discord.autocomplete(eve, room, name, option, typed)).choices is not None
    sent = json.dumps([request.body for request in discord.requests[before:]])
    assert len(sent) > 10_000
    assert SECRET not in sent
    assert "lower road was lost" not in sent
