"""A pack names and settles; it never changes a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.ingest.packs import Pack, PackDocument, apply, load_packs, recognise, source_digest
from bot.models import Attribution, Document, Event, Passage, Precision, Reading, Speaker, When

SOURCE = "Who Pays for the Bridge?\n\nWhoever crosses should pay. A bridge that costs is a wall."


def reading() -> Reading:
    texts = ("Whoever crosses should pay.", "It opened in 1891.", "A bridge that costs is a wall.")
    passages = tuple(
        Passage(f"bridge#00000000000{n}", "bridge", n, 1, text, ((0, 1),), "someone", confidence=0.5)
        for n, text in enumerate(texts, 1)
    )
    document = Document("bridge", "WHO PAYS", authors=("someone",), source_file="bridge.txt", words=16)
    return Reading(document, (Speaker("someone", "Someone"),), passages)


def loaded(folder: Path) -> tuple[Pack, PackDocument]:
    (pack,), problems = load_packs(folder)
    assert problems == []
    return pack, pack.documents[0]


def test_a_source_is_known_by_its_title(pack_with: Callable[..., Path]) -> None:
    pack, known = loaded(pack_with())
    assert recognise(SOURCE, [pack]) == (pack, known)
    assert recognise("Something else altogether.", [pack]) is None


def test_a_source_is_known_by_its_digest_before_its_title(pack_with: Callable[..., Path]) -> None:
    pack, known = loaded(pack_with())
    other = replace(
        known, document=replace(known.document, title="Something"), digests=(source_digest(SOURCE),)
    )
    pack = replace(pack, documents=(known, other))
    assert recognise(SOURCE.replace("\n", " "), [pack]) == (pack, other)


def test_settled_attributions_become_sure_and_words_stay(pack_with: Callable[..., Path]) -> None:
    before = reading()
    after = apply(before, *loaded(pack_with())).reading
    assert [passage.text for passage in after.passages] == [passage.text for passage in before.passages]
    assert [(p.speaker, p.confidence) for p in after.passages] == [
        ("someone", 0.5),
        ("someone", 0.5),
        ("mason", 1.0),
    ]


def test_the_bibliography_is_the_packs_and_the_file_is_the_files(pack_with: Callable[..., Path]) -> None:
    document = apply(reading(), *loaded(pack_with())).reading.document
    assert (document.title, document.authors) == ("Who Pays for the Bridge?", ("ferryman",))
    assert (document.source_file, document.words) == ("bridge.txt", 16)


def test_a_voice_holds_the_floor_from_its_first_passage_to_its_last(pack_with: Callable[..., Path]) -> None:
    voices = "voices:\n  - {speaker: mason, first: bridge#000000000001, last: bridge#000000000002}\nclaims:"
    after = apply(reading(), *loaded(pack_with(("claims:", voices)))).reading
    assert [passage.speaker for passage in after.passages] == ["mason", "mason", "mason"]


def test_a_voice_leaves_quoted_words_to_whom_they_belong(pack_with: Callable[..., Path]) -> None:
    voices = "voices:\n  - {speaker: mason, first: bridge#000000000001, last: bridge#000000000002}\nclaims:"
    first, second, third = reading().passages
    quoted = replace(second, attribution=Attribution.QUOTED)
    after = apply(
        replace(reading(), passages=(first, quoted, third)), *loaded(pack_with(("claims:", voices)))
    )
    assert [passage.speaker for passage in after.reading.passages] == ["mason", "someone", "mason"]


def test_keys_that_the_source_does_not_have_are_reported(pack_with: Callable[..., Path]) -> None:
    folder = pack_with(("[bridge#000000000001]", "[bridge#00000000000f]"))
    assert apply(reading(), *loaded(folder)).lost == ("bridge#00000000000f",)


def test_only_speakers_that_this_source_needs_come_along(pack_with: Callable[..., Path]) -> None:
    after = apply(reading(), *loaded(pack_with())).reading
    assert [speaker.id for speaker in after.speakers] == ["someone", "ferryman", "mason"]


def test_the_source_completes_a_title_that_the_pack_only_begins(pack_with: Callable[..., Path]) -> None:
    pack, known = loaded(pack_with(("title: Who Pays for the Bridge?", "title: Who Pays")))
    longer = replace(reading(), document=replace(reading().document, title="Who pays for the bridge?"))
    assert apply(longer, pack, known).reading.document.title == "Who pays for the bridge?"
    tolls = replace(known, document=replace(known.document, title="Tolls"))
    assert apply(reading(), pack, tolls).reading.document.title == "Tolls"


def test_an_event_that_the_pack_tells_is_not_told_again(pack_with: Callable[..., Path]) -> None:
    told = Event("e1", "bridge", When("1890-06", "1891", Precision.RANGE), "built", ("bridge#000000000002",))
    other = replace(told, id="e2", when=When("1891", None, Precision.YEAR))
    after = apply(replace(reading(), events=(told, other)), *loaded(pack_with())).reading
    assert after.events == (other,)


def test_a_speaker_read_under_a_name_of_the_packs_is_the_packs(pack_with: Callable[..., Path]) -> None:
    quoted = replace(reading().passages[0], speaker="ferryman-in-bridge", via=("someone",))
    people = (Speaker("ferryman-in-bridge", "Old Ferryman", ("Ferryman",)), Speaker("someone", "The Mason"))
    before = replace(reading(), passages=(quoted,), speakers=people)
    after = apply(before, *loaded(pack_with())).reading
    assert (after.passages[0].speaker, after.passages[0].via) == ("ferryman", ("mason",))
    assert [speaker.id for speaker in after.speakers] == ["ferryman", "mason"]
