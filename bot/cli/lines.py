"""Answers JSON lines: one object in, one object out at once, for as long as somebody asks."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from bot.cli.words import advice
from bot.errors import ColloquyError

Line = dict[str, Any]

log = logging.getLogger(__name__)


class BadLineError(ValueError):
    """A line that is not a query; its words say why."""


async def serve(answer: Callable[[Line], Awaitable[Line]], empty: Line) -> None:
    """Answers each line of standard input until it ends.

    A line that cannot be answered gets its id back with the `empty` answer and an `error`.
    """
    while line := await asyncio.to_thread(sys.stdin.readline):
        if line.strip():
            print(json.dumps(await _answered(line, answer, empty), ensure_ascii=False), flush=True)


async def _answered(line: str, answer: Callable[[Line], Awaitable[Line]], empty: Line) -> Line:
    query: Line = {}
    try:
        query = _query(line)
        return {"id": query.get("id"), **await answer(query)}
    except BadLineError as error:
        reason = str(error)
    except ColloquyError as error:
        reason = advice(error)
    except Exception as error:
        log.exception("a line could not be answered")
        reason = f"failed: {type(error).__name__}"
    return {"id": query.get("id"), **empty, "error": reason}


def _query(line: str) -> Line:
    try:
        query = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"this line is not JSON: {error}") from None
    if not isinstance(query, dict):
        raise BadLineError("this line is not a JSON object")
    return query


def text_in(query: Line, name: str) -> str | None:
    """A field that is text, missing or null. What no file can hold is replaced."""
    value = query.get(name)
    if value is not None and not isinstance(value, str):
        raise BadLineError(f"“{name}” must be text")
    return value.encode(errors="replace").decode() if value is not None else None


def number_in(query: Line, name: str, default: int, most: int) -> int:
    value = query.get(name)
    if value is None:
        return default
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise BadLineError(f"“{name}” must be a whole number from 1 to {most}")
    return value
