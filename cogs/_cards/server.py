"""What moderators choose for their server, and what Discord does not let the bot do there."""

from __future__ import annotations

from collections.abc import Sequence

from bot.store.state.settings import ServerSettings
from cogs._admin.permissions import Gap
from cogs._cards.layout import Row, Tone, card
from cogs._cards.markup import clip
from cogs._views import Screen

HOW = (
    "To give one: open the channel's settings, then Permissions, add my role and allow it. "
    "For all channels at once: Server Settings, Roles, my role."
)


def settings(chosen: ServerSettings, rows: Sequence[Row]) -> Screen:
    role = f"<@&{chosen.moderator_role_id}>" if chosen.moderator_role_id else "nobody else"
    channel = f"<#{chosen.notice_channel_id}>" if chosen.notice_channel_id else "only to /admin inbox"
    return card(
        "Setup",
        f"**Moderators** Manage Server, and {role}\n**Notices to moderators** {channel}",
        note="A role also needs leave to see the commands: Server Settings, Integrations, this bot.",
        rows=rows,
    )


def gaps(found: Sequence[Gap]) -> Screen:
    wanting = any(gap.missing for gap in found)
    lines = [_gap(gap) for gap in found] or [
        "No daily fact and no channel for notices is set; nothing to check."
    ]
    return card(
        "Permissions", "\n".join(lines), *([HOW] if wanting else []), tone=Tone.BAD if wanting else Tone.GOOD
    )


def _gap(gap: Gap) -> str:
    lacks = f"✗ lacks **{', '.join(gap.missing)}**" if gap.missing else "✓ all is allowed"
    return f"- #{clip(gap.channel, 100)}, for {gap.purpose}: {lacks}"
