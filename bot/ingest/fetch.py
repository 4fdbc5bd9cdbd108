"""Downloads a pack's documents from their publishers: for the operator, never for a member.

One polite request a document. Addresses inside a private network are refused, also behind a redirect or a
name that was made to point there: the address that was checked is the one that is connected to.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import ipaddress
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.errors import Unreadable
from bot.ingest.formats import extract
from bot.ingest.packs import Pack, PackDocument, recognise, source_digest

USER_AGENT = "Colloquy/0.1 (reads documents for a study group; one request a document)"
LARGEST = 20 << 20
"""Bytes of a document, at most."""
LONGEST = 60.0
"""Seconds for a document, at most."""
PAUSE = 1.0
"""Seconds between two requests."""
REDIRECTS = 5
ENDINGS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/plain": "txt",
}

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Outcome(StrEnum):
    RECOGNISED = "recognised"
    DIFFERS = "differs"  # the title is there, but it is not the very text that the pack was made with
    UNKNOWN = "not recognised"
    THERE = "already there"
    NO_LINK = "no link known"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Fetched:
    document: str
    outcome: Outcome
    detail: str = ""
    path: Path | None = None


class RefusedError(Exception):
    """A document could not be had; the message says why."""


def is_public(address: Address) -> bool:
    return address.is_global and not address.is_multicast


async def fetch(
    pack: Pack, folder: Path, *, permitted: Callable[[Address], bool] = is_public, pause: float = PAUSE
) -> AsyncIterator[Fetched]:
    """Fetches what the pack has links for into `folder`, one document after the other."""
    resolver = _Resolver(permitted)
    timeout = aiohttp.ClientTimeout(total=LONGEST)
    async with (
        contextlib.aclosing(resolver),
        aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=resolver),
            headers={"User-Agent": USER_AGENT},
            timeout=timeout,
        ) as http,
    ):
        asked = False
        for known in pack.documents:
            if known.document.url is None:
                yield Fetched(known.document.id, Outcome.NO_LINK)
                continue
            if (there := _there(known, folder)) is not None:
                yield Fetched(known.document.id, Outcome.THERE, path=there)
                continue
            if asked:
                await asyncio.sleep(pause)
            asked = True
            yield await _fetch_one(http, pack, known, folder, permitted)


def _there(known: PackDocument, folder: Path) -> Path | None:
    paths = [folder / f"{known.document.id}.{ending}" for ending in dict.fromkeys(ENDINGS.values())]
    return next((path for path in paths if path.exists()), None)


async def _fetch_one(
    http: aiohttp.ClientSession,
    pack: Pack,
    known: PackDocument,
    folder: Path,
    permitted: Callable[[Address], bool],
) -> Fetched:
    name = known.document.id
    try:
        ending, data = await _download(http, URL(str(known.document.url)), permitted)
    except RefusedError as error:
        return Fetched(name, Outcome.FAILED, str(error))
    except TimeoutError:
        return Fetched(name, Outcome.FAILED, f"took longer than {LONGEST:.0f} s")
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return Fetched(name, Outcome.FAILED, str(error) or type(error).__name__)
    path = folder / f"{name}.{ending}"
    await asyncio.to_thread(_keep, path, data)
    return Fetched(name, *await asyncio.to_thread(_compared, path.name, data, pack, known), path)


def _keep(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    half.write_bytes(data)
    half.replace(path)


def _compared(name: str, data: bytes, pack: Pack, known: PackDocument) -> tuple[Outcome, str]:
    try:
        text = extract(name, data).text
    except Unreadable as error:
        return Outcome.UNKNOWN, error.reason
    if source_digest(text) in known.digests:
        return Outcome.RECOGNISED, ""
    found = recognise(text, [pack])
    if found is not None and found[1] is known:
        return Outcome.DIFFERS, "its title is there, but not the very text that the pack was made with"
    return Outcome.UNKNOWN, "the title that the pack gives does not stand in it"


async def _download(
    http: aiohttp.ClientSession, url: URL, permitted: Callable[[Address], bool]
) -> tuple[str, bytes]:
    for _ in range(REDIRECTS + 1):
        _check(url, permitted)
        async with http.get(url, allow_redirects=False) as answer:
            if answer.status in (301, 302, 303, 307, 308):
                url = url.join(URL(answer.headers.get("Location", "")))
                continue
            if answer.status != 200:
                raise RefusedError(f"the server answered {answer.status} {answer.reason}")
            ending = ENDINGS.get(answer.content_type)
            if ending is None:
                raise RefusedError(f"is {answer.content_type}; only HTML, PDF and plain text are read")
            return ending, await _body(answer)
    raise RefusedError(f"is redirected more than {REDIRECTS} times")


def _check(url: URL, permitted: Callable[[Address], bool]) -> None:
    """Names are checked when they are resolved; an address that stands in the link is checked here."""
    if url.scheme not in ("http", "https") or not url.host:
        raise RefusedError(f"{url} is no web address")
    with contextlib.suppress(ValueError):
        if not permitted(ipaddress.ip_address(url.host)):
            raise RefusedError(f"{url.host} is not a public address")


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    data = bytearray()
    async for part in answer.content.iter_chunked(1 << 16):
        data += part
        if len(data) > LARGEST:
            raise RefusedError(f"is larger than {LARGEST >> 20} MiB")
    return bytes(data)


class _Resolver(AbstractResolver):
    """Names to addresses, without those that are not permitted."""

    def __init__(self, permitted: Callable[[Address], bool]) -> None:
        self.permitted = permitted
        self.resolver = aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self.resolver.resolve(host, port, family)
        allowed = [one for one in found if self.permitted(ipaddress.ip_address(one["host"]))]
        if not allowed:
            raise OSError(errno.EACCES, f"{host} is not a public address")
        return allowed

    async def close(self) -> None:
        await self.resolver.close()

    aclose = close
