"""Receipts: words are shown only while they stand in the source, letter for letter."""

import hashlib
import os
import random
from dataclasses import replace

import pytest

from bot.errors import Withheld
from bot.library.receipts import receipt, receipts
from bot.models import Attribution, Contents, Document, Passage, Speaker

ADLER = Speaker("ms-adler", "Ms. Adler")
MINISTER = Speaker("the-minister", "The minister")


def reading(folder, name, source, *passages):
    """A document with this source; each passage is (text, pieces of the source that it is cut from)."""
    (folder / name).write_bytes(source.encode())
    document = Document(
        "harbour", "The Harbour", source_file=name, digest=hashlib.sha256(source.encode()).hexdigest()
    )
    read = []
    for place, (text, *pieces) in enumerate(passages):
        spans = tuple((source.index(piece), source.index(piece) + len(piece)) for piece in pieces)
        read.append(Passage(f"harbour#{place}", "harbour", place, 1, text, spans, ADLER.id))
    return Contents(documents=(document,), speakers=(ADLER, MINISTER), passages=tuple(read))


@pytest.mark.parametrize(
    ("name", "source", "text", "pieces"),
    [
        ("a.txt", "We kept the ferry.\n", "We kept the ferry.", ["We kept the ferry."]),
        # line breaks and their hyphens are the printer's, not the author's
        ("a.txt", "Keep the har-\nbour open.", "Keep the harbour open.", ["Keep the har-\nbour open."]),
        ("a.txt", "a long-\r\nterm plan", "a long-term plan", ["a long-\r\nterm plan"]),
        # torn in two by a page's furniture
        ("a.txt", "We kept the PAGE 7 ferry.", "We kept the ferry.", ["We kept the", "ferry."]),
        ("a.txt", "“We kept it,” she said.", '"We kept it," she said.', ["“We kept it,” she said."]),
        ("a.html", "<p>Salt &amp; ice &mdash; caf&eacute;s.</p>", "Salt & ice — cafés.",
         ["Salt &amp; ice &mdash; caf&eacute;s."]),
        # a loss is marked, never bridged
        ("a.txt", "The plan was HOLE dropped.", "The plan was […] dropped.", ["The plan was", "dropped."]),
    ],
)  # fmt: skip
async def test_words_that_stand_in_the_source_are_shown(shelve, tmp_path, name, source, text, pieces):
    library = await shelve(reading(tmp_path, name, source, (text, *pieces)))
    shown = await receipt(library, (await library.text_of("harbour"))[0])
    assert (shown.text, shown.paragraph, shown.chain) == (text, 1, "Ms. Adler")
    assert shown.digest == hashlib.sha256(source.encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("We kept the ferries.", "We kept the ferry."),
        ("We kept two ferries.", "We kept 2 ferries."),
        ("It was not able.", "It was able."),
        ("a rise of –5 percent", "a rise of 5 percent"),
    ],
)
async def test_words_that_the_spans_do_not_hold_are_withheld(shelve, tmp_path, text, piece):
    library = await shelve(reading(tmp_path, "a.txt", piece, (text, piece)))
    with pytest.raises(Withheld):
        await receipt(library, (await library.text_of("harbour"))[0])


async def test_the_chain_names_who_passes_the_words_on(shelve, tmp_path):
    contents = reading(tmp_path, "a.txt", "“We wait.”", ("“We wait.”", "“We wait.”"))
    quoted = replace(
        contents.passages[0], speaker=MINISTER.id, attribution=Attribution.QUOTED, via=(ADLER.id,)
    )
    library = await shelve(replace(contents, passages=(quoted,)))
    assert (await receipt(library, quoted)).chain == "The minister, quoted by Ms. Adler"
    nobody = replace(quoted, speaker=None, via=())
    assert (await receipt(library, nobody)).chain == "unattributed, quoted in The Harbour"


@pytest.mark.long
async def test_every_passage_equals_its_spans_and_any_changed_byte_withholds_them_all(shelve, tmp_path):
    rng = random.Random(5)
    words = ["the", "ferry", "harbour", "keeper’s", "lamp", "ice", "salt", "never", "1875", "4%", "café"]
    sentences = [
        " ".join(rng.choices(words, k=rng.randint(3, 25))).capitalize() + f" {n}." for n in range(200)
    ]
    source = "\n".join(sentence.replace(" ", "\n", 1) for sentence in sentences)
    parts = [(sentence, sentence.replace(" ", "\n", 1)) for sentence in sentences]
    library = await shelve(reading(tmp_path, "a.txt", source, *parts))
    passages = await library.text_of("harbour")
    assert [shown.text for shown in await receipts(library, passages)] == sentences
    whole = (tmp_path / "a.txt").read_bytes()
    for at in rng.sample(range(len(whole)), 40):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        (tmp_path / "a.txt").write_bytes(changed)
        assert set(map(type, await receipts(library, passages))) == {Withheld}
    (tmp_path / "a.txt").write_bytes(whole)
    assert [shown.text for shown in await receipts(library, passages)] == sentences


async def test_a_source_that_is_kept_in_memory_is_read_again_when_it_has_changed(shelve, tmp_path):
    library = await shelve(reading(tmp_path, "a.txt", "We kept it.", ("We kept it.", "We kept it.")))
    (passage,) = await library.text_of("harbour")
    os.utime(tmp_path / "a.txt", (1, 1))
    await receipt(library, passage)
    (tmp_path / "a.txt").write_text("We lost it.")
    os.utime(tmp_path / "a.txt", (1, 1))
    with pytest.raises(Withheld):
        await receipt(library, passage)


async def test_the_text_extracted_from_a_file_counts_only_while_the_file_is_the_same(shelve, tmp_path):
    contents = reading(tmp_path, "a.pdf.txt", "We kept it.", ("We kept it.", "We kept it."))
    (tmp_path / "a.pdf").write_bytes(b"%PDF: a picture of the words")
    document = replace(
        contents.documents[0],
        source_file="a.pdf",
        text_file="a.pdf.txt",
        digest=hashlib.sha256(b"%PDF: a picture of the words").hexdigest(),
        text_digest=contents.documents[0].digest,
    )
    library = await shelve(replace(contents, documents=(document,)))
    (passage,) = await library.text_of("harbour")
    assert (await receipt(library, passage)).text == "We kept it."
    (tmp_path / "a.pdf").write_bytes(b"%PDF: another picture")
    with pytest.raises(Withheld):
        await receipt(library, passage)


@pytest.mark.parametrize("change", ["gone", "guide only"])
async def test_a_source_that_is_not_there_is_withheld(shelve, tmp_path, change):
    contents = reading(tmp_path, "a.txt", "We kept it.", ("We kept it.", "We kept it."))
    if change == "guide only":
        contents = replace(contents, documents=(Document("harbour", "The Harbour"),))
    (tmp_path / "a.txt").unlink()
    library = await shelve(contents)
    with pytest.raises(Withheld):
        await receipt(library, (await library.text_of("harbour"))[0])


async def test_a_packs_own_source_is_found_where_no_folder_of_sources_is(shelve, tmp_path):
    read = reading(tmp_path, "a.txt", "We kept the ferry.\n", ("We kept the ferry.", "We kept the ferry."))
    (named,) = read.documents
    library = await shelve(replace(read, documents=(replace(named, source_file="../a.txt"),)))
    library = replace(library, sources=tmp_path / "sources")
    assert (await receipt(library, (await library.text_of("harbour"))[0])).text == "We kept the ferry."
