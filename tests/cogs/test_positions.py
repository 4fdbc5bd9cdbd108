"""/positions shows who argues what, with the words it rests on, and says where somebody is silent."""

from tests.conftest import shown


async def test_everybody_who_argues_is_shown(alice, general):
    words = shown(await alice.slash(general, "positions", topic="port"))
    assert words.startswith("### Positions on The harbour: ")
    assert (
        "**Jonas Berg**\n▸ The harbour should be given up.\n> “Let the water keep what it has taken.”\n"
        "-# *A Reply from the Hill*, paragraph 1" in words
    )
    assert "▸ The harbour must be kept open." in words
    assert "⚠ Unsure: whether this is Ida Adler is not settled." in words


async def test_two_stand_side_by_side_and_nothing_is_concluded(alice, general):
    answer = await alice.slash(
        general, "positions", topic="harbour", speaker="Ida Adler", versus="Jonas Berg"
    )
    words = shown(answer)
    assert words.index("**Ida Adler** (Harbour Office)") < words.index("**Jonas Berg**")
    assert "Whether they agree, no guide here says" in words


async def test_silence_is_said(alice, general):
    words = shown(await alice.slash(general, "positions", topic="harbour", speaker="the minister"))
    assert "**the minister**\nSilent on this" in words


async def test_a_topic_without_positions_is_answered_privately(alice, general):
    answer = await alice.slash(general, "positions", topic="signs")
    assert answer.ephemeral
    assert "I found no positions for that." in shown(answer)
