"""What a person does on the page, by keyboard and mouse."""

from __future__ import annotations

from typing import Any

READY = 15_000
"""Milliseconds for the bot to have registered its commands."""


class Player:
    def __init__(self, page: Any, address: str, name: str) -> None:
        self.page, self.complaints = page, []
        page.on("console", lambda message: self._note(message))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address)
        page.select_option("#person", label=name)
        self.words = page.locator("#words")
        self._until_commands()

    def _note(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _until_commands(self) -> None:
        """Types a slash until the list of commands appears."""
        for _ in range(READY // 250):
            self.words.fill("/")
            if self.page.locator("#suggestions [role=option]").count():
                self.words.fill("")
                return
            self.page.wait_for_timeout(250)
        raise AssertionError("the bot registered no commands")

    def go_to(self, channel: str) -> None:
        self.page.click(f"#channels button:has-text('{channel}')")

    def run(self, command: str, **options: str) -> Any:
        """Runs a command and returns the newest message once there is one more than before."""
        before = self.count()
        self.words.fill(command)
        self.page.keyboard.press("Enter")
        for name, value in options.items():
            field = self.page.locator(f"#options [name='{name}']")
            if field.evaluate("element => element.tagName") == "SELECT":
                field.select_option(label=value)
            else:
                field.fill(value)
                field.blur()  # suggestions close; what was typed stays
        self.page.click("#composer button[type=submit]")
        return self.newest(more_than=before)

    def count(self) -> int:
        return int(self.page.locator("#messages > li").count())

    def newest(self, *, more_than: int) -> Any:
        messages = self.page.locator("#messages > li")
        messages.nth(more_than).wait_for()
        return messages.last

    def press(self, label: str) -> None:
        """The newest button that begins so."""
        self.page.locator(f"#messages button:has-text('{label}'):not([disabled])").last.click()
