"""Quotes that are right, wrong, cut and misattributed, made from a town's debate by a seed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.library.verify.town import AUTHORS, NUMBERS, QUOTED, Line


@dataclass(frozen=True)
class Case:
    kind: str
    quote: str
    finding: str
    speaker: str | None = None


Make = Callable[[Random, Line, list[Line]], Iterator[Case]]


def cases(rng: Random, lines: list[Line], count: int) -> list[Case]:
    """At least `count` cases, every kind by turns."""
    made: list[Case] = []
    while len(made) < count:
        for kind in KINDS:
            line = rng.choice(lines)
            made += kind(rng, line, lines)
    return made


def _whole(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    if not line.head:
        yield Case("whole", line.text, "verbatim", rng.choice((None, line.author.name)))


def _part(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    if line.head or line.inner:
        return
    words = line.text.split()
    start = rng.randint(0, len(words) - 8)
    if words[start - 1] not in ("not", "never"):
        yield Case("part", " ".join(words[start : start + rng.randint(6, 12)]), "verbatim")


def _shapes(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    if line.head:
        return
    straight, german = str.maketrans("“”’", '""\''), str.maketrans("“”", "„“")
    dash, space = rng.choice((" – ", " -- ", "–")), rng.choice(("\n", "\u00a0", "  ", "\n> "))
    yield Case("straight quotes", line.text.translate(straight), "verbatim")
    yield Case("other quotes", f"«{line.text.translate(german)}»", "verbatim")
    yield Case("dashes", line.text.replace("—", dash), "verbatim")
    yield Case("capitals", line.text.upper(), "verbatim")
    yield Case("line breaks", line.text.replace(" ", space), "verbatim")
    yield Case("emphasis", f"**{line.text}**", "verbatim")
    yield Case("soft hyphens", line.text.replace("ou", "o\u00adu"), "verbatim")


def _scanned(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    if line.head:
        return
    word = rng.choice(list(re.finditer(r"[a-z]{7,}", line.text)))
    at = word.start() + rng.randint(3, len(word[0]) - 3)
    for end in ("-\n", "- ", "\u00ad\n"):
        yield Case("scan", f"{line.text[:at]}{end}{line.text[at:]}", "verbatim")


def _negation(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    for word in ("not ", "never "):
        if word in line.text and not line.head:
            yield Case("dropped not", line.text.replace(word, "", 1), "altered", line.author.id)
    if " was " in line.text and " not " not in line.text:
        yield Case("added not", line.text.replace(" was ", " was not ", 1), "altered")


def _number(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    found = re.search(rf"\b({'|'.join(NUMBERS)})\b", line.text)
    if found and not line.head:
        other = rng.choice([number for number in NUMBERS if number != found[0]])
        yield Case(
            "number", line.text.replace(found[0], other), "altered", rng.choice((None, line.author.id))
        )


def _year(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    if found := re.search(r"\b1[89]\d\d\b", line.text):
        at = found.start() + rng.randint(2, 3)
        digit = rng.choice([digit for digit in "0123456789" if digit != line.text[at]])
        yield Case("year", line.text[:at] + digit + line.text[at + 1 :], "altered")


def _decimal(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    if found := re.search(r"\d+\.\d", line.text):
        for kind, other in (
            ("point lost", found[0].replace(".", "")),
            ("sign", f"-{found[0]}"),
            ("point moved", f"{found[0][0]}.{found[0].replace('.', '')[1:]}"),
        ):
            if other != found[0]:
                yield Case(kind, line.text.replace(found[0], other), "altered")


def _spacing(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    if "old-fashioned" in line.text:
        yield Case("hyphen lost", line.text.replace("old-fashioned", "old fashioned"), "altered")
    if "’s" in line.text:
        yield Case("apostrophe lost", line.text.replace("’s", "s"), "altered")
    if "was not " in line.text:
        yield Case("words joined", line.text.replace("was not ", "was not", 1), "altered")


def _order(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    words = line.text.rstrip(".").split()
    at = rng.randint(1, len(words) - 3)
    if words[at] != words[at + 1] and not line.head:
        words[at : at + 2] = reversed(words[at : at + 2])
        yield Case("order", " ".join(words), "altered")


def _other_author(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    other = next(author for author in AUTHORS if author != line.author)
    yield Case(
        "other author", line.head or line.text, "misattributed", rng.choice((other.name, other.aliases[0]))
    )
    yield Case("stranger", line.text, "misattributed", "the harbour pilot")


def _reported(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    if line.inner:
        yield Case("the quoted one’s words", line.inner, "verbatim", QUOTED.name)
        yield Case("the quoted one’s words as the author’s", line.inner, "misattributed", line.author.id)
        yield Case("the author’s words as the quoted one’s", line.text, "misattributed", QUOTED.aliases[0])


def _cut(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    if line.head:
        yield Case("cut", line.head + rng.choice(("", ".", " ...", "…")), "cut-short", line.author.id)
        yield Case("not cut", line.text, "verbatim")
        start = rng.randint(0, 3)
        yield Case("cut part", " ".join(line.head.split()[start:]), "cut-short")


def _left_out(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    words = line.text.split()
    if line.head or line.inner or len(words) < 14:
        return
    middle = words[5:8]
    mark = rng.choice(("...", "…", "[…]", "[...]", ". . ."))
    quote = " ".join([*words[:5], mark, *words[8:]])
    yield Case("left out", quote, "altered" if {"not", "never"} & set(middle) else "verbatim")
    if "not" in words[1:-4]:
        at = words.index("not")
        yield Case("not left out", " ".join([*words[:at], mark, *words[at + 1 :]]), "altered")
    if sum(other.text.startswith(" ".join(words[:5])) for other in lines) == 1:
        quote = " ".join([*words[8:], mark, *words[:5]])
        yield Case("left out backwards", quote, "altered or not-found")


def _put_in(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    if line.head or line.inner:
        return
    words = line.text.split()
    at = rng.randint(4, len(words) - 4)
    yield Case("put in", " ".join([*words[:at], "[as everyone knew]", *words[at:]]), "verbatim")
    yield Case("not put in", " ".join([*words[:at], "[not]", *words[at:]]), "altered")
    yield Case("sic", " ".join([*words[:at], "[sic]", *words[at:]]), "verbatim")
    yield Case("letter changed", f"[{line.text[0].lower()}]{line.text[1:]}", "verbatim")


def _two(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    at = lines.index(line)
    if at + 1 < len(lines) and lines[at + 1].author == line.author and not lines[at + 1].head:
        yield Case("two sentences", f"{line.text} {lines[at + 1].text}", "verbatim", line.author.id)
        tail = line.text.split()[-6:]
        yield Case("across two", " ".join([*tail, *lines[at + 1].text.split()[:7]]), "verbatim")


def _invented(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    yield Case(
        "invented", "Whoever trusts a bell will one day thank the silence that follows it home.", "not-found"
    )
    # halves of sentences of different make: no third one is like them by chance
    others = [other for other in lines if other.text.split()[0] != line.text.split()[0] and not other.head]
    other, half = rng.choice(others).text.split(), line.text.split()
    yield Case("joined", " ".join(half[: len(half) // 2] + other[len(other) // 2 :]), "not-found")


def _short(rng: Random, line: Line, lines: list[Line]) -> Iterator[Case]:
    yield Case("short", " ".join(line.text.split()[:3]), "too-short")


KINDS: tuple[Make, ...] = (
    _whole, _part, _shapes, _scanned, _negation, _number, _year, _decimal, _spacing, _order, _other_author,
    _reported, _cut, _left_out, _put_in, _two, _invented, _short,
)  # fmt: skip
