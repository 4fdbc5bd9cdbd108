"""What one source holds: extract, clean, segment, attribute, date, and what a pack knows of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePosixPath

from bot.ingest.attribute import Attributed, attribute
from bot.ingest.attribute.languages import language_of
from bot.ingest.clean import clean
from bot.ingest.date import date_events
from bot.ingest.formats import extract
from bot.ingest.packs import Pack, PackDocument, apply, recognise, source_digest
from bot.ingest.segment import segment
from bot.ingest.shapes import Extract, Metadata, Understood
from bot.models import Document, Reading
from bot.text import slug


def read_source(
    name: str, data: bytes, *, packs: Sequence[Pack] = (), document: str | None = None
) -> Understood:
    """What stands in one source, under the id of the pack that knows it, else `document`, else its title's.

    Pure: it may run in another process. Raises Unreadable.
    """
    extracted = extract(name, data)
    pack, known = recognise(extracted.text, packs) or (None, None)
    layout = clean(extracted, _authors(pack, known))
    told = layout.metadata
    language = told.language or language_of(None, (part.text.text for part in layout.paragraphs)).code
    id = known.document.id if known else document or slug(told.title or PurePosixPath(name).stem)
    speakers = [speaker for one in packs for speaker in one.speakers]
    attributed = attribute(
        segment(layout.paragraphs, language.split("-")[0]), told, id, extracted.text, speakers
    )
    published = (known.document.published if known else None) or told.published
    reading = Reading(
        document=_document(name, data, id, told, language, extracted, attributed),
        speakers=attributed.speakers,
        passages=attributed.passages,
        events=date_events(attributed.passages, published, id, language),
        omissions=layout.omissions,
        extracted=None if extracted.is_file else extracted.text,
    )
    folded = source_digest(extracted.text)
    if pack and known:
        reading = apply(reading, pack, known).reading
    return Understood(reading, folded, certain=known is not None and folded in known.digests)


def _authors(pack: Pack | None, known: PackDocument | None) -> tuple[str, ...]:
    """The names of the authors that a pack gives to a source."""
    if pack is None or known is None:
        return ()
    names = {speaker.id: speaker.name for speaker in pack.speakers}
    return tuple(names.get(id, id) for id in known.document.authors)


def _document(
    name: str, data: bytes, id: str, told: Metadata, language: str, extracted: Extract, found: Attributed
) -> Document:
    text_digest = hashlib.sha256(extracted.text.encode(errors="surrogatepass")).hexdigest()
    path = PurePosixPath(name)
    return Document(
        id=id,
        title=told.title or path.stem,
        subtitle=told.subtitle,
        authors=found.authors,
        outlet=told.outlet,
        published=told.published,
        kind=told.kind,
        language=language,
        url=told.url,
        source_file=name,
        # the name holds the digest, so that an earlier corpus still finds the text that it was made of
        text_file=None if extracted.is_file else str(path.with_name(f".{path.name}.{text_digest[:12]}.text")),
        digest=hashlib.sha256(data).hexdigest(),
        text_digest=text_digest,
        words=sum(len(passage.text.split()) for passage in found.passages if passage.parent is None),
    )
