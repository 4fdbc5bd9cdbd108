"""Brings the state's tables to this version. Alembic costs a second: only where it has work."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.errors import BadStore, Fault

MIGRATIONS = Path(__file__).parent / "migrations"


def revisions() -> list[str]:
    """Every revision that this program knows, oldest first: the number that begins a file's name."""
    return sorted(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


def upgrade(connection: Connection, path: str) -> None:
    """Runs what is missing, in the transaction that is open. Raises BadStore on a schema from the future."""
    stored = stored_revision(connection)
    known = revisions()
    if stored == known[-1]:
        return
    if stored is not None and stored not in known:
        raise BadStore(path, Fault.FUTURE)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def stored_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision
