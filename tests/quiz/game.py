"""A round to play with in tests."""

from __future__ import annotations

from bot.quiz.asked import Asked, Choice
from bot.quiz.round import Event, Kind, Round, Show, begin, step

START = 1_700_000_000_000
ANN, BOB, CLEO = 1, 2, 3


def question(number: int) -> Asked:
    choices = tuple(Choice(name, f"because {name}") for name in ("Proposer", "Opposer", "Interviewer"))
    return Asked(
        f"who-said:{number}", "who-said", "Who said this?", choices, right=number % 3, words="Lamps."
    )


def started(questions: int = 3, seconds: int = 20) -> Round:
    turn = begin(
        id=7,
        guild=1,
        channel=2,
        starter=ANN,
        mode="who-said",
        seconds=seconds,
        questions=tuple(question(number) for number in range(questions)),
        at=START,
    )
    assert turn.show == (Show(Kind.QUESTION, 0),)
    return turn.round


def after(round: Round, *events: Event) -> Round:
    for event in events:
        round = step(round, event).round
    return round
