"""Fetching a pack's documents, against a web server of the test's own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from bot.ingest import fetch as fetching
from bot.ingest.fetch import Address, Fetched, Outcome, fetch
from bot.ingest.packs import Pack, PackDocument, source_digest
from bot.models import Document

TEXT = "Who Pays for the Bridge?\n\nWhoever crosses should pay. A bridge that costs is a wall.\n"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.fixture
async def serve() -> AsyncIterator[Callable[[Handler], Awaitable[str]]]:
    runners: list[web.AppRunner] = []

    async def start(handler: Handler) -> str:
        app = web.Application()
        app.router.add_get("/{name:.*}", handler)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        runners.append(runner)
        return f"http://127.0.0.1:{runner.addresses[0][1]}"

    yield start
    for runner in runners:
        await runner.cleanup()


def pack_with(url: str | None, digests: tuple[str, ...] = ()) -> Pack:
    known = PackDocument(Path("bridge.md"), Document("bridge", "Who Pays for the Bridge?", url=url), digests)
    return Pack("bridges", Path(), "The bridge", documents=(known,))


async def fetched(pack: Pack, folder: Path, permitted: Callable[[Address], bool] = lambda _: True) -> Fetched:
    (only,) = [one async for one in fetch(pack, folder, permitted=permitted, pause=0)]
    return only


async def plain(request: web.Request) -> web.Response:
    return web.Response(text=TEXT)


async def test_the_very_text_is_recognised(
    serve: Callable[[Handler], Awaitable[str]], tmp_path: Path
) -> None:
    pack = pack_with(await serve(plain) + "/bridge", (source_digest(TEXT),))
    result = await fetched(pack, tmp_path)
    assert (result.outcome, result.path) == (Outcome.RECOGNISED, tmp_path / "bridge.txt")
    assert result.path is not None
    assert result.path.read_text() == TEXT


async def test_another_print_of_the_text_differs(
    serve: Callable[[Handler], Awaitable[str]], tmp_path: Path
) -> None:
    result = await fetched(pack_with(await serve(plain), ("0" * 64,)), tmp_path)
    assert result.outcome is Outcome.DIFFERS


async def test_a_text_without_the_title_is_not_recognised(
    serve: Callable[[Handler], Awaitable[str]], tmp_path: Path
) -> None:
    async def other(request: web.Request) -> web.Response:
        return web.Response(text="Please log in to read on. Reading is for members of the library alone.")

    assert (await fetched(pack_with(await serve(other)), tmp_path)).outcome is Outcome.UNKNOWN


async def test_each_document_is_asked_for_once_and_politely(
    serve: Callable[[Handler], Awaitable[str]], tmp_path: Path
) -> None:
    asked: list[str] = []

    async def note(request: web.Request) -> web.Response:
        asked.append(request.headers["User-Agent"])
        return web.Response(text=TEXT)

    pack = pack_with(await serve(note))
    await fetched(pack, tmp_path)
    assert (await fetched(pack, tmp_path)).outcome is Outcome.THERE
    assert [agent.split("/")[0] for agent in asked] == ["Colloquy"]


async def test_a_document_without_a_link_is_said_to_have_none(tmp_path: Path) -> None:
    assert (await fetched(pack_with(None), tmp_path)).outcome is Outcome.NO_LINK


async def refuse(request: web.Request) -> web.Response:
    raise web.HTTPNotFound


async def picture(request: web.Request) -> web.Response:
    return web.Response(body=b"\x89PNG", content_type="image/png")


async def endless(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Type": "text/html"})
    await answer.prepare(request)
    for _ in range(4):
        await answer.write(b"x" * 1000)
    return answer


async def circle(request: web.Request) -> web.Response:
    raise web.HTTPFound("/again")


async def inwards(request: web.Request) -> web.Response:
    raise web.HTTPFound("http://10.0.0.1/secret")


@pytest.mark.parametrize(
    ("handler", "said"),
    [
        (refuse, "404"),
        (picture, "only HTML, PDF and plain text"),
        (endless, "is larger than"),
        (circle, "redirected more than"),
        (inwards, "10.0.0.1 is not a public address"),
    ],
)
async def test_what_cannot_be_had_is_said_and_leaves_no_file(
    serve: Callable[[Handler], Awaitable[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    handler: Handler,
    said: str,
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 2000)
    pack = pack_with(await serve(handler))
    result = await fetched(pack, tmp_path, lambda address: str(address) == "127.0.0.1")
    assert result.outcome is Outcome.FAILED
    assert said in result.detail
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/x",
        "http://localhost:9/x",
        "http://[::1]/x",
        "http://169.254.169.254/latest",
        "http://2130706433/x",
        "file:///etc/passwd",
    ],
)
async def test_private_addresses_are_refused(tmp_path: Path, url: str) -> None:
    (result,) = [one async for one in fetch(pack_with(url), tmp_path, pause=0)]
    assert result.outcome is Outcome.FAILED
    assert "address" in result.detail


async def test_a_failure_does_not_stop_the_others(
    serve: Callable[[Handler], Awaitable[str]], tmp_path: Path
) -> None:
    pack = pack_with(await serve(plain))
    (known,) = pack.documents
    broken = replace(known, document=Document("broken", "The Ferry", url="http://127.0.0.1:1/"))
    pack = replace(pack, documents=(broken, known))
    outcomes = [one.outcome async for one in fetch(pack, tmp_path, permitted=lambda _: True, pause=0)]
    assert outcomes == [Outcome.FAILED, Outcome.DIFFERS]
