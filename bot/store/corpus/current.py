"""Which corpus of a folder is the current one: a small file names it, and the one before it for an undo."""

from __future__ import annotations

from pathlib import Path

from bot.store.corpus.reader import Corpus
from bot.store.files import write_whole, writing

POINTER = "corpus.current"
CORPORA = "corpus-*.db"
UNFINISHED = "corpus-*.building"


def current(folder: Path) -> Path | None:
    """The current corpus; where the pointer is lost, the newest. None where nothing was ever loaded."""
    named = _named(folder)
    if named:
        return named[0]
    whole = sorted(folder.glob(CORPORA), key=lambda path: path.stat().st_mtime)
    return whole[-1] if whole else None


def previous(folder: Path) -> Path | None:
    """The corpus before the current one, as long as it is there."""
    return next(iter(_named(folder)[1:]), None)


async def open_current(folder: Path) -> Corpus | None:
    """Raises BadStore where this version cannot read it."""
    path = current(folder)
    return await Corpus.open(path) if path else None


def take_in(folder: Path, path: Path) -> Path:
    """Moves a corpus that was built elsewhere into the folder; returns its new path. Raises BadStore."""
    with writing(folder):
        return path.replace(folder / path.name)


def make_current(folder: Path, path: Path) -> None:
    """From here on `path` is current and what was so is kept for an undo; all others go. Raises BadStore.

    Whoever still reads one of those keeps reading: an open file outlives its name.
    """
    before = current(folder)
    if before == path:
        before = previous(folder)
    kept = [path] if before is None else [path, before]
    write_whole(folder / POINTER, "".join(f"{one.name}\n" for one in kept).encode())
    for other in {*folder.glob(CORPORA), *folder.glob(UNFINISHED)} - set(kept):
        _remove(other)


def _named(folder: Path) -> list[Path]:
    try:
        names = (folder / POINTER).read_text("utf-8").split()
    except (OSError, UnicodeDecodeError):
        return []
    paths = [folder / name for name in names if "/" not in name and "\\" not in name]
    return [path for path in paths if path.is_file()]


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # Windows keeps a file that is open; the next load removes it
        return
