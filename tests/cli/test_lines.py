"""`find` and `verify` as programs use them: a line in, a line out at once, for as long as somebody asks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

ROOT = Path(__file__).parent.parent.parent
MATCH = {"passage", "document", "speaker", "text", "score"}
VERDICT = {"id", "verdict", "occurrences", "passage", "document", "speaker", "text", "score", "differences"}
HABIT = "A light that nobody uses is a habit."

Ask = Callable[[str], Any]


@contextmanager
def alive(command: str) -> Iterator[Ask]:
    """A process that answers; it must still be well at the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", command, "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdin and process.stdout

    def ask(line: str) -> Any:
        assert process.stdin and process.stdout
        process.stdin.write(line + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    with process:
        yield ask
        process.stdin.close()
        assert process.wait(10) == 0


@pytest.fixture
def loaded(bot: Command, lamps: Path, tides: Path) -> Command:
    assert bot("load", lamps, tides).code == 0
    return bot


def test_find_answers_line_by_line_and_outlives_bad_lines(loaded: Command) -> None:
    with alive("find") as ask:
        found = ask(json.dumps({"id": "a", "text": "a light nobody uses is habit", "limit": 1}))
        assert found["id"] == "a"
        (match,) = found["matches"]
        assert set(match) == MATCH
        assert match["text"] == HABIT
        for bad in (
            "nonsense",
            "[1]",
            "7",
            '{"id": 1, "text": 7}',
            '{"id": 1, "text": "x", "limit": 0}',
            "[" * 9999,
        ):
            answer = ask(bad)
            assert answer["matches"] == [] and answer["error"], bad
        assert ask('{"id": 2, "speaker": "nobody at all"}')["error"].startswith("I know no speaker")
        assert ask('{"id": 3, "text": "\\\\ud800 \\\\u0000 \\" AND NEAR("}')["id"] == 3
        only = ask('{"id": 4, "text": "the harbour", "document": "the tide tables"}')
        assert {match["document"] for match in only["matches"]} == {"the-tide-tables"}
        # an id comes back as it went, whatever it is
        assert ask('{"id": {"n": [1]}, "text": "zzz"}') == {"id": {"n": [1]}, "matches": []}


def test_verify_answers_line_by_line_and_outlives_bad_lines(loaded: Command) -> None:
    with alive("verify") as ask:
        right = ask(json.dumps({"id": 1, "text": HABIT}))
        assert set(right) == VERDICT
        assert (right["verdict"], right["occurrences"], right["text"]) == ("verbatim", 1, HABIT)
        wrong = ask(json.dumps({"id": 2, "text": HABIT.replace("nobody", "everybody")}))
        assert wrong["verdict"] == "altered"
        assert wrong["differences"]
        for bad in ("nonsense", "{}", '{"id": 3, "text": null}'):
            answer = ask(bad)
            assert set(answer) == VERDICT | {"error"}, bad
        none = ask('{"id": 4, "text": "Seven grey horses crossed the frozen lake at noon."}')
        assert none["verdict"] == "not-found"


def test_one_question_on_the_command_line_gets_an_answer_of_the_same_form(loaded: Command) -> None:
    found = json.loads(loaded("find", "--json", HABIT).out)
    assert (set(found), found["id"]) == ({"id", "matches"}, None)
    verdict = json.loads(loaded("verify", "--json", HABIT).out)
    assert (set(verdict), verdict["id"]) == (VERDICT, None)


def test_what_has_changed_in_the_source_is_withheld(loaded: Command, data: Path) -> None:
    source = data / "sources" / "lamps.txt"
    source.write_text(source.read_text().replace("nobody uses", "everybody uses"))
    (match, *_) = json.loads(loaded("find", "--json", HABIT).out)["matches"]
    assert match["text"] is None
    assert json.loads(loaded("verify", "--json", HABIT).out)["text"] is None
    shown = loaded("find", HABIT)
    assert HABIT not in shown.out
    assert "The Lamps of Our Street" in shown.err
    exported = loaded("export")
    assert exported.code == 1
    assert HABIT not in exported.out
    assert "Load again" in exported.err


def test_on_a_terminal_a_match_and_a_verdict_read_like_sentences(loaded: Command) -> None:
    found = loaded("find", "--limit", "1", "a light nobody uses is habit").out.splitlines()
    assert found[0] == f"“{HABIT}”"
    assert "The Lamps of Our Street, paragraph" in found[1]
    assert "Nothing like that" in loaded("find", "xylophone quartz").err
    assert loaded("verify", HABIT).out.startswith("Verbatim.")
    assert loaded("verify", "too short").out.startswith("Too short.")


def test_the_export_is_utf_8_json_lines_with_the_fields_of_the_contract(loaded: Command) -> None:
    lines = [json.loads(line) for line in loaded("export").out.splitlines()]
    fields = {line["type"]: set(line) - {"type"} for line in lines}
    assert fields["document"] == {
        *("id", "title", "authors", "outlet", "published", "published_precision"),
        *("kind", "language", "url", "source_file", "words"),
    }
    assert fields["speaker"] == {"id", "name", "aliases", "affiliation"}
    assert fields["passage"] == {
        *("id", "document", "paragraph", "text", "speaker", "attribution", "cue", "via"),
        *("confidence", "damaged", "spans"),
    }
    only = [json.loads(line) for line in loaded("export", "--document", "the tide tables").out.splitlines()]
    assert {line["document"] for line in only if line["type"] == "passage"} == {"the-tide-tables"}


def test_exported_words_are_their_spans_in_the_source(loaded: Command, data: Path) -> None:
    lines = [json.loads(line) for line in loaded("export").out.splitlines()]
    files = {line["id"]: line["source_file"] for line in lines if line["type"] == "document"}
    for line in lines:
        if line["type"] == "passage":
            source = (data / "sources" / files[line["document"]]).read_text()
            cut = "".join(source[start:end] for start, end in line["spans"])
            assert cut.split() == line["text"].split()
