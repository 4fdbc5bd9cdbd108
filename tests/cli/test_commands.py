"""What every command keeps to: exit codes, data on standard output, words on standard error, help."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from tests.cli.conftest import Command

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(bot: Command, command: str) -> None:
    answer = bot(command, "--help")
    assert answer.code == 0
    assert COMMANDS[command].help[1:] in " ".join(answer.out.split()) or command == "restore"


@pytest.mark.parametrize("command", COMMANDS)
def test_wrong_usage_ends_with_2(bot: Command, command: str) -> None:
    assert bot(command, "--no-such-option").code == 2


def test_an_unknown_command_ends_with_2_and_names_those_there_are(bot: Command) -> None:
    answer = bot("fly")
    assert answer.code == 2
    assert all(command in answer.err for command in COMMANDS)


@pytest.mark.parametrize("words", [["find", "x"], ["verify", "x"], ["export"], ["keys", "x"]])
def test_where_nothing_is_loaded_it_says_how_to_load(bot: Command, words: list[str]) -> None:
    answer = bot(*words)
    assert (answer.code, answer.out) == (1, "")
    assert "python -m bot load" in answer.err


def test_where_there_are_no_packs_fetch_says_where_they_go(bot: Command, data: Path) -> None:
    answer = bot("fetch")
    assert (answer.code, answer.out) == (1, "")
    assert str(data / "packs") in answer.err


def test_an_unknown_name_is_answered_with_what_helps_on_a_terminal(bot: Command, lamps: Path) -> None:
    bot("load", lamps)
    for words in (
        ["keys", "nowhere"],
        ["export", "--document", "nowhere"],
        ["find", "x", "--speaker", "nobody"],
    ):
        answer = bot(*words)
        assert (answer.code, answer.out) == (1, "")
        assert "python -m bot export" in answer.err


@pytest.mark.parametrize("limit", ["0", "101", "-1", "many", "9" * 5_000])
def test_a_wrong_limit_is_answered_with_the_right_ones(bot: Command, limit: str) -> None:
    answer = bot("find", f"--limit={limit}", "x")
    assert answer.code == 2
    assert "from 1 to 100" in answer.err


def test_a_mistyped_setting_ends_with_2(bot: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    answer = bot("export")
    assert answer.code == 2
    assert answer.complaints[0].startswith("LOG_LEVEL must be")


@pytest.mark.parametrize("token", ["", "not-a-token", "123456789012345678"])
@pytest.mark.parametrize("words", [[], ["run"]])
def test_the_bot_does_not_start_without_a_token(
    bot: Command, data: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], token: str
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", token)
    answer = bot(*words)
    assert answer.code == 2
    (complaint,) = answer.complaints
    assert complaint.startswith("DISCORD_TOKEN")
    assert not token or token not in complaint
    assert not data.exists(), "nothing was begun"


def test_the_bot_does_not_start_on_a_disk_that_forgets(bot: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DYNO", "worker.1")
    answer = bot("run")
    assert answer.code == 2
    assert "ALLOW_EPHEMERAL_DISK=yes" in answer.err
    monkeypatch.setenv("ALLOW_EPHEMERAL_DISK", "yes")
    assert "DISCORD_TOKEN" in bot("run").err


def test_the_bot_does_not_start_on_a_state_it_cannot_trust(
    bot: Command, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "MTIzNDU2Nzg5MDEyMzQ1Njc4.GAbCdE." + "x1_-" * 9)
    data.mkdir()
    (data / "state.db").write_bytes(b"only words " * 900)
    answer = bot("run")
    assert answer.code == 1
    (complaint,) = answer.complaints
    assert "damaged" in complaint and "restore" in complaint


def test_keys_are_those_of_the_export(bot: Command, lamps: Path) -> None:
    bot("load", lamps)
    keys = bot("keys", "the lamps", "a habit")
    (line,) = keys.out.splitlines()
    exported = [json.loads(line) for line in bot("export").out.splitlines()]
    (passage,) = [one for one in exported if one["type"] == "passage" and "a habit" in one["text"]]
    assert passage["id"] in line
    assert bot("keys", "the lamps", "no such words").code == 1
    assert bot("keys", "no such document").code == 1


def test_check_names_file_and_line_and_changes_nothing(bot: Command, data: Path, tmp_path: Path) -> None:
    pack = data / "packs" / "small"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text('title = "Small"\n')
    (pack / "tides.md").write_text(
        "---\ndocument: tides\ntitle: The Tides\nauthors: [nobody]\n---\n\nA guide to the tides.\n"
    )
    answer = bot("check")
    assert answer.code == 1
    (complaint,) = answer.complaints
    assert complaint.startswith(f"{pack / 'tides.md'}:4: ")
    assert {path.name for path in data.iterdir()} == {"packs"}
    (tmp_path / "empty.txt").write_text("")
    assert "empty.txt" in bot("check", tmp_path / "empty.txt").complaints[0]
    assert bot("check", pack).complaints == [complaint]


def test_check_finds_nothing_where_nothing_is_wrong(bot: Command, lamps: Path) -> None:
    assert bot("check", lamps).code == 0


def test_backup_and_restore(bot: Command, lamps: Path, data: Path, tmp_path: Path) -> None:
    bot("load", lamps)
    assert bot("backup", tmp_path / "copy.db").code == 0
    assert bot("backup", tmp_path / "copy.db").code == 1
    assert bot("restore", lamps).code == 1
    (data / "state.db").unlink()
    assert bot("restore", tmp_path / "copy.db").code == 0
    assert (data / "state.db").exists()


def test_the_doctor_tells_each_fault_and_its_cure(bot: Command, lamps: Path, data: Path) -> None:
    bot("load", lamps)
    answer = bot("doctor")
    assert answer.code == 1
    faults = [line for line in answer.out.splitlines() if line.startswith("FAULT")]
    assert [line.split(":")[0] for line in faults] == ["FAULT  token"]
    (data / "sources" / "lamps.txt").write_text("Another text stands here.")
    assert "lamps.txt has changed" in bot("doctor").out


@pytest.mark.parametrize("command", ["find", "verify", "export", "keys"])
def test_commands_that_only_read_start_fast_without_discord_and_the_state(command: str) -> None:
    heavy = ("discord", "sqlalchemy", "alembic", "rich")
    program = f"import sys, bot.cli.{command}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
