"""What the bot does beside its work: reads again after an update, follows other loads, backs up every day."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from datetime import UTC, datetime

from bot.app.app import App
from bot.app.reload import made_by
from bot.errors import ColloquyError, explain
from bot.store.state.backup import back_up_daily

LOOK = 60.0
"""Seconds between two looks whether the command line has loaded something, or the day's backup is due."""

log = logging.getLogger(__name__)


async def keep_up(app: App) -> None:
    """Runs until it is cancelled."""
    # a corpus that does not say what made it was not made by a load: it is somebody's on purpose
    if app.corpus.made_by not in ("", made_by()):
        await _try("reading again after an update", _read_again(app))
    while True:
        await _try("taking in what was loaded", app.follow())
        await _try("the daily backup", _back_up(app))
        await asyncio.sleep(LOOK)


async def _read_again(app: App) -> None:
    """Nobody asked for this reload and nobody looks at it: so it must not lose a document."""
    reload = await app.prepare()
    if gone := reload.difference.documents_gone:
        log.error("This version cannot read %s; the library stays as it was", ", ".join(gone))
    else:
        await app.swap(reload)


async def _back_up(app: App) -> None:
    today = datetime.fromtimestamp(app.now(), UTC).date()
    made = await asyncio.to_thread(back_up_daily, app.config.state_file, app.config.backups, today)
    if made:
        log.info("Backed up to %s", made)


async def _try(what: str, work: Awaitable[object]) -> None:
    """A fault here is told in the log, and is no reason for the bot to end."""
    try:
        await work
    except ColloquyError as error:
        log.error("%s failed: %s", what, explain(error))
    except Exception:
        log.exception("%s failed", what)
