"""The app: a reload builds aside and swaps; nobody who reads is disturbed, and what fails changes nothing."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.app import COOL_DOWN, App, keep_up
from bot.config import Config, read_config
from bot.errors import CoolingDown, NothingFound, Outdated, ReloadRunning
from bot.models import Contents, Document
from bot.quiz.asked import Asked, Choice, dumps
from bot.store.corpus import build, make_current
from bot.store.files import exclusive
from bot.store.state import audit
from bot.store.state.cards import add_card

LAMPS = """The Lamps of Our Street

by Ms. Adler

The lamps of our street burn until morning, and nobody can say for whom. A light that nobody uses is a habit.

“We keep them for the baker,” said the mayor. The baker has moved away, and the lamps burn on all the same.
"""
TIDES = """The Tide Tables

by Mr. Brandt

A tide table is a promise that the moon keeps. The harbour lives by it, and so do the gulls above the harbour.
"""


class Clock:
    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "lamps.txt").write_text(LAMPS)
    return read_config({"DATA_DIR": str(tmp_path)}, tmp_path / "none")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def app(config: Config, clock: Clock) -> AsyncIterator[App]:
    async with App(config, clock=clock) as app:
        yield app


async def titles(app: App) -> list[str]:
    return sorted(document.title for document in await app.library(1).documents())


async def test_a_first_start_reads_what_is_on_disk(app: App) -> None:
    assert await titles(app) == ["The Lamps of Our Street"]


async def test_a_second_start_takes_the_corpus_that_is_there(config: Config) -> None:
    async with App(config) as app:
        first = app.corpus.path
    (config.sources / "tides.txt").write_text(TIDES)
    async with App(config) as app:
        assert app.corpus.path == first


async def test_a_reload_brings_in_what_is_new_and_says_so(app: App) -> None:
    (app.config.sources / "tides.txt").write_text(TIDES)
    reload = await app.reload()
    assert reload.difference.documents_new == ("the-tide-tables",)
    assert not reload.difference.documents_changed
    assert await titles(app) == ["The Lamps of Our Street", "The Tide Tables"]


async def test_what_was_only_prepared_nobody_sees(app: App) -> None:
    (app.config.sources / "tides.txt").write_text(TIDES)
    prepared = await app.prepare()
    assert prepared.difference.documents_new == ("the-tide-tables",)
    assert len(await titles(app)) == 1
    await app.swap(prepared)
    assert len(await titles(app)) == 2


async def test_a_prepared_corpus_that_another_load_overtook_is_not_swapped_in(app: App) -> None:
    (app.config.sources / "tides.txt").write_text(TIDES)
    prepared = await app.prepare()
    (app.config.sources / "lamps.txt").write_text(LAMPS.replace("burn on", "go on"))
    await app.reload()
    with pytest.raises(Outdated):
        await app.swap(prepared)


async def test_a_reload_says_how_many_cards_would_lose_their_passage(app: App) -> None:
    (document,) = await app.library(1).documents()
    first, last = (await app.library(1).text_of(document.id))[0::4][:2]
    async with app.state.write() as tx:
        for player, passage in ((1, first), (2, first), (3, last)):
            asked = Asked(
                "q", "who-said", "Who?", (Choice("Ms. Adler", "She does."),), 0, passages=(passage.key,)
            )
            await add_card(tx, 5, player, identity=passage.key, snapshot=dumps(asked), missed=True, at=0)
    (app.config.sources / "lamps.txt").write_text(LAMPS.replace(first.text, "The lamps burn until noon."))
    assert (await app.prepare()).cards_lost == 2


async def test_who_reads_the_old_corpus_reads_on_through_reloads(app: App) -> None:
    library = app.library(1)
    (document,) = await library.documents()
    text = await library.text_of(document.id)
    for number in range(3):
        (app.config.sources / "lamps.txt").write_text(LAMPS.replace("burn on", f"burn on for {number} years"))
        await app.reload()
        assert await library.text_of(document.id) == text
    assert await app.library(1).text_of(document.id) != text


async def test_commands_go_on_while_a_reload_is_under_way(app: App) -> None:
    reload = asyncio.create_task(app.reload())
    answers = 0
    while not reload.done():
        assert await titles(app) == ["The Lamps of Our Street"]
        answers += 1
        await asyncio.sleep(0)
    assert answers > 1


async def test_one_reload_at_a_time_whoever_runs_it(app: App) -> None:
    first = asyncio.create_task(app.prepare())
    await asyncio.sleep(0)
    with pytest.raises(ReloadRunning):
        await app.prepare()
    await first
    with exclusive(app.config.data_dir / ".loading"), pytest.raises(ReloadRunning):
        await app.prepare()
    await app.prepare()


async def test_moderators_wait_between_reloads(app: App, clock: Clock) -> None:
    await app.prepare(cool=True)
    clock.time += COOL_DOWN - 5
    with pytest.raises(CoolingDown) as caught:
        await app.prepare(cool=True)
    assert caught.value.seconds == 5
    clock.time += 5
    await app.prepare(cool=True)


async def test_a_document_keeps_its_id_when_its_title_is_edited(app: App) -> None:
    (app.config.sources / "lamps.txt").write_text(LAMPS.replace("of Our Street", "of the Old Street"))
    await app.reload()
    (document,) = await app.library(1).documents()
    assert (document.id, document.title) == ("the-lamps-of-our-street", "The Lamps of the Old Street")


async def test_an_undo_goes_back_and_forth_between_two_corpora(app: App) -> None:
    with pytest.raises(NothingFound):
        await app.undo()
    (app.config.sources / "tides.txt").write_text(TIDES)
    await app.reload()
    await app.undo()
    assert len(await titles(app)) == 1
    await app.undo()
    assert len(await titles(app)) == 2


async def test_what_is_deleted_from_the_sources_is_gone_at_the_next_load(app: App) -> None:
    (app.config.sources / "lamps.txt").unlink()
    reload = await app.reload()
    assert reload.difference.documents_gone == ("the-lamps-of-our-street",)
    assert await titles(app) == []


async def test_a_bad_source_is_a_problem_and_the_others_are_read(app: App) -> None:
    (app.config.sources / "empty.txt").write_text("")
    (app.config.sources / "copy.txt").write_text(LAMPS)
    (app.config.sources / "tides.txt").write_text(TIDES)
    reload = await app.reload()
    assert sorted(problem.path for problem in reload.read.problems) == ["empty.txt", "lamps.txt"]
    assert len(await titles(app)) == 2


async def test_reloads_stand_in_the_audit_log(config: Config) -> None:
    async with App(config, now=lambda: 1_700_000_000.5) as app:
        first = app.corpus.fingerprint
        (config.sources / "tides.txt").write_text(TIDES)
        await app.reload(user_id=9)
        async with app.state.read() as tx:
            last, *_ = await audit.audit_log(tx, 1, limit=9)
    assert (last.at, last.user_id, last.action) == (1_700_000_000_500, 9, "reload")
    assert (last.before, last.after) == (first, app.corpus.fingerprint)


async def test_a_corpus_of_another_version_is_built_anew(config: Config) -> None:
    async with App(config) as app:
        path = app.corpus.path
    path.write_bytes(b"of another age")
    async with App(config) as app:
        assert await titles(app) == ["The Lamps of Our Street"]


async def until(there: Callable[[], object]) -> None:
    for _ in range(500):
        if there():
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def test_the_bot_keeps_up_by_itself_after_an_update_and_with_a_daily_backup(config: Config) -> None:
    make_current(config.data_dir, build(config.data_dir, Contents(), made_by="an earlier version"))
    async with App(config, now=lambda: 1_700_000_000.0) as app:
        assert await titles(app) == []
        keeping_up = asyncio.create_task(keep_up(app))
        await until(lambda: list(config.backups.glob("*.db")))
        keeping_up.cancel()
        assert await titles(app) == ["The Lamps of Our Street"]
        assert [path.name for path in config.backups.glob("*.db")] == ["state-2023-11-14.db"]


async def test_an_update_that_cannot_read_a_document_leaves_the_library_as_it_was(
    config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    old = Contents(documents=(Document("pamphlet", "A Pamphlet", source_file="pamphlet.txt"),))
    make_current(config.data_dir, build(config.data_dir, old, made_by="an earlier version"))
    (config.sources / "pamphlet.txt").write_bytes(b"")
    async with App(config) as app:
        keeping_up = asyncio.create_task(keep_up(app))
        await until(lambda: "cannot read pamphlet" in caplog.text)
        keeping_up.cancel()
        assert await titles(app) == ["A Pamphlet"]


async def test_what_the_command_line_loads_a_running_bot_takes_up(config: Config) -> None:
    async with App(config) as running:
        library = running.library(1)
        (config.sources / "tides.txt").write_text(TIDES)
        async with App(config, first_load=False) as other:
            await other.reload()
        assert len(await titles(running)) == 1
        await running.follow()
        assert len(await titles(running)) == 2
        assert len(await library.documents()) == 1, "who began with the old library goes on with it"


async def test_a_backup_that_fails_does_not_end_the_bot(
    config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    config.backups.write_text("a file where the folder should be")
    async with App(config) as app:
        keeping_up = asyncio.create_task(keep_up(app))
        await until(lambda: "daily backup failed" in caplog.text)
        assert not keeping_up.done()
        keeping_up.cancel()


async def test_a_reload_that_is_called_off_ends_at_once_and_the_next_one_works(app: App) -> None:
    slow = "The mayor said that the baker said that the lamps burn. " * 30_000
    for number in range(3):
        (app.config.sources / f"slow {number}.txt").write_text(f"{number}\n\n{slow}")
    reload = asyncio.create_task(app.prepare())
    await asyncio.sleep(0.5)
    reload.cancel()
    async with asyncio.timeout(5):
        with pytest.raises(asyncio.CancelledError):
            await reload
        await until(lambda: "reload" not in {thread.name for thread in threading.enumerate()})
    for path in app.config.sources.glob("slow*"):
        path.unlink()
    assert not (await app.prepare()).read.problems
