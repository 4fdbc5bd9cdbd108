"""The elements that a text of a page stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.ingest.mapped import Mapped

_OUTSIDE = frozenset(["nav", "aside", "footer", "form", "button", "menu", "dialog"])
_JUNK = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|recommend\w*|promo\w*|newsletter|subscri\w+|comments?|sidebar"
    r"|breadcrumbs?|menu|nav|navbar|navigation|footer|cookies?|banner|advert\w*|ads?|sponsor\w*|tags?|popup|modal"
    r"|widget|toc|pagination|pager|skip|screen-reader|author-?(?:bio|box|info)|bio|about-the-author|teasers?|more-from"
    r"|read-?next|readmore|outbrain|taboola|hidden|noprint|editsection|navbox|infobox|metadata|caption|credit|masthead"
    r"|site-?header|topbar|toolbar|pull-?quote|gallery|carousel)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    name: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """Its class, id and role in one."""
        found = self.attributes
        return " ".join(
            filter(None, (found.get("class"), found.get("id"), found.get("role"), found.get("itemprop")))
        )

    @property
    def target(self) -> str:
        """Where it leads, or what leads to it."""
        return f"{self.attributes.get('href', '')} {self.attributes.get('name', '')}"

    @property
    def outside(self) -> bool:
        """Whether it says of itself that it is not part of the text."""
        found = self.attributes
        if self.name in ("html", "body", "main", "article") and "hidden" not in found:
            return False
        return (
            self.name in _OUTSIDE
            or "hidden" in found
            or found.get("aria-hidden") == "true"
            or bool(_HIDDEN.search(found.get("style", "")))
            or bool(_JUNK.search(self.label))
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text without a block's edge in it, and the elements around it, outermost first."""

    text: Mapped
    path: tuple[Element, ...]
    linked: int = 0  # characters inside links
    mark: bool = False  # a footnote's mark
    note: bool = False  # a footnote: it begins with its mark
    bold: bool = False  # all of it

    def has(self, *names: str) -> bool:
        return any(element.name in names for element in self.path)

    def aside(self, inside: Element | None) -> bool:
        """Whether an element inside the text's own leads away, or the piece is hardly more than links."""
        path = self.path
        if inside in path:
            path = path[path.index(inside) + 1 :]
        size = len(self.text.text.strip())
        menu = self.linked > 0.8 * size and size < 120 and self.has("li", "ul", "td", "div")
        return menu or any(element.outside for element in path)
