"""The whole bot in a real browser: what a newcomer sees after the README's first command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.browser.player import Player

Enter = Callable[..., Player]
LINE = "A lamp that lights an empty street is not a public service; it is a habit."


def test_a_command_is_completed_while_it_is_typed(enter: Enter) -> None:
    member = enter("Member A")
    member.words.fill("/quo")
    member.page.keyboard.press("Enter")
    member.page.locator("#options [name='speaker']").click()
    member.page.keyboard.type("oppos")
    member.page.wait_for_selector("#suggestions [role=option]:has-text('Opposer')")
    member.page.keyboard.press("Enter")
    assert member.page.locator("#options [name='speaker']").input_value() == "Opposer"
    before = member.count()
    member.page.keyboard.press("Enter")
    assert "Opposer" in member.newest(more_than=before).inner_text()


def test_a_half_remembered_line_is_found_and_opened_in_context(enter: Enter) -> None:
    member = enter("Member A")
    quote = member.run("/quote", text="lamp in an empty street is no service only a habit")
    assert LINE in quote.inner_text()
    before = member.count()
    member.press("In context")
    assert "what the habit costs" in member.newest(more_than=before).inner_text()


def test_a_quote_that_was_changed_is_caught(enter: Enter) -> None:
    verdict = enter("Member A").run("/verify", quote=LINE.replace("is not a", "is a"))
    assert "Altered" in verdict.inner_text()


def test_a_private_answer_is_not_shown_to_others(enter: Enter) -> None:
    one, other = enter("Member A"), enter("Member B")
    one.run("/help")
    assert "only you can see this" in one.page.inner_text("#messages")
    assert "only you can see this" not in other.page.inner_text("#messages")


def test_two_people_play_a_round_of_three_questions(enter: Enter) -> None:
    one, other = enter("Member A"), enter("Member B")
    for player in (one, other):
        player.go_to("quiz")
    one.run("/quiz start", mode="who-said", questions="3", seconds="5")
    for number in (1, 2, 3):
        for player in (one, other):
            player.page.wait_for_selector(f"#messages >> text=Question {number} of 3")
            player.press("A: ")
        one.page.locator("#messages li", has_text=f"Question {number} of 3").locator(
            "text=right:"
        ).first.wait_for()
    for player in (one, other):
        player.page.wait_for_selector("#messages button:has-text('Play again')", timeout=30_000)
    table = one.page.locator("#messages li:has(button:has-text('Play again'))").last.inner_text()
    assert "Member A" in table
    assert "Member B" in table


def test_a_moderator_reloads(enter: Enter) -> None:
    answer = enter("Moderator").run("/admin reload", dry_run="yes")
    answer.locator("text=only you can see this").wait_for()


def test_a_member_is_not_offered_what_is_for_moderators(enter: Enter) -> None:
    member = enter("Member A")
    member.words.fill("/admin")
    assert member.page.locator("#suggestions [role=option]").count() == 0


def test_a_daily_post_arrives_at_its_minute(enter: Enter) -> None:
    moderator = enter("Moderator")
    at = datetime.now(UTC) + timedelta(seconds=75)
    moderator.run("/daily set", channel="daily", time=f"{at:%H:%M}", timezone="UTC")
    moderator.go_to("daily")
    moderator.page.wait_for_selector("#messages > li", timeout=150_000)
    assert "Colloquy" in moderator.page.inner_text("#messages > li")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_a_phone(enter: Enter, scheme: str) -> None:
    phone = enter("Member A", viewport={"width": 390, "height": 844}, color_scheme=scheme)
    phone.run("/quote", text="empty street")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_hostile_words_are_shown_as_words(enter: Enter) -> None:
    member = enter("Member A")
    before = member.count()
    member.words.fill("<img src=x onerror=alert(1)> **bold** [x](javascript:alert(1))")
    member.page.keyboard.press("Enter")
    said = member.newest(more_than=before)
    assert "<img src=x onerror=alert(1)>" in said.inner_text()
    assert said.locator("img, a").count() == 0
