"""What can go wrong in ways a person can mend. Errors carry fields; `explain` alone turns one into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass
class NoWords(ColloquyError):
    """A message in which nothing stands that could be looked for."""


@dataclass
class NotADate(ColloquyError):
    """Something typed as a date that is none."""

    text: str


@dataclass
class NotATime(ColloquyError):
    """Something typed as a time of day that is none."""

    text: str


@dataclass
class NoDaily(ColloquyError):
    """Asked about the daily post where none is set up."""


@dataclass
class TooManyWaiting(ColloquyError):
    """A member's suggestion, while as many as may wait are waiting."""

    most: int


@dataclass
class RoundOpen(ColloquyError):
    """A second round in a channel where one is going on."""


@dataclass
class MayNotPost(ColloquyError):
    """A channel that the bot cannot see or write in."""


@dataclass
class NoRound(ColloquyError):
    """Asked to stop or skip where no round is going on."""


@dataclass
class NotStarter(ColloquyError):
    """A round's control, used by somebody who neither started it nor moderates."""


@dataclass
class TooLittle(ColloquyError):
    """A quiz mode that finds too little to ask about; `others` are modes that would find enough."""

    mode: str
    others: tuple[str, ...] = ()


@dataclass
class NotAllowed(ColloquyError):
    """A moderators' matter, asked for by somebody who is none."""


@dataclass
class OwnersOnly(ColloquyError):
    """What all servers share, and only those who run the bot may change."""


@dataclass
class MissingPermissions(ColloquyError):
    """What Discord does not let the bot do in a channel; `names` as Discord's settings call them."""

    channel: str
    names: tuple[str, ...]


@dataclass
class Outdated(ColloquyError):
    """A command, button or form of an earlier version, or one whose matter is gone."""


class Fault(StrEnum):
    """What can be wrong with a database file or the disk it lies on."""

    FOREIGN = "foreign"
    DAMAGED = "damaged"
    FUTURE = "future"
    READ_ONLY = "read-only"
    FULL = "full"
    LOCKED = "locked"
    MISSING = "missing"
    OUTDATED = "outdated"


@dataclass
class BadSettings(ColloquyError):
    """Settings that are missing or cannot be; one line for each, none of which shows a secret."""

    problems: tuple[str, ...]


@dataclass
class BadStore(ColloquyError):
    """A database file, or the folder it should stand in, that cannot be used."""

    path: str
    fault: Fault


@dataclass
class Exists(ColloquyError):
    """A file that would have to be overwritten."""

    path: str


@dataclass
class ReloadRunning(ColloquyError):
    """A reload was asked for while another is under way."""


@dataclass
class CoolingDown(ColloquyError):
    """Asked for again too soon."""

    seconds: int


@dataclass
class Unreadable(ColloquyError):
    """A file that gives no text. `reason` is a clause that says what is wrong and what to do."""

    path: str
    reason: str


@dataclass
class TooLarge(ColloquyError):
    """An upload of too many bytes."""

    megabytes: int  # the most that is taken


@dataclass
class QuotaReached(ColloquyError):
    """A server's own library is full. `most`: "50 documents", "50 MB"."""

    most: str


@dataclass
class AlreadyHere(ColloquyError):
    """An upload whose text the server can read already."""

    title: str


@dataclass
class NotALink(ColloquyError):
    """Something typed as a web address that is none."""

    text: str


@dataclass
class SharedDocument(ColloquyError):
    """A document that all servers share, where one of the server's own is wanted."""

    title: str


@dataclass
class Withheld(ColloquyError):
    """Words that are not shown: their source is gone or has changed since it was loaded."""

    document: str  # its title
    absent: bool = False  # there is no source yet, only a pack's guide


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
        case NoWords():
            return "I found no words in that message. Choose one that holds text."
        case NotADate(text):
            return f"I cannot read “{text}” as a date. Write it as 2014, May 2014 or 2014-05-05."
        case NotATime(text):
            return f"I cannot read “{text}” as a time of day. Write it as 09:00 or 21:30."
        case NoDaily():
            return "There is no daily post here. A moderator can set one up with /daily set."
        case TooManyWaiting(most):
            return f"You have {most} suggestions waiting. Let the moderators decide on those first."
        case RoundOpen():
            return "A round is going on in this channel. Play along, or end it first with /quiz stop."
        case MayNotPost():
            return (
                "I may not post in this channel. Allow me View Channel and Send Messages here: channel "
                "settings, Permissions."
            )
        case NoRound():
            return "No round is going on in this channel. Begin one with /quiz start."
        case NotStarter():
            return "Only whoever started this round, or a moderator, can do that."
        case TooLittle(mode, others):
            instead = (
                f" Try mode {' or '.join(others)}." if others else " Add documents, or widen the options."
            )
            return f"There is too little here for fair {mode} questions.{instead}"
        case TooLarge(megabytes):
            return f"That file is larger than {megabytes} MB. Split it, or take out its pictures."
        case QuotaReached(most):
            return (
                f"This server's own library is full: {most} at most. Remove a document first: /admin remove."
            )
        case AlreadyHere(title):
            return f"That text can be read here already: “{title}”. To replace it, use /admin remove first."
        case NotALink(text):
            return f"“{text}” is no web address. Give one that begins with https://, or leave it out."
        case SharedDocument(title):
            return f"“{title}” is shared by all servers: only the bot's owners can settle whose words are whose in it."
        case NotAllowed():
            return (
                "That is for moderators: members with the Manage Server permission, or with the role chosen "
                "in /admin setup."
            )
        case OwnersOnly():
            return (
                "All servers share that, so only the bot's owners may change it. Ask whoever runs this bot."
            )
        case MissingPermissions(channel, permissions):
            return (
                f"I may not do that in #{channel}. Give me {' and '.join(permissions)} there: the channel's "
                "settings, Permissions, my role."
            )
        case Outdated():
            return (
                "This is from an earlier version of what I show, and no longer works. Run the command again."
            )
        case BadSettings(problems):
            return "\n".join(problems)
        case BadStore(path, fault):
            return f"{path}: {_FAULTS[fault]}"
        case Exists(path):
            return f"{path} is there already. Name another file."
        case ReloadRunning():
            return "A reload is under way already. Wait for it to end."
        case CoolingDown(seconds):
            return f"That was done a moment ago. Try again in {seconds} seconds."
        case Unreadable(path, reason):
            return f"I cannot read {path}: {reason}."
        case Withheld(document, absent=True):
            return (
                f"The words of “{document}” are not here, only our guide to it. A moderator can add the text "
                "with /admin add."
            )
        case Withheld(document):
            return (
                f"The source of “{document}” is gone or has changed since it was loaded, so I do not quote "
                "it. A moderator can bring it up to date with /admin reload."
            )
        case _:
            return str(error)


def _listed(names: tuple[str, ...]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


_FAULTS = {
    Fault.FOREIGN: "this is another program's database. Point DATABASE_URL or DATA_DIR elsewhere.",
    Fault.DAMAGED: "this file is damaged, or no database. `python -m bot restore PATH` brings a backup back.",
    Fault.FUTURE: "a newer version of the program made this. Start that one, or restore an older backup.",
    Fault.READ_ONLY: "this cannot be written to. Give the bot the right to write here, or move DATA_DIR.",
    Fault.FULL: "the disk is full. Make room and try again; nothing was changed.",
    Fault.LOCKED: "another program has kept this database locked for too long. End it and try again.",
    Fault.MISSING: "there is no such file or folder.",
    Fault.OUTDATED: "this version cannot read it. `python -m bot load` makes it anew.",
}
