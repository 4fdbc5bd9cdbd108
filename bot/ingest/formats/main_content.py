"""Which element of a page holds its text: the one that most of the prose stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from bot.ingest.formats.tree import Element, Piece

_BODY = re.compile(
    r"(?:^|[\s_-])(?:article|post|entry|story|main|body|content|text)[\s_-]?(?:body|content|text|main)?(?:$|[\s_-])",
    re.I,
)
_SHARE = 0.8  # of the prose, that the smallest element which counts as the text holds
_SENTENCE = re.compile(r"[.?!…:;,]")


def main_content(pieces: Sequence[Piece]) -> Element | None:
    """The deepest element with most of the prose; None where a page has no prose or no such element."""
    weights: dict[Element, float] = defaultdict(float)
    total = 0.0
    for piece in pieces:
        weight = _weight(piece)
        total += weight
        for element in piece.path if weight else ():
            weights[element] += weight
    if not total:
        return None
    best = _deepest([element for element, weight in weights.items() if weight >= _SHARE * total], weights)
    named = [e for e, w in weights.items() if w >= 0.4 * total and _says_so(e)]
    if named and (best is None or not _says_so(best)):
        best = max(named, key=lambda element: (weights[element], element.start))
    return best


def _weight(piece: Piece) -> float:
    """Prose counts by its length: text with marks in it and few links, outside of what leads away."""
    text = piece.text.text.strip()
    if piece.mark or len(text) < 25 or piece.linked > 0.5 * len(text):
        return 0
    if any(element.outside for element in piece.path) or piece.has("h1", "h2", "h3", "figcaption"):
        return 0
    return len(text) * min(1.0, len(_SENTENCE.findall(text)) / 2)


def _deepest(elements: list[Element], weights: dict[Element, float]) -> Element | None:
    """Elements with most of the prose lie in one another; the last one opened is the innermost."""
    return max(elements, key=lambda element: element.start, default=None)


def _says_so(element: Element) -> bool:
    return element.name in ("article", "main") or bool(_BODY.search(element.label))
