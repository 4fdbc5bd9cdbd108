"""`load`: what is good comes in whole, what is bad is one line, and the old corpus stays until then."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.test_app import LAMPS


def test_documents_come_in_and_are_reported(bot: Command, lamps: Path, tides: Path, data: Path) -> None:
    answer = bot("load", lamps, tides)
    assert (answer.code, answer.err) == (0, "")
    assert "The Lamps of Our Street" in answer.out
    assert "tides.txt · by " in answer.out
    assert "Documents: 2 new, 0 changed, 0 gone." in answer.out
    assert len(list(data.glob("corpus-*.db"))) == 1
    assert (data / "sources" / "lamps.txt").read_text() == LAMPS


def test_the_report_for_programs_says_the_same(bot: Command, lamps: Path) -> None:
    lines = [json.loads(line) for line in bot("load", "--json", lamps, "gone.txt").out.splitlines()]
    document, corpus = lines
    assert (document["type"], document["id"]) == ("document", "the-lamps-of-our-street")
    assert document["passages"] == document["sure"] + document["unsure"]
    assert sum(speaker["passages"] for speaker in document["speakers"]) == document["passages"]
    assert corpus["new"] == ["the-lamps-of-our-street"]


def test_a_second_load_without_paths_reads_what_is_there(bot: Command, lamps: Path) -> None:
    bot("load", lamps)
    answer = bot("load")
    assert answer.code == 0
    assert "Documents: 0 new, 0 changed, 0 gone." in answer.out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("picture.txt", bytes(range(256)) * 40, ""),
        ("archive.xyz", b"some words", "kind"),
        (".hidden.txt", b"some words", "dot"),
    ],
)
def test_a_bad_file_is_one_line_and_the_others_come_in(
    bot: Command, lamps: Path, tmp_path: Path, data: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    answer = bot("load", tmp_path / name, lamps)
    assert answer.code == 1
    (complaint,) = answer.complaints
    assert name in complaint and said in complaint
    assert "The Lamps of Our Street" in answer.out
    assert sorted(path.name for path in (data / "sources").glob("*.*") if path.is_file()) == ["lamps.txt"]


def test_a_missing_file_and_a_folder_are_a_line_each(bot: Command, lamps: Path, tmp_path: Path) -> None:
    answer = bot("load", tmp_path / "gone.txt", tmp_path, lamps)
    assert answer.code == 1
    assert [line.rsplit(": ")[-1] for line in answer.complaints] == [
        "there is no such file",
        "is a folder; name the files in it",
    ]


def test_a_huge_file_is_refused_before_it_is_read(bot: Command, tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(60_000_000)
    answer = bot("load", tmp_path / "huge.txt")
    assert answer.code == 1
    (complaint,) = answer.complaints
    assert "larger than 50 MB" in complaint


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_one_line(bot: Command, lamps: Path) -> None:
    lamps.chmod(0)
    answer = bot("load", lamps)
    assert answer.code == 1
    assert "give me the right to" in answer.err


def test_the_same_text_under_two_names_is_read_once(
    bot: Command, lamps: Path, tmp_path: Path, data: Path
) -> None:
    bot("load", lamps)
    copy = tmp_path / "another name.txt"
    copy.write_text(LAMPS.replace("\n", "\r\n"))
    answer = bot("load", copy)
    assert answer.code == 1
    (complaint,) = answer.complaints
    assert complaint.startswith("another name.txt: ") and "lamps.txt" in complaint
    assert [path.name for path in (data / "sources").glob("*.txt")] == ["lamps.txt"]


def test_another_content_needs_replace_to_take_a_name(bot: Command, lamps: Path, data: Path) -> None:
    bot("load", lamps)
    assert bot("load", lamps).code == 0, "the same file again is no matter"
    lamps.write_text(LAMPS + "\nOne more line stands here now.\n")
    refused = bot("load", lamps)
    assert refused.code == 1
    assert "--replace" in refused.err
    assert (data / "sources" / "lamps.txt").read_text() == LAMPS
    replaced = bot("load", "--replace", lamps)
    assert replaced.code == 0
    assert "1 changed" in replaced.out
    assert "One more line" in bot("find", "one more line stands here").out


def test_what_is_deleted_from_the_sources_is_gone(bot: Command, lamps: Path, tides: Path, data: Path) -> None:
    bot("load", lamps, tides)
    (data / "sources" / "lamps.txt").unlink()
    assert "1 gone" in bot("load").out
    assert "Lamps" not in bot("export").out


def test_without_packs_their_knowledge_is_left_out(bot: Command, data: Path) -> None:
    pack = data / "packs" / "small"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text('title = "Small"\n')
    (pack / "tides.md").write_text("---\ndocument: tides\ntitle: The Tides\n---\n\nA guide to the tides.\n")
    assert "only the pack's guide" in bot("load").out
    assert "The Tides" not in bot("load", "--no-packs").out


def test_another_programs_database_is_left_alone(bot: Command, lamps: Path, data: Path) -> None:
    import sqlite3

    data.mkdir()
    connection = sqlite3.connect(data / "state.db")
    connection.executescript("CREATE TABLE recipe (name)")
    connection.close()
    before = (data / "state.db").read_bytes()
    answer = bot("load", lamps)
    assert answer.code == 1
    (complaint,) = answer.complaints
    assert "another program's database" in complaint
    assert (data / "state.db").read_bytes() == before


def test_a_data_folder_that_cannot_be_is_one_line(bot: Command, lamps: Path, data: Path) -> None:
    data.write_text("a file, not a folder")
    answer = bot("load", lamps)
    assert answer.code == 1
    (complaint,) = answer.complaints
    assert "cannot be written to" in complaint


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal there")
def test_ctrl_c_ends_a_load_at_once_and_leaves_nothing(tmp_path: Path, data: Path) -> None:
    slow = tmp_path / "slow.txt"
    slow.write_text("The mayor said that the baker said that the lamps burn. " * 60_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "load", slow],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
        stderr=subprocess.PIPE,
    )
    while not (data / "sources" / ".incoming" / "slow.txt").exists():
        time.sleep(0.05)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=10)
    assert (process.returncode, said) == (130, b"")
    assert not list(data.glob("corpus-*"))
    assert not (data / "sources" / "slow.txt").exists()
