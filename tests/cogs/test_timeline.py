"""/timeline shows dated events in order, with the words that tell of them and a picture of the same."""

from cogs._cards import timeline as cards
from tests.conftest import buttons, shown, walk


def alt_texts(message):
    return [
        item["description"]
        for part in walk(message.components)
        if part["type"] == 12
        for item in part["items"]
    ]


async def test_events_come_in_order_each_with_its_words(alice, general):
    words = shown(await alice.slash(general, "timeline"))
    assert words.index("**1998**") < words.index("**March 2003**")
    assert "“Four boats left in March 2003 and none came back to stay.”" in words
    assert "A Reply from the Hill" in words


async def test_a_picture_says_the_same_in_its_alt_text(alice, general):
    answer = await alice.slash(general, "timeline")
    (text,) = alt_texts(answer.response)
    assert text == "Timeline, 1998 to 2003: 1998: People wait on the quay; March 2003: Four boats leave."


async def test_a_period_and_a_document_narrow_it(alice, general):
    words = shown(await alice.slash(general, "timeline", **{"from": "2000"}))
    assert "1998" not in words
    assert "March 2003" in words
    words = shown(await alice.slash(general, "timeline", document="harbour"))
    assert "March 2003" not in words


async def test_what_is_no_date_is_answered_privately_with_what_to_write(alice, general):
    answer = await alice.slash(general, "timeline", **{"from": "some day"})
    assert answer.ephemeral
    assert "I cannot read “some day” as a date. Write it as 2014, May 2014 or 2014-05-05." in shown(answer)


async def test_a_period_without_events_says_so(alice, general):
    answer = await alice.slash(general, "timeline", to="1700")
    assert answer.ephemeral
    assert "I found no events for that." in shown(answer)


async def test_one_page_has_no_buttons_to_turn(alice, general):
    answer = await alice.slash(general, "timeline")
    assert not buttons(answer.response)


async def test_pages_turn_each_with_its_own_picture(alice, bob, general, monkeypatch):
    monkeypatch.setattr(cards, "ON_PAGE", 1)
    answer = await alice.slash(general, "timeline", **{"from": "1900"})
    assert "1 of 2" in buttons(answer.response)
    turned = await alice.click(answer.response, custom_id=buttons(answer.response)["Next"].custom_id)
    words = shown(turned)
    assert "March 2003" in words and "**1998**" not in words
    (text,) = alt_texts(turned.response)
    assert text.startswith("Timeline, 1998 to 2003: March 2003")


async def test_who_did_not_ask_turns_a_private_copy(alice, bob, general, monkeypatch):
    monkeypatch.setattr(cards, "ON_PAGE", 1)
    answer = await alice.slash(general, "timeline")
    turned = await bob.click(answer.response, custom_id=buttons(answer.response)["Next"].custom_id)
    assert turned.ephemeral
    assert "March 2003" in shown(turned)
