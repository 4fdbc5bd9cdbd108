"""Files come into the folder of sources only when they were read, and never over another by accident."""

from pathlib import Path

import pytest

from bot.store.incoming import settle, stage


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "there.txt").write_text("what is there")
    return tmp_path / "sources"


def given(folder: Path, name: str, content: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(content)
    return folder / name


def test_what_is_staged_comes_in_when_it_is_good(sources: Path, tmp_path: Path) -> None:
    paths = [given(tmp_path / "from", name, name) for name in ("good.txt", "bad.txt")]
    staged, problems = stage(paths, sources, largest=99)
    assert not problems
    assert {path.name for path in sources.iterdir()} == {"there.txt", ".incoming"}
    settle(staged, {"good.txt"}, sources)
    assert {path.name for path in sources.rglob("*.txt")} == {"there.txt", "good.txt"}


def test_another_content_comes_in_only_where_that_is_wanted(sources: Path, tmp_path: Path) -> None:
    path = given(tmp_path / "from", "there.txt", "something else")
    staged, (problem,) = stage([path], sources, largest=99)
    assert not staged and "--replace" in problem.what
    staged, problems = stage([path], sources, largest=99, replace=True)
    settle(staged, staged, sources)
    assert not problems and (sources / "there.txt").read_text() == "something else"


def test_the_same_content_needs_no_staging(sources: Path, tmp_path: Path) -> None:
    path = given(tmp_path / "from", "there.txt", "what is there")
    assert stage([path], sources, largest=99) == ({}, [])
    assert stage([path], sources, largest=99, replace=True) == ({}, [])


def test_two_files_of_one_name_do_not_both_come_in_not_even_with_replace(
    sources: Path, tmp_path: Path
) -> None:
    paths = [given(tmp_path / folder, "new.txt", folder) for folder in ("a", "b")]
    staged, (problem,) = stage(paths, sources, largest=99, replace=True)
    assert staged["new.txt"].read_text() == "a"
    assert problem.path == str(paths[1])


def test_what_is_too_large_or_hidden_or_gone_is_a_problem_each(sources: Path, tmp_path: Path) -> None:
    paths = [
        given(tmp_path / "from", "large.txt", "x" * 100),
        given(tmp_path / "from", ".hidden.txt", "x"),
        tmp_path / "gone.txt",
        tmp_path,
    ]
    staged, problems = stage(paths, sources, largest=99)
    assert not staged
    assert [problem.path for problem in problems] == [str(path) for path in paths]
