"""What a mode of the quiz is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bot.quiz.asked import Asked, Choice
from bot.quiz.material import Material

OPTIONS = 4
"""At most so many options; two are the least."""


@dataclass(frozen=True, slots=True)
class Mode:
    """`questions` yields all that this mode can ask of the material, in random order."""

    name: str
    asks: str  # in a few words, for menus
    questions: Callable[[Material, Random], Iterator[Asked]]


def mixed_up(rng: Random, right: Choice, wrong: Sequence[Choice]) -> tuple[tuple[Choice, ...], int]:
    """The options in random order, and the rank of the right one."""
    options = [right, *wrong]
    rng.shuffle(options)
    return tuple(options), options.index(right)
