"""YAML front matter as plain values that know the line they stand on, so that a fault can be pointed at.

The words go on into claims, events and questions as they are, so that `lint` can still tell their lines.
"""

from __future__ import annotations

import yaml

from bot.models import Problem

FENCE = "---"


class Word(str):
    """A scalar, always text: a key of digits must not become a number."""

    line: int

    def stripped(self) -> Word:
        word = Word(self.strip())
        word.line = self.line
        return word


class Table(dict[str, "Word | Table | Rows"]):
    line: int


class Rows(list["Word | Table | Rows"]):
    line: int


def front_matter(path: str, text: str, problems: list[Problem]) -> tuple[Table, str]:
    """The table between the two fences, and the body behind it; on a fault, an empty table and a problem."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        problems.append(Problem(path, f"starts without front matter: put {FENCE} on the first line", 1))
        return Table(), text
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if closing is None:
        problems.append(Problem(path, f"has no line {FENCE} that ends the front matter", 1))
        return Table(), ""
    body = "\n".join(lines[closing + 1 :]).strip()
    try:
        node = yaml.compose("\n".join(lines[1:closing]), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else None
        problems.append(Problem(path, f"is not YAML here: {error.problem}", line))
        return Table(), body
    if not isinstance(node, yaml.MappingNode):
        problems.append(Problem(path, "has front matter that is not a table of names and values", 2))
        return Table(), body
    return _table(node, path, problems), body


def line_of(word: str | None) -> int | None:
    """The line of a word that came out of front matter."""
    return word.line if isinstance(word, Word) else None


def _table(node: yaml.MappingNode, path: str, problems: list[Problem]) -> Table:
    table = Table()
    table.line = _line(node)
    for key, value in node.value:
        name = str(key.value)
        if name in table:
            problems.append(Problem(path, f"has “{name}” twice", _line(key)))
        table[name] = _value(value, path, problems)
    return table


def _value(node: yaml.Node, path: str, problems: list[Problem]) -> Word | Table | Rows:
    if isinstance(node, yaml.MappingNode):
        return _table(node, path, problems)
    if isinstance(node, yaml.SequenceNode):
        rows = Rows(_value(child, path, problems) for child in node.value)
        rows.line = _line(node)
        return rows
    word = Word(node.value)
    word.line = _line(node)
    return word


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 2  # counted from 1, and the fence stands before
