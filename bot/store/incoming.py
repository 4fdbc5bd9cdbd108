"""Files on their way into the folder of sources: staged where no load sees them, moved in when read."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from bot.models import Problem
from bot.store.files import sync_folder, write_whole, writing

STAGING = ".incoming"


def stage(
    paths: Iterable[Path], folder: Path, *, largest: int, replace: bool = False
) -> tuple[dict[str, Path], list[Problem]]:
    """Name -> staged copy, and a problem for each path that cannot come in. Raises BadStore on a bad disk.

    What is in the folder already, byte for byte, needs no staging. Without `replace`, another file does not
    take the place of one that is there. `largest`: bytes that a source may have.
    """
    staged: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            if path.stat().st_size > largest:
                problems.append(Problem(str(path), f"is larger than {largest // 1_000_000} MB; split it"))
                continue
            data = path.read_bytes()
        except OSError as error:
            problems.append(Problem(str(path), _why(path, error)))
            continue
        if path.name.startswith("."):
            problems.append(Problem(str(path), "begins with a dot, which hides it; rename it"))
            continue
        with writing(folder):
            there = staged.get(path.name, folder / path.name)
            same = there.read_bytes() == data if there.is_file() else None
        if same is None or (same is False and replace and path.name not in staged):
            staged[path.name] = folder / STAGING / path.name
            write_whole(staged[path.name], data)
        elif not same:
            what = "another file of this name is in the library; use --replace, or rename it"
            problems.append(Problem(str(path), what))
    return staged, problems


def settle(staged: Mapping[str, Path], good: Container[str], folder: Path) -> None:
    """Moves the good ones into the folder and drops the others. Raises BadStore on a bad disk."""
    with writing(folder):
        for name, path in staged.items():
            if name in good:
                path.replace(folder / name)
            else:
                path.unlink(missing_ok=True)
        if staged:
            sync_folder(folder)


def _why(path: Path, error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case IsADirectoryError():
            return "is a folder; name the files in it"
        case PermissionError():
            return "cannot be read; give me the right to"
        case _:
            return f"cannot be read: {error.strerror}"
