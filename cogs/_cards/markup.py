"""Text for Discord: escaped, and cut to a length where it must be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from bot.client.markup import escape, plain

__all__ = ["clip", "escape", "label", "plain", "plural", "quoted"]

MORE = "…"
NEAR = 24
"""A cut moves back to the end of a word that lies at most this many characters before it."""
ZERO_WIDTH_JOINER = "\u200d"


def clip(text: str, limit: int) -> str:
    """Escaped, and at most `limit` characters long; "…" stands for what was cut off.

    Cuts after escaping, at a word where one ends near, never inside an escape or a grapheme.
    """
    whole = escape(text)
    return whole if len(whole) <= limit else _cut(whole, limit)


def quoted(text: str, limit: int = 3_000) -> str:
    """Words between quotation marks; where they are too long the sign of the cut stands outside the marks."""
    whole = escape(_unpaired(text))
    if len(whole) <= limit:
        return f"“{whole}”"
    return f"“{_cut(whole, limit).removesuffix(MORE)}” {MORE} (cut here for its length)"


def _unpaired(text: str) -> str:
    """Without a quotation mark at an end that has no partner in the text: the source's own quotation goes on."""
    if text.count("“") > text.count("”"):
        return text.removeprefix("“")
    return text.removesuffix("”") if text.count("”") > text.count("“") else text


def label(text: str, limit: int) -> str:
    """For labels and choices, which Discord shows as they are: plain, on one line, cut, never empty."""
    line = " ".join(plain(text).split()) or "–"
    return line if len(line) <= limit else _cut(line, limit)


def plural(count: int, one: str, many: str | None = None) -> str:
    """ "1 passage", "2 passages" """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _cut(escaped: str, limit: int) -> str:
    kept = ""
    for unit in _units(escaped):
        if len(kept) + len(unit) > limit - len(MORE):
            break
        kept += unit
    word = kept.rfind(" ")
    if word >= max(1, len(kept) - NEAR):
        kept = kept[:word]
    return kept.rstrip() + MORE


def _units(escaped: str) -> Iterator[str]:
    """What must not be torn: a character as people see it, with the backslash before it."""
    start = 0
    while start < len(escaped):
        end = start + (2 if escaped[start] == "\\" else 1)
        while end < len(escaped) and _continues(escaped[start:end], escaped[end]):
            end += 1
        yield escaped[start:end]
        start = end


def _continues(unit: str, character: str) -> bool:
    """Whether a character belongs to what is before it: marks, joined emoji, skin tones, flags, jamo."""
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character == ZERO_WIDTH_JOINER
        or unit.endswith(ZERO_WIDTH_JOINER)
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or (_is_flag_letter(character) and len(unit) == 1 and _is_flag_letter(unit))
        or "\u1160" <= character <= "\u11ff"
    )


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
