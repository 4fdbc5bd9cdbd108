"""A page of HTML on its way to pieces: which elements are open, what text stands in them, what it says of itself."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from bot.ingest.formats.markup import VOID, Tag, Text, tokens, unescaped
from bot.ingest.formats.tree import Element, Piece
from bot.ingest.mapped import Mapped

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp"  # noqa: SIM905
    " small span strike strong sub sup time tt u var wbr".split()
)
_BOLD = frozenset(["b", "strong", "u"])
_SILENT = frozenset(
    "script style template noscript iframe svg math canvas video audio object select datalist".split()  # noqa: SIM905
)
# what ends when one of these begins, and where the search for it stops
_ENDS = {
    "li": (frozenset(["li"]), frozenset(["ul", "ol", "menu", "dir"])),
    "td": (frozenset(["td", "th"]), frozenset(["table"])),
    "th": (frozenset(["td", "th"]), frozenset(["table"])),
    "tr": (frozenset(["tr"]), frozenset(["table"])),
    "dt": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "dd": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "option": (frozenset(["option"]), frozenset(["select"])),
}
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]|[a-z]|note \d+|citation needed)[\])]?\s*$", re.I)
NOTE_ID = re.compile(
    r"(?:^|[\s_#-])(?:_?fn|_?ftn|_?edn|footnotes?|endnotes?|cite_note|note|reflist"
    r"|references?)(?:ref)?(?:[\s_:-]|\d|$)",
    re.I,
)
# what stands in one line with others and yet says something of its own
_APART = re.compile(
    r"(?:^|[\s_-])(?:author|byline|date|dateline|pubdate|published|timestamp)(?:$"
    r"|[\s_-])",
    re.I,
)
_DEPTH = 300  # elements inside one another that are kept apart
_NEAR = 40  # open elements among which a closing tag looks for its own
_GRAPH = 200  # objects of structured data that are looked at


@dataclass(slots=True)
class Page:
    """What has been read of a page so far. `values`: what it says of itself, by whatever key."""

    source: str
    stack: list[Element] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)
    title: str = ""
    _text: list[Mapped] = field(default_factory=list)
    _linked: int = 0
    _bold: int = 0
    _note: bool = False

    def flush(self) -> None:
        """Ends the piece that text is being added to."""
        text = Mapped.join(self._text)
        size = len(text.text.strip())
        if size:
            piece = Piece(text, tuple(self.stack), self._linked, bold=self._bold >= size, note=self._note)
            self.pieces.append(piece)
        self._text, self._linked, self._bold, self._note = [], 0, 0, False

    def add(self, token: Text) -> None:
        names = {element.name for element in self.stack}
        if names & _SILENT:
            return
        text = unescaped(self.source, token.start, token.end)
        size = len(text.text.strip())
        if not size and not self._text:
            return
        if _NOTE_MARK.match(text.text) and self._marks(names):
            # what begins with a mark is the note itself
            self._note = self._note or not self._text
            self.pieces.append(Piece(text, (*self.stack, Element("sup", token.start)), size, mark=True))
            return
        self._linked += size if "a" in names else 0
        self._bold += size if names & _BOLD else 0
        self._text.append(text)

    def _marks(self, names: set[str]) -> bool:
        """Whether what is open now makes a number a footnote's mark."""
        links = [element for element in self.stack[-3:] if element.name == "a"]
        return "sup" in names or any(
            NOTE_ID.search(element.label) or NOTE_ID.search(element.target) for element in links
        )

    def break_line(self) -> None:
        self._text.append(Mapped.added("\n"))

    def open(self, tag: Tag) -> None:
        element = Element(tag.name, tag.start, tag.attributes)
        if tag.name not in _INLINE:
            self._end_open_paragraph()
            self._end_open_sibling(tag.name)
            self.flush()
        elif _APART.search(element.label):
            self.flush()
        if tag.name not in VOID and len(self.stack) < _DEPTH:
            self.stack.append(element)

    def _end_open_paragraph(self) -> None:
        block = next((element for element in reversed(self.stack[-20:]) if element.name not in _INLINE), None)
        if block and block.name == "p":
            self.close("p")

    def _end_open_sibling(self, name: str) -> None:
        ends, stops = _ENDS.get(name, (frozenset(), frozenset()))
        for element in reversed(self.stack[-20:]) if ends else ():
            if element.name in stops:
                return
            if element.name in ends:
                self.close(element.name)
                return

    def close(self, name: str) -> None:
        if name not in _INLINE:
            self.flush()
        for depth in range(len(self.stack) - 1, max(len(self.stack) - _NEAR, 0) - 1, -1):
            if self.stack[depth].name == name:
                closed = self.stack[depth:]
                if any(element.name not in _INLINE or _APART.search(element.label) for element in closed):
                    self.flush()
                del self.stack[depth:]
                return

    def learn(self, tag: Tag) -> None:
        """What a tag of the head, or of a date, says."""
        found = tag.attributes
        name = found.get("property") or found.get("name") or found.get("itemprop") or ""
        if tag.name == "meta" and found.get("content"):
            self.values.setdefault(f"meta {name.lower()}", found["content"])
        elif tag.name == "link" and found.get("rel") == "canonical":
            self.values.setdefault("url", found.get("href", ""))
        elif tag.name == "time" and found.get("datetime"):
            self.values.setdefault("time", found["datetime"])
        elif tag.name == "html" and found.get("lang"):
            self.values.setdefault("lang", found["lang"])

    def learn_structured(self, text: str) -> None:
        """JSON-LD: what it says of an article."""
        try:
            queue = [json.loads(text)] if '"@type"' in text and len(text) < 1_000_000 else []
        except (ValueError, RecursionError):
            return
        for _ in range(_GRAPH):
            if not queue:
                return
            item = queue.pop(0)
            if isinstance(item, list):
                queue += item[:_GRAPH]
            elif isinstance(item, dict):
                queue.append(item.get("@graph"))
                if "headline" in item or "Article" in str(item.get("@type")):
                    for key, value in item.items():
                        self.values.setdefault(key, value)


def read_page(source: str) -> Page:
    page = Page(source)
    for token in tokens(source):
        match token:
            case Text(raw="title"):
                page.title = page.title or " ".join(unescaped(source, token.start, token.end).text.split())
            case Text(raw="script"):
                page.learn_structured(source[token.start : token.end])
            case Text(raw="style"):
                pass
            case Text():
                page.add(token)
            case Tag(name="br"):
                page.break_line()
            case Tag(name="hr" | "img"):
                page.flush()
            case Tag(closes=True):
                page.close(token.name)
            case Tag():
                page.learn(token)
                page.open(token)
    page.flush()
    return page
