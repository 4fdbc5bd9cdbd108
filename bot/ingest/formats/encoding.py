"""From bytes to characters, whatever the encoding."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from bot.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16  # bytes that are looked at to guess an encoding
_BINARY = 0.02  # share of control characters from which on a file is no text
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1b\x1a")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file: newlines as they stand, a byte order mark as a character.

    `declared` is the encoding that the file claims; it is tried where the bytes are no Unicode.
    Raises Unreadable (its path still empty) where the bytes are no text.
    """
    text = _decoded(data, declared)
    controls = sum(map(text[:_SAMPLE].count, _CONTROLS | {"\ufffd"}))
    if controls > _BINARY * len(text[:_SAMPLE]):
        raise Unreadable("", "this is not a text but a binary file; give it the ending that fits it")
    return text


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _unmarked_utf16(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _as_declared(data, declared) or _guessed(data)


def _as_declared(data: bytes, declared: str | None) -> str | None:
    encoding = (declared or "").lower()
    # browsers read what calls itself Latin-1 as Windows' superset of it
    encoding = "cp1252" if encoding in ("iso-8859-1", "latin-1", "us-ascii", "ascii") else encoding
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark shows in the zero bytes of its spaces and letters, on one side only."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and max(even, odd) > 0.3 * half and min(even, odd) < 0.02 * half:
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _guessed(data: bytes) -> str:
    best = from_bytes(data[: 4 * _SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    # what is pure Latin-1 to a detector was nearly always written on Windows
    encoding = "cp1252" if encoding in ("latin_1", "ascii") else encoding
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
