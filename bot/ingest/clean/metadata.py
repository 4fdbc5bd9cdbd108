"""What a file says of itself at its head: JSON, front matter between dashes, "Title: ..." lines."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from bot.ingest.bibliography import FIELDS, with_values
from bot.ingest.clean.draft import Draft, Part

_HEADER = re.compile(r"([A-Za-zÀ-ÿ][\w .:-]{1,24}?)\s*:\s+(\S.*)$")
_YAML_ITEM = re.compile(r"-\s+(.+)$")
_YAML = re.compile(r"([\w.:-]+)\s*:\s*(.*)$")
_BLOCKS = 30  # beginnings of JSON that are tried
_LONGEST = 400  # lines of a block of JSON
_HEAD = 12  # lines in which a header may stand


def take_metadata(draft: Draft) -> Draft:
    """Reads and drops blocks of metadata."""
    for step in (_front_matter, _json, _header):
        draft = step(draft)
    return draft


def _front_matter(draft: Draft) -> Draft:
    """YAML between two lines of dashes at the very head; only its plain keys and lists are read."""
    parts = draft.parts
    if not parts or parts[0].words not in ("---", "+++"):
        return draft
    end = next((i for i, part in enumerate(parts[1:80], 1) if part.words in ("---", "+++", "...")), None)
    inside = parts[1:end]
    if end is None or not inside or not _YAML.match(inside[0].words.replace(" = ", ": ", 1)):
        return draft
    values: dict[str, Any] = {}
    key = ""
    for part in inside:
        line = part.words.replace(" = ", ": ", 1)
        if (item := _YAML_ITEM.match(line)) and key:
            values[key] = (
                [*(values[key] or []), _plain(item[1])]
                if isinstance(values[key], list)
                else [_plain(item[1])]
            )
        elif found := _YAML.match(line):
            key = found[1].lower()
            values[key] = _yaml_value(found[2])
    metadata = with_values(draft.metadata, values)
    return replace(draft, metadata=metadata).drop(dict.fromkeys(range(end + 1), "metadata"))


def _yaml_value(text: str) -> Any:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return [_plain(item) for item in text[1:-1].split(",") if item.strip()]
    return _plain(text)


def _plain(text: str) -> str:
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _json(draft: Draft) -> Draft:
    """Objects of JSON that fill whole lines."""
    reasons: dict[int, str] = {}
    metadata = draft.metadata
    end = 0
    tried = 0
    for index, part in enumerate(draft.parts):
        if index < end or not part.words.startswith("{") or tried >= _BLOCKS:
            continue
        tried += 1
        found = _json_at(draft.parts, index)
        if found:
            end, value = found
            metadata = with_values(metadata, value)
            reasons |= dict.fromkeys(range(index, end), "metadata")
    return replace(draft, metadata=metadata).drop(reasons)


def _json_at(parts: tuple[Part, ...], start: int) -> tuple[int, dict[str, Any]] | None:
    depth = 0
    for end in range(start, min(start + _LONGEST, len(parts))):
        line = parts[end].words
        depth += line.count("{") - line.count("}")
        if depth <= 0:
            try:
                value = json.loads("\n".join(part.words for part in parts[start : end + 1]))
            except (ValueError, RecursionError):
                return None
            return (end + 1, value) if isinstance(value, dict) else None
    return None


def _header(draft: Draft) -> Draft:
    """Two or more lines "Title: ...", "Date: ..." before the text."""
    found: dict[int, tuple[str, str]] = {}
    for index, part in enumerate(draft.parts[:_HEAD]):
        line = _HEADER.match(part.words)
        field = FIELDS.get(line[1].strip().lower()) if line else None
        if line and field and len(part) < 250:
            found[index] = (line[1].strip().lower(), line[2].strip())
    if len(found) < 2 and not any(
        name in ("title", "author", "titel", "titre") for name, _ in found.values()
    ):
        return draft
    metadata = with_values(draft.metadata, dict(found.values()))
    return replace(draft, metadata=metadata).drop(dict.fromkeys(found, "metadata"))
