"""The first tables."""

from alembic import op

from bot.store.state import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    metadata.create_all(op.get_bind())
