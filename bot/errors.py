"""What can go wrong in ways a person can mend. Errors carry fields; `explain` alone turns one into words."""

from __future__ import annotations

from dataclasses import dataclass


class ColloquyError(Exception):
    """A fault that its reader can do something about."""


@dataclass
class EmptyLibrary(ColloquyError):
    """Nothing is loaded that this server can see."""


@dataclass
class Unknown(ColloquyError):
    """A name that fits nothing. `kind` is "speaker", "document", "topic", "command" or "time zone"."""

    kind: str
    name: str
    nearest: tuple[str, ...] = ()


@dataclass
class NothingFound(ColloquyError):
    """A well-formed wish that nothing answers; `what` names what was sought ("events", "claims")."""

    what: str


def explain(error: ColloquyError) -> str:
    """One sentence or two: what happened, and what to do."""
    match error:
        case EmptyLibrary():
            return "There is nothing to read here yet. A moderator can add documents with /admin add or /admin reload."
        case Unknown(kind, name, nearest):
            hint = f" Did you mean {_listed(nearest)}?" if nearest else ""
            return f"I know no {kind} “{name}”.{hint} Pick one from the list that appears while you type."
        case NothingFound(what):
            return f"I found no {what} for that. Try fewer or wider options."
        case _:
            return str(error)


def _listed(names: tuple[str, ...]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
