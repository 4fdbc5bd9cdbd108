"""Discord's time, by which clicks are judged, from our own clock and from what Discord stamps."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime

HEARD = 50


class Clock:
    """Our clock, set right by the ids of what arrives: each says when Discord made it.

    A thing arrives later than it was made, so the least difference of the last is nearest the true one.
    """

    def __init__(self, utc: Callable[[], datetime]) -> None:
        self._utc = utc
        self._behind: deque[int] = deque(maxlen=HEARD)

    def heard(self, made: datetime) -> int:
        """Takes note of something Discord has just sent; returns when it was made, in milliseconds."""
        at = _milliseconds(made)
        self._behind.append(_milliseconds(self._utc()) - at)
        return at

    def now(self) -> int:
        return _milliseconds(self._utc()) - min(self._behind, default=0)


def _milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
