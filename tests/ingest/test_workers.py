"""Workers live on from source to source, are replaced after a fault, and give the readings in order."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import Unreadable
from bot.ingest.packs import load_packs
from bot.ingest.shapes import Understood
from bot.ingest.understand import read_source
from bot.ingest.worker import LARGEST, TOO_MUCH, Job, Worker, read_jobs

TEXT = b"The Ferry\n\nThe ferry goes at noon. Nobody has ever missed it twice.\n"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISCORD_TOKEN", "a-secret")
        worker = Worker()
        worker.ask(Job("ferry.txt", data=TEXT))
    yield worker
    worker.close()


def process_of(worker: Worker) -> int:
    assert worker._process is not None
    return worker._process.pid


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at another process's environment")
def test_a_worker_holds_no_secret(worker: Worker) -> None:
    assert b"a-secret" not in Path(f"/proc/{process_of(worker)}/environ").read_bytes()


def test_a_worker_lives_on_and_understands_as_this_process_does(worker: Worker) -> None:
    first = worker.ask(Job("ferry.txt", data=TEXT))
    process = process_of(worker)
    with pytest.raises(Unreadable):
        worker.ask(Job("empty.txt"))
    assert first == worker.ask(Job("ferry.txt", data=TEXT)) == read_source("ferry.txt", TEXT)
    assert process_of(worker) == process


def test_one_that_takes_too_long_is_given_up_and_replaced(worker: Worker) -> None:
    worker.ask(Job("ferry.txt", data=TEXT))
    process = process_of(worker)
    slow = b"She said he said they said. " * 40_000
    with pytest.raises(Unreadable) as caught:
        worker.ask(Job("slow.txt", data=slow), seconds=0.2)
    assert caught.value.reason == TOO_MUCH
    assert isinstance(worker.ask(Job("ferry.txt", data=TEXT)), Understood)
    assert process_of(worker) != process


def test_one_that_was_killed_is_replaced(worker: Worker) -> None:
    worker.ask(Job("ferry.txt", data=TEXT))
    os.kill(process_of(worker), signal.SIGKILL)
    assert worker._process is not None
    worker._process.wait()
    assert isinstance(worker.ask(Job("ferry.txt", data=TEXT)), Understood)


def test_readings_come_in_the_order_of_their_sources_and_faults_in_their_place(tmp_path: Path) -> None:
    jobs = []
    for number in range(8):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(TEXT * (8 - number) if number != 5 else b"")
        jobs.append(Job(path.name, path))
    found = list(read_jobs([*jobs, Job("gone.txt", tmp_path / "gone.txt")]))
    assert [one.reading.document.source_file for one in found if isinstance(one, Understood)] == [
        f"{number}.txt" for number in range(8) if number != 5
    ]
    assert isinstance(found[5], Unreadable) and isinstance(found[8], Unreadable)
    assert "cannot be opened" in found[8].reason


def test_what_a_pack_knows_goes_to_the_worker_and_comes_back(worker: Worker, tmp_path: Path) -> None:
    pack = tmp_path / "ferries"
    pack.mkdir()
    (pack / "pack.toml").write_text(
        'title = "Ferries"\n[[speakers]]\nid = "adler"\nname = "Ms. Adler"\naliases = ["A."]\n'
    )
    (pack / "ferry.md").write_text(
        "---\ndocument: ferry\ntitle: The Ferry\nauthors: [adler]\npublished: 2019\n---\n\nA guide.\n"
    )
    packs, problems = load_packs(tmp_path)
    assert not problems
    document = worker.ask(Job("ferry.txt", data=TEXT, packs=packs)).reading.document
    assert (document.id, document.pack, document.authors, document.guide) == (
        "ferry",
        "ferries",
        ("adler",),
        "A guide.",
    )


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    (found,) = read_jobs([Job("huge.txt", path)])
    assert isinstance(found, Unreadable) and "larger than 50 MB" in found.reason
