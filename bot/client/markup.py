"""Makes any text plain for Discord: it can neither ping nor format nor link nor hide anything."""

from __future__ import annotations

import re
import unicodedata

MOST_MARKS = 4
"""Combining marks kept on one letter: enough for any script, too few to paint over neighbouring lines."""

# controls other than the line feed; bidirectional embeddings, overrides and isolates; invisible separators
# and tags; lone halves of surrogate pairs. The zero-width joiner stays: it holds emoji and letters together
_HIDDEN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = {"\t": " ", "\u2028": "\n", "\u2029": "\n"}

# what Discord reads as markup anywhere: emphasis, code, spoilers, mentions, timestamps, emoji, masked links.
# A "]" counts only before "(" or where our own words may follow
_ANYWHERE = re.compile(r"[\\*_~`|<@]|\](?=\(|$)|:(?=//)")
# and what counts only where a line begins: headings, quotations, lists
_AT_LINE_START = re.compile(r"^([ ]*)([#>+-]|[0-9]{1,9}(?=[.)]))(.)?", re.MULTILINE)


def escape(text: str) -> str:
    """The text as Discord must be sent it to show every visible character as it is; at most twice as long."""
    shown = _ANYWHERE.sub(r"\\\g<0>", plain(text))
    return _AT_LINE_START.sub(_escaped_start, shown)


def plain(text: str) -> str:
    """Without what is invisible or turns the reading direction, and without heaps of combining marks."""
    seen = _HIDDEN.sub(lambda hit: _SPACES.get(hit[0], ""), text)
    return seen if seen.isascii() else _unheaped(seen)


def _escaped_start(line: re.Match[str]) -> str:
    indent, sign, after = line[1], line[2], line[3] or ""
    return f"{indent}{sign}\\{after}" if sign[0].isdigit() else f"{indent}\\{sign}{after}"


def _unheaped(text: str) -> str:
    kept, heap = [], 0
    for character in text:
        heap = heap + 1 if unicodedata.combining(character) else 0
        if heap <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)
