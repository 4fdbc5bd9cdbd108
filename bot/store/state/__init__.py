"""The state: what people and servers own. Migrated, backed up; it points at text by keys alone.

Every module with tables is imported here, so that `metadata` knows them all.
"""

from bot.store.state import (
    audit,
    cards,
    daily,
    people,
    reports,
    rounds,
    scores,
    servers,
    settings,
    sources,
    suggestions,
    uploads,
)
from bot.store.state.database import State, Tx
from bot.store.state.schema import metadata

__all__ = [
    "State",
    "Tx",
    "audit",
    "cards",
    "daily",
    "metadata",
    "people",
    "reports",
    "rounds",
    "scores",
    "servers",
    "settings",
    "sources",
    "suggestions",
    "uploads",
]
