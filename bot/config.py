"""The settings: read once from the environment, then `.env`. Nothing else in the program looks at either."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dotenv import dotenv_values

from bot.errors import BadSettings

# three parts of base64 joined by dots: the application's id, a time, a signature
_TOKEN = re.compile(r"[\w-]{15,80}\.[\w-]{5,20}\.[\w-]{20,120}=*", re.ASCII)
_PLACE = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")
SQLITE = "sqlite+aiosqlite:///"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOG_FORMATS = ("text", "json")
YES = ("yes", "true", "on", "1")
NO = ("no", "false", "off", "0")
FORGETFUL = {"DYNO": "Heroku", "K_SERVICE": "Cloud Run"}
"""What a host that forgets its disk sets in the environment, and its name."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the operator has set. What may hold a secret stays out of the repr, and so out of every log."""

    data_dir: Path
    database_url: str = field(repr=False)
    token: str | None = field(default=None, repr=False)
    dev_guild_id: int | None = None
    discord_api_url: str | None = None
    allow_ephemeral_disk: bool = False
    log_level: str = "INFO"
    log_format: str = "text"
    forgetful_host: str | None = None
    """The name of the host, where it is one that empties its disk at every restart."""

    @property
    def packs(self) -> Path:
        return self.data_dir / "packs"

    @property
    def sources(self) -> Path:
        return self.data_dir / "sources"

    @property
    def backups(self) -> Path:
        return self.data_dir / "backups"

    @property
    def state_file(self) -> Path:
        return Path(self.database_url.removeprefix(SQLITE))

    def bot_token(self) -> str:
        """The token; raises BadSettings where it is missing or cannot be one. Only `run` needs it."""
        if problem := token_problem(self.token):
            raise BadSettings((problem,))
        assert self.token is not None
        return self.token


def read_config(environ: Mapping[str, str] | None = None, dotenv: Path = Path(".env")) -> Config:
    """The settings; a name that is set in both places counts as in the environment. An empty value is none.

    Raises BadSettings with every problem at once, a line each.
    """
    values = {name: value for name, value in _dotenv(dotenv).items() if value}
    values |= {name: value for name, value in (os.environ if environ is None else environ).items() if value}
    reading = _Reading(values)
    data_dir = Path(values.get("DATA_DIR", "data")).expanduser()
    config = Config(
        data_dir=data_dir,
        database_url=reading.database(data_dir),
        token=values.get("DISCORD_TOKEN", "").strip() or None,
        dev_guild_id=reading.server("DEV_GUILD_ID"),
        discord_api_url=reading.address("DISCORD_API_URL"),
        allow_ephemeral_disk=reading.yes_or_no("ALLOW_EPHEMERAL_DISK"),
        log_level=reading.one_of("LOG_LEVEL", LOG_LEVELS, "INFO"),
        log_format=reading.one_of("LOG_FORMAT", LOG_FORMATS, "text"),
        forgetful_host=next((host for name, host in FORGETFUL.items() if name in values), None),
    )
    if reading.problems:
        raise BadSettings(tuple(reading.problems))
    return config


def token_problem(token: str | None) -> str | None:
    """What is wrong with the shape of a token, in a line that does not show it."""
    where = "developer portal, your application, Bot, Reset Token"
    if not token:
        return f"DISCORD_TOKEN is not set: put the bot's token there ({where})."
    if not _TOKEN.fullmatch(token):
        return (
            f"DISCORD_TOKEN is no bot's token, which is three parts joined by dots: copy it again ({where})."
        )
    return None


def _dotenv(path: Path) -> dict[str, str | None]:
    try:
        return dotenv_values(path) if path.is_file() else {}
    except (OSError, UnicodeDecodeError):
        raise BadSettings((f"{path} cannot be read: it must be a text file in UTF-8.",)) from None


class _Reading:
    """Turns raw values into typed ones and gathers what is wrong with them."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = values
        self.problems: list[str] = []

    def database(self, data_dir: Path) -> str:
        value = self.values.get("DATABASE_URL")
        if value is None:
            return f"{SQLITE}{data_dir / 'state.db'}"
        if not value.startswith(SQLITE) or value == SQLITE:
            # never shown: an address may hold a password
            self.problems.append(f"DATABASE_URL must be {SQLITE} and the path of a file.")
        return value

    def server(self, name: str) -> int | None:
        value = self.values.get(name, "").strip()
        if value and not re.fullmatch(r"[0-9]{15,20}", value):
            self.problems.append(f"{name} must be a server's id, 17 to 20 digits, not “{value}”.")
            return None
        return int(value) if value else None

    def address(self, name: str) -> str | None:
        value = self.values.get(name, "").strip().rstrip("/")
        if value and not _PLACE.fullmatch(value):
            self.problems.append(
                f"{name} must be an address, such as https://discord.com/api/v10, not “{value}”."
            )
        return value or None

    def yes_or_no(self, name: str) -> bool:
        value = self.values.get(name, "no").strip()
        if value.lower() not in YES + NO:
            self.problems.append(f"{name} must be yes or no, not “{value}”.")
        return value.lower() in YES

    def one_of(self, name: str, choices: Sequence[str], default: str) -> str:
        value = self.values.get(name, default).strip()
        known = {choice.lower(): choice for choice in choices}
        if value.lower() not in known:
            self.problems.append(f"{name} must be one of {', '.join(choices)}, not “{value}”.")
        return known.get(value.lower(), default)
