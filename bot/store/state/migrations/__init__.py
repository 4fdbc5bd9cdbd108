"""The history of the state's tables, run by Alembic. Never edit a released one; add another."""
