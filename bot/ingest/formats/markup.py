"""HTML as a run of tags and texts, each with its place in the file. It takes any input in one pass.

Our own, since spans need places, which the parsers at hand do not give, and since those written in Python
take quadratic time on what is never closed.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.ingest.mapped import Mapped

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/><]{0,40})"
    r"(?P<attributes>(?:\s{1,200}|/|[^\s\"'>=<]{1,200}(?:\s{0,9}=\s{0,9}(?:\"[^\"]{0,20000}\"|'[^']{0,20000}'"
    r"|[^\s\"'>]{1,2000}))?|[\"'=]){0,200}+)>"
)
_ATTRIBUTE = re.compile(r"([^\s\"'>=/]{1,200})(?:\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "template"])
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)


@dataclass(frozen=True, slots=True)
class Tag:
    name: str
    closes: bool
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    start: int
    end: int
    raw: str = ""  # name of the element whose text is no markup: script, style, title


def tokens(source: str, start: int = 0) -> Iterator[Tag | Text]:
    """Tags and the texts between them; comments and declarations are passed over."""
    at = last = start
    unclosed: set[str] = set()  # ends that do not come any more, so that nobody looks for them again
    lowered: str | None = None
    while (at := source.find("<", at)) >= 0:
        skipped = _passed_over(source, at, unclosed)
        tag = None if skipped else _TAG.match(source, at)
        if not skipped and not tag:
            at += 1
            continue
        if last < at:
            yield Text(last, at)
        if not tag:
            at = last = skipped
            continue
        name = tag["name"].lower()
        yield Tag(name, bool(tag["end"]), at, tag.end(), {} if tag["end"] else attributes(tag["attributes"]))
        at = last = tag.end()
        if name in _RAW and not tag["end"] and not tag["attributes"].endswith("/"):
            lowered = (
                lowered if lowered is not None else source.lower() if source.isascii() else _lower(source)
            )
            close = lowered.find(f"</{name}", at) if name not in unclosed else -1
            if close < 0:
                unclosed.add(name)
                continue  # never closed: its text is text
            if at < close:
                yield Text(at, close, name)
            at = last = close
    if last < len(source):
        yield Text(last, len(source))


def _lower(source: str) -> str:
    """Lower case, letter by letter, so that places stay (a dotted capital I would become two)."""
    return source.translate({upper: upper + 32 for upper in range(65, 91)})


def _passed_over(source: str, at: int, unclosed: set[str]) -> int:
    """Where a comment or declaration that begins here ends; 0 where none begins."""
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")):
        if source.startswith(opening, at) and closing not in unclosed:
            end = source.find(closing, at + len(opening))
            if end >= 0:
                return end + len(closing)
            unclosed.add(closing)
    return 0


def attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), html.unescape(next(filter(None, values), "")))
    return found


def unescaped(source: str, start: int, end: int) -> Mapped:
    """A text of the file with its entities read: one character each, as wide as the entity."""
    piece = source[start:end]
    if "&" not in piece:
        return Mapped.of(piece, start)
    parts: list[Mapped] = []
    last = 0
    for found in _ENTITY.finditer(piece):
        letters = html.unescape(found.group())
        if letters == found.group():
            continue
        parts.append(Mapped.of(piece[last : found.start()], start + last))
        starts = array("q", [start + found.start()]) * len(letters)
        ends = array("q", [start + found.end()]) * len(letters)
        parts.append(Mapped(letters, starts, ends))
        last = found.end()
    parts.append(Mapped.of(piece[last:], start + last))
    return Mapped.join(parts)
