"""Every command answers everybody in every library: full, empty, and hostile. Nothing unforeseen goes wrong."""

import pytest

from bot.models import Contents
from cogs._cards.help import leaves
from tests.conftest import shown

HOSTILE = "@everyone <@123456789012345678> **x** [y](https://x.example) ||z|| \u202e <t:0> \"'();--"
FTS = ['"', "AND", "NEAR(", "x:y", "-a", "it's", "*", "a OR", "^", "{", "\x00"]

# each command with options that a member might give; files, channels and the like are filled in below
OPTIONS = {
    "admin add": [
        {"file": ("a.txt", b"A Note\n\nA note was left on the quay for us.")},
        {"file": ("a.exe", b"x")},
    ],
    "admin attribute": [{"document": "harbour"}],
    "admin doctor": [{}],
    "admin inbox": [{}],
    "admin reload": [{"dry_run": True}],
    "admin remove": [{"document": "harbour"}],
    "admin setup": [{}],
    "admin status": [{}],
    "admin undo": [{}],
    "daily off": [{}],
    "daily preview": [{}],
    "daily set": [{"time": "09:00", "timezone": "Europe/Lisbon"}, {"time": "25:00", "timezone": "nowhere"}],
    "daily status": [{}],
    "help": [{}, {"command": "quote"}, {"command": HOSTILE[:100]}],
    "library": [{}, {"document": "harbour"}, {"document": HOSTILE[:100]}],
    "positions": [{"topic": "harbour"}, {"topic": "harbour", "speaker": "Ida Adler", "versus": "Jonas Berg"}],
    "privacy delete": [{}],
    "privacy export": [{}],
    "privacy show": [{}],
    "quiz leaderboard": [{}, {"period": "week", "mode": "who-said"}],
    "quiz start": [{"questions": 1, "seconds": 5}],
    "quiz stats": [{}],
    "quiz stop": [{}],
    "quote": [{}, {"text": HOSTILE}, {"topic": "harbour"}, *({"text": text} for text in FTS)],
    "review": [{}],
    "suggest": [{"fact": HOSTILE}],
    "summary": [{}, {"document": "signs"}, {"length": "brief"}],
    "timeline": [{}, {"from": "1990", "to": "2010"}, {"from": HOSTILE[:40]}],
    "verify": [{"quote": HOSTILE}, {"quote": "x" * 6_000}, *({"quote": text} for text in FTS)],
}


@pytest.fixture
def empty_data(tmp_path):
    """A data folder with nothing to read."""
    from bot.app.reload import made_by
    from bot.store.corpus import build, make_current

    folder = tmp_path / "empty"
    make_current(folder, build(folder, Contents(), made_by()))
    return folder


@pytest.fixture(params=["full", "empty"])
def data_dir(request):
    return request.getfixturevalue({"full": "data_dir", "empty": "empty_data"}[request.param])


def test_no_command_is_forgotten_here(bot):
    assert set(leaves(bot.commands_tree)) == set(OPTIONS)


@pytest.mark.parametrize("name", sorted(OPTIONS))
async def test_a_command_answers_whatever_there_is_to_read(moderator, general, reads_at_hand, name):
    for options in OPTIONS[name]:
        given = options | ({"channel": general} if name == "daily set" else {})
        answer = await moderator.slash(general, name, **given)
        assert shown(answer) or answer.response.attachments, options
        assert "something went wrong" not in shown(answer), options
