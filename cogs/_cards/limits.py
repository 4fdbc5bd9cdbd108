"""Discord's limits on a message, checked before it is sent: discord.py checks few of them.

From Discord's documentation, "Component Reference" and "Create Message".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import discord
from discord import ui

COMPONENTS, TEXT = 40, 4_000
CUSTOM_ID, URL = 100, 512
BUTTON_LABEL, BUTTONS = 80, 5
OPTIONS, OPTION, PLACEHOLDER = 25, 100, 150
ALT_TEXT, GALLERY = 1_024, 10
MODAL_TITLE, FIELD_LABEL, FIELD_HELP, FIELDS = 45, 45, 100, 5

Component = Mapping[str, Any]
TEXT_DISPLAY, BUTTON, ROW, SELECTS, MEDIA_GALLERY = 10, 2, 1, (3, 5, 6, 7, 8), 12


def check(screen: ui.LayoutView) -> None:
    """Raises ValueError where Discord would refuse the screen, so that no half answer goes out."""
    if found := faults(screen.to_components()):  # type: ignore[no-untyped-call]
        raise ValueError("; ".join(found))


def faults(components: Iterable[Component]) -> list[str]:
    """What Discord would find wrong with a message's components; nothing where it is sound."""
    parts = list(walk(components))
    text = sum(len(part["content"]) for part in parts if part["type"] == TEXT_DISPLAY)
    return [
        *_over("components", len(parts), COMPONENTS),
        *_over("characters of text", text, TEXT),
        *_twice(part["custom_id"] for part in parts if part.get("custom_id")),
        *(fault for part in parts for fault in _faults(part)),
    ]


def walk(components: Iterable[Component]) -> Iterator[Component]:
    """Every component, however deep."""
    for part in components:
        yield part
        yield from walk(part.get("components") or ())
        yield from walk(part[key] for key in ("accessory", "component") if part.get(key))


def _faults(part: Component) -> Iterator[str]:
    yield from _over("characters of custom id", len(part.get("custom_id") or ""), CUSTOM_ID)
    kind = part["type"]
    if kind == TEXT_DISPLAY and not part["content"].strip():
        yield "an empty text"
    elif kind == BUTTON:
        yield from _over("characters of button label", len(part.get("label") or ""), BUTTON_LABEL)
        yield from _over("characters of link", len(part.get("url") or ""), URL)
    elif kind == ROW:
        inside = part["components"]
        room = 1 if any(child["type"] in SELECTS for child in inside) else BUTTONS
        yield from _over("components in a row", len(inside), room, least=1)
    elif kind in SELECTS:
        yield from _select_faults(part)
    elif kind == MEDIA_GALLERY:
        yield from _over("pictures", len(part["items"]), GALLERY, least=1)
        for item in part["items"]:
            yield from _over("characters of alt text", len(item.get("description") or ""), ALT_TEXT)


def _select_faults(select: Component) -> Iterator[str]:
    yield from _over("characters of placeholder", len(select.get("placeholder") or ""), PLACEHOLDER)
    if select["type"] != discord.ComponentType.select.value:
        return
    yield from _over("options", len(select["options"]), OPTIONS, least=1)
    yield from _twice(option["value"] for option in select["options"])
    for option in select["options"]:
        for field in ("label", "value"):
            yield from _over(f"characters of option {field}", len(option[field]), OPTION, least=1)
        yield from _over("characters of option", len(option.get("description") or ""), OPTION)


def _over(what: str, count: int, most: int, *, least: int = 0) -> Iterator[str]:
    if not least <= count <= most:
        yield f"{count} {what}, {least} to {most} allowed"


def _twice(ids: Iterable[str]) -> Iterator[str]:
    yield from (f"{id!r} stands twice" for id, times in Counter(ids).items() if times > 1)
