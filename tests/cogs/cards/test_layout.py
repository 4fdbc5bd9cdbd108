"""Cards keep Discord's budgets whatever is put into them."""

import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from cogs._cards.layout import card, paged
from cogs._cards.limits import check, faults, walk
from cogs._views import turns

BLOCKS = st.lists(st.text("ab *_\n", min_size=1, max_size=900).filter(str.strip), max_size=40)


def texts(screen):
    return [part["content"] for part in walk(screen.to_components()) if part["type"] == 10]


@given(BLOCKS, st.integers(1, 9))
def test_a_card_never_breaks_a_limit_and_counts_what_it_left_out(blocks, count):
    screen = card("Title", *blocks, note="note", rows=turns("test", 0, count, 7))
    check(screen)
    shown = texts(screen)
    left = len(blocks) - (len(shown) - 2)
    assert shown[1:-1] == blocks[: len(shown) - 2]
    assert (f"{left} more not shown" in shown[-1]) == (left > 0)


@given(BLOCKS, st.integers(1, 10))
def test_pages_hold_every_block_once_and_in_order(blocks, most):
    pages = paged(blocks, most=most, room=1_000)
    assert [block for page in pages for block in page] == blocks
    assert all(len(page) <= most and sum(map(len, page)) <= 1_000 for page in pages if len(page) > 1)


def button(**parts):
    return {"type": 2, "style": 1, **parts}


TOO_MUCH = [
    # components, what is wrong with them
    ([{"type": 10, "content": "x" * 4_001}], "4001 characters of text"),
    ([{"type": 10, "content": "x"}] * 41, "41 components"),
    ([{"type": 10, "content": " "}], "an empty text"),
    ([{"type": 1, "components": []}], "0 components in a row"),
    ([{"type": 1, "components": [button(custom_id=str(n)) for n in range(6)]}], "6 components in a row"),
    ([{"type": 1, "components": [button(custom_id="x" * 101)]}], "101 characters of custom id"),
    ([{"type": 1, "components": [button(custom_id="a", label="x" * 81)]}], "81 characters of button label"),
    ([{"type": 1, "components": [button(custom_id="a"), button(custom_id="a")]}], "'a' stands twice"),
    ([{"type": 12, "items": [{"description": "x" * 1_025}]}], "1025 characters of alt text"),
    ([{"type": 3, "custom_id": "s", "options": []}], "0 options"),
    ([{"type": 3, "custom_id": "s", "options": [{"label": "x" * 101, "value": "v"}]}], "101 characters of"),
    ([{"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "v"}] * 2}], "'v' stands twice"),
]


@pytest.mark.parametrize(("components", "fault"), TOO_MUCH)
def test_what_discord_would_refuse_is_named(components, fault):
    assert any(fault in found for found in faults(components))


def test_a_screen_that_discord_would_refuse_is_not_sent():
    screen = ui.LayoutView().add_item(ui.TextDisplay("x" * 4_001))
    with pytest.raises(ValueError, match="4001 characters"):
        check(screen)


def test_one_page_has_no_buttons_and_the_ends_of_many_are_switched_off():
    assert turns("test", 0, 1, 7) == []
    (row,) = turns("test", 0, 3, 7)
    assert [(child.item.label, child.item.disabled) for child in row.children] == [
        ("Previous", True), ("1 of 3", True), ("Next", False),
    ]  # fmt: skip
