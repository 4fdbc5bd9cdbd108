"""Settings: from the environment, then `.env`; each problem a line of its own; the token in none of them."""

from pathlib import Path

import pytest

from bot.config import Config, read_config, token_problem
from bot.errors import BadSettings, explain

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GAbCdE." + "x1_-" * 9


def test_an_empty_environment_gives_the_defaults(tmp_path: Path) -> None:
    assert read_config({}, tmp_path / ".env") == Config(
        data_dir=Path("data"), database_url="sqlite+aiosqlite:///data/state.db"
    )


def test_the_environment_counts_before_the_file_and_an_empty_value_is_none(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DATA_DIR=/here\nLOG_LEVEL=debug\nDEV_GUILD_ID=\n")
    config = read_config({"DATA_DIR": "/there", "LOG_LEVEL": ""}, tmp_path / ".env")
    assert (config.data_dir, config.log_level, config.dev_guild_id) == (Path("/there"), "DEBUG", None)


def test_the_database_file_lies_in_the_data_folder_unless_told() -> None:
    assert read_config({"DATA_DIR": "/d"}, Path("none")).state_file == Path("/d/state.db")
    there = read_config({"DATABASE_URL": "sqlite+aiosqlite:////s/own.db"}, Path("none"))
    assert there.state_file == Path("/s/own.db")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DEV_GUILD_ID", "my server", "DEV_GUILD_ID must be a server's id"),
        ("DISCORD_API_URL", "localhost:8080", "DISCORD_API_URL must be an address"),
        ("ALLOW_EPHEMERAL_DISK", "maybe", "ALLOW_EPHEMERAL_DISK must be yes or no"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL must be one of DEBUG"),
        ("LOG_FORMAT", "xml", "LOG_FORMAT must be one of text, json"),
        ("DATABASE_URL", "mysql://me:secret@host/db", "DATABASE_URL must be sqlite+aiosqlite:///"),
    ],
)
def test_a_mistyped_setting_is_one_clear_line(name: str, value: str, said: str) -> None:
    with pytest.raises(BadSettings) as caught:
        read_config({name: value}, Path("none"))
    (line,) = caught.value.problems
    assert line.startswith(said)
    assert "secret" not in line


def test_all_problems_come_at_once() -> None:
    with pytest.raises(BadSettings) as caught:
        read_config({"LOG_LEVEL": "loud", "LOG_FORMAT": "xml"}, Path("none"))
    assert len(explain(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    "token",
    [
        None,
        "",
        "put-your-token-here",
        "123456789012345678",  # the application's id
        "Bot " + TOKEN,
        f'"{TOKEN}"',
        "aB3" * 11,  # the client secret
    ],
)
def test_what_cannot_be_a_token_is_said_without_showing_it(token: str | None) -> None:
    said = token_problem(token)
    assert said is not None and "\n" not in said
    assert not token or token not in said


def test_a_token_is_in_neither_repr_nor_problem() -> None:
    config = read_config({"DISCORD_TOKEN": f" {TOKEN}\n"}, Path("none"))
    assert config.bot_token() == TOKEN
    assert TOKEN not in repr(config)


def test_a_settings_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00DATA")
    with pytest.raises(BadSettings):
        read_config({}, tmp_path / ".env")


def test_every_setting_stands_in_the_example_with_a_word_on_it() -> None:
    example = (Path(__file__).parent.parent / ".env.example").read_text()
    source = Path(read_config.__code__.co_filename).read_text()
    for line in example.splitlines():
        name, equals, _ = line.partition("=")
        if equals and not line.startswith("#"):
            assert f'"{name}"' in source
    for name in ("DISCORD_TOKEN", "DATA_DIR", "DATABASE_URL", "DEV_GUILD_ID", "DISCORD_API_URL"):
        assert f"\n{name}=" in example
    assert read_config({}, Path(__file__).parent.parent / ".env.example").data_dir == Path("data")


def test_a_host_that_forgets_its_disk_is_known_by_what_it_sets() -> None:
    assert read_config({"DYNO": "worker.1"}, Path("none")).forgetful_host == "Heroku"
    assert read_config({}, Path("none")).forgetful_host is None
