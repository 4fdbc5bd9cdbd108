"""How verdicts compare with those of other quote checkers: `python -m tests.bench.verifying`.

A thousand made-up quotes, right, changed, cut, joined and invented, are put to us, to `citations` and to
`krokai` (both from the package index, and each left out where it is not installed). The others know no
speakers: what is only misattributed is put to us alone.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random

from bot.library.shelf import Library
from bot.library.verify import verify
from bot.store.corpus import Corpus, build
from tests.library.verify.cases import Case, cases
from tests.library.verify.town import contents, town

SEED, CASES = 1875, 1_000
WORDS_ARE_RIGHT = ("verbatim", "cut-short")

Judge = Callable[[Case], Awaitable[str]]

KROKAI = {
    "VERIFIED": "verbatim",
    "PUNCTUATION": "verbatim",
    "TYPESETTING": "verbatim",
    "ASSEMBLED": "verbatim",
    "WRONG_SPEAKER": "verbatim",
    "TRUNCATED_CONDITION": "cut-short",
    "TRUNCATED_OPENING": "cut-short",
    "NOT_FOUND": "not-found",
}
"""Its verdicts in our words; all others say that something was altered."""


async def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rng = Random(SEED)
        documents = town(rng, 60)
        made = cases(rng, [line for said in documents.values() for line in said], CASES)
        corpus = await Corpus.open(build(folder / "corpus", contents(folder, documents)))
        text = "\n".join(file.read_text("utf-8") for file in sorted(folder.glob("*.txt")))
        print("| checker | right class | right words refused | wrong words accepted | ms a quote |")
        print("| --- | --- | --- | --- | --- |")
        await _judge("ours, with speakers", _ours(Library((corpus,), folder)), made)
        nameless = [case for case in made if case.finding != "misattributed"]
        for checker, judge in (
            ("ours", _ours(Library((corpus,), folder))),
            ("citations", _citations(text)),
            ("krokai", _krokai(folder)),
        ):
            if judge:
                await _judge(checker, judge, nameless)
        await corpus.close()
    return 0


async def _judge(name: str, judge: Judge, made: list[Case]) -> None:
    counts: Counter[str] = Counter()
    started = time.process_time()
    for case in made:
        finding = await judge(case)
        expected = case.finding.split(" or ")
        counts["right"] += finding in expected
        accepted, acceptable = finding in WORDS_ARE_RIGHT, expected[0] in (*WORDS_ARE_RIGHT, "misattributed")
        counts["refused"] += acceptable and finding not in (*WORDS_ARE_RIGHT, "misattributed")
        counts["accepted"] += accepted and not acceptable and expected[0] != "too-short"
    each = 1_000 * (time.process_time() - started) / len(made)
    refusable = sum(case.finding in (*WORDS_ARE_RIGHT, "misattributed") for case in made)
    wrong = sum(case.finding.split(" or ")[0] in ("altered", "not-found") for case in made)
    print(
        f"| {name} | {counts['right']}/{len(made)} | {counts['refused']}/{refusable} "
        f"| {counts['accepted']}/{wrong} | {each:.1f} |"
    )


def _ours(library: Library) -> Judge:
    async def judge(case: Case) -> str:
        return (await verify(library, case.quote, case.speaker)).finding

    return judge


def _citations(text: str) -> Judge | None:
    """It tells found from not found, and no more."""
    try:
        from citations.verify import resolve_in
    except ImportError:
        return None

    async def judge(case: Case) -> str:
        return "not-found" if resolve_in(case.quote, text).state == "not found" else "verbatim"

    return judge


def _krokai(folder: Path) -> Judge | None:
    try:
        from krokai.corpus import Corpus as Sources
        from krokai.verify import check
    except ImportError:
        return None
    sources = Sources([str(folder)], quiet=True)

    async def judge(case: Case) -> str:
        return KROKAI.get(check(case.quote, sources)[0], "altered")

    return judge


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
