"""A server's own library: added, hidden, settled, taken back, and seen by nobody else."""

import pytest

from bot.errors import (
    AlreadyHere,
    NotADate,
    NotALink,
    NothingFound,
    QuotaReached,
    TooLarge,
    Unknown,
    Unreadable,
)
from bot.library import names, quotes
from bot.library.quotes import Query
from bot.library.receipts import receipt
from bot.text import digest
from bot.uploads import About, understood, uploads

HERE, ELSEWHERE, MONA = 333_333_333_333_333_333, 444_444_444_444_444_444, 7

LETTER = """A Letter on the Ferry

The ferry has carried us for forty years. On 3 May 1998 it stopped for a week, and the island was quiet.

“We shall build a bridge of our own,” said Ms. Holm. Nobody on the quay laughed at her that day.
""".encode()
WORDS = "nobody on the quay laughed"
NOTHING = About()


@pytest.fixture(autouse=True)
def quickly(reads_at_hand):
    pass


async def add(app, data=LETTER, about=NOTHING, name="letter.txt"):
    draft = await app.uploads.draft(HERE, name, data, about)
    await app.uploads.add(HERE, draft, MONA)
    return draft.upload.id


async def found(app, guild, text=WORDS):
    library = app.library(guild)
    return [
        (await receipt(library, match.passage)).text
        for match in await quotes.find(library, Query(text))
        if match.score > 90
    ]


async def test_what_is_added_is_found_here_word_for_word_and_nowhere_else(app):
    await add(app)
    assert await found(app, HERE) == ["Nobody on the quay laughed at her that day."]
    assert await found(app, ELSEWHERE) == []
    assert await found(app, None) == []
    assert [choice.name for choice in await names.suggest(app.library(HERE), "document", "letter")]
    assert not await names.suggest(app.library(ELSEWHERE), "document", "letter on the ferry")


async def test_a_draft_tells_what_was_understood_and_adds_nothing(app):
    draft = await app.uploads.draft(
        HERE, "letter.txt", LETTER, About(author="Ida Adler", published="May 2001")
    )
    told = understood(draft.reading)
    assert told.document.title == "A Letter on the Ferry"
    assert told.document.published.start == "2001-05"
    assert told.authors == ("Ida Adler",)
    assert dict(told.shares)["Ida Adler"] >= 3
    assert await found(app, HERE) == []


async def test_what_a_moderator_says_of_a_document_counts_more_than_the_text(app):
    draft = await app.uploads.draft(HERE, "letter.txt", LETTER, About())
    mended = draft.mended(About("Our Ferry", "Ida Adler", "2001", "https://ferry.example/letter"))
    document = mended.reading.document
    assert (document.title, document.authors, document.url) == (
        "Our Ferry", ("ida-adler",), "https://ferry.example/letter",
    )  # fmt: skip


async def test_it_is_still_there_after_a_restart_and_after_a_reload_of_the_shared_library(app):
    from bot.app import App

    await add(app)
    await app.reload()
    assert len(await found(app, HERE)) == 1
    await app.uploads.close()
    async with App(app.config) as again:
        assert len(await found(again, HERE)) == 1


async def test_what_is_removed_is_gone_and_an_undo_brings_it_back(app):
    id = await add(app)
    await app.uploads.remove(HERE, id, MONA)
    assert await found(app, HERE) == []
    await app.uploads.undo(HERE, MONA)
    assert len(await found(app, HERE)) == 1
    await app.uploads.undo(HERE, MONA)
    assert await found(app, HERE) == []


async def test_a_shared_document_is_only_hidden_here(app):
    await app.uploads.remove(HERE, "harbour", MONA)
    assert await app.library(HERE).document("harbour") is None
    assert await app.library(ELSEWHERE).document("harbour") is not None
    await app.uploads.undo(HERE, MONA)
    assert await app.library(HERE).document("harbour") is not None


async def test_what_is_settled_is_sure_and_stays(app):
    id = await add(app)
    passages = await app.library(HERE).text_of(id)
    last = passages[-1]
    await app.uploads.settle(HERE, last.key, "holm", MONA)
    (settled,) = (await app.library(HERE).passages([last.key])).values()
    assert settled.confidence == 1.0
    with pytest.raises(Unknown):
        await app.uploads.settle(HERE, "harbour#0123456789ab", "holm", MONA)


async def test_what_the_bots_owners_settle_is_in_every_library_after_the_next_reload(app):
    await app.reload()
    (passage,) = [match.passage for match in await quotes.find(app.library(None), Query("the hill"), 1)]
    await app.uploads.settle_shared(passage.key, None, MONA)
    assert (await app.library(HERE).passage(passage.key)).speaker == passage.speaker
    reload = await app.reload(user_id=MONA)
    assert reload.difference.passages_changed == (passage.speaker is not None)
    settled = await app.library(ELSEWHERE).passage(passage.key)
    assert (settled.speaker, settled.confidence) == (None, 1.0)


async def test_without_a_change_there_is_nothing_to_undo(app):
    with pytest.raises(NothingFound):
        await app.uploads.undo(HERE, MONA)


@pytest.fixture
async def guide(app, data_dir):
    """A pack's guide to the letter, without the letter: it rests on a passage that nobody has yet."""
    folder = data_dir / "packs" / "island"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(
        'title = "The island"\n[[topics]]\nid = "ferry"\nname = "The ferry"\n'
        '[[speakers]]\nid = "holm"\nname = "Ms. Holm"\n'
    )
    key = f"letter#{digest('Nobody on the quay laughed at her that day.', 12)}"
    (folder / "letter.md").write_text(
        "---\ndocument: letter\ntitle: A Letter on the Ferry\nauthors: [holm]\nclaims:\n  - id: c\n"
        f"    speaker: holm\n    topic: ferry\n    text: A bridge will come.\n    passages: [{key}]\n---\n\nA guide.\n"
    )
    await app.reload()
    return key


async def test_a_text_that_a_pack_has_a_guide_to_comes_under_the_guide(app, guide):
    assert (await app.library(HERE).document("letter")).source_file is None
    assert await add(app) == "letter"
    document = await app.library(HERE).document("letter")
    assert (document.pack, document.authors, document.guide) == ("island", ("holm",), "A guide.")
    assert guide in await app.library(HERE).passages([guide])
    assert guide not in await app.library(ELSEWHERE).passages([guide])
    assert [one.id for one in await app.library(HERE).documents()].count("letter") == 1
    with pytest.raises(AlreadyHere):
        await add(app)


async def test_what_all_servers_can_read_is_not_added_again(app, data_dir):
    with pytest.raises(AlreadyHere):
        await add(app, (data_dir / "sources" / "harbour.txt").read_bytes(), name="harbour.txt")


REFUSED = [
    # name, bytes, what is said of it, error
    ("virus.exe", LETTER, About(), Unreadable),
    ("../../passwd", LETTER, About(), Unreadable),
    ("empty.txt", b"  \n", About(), Unreadable),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, About(), Unreadable),
    ("letter.pdf", LETTER, About(), Unreadable),
    ("letter.docx", b"PK\x03\x04" + b"\0" * 100, About(), Unreadable),
    ("long.txt", b"x" * (uploads.LARGEST + 1), About(), TooLarge),
    ("letter.txt", LETTER, About(published="the day before"), NotADate),
    ("letter.txt", LETTER, About(url="javascript:alert(1)"), NotALink),
]


@pytest.mark.parametrize(("name", "data", "about", "error"), REFUSED, ids=[row[0] for row in REFUSED])
async def test_what_cannot_be_taken_is_refused_and_leaves_nothing(app, data_dir, name, data, about, error):
    with pytest.raises(error):
        await add(app, data, about, name)
    assert not (data_dir / "sources" / uploads.FOLDER).exists()


async def test_a_name_never_leads_out_of_the_servers_folder(app, data_dir):
    id = await add(app, name="../../../etc/cron.d/letter.txt")
    assert (data_dir / "sources" / uploads.FOLDER / str(HERE) / f"{id}.txt").is_file()


async def test_one_text_is_added_once_and_no_more_than_the_quota(app, monkeypatch):
    await add(app)
    with pytest.raises(AlreadyHere):
        await add(app)
    monkeypatch.setattr(uploads, "MOST_DOCUMENTS", 1)
    with pytest.raises(QuotaReached):
        await add(app, LETTER + b"\nMore.")


async def test_a_server_that_is_forgotten_leaves_no_file(app, data_dir):
    await add(app)
    await app.uploads.forget(HERE)
    assert await found(app, HERE) == []
    assert not [path for path in data_dir.rglob("*") if str(HERE) in str(path)]
