"""What Alembic runs first: our connection, our tables."""

from alembic import context

from bot.store.state import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
