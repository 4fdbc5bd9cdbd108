"""Several writers in one file: letters and columns that are signed at their end."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from bot.ingest.clean.columns import source_order
from bot.ingest.clean.draft import Draft, Part, finished, titled
from bot.ingest.names import TITLE, is_name, is_role
from bot.ingest.shapes import Kind

_SALUTATION = re.compile(
    r"(?:to the (?:[\w'’]+\s?){1,14}|(?:dear|my dear)\s.{1,50}|sirs?|gentlemen|madam"
    r"|editors?)\s?[:,;.—–-]{1,2}$",
    re.I,
)
_VALEDICTION = re.compile(
    r"(?:(?:i|we) (?:am|are|remain),?.{0,40}|yours(?:,? (?:very )?(?:faithfully|sincerely|truly"
    r"|respectfully|ever|etc\.?|&c\.?|obediently)){0,2}|(?:very )?(?:sincerely|respectfully"
    r"|faithfully|truly|cordially)\b.{0,20}"
    r"|(?:kind|best|warm) (?:regards|wishes)|with (?:kind |best )?(?:regards|respect)"
    r"|mit freundlichen grüßen|hochachtungsvoll"
    r"|cordialement|veuillez agréer.{0,60})[,.;:]?$",
    re.I,
)
_NOTE = re.compile(
    r"[(\[*_]{0,2}(?:The (?:writer|author|signatory)|(?:Mr|Ms|Mrs|Dr|Prof)\.? [A-Z]\S+)s? (?:is|are|was"
    r"|were|has|teaches|lives|served)\b"
)
_ADDED = re.compile(
    r"^(?:The(?= Rev| Hon| Very| Right)|\((?:Mr|Mrs|Ms|Dr|Miss)\.?\))\s+"
    r"|\s*\([^()]{1,30}\)$"
)
_PSEUDONYM = re.compile(r"(?:AN? |THE )[A-ZÀ-Þ'’-]{3,20}(?: [A-ZÀ-Þ'’-]{2,20}){0,2}$")
_WITHHELD = re.compile(
    r"\(?names? (?:and address(?:es)? )?(?:withheld|supplied)\b.{0,30}$"
    r"|anonymous$",
    re.I,
)
_INITIALS = re.compile(r"[A-Z]\.(?:\s?[A-Z]\.){0,3}$")


@dataclass(frozen=True, slots=True)
class _Signature:
    lines: tuple[int, ...]
    name: str  # empty where it is withheld
    about: str | None


def take_signatures(draft: Draft) -> Draft:
    """Two or more signatures, each under a text of its own, give these texts their voices."""
    parts = draft.parts
    signatures = _signatures(parts, draft.small)
    if any(part.voice for part in parts) or not _are_signed(parts, signatures):
        return draft
    columns = len({part.flow for part in parts}) > 1
    owners = _by_column(parts, signatures) if columns else _by_letter(parts, signatures)
    metadata = draft.metadata
    names = _in_reading_order(owners, signatures)
    authors = metadata.authors if len(metadata.authors) >= len(names) else names
    about = {s.name: s.about for s in signatures if s.name and s.about}
    metadata = replace(metadata, authors=authors, affiliations={**metadata.affiliations, **about})
    kept = [
        replace(part, voice=owners[index] or None, unsigned=not owners[index])
        if index in owners and not part.unsigned
        else part
        for index, part in enumerate(parts)
    ]
    reasons = {line: "signature" for signature in signatures for line in signature.lines}
    reasons |= dict.fromkeys(_notes(parts, signatures), "about the author")
    reasons |= {index: "salutation" for index, part in enumerate(parts) if is_salutation(part.words)}
    return replace(draft, metadata=metadata).keep(kept).drop(reasons)


def _notes(parts: Sequence[Part], signatures: list[_Signature]) -> list[int]:
    """ "The writer is a retired baker." right under a signature."""
    found = []
    for signature in signatures:
        index = signature.lines[-1] + 1
        if index < len(parts) and _NOTE.match(parts[index].words) and len(parts[index]) < 400:
            found.append(index)
    return found


def is_valediction(text: str) -> bool:
    """ "Yours faithfully," alone on a line."""
    return len(text) <= 60 and bool(_VALEDICTION.match(text))


def is_salutation(text: str) -> bool:
    """ "To the Editor:", "Dear Ms. Adler," and the like, alone on a line."""
    return len(text) <= 90 and bool(_SALUTATION.match(text)) and (text[-1] in ":,;—–-" or titled(text))


def drop_salutations(draft: Draft) -> Draft:
    """ "To the Editor:" alone on its line is addressed by the writer to nobody who reads here."""
    return draft.drop(
        {
            index: "salutation"
            for index, part in enumerate(draft.parts)
            if is_salutation(part.words) or is_valediction(part.words)
        }
    )


def _are_signed(parts: Sequence[Part], signatures: list[_Signature]) -> bool:
    """Headings of two words look like names. But the last text is signed too, and posts stand below."""
    if len({signature.name for signature in signatures}) < 2:
        return False
    lines = {line for signature in signatures for line in signature.lines}
    last_text = max((i for i, part in enumerate(parts) if i not in lines and len(part) > 150), default=0)
    if max(lines) < last_text:
        return False
    letters = sum(is_salutation(part.words) for part in parts) >= 2
    plain = [signature for signature in signatures if not signature.about and not _is_telling(signature.name)]
    return letters or len(plain) <= len(signatures) // 3


def _is_telling(name: str) -> bool:
    """A title or an initial that no heading has."""
    return bool(re.match(rf"{TITLE}\b\.? ", name)) or bool(re.search(r"\b[A-Z]\.", name))


def _signatures(parts: Sequence[Part], small: Container[str]) -> list[_Signature]:
    found: list[_Signature] = []
    index = 1
    order = source_order(parts)
    while index < len(order):
        part, before = parts[order[index]], parts[order[index - 1]]
        after_text = finished(before.words) or is_valediction(before.words)
        after_text = after_text or bool(found and order[index - 1] in found[-1].lines)
        name = _signed(part, small)
        if name is None or not after_text:
            index += 1
            continue
        lines = [order[index]]
        while index + 1 < len(order) and _belongs(parts[order[index + 1]], small):
            index += 1
            lines.append(order[index])
        about = part.words.strip(" —–-*_")[len(name) :].strip(" ,") or None
        more = ", ".join(parts[line].words for line in lines[1:])
        found.append(_Signature(tuple(lines), name, about or more or None))
        index += 1
    return found


def _signed(part: Part, small: Container[str]) -> str | None:
    """The name in a line that is a signature: alone, or with a place or post after a comma."""
    text = part.words.strip(" —–-*_")
    if part.kind is Kind.HEADING or len(text) > 100 or (finished(text) and not _INITIALS.search(text)):
        return None
    if _WITHHELD.match(text):
        return ""
    name = _ADDED.sub("", text.split(",")[0]).strip()
    return name if is_name(name, small=small) or _INITIALS.match(name) or _PSEUDONYM.match(name) else None


def _belongs(part: Part, small: Container[str]) -> bool:
    """A line of the same signature: a post, a place, a date."""
    if part.kind is Kind.HEADING or (_signed(part, small) and part.gap):
        return False
    return (
        len(part) <= 120
        and not finished(part.words)
        and (not part.gap or is_role(part.words))
        and not part.words.endswith(":")
    )


def _by_letter(parts: Sequence[Part], signatures: list[_Signature]) -> dict[int, str]:
    """Each text belongs to the signature under it."""
    owners: dict[int, str] = {}
    start = 0
    for signature in signatures:
        owners |= dict.fromkeys(range(start, signature.lines[0]), signature.name)
        start = signature.lines[-1] + 1
    return owners


def _by_column(parts: Sequence[Part], signatures: list[_Signature]) -> dict[int, str]:
    """A column belongs to the signature that stands right under it; what is left goes to who is left."""
    lines = {line for signature in signatures for line in signature.lines}
    order = source_order(parts)
    rank = {index: place for place, index in enumerate(order)}
    by_flow: dict[int, str] = {}
    left: list[str] = []
    for signature in signatures:
        before = order[rank[signature.lines[0]] - 1]
        if before in lines or parts[before].flow in by_flow:
            left.append(signature.name)
        else:
            by_flow[parts[before].flow] = signature.name
    flows = dict.fromkeys(part.flow for index, part in enumerate(parts) if index not in lines)
    for flow in flows:
        if flow not in by_flow and left:
            by_flow[flow] = left.pop(0)
    return {
        index: by_flow[part.flow]
        for index, part in enumerate(parts)
        if part.flow in by_flow and index not in lines
    }


def _in_reading_order(owners: dict[int, str], signatures: list[_Signature]) -> tuple[str, ...]:
    names = [*(owners[index] for index in sorted(owners)), *(s.name for s in signatures)]
    return tuple(dict.fromkeys(filter(None, names)))
