"""The tables that migrations make are those that the code speaks of."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from bot.store.state import metadata, migrate
from tests.store.test_state import url


@pytest.fixture
def migrated(tmp_path: Path):
    engine = create_engine(url(tmp_path).replace("+aiosqlite", ""))
    with engine.begin() as connection:
        migrate.upgrade(connection, "state.db")
        yield connection
    engine.dispose()


def test_what_migrations_make_is_what_the_code_knows(migrated) -> None:
    assert compare_metadata(MigrationContext.configure(migrated, opts={"compare_type": True}), metadata) == []
    here = inspect(migrated)
    for table in metadata.sorted_tables:
        # autogenerate does not compare these
        assert here.get_pk_constraint(table.name)["constrained_columns"] == [
            c.name for c in table.primary_key
        ]
        columns = {column["name"]: column for column in here.get_columns(table.name)}
        assert {name: column["nullable"] for name, column in columns.items()} == {
            column.name: column.nullable for column in table.columns
        }


def test_a_database_that_is_up_to_date_is_not_migrated_again(migrated) -> None:
    before = migrated.exec_driver_sql("SELECT sql FROM sqlite_schema").all()
    migrate.upgrade(migrated, "state.db")
    assert migrated.exec_driver_sql("SELECT sql FROM sqlite_schema").all() == before
    assert migrate.stored_revision(migrated) == migrate.revisions()[-1]


def test_a_migration_that_was_interrupted_is_run_again(tmp_path: Path) -> None:
    engine = create_engine(url(tmp_path).replace("+aiosqlite", ""))
    with pytest.raises(ZeroDivisionError), engine.begin() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        migrate.upgrade(connection, "state.db")
        raise ZeroDivisionError
    with engine.begin() as connection:
        assert migrate.stored_revision(connection) is None
        migrate.upgrade(connection, "state.db")
        assert migrate.stored_revision(connection) == migrate.revisions()[-1]
    engine.dispose()


def test_the_tables_can_be_made_in_postgresql_too() -> None:
    for table in metadata.sorted_tables:
        made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert made.strip().startswith("CREATE TABLE")
        assert "AUTOINCREMENT" not in made.upper()


def test_each_revision_says_why_and_follows_the_one_before() -> None:
    before = None
    for revision in migrate.revisions():
        (path,) = (migrate.MIGRATIONS / "versions").glob(f"{revision}_*.py")
        text = path.read_text()
        assert text.startswith('"""')
        assert f'revision = "{revision}"' in text
        assert f"down_revision = {before!r}".replace("'", '"') in text
        before = revision
