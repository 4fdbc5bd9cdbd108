"""The log: lines for people or JSON for programs, on standard error, and never the token."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

from bot.config import Config

HIDDEN = "[token]"


class Lines(logging.Formatter):
    def __init__(self, secret: str | None) -> None:
        super().__init__("{asctime} {levelname:<8} {name}: {message}", style="{")
        self.secret = secret

    def format(self, record: logging.LogRecord) -> str:
        return _without(super().format(record), self.secret)


class Json(logging.Formatter):
    """One object a line: time, level, logger, message, and the traceback where there is one."""

    def __init__(self, secret: str | None) -> None:
        super().__init__()
        self.secret = secret

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return _without(json.dumps(entry, ensure_ascii=False), self.secret)


def set_up_logs(config: Config) -> None:
    """Sends all records of the wanted level to standard error, in the wanted form."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(FORMATS[config.log_format](config.token))
    logging.basicConfig(level=config.log_level, handlers=[handler], force=True)
    if config.log_level != "DEBUG":
        logging.getLogger("discord").setLevel(logging.WARNING)


def _without(line: str, secret: str | None) -> str:
    return line.replace(secret, HIDDEN) if secret else line


FORMATS: dict[str, type[Lines] | type[Json]] = {"text": Lines, "json": Json}
