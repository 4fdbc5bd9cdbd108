"""BibTeX: an entry that any LaTeX bibliography takes."""

from __future__ import annotations

import re
import unicodedata

from bot.citation.cited import Cited, date_parts, name_parts

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\{",
    "}": r"\}",
} | {sign: f"\\{sign}" for sign in "&%$#_"}
_SPECIAL_SIGN = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "will", "with")
)


def bibtex(cited: Cited) -> str:
    document = cited.document
    parts = date_parts(document)
    fields = {
        "author": " and ".join(map(_name, (author.name for author in cited.authors))),
        "title": f"{{{_escaped(document.title)}}}",  # braces keep its capitals
        "journal" if document.outlet else "howpublished": _escaped(document.outlet or ""),
        "year": str(parts[0]) if parts else "",
        "month": _MONTHS[parts[1] - 1] if len(parts) > 1 else "",
        "day": str(parts[2]) if len(parts) > 2 else "",
        "url": (document.url or "").translate({ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"}),
        "note": _escaped(_note(cited)),
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{'article' if document.outlet else 'misc'}{{{_label(cited)},", *lines, "}"])


def _note(cited: Cited) -> str:
    if not cited.secondhand:
        return f"paragraph {cited.paragraph}"
    return (
        f"{cited.secondhand}, {'there' if cited.is_voice else 'as cited there'}, paragraph {cited.paragraph}"
    )


def _name(name: str) -> str:
    parts = name_parts(name)
    if "literal" in parts:
        return f"{{{_escaped(name)}}}"  # braces: not to be taken apart
    return ", ".join(_escaped(parts[part]) for part in ("family", "suffix", "given") if part in parts)


def _label(cited: Cited) -> str:
    """ "adler2014rivers": who, when, and the first word of weight."""
    parts = name_parts(cited.authors[0].name) if cited.authors else {}
    who = parts.get("family") or parts.get("literal") or ""
    words = [word for word in _ascii(cited.document.title).split() if word not in _SMALL_WORDS]
    year = "".join(str(part) for part in date_parts(cited.document)[:1])
    return f"{_ascii(who).replace(' ', '')}{year}{words[0] if words else ''}" or "cited"


def _ascii(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()


def _escaped(text: str) -> str:
    return _SPECIAL_SIGN.sub(lambda sign: _SPECIAL[sign[0]], " ".join(text.split()))
