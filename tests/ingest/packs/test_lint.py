"""Every planted fault is found, in its file, on its line, with the nearest right value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.ingest.packs import lint, load_packs
from bot.models import Attribution, Passage, Problem

MODES = ("who-said", "who-argued", "when")


def passage(digits: str, speaker: str) -> Passage:
    return Passage(f"bridge#{digits}", "bridge", int(digits), 1, "…", ((0, 1),), speaker, Attribution.AUTHOR)


PASSAGES = (
    passage("000000000001", "ferryman"),
    passage("000000000002", "ferryman"),
    passage("000000000003", "mason"),
)


def problems_in(folder: Path) -> list[Problem]:
    packs, problems = load_packs(folder)
    return problems + lint(packs, PASSAGES, MODES)


def test_a_sound_pack_has_no_problems(pack_with: Callable[..., Path]) -> None:
    assert problems_in(pack_with()) == []


# what is exchanged -> what is said of it, and on which line of which file
FAULTS = [
    (
        "authors: [ferryman]",
        "authors: [feryman]",
        "bridge.md",
        4,
        "“feryman” whom pack.toml does not list: did you",
    ),
    (
        "topic: tolls\n    text: Whoever",
        "topic: toll\n    text: Whoever",
        "bridge.md",
        13,
        "“toll” that pack.toml",
    ),
    (
        "[bridge#000000000001]",
        "[bridge#000000000009]",
        "bridge.md",
        15,
        "names no passage of the source: did you",
    ),
    ("[bridge#000000000001]", "[]", "bridge.md", 11, "is a claim without evidence"),
    ("[bridge#000000000001]", "[tower#000000000001]", "bridge.md", 15, "keys of its own document"),
    ("[bridge#000000000001]", "[bridge#000000000003]", "bridge.md", 15, "is by mason"),
    ("id: bridge-free", "id: bridge-tolls", "bridge.md", 16, "uses the claim id “bridge-tolls” again"),
    ("2024-05-02", "2024-13-02", "bridge.md", 5, "wants a date such as"),
    ("end: 1891", "end: 1889", "bridge.md", 27, "ends (1889) before it starts (1890-06)"),
    (
        "precision: range",
        "precision: rangy",
        "bridge.md",
        28,
        "knows no precision “rangy”: did you mean “range”",
    ),
    (
        "kind: disagree",
        "kind: disagreee",
        "bridge.md",
        22,
        "knows no kind “disagreee”: did you mean “disagree”",
    ),
    (
        "[bridge-tolls, bridge-free]",
        "[bridge-tolls, bridge-fre]",
        "bridge.md",
        23,
        "“bridge-fre” that the pack",
    ),
    ("mode: who-argued", "mode: who-argue", "bridge.md", 34, "knows no quiz mode “who-argue”: did you mean"),
    ("text: The Baker", "text: The Mayor", "bridge.md", 33, "offers the same option twice"),
    (
        "      - {text: The Baker, reason: The Baker is silent.}\n",
        "",
        "bridge.md",
        33,
        "needs 3 wrong options",
    ),
    ("Who calls a paid", "Does the Mason call a paid", "bridge.md", 33, "gives the answer away"),
    ("https://example.org", "example.org", "bridge.md", 6, "wants a link that starts with https://"),
    ("published:", "publishd:", "bridge.md", 5, "“publishd”: did you mean “published”"),
    ("text: Whoever crosses should pay.", "text:", "bridge.md", 14, "needs “text”"),
    ("  - kind: disagree", "  - kind: [disagree", "bridge.md", None, "is not YAML here"),
    ("---\nThe letter", "The letter", "bridge.md", 1, "has no line --- that ends the front matter"),
    (
        "The letter argues that a bridge should be paid for by those who use it.",
        "",
        "bridge.md",
        None,
        "no reading",
    ),
    ('id = "mason"', 'id = "ferryman"', "pack.toml", 16, "has the speaker “ferryman” 2 times"),
    ('name = "The Mason"', 'name = "Ferryman"', "pack.toml", 17, "gives the name “Ferryman” to two speakers"),
    ('name = "Tolls"', 'name = "Tolls', "pack.toml", 6, "cannot be read"),
    ('name = "The Mason"', "", "pack.toml", None, "needs “name” in number 2 of [[speakers]]"),
]


@pytest.mark.parametrize(("old", "new", "file", "line", "said"), FAULTS, ids=[row[4] for row in FAULTS])
def test_a_planted_fault_is_found_on_its_line(
    pack_with: Callable[..., Path], old: str, new: str, file: str, line: int | None, said: str
) -> None:
    problems = problems_in(pack_with((old, new)))
    found = [problem for problem in problems if said in problem.what]
    assert found, problems
    assert Path(found[0].path).name == file
    if line is not None:
        assert found[0].line == line


def test_without_its_source_a_document_is_held_to_all_but_its_keys(pack_with: Callable[..., Path]) -> None:
    packs, problems = load_packs(pack_with(("[bridge#000000000001]", "[bridge#000000000009]")))
    assert problems + lint(packs, (), MODES) == []


def test_a_folder_without_pack_toml_is_said_to_be_no_pack(pack_with: Callable[..., Path]) -> None:
    folder = pack_with()
    (folder / "stray").mkdir()
    packs, problems = load_packs(folder)
    assert [pack.id for pack in packs] == ["bridges"]
    assert "is no pack" in problems[0].what
