"""Markdown inside a paragraph: emphasis, links, notes and escapes go, their text stays in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.ingest.formats.markup import unescaped
from bot.ingest.mapped import Mapped

_MARKUP = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`{1,3})"
    r"|(?P<image>!\[[^\]]{0,500}\](?:\([^()]{0,2000}\)|\[[^\]]{0,100}\]))"
    r"|(?P<note>\[\^[^\]\s]{1,60}\]|<sup>[^<>]{1,12}</sup>|\^\d{1,3}\^)"
    r"|(?P<target>\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+[\"'(][^\"')]{0,500}[\"')])?\s*\)|\]\[[^\]\[]{0,100}\])"
    r"|(?P<link><https?://[^\s<>]{1,2000}>)"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,500}>|<!--.{0,2000}?-->)"
    r"|(?P<open>\[)"
    r"|(?P<star>\*{1,3}|_{1,3}|~~)",
    re.S,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def plain(text: Mapped) -> Mapped:
    """The text without its markup."""
    cuts = sorted(_cuts(text.text))
    parts: list[Mapped] = []
    last = 0
    for start, end in cuts:
        if start >= last:
            parts.append(text[last:start])
            last = end
    parts.append(text[last:])
    return _entities(Mapped.join(parts)) if cuts or "&" in text.text else text


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that are markup and not text."""
    brackets: list[tuple[int, int]] = []
    stars: list[tuple[str, int, int]] = []
    for found in _MARKUP.finditer(text):
        start, end = found.span()
        match found.lastgroup:
            case "escape":
                yield start, start + 1
            case "link":
                yield start, start + 1
                yield end - 1, end
            case "open":
                brackets.append((start, end))
            case "target":
                if brackets:
                    yield brackets.pop()
                    yield start, end
            case "star":
                yield from _emphasis(text, found.group(), start, end, stars)
            case _:
                yield start, end


def _emphasis(
    text: str, mark: str, start: int, end: int, stars: list[tuple[str, int, int]]
) -> Iterator[tuple[int, int]]:
    """A run of stars or underscores and the one that closes it; what has no partner is text."""
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = bool(after.strip()) and not (mark[0] == "_" and before.isalnum())
    closes = bool(before.strip()) and not (mark[0] == "_" and after.isalnum())
    if closes:
        for depth in range(len(stars) - 1, max(len(stars) - 8, -1), -1):
            if stars[depth][0] == mark:
                yield stars[depth][1], stars[depth][2]
                yield start, end
                del stars[depth:]
                return
    if opens:
        stars.append((mark, start, end))


def _entities(text: Mapped) -> Mapped:
    parts: list[Mapped] = []
    last = 0
    for found in _ENTITY.finditer(text.text):
        letters = unescaped(found.group(), 0, len(found.group())).text
        if letters != found.group() and text.starts[found.start()] >= 0:
            one = Mapped.of(letters, 0)
            starts, ends = one.starts, one.ends
            for place in range(len(letters)):
                starts[place], ends[place] = text.starts[found.start()], text.ends[found.end() - 1]
            parts += [text[last : found.start()], Mapped(letters, starts, ends)]
            last = found.end()
    return Mapped.join([*parts, text[last:]]) if parts else text
