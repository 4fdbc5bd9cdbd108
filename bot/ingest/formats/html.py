"""HTML: elements become blocks; what the page says of itself becomes metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bot.ingest.bibliography import with_values
from bot.ingest.formats.encoding import decode
from bot.ingest.formats.main_content import main_content
from bot.ingest.formats.markup import VOID, Tag, Text, tokens, unescaped
from bot.ingest.formats.short_lines import are_lines
from bot.ingest.formats.tree import Element, Piece
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Block, Extract, Kind, Metadata

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "svg",
        "math",
        "canvas",
        "video",
        "audio",
        "object",
        "select",
        "datalist",
    ]
)
_ASIDE = frozenset(["nav", "aside", "footer", "form", "button", "menu", "dialog"])
# what ends when one of these begins, and where the search for it stops
_ENDS = {
    "li": ("li", frozenset(["ul", "ol", "menu", "dir"])),
    "td": ("td th", frozenset(["table"])),
    "th": ("td th", frozenset(["table"])),
    "tr": ("tr", frozenset(["table"])),
    "dt": ("dt dd", frozenset(["dl"])),
    "dd": ("dt dd", frozenset(["dl"])),
    "option": ("option", frozenset(["select"])),
}
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.I)
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]|[a-z]|note \d+|citation needed)[\])]?\s*$", re.I)
_NOTE_ID = re.compile(
    r"(?:^|[\s_-])(?:fn|ftn|footnotes?|endnotes?|cite_note|note|reflist|references?)(?:[\s_:-]|\d|$)", re.I
)
_BACK = re.compile(r"\s*[↩↑^⤴]\ufe0e?\s*$")
_BREAK = re.compile(r"\n")
_BREAKS = re.compile(r"\n\s{0,40}\n")
_DEPTH = 300  # elements inside one another that are kept apart
_NAMES = (
    "og:title",
    "og:site_name",
    "article:published_time",
    "author",
    "date",
    "dc.title",
    "dc.creator",
    "dc.date",
)


def read_html(data: bytes) -> Extract:
    declared = _CHARSET.search(data[:4096])
    return blocks_of(decode(data, declared[1].decode() if declared else None))


@dataclass(slots=True)
class _Page:
    """What has been read of a page so far."""

    source: str
    root: Element = field(default_factory=lambda: Element("html", 0))
    stack: list[Element] = field(default_factory=list)
    text: list[Mapped] = field(default_factory=list)
    linked: int = 0
    pieces: list[Piece] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)
    title: str = ""

    def flush(self) -> None:
        if self.text:
            text = Mapped.join(self.text)
            if text.text.strip():
                self.pieces.append(Piece(text, tuple(self.stack), self.linked))
            self.text, self.linked = [], 0

    def open(self, tag: Tag) -> None:
        if tag.name not in _INLINE:
            self._end_paragraph()
        ends, stops = _ENDS.get(tag.name, ("", frozenset()))
        for element in reversed(self.stack[-20:]) if ends else ():
            if element.name in stops:
                break
            if element.name in ends.split():
                self.close(element.name)
                break
        if tag.name not in _INLINE:
            self.flush()
        if tag.name not in VOID and len(self.stack) < _DEPTH:
            self.stack.append(Element(tag.name, tag.start, tag.attributes))

    def _end_paragraph(self) -> None:
        """A block's beginning ends the paragraph that was left open."""
        block = next((element for element in reversed(self.stack[-20:]) if element.name not in _INLINE), None)
        if block and block.name == "p":
            self.close("p")

    def close(self, name: str) -> None:
        if name not in _INLINE:
            self.flush()
        for depth in range(len(self.stack) - 1, max(len(self.stack) - 40, -1), -1):
            if self.stack[depth].name == name:
                if any(element.name not in _INLINE for element in self.stack[depth:]):
                    self.flush()
                del self.stack[depth:]
                return


def blocks_of(source: str) -> Extract:
    """The blocks of a page in the order of the file; what lies outside its text is an `ASIDE`."""
    page = _Page(source)
    for token in tokens(source):
        match token:
            case Text(raw="title"):
                page.title = page.title or " ".join(unescaped(source, token.start, token.end).text.split())
            case Text(raw="script"):
                _structured_data(page, source[token.start : token.end])
            case Text(raw="style"):
                pass
            case Text():
                _take_text(page, token)
            case Tag(name="br"):
                page.text.append(Mapped.added("\n"))
            case Tag(name="hr" | "img"):
                page.flush()
            case Tag(name="meta" | "link" | "time" | "html") if not token.closes:
                _learn(page, token)
                if token.name in ("time", "html"):
                    page.open(token)
            case Tag(closes=True):
                page.close(token.name)
            case Tag():
                page.open(token)
    page.flush()
    inside = main_content(page.pieces)
    blocks = tuple(block for piece in page.pieces for block in _blocks(piece, inside))
    return Extract(source, blocks, _metadata(page, blocks))


def _take_text(page: _Page, token: Text) -> None:
    if any(element.name in _SILENT for element in page.stack[-4:]):
        return
    text = unescaped(page.source, token.start, token.end)
    if not text.text.strip() and not page.text:
        return
    names = [element.name for element in page.stack]
    marker = "sup" in names or any(
        _NOTE_ID.search(element.label) for element in page.stack[-2:] if element.name == "a"
    )
    if marker and _NOTE_MARK.match(text.text):
        page.pieces.append(Piece(text, (*page.stack, Element("sup", token.start)), len(text), mark=True))
        return
    if "a" in names:
        page.linked += len(text.text.strip())
    page.text.append(text)


def _blocks(piece: Piece, inside: Element | None) -> Iterator[Block]:
    kind, level = _kind(piece, inside)
    lines = _lines(piece.text) if piece.has("pre") or kind is not Kind.PARAGRAPH else _soft_lines(piece.text)
    for text in lines:
        yield Block(kind, text, level=level)


def _kind(piece: Piece, inside: Element | None) -> tuple[Kind, int]:
    if piece.mark:
        return Kind.FOOTNOTE, 0
    heading = next(
        (e.name for e in reversed(piece.path) if e.name in ("h1", "h2", "h3", "h4", "h5", "h6")), None
    )
    if piece.has("figcaption", "caption", "figure"):
        return Kind.CAPTION, 0
    if any(
        _NOTE_ID.search(e.label)
        for e in piece.path
        if e.name in ("li", "div", "section", "ol", "p", "aside", "dd")
    ):
        return Kind.FOOTNOTE, 0
    outside = inside is not None and inside not in piece.path
    if heading == "h1":
        return Kind.HEADING, 1
    if outside and not _front(piece):
        return Kind.ASIDE, 0
    if piece.aside(inside):
        return Kind.ASIDE, 0
    if heading:
        return Kind.HEADING, int(heading[1])
    if piece.has("pre"):
        return Kind.LINE, 0
    if piece.has("li", "dt", "dd"):
        return Kind.ITEM, 0
    return (Kind.QUOTE if piece.has("blockquote") else Kind.PARAGRAPH), 0


def _front(piece: Piece) -> bool:
    """A byline or date line may stand outside the text's own element."""
    return any(
        re.search(r"byline|author|dateline|subtitle|standfirst|deck", element.label, re.I)
        for element in piece.path[-3:]
    )


def _lines(text: Mapped) -> Iterator[Mapped]:
    yield from (line for line in text.split(re.compile(r"\n")))


def _soft_lines(text: Mapped) -> Iterator[Mapped]:
    """Two line breaks in a row part paragraphs, as old pages set them, and one parts short lines."""
    for part in _broken(text, _BREAKS):
        lines = list(_broken(part, _BREAK))
        yield from lines if are_lines([line for line in lines if line.text.strip()]) else [part]
    yield Mapped.of("")  # an empty line between paragraphs


def _broken(text: Mapped, pattern: re.Pattern[str]) -> Iterator[Mapped]:
    """The parts between line breaks of the page; those of the file are white space."""
    last = 0
    for found in pattern.finditer(text.text):
        if any(text.starts[place] < 0 for place in range(found.start(), found.end())):
            yield text[last : found.start()]
            last = found.end()
    yield text[last:]


def _structured_data(page: _Page, text: str) -> None:
    """JSON-LD: the first object that tells of an article."""
    try:
        data = json.loads(text) if '"@type"' in text and len(text) < 1_000_000 else None
    except (ValueError, RecursionError):
        return
    queue = [data]
    for item in queue[:200]:
        if isinstance(item, list):
            queue += item[:50]
        elif isinstance(item, dict):
            queue += [value for key, value in item.items() if key == "@graph"]
            if "headline" in item or "Article" in str(item.get("@type")):
                for key, value in item.items():
                    page.values.setdefault(key, value)


def _learn(page: _Page, tag: Tag) -> None:
    found = tag.attributes
    name = found.get("property") or found.get("name") or found.get("itemprop") or ""
    if tag.name == "meta" and found.get("content"):
        page.values.setdefault(f"meta {name.lower()}", found["content"])
    elif tag.name == "link" and found.get("rel") == "canonical":
        page.values.setdefault("url", found.get("href", ""))
    elif tag.name == "time" and found.get("datetime"):
        page.values.setdefault("time", found["datetime"])
    elif tag.name == "html" and found.get("lang"):
        page.values.setdefault("lang", found["lang"])


def _metadata(page: _Page, blocks: tuple[Block, ...]) -> Metadata:
    """JSON-LD goes before meta elements, these before what stands on the page."""
    structured = {
        key: value for key, value in page.values.items() if not key.startswith("meta ") and key != "@type"
    }
    named = {key[5:]: value for key, value in page.values.items() if key.startswith("meta ")}
    dated = {"published": page.values["time"]} if "time" in page.values else {}
    metadata = with_values(Metadata(), {key: value for key, value in structured.items() if key != "name"})
    named.pop("og:type", None)
    for values in (named, dated, {"title": page.title}):
        metadata = with_values(metadata, values)
    headings = [
        " ".join(block.text.text.split())
        for block in blocks
        if block.kind is Kind.HEADING and block.level == 1
    ]
    title = metadata.title or ""
    printed = next(
        (heading for heading in headings if heading and heading.casefold() in title.casefold()), None
    )
    if printed or (len(headings) == 1 and not named.get("og:title") and "headline" not in structured):
        metadata = replace(metadata, title=printed or headings[0])
    return metadata
