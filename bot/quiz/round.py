"""The round as a pure state machine: `step` takes a round and an event, says what to write and what to show.

It knows neither Discord nor the clock. Times are milliseconds since 1970 (UTC); the time of an answer is that
of the click itself, so neither the order of answers nor their lateness depends on when we got to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from bot.quiz.asked import Asked

FULL_POINTS = 1000
READING = 10_000
"""How long an answer stands before the next question, in milliseconds."""
PATIENCE = 30 * 60_000
"""How long a paused round waits to be taken up, in milliseconds."""
SILENCE = 3
"""So many questions in a row that nobody answers pause the round."""


class Phase(StrEnum):
    ASKING = "asking"  # the question is open until the deadline
    REVEALED = "revealed"  # its answer is shown; the next question follows at the deadline
    PAUSED = "paused"  # likewise revealed, and nobody seems to be there; ends at the deadline
    ENDED = "ended"


class Ending(StrEnum):
    PLAYED = "played"  # to the last question
    STOPPED = "stopped"  # by the starter or a moderator
    IDLE = "idle"  # paused, and nobody took it up
    GONE = "gone"  # the channel is gone, or closed to us


class Told(StrEnum):
    """What is said to somebody who has clicked on an option."""

    COUNTED = "counted"
    EARLIER = "earlier"  # an earlier click of theirs came in after a later one: the earlier counts
    ALREADY = "already"  # they have answered before
    LATE = "late"  # clicked after the deadline
    CLOSED = "closed"  # the question is no longer, or not yet, open


class Kind(StrEnum):
    QUESTION = "question"
    ANSWER = "answer"  # the question's message again, with the answer
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Reply:
    """Somebody's answer to one question; `at` is when they clicked."""

    user: int
    option: int
    at: int
    right: bool
    points: int


@dataclass(frozen=True, slots=True)
class Round:
    """`number` is the rank of the question at hand, from 0; `replies` are the answers to it, by user.

    `played` holds the answers to each question before it (and to it, once revealed), in the order of clicks.
    """

    id: int
    guild: int
    channel: int
    starter: int
    mode: str
    seconds: int
    questions: tuple[Asked, ...]
    opened: int
    deadline: int
    document: str | None = None  # what the questions were confined to
    topic: str | None = None
    phase: Phase = Phase.ASKING
    number: int = 0
    replies: Mapping[int, Reply] = field(default_factory=lambda: MappingProxyType({}))
    played: tuple[tuple[Reply, ...], ...] = ()
    silent: int = 0  # questions in a row without an answer
    ending: Ending | None = None

    @property
    def asked(self) -> Asked:
        return self.questions[self.number]

    @property
    def last(self) -> bool:
        return self.number == len(self.questions) - 1


@dataclass(frozen=True, slots=True)
class Answer:
    number: int  # of the question whose button was clicked
    user: int
    option: int
    at: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """The time of the phase may be over; does nothing where it is not."""

    at: int


@dataclass(frozen=True, slots=True)
class Skip:
    """Closes the open question now; the answers given so far count."""

    at: int


@dataclass(frozen=True, slots=True)
class Next:
    """On to the next question, from an answer or from a pause."""

    at: int


@dataclass(frozen=True, slots=True)
class Stop:
    at: int
    why: Ending = Ending.STOPPED


@dataclass(frozen=True, slots=True)
class Resume:
    """The process is new: what was shown may or may not have arrived."""

    at: int


Event = Answer | Deadline | Skip | Next | Stop | Resume


@dataclass(frozen=True, slots=True)
class Show:
    kind: Kind
    number: int = 0  # of the question


@dataclass(frozen=True, slots=True)
class Turn:
    """What an event leads to: the round to write, and a new reply, and then what to show, in order."""

    round: Round
    reply: Reply | None = None
    told: Told | None = None
    show: tuple[Show, ...] = ()


def points(elapsed: int, allowed: int) -> int:
    """For a right answer after `elapsed` of `allowed` milliseconds: 1000 at once, 500 at the last moment.

    round((1 - elapsed / allowed / 2) * 1000), after Kahoot!, "How points work"
    (https://support.kahoot.com/hc/en-us/articles/115002303908); their full marks for the first half second
    are left out, since a click takes longer than that to reach anybody's screen and back.
    """
    elapsed = min(max(elapsed, 0), allowed)
    # in whole numbers, halves up, so that everybody can reckon it again to the point
    return (FULL_POINTS * (2 * allowed - elapsed) + allowed) // (2 * allowed)


def begin(
    *,
    id: int,
    guild: int,
    channel: int,
    starter: int,
    mode: str,
    seconds: int,
    questions: tuple[Asked, ...],
    at: int,
    document: str | None = None,
    topic: str | None = None,
) -> Turn:
    """A new round with its first question open. `questions` must not be empty."""
    round = Round(
        id=id,
        guild=guild,
        channel=channel,
        starter=starter,
        mode=mode,
        seconds=seconds,
        questions=questions,
        opened=at,
        deadline=_deadline(at, seconds),
        document=document,
        topic=topic,
    )
    return Turn(round, show=(Show(Kind.QUESTION, 0),))


def step(round: Round, event: Event) -> Turn:
    """What the event makes of the round. An event that does not fit the phase changes nothing."""
    match event, round.phase:
        case Answer(), _:
            return _answer(round, event)
        case _, Phase.ENDED:
            return Turn(round)
        case Stop(at, why), _:
            return _end(round, at, why)
        case Resume(at), _:
            return _resume(round, at)
        case Skip(at), Phase.ASKING:
            return _reveal(round, at, silent=0)
        case Next(at), Phase.REVEALED | Phase.PAUSED:
            return _next(round, at)
        case Deadline(at), _ if at >= round.deadline:
            return _over(round, at)
        case _:
            return Turn(round)


def _answer(round: Round, event: Answer) -> Turn:
    """The earliest click of each person counts, in whatever order their clicks come in."""
    open_ = round.phase is Phase.ASKING and event.number == round.number
    if not open_ or not 0 <= event.option < len(round.asked.choices):
        return Turn(round, told=Told.CLOSED)
    before = round.replies.get(event.user)
    if before and before.at <= event.at:
        return Turn(round, told=Told.ALREADY)
    if event.at >= round.deadline:
        return Turn(round, told=Told.LATE)
    right = event.option == round.asked.right
    earned = points(event.at - round.opened, round.deadline - round.opened) if right else 0
    reply = Reply(event.user, event.option, event.at, right, earned)
    replies = MappingProxyType({**round.replies, event.user: reply})
    return Turn(replace(round, replies=replies), reply, Told.EARLIER if before else Told.COUNTED)


def _over(round: Round, at: int) -> Turn:
    match round.phase:
        case Phase.ASKING:
            return _reveal(round, at, silent=0 if round.replies else round.silent + 1)
        case Phase.PAUSED:
            return _end(round, at, Ending.IDLE)
        case _:
            return _next(round, at)


def _reveal(round: Round, at: int, silent: int) -> Turn:
    paused = silent >= SILENCE and not round.last
    revealed = replace(
        _close(round),
        phase=Phase.PAUSED if paused else Phase.REVEALED,
        silent=silent,
        deadline=at + (PATIENCE if paused else READING),
    )
    return Turn(revealed, show=(Show(Kind.ANSWER, round.number),))


def _close(round: Round) -> Round:
    in_order = tuple(sorted(round.replies.values(), key=lambda reply: (reply.at, reply.user)))
    return replace(round, played=(*round.played, in_order), replies=MappingProxyType({}))


def _next(round: Round, at: int) -> Turn:
    if round.last:
        return _end(round, at, Ending.PLAYED)
    asking = replace(
        round,
        phase=Phase.ASKING,
        number=round.number + 1,
        opened=at,
        deadline=_deadline(at, round.seconds),
        silent=0 if round.phase is Phase.PAUSED else round.silent,
    )
    # a pause has buttons on the message of the last question, which are of no more use
    before = (Show(Kind.ANSWER, round.number),) if round.phase is Phase.PAUSED else ()
    return Turn(asking, show=(*before, Show(Kind.QUESTION, asking.number)))


def _end(round: Round, at: int, why: Ending) -> Turn:
    closed = _close(round) if round.phase is Phase.ASKING else round
    ended = replace(closed, phase=Phase.ENDED, deadline=at, ending=why)
    if why is Ending.GONE:
        return Turn(ended)
    changed = () if round.phase is Phase.REVEALED else (Show(Kind.ANSWER, round.number),)
    return Turn(ended, show=(*changed, Show(Kind.TABLE)))


def _resume(round: Round, at: int) -> Turn:
    """An open question keeps its deadline where half its time is left, else it gets its time anew."""
    if round.phase is not Phase.ASKING:
        later = replace(round, deadline=max(round.deadline, at + READING))
        return Turn(later, show=(Show(Kind.ANSWER, round.number),))
    if round.deadline - at < round.seconds * 500:
        round = replace(round, opened=at, deadline=_deadline(at, round.seconds))
    return Turn(round, show=(Show(Kind.QUESTION, round.number),))


def _deadline(at: int, seconds: int) -> int:
    """On the full second, since that is as fine as Discord shows it."""
    return -(-(at + seconds * 1000) // 1000) * 1000
