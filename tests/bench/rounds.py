"""Are a thousand rounds fair? Draws them from whatever is loaded, and checks each question.

    DATA_DIR=... python -m tests.bench.rounds [ROUNDS] [READ]

Prints what the checker of tests/quiz/fairness.py finds (nothing, where all is well), how often each mode and each
letter came, and READ questions to be read with one's own eyes.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from random import Random

from bot.app import App
from bot.config import read_config
from bot.quiz.asked import LETTERS, Asked
from bot.quiz.draw import draw
from bot.quiz.material import gather
from bot.quiz.modes import MIXED
from tests.quiz.fairness import unfair

QUESTIONS, AGAIN = 10, 50
"""Questions of a round; after so many rounds the material is drawn anew."""


async def main(rounds: int, read: int) -> None:
    faults: list[tuple[str, str, str]] = []
    modes: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    seen: list[Asked] = []
    began = time.process_time()
    async with App(read_config()) as app:
        for seed in range(rounds):
            rng = Random(seed)
            if seed % AGAIN == 0:
                material = await gather(app.library(None), rng)
            asked = draw(material, MIXED, QUESTIONS, rng)
            keys = [key for one in asked for key in set(one.passages)]
            if len(keys) != len(set(keys)):
                faults.append(("round", str(seed), "a passage stands in two questions"))
            faults += [
                (one.id, one.words or one.prompt, fault) for one in asked for fault in unfair(material, one)
            ]
            modes.update(one.mode for one in asked)
            letters.update(LETTERS[one.right] for one in asked)
            seen += asked
    print(f"{rounds} rounds, {len(seen)} questions, {len({one.id for one in seen})} different", end=", ")
    print(f"{(time.process_time() - began) / rounds * 1000:.0f} ms a round")
    print(f"modes {dict(modes)}, right options {dict(sorted(letters.items()))}, faults {len(faults)}")
    for fault in faults[:50]:
        print("FAULT", *fault, sep=" | ")
    for one in Random(rounds).sample(seen, min(read, len(seen))):
        print(f"\n[{one.mode}] {one.prompt} {one.words or ''}")
        for rank, choice in enumerate(one.choices):
            print(f"  {'*' if rank == one.right else ' '} {LETTERS[rank]} {choice.text}: {choice.reason}")


if __name__ == "__main__":
    counts = [int(given) for given in sys.argv[1:]]
    asyncio.run(main(*[*counts, *(1_000, 0)[len(counts) :]]))
