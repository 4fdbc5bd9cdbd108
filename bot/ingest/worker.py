"""Reads one source in a process of its own, with little memory, little time and no secrets.

What members upload may be made to exhaust or to break its reader: then that process ends, and the bot goes
on. What comes back is taken apart only into this program's own value types.
"""

from __future__ import annotations

import asyncio
import importlib
import io
import os
import pickle
import sys
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from bot.errors import Unreadable
from bot.models import Reading

SECONDS = 60.0
"""Of a clock and of a processor, at most."""
MEMORY = 1 << 30
"""Bytes, at most."""

TOO_MUCH = "takes too long or too much memory to read; split it, or save it as plain text"
_GOOD, _BAD = b"+", b"-"


async def read_apart(name: str, data: bytes, document: str, *, seconds: float = SECONDS) -> Reading:
    """What stands in a source, read without packs under the id `document`. Raises Unreadable."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.ingest.worker", name, document,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PYTHONPATH": os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path), "PATH": os.defpath},
    )  # fmt: skip
    try:
        answer, _ = await asyncio.wait_for(process.communicate(data), seconds)
    except TimeoutError:
        raise Unreadable(name, TOO_MUCH) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if answer[:1] == _GOOD:
        return _read_back(answer[1:])
    raise Unreadable(name, answer[1:].decode(errors="replace") if answer[:1] == _BAD else TOO_MUCH)


def _read_back(answer: bytes) -> Reading:
    reading = _Values(io.BytesIO(answer)).load()
    assert isinstance(reading, Reading)
    return reading


class _Values(pickle.Unpickler):
    """Makes values of `bot` and nothing else, whatever the answer asks for."""

    def find_class(self, module: str, name: str) -> Any:
        found = getattr(importlib.import_module(module), name, None) if module == "bot.models" else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: the clock alone has to do
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(name: str, document: str) -> None:
    """In the process apart: the source comes on standard input, its reading goes to standard output."""
    _limit()
    from bot.ingest.read import read_source

    try:
        reading = read_source(name, sys.stdin.buffer.read(), document=document).reading
        answer = _GOOD + pickle.dumps(reading)
    except Unreadable as error:
        answer = _BAD + error.reason.encode()
    except (MemoryError, RecursionError):
        answer = _BAD + TOO_MUCH.encode()
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
