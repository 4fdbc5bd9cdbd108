"""What the command line says to people, on standard error; standard output is for data."""

from __future__ import annotations

import sys

from bot.errors import ColloquyError, EmptyLibrary, explain
from bot.models import Problem


def say(what: ColloquyError | Problem | str) -> None:
    print(_words(what), file=sys.stderr)


def _words(what: ColloquyError | Problem | str) -> str:
    match what:
        case EmptyLibrary():
            return "There is nothing to read here yet. Load documents first: python -m bot load PATH"
        case ColloquyError():
            return explain(what)
        case Problem(path, fault, line):
            return f"{path}:{line}: {fault}" if line else f"{path}: {fault}"
        case _:
            return what
