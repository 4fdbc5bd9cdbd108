"""The log, for people and for programs."""

import json
import logging
import sys

from bot.client.logs import Json, Lines

SECRET = "abc.def.ghi"


def record(message, *args, error=None):
    return logging.LogRecord("bot.test", logging.ERROR, __file__, 1, message, args, error)


def failure():
    try:
        raise RuntimeError(f"refused {SECRET}")
    except RuntimeError:
        return sys.exc_info()


def test_a_json_line_holds_time_level_message_and_traceback():
    entry = json.loads(Json(None).format(record("It %s", "broke", error=failure())))
    assert entry["level"] == "ERROR"
    assert entry["logger"] == "bot.test"
    assert entry["message"] == "It broke"
    assert entry["time"].endswith("+00:00")
    assert "RuntimeError" in entry["error"]


def test_the_token_is_in_no_line_whatever_brought_it_there():
    for form in (Lines, Json):
        line = form(SECRET).format(record("Login with %s failed", SECRET, error=failure()))
        assert SECRET not in line
        assert "[token]" in line
