"""The first tables: what there was at the first release."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=True),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index(op.f("ix_audit_entry_guild_id_at"), "audit_entry", ["guild_id", "at"], unique=False)
    op.create_table(
        "card",
        sa.Column("guild", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("player", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.String(length=12), nullable=False),
        sa.Column("identity", sa.String(length=200), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("missed", sa.SmallInteger(), nullable=False),
        sa.Column("added", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=True),
        sa.Column("schedule", sa.Text(), nullable=True),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("retired", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("guild", "player", "mark", name=op.f("pk_card")),
    )
    op.create_index("card_by_due", "card", ["guild", "player", "due"], unique=False)
    op.create_table(
        "daily_pin",
        sa.Column("guild", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("date", sa.String(length=10), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("guild", "date", name=op.f("pk_daily_pin")),
    )
    op.create_table(
        "daily_post",
        sa.Column("guild", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("date", sa.String(length=10), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("lease", sa.BigInteger(), nullable=False),
        sa.Column("tried", sa.BigInteger(), nullable=True),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("guild", "date", name=op.f("pk_daily_post")),
    )
    op.create_index("daily_post_by_fact", "daily_post", ["guild", "fact"], unique=False)
    op.create_index("daily_post_by_lease", "daily_post", ["state", "lease"], unique=False)
    op.create_table(
        "daily_schedule",
        sa.Column("guild", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=False),
        sa.Column("next_date", sa.String(length=10), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("paused", sa.Text(), nullable=True),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("guild", name=op.f("pk_daily_schedule")),
    )
    op.create_index("daily_schedule_by_time", "daily_schedule", ["next_at"], unique=False)
    op.create_table(
        "daily_skip",
        sa.Column("guild", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("fact", sa.String(length=300), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("guild", "fact", name=op.f("pk_daily_skip")),
    )
    op.create_table(
        "daily_suggestion",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daily_suggestion")),
    )
    op.create_index("daily_suggestion_by_guild", "daily_suggestion", ["guild", "status"], unique=False)
    op.create_table(
        "kept",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_kept")),
    )
    op.create_table(
        "left_server",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("left", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name=op.f("pk_left_server")),
    )
    op.create_table(
        "question_report",
        sa.Column("guild", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("identity", sa.String(length=200), nullable=False),
        sa.Column("reporter", sa.BigInteger(), nullable=False),
        sa.Column("reported", sa.BigInteger(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("guild", "identity", name=op.f("pk_question_report")),
    )
    op.create_table(
        "round",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("open_channel", sa.BigInteger(), nullable=True),
        sa.Column("starter", sa.BigInteger(), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(length=200), nullable=True),
        sa.Column("topic", sa.String(length=200), nullable=True),
        sa.Column("phase", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=False),
        sa.Column("deadline", sa.BigInteger(), nullable=False),
        sa.Column("silent", sa.Integer(), nullable=False),
        sa.Column("ending", sa.String(length=16), nullable=True),
        sa.Column("started", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.Column("table_message", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
        sa.UniqueConstraint("open_channel", name=op.f("uq_round_open_channel")),
    )
    op.create_index("round_by_guild", "round", ["guild", "ended"], unique=False)
    op.create_table(
        "server_library",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("holdings", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("guild_id", name=op.f("pk_server_library")),
    )
    op.create_table(
        "server_setting",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("moderator_role_id", sa.BigInteger(), nullable=True),
        sa.Column("notice_channel_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("guild_id", name=op.f("pk_server_setting")),
    )
    op.create_table(
        "source_document",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("source_file", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "source_file", name=op.f("pk_source_document")),
    )
    op.create_table(
        "round_question",
        sa.Column("round", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("identity", sa.String(length=200), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("document", sa.String(length=200), nullable=True),
        sa.Column("speaker", sa.String(length=200), nullable=True),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["round"], ["round.id"], name=op.f("fk_round_question_round"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("round", "number", name=op.f("pk_round_question")),
    )
    op.create_table(
        "answer",
        sa.Column("round", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("player", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("choice", sa.SmallInteger(), nullable=False),
        sa.Column("clicked", sa.BigInteger(), nullable=False),
        sa.Column("correct", sa.SmallInteger(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round", "number"],
            ["round_question.round", "round_question.number"],
            name=op.f("fk_answer_round_number"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("round", "number", "player", name=op.f("pk_answer")),
    )
    op.create_index("answer_by_player", "answer", ["player"], unique=False)
