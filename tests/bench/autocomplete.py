"""How fast names come while somebody types, among many, and whether the right one is among them.

    python tests/bench/autocomplete.py [NAMES]

Names are made of syllables by a seed, their words drawn as in any language: few are common, most are rare.
Beside it a scan of all names by rapidfuzz, which is what one writes without an index. Times are those of the
processor, so that whatever else the machine does is left out.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.library.names import suggest
from bot.library.shelf import Library
from bot.models import Contents, Speaker
from bot.store.corpus import Corpus, build

NAMES, QUERIES, SCANNED = 50_000, 1_000, 40
SEED = 7

Ask = Callable[[str], Awaitable[list[str]]]


async def main(count: int) -> None:
    rng = random.Random(SEED)
    names = made_names(rng, count)
    typed = {
        kind: [(make(rng, name), name) for name in rng.sample(names, QUERIES)] for kind, make in KINDS.items()
    }
    with tempfile.TemporaryDirectory() as folder:
        speakers = tuple(Speaker(f"speaker-{number}", name) for number, name in enumerate(names))
        path = build(Path(folder), Contents(speakers=speakers))
        async with await Corpus.open(path) as corpus:
            library = Library((corpus,), Path(folder))

            async def ours(text: str) -> list[str]:
                return [choice.name for choice in await suggest(library, "speaker", text)]

            before, start = resident(), time.perf_counter()
            await ours("")
            built = time.perf_counter() - start
            print(f"{count:,} names: index built in {built:.1f} s, {resident() - before:.0f} MB\n")

            async def scan(text: str) -> list[str]:
                return [name for name, _, _ in process.extract(text, names, scorer=fuzz.WRatio, limit=25)]

            print(f"{'ms':24}{'p50':>8}{'p99':>8}{'worst':>8}{'first':>8}{'in 25':>8}")
            for kind, queries in typed.items():
                await measure(kind, ours, queries)
            await measure("all kinds", ours, list(itertools.chain(*typed.values())))
            await measure("scan, misspelt", scan, typed["misspelt word"][:SCANNED])


async def measure(kind: str, ask: Ask, queries: list[tuple[str, str]]) -> None:
    times, first, within = [], 0, 0
    for text, name in queries:
        start = time.thread_time()
        found = await ask(text)
        times.append(1000 * (time.thread_time() - start))
        first += found[:1] == [name]
        within += name in found
    times.sort()
    p99 = times[int(len(times) * 0.99)]
    shares = "".join(f"{share / len(queries):8.2f}" for share in (first, within))
    print(f"{kind:24}{statistics.median(times):8.2f}{p99:8.2f}{times[-1]:8.2f}{shares}")


def made_names(rng: random.Random, count: int) -> list[str]:
    vocabulary = sorted({_word(rng) for _ in range(30_000)})
    rng.shuffle(vocabulary)
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(vocabulary) + 1)))
    names: dict[str, None] = {}
    while len(names) < count:
        words = rng.choices(vocabulary, cum_weights=weights, k=rng.choice((2, 2, 3, 4, 6)))
        names[" ".join(words).title()] = None
    return list(names)


def _word(rng: random.Random) -> str:
    syllables = rng.choice((1, 2, 2, 3, 3, 4))
    return "".join(
        rng.choice("bcdfghklmnprstvz")
        + rng.choice("aeiou")
        + (rng.choice("lnrst") if rng.random() < 0.3 else "")
        for _ in range(syllables)
    )


def beginning(rng: random.Random, name: str) -> str:
    return name[: rng.randint(1, 10)]


def inner_word(rng: random.Random, name: str) -> str:
    return rng.choice(name.split()[1:])


def two_words(rng: random.Random, name: str) -> str:
    return " ".join(rng.sample(name.split(), 2))


def misspelt_word(rng: random.Random, name: str) -> str:
    return _slip(rng, max(name.split(), key=len))


def misspelt_name(rng: random.Random, name: str) -> str:
    return " ".join(_slip(rng, word) if len(word) > 4 else word for word in name.split()[:3])


def _slip(rng: random.Random, word: str) -> str:
    """One letter dropped, doubled, replaced or swapped with the next; never the first."""
    at = rng.randrange(1, max(2, len(word) - 1))
    before, letter, after = word[:at], word[at : at + 1], word[at + 1 :]
    return rng.choice(
        (
            before + after,
            before + letter + letter + after,
            before + "x" + after,
            before + after[:1] + letter + after[1:],
        )
    )


def resident() -> float:
    """Megabytes; the most so far, as the system counts it."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


KINDS: dict[str, Callable[[random.Random, str], str]] = {
    "beginning": beginning,
    "inner word": inner_word,
    "two words, any order": two_words,
    "misspelt word": misspelt_word,
    "misspelt name": misspelt_name,
}

if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else NAMES))
