"""Reads sources in processes of their own, with little memory, little time and no secrets.

A source may be made to exhaust or to break its reader: then that process ends, another takes its place, and
the bot goes on. What comes back is taken apart only into this program's own value types.
"""

from __future__ import annotations

import asyncio
import atexit
import importlib
import io
import os
import pickle
import select
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, is_dataclass
from enum import Enum
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Timer
from time import monotonic
from typing import IO, Any

from bot.errors import Unreadable
from bot.ingest.packs import Pack
from bot.ingest.packs.located import Word
from bot.ingest.shapes import Understood
from bot.models import Reading

SECONDS = 60.0
"""For one source, at most."""
MEMORY = 1 << 30
"""Bytes, at most."""
LARGEST = 50_000_000
"""Bytes of a source, at most."""
JOBS = 200
"""After so many a worker gives way to a fresh one: what a library leaks does not add up."""
IDLE = 20.0
"""Seconds without a job after which a worker ends."""

STOPPED = "was not read: the load was stopped"
BROKEN = "trips its reader; please report this, with the file if you may"
TOO_MUCH = "takes too long or too much memory to read; split it, or save it as plain text"


@dataclass(frozen=True, slots=True)
class Job:
    """A source to read: a file, or bytes at hand. `document`: the id it has, if it has one already."""

    name: str
    path: Path | None = None
    data: bytes = b""
    document: str | None = None
    packs: Sequence[Pack] = ()


Readers = Callable[[Sequence[Job]], Iterator[Understood | Unreadable]]
"""What reads sources, in their order; an Unreadable stands in the place of one that cannot be read."""


class Worker:
    """One process, started when it is first asked, and again after a fault."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._jobs = 0
        self._asked = 0.0  # when last, on the monotonic clock

    def ask(self, job: Job, seconds: float = SECONDS) -> Understood:
        """Raises Unreadable, also where the process comes to grief."""
        process = self._living()
        assert process.stdin and process.stdout
        clock = Timer(seconds, process.kill)
        clock.start()
        try:
            _send(process.stdin, pickle.dumps(job))
            answer = _Values(io.BytesIO(_receive(process.stdout))).load()
        except (OSError, EOFError):
            self.close()
            raise Unreadable(job.name, TOO_MUCH) from None
        except pickle.UnpicklingError as error:
            self.close()
            raise Unreadable(job.name, f"{BROKEN} (answer: {error})") from None
        finally:
            clock.cancel()
        if isinstance(answer, str):
            raise Unreadable(job.name, answer)
        return Understood(*answer)

    def close(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._process = None

    def kill(self) -> None:
        """From another thread; whoever waits for an answer is told that there will be none."""
        if process := self._process:
            process.kill()

    def _living(self) -> subprocess.Popen[bytes]:
        # one that may be about to end by itself is not asked any more
        spent = self._jobs >= JOBS or monotonic() - self._asked > IDLE / 2
        if self._process and (spent or self._process.poll() is not None):
            self.close()
        if self._process is None:
            self._process, self._jobs = _start(), 0
        self._jobs += 1
        self._asked = monotonic()
        return self._process


def _start() -> subprocess.Popen[bytes]:
    path = os.pathsep.join(filter(None, (str(Path.cwd()), *sys.path)))
    return subprocess.Popen(
        [sys.executable, "-m", "bot.ingest.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": path, "PATH": os.defpath, "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")},
    )


class Workers:
    """Workers that live on from one load to the next, and read several sources at a time."""

    def __init__(self) -> None:
        self._at_leisure: SimpleQueue[Worker] = SimpleQueue()
        self._all: set[Worker] = set()
        self._stops: set[Event] = set()  # one for each reading that is under way

    def read(self, jobs: Sequence[Job]) -> Iterator[Understood | Unreadable]:
        """The sources in their order. One processor is left to the bot."""
        stop = Event()
        self._stops.add(stop)
        try:
            with ThreadPoolExecutor(max((os.cpu_count() or 1) - 1, 1)) as pool:
                yield from pool.map(lambda job: self._attempt(job, stop), jobs)
        finally:
            self._stops.discard(stop)

    def _attempt(self, job: Job, stop: Event) -> Understood | Unreadable:
        if stop.is_set():
            return Unreadable(job.name, STOPPED)
        try:
            worker = self._at_leisure.get_nowait()
        except Empty:
            worker = Worker()
            self._all.add(worker)
        try:
            return worker.ask(job)
        except Unreadable as error:
            return error
        finally:
            self._at_leisure.put(worker)

    def dismiss(self) -> None:
        """Ends every process; a reading that is under way comes to its end at once, with nothing more read."""
        for stop in list(self._stops):
            stop.set()
        for worker in list(self._all):
            worker.kill()


workers = Workers()
read_jobs: Readers = workers.read
atexit.register(workers.dismiss)


async def read_apart(name: str, data: bytes, document: str, *, seconds: float = SECONDS) -> Reading:
    """What stands in a source, read without packs under the id `document`, in a process for it alone.

    What one member uploads must not meet what another does, not even in a worker that it has broken into.
    Raises Unreadable.
    """
    worker = Worker()
    job = Job(name, data=data, document=document)
    try:
        return (await asyncio.to_thread(worker.ask, job, seconds)).reading
    finally:
        worker.close()


class _Values(pickle.Unpickler):
    """Makes values of `bot` and nothing else, whatever the answer asks for."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (Word.__module__, Word.__qualname__):
            return Word  # a pack's text, which knows its line
        found = getattr(importlib.import_module(module), name, None) if module == "bot.models" else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(struct.pack(">Q", len(message)) + message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    """Raises EOFError where the other side has ended."""
    (size,) = struct.unpack(">Q", _exactly(pipe, 8))
    return _exactly(pipe, size)


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    parts = []
    while size:
        part = pipe.read(size)
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def main() -> None:
    """In the process apart: jobs come on standard input, what was understood goes to standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    _limit()
    jobs = os.fdopen(os.dup(0), "rb", buffering=0)
    while job := _next(jobs):
        _send(answers, pickle.dumps(_answer(job)))


def _answer(job: Job) -> tuple[Reading, str, bool] | str:
    """What `Understood` is made of, or why there is none."""
    from bot.ingest.understand import read_source

    try:
        data = _bytes_of(job.path) if job.path else job.data
        found = read_source(job.name, data, packs=job.packs, document=job.document)
        return found.reading, found.folded, found.certain
    except Unreadable as error:
        return error.reason
    except (MemoryError, RecursionError):
        return TOO_MUCH
    except OSError as error:
        return f"cannot be opened: {error.strerror}"
    except Exception as error:
        return f"{BROKEN} ({type(error).__name__}: {error})"


def _bytes_of(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise Unreadable(path.name, f"is larger than {LARGEST // 1_000_000} MB; split it")
    return path.read_bytes()


def _next(jobs: IO[bytes]) -> Job | None:
    """Waits for a job; None when there is none for long, or nobody is left to send one."""
    if os.name == "posix" and not select.select([jobs], [], [], IDLE)[0]:
        return None
    try:
        job: Job = pickle.loads(_receive(jobs))
        return job
    except EOFError:
        return None


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: the clock alone has to do
        return
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # macOS knows them and refuses some
            resource.setrlimit(limit, (most, most))
    os.nice(5)


if __name__ == "__main__":
    main()
