"""What the command line says to people, on standard error; standard output is for data."""

from __future__ import annotations

import sys

from bot.errors import ColloquyError, EmptyLibrary, Unknown, Withheld, explain
from bot.models import Problem


def say(what: ColloquyError | Problem | str) -> None:
    print(_words(what), file=sys.stderr)


def _words(what: ColloquyError | Problem | str) -> str:
    match what:
        case ColloquyError():
            return advice(what)
        case Problem(path, fault, line):
            return f"{path}:{line}: {fault}" if line else f"{path}: {fault}"
        case _:
            return what


def advice(error: ColloquyError) -> str:
    """What happened, and what to do on a terminal: there are no lists to pick from here, and no slash commands."""
    match error:
        case EmptyLibrary():
            return "There is nothing to read here yet. Load documents first: python -m bot load PATH"
        case Unknown(kind, name, nearest):
            hint = f" Did you mean {' or '.join(f'“{one}”' for one in nearest)}?" if nearest else ""
            return f"I know no {kind} “{name}”.{hint} All there are: python -m bot export"
        case Withheld(document, absent=True):
            return f"The words of “{document}” are not here, only our guide to it: python -m bot load PATH"
        case Withheld(document):
            return (
                f"The source of “{document}” is gone or has changed since it was loaded: python -m bot load"
            )
        case _:
            return explain(error)
