"""How fast sources are read, stage by stage: `python -m tests.bench.reading [megabytes]`.

The texts are words drawn at random into sentences, set in three ways. Processor time of one core, one run each.
"""

from __future__ import annotations

import itertools
import random
import resource
import sys
import textwrap
import time
from collections.abc import Callable

from bot.ingest.attribute import attribute
from bot.ingest.clean import clean
from bot.ingest.date import date_events
from bot.ingest.formats import extract
from bot.ingest.segment import segment

WORDS = [
    "the",
    "ferry",
    "left",
    "pier",
    "before",
    "bridge",
    "was",
    "built",
    "and",
    "nobody",
    "saw",
    "it",
    "go",
    "across",
    "river",
    "town",
    "council",
    "voted",
    "for",
    "against",
    "wall",
    "tide",
    "rose",
    "fell",
    "captain",
    "said",
    "that",
    "we",
    "shall",
    "wait",
    "longer",
    "than",
    "they",
    "did",
    "in",
]
NAMES = ("Ms. Adler", "the minister", "Tom Brandt")


def sentence(rng: random.Random) -> str:
    text = " ".join(rng.choice(WORDS) for _ in range(rng.randint(6, 25))).capitalize()
    match rng.randrange(12):
        case 0:
            return f"“{text},” said {rng.choice(NAMES)}."
        case 1:
            return f"In {rng.randint(1900, 2020)}, {text}."
        case _:
            return f"{text}."


def paragraphs(rng: random.Random, size: int) -> list[str]:
    found: list[str] = []
    while size > 0:
        found.append(" ".join(sentence(rng) for _ in range(rng.randint(2, 7))))
        size -= len(found[-1])
    return found


def plain(parts: list[str]) -> str:
    return "\n\n".join(parts)


def wrapped(parts: list[str]) -> str:
    return "\n\n".join(textwrap.fill(part, 72) for part in parts)


def page(parts: list[str]) -> str:
    return f"<html><body><article>{''.join(f'<p>{part}</p>' for part in parts)}</article></body></html>"


SETTINGS: dict[str, Callable[[list[str]], str]] = {
    "plain.txt": plain,
    "wrapped.txt": wrapped,
    "page.html": page,
}


def measure(name: str, data: bytes) -> None:
    times = [time.process_time()]

    def lap() -> None:
        times.append(time.process_time())

    found = extract(name, data)
    lap()
    layout = clean(found)
    lap()
    sentences = segment(layout.paragraphs)
    lap()
    passages = attribute(sentences, layout.metadata, "bench", found.text, ()).passages
    lap()
    date_events(passages, None, "bench", "en")
    lap()
    steps = " ".join(f"{after - before:6.2f}" for before, after in itertools.pairwise(times))
    size = len(data) / 1_000_000
    print(f"{name:12} {size:5.2f} MB  {steps} s  {size / (times[-1] - times[0]):5.2f} MB/s")


def main(size: float) -> None:
    print("file             size  extract clean segment attribute date")
    for name, setting in SETTINGS.items():
        measure(name, setting(paragraphs(random.Random(1), int(size * 1_000_000))).encode())
    print(f"largest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
