"""How well and how fast quotes are found: `python -m tests.bench.finding [--documents 5 1000 4000 40000]`.

Each engine is built on disk, then asked in a process of its own, whose memory is what it takes. Times are
those of the processor, so that whatever else the machine does is left out. Needs Linux, and tantivy beside
what the program needs; a million passages take about half an hour and 1 GB of disk.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from tests.bench import prose
from tests.bench.engines import ENGINES

SEED = 20
GOLDS = 150
MOST = {"fts5": 60_000_000, "rapidfuzz": 10_000_000}
"""Passages that an engine which looks at very many for each query is made to look at, per set of queries; of
the easy ones, whose queries are the longest, a fifth."""
WARM_UP = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[5, 1_000, 4_000, 40_000])
    parser.add_argument("--engines", nargs="+", default=list(ENGINES), choices=list(ENGINES))
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--asked", nargs=2, metavar=("ENGINE", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.asked:
        print(json.dumps(_asked(options.asked[0], Path(options.asked[1]))))
        return 0
    for documents in options.documents:
        with tempfile.TemporaryDirectory() as folder:
            _compare(documents, options.engines, options.seed, Path(folder))
    return 0


def _compare(documents: int, engines: Sequence[str], seed: int, folder: Path) -> None:
    language = prose.Language(seed)
    texts = list(prose.passages(language, documents, seed))
    long = [row for row, text in enumerate(texts) if len(text.split()) > 9]
    golds = Random(seed).sample(long, min(GOLDS, len(long) // 3))
    prose.with_twins(language, texts, golds, seed)
    megabytes = sum(map(len, texts)) / 1e6
    print(f"\n### {documents:,} documents, {len(texts):,} passages, {megabytes:.1f} MB of text\n")
    _head()
    for engine in engines:
        place = folder / engine
        place.mkdir()
        _store(place, texts)
        before = _size(place)
        started = time.process_time()
        ENGINES[engine].build(place, texts)
        rate = megabytes / (time.process_time() - started)
        most = MOST[engine] // len(texts) if engine in MOST else None
        sets = {
            "hard": prose.hard(language, texts, golds * 3, seed)[:most],
            "easy": prose.easy(language, texts, golds, seed)[: most and most // 5],
            "exact": prose.exact(texts, golds, seed),
        }
        (place / "queries.json").write_text(
            json.dumps({name: [(query.text, query.row + 1) for query in made] for name, made in sets.items()})
        )
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.finding", "--asked", engine, str(place)],
            capture_output=True,
            text=True,
            check=True,
        )
        _show(engine, json.loads(done.stdout), (_size(place) - before) / 1e6, rate)
        for file in place.rglob("*"):
            if file.is_file():
                file.unlink()


def _store(folder: Path, texts: Iterable[str]) -> None:
    with sqlite3.connect(folder / "passages.db") as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE passage (row INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        connection.executemany("INSERT INTO passage VALUES (?, ?)", enumerate(texts, 1))
    connection.close()


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _asked(engine: str, folder: Path) -> dict[str, Any]:
    """In a process of its own: how each set of queries went, and what memory it took."""
    sets: dict[str, list[tuple[str, int]]] = json.loads((folder / "queries.json").read_text())
    bare = _memory()
    opened = ENGINES[engine](folder)
    for text, _ in sets["exact"][:WARM_UP]:
        opened.find(text)
    found = {
        name: _timed(opened.stands if name == "exact" else opened.find, made) for name, made in sets.items()
    }
    return found | {"memory": _memory() - bare}


def _memory() -> float:
    """The most this process has held, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _timed(ask: Callable[[str], list[int]], queries: Sequence[tuple[str, int]]) -> dict[str, float]:
    times, ranks = [], []
    for text, row in queries:
        started = time.process_time()
        rows = ask(text)
        times.append(1_000 * (time.process_time() - started))
        ranks.append(rows.index(row) + 1 if row in rows else 0)
    times.sort()
    return {
        "first": statistics.mean(rank == 1 for rank in ranks),
        "mrr": statistics.mean(1 / rank if rank else 0 for rank in ranks),
        "p50": statistics.median(times),
        "p99": times[min(len(times) - 1, int(0.99 * len(times)))],
        "worst": times[-1],
    }


def _head() -> None:
    print("| engine | set | first | MRR | p50 ms | p99 ms | worst ms | memory MB | index MB | build MB/s |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")


def _show(engine: str, went: dict[str, Any], megabytes: float, rate: float) -> None:
    rest = (
        f"{went.pop('memory'):.0f} | {megabytes:.1f} | {rate:.1f}"
        if engine != "rapidfuzz"
        else f"{went.pop('memory'):.0f} | |"
    )
    for name, figures in went.items():
        times = " | ".join(f"{figures[key]:.2f}" for key in ("p50", "p99", "worst"))
        print(
            f"| {engine} | {name} | {figures['first']:.3f} | {figures['mrr']:.3f} | {times} | {rest} |",
            flush=True,
        )
        rest = "| |"


if __name__ == "__main__":
    sys.exit(main())
