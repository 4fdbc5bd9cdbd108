"""What a source says of itself, whatever words it uses: keys of JSON, YAML and HTML become fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.ingest.names import names_in
from bot.ingest.published import find_published
from bot.ingest.shapes import Metadata

_KEYS = {
    "title": "title headline subject betreff objet titel titre título name og:title dc.title",
    "subtitle": "subtitle subhead deck dek standfirst subheadline untertitel",
    "authors": "author authors byline by creator writer writers dc.creator autor auteur von par from",
    "editors": "editor editors",
    "outlet": "outlet publisher publication source site site_name og:site_name newspaper journal magazine website",
    "published": "date published datepublished date_published published_at pubdate publication_date "
    "datum article:published_time issued posted",
    "kind": "type kind genre category og:type document_type section",
    "language": "language lang inlanguage locale og:locale",
    "url": "url link canonical permalink og:url source_url",
}
FIELDS = {name: field for field, names in _KEYS.items() for name in names.split()}


def with_values(metadata: Metadata, values: dict[str, Any]) -> Metadata:
    """Metadata filled up from a dict of whatever keys a site uses; what is known already stays."""
    for key, value in values.items():
        field = FIELDS.get(str(key).lower())
        texts = [text for text in _texts(value) if text]
        if not field or not texts or getattr(metadata, field):
            continue
        match field:
            case "authors" | "editors":
                names = tuple(
                    dict.fromkeys(name for text in texts for name in (names_in(text)[0] or (text,)))
                )
                metadata = (
                    replace(metadata, authors=names)
                    if field == "authors"
                    else replace(metadata, editors=names)
                )
            case "published":
                metadata = replace(metadata, published=find_published(texts[0]))
            case _:
                metadata = _with_text(metadata, field, texts[0])
    return metadata


def _with_text(metadata: Metadata, field: str, text: str) -> Metadata:
    values: dict[str, Any] = {field: text}
    return replace(metadata, **values)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield " ".join(value.split())
        case list():
            for item in value[:20]:
                yield from _texts(item)
        case {"name": name}:
            yield from _texts(name)
        case int() | float():
            yield str(value)
