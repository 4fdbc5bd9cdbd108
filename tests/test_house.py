"""Holds the house to its rules: what is offered is documented, errors are explained, the words are ours."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import config, errors
from bot.cli import COMMANDS
from bot.errors import ColloquyError, explain

ROOT = Path(__file__).resolve().parents[1]
CODE = [
    path
    for folder in ("bot", "cogs")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.stat().st_size
]
SOURCES = ROOT.parent / "shared" / "corpus"
RUN = 10
"""Words in a row that a text of ours may not share with a source that is not ours."""


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_says_in_its_first_lines_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_every_setting_stands_in_the_example_with_a_line_on_it() -> None:
    example = read(".env.example").splitlines()
    settings = {line.partition("=")[0] for line in example if re.match(r"[A-Z_]+=", line)}
    asked = set(re.findall(r'"([A-Z]{2,}(?:_[A-Z]+)+)"', inspect.getsource(config)))
    assert settings == {name for name in asked if name not in config.FORGETFUL}
    for number, line in enumerate(example):
        if re.match(r"[A-Z_]+=", line):
            assert example[number - 1].startswith("# "), line


def kinds_of_errors() -> list[type[ColloquyError]]:
    return [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind.__base__ is ColloquyError]


@pytest.mark.parametrize("kind", kinds_of_errors(), ids=lambda kind: kind.__name__)
def test_every_error_is_explained_in_a_sentence(kind: type[ColloquyError]) -> None:
    error = kind(*(_sample(field) for field in getattr(kind, "__dataclass_fields__", {}).values()))
    words = explain(error)
    assert words[-1] in ".!?)"
    assert words != str(error)


def _sample(field: Any) -> Any:
    samples = {"int": 3, "float": 3.0, "tuple[str, ...]": ("One.", "Two."), "Path": Path("a.txt")}
    if str(field.type) == "Fault":
        return next(iter(errors.Fault))
    return samples.get(str(field.type), "a name")


def slash_commands(tree: Any) -> Iterator[tuple[str, Any]]:
    for command in tree.walk_commands():
        if not hasattr(command, "commands"):
            yield command.qualified_name, command


async def test_every_command_is_described_and_in_the_readme(bot: Any) -> None:
    readme = read("README.md")
    for name, command in slash_commands(bot.tree):
        assert 0 < len(command.description) <= 100, name
        assert f"/{name}" in readme, name
        for option in command.parameters:
            assert option.description not in ("", "…"), f"{name} {option.name}"


async def test_no_command_is_longer_than_discord_allows(bot: Any) -> None:
    """Names, descriptions and values of one command together, 8,000 characters at most."""

    def length(node: Any) -> int:
        if isinstance(node, dict):
            own = sum(
                len(str(node.get(name) or "")) for name in ("name", "description", "value") if name in node
            )
            return own + sum(length(value) for value in node.values() if isinstance(value, list | dict))
        return sum(map(length, node)) if isinstance(node, list) else 0

    for command in bot.tree.get_commands():
        assert length(command.to_dict(bot.tree)) <= 8000, command.name


def test_every_command_of_the_command_line_is_in_the_readme() -> None:
    readme = read("README.md")
    for name in COMMANDS:
        assert f"`{name}" in readme, name


def test_every_library_is_justified() -> None:
    table = read("CONTRIBUTING.md").casefold()
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for requirement in wanted:
        name = re.split(r"[~=<>\[ ]", requirement)[0].casefold()
        assert name.removeprefix("types-") in table, name


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold())


def runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the sources are not beside this checkout")
def test_no_sentence_of_a_source_stands_in_the_repository() -> None:
    theirs: set[tuple[str, ...]] = set()
    for source in SOURCES.glob("*.txt"):
        theirs.update(runs(words_of(source.read_text("utf-8", "replace"))))
    assert theirs
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data[:4096]:
            shared = next(
                (run for run in runs(words_of(data.decode("utf-8", "replace"))) if run in theirs), None
            )
            assert shared is None, f"{path.relative_to(ROOT)}: {' '.join(shared or ())}"
